using PressKit.Formats.Html;

namespace PressKit.Tests.Formats.Html;

public sealed class DatelinedHtmlTests
{
    [Theory]
    [InlineData("<p>Text</p>\n", "<p><span class=\"dateline\">A &amp; B –</span> Text</p>\n")]
    [InlineData("<p id=\"x\">Text</p>\n", "<p id=\"x\"><span class=\"dateline\">A &amp; B –</span> Text</p>\n")]
    [InlineData("<h2>Text</h2>\n", "<p><span class=\"dateline\">A &amp; B –</span></p>\n<h2>Text</h2>\n")]
    [InlineData("<pre>Text</pre>\n", "<p><span class=\"dateline\">A &amp; B –</span></p>\n<pre>Text</pre>\n")]
    [InlineData("", "<p><span class=\"dateline\">A &amp; B –</span></p>\n")]
    public void A_dateline_begins_the_first_paragraph(string html, string expected) =>
        DatelinedHtml.Of(html, "A & B –", " ").ShouldBe(expected);
}
