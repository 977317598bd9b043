using PressKit.Testing;

namespace PressKit.Cli.Tests.Commands;

public sealed class TranslateTests
{
    private const string Folder = "content/releases/2025/lancio";

    [Fact]
    public async Task Translating_again_changes_no_byte()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate");
        var before = TestNewsroom.Files(Path.Combine(newsroom.Folder, "content"));
        before.Keys.ShouldContain("releases/2025/lancio/en.xlf");
        before.Keys.ShouldContain("releases/2025/lancio/ja.xlf");
        before.Keys.ShouldNotContain("releases/2025/lancio/ar.xlf", "somebody wrote the Arabic edition");
        newsroom.Time.Advance(TimeSpan.FromDays(3));
        await newsroom.SucceedAsync("translate");
        Same.Site(TestNewsroom.Files(Path.Combine(newsroom.Folder, "content")), before);
    }

    [SkippableFact]
    public async Task What_translate_writes_validates_against_the_schema()
    {
        var schema = new XliffSchema();
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate");
        schema.Validate(File.ReadAllBytes(Path.Combine(newsroom.Folder, Folder, "en.xlf"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_and_codes_survive_and_the_page_says_who_made_it()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("publish");
        var page = newsroom.Read("output/en/2025/" + Slug(newsroom, "en") + "/index.html");
        page.ShouldContain("Acme");
        page.ShouldContain("<a href=\"https://cosa.example/\" title=\"");
        page.ShouldContain("hreflang=\"ja\"");
        page.ShouldContain("/news/it/2025/acme-presenta-la-cosa/\">");
    }

    [Fact]
    public async Task A_text_under_embargo_goes_to_no_service_that_is_not_named_for_it()
    {
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.SucceedAsync("translate");
        answer.Errors.ShouldContain("[translation.embargoed]");
        newsroom.Replace("content/newsroom.yml", "with: [pseudo]", "with: [pseudo]\n  embargoed: [pseudo]");
        (await newsroom.SucceedAsync("translate")).Errors.ShouldNotContain("[translation.embargoed]");
        TestNewsroom.Files(newsroom.Folder).Keys.ShouldContain("content/releases/2026/segreto/en.xlf");
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_sent_and_sends_nothing()
    {
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.SucceedAsync("translate", "lancio", "--to", "en", "--dry-run");
        answer.Output.ShouldContain("2025/lancio in en: ");
        answer.Output.ShouldContain("characters would be sent.");
        TestNewsroom.Files(Path.Combine(newsroom.Folder, Folder)).Keys.ShouldNotContain("en.xlf");
    }

    [Fact]
    public async Task An_approval_is_taken_back_by_any_change_of_the_text()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "--to", "en");
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        newsroom.Read($"{Folder}/en.xlf").ShouldContain("state=\"final\"");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("translation approved by Ada Neri");
        newsroom.Replace($"{Folder}/en.xlf", "</target>", ".</target>");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldNotContain("approved by Ada Neri");
    }

    [Fact]
    public async Task A_signed_off_translation_is_not_overwritten_when_its_source_changes()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "--to", "en");
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        newsroom.Replace($"{Folder}/it.md", "Costa 42.000 dollari.", "Costa 43.000 dollari.");
        await newsroom.SucceedAsync("build");
        newsroom.Published().Keys.ShouldNotContain(f => f.StartsWith("en/2025/", StringComparison.Ordinal));
        await newsroom.SucceedAsync("translate", "--to", "en");
        var xliff = newsroom.Read($"{Folder}/en.xlf");
        xliff.ShouldContain("pk:previous");
        xliff.ShouldContain("Costa 42.000 dollari.");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("en       held: changed since it was approved");
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("en       public: translation approved by Ada Neri");
    }

    [Fact]
    public async Task An_address_on_record_stays_when_the_headline_changes()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("publish");
        newsroom.Replace($"{Folder}/it.md", "headline: Acme presenta la Cosa", "headline: Un altro titolo");
        await newsroom.SucceedAsync("publish");
        newsroom.Published().Keys.ShouldContain("it/2025/acme-presenta-la-cosa/index.html");
    }

    private static string Slug(TestNewsroom newsroom, string language)
    {
        var record = newsroom.Read($"{Folder}/record.yml").Split('\n');
        var line = record[Array.IndexOf(record, $"  {language}:") + 1];
        return line[(line.IndexOf('"', StringComparison.Ordinal) + 1)..line.LastIndexOf('"')];
    }
}
