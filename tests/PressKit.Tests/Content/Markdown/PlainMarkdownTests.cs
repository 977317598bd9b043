using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using PressKit.Content.Markdown;

namespace PressKit.Tests.Content.Markdown;

public sealed class PlainMarkdownTests
{
    private static readonly MarkdownParser Parser = new();
    private static readonly PlainMarkdown Plain = new(Parser);

    [Fact]
    public void Any_line_is_shown_as_it_is() =>
        Prop.ForAll(Line().ToArbitrary(), line => Shown(Plain.Line(line)).ShouldBe($"p:{line}"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Any_heading_is_shown_as_it_is() =>
        Prop.ForAll(Line().ToArbitrary(), line => Shown(Plain.Heading(line, 2)).ShouldBe($"h2:{line}"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Any_lines_together_are_shown_as_they_are() =>
        Prop.ForAll(Line().NonEmptyListOf().ToArbitrary(), lines =>
        {
            var markdown = string.Join("\n\n", lines.Select(Plain.Line)) + "\n\n" + Plain.Lines(lines);
            Shown(markdown).Replace(" ", "", StringComparison.Ordinal).ShouldBe(
                string.Join('\n', lines.Select(l => $"p:{l}").Append("p:" + string.Concat(lines))).Replace(" ", "", StringComparison.Ordinal), markdown);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Any_items_are_shown_as_they_are() =>
        Prop.ForAll(Line().NonEmptyListOf().ToArbitrary(), lines =>
        {
            var markdown = string.Join('\n', lines.Select(l => "- " + Plain.Line(l)));
            Shown(markdown).ShouldBe("ul:" + string.Concat(lines), markdown);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("Niente di strano: “virgolette”, l’apostrofo, il 5 % (e le parentesi)!")]
    [InlineData("AT&T, a < b, snake_case, 3 ~ 4, C# e F#, [sic")]
    [InlineData("https://example.org/a_b_c?x=1&y=2#top e www.example.org/x_y_z.")]
    public void Ordinary_text_is_hardly_touched(string text) =>
        Plain.Line(text).Replace("\\[", "[", StringComparison.Ordinal).ShouldBe(text);

    [Theory]
    [InlineData("# no", @"\# no")]
    [InlineData("1. no", @"1\. no")]
    [InlineData("- no", @"\- no")]
    [InlineData("> no", @"\> no")]
    [InlineData("---", @"\---")]
    [InlineData("*no* _no_ `no` <b> &copy; a|b", @"\*no\* \_no\_ \`no\` \<b> \&copy; a\|b")]
    [InlineData("mailto:a_b@example.org", @"mailto\:a_b@example.org")]
    public void Markup_by_accident_is_escaped(string text, string markdown) => Plain.Line(text).ShouldBe(markdown);

    [Fact]
    public void Web_addresses_become_links() =>
        Parser.Parse(Plain.Line("Su https://example.org/a_b_ e (www.example.org/x_y).")).Targets.Select(t => t.Target)
            .ShouldBe(["https://example.org/a_b", "http://www.example.org/x_y"]);

    private static string Shown(string markdown)
    {
        var body = new HtmlParser().ParseDocument(Parser.Parse(markdown).Html(t => t)).Body!;
        return string.Join('\n', body.Children.Select(e =>
            $"{e.LocalName}:{e.TextContent.Replace("\n", "", StringComparison.Ordinal)}"));
    }

    private static Gen<string> Line() =>
        from pieces in Gen.Elements(
            "a", "B", "1", "7", " ", " ", " ", ".", ")", "(", ":", "#", "##", "-", "+", "=", "---", "*", "**", "_", "__", "~", "~~", "`", "```",
            "[", "]", "](", "![", "[^1]", "[ ]", "|", "||", "<", ">", "<b>", "</", "<!--", "&", "&amp;", "&#65;", "&copy", ";", "\\", "\"", "'",
            "“", "”", "«", "、", "。", "東", "ア", "م", "😀", "\u00a0", "\u3000", "\u200f", "\u200b", "{", "}", "^", "$", "$x$", "$$", ":clap:", "{#ab}", "{.c lang=ja}", ":::", "^^^", "[!NOTE]", "<!-- note: x -->", "<!-- translate:off -->", "@", "!", "?", "/",
            "http://", "https://x.org", "https://x.org/a_b_(c)*d*", "www.", "www.x.org/_a_", "mailto:", "a@b.org", "tel:", "ftp://x.y", "HTTPS://X.ORG")
            .NonEmptyListOf()
        let line = string.Concat(pieces).Trim()
        where line.Length > 0
        select line;
}
