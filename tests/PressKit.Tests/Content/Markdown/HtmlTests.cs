using PressKit.Content.Markdown;

namespace PressKit.Tests.Content.Markdown;

public sealed class HtmlTests
{
    private static readonly MarkdownParser Parser = new();

    [Fact]
    public void Text_in_HTML_blocks_becomes_units_with_tags_as_codes()
    {
        var blocks = Parser.Parse("<div>\n  <h2>Il palco</h2>\n  <p>Uno &amp; <b>due</b>,\n  <code>tre</code>.</p>\n</div>\n").Blocks;
        blocks.Select(b => (b.Role, b.Content.ToString(), b.Line)).ShouldBe(
            [(UnitRole.Heading, "Il palco", 2), (UnitRole.Paragraph, "Uno & <1>due</1>, <2/>.", 3)]);
        blocks[1].Content.ReadingText.ShouldBe("Uno & due, tre.");
    }

    [Fact]
    public void Only_what_is_translated_changes() =>
        Upper("<DIV Class=x>\n  <p>uno &amp; <b>due</b><br/>\n  tre <code>quattro</code></p>\n  cinque<!-- sei --></DIV>\n")
            .ShouldBe("<DIV Class=x>\n  <p>UNO &amp; <b>DUE</b><br/> TRE <code>quattro</code></p>\n  CINQUE<!-- sei --></DIV>\n");

    [Fact]
    public void Alt_and_title_are_units_in_blocks_and_in_lines()
    {
        Upper("<div title='a \"b\" &lt;'>\n<a href=\"https://x.example\" title=y>z</a>\n</div>")
            .ShouldBe("<div title=\"A &quot;B&quot; &lt;\">\n<a href=\"https://x.example\" title=\"Y\">Z</a>\n</div>\n");
        Upper("un <abbr title=\"due\">tre</abbr>").ShouldBe("<p>UN <abbr title=\"DUE\">TRE</abbr></p>\n");
    }

    [Theory]
    [InlineData("<pre>uno  due</pre>")]
    [InlineData("<div translate=\"no\">uno</div>")]
    [InlineData("<div>\n<script>uno</script>\n</div>")]
    [InlineData("<div>uno < due</div>")]
    [InlineData("<div>uno <b")]
    public void What_is_no_prose_or_cannot_be_taken_apart_is_left_alone(string html)
    {
        Parser.Parse(html).Blocks.ShouldBeEmpty();
        Upper(html).TrimEnd().ShouldBe(html);
    }

    [Fact]
    public void A_tag_that_closes_what_stands_elsewhere_is_not_lost()
    {
        var text = Parser.Parse("<p>uno</b> due</p>");
        text.Replace([InlineContent.Of("tre")]);
        text.Html(t => t).ShouldBe("<p>tre</b></p>\n");
    }

    [Fact]
    public void A_code_used_twice_leaves_its_text()
    {
        var text = Parser.Parse("<p><b>uno</b></p>");
        var code = text.Blocks[0].Content.Codes[0];
        text.Replace([InlineContent.Of([Piece.Open(code), Piece.Run("a"), Piece.Close(code), Piece.Open(code), Piece.Run("b"), Piece.Close(code)])]);
        text.Html(t => t).ShouldBe("<p><b>a</b>b</p>\n");
    }

    private static string Upper(string markdown)
    {
        var text = Parser.Parse(markdown);
        text.Replace([.. text.Blocks.Select(b => b.Content.MapText(t => t.ToUpperInvariant()))]);
        return text.Html(t => t);
    }
}
