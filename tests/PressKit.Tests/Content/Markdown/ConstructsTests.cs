using PressKit.Content.Markdown;

namespace PressKit.Tests.Content.Markdown;

public sealed class ConstructsTests
{
    private static readonly MarkdownParser Parser = new();

    [Theory]
    [InlineData("::: note Il *titolo* {#uno}\nIl testo.\n:::", "<div id=\"uno\" class=\"note\"><p class=\"title\">IL <em>TITOLO</em></p>\n<p>IL TESTO.</p>\n</div>\n")]
    [InlineData("> [!NOTE]\n> ## Nota\n> Il testo.", "<div class=\"markdown-alert markdown-alert-note\">\n<h2 id=\"nota\">NOTA</h2>\n<p>IL TESTO.</p>\n</div>\n")]
    [InlineData("> [!TIP]\n> Il *testo*.", "<div class=\"markdown-alert markdown-alert-tip\">\n<p>IL <em>TESTO</em>.</p>\n</div>\n")]
    [InlineData("^^^\n![un palco](media/a.png)\n^^^ la *didascalia*",
        "<figure>\n<p><img src=\"media/a.png\" alt=\"UN PALCO\" /></p>\n<figcaption>LA <em>DIDASCALIA</em></figcaption>\n</figure>\n")]
    [InlineData("sia $x$ dato", "<p>SIA <span class=\"math\">\\(x\\)</span> DATO</p>\n")]
    [InlineData("$$\nx^2\n$$", "<div class=\"math\">\n\\[\nx^2\n\\]</div>\n")]
    [InlineData("costa 5 $ o 10 $, da $5 a $10, $5-$10", "<p>COSTA 5 $ O 10 $, DA $5 A $10, $5-$10</p>\n")]
    [InlineData("![a $x<\"y$ b](media/a.png)", "<p><img src=\"media/a.png\" alt=\"A X&lt;&quot;Y B\" /></p>\n")]
    [InlineData("bene :clap: std::string e std::vector", "<p>BENE 👏 STD::STRING E STD::VECTOR</p>\n")]
    [InlineData("[un *link*][a]\n\n[a]: https://a.example 'il titolo'", "<p><a href=\"https://a.example\" title=\"IL TITOLO\">UN <em>LINK</em></a></p>\n")]
    public void Every_text_of_a_construct_is_translated(string markdown, string html) => Upper(markdown).ShouldBe(html);

    [Theory]
    [InlineData("## uno due {#ancora .grande}", "<h2 id=\"ancora\" class=\"grande\">UNO DUE</h2>\n")]
    [InlineData("[uno](https://a.example){lang=ja dir=rtl}", "<p><a href=\"https://a.example\" lang=\"ja\" dir=\"rtl\">UNO</a></p>\n")]
    [InlineData("{.grande}\n- uno", "<ul class=\"grande\">\n<li>UNO</li>\n</ul>\n")]
    [InlineData("uno {due} {a, b} {}", "<p>UNO {DUE} {A, B} {}</p>\n")]
    public void Attributes_that_do_no_harm_are_kept_and_other_braces_are_text(string markdown, string html) => Upper(markdown).ShouldBe(html);

    [Fact]
    public void The_cells_of_a_table_are_aligned_by_class_and_by_no_style()
    {
        var html = Parser.Parse("|a|b|c|d|\n|-|:-|:-:|-:|\n|e|f|g|h|").Html(t => t);
        html.ShouldNotContain("style");
        html.ShouldContain("<th>a</th>\n<th>b</th>\n<th class=\"align-center\">c</th>\n<th class=\"align-end\">d</th>");
        html.ShouldContain("<td>e</td>\n<td>f</td>\n<td class=\"align-center\">g</td>\n<td class=\"align-end\">h</td>");
    }

    [Theory]
    [InlineData("[uno](https://a.example){onclick=\"x()\"}", "onclick")]
    [InlineData("[uno](https://a.example){style=\"x\"}", "style")]
    [InlineData("## uno {href=javascript:x}", "href")]
    [InlineData("{srcdoc=x}\n- uno", "srcdoc")]
    [InlineData("`uno`{dir=up}", "dir")]
    [InlineData("`uno`{lang=???}", "lang")]
    public void Attributes_that_could_do_harm_are_refused(string markdown, string name)
    {
        var text = Parser.Parse(markdown);
        text.Mistakes.ShouldHaveSingleItem().Code.ShouldBe("markdown.attribute");
        text.Mistakes[0].Message.ShouldContain($"'{name}'");
        text.Html(t => t).ShouldNotContain(name + "=");
    }

    [Fact]
    public void Comments_switch_translation_off_and_on_and_are_not_published()
    {
        const string Markdown = "uno\n\n<!-- translate:off -->\n\ndue\n\n<div>tre</div>\n\n<!-- translate:on -->\nquattro\n\n<!-- altro -->\n";
        Parser.Parse(Markdown).Blocks.Select(b => b.Content.PlainText).ShouldBe(["uno", "quattro"]);
        Upper(Markdown).ShouldBe("<p>UNO</p>\n<p>due</p>\n<div>tre</div>\n<p>QUATTRO</p>\n<!-- altro -->\n");
    }

    [Fact]
    public void A_note_belongs_to_the_block_behind_it_and_is_not_published()
    {
        var text = Parser.Parse("uno\n\n<!-- note: Che\n  cos’è? -->\n- due\n- tre\n\nquattro <!-- note: Qui. --> cinque\n");
        text.Blocks.Select(b => (b.Content.PlainText, b.Note)).ShouldBe(
            [("uno", null), ("due", "Che cos’è?"), ("tre", "Che cos’è?"), ("quattro  cinque", "Qui.")]);
        text.Html(t => t).ShouldNotContain("<!--");
    }

    [Theory]
    [InlineData("<!-- translate:of -->")]
    [InlineData("uno <!-- translate:off --> due")]
    public void A_comment_that_switches_nothing_is_reported(string markdown) =>
        Parser.Parse(markdown).Mistakes.ShouldHaveSingleItem().Code.ShouldBe("markdown.directive");

    private static string Upper(string markdown)
    {
        var text = Parser.Parse(markdown);
        text.Replace([.. text.Blocks.Select(b => b.Content.MapText(t => t.ToUpperInvariant()))]);
        return text.Html(t => t);
    }
}
