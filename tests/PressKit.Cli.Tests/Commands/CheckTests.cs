using System.Globalization;

namespace PressKit.Cli.Tests.Commands;

/// <summary>The checks of translations, as the command and the gate use them.</summary>
public sealed class CheckTests
{
    private const string Source = "content/releases/2026/cifre/it.md";
    private const string English = "content/releases/2026/cifre/en.xlf";
    private const string Page = "en/2026/the-figures-of-acme/index.html";

    [Fact]
    public async Task A_finding_stands_at_its_line_and_is_dismissed_until_the_text_changes()
    {
        using var newsroom = await DraftedAsync("Acme has 4,700 clients.");
        var line = Array.FindIndex(newsroom.Read(English).Split('\n'), l => l.Contains("4,700", StringComparison.Ordinal)) + 1;
        var answer = await newsroom.RunAsync("check", "cifre");
        answer.Errors.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"{English}:{line}:9: warning: “4.600” is “4,700” here."));
        answer.Errors.ShouldContain("[check.numbers]");
        var id = answer.Errors.Split("finding ")[1][..8];

        (await newsroom.RunAsync("check", "--dismiss", id)).Code.ShouldBe(ExitCode.Usage);
        (await newsroom.RunAsync("check", "--dismiss", "00000000", "--by", "Ada Neri", "--reason", "no")).Code.ShouldBe(ExitCode.Usage);
        await newsroom.SucceedAsync("check", "--dismiss", id, "--by", "Ada Neri", "--reason", "100 more signed since");
        newsroom.Read("content/releases/2026/cifre/dismissed.yml").ShouldContain("reason: \"100 more signed since\"");
        (await newsroom.SucceedAsync("check", "cifre")).Errors.ShouldNotContain("check.numbers");

        newsroom.Replace(English, "4,700", "4,800");
        (await newsroom.RunAsync("check", "cifre")).Errors.ShouldContain("check.numbers");
    }

    [Fact]
    public async Task A_fix_mends_a_machines_draft_and_leaves_a_persons_text_alone()
    {
        using var newsroom = await DraftedAsync("Acme has 4,600  clients .");
        var draft = newsroom.Read(English);
        newsroom.Write(English, draft.Replace(" state=\"initial\" subState=\"pk:mt\"", " state=\"translated\"", StringComparison.Ordinal));
        await newsroom.RunAsync("check", "--fix");
        newsroom.Read(English).ShouldContain("4,600  clients .");
        (await newsroom.RunAsync("check")).Errors.ShouldContain("It would read: ");

        newsroom.Write(English, draft);
        (await newsroom.SucceedAsync("check", "--fix")).Errors.ShouldContain("2026/cifre in en: 1 sentence mended");
        newsroom.Read(English).ShouldContain("<target>Acme has 4,600 clients.</target>");
        newsroom.Read(English).ShouldContain("marks and spaces mended by PressKit");
        newsroom.Read(English).ShouldContain("Apertium");
    }

    [Fact]
    public async Task An_error_in_a_draft_holds_that_edition_and_nothing_else()
    {
        using var newsroom = await DraftedAsync("Acme has 4,700 clients.");
        await newsroom.SucceedAsync("publish");
        newsroom.Published().Keys.ShouldNotContain(Page);
        newsroom.Published().Keys.ShouldContain("it/2026/le-cifre-di-acme/index.html");
        (await newsroom.SucceedAsync("status", "cifre")).Output.ShouldContain("machine draft with 1 error found by checks");
    }

    [Fact]
    public async Task A_lost_link_is_reported_once()
    {
        using var newsroom = await DraftedAsync("Acme has 4,600 clients.", "Acme ha 4.600 [clienti](https://example.org/clienti).");
        (await newsroom.RunAsync("check", "cifre")).Errors.Split("code-missing]").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_policy_can_let_drafts_with_errors_out()
    {
        using var newsroom = await DraftedAsync("Acme has 4,700 clients.");
        newsroom.Replace("content/newsroom.yml", "  machine: label", "  machine: label\n  checks: report");
        await newsroom.SucceedAsync("publish");
        newsroom.Published().Keys.ShouldContain(Page);
    }

    [Fact]
    public async Task What_a_person_approved_is_never_held_by_a_check()
    {
        using var newsroom = await DraftedAsync("Acme has 4,700 clients.");
        await newsroom.SucceedAsync("approve", "2026/cifre", "--language", "en", "--by", "Ada Neri");
        await newsroom.SucceedAsync("publish");
        newsroom.Published().Keys.ShouldContain(Page);
        (await newsroom.RunAsync("check", "cifre")).Problems.ShouldHaveSingleItem().ShouldEndWith("check.numbers");
    }

    [Fact]
    public async Task A_field_longer_than_the_newsroom_allows_is_found()
    {
        using var newsroom = await DraftedAsync("Acme has 4,600 clients.");
        newsroom.Replace("content/newsroom.yml", "  machine: label", "  machine: label\n  lengths:\n    headline: 12");
        (await newsroom.RunAsync("check", "cifre")).Errors.ShouldContain("The field has 19 characters; 12 are allowed.");
    }

    [Fact]
    public async Task A_rule_of_the_newsrooms_own_is_applied_mended_and_dismissed_like_any_other()
    {
        using var newsroom = await DraftedAsync("Acme has 4,600 customers.");
        newsroom.Write("content/checks.yml", "rules:\n  - id: clients\n    never: '\\bcustomers\\b'\n    write: clients\n    severity: error\n    reason: They are clients here.\n");
        var answer = await newsroom.RunAsync("check", "cifre");
        answer.Errors.ShouldContain("“customers” must not stand here (rule 'clients').");
        answer.Errors.ShouldContain("They are clients here. 'presskit check --fix' does it: Acme has 4,600 clients.");
        (await newsroom.SucceedAsync("status", "cifre")).Output.ShouldContain("machine draft with 1 error found by checks");
        await newsroom.SucceedAsync("check", "--fix");
        newsroom.Read(English).ShouldContain("<target>Acme has 4,600 clients.</target>");
    }

    [Fact]
    public async Task A_rule_that_cannot_be_right_is_reported_with_its_place_and_left_out()
    {
        using var newsroom = await DraftedAsync("Acme has 4,600 clients.");
        newsroom.Write("content/checks.yml", """
            rules:
              - id: open
                never: '(clients'
              - id: nothing
                never: 'x*'
              - id: half
                source: 'clienti'
              - id: both
                never: 'x'
                target: 'y'
              - never: 'x'
              - id: fine
                never: 'xyz'
              - id: fine
                never: 'xyz'
              - id: word
                never: 'xyz'
                severity: grave
            """);
        (await newsroom.RunAsync("check")).Problems.ShouldBe([
            "content/checks.yml:3:12 checks.bad-pattern", "content/checks.yml:5:12 checks.bad-pattern", "content/checks.yml:6:5 checks.bad-rule", "content/checks.yml:8:5 checks.bad-rule",
            "content/checks.yml:11:5 checks.bad-rule", "content/checks.yml:14:9 checks.duplicate-rule", "content/checks.yml:18:15 content.unknown-value",
        ]);
        (await newsroom.RunAsync("check")).Errors.ShouldContain("'(clients' is no regular expression: InsufficientClosingParentheses at character 8.");
    }

    [Fact]
    public async Task A_draft_is_reported_with_what_checks_find_in_it()
    {
        using var newsroom = await DraftedAsync("Acme has 4,600 clients.");
        (await newsroom.SucceedAsync("check", "cifre")).Errors.ShouldBe("");
    }

    /// <summary>A release with a draft of a service, put together by hand.</summary>
    private static async Task<TestNewsroom> DraftedAsync(string sentence, string source = "Acme ha 4.600 clienti.")
    {
        var newsroom = new TestNewsroom();
        newsroom.Write(Source, "---\nheadline: Le cifre di Acme\npublished: 2026-01-10T09:00\nlanguages: [it, en]\n---\n\n" + source + "\n");
        await newsroom.SucceedAsync("translate", "cifre", "--to", "en", "--with", "identity");
        newsroom.Replace(English, "PressKit identity", "Apertium 3.8");
        newsroom.Replace(English, "<target>Le cifre di Acme</target>", "<target>The figures of Acme</target>");
        var start = newsroom.Read(English).IndexOf("<target>Acme ha 4.600", StringComparison.Ordinal);
        newsroom.Replace(English, newsroom.Read(English)[start..].Split("</target>")[0], $"<target>{sentence}");
        var record = newsroom.Read("content/releases/2026/cifre/record.yml");
        newsroom.Write("content/releases/2026/cifre/record.yml", record.Replace("slug: \"le-cifre-di-acme\"\n", "slug: \"the-figures-of-acme\"\n", StringComparison.Ordinal));
        return newsroom;
    }
}
