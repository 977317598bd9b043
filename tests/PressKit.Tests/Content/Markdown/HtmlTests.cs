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

    [Theory]
    [InlineData("Un <b>palco *di vetro*</b> qui", "Un <1>palco <2>di vetro</2></1> qui")]
    [InlineData("Un <span lang=\"ja\">劇場</span> e <q>una <i>frase</i></q>", "Un <1>劇場</1> e <2>una <3>frase</3></2>")]
    [InlineData("*Un <b>palco*</b>", "<1>Un <2/>palco</1><3/>")]
    [InlineData("<b>uno *due</b> tre", "<1>uno *due</1> tre")]
    [InlineData("Premi <kbd>Ctrl</kbd>.<br>Poi </b> basta", "Premi <1/>.<2/>Poi <3/> basta")]
    [InlineData("Il <span translate=\"no\">Teatro *Aurora*</span> apre", "Il <1/> apre")]
    [InlineData("<b>uno<b>due</b>tre", "<1/>uno<2>due</2>tre")]
    public void Tags_in_a_line_span_what_stands_between_them(string markdown, string content)
    {
        var text = Parser.Parse(markdown);
        text.Blocks[0].Content.ToString().ShouldBe(content);
        var before = Parser.Parse(markdown).Html(t => t);
        text.Replace([.. text.Blocks.Select(b => b.Content)]);
        text.Html(t => t).ShouldBe(before);
    }

    [Fact]
    public void A_translation_moves_an_element_with_its_text()
    {
        var text = Parser.Parse("Il <b>nuovo</b> <i>palco</i>.");
        var codes = text.Blocks[0].Content.Codes;
        text.Replace([InlineContent.Of([Piece.Run("the "), Piece.Open(codes[1]), Piece.Run("stage"), Piece.Close(codes[1]), Piece.Run(", "),
            Piece.Open(codes[0]), Piece.Run("new"), Piece.Close(codes[0])])]);
        text.Html(t => t).ShouldBe("<p>the <i>stage</i>, <b>new</b></p>\n");
        text.Replace([InlineContent.Of("nothing")]);
        text.Html(t => t).ShouldBe("<p>nothing</p>\n");
    }

    [Theory]
    [InlineData("<div>\n<p translate=\"no\" title=\"uno\">due</p>\n<p>tre</p>\n</div>", "tre")]
    [InlineData("<p>uno <span translate=\"no\">due <img alt=\"tre\" src=\"x\"></span> quattro</p>", "uno <1/> quattro")]
    [InlineData("<section translate=\"no\">\n\nuno\n\n- due\n\n<div>tre</div>\n\n</section>\n\nquattro", "quattro")]
    [InlineData("<div translate=\"NO\">\n<div>uno</div>\n</div>\n\ndue", "due")]
    [InlineData("<p translate=\"no\">uno\n\ndue", "due")]
    [InlineData("uno <span translate=\"no\">![due](media/a.png \"tre\")</span>", "uno <1/>")]
    [InlineData("uno <img alt=\"due\" src=\"x\" translate=\"no\"> tre", "uno <1/> tre")]
    public void What_refuses_translation_is_left_alone(string markdown, string texts)
    {
        Parser.Parse(markdown).Blocks.Select(b => b.Content.ToString()).ShouldBe([texts]);
        Upper(markdown).ToLowerInvariant().ShouldBe(Parser.Parse(markdown).Html(t => t).ToLowerInvariant());
        foreach (var word in new[] { "uno", "due", "tre", "quattro" })
            Upper(markdown).Contains(word.ToUpperInvariant(), StringComparison.Ordinal).ShouldBe(texts.Contains(word, StringComparison.Ordinal));
    }

    private static string Upper(string markdown)
    {
        var text = Parser.Parse(markdown);
        text.Replace([.. text.Blocks.Select(b => b.Content.MapText(t => t.ToUpperInvariant()))]);
        return text.Html(t => t);
    }
}
