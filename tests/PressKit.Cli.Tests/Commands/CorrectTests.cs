using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PressKit.Cli.Tests.Commands;

public sealed class CorrectTests
{
    private const string Folder = "content/releases/2025/lancio";
    private const string Reason = "La Cosa costa 42.000 dollari, non 24.000.";

    [Fact]
    public async Task One_event_is_told_in_every_language_and_in_every_format_at_once()
    {
        using var newsroom = await PublishedAsync();
        newsroom.Replace($"{Folder}/it.md", "Costa 42.000 dollari.", "Costa 42.000 dollari, e non di meno.");
        await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", Reason, "--by", "Chi Corregge");
        await newsroom.SucceedAsync("build");
        foreach (var (path, bytes) in newsroom.Published().Where(f => IsOfTheRelease(f.Key))) Encoding.UTF8.GetString(bytes).ShouldContain("42.000 dollari, non", customMessage: path);
        foreach (var feed in new[] { "feed.xml", "it/feed.atom", "ar/feed.json" }) newsroom.Read($"output/{feed}").ShouldContain("42.000 dollari, non", customMessage: feed);
        foreach (var path in newsroom.Published().Keys) newsroom.Read($"output/{path}").ShouldNotContain("Chi Corregge", customMessage: path);
    }

    [Fact]
    public async Task No_edition_waits_for_its_translation_and_no_approval_is_lost()
    {
        using var newsroom = await PublishedAsync();
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "ja", "--by", "Ada Neri");
        await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", Reason);
        (await StatesAsync(newsroom)).ShouldBe(
        [
            "it       public: source; corrected on 2026-01-20",
            "en       public: machine draft by PressKit pseudo-translation; corrected on 2026-01-20, told in it (machine 100 %)",
            "ja       public: translation approved by Ada Neri; corrected on 2026-01-20, told in it (machine 100 %)",
            "ar       public: written in this language; corrected on 2026-01-20, told in it",
        ]);
        (await newsroom.RunAsync("check", "lancio")).Errors.ShouldContain("event.not-translated");

        await newsroom.SucceedAsync("publish");
        (await StatesAsync(newsroom))[2].ShouldBe("ja       public: translation approved by Ada Neri; corrected on 2026-01-20, told by a machine (machine 100 %)");
        newsroom.Read($"{Folder}/ja.xlf").ShouldContain("<unit id=\"events.");

        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "ja", "--by", "Ada Neri");
        (await StatesAsync(newsroom))[2].ShouldBe("ja       public: translation approved by Ada Neri; corrected on 2026-01-20 (machine 100 %)");
    }

    [Fact]
    public async Task Where_machine_drafts_wait_so_does_that_of_the_reason_and_readers_get_the_original()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "machine: label", "machine: hold");
        await newsroom.SucceedAsync("publish");
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "ja", "--by", "Ada Neri");
        await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", Reason);
        await newsroom.SucceedAsync("publish");
        newsroom.Read($"{Folder}/ja.xlf").ShouldContain("<source>La Cosa costa 42.000 dollari, non 24.000.</source>");
        (await StatesAsync(newsroom))[2].ShouldContain("corrected on 2026-01-20, told in it");
        newsroom.Read("output/ja/feed.atom").ShouldContain(Reason);
    }

    [Fact]
    public async Task An_approved_reason_that_is_edited_is_told_in_the_original_until_it_is_approved_again()
    {
        using var newsroom = await PublishedAsync();
        await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", "Niente più.");
        await newsroom.SucceedAsync("translate");
        newsroom.Write($"{Folder}/ja.xlf", newsroom.Read($"{Folder}/ja.xlf").Replace("origin\">machine", "origin\">author", StringComparison.Ordinal).Replace("state=\"initial\" subState=\"pk:mt\"", "state=\"translated\"", StringComparison.Ordinal));
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "ja", "--by", "Ada Neri");
        (await StatesAsync(newsroom))[2].ShouldNotContain("told in it");
        newsroom.Write($"{Folder}/ja.xlf", Regex.Replace(newsroom.Read($"{Folder}/ja.xlf"),
            "(?<=<source>Niente più.</source>\\s*<target>)[^<]*", "別のもの。", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        (await StatesAsync(newsroom))[2].ShouldBe("ja       public: translation approved by Ada Neri; corrected on 2026-01-20, told in it (person 100 %)");
    }

    [Fact]
    public async Task An_earlier_edition_tells_of_the_present_correction()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "  machine: label", "  machine: label\n  stale: earlier");
        await newsroom.SucceedAsync("publish");
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "ja", "--by", "Ada Neri");
        newsroom.Replace($"{Folder}/it.md", "Costa 42.000 dollari.", "Costa di più, e non poco.");
        await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", "Costa di più.", "--in", "ja=もっと高価です。");
        await newsroom.SucceedAsync("build");
        var page = newsroom.Published().Single(f => f.Key.StartsWith("ja/2025/", StringComparison.Ordinal) && f.Key.EndsWith("newsml.xml", StringComparison.Ordinal));
        Encoding.UTF8.GetString(page.Value).ShouldContain("もっと高価です。");
        (await StatesAsync(newsroom))[2].ShouldContain("public: earlier edition approved by Ada Neri");
    }

    [Fact]
    public async Task A_mistake_of_translations_alone_is_told_in_these_alone()
    {
        using var newsroom = await PublishedAsync();
        var before = newsroom.Published();
        await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", "Il prezzo era sbagliato in giapponese.", "--languages", "ja");
        await newsroom.SucceedAsync("build");
        var changed = newsroom.Published().Where(f => !before[f.Key].AsSpan().SequenceEqual(f.Value)).Select(f => f.Key).ToList();
        changed.ShouldContain(path => path.StartsWith("ja/2025/", StringComparison.Ordinal));
        changed.ShouldAllBe(path => path.StartsWith("ja/", StringComparison.Ordinal) || path.StartsWith("feed.", StringComparison.Ordinal)
            || path.StartsWith("items.", StringComparison.Ordinal) || path.StartsWith("sitemap", StringComparison.Ordinal));
        await newsroom.SucceedAsync("translate");
        newsroom.Read($"{Folder}/en.xlf").ShouldNotContain("events.");
    }

    [Fact]
    public async Task A_dry_run_says_which_pages_are_meant_and_writes_nothing()
    {
        using var newsroom = await PublishedAsync();
        var before = newsroom.Read($"{Folder}/record.yml");
        using var json = JsonDocument.Parse((await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", $" {Reason}\n", "--dry-run", "--json")).Output);
        json.RootElement.GetProperty("recorded").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("reason").GetString().ShouldBe(Reason);
        json.RootElement.GetProperty("pages").EnumerateArray().Select(p => p.GetProperty("language").GetString()).ShouldBe(["it", "en", "ja", "ar"]);
        newsroom.Read($"{Folder}/record.yml").ShouldBe(before);
    }

    [Fact]
    public async Task Where_nothing_was_corrected_in_the_text_somebody_is_told()
    {
        using var newsroom = await PublishedAsync();
        (await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", Reason)).Errors.ShouldNotContain("correction.no-change");
        (await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", "Di nuovo.")).Errors.ShouldContain("correction.no-change");
        (await newsroom.RunAsync("check")).Errors.ShouldContain("correction.no-change");
        newsroom.Replace($"{Folder}/it.md", "42.000", "43.000");
        (await newsroom.RunAsync("check")).Errors.ShouldNotContain("correction.no-change");
        (await newsroom.SucceedAsync("correct", "2025/lancio", "--reason", "Ora sì.")).Errors.ShouldNotContain("correction.no-change");
    }

    [Theory]
    [InlineData("2026/segreto", ExitCode.Problems, "correction.not-public")]
    [InlineData("about", ExitCode.Usage, "standing page")]
    [InlineData("2025/lancia", ExitCode.Usage, "Did you mean '2025/lancio'?")]
    public async Task What_nobody_has_read_is_not_corrected(string release, int code, string said)
    {
        using var newsroom = await PublishedAsync();
        var answer = await newsroom.RunAsync("correct", release, "--reason", Reason);
        answer.Code.ShouldBe(code);
        answer.Errors.ShouldContain(said);
    }

    [Theory]
    [InlineData("--reason", " ")]
    [InlineData("--reason", "x", "--in", "de=x")]
    [InlineData("--reason", "x", "--in", "ja")]
    [InlineData("--reason", "x", "--in", "it=x")]
    [InlineData("--reason", "x", "--languages", "de")]
    public async Task What_makes_no_sense_is_refused(params string[] options)
    {
        using var newsroom = await PublishedAsync();
        var before = newsroom.Read($"{Folder}/record.yml");
        (await newsroom.RunAsync(["correct", "2025/lancio", .. options])).Code.ShouldBe(ExitCode.Usage);
        newsroom.Read($"{Folder}/record.yml").ShouldBe(before);
    }

    [Fact]
    public async Task Nothing_is_entered_in_a_record_that_cannot_be_read()
    {
        using var newsroom = await PublishedAsync();
        newsroom.Write($"{Folder}/record.yml", newsroom.Read($"{Folder}/record.yml") + "events:\n  - event: correction\n");
        var answer = await newsroom.RunAsync("correct", "2025/lancio", "--reason", Reason);
        answer.Problems.ShouldContain($"{Folder}/record.yml record.damaged");
    }

    private static async Task<TestNewsroom> PublishedAsync()
    {
        var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("publish");
        return newsroom;
    }

    private static async Task<List<string>> StatesAsync(TestNewsroom newsroom) =>
        [.. (await newsroom.SucceedAsync("status", "lancio")).Output.Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Trim())];

    private static bool IsOfTheRelease(string path) => path.Contains("/2025/", StringComparison.Ordinal) && !path.Contains("/archive/", StringComparison.Ordinal)
        && !path.Contains("oembed", StringComparison.Ordinal);
}
