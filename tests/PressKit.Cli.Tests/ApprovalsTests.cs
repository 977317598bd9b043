using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PressKit.Cli.Tests;

/// <summary>What becomes of approvals when the source is edited.</summary>
public sealed class ApprovalsTests
{
    private const string Folder = "content/releases/2025/lancio";
    private const string Price = "Costa 42.000 dollari.";

    private static readonly (string Language, string Price)[] Prices =
        [("en", "It costs $42,000."), ("ja", "価格は42,000ドル。"), ("fr", "Il coûte 42\u202f000 dollars.")];

    [Fact]
    public async Task A_figure_that_changes_is_repaired_in_every_language_and_the_approval_holds()
    {
        using var newsroom = await ApprovedAsync("");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari.");
        await newsroom.SucceedAsync("build");
        Page(newsroom, "en").ShouldContain("It costs $43,500.");
        Page(newsroom, "ja").ShouldContain("価格は43,500ドル。");
        Page(newsroom, "fr").ShouldContain("Il coûte 43\u202f500 dollars.");
        Page(newsroom, "en").ShouldContain("Sentences updated automatically since the approval: 1.");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("en       public: translation approved by Ada Neri, 1 sentence repaired since");
        var built = newsroom.Published();

        var answer = await newsroom.SucceedAsync("translate");
        answer.Errors.ShouldContain("2025/lancio in en: 1 segment repaired");
        newsroom.Read($"{Folder}/en.xlf").ShouldContain("state=\"final\" subState=\"pk:repaired\"");
        newsroom.Read($"{Folder}/en.xlf").ShouldContain("<source>Costa 42.000 dollari.</source>");
        newsroom.Read($"{Folder}/en.history.jsonl").ShouldContain("\"event\":\"repaired\"");
        await newsroom.SucceedAsync("build");
        Same.Site(newsroom.Published(), built);

        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        await newsroom.SucceedAsync("build");
        Page(newsroom, "en").ShouldNotContain("updated automatically");
    }

    [Fact]
    public async Task What_was_repaired_is_as_it_was_when_the_edit_is_taken_back()
    {
        using var newsroom = await ApprovedAsync("");
        await newsroom.SucceedAsync("build");
        var built = newsroom.Published();
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari.");
        await newsroom.SucceedAsync("translate");
        newsroom.Replace($"{Folder}/it.md", "Costa 43.500 dollari.", Price);
        await newsroom.SucceedAsync("build");
        Same.Site(newsroom.Published(), built);
    }

    [Fact]
    public async Task A_paragraph_that_is_moved_keeps_its_approval()
    {
        using var newsroom = await ApprovedAsync("");
        newsroom.Replace($"{Folder}/it.md", "## Che cosa fa\n\n> «È una cosa», ha detto Ada Neri.\n", "> «È una cosa», ha detto Ada Neri.\n\n## Che cosa fa\n");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("en       public: translation approved by Ada Neri (");
    }

    [Fact]
    public async Task Where_the_policy_says_so_a_repaired_edition_waits()
    {
        using var newsroom = await ApprovedAsync("\n  repaired: hold");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari.");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("en       held: 1 sentence repaired since it was approved");
    }

    [Fact]
    public async Task A_stale_edition_is_published_whole_from_its_revision_with_a_notice_in_its_language()
    {
        using var newsroom = await ApprovedAsync("\n  stale: earlier");
        await newsroom.SucceedAsync("build");
        var approved = Page(newsroom, "en");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari, ma solo oggi.");
        newsroom.Replace($"{Folder}/it.md", "## Che cosa fa", "## Che cosa sa fare");
        newsroom.Replace($"{Folder}/it.md", "subhead: Una novità per tutti", "subhead: Una novità per pochi");
        await newsroom.SucceedAsync("build");
        var page = Page(newsroom, "en");
        Without(page, " The original has been changed since. This translation is of its earlier version.").ShouldBe(approved);
        Page(newsroom, "ja").ShouldContain("その後、原文が変更されました。この翻訳は変更前の版に基づいています。");
        Encoding.UTF8.GetString(newsroom.Published()["en/feed.xml"]).ShouldContain("This translation is of its earlier version.");
        var status = (await newsroom.SucceedAsync("status", "lancio")).Output;
        status.ShouldContain("en       public: earlier edition approved by Ada Neri on 2026-01-20; the present one waits: 3 units missing or changed in the source");

        await newsroom.SucceedAsync("translate");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("stale since 2026-01-20; the present one waits: changed since it was approved");
        await newsroom.SucceedAsync("build");
        Page(newsroom, "en").ShouldBe(page);

        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        await newsroom.SucceedAsync("build");
        Page(newsroom, "en").ShouldNotContain("earlier version");
        Page(newsroom, "en").ShouldContain("43.500");
    }

    [Fact]
    public async Task A_stale_edition_waits_where_the_policy_says_so()
    {
        using var newsroom = await ApprovedAsync("\n  stale: hold");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari, ma solo oggi.");
        await newsroom.SucceedAsync("build");
        newsroom.Published().Keys.ShouldNotContain(f => f.StartsWith("en/2025/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("published: 2025-11-03T09:00", "published: 2025-11-03T09:00\nembargo: 2027-01-01T09:00")]
    [InlineData("published: 2025-11-03T09:00", "published: 2025-11-03T09:00\nstate: draft")]
    [InlineData("published: 2025-11-03T09:00", "published: 2027-11-03T09:00")]
    [InlineData("published: 2025-11-03T09:00", "published: 2025-11-03T09:00\nlanguages: [it, ja]")]
    public async Task What_holds_the_present_source_back_holds_its_earlier_editions_back(string was, string becomes)
    {
        using var newsroom = await ApprovedAsync("\n  stale: earlier");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari, ma solo oggi.");
        newsroom.Replace($"{Folder}/it.md", was, becomes);
        await newsroom.SucceedAsync("build");
        newsroom.Published().Keys.ShouldNotContain(f => f.StartsWith("en/2025/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_release_is_public_in_no_edition()
    {
        using var newsroom = await ApprovedAsync("\n  stale: earlier");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari, ma solo oggi.");
        newsroom.Write($"{Folder}/record.yml", newsroom.Read($"{Folder}/record.yml") + "events:\n  - event: withdrawal\n    at: \"2026-01-01T00:00:00Z\"\n    reason: \"Era sbagliato.\"\n");
        await newsroom.SucceedAsync("build");
        foreach (var (path, bytes) in newsroom.Published()) Encoding.UTF8.GetString(bytes).ShouldNotMatch("42[.,]000", customMessage: path);
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldNotContain("public");
    }

    [Fact]
    public async Task A_persons_later_work_is_not_published_before_it_is_approved_and_what_was_approved_stays()
    {
        using var newsroom = await ApprovedAsync("\n  stale: earlier");
        await newsroom.SucceedAsync("build");
        var approved = Page(newsroom, "en");
        newsroom.Replace($"{Folder}/en.xlf", "It costs $42,000.", "It costs a lot.");
        await newsroom.SucceedAsync("build");
        Page(newsroom, "en").ShouldBe(approved);
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("en       public: edition approved by Ada Neri on 2026-01-20; the present one waits: changed since it was approved");
        await newsroom.SucceedAsync("translate");
        newsroom.Read($"{Folder}/en.xlf").ShouldContain("It costs a lot.");
    }

    [Fact]
    public async Task Without_its_revision_an_edition_waits_and_a_warning_says_why()
    {
        using var newsroom = await ApprovedAsync("\n  stale: earlier");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari, ma solo oggi.");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(newsroom.Folder, Folder, "revisions"), "*.md")) File.AppendAllText(file, "Altro.\n");
        var answer = await newsroom.SucceedAsync("build");
        answer.Errors.ShouldContain("[approval.lost-revision]");
        newsroom.Published().Keys.ShouldNotContain(f => f.StartsWith("en/2025/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_approval_names_its_revision_and_both_are_kept()
    {
        using var newsroom = await ApprovedAsync("");
        var record = newsroom.Read($"{Folder}/record.yml");
        var content = Regex.Match(record, "content: \"(?<hash>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["hash"].Value;
        var revision = Regex.Match(record, "revision: \"(?<hash>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["hash"].Value;
        newsroom.Read($"{Folder}/revisions/{revision}.md").ShouldBe(newsroom.Read($"{Folder}/it.md"));
        newsroom.Read($"{Folder}/revisions/{content}.xlf").ShouldContain("state=\"final\"");
    }

    [Fact]
    public async Task Whoever_wrote_a_translation_does_not_sign_it_off_alone_where_a_second_person_must()
    {
        using var newsroom = await ApprovedAsync("\n  approver: second-person");
        newsroom.Replace($"{Folder}/en.xlf", "It costs $42,000.", "It costs a lot.");
        newsroom.Write($"{Folder}/en.xlf", Regex.Replace(newsroom.Read($"{Folder}/en.xlf"), "<mda:meta type=\"origin\">machine</mda:meta>(?<space>\\s*)<mda:meta type=\"maker\">[^<]*</mda:meta>",
            "<mda:meta type=\"origin\">author</mda:meta>${space}<mda:meta type=\"maker\">Bea Rossi</mda:meta>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Replace("<mda:meta type=\"revised-by\">Ada Neri</mda:meta>", "<mda:meta type=\"revised-by\">Bea Rossi</mda:meta>", StringComparison.Ordinal));
        (await newsroom.RunAsync("approve", "2025/lancio", "--language", "en", "--by", "bea rossi")).Problems.ShouldBe([$"{Folder}/en.xlf approval.own-work"]);
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Carla Blu");
    }

    [Fact]
    public async Task The_history_is_added_to_and_a_damaged_line_breaks_nothing()
    {
        const string History = $"{Folder}/en.history.jsonl";
        using var newsroom = await ApprovedAsync("\n  stale: earlier");
        var before = newsroom.Read(History);
        before.ShouldContain("\"actor\":\"Ada Neri\"");
        newsroom.Write(History, before + "<<<<<<< ours\n{\"at\":\n\"x\"\n[1]\nbroken off");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari, ma solo oggi.");
        await newsroom.SucceedAsync("translate");
        newsroom.Read(History).ShouldStartWith(before + "<<<<<<< ours\n{\"at\":\n\"x\"\n[1]\nbroken off\n{");
        newsroom.Read(History).ShouldContain("\"event\":\"stale\"");
        (await newsroom.SucceedAsync("status", "lancio")).Output.ShouldContain("stale since 2026-01-20");
        var lines = newsroom.Read(History).Length;
        await newsroom.SucceedAsync("translate");
        newsroom.Read(History).Length.ShouldBe(lines);
    }

    [Fact]
    public async Task The_record_of_an_edition_says_who_made_reviewed_and_answers_for_it()
    {
        using var newsroom = await ApprovedAsync("\n  responsible: Ada Neri, direttrice");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari.");
        var text = (await newsroom.SucceedAsync("status", "--record", "2025/lancio/en")).Output;
        foreach (var said in new[] { "not legal advice", "Ada Neri, direttrice", "Signed off by Ada Neri at 2026-01-20T12:00:00Z", "in 1 of its sentences", "It costs $43,500.", "machine: PressKit pseudo-translation", "machine: label, stale: hold, repaired: keep, approver: anyone" })
            text.ShouldContain(said, Case.Sensitive);
        using var json = JsonDocument.Parse((await newsroom.SucceedAsync("status", "--record", "lancio/en", "--json")).Output);
        json.RootElement.GetProperty("approvals")[0].GetProperty("holds").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("sentences").EnumerateArray().Count(s => s.GetProperty("repaired").GetBoolean()).ShouldBe(1);
        json.RootElement.GetProperty("label").GetString()!.ShouldContain("updated automatically");
        (await newsroom.RunAsync("status", "--record", "2025/lancio/de")).Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public async Task Status_shows_what_was_changed_and_what_it_was()
    {
        using var newsroom = await ApprovedAsync("\n  stale: earlier");
        newsroom.Replace($"{Folder}/it.md", Price, "Costa 43.500 dollari, ma solo oggi.");
        newsroom.Replace($"{Folder}/it.md", "| Peso | 4.600 g |", "| Peso | 4.700 g |");
        var output = (await newsroom.SucceedAsync("status", "lancio", "--changes")).Output;
        output.ShouldContain("Costa [-42.000-]{+43.500+} dollari{+, ma solo oggi+}.");
        output.ShouldContain("was: It costs $42,000.");
        using var json = JsonDocument.Parse((await newsroom.SucceedAsync("status", "lancio", "--json")).Output);
        var english = json.RootElement.EnumerateArray().Single(r => r.GetProperty("language").GetString() == "en");
        english.GetProperty("sentences").GetProperty("machine").GetInt32().ShouldBeGreaterThan(5);
        english.GetProperty("changes").EnumerateArray().ShouldContain(c => c.GetProperty("earlierTranslation").GetString() == "It costs $42,000.");
    }

    [Theory]
    [InlineData("stale: later")]
    [InlineData("repaired: maybe")]
    [InlineData("approver: nobody")]
    public async Task A_policy_that_does_not_exist_is_a_problem(string key)
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "  machine: label", $"  machine: label\n  {key}");
        (await newsroom.RunAsync("check")).Problems.ShouldHaveSingleItem().ShouldEndWith(" content.unknown-value");
    }

    /// <summary>A newsroom whose release is approved in all languages, its price translated by hand.</summary>
    private static async Task<TestNewsroom> ApprovedAsync(string policy)
    {
        var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "  machine: label", "  machine: label" + policy);
        newsroom.Replace("content/newsroom.yml", "languages: [it, en, ja, ar]", "languages: [it, en, ja, ar, fr]");
        await newsroom.SucceedAsync("publish");
        foreach (var (language, price) in Prices)
        {
            var file = $"{Folder}/{language}.xlf";
            newsroom.Write(file, Regex.Replace(newsroom.Read(file), $"(?<source><source>{Regex.Escape(Price)}</source>\\s*)<target>[^<]*</target>",
                "${source}<target>" + price.Replace("$", "$$", StringComparison.Ordinal) + "</target>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
            newsroom.Read(file).ShouldContain(price);
        }

        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en,ja,fr", "--by", "Ada Neri");
        return newsroom;
    }

    private static string Page(TestNewsroom newsroom, string language) =>
        Encoding.UTF8.GetString(newsroom.Published().Single(f => f.Key.StartsWith($"{language}/2025/", StringComparison.Ordinal) && f.Key.EndsWith("/index.html", StringComparison.Ordinal)).Value);

    private static string Without(string page, string text)
    {
        page.ShouldContain(text);
        return page.Replace(text, "", StringComparison.Ordinal);
    }
}
