using System.Globalization;
using AngleSharp.Html.Parser;
using FsCheck.Xunit;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Segmentation;
using PressKit.Translation;
using PressKit.Translation.Xliff;
using Xunit.Abstractions;

namespace PressKit.Tests.Content.Markdown;

public sealed class IdentityTests(ITestOutputHelper output)
{
    private static readonly Language Italian = Language.Parse("it");
    private readonly MarkdownParser _parser = new();

    [SkippableFact]
    public void Every_example_of_CommonMark_joined_with_itself_renders_the_same_HTML()
    {
        var count = 0;
        foreach (var (number, markdown) in CommonMarkExamples.All())
        {
            Joined(markdown).ShouldBe(Plain(markdown), $"example {number}: {markdown}");
            count++;
        }

        count.ShouldBeGreaterThan(600);
    }

    [Property(Arbitrary = [typeof(GeneratedMarkdown)], MaxTest = 1000)]
    public void Any_document_joined_with_itself_renders_the_same_HTML(string markdown) =>
        Joined(markdown).ShouldBe(Plain(markdown));

    [Property(Arbitrary = [typeof(GeneratedMarkdown)], MaxTest = 1000)]
    public void Any_document_that_went_through_XLIFF_renders_the_same_HTML(string markdown) =>
        ThroughXliff(markdown).ShouldBe(Plain(markdown));

    [Property(Arbitrary = [typeof(GeneratedMarkdown)], MaxTest = 1000)]
    public void No_translation_brings_in_an_element_or_an_attribute(string markdown)
    {
        const string Hostile = "<script>x</script> *x* [y](javascript:z) \" onload='q' {#z} $x$ &amp; </p> -->";
        var split = Split(markdown);
        var text = _parser.Parse(markdown);
        text.Replace([.. split.Blocks.Select(u => u?.Source.MapText(t => string.IsNullOrWhiteSpace(t) ? t : Hostile))]);
        Skeleton(text.Html(t => t)).ShouldBe(Skeleton(Plain(markdown)));
        _parser.Parse(markdown).Tree.DiffersAt(text.Tree).ShouldBeNull();
    }

    [Theory]
    [InlineData("<p>a <!--\n\nText --> b.\n\n<p>Text --> <b>c</b></p>\n")]
    [InlineData("<p title='a\n\nText.\n\n<p>Text</p>\n")]
    public void Nothing_is_translated_behind_what_does_not_end(string markdown)
    {
        No_translation_brings_in_an_element_or_an_attribute(markdown);
        _parser.Parse(markdown).Mistakes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            mistake => mistake.Code.ShouldBe("markdown.unended-html"), mistake => mistake.Line.ShouldBe(1));
    }

    [SkippableFact]
    public void Every_example_of_GitHub_renders_the_same_HTML_joined_with_itself_and_through_XLIFF()
    {
        var count = 0;
        foreach (var markdown in ForeignMarkdown.Examples())
        {
            Joined(markdown).ShouldBe(Plain(markdown), markdown);
            ThroughXliff(markdown).ShouldBe(Plain(markdown), markdown);
            count++;
        }

        count.ShouldBeGreaterThan(600);
    }

    [SkippableFact]
    public void Every_document_that_packages_carry_renders_the_same_HTML_joined_with_itself_and_through_XLIFF()
    {
        var (count, tooDeep, units) = (0, 0, 0);
        foreach (var (path, markdown) in ForeignMarkdown.Files())
        {
            count++;
            try
            {
                var plain = Plain(markdown);
                Joined(markdown).ShouldBe(plain, path);
                _parser.Parse(markdown).Tree.DiffersAt(JoinedText(markdown).Tree).ShouldBeNull(path);
                ThroughXliff(markdown).ShouldBe(plain, path);
                units += Split(markdown).Units.Length;
            }
            catch (MarkdownTooDeepException)
            {
                tooDeep++;
            }
        }

        output.WriteLine($"{count} documents, {units} units, {tooDeep} too deep");
        count.ShouldBeGreaterThan(ForeignMarkdown.FewestFiles);
        tooDeep.ShouldBeLessThan(count / 200);
    }

    [Theory]
    [InlineData("Una *parola* e **un'altra**, [un link](https://a.example/ \"Titolo\") e `codice`.")]
    [InlineData("![Un *palco*](media/a.png \"Il palco\")")]
    [InlineData("- [ ] da fare\n- [x] fatto")]
    [InlineData("Testo[^1].\n\n[^1]: Una *nota*.")]
    [InlineData("|a|b|\n|-|:-:|\n|*c*|d|")]
    [InlineData("Termine\n: Definizione **forte**")]
    [InlineData("自然言語**テスト。**です")]
    [InlineData("Riga uno\nriga due  \nriga tre")]
    [InlineData("Un [ aperto e *uno")]
    [InlineData("::: note Un *titolo*\nTesto **forte**.\n:::")]
    [InlineData("> [!WARNING]\n> Attenti al *cane*.")]
    [InlineData("^^^\n![Un palco](media/a.png)\n^^^ La *didascalia*")]
    [InlineData("## Titolo {#ancora .grande}\n\n[uno](https://a.example){lang=ja}")]
    [InlineData("Sia $x_1$ dato.\n\n$$\nx^2\n$$")]
    [InlineData("Bene :smile: davvero")]
    [InlineData("<div title=\"a &gt; b\">\n  <p>Uno &amp; <b>due</b>.\n  Tre.</p>\n</div>")]
    [InlineData("Un <abbr title='Organizzazione mondiale'>OMS</abbr> qui.")]
    public void A_document_joined_with_itself_renders_as_the_parser_alone_renders_it(string markdown) =>
        Joined(markdown).ShouldBe(Untouched(markdown));

    [SkippableFact]
    public void Only_line_ends_differ_from_what_the_parser_alone_renders()
    {
        foreach (var (number, markdown) in CommonMarkExamples.All())
            Plain(markdown).ShouldBe(Untouched(markdown), $"example {number}: {markdown}");
    }

    [Fact]
    public void A_line_end_between_Japanese_characters_is_no_space() =>
        Plain("これは\n試験です。").ShouldBe("<p>これは試験です。</p>\n");

    private string Plain(string markdown) => _parser.Parse(markdown).Html(t => t);

    private string Joined(string markdown) => JoinedText(markdown).Html(t => t);

    private MarkdownText JoinedText(string markdown)
    {
        var split = Split(markdown);
        var text = _parser.Parse(markdown);
        text.Replace([.. split.Blocks.Select(u => u?.Source)]);
        return text;
    }

    private string ThroughXliff(string markdown)
    {
        var split = Split(markdown);
        var problems = new Problems();
        var bytes = XliffWriter.Write(new StoredTranslation("content/releases/a/b/it.md", split.Text.Hash, Italian, Italian,
            [.. split.Units.Select(u => new TranslatedUnit(u.Id, u.Role,
                [.. u.Segments.Select(s => new SegmentTranslation(s, s.Source, SegmentState.Final, null))]) { Note = u.Note })]));
        var stored = XliffReader.Read(bytes, "it.xlf", problems);
        problems.All.ShouldBeEmpty();
        stored.ShouldNotBeNull();
        var units = stored.Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        var text = _parser.Parse(markdown);
        text.Replace([.. split.Blocks.Select(u => u is null ? null : Joining.Target(units[u.Id], Italian, Italian))]);
        return text.Html(t => t);
    }

    private static string Skeleton(string html) => string.Join('\n', new HtmlParser().ParseDocument(html).All
        .Select(e => $"{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name is "alt" or "title" ? a.Name : $"{a.Name}={a.Value}"))}"));

    private SplitText Split(string markdown)
    {
        var source = new SourceText("content/releases/a/b/it.md", Italian, new FrontMatter { Headline = "x" }, markdown, 1,
            Hash.Of(markdown), new KeyPlaces("it.md", new Dictionary<string, Place>(StringComparer.Ordinal)));
        var split = new Splitter(_parser, new MarkdownChecks(), SentenceRules.Default).Split(source, _parser.Parse(markdown));
        return new SplitText(split.Text, split.Targets, new OnDemand<SplitUnits>(new SplitUnits([], split.Blocks)));
    }

    /// <summary>The parser's own HTML of its own tree, but for a line end inside a paragraph, which is a space.</summary>
    private string Untouched(string markdown)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        _parser.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LineBreakInlineRenderer>(new SpaceRenderer());
        renderer.Render(Markdig.Markdown.Parse(markdown, _parser.Pipeline));
        return writer.ToString();
    }

    private sealed class SpaceRenderer : HtmlObjectRenderer<LineBreakInline>
    {
        private readonly LineBreakInlineRenderer _hard = new();

        protected override void Write(HtmlRenderer renderer, LineBreakInline inline)
        {
            if (inline.IsHard) _hard.Write(renderer, inline);
            else renderer.Write(' ');
        }
    }
}
