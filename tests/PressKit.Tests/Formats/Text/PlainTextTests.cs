using PressKit.Formats.Text;
using PressKit.Languages;

namespace PressKit.Tests.Formats.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>One\nline &amp; <em>another</em>.</p>\n<p>Two.</p>", "One line & another.\n\nTwo.")]
    [InlineData("<p>Two<br>lines</p>", "Two\nlines")]
    [InlineData("<h2>What it does</h2><p>This.</p>", "What it does\n\nThis.")]
    [InlineData("<ul><li>one</li><li>two<ol start=\"3\"><li>a</li><li>b</li></ol></li></ul>", "• one\n• two\n    3. a\n    4. b")]
    [InlineData("<ul><li><p>one</p><p>more</p></li></ul>", "• one\n    more")]
    [InlineData("<p><a href=\"https://example.org/\">Here</a> and <a href=\"https://example.org\">https://example.org</a>.</p>", "Here (https://example.org/) and https://example.org.")]
    [InlineData("<p><a href=\"mailto:a@example.org\">a@example.org</a>, <a href=\"#part\">part</a></p>", "a@example.org, part")]
    [InlineData("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2\n3</td></tr></tbody></table>", "A\tB\n1\t2 3")]
    [InlineData("<pre><code>if x:\n    y\n</code></pre>", "    if x:\n        y")]
    [InlineData("<blockquote><p>Said.</p></blockquote>", "    Said.")]
    [InlineData("<p>Text<a class=\"footnote-ref\" href=\"#fn:1\"><sup>1</sup></a></p><div class=\"footnotes\"><ol><li><p>Note.<a class=\"footnote-back-ref\" href=\"#r\">↩</a></p></li></ol></div>",
        "Text[1]\n\n1. Note.")]
    [InlineData("<p><img src=\"/a.png\" alt=\"A stage\"></p><hr><p>x</p>", "[A stage]\n\n* * *\n\nx")]
    [InlineData("<p>一行目、\u3000二行目</p>", "一行目、\u3000二行目")]
    [InlineData("<div>loose <b>text</b><p>and a block</p>tail</div>", "loose text\n\nand a block\n\ntail")]
    [InlineData("<dl><dt>Term</dt><dd>What it is.</dd></dl>", "Term\n\n    What it is.")]
    [InlineData("", "")]
    public void HTML_is_set_as_plain_text(string html, string expected) => PlainText.Of(html, Find("en")).ShouldBe(expected);

    [Theory]
    [InlineData("it", "<p>Dice: <q>Il <q>patto</q> tiene.</q></p>", "Dice: «Il “patto” tiene.»")]
    [InlineData("fr", "<p>Il dit : <q lang=\"ja\"><em>ようこそ</em></q>.</p>", "Il dit : «\u00a0ようこそ\u00a0».")]
    [InlineData("it", "<p>10<sup>6</sup> m<sup>2</sup>, CO<sub>2</sub>, 1<sup>er</sup></p>", "10⁶ m², CO₂, 1er")]
    [InlineData("ja", "<p><ruby>山田<rt>やまだ</rt></ruby>太郎</p>", "山田（やまだ）太郎")]
    [InlineData("ja", "<p><ruby>山田<rp>(</rp><rt>やまだ</rt><rp>)</rp></ruby>太郎</p>", "山田(やまだ)太郎")]
    public void What_browsers_add_to_a_text_stands_in_it(string language, string html, string expected) =>
        PlainText.Of(html, Find(language)).ShouldBe(expected);

    [Fact]
    public void No_markup_is_left_and_what_looks_like_it_stays() =>
        PlainText.Of("<p>&lt;script&gt; is <script>x</script><b onclick=\"x\">text</b>\u0001</p>", Find("en")).ShouldStartWith("<script> is ");

    private static Locale Find(string language) => new Locales().Find(Language.Parse(language)).ShouldNotBeNull();
}
