using PressKit.Formats;

namespace PressKit.Tests.Formats;

public sealed class DatelinedTextTests
{
    [Theory]
    [InlineData("<p>Text</p>\n", "<p><span class=\"dateline\">A &amp; B –</span> Text</p>\n")]
    [InlineData("<p id=\"x\">Text</p>\n", "<p id=\"x\"><span class=\"dateline\">A &amp; B –</span> Text</p>\n")]
    [InlineData("<h2>Text</h2>\n", "<p><span class=\"dateline\">A &amp; B –</span></p>\n<h2>Text</h2>\n")]
    [InlineData("<pre>Text</pre>\n", "<p><span class=\"dateline\">A &amp; B –</span></p>\n<pre>Text</pre>\n")]
    [InlineData("", "<p><span class=\"dateline\">A &amp; B –</span></p>\n")]
    public void A_dateline_begins_the_first_paragraph(string html, string expected) =>
        DatelinedText.Of(html, "A & B –", Language.Parse("it")).ShouldBe(expected);

    [Fact]
    public void Chinese_and_Japanese_leave_a_full_width_space_behind_it() =>
        DatelinedText.Of("<p>本文</p>\n", "2025年11月3日、東京", Language.Parse("ja"))
            .ShouldBe("<p><span class=\"dateline\">2025年11月3日、東京</span>\u3000本文</p>\n");
}
