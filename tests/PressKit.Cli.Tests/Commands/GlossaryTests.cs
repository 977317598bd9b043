namespace PressKit.Cli.Tests.Commands;

public sealed class GlossaryTests
{
    private const string Release = "content/releases/2026/premio";
    private const string Glossary = "content/glossary.yml";
    private const string Settled = "terms:\n  # the first prize\n  - id: gran-premio\n    term: Gran Premio\n    language: it\n    translations:\n      en: Grand Prix\n";

    [Fact]
    public async Task A_changed_term_blocks_just_the_sentences_that_have_it()
    {
        using var newsroom = await ApprovedAsync();
        (await newsroom.SucceedAsync("status", "premio")).Output.ShouldContain("en       public: translation approved by Ada Neri");
        newsroom.Read($"{Release}/record.yml").ShouldContain("terms:\n          \"gran-premio\": \"Grand Prix\"\n");

        newsroom.Replace(Glossary, "en: Grand Prix", "en: Top Prize");
        (await newsroom.SucceedAsync("status", "premio")).Output.ShouldContain("en       held: 1 sentence blocked by the glossary: Gran Premio");
        (await newsroom.SucceedAsync("glossary", "check", "premio")).Output.ShouldBe(
            $"{Release}/en.xlf: unit {Unit(newsroom)}, sentence 1: “Gran Premio” is “Top Prize”\n1 sentence blocked\n");

        newsroom.Replace("content/newsroom.yml", "publication:", "publication:\n  terms: publish");
        (await newsroom.SucceedAsync("status", "premio")).Output.ShouldContain("en       public: translation approved by Ada Neri; 1 sentence blocked by the glossary: Gran Premio");
    }

    [Fact]
    public async Task What_was_settled_before_is_replaced_by_one_command()
    {
        using var newsroom = await ApprovedAsync();
        newsroom.Replace(Glossary, "en: Grand Prix", "en: Top Prize");
        (await newsroom.SucceedAsync("glossary", "check", "--fix")).Output.ShouldEndWith("1 sentence of 1 mended\n");
        newsroom.Read($"{Release}/en.xlf").ShouldContain("<target>Top Prize ");
        (await newsroom.SucceedAsync("glossary", "check")).Output.ShouldBe("0 sentences blocked\n");
        (await newsroom.SucceedAsync("status", "premio")).Output.ShouldContain("en       held: changed since it was approved");
    }

    [Fact]
    public async Task A_change_of_another_term_blocks_nothing()
    {
        using var newsroom = await ApprovedAsync();
        newsroom.Write(Glossary, Settled + "  - term: sala\n    language: it\n    translations:\n      en: hall\n");
        (await newsroom.SucceedAsync("status", "premio")).Output.ShouldContain("en       public: translation approved by Ada Neri");
    }

    [Fact]
    public async Task What_is_approved_as_it_is_stays_approved_until_the_term_changes()
    {
        using var newsroom = await ApprovedAsync();
        newsroom.Replace(Glossary, "en: Grand Prix", "en: Top Prize");
        await newsroom.SucceedAsync("approve", "2026/premio", "--language", "en", "--by", "Ada Neri");
        (await newsroom.SucceedAsync("status", "premio")).Output.ShouldContain("en       public: translation approved by Ada Neri");
    }

    [Fact]
    public async Task A_blocked_draft_is_drafted_again_once_for_each_change()
    {
        using var newsroom = New();
        await newsroom.SucceedAsync("translate", "premio", "--to", "en", "--with", "identity");
        newsroom.Replace(Glossary, "en: Grand Prix", "en: Top Prize");
        (await newsroom.SucceedAsync("translate", "premio", "--to", "en", "--with", "identity")).Errors.ShouldContain("2026/premio in en: 1 segment drafted");
        newsroom.Read($"{Release}/en.xlf").ShouldContain("<target>Top Prize ");
        var drafted = newsroom.Read($"{Release}/en.xlf");
        await newsroom.SucceedAsync("translate", "premio", "--to", "en", "--with", "identity");
        newsroom.Read($"{Release}/en.xlf").ShouldBe(drafted);
    }

    [Theory]
    [InlineData("tbx")]
    [InlineData("csv")]
    public async Task A_glossary_goes_out_and_comes_back_without_a_change(string format)
    {
        using var newsroom = New();
        (await newsroom.SucceedAsync("glossary", "export", "--format", format)).Output.ShouldBe($"glossary.{format}: 1 entry\n");
        (await newsroom.SucceedAsync("glossary", "import", $"glossary.{format}")).Output.ShouldBe("0 new, 0 changed, 1 as they were\n");
        newsroom.Read(Glossary).ShouldBe(Settled);
    }

    [Fact]
    public async Task An_import_shows_what_it_would_do_and_then_does_it()
    {
        using var newsroom = New();
        newsroom.Write("terms.csv", "id,language,term,status\ngran-premio,it,Gran Premio,\ngran-premio,fr,Grand Prix,\n,it,sala,\n,en,hall,\n");
        var shown = await newsroom.SucceedAsync("glossary", "import", "terms.csv", "--dry-run");
        shown.Output.ShouldContain("Gran Premio:\n+      fr: Grand Prix\n");
        newsroom.Read(Glossary).ShouldBe(Settled);
        await newsroom.SucceedAsync("glossary", "import", "terms.csv");
        newsroom.Read(Glossary).ShouldStartWith(Settled + "      fr: Grand Prix\n");
    }

    [Theory]
    [InlineData("x.tbx", "<!DOCTYPE tbx [<!ENTITY a 'b'>]><tbx/>", "x.tbx:1:1 glossary.not-tbx")]
    [InlineData("x.csv", "a;b\n", "x.csv:1:1 glossary.no-columns")]
    public async Task A_file_that_cannot_be_read_changes_nothing(string file, string text, string problem)
    {
        using var newsroom = New();
        newsroom.Write(file, text);
        var answer = await newsroom.RunAsync("glossary", "import", file);
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe([problem]);
        newsroom.Read(Glossary).ShouldBe(Settled);
    }

    private static TestNewsroom New()
    {
        var newsroom = new TestNewsroom();
        newsroom.Write(Glossary, Settled);
        newsroom.Write($"{Release}/it.md", "---\nheadline: Vince Alfa\npublished: 2026-01-10T09:00\n---\n\nGran Premio ad Alfa.\n\nIl resto resta.\n");
        return newsroom;
    }

    private static async Task<TestNewsroom> ApprovedAsync()
    {
        var newsroom = New();
        await newsroom.SucceedAsync("translate", "premio", "--to", "en", "--with", "identity");
        await newsroom.SucceedAsync("approve", "2026/premio", "--language", "en", "--by", "Ada Neri");
        return newsroom;
    }

    private static string Unit(TestNewsroom newsroom)
    {
        var before = newsroom.Read($"{Release}/en.xlf").Split("<source>Gran Premio")[0];
        return before[(before.LastIndexOf("<unit id=\"", StringComparison.Ordinal) + 10)..].Split('"')[0];
    }
}
