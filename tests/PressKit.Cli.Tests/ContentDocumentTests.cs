using System.Text.Json;
using System.Text.RegularExpressions;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>What <c>docs/content.md</c> says of a newsroom's files is what the readers read.</summary>
public sealed partial class ContentDocumentTests
{
    // So unlike any key that the readers answer with all keys that they know.
    private const string Unknown = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";

    private static readonly Document Content = new("docs/content.md");

    /// <summary>Each file that has keys, with an unknown one wherever keys can stand, and the section that lists them.</summary>
    private static readonly (string File, string Section, string Text)[] Files =
    [
        ("content/newsroom.yml", "newsroom.yml", $"""
            name: Acme
            url: https://press.acme.example/
            timezone: Europe/Rome
            languages: [it]
            {Unknown}: x
            publication:
              {Unknown}: x
              lengths:
                {Unknown}: x
            translation:
              {Unknown}: x
              services:
                deepl:
                  {Unknown}: x
            review:
              {Unknown}: x
              proxy:
                {Unknown}: x
              webhooks:
                - {Unknown}: x
            memory:
              {Unknown}: x
            feeds:
              {Unknown}: x
            deployment:
              {Unknown}: x
            security:
              {Unknown}: x
            """),
        ("content/topics.yml", "topics.yml", $"ID:\n  {Unknown}: x\n"),
        ("content/contacts.yml", "contacts.yml", $"ID:\n  {Unknown}: x\n"),
        ("content/series.yml", "series.yml", $"ID:\n  {Unknown}: x\n"),
        ("content/spokespeople.yml", "spokespeople.yml", $"ID:\n  {Unknown}: x\n  portrait:\n    {Unknown}: x\n"),
        ("content/glossary.yml", "glossary.yml", $"""
            {Unknown}: x
            terms:
              - {Unknown}: x
                forms:
                  - {Unknown}: x
                translations:
                  it:
                    - {Unknown}: x
            """),
        ("content/segmentation.yml", "segmentation.yml", $"it:\n  {Unknown}: x\n"),
        ("content/checks.yml", "checks.yml", $"{Unknown}: x\nrules:\n  - {Unknown}: x\n"),
        ("content/releases/2025/acme/it.md", "Front matter", $"""
            ---
            headline: Acme
            {Unknown}: x
            dateline:
              {Unknown}: x
            media:
              - {Unknown}: x
            quotes:
              - {Unknown}: x
            ---
            """),
        ("content/releases/2025/acme/record.yml", "record.yml", $"""
            {Unknown}: x
            editions:
              it:
                {Unknown}: x
                approvals:
                  - {Unknown}: x
                    takenBack:
                      {Unknown}: x
            events:
              - {Unknown}: x
            """),
        ("content/releases/2025/acme/dismissed.yml", "dismissed.yml", $"{Unknown}: x\ndismissed:\n  - {Unknown}: x\n"),
    ];

    [Fact]
    public async Task Every_key_that_is_read_is_documented_and_no_other()
    {
        using var folder = new TestNewsroom(null);
        foreach (var (file, _, text) in Files) folder.Write(file, text);
        var places = Problems(await folder.RunAsync("check", "--json")).Where(p => p.Code.EndsWith(".unknown-key", StringComparison.Ordinal)).ToList();

        foreach (var (file, section, _) in Files)
        {
            var read = places.Where(p => p.File == file).SelectMany(p => KeysKnownAt(p, section)).ToList();
            var documented = Content.Entries(section).Where(e => Key().IsMatch(e)).ToList();
            read.Except(documented, StringComparer.Ordinal).ShouldBeEmpty($"The section {section} says nothing of them.");
            documented.Except(read, StringComparer.Ordinal).ShouldBeEmpty($"The section {section} lists them, and nothing reads them.");
        }

        var reports = Directory.EnumerateFiles(Repository.PathTo("src", "PressKit", "Content"), "*.cs")
            .Sum(f => File.ReadAllText(f).Split(".ReportUnknownKeys(").Length - 1);
        // The forms of a term and its translations are read by one.
        places.Count.ShouldBe(reports + 1, "Keys can stand in a place that this test does not know.");
    }

    [Fact]
    public async Task The_samples_put_together_are_a_newsroom_that_is_published()
    {
        using var newsroom = new TestNewsroom(null);
        var samples = Content.Samples().Where(s => s.Title.Length > 0).ToList();
        foreach (var sample in samples) newsroom.Write(sample.Title, string.Join('\n', sample.Lines) + "\n");
        newsroom.Write("content/releases/2026/new-stage/media/stage.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>""");
        newsroom.Write("content/portraits/luca-bo.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="4" height="5"/>""");

        Problems(await newsroom.SucceedAsync("check", "--json")).ShouldBeEmpty();
        (await newsroom.SucceedAsync("publish", "--now", "2026-12-01T09:00+01:00")).Errors.ShouldNotContain("warning");
        string[] pages = ["it/2026/nuova-sede/", "it/contact/", "it/", "it/archive/", "it/topics/theatre/", "it/series/new-house/",
            "it/archive/2026/", "it/archive/2026/11/", "it/spokespeople/", "it/spokespeople/luca-bo/", "it/contacts/", "it/media/", "it/feeds/",
            "it/accessibility/", "it/2026/nuova-sede/release.txt", "it/404.html", "it/410.html", "it/feed.xml", "sitemap.xml"];
        foreach (var page in pages)
            newsroom.Published().Keys.ShouldContain(page.EndsWith('/') ? page + "index.html" : page);
        var addresses = Content.Rows("Addresses").ToList();
        foreach (var page in pages) addresses.ShouldContain(r => r.Contains($"`/{page}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-20T09:00", true)]
    [InlineData("2026-11-20 09:00", true)]
    [InlineData("2026-11-20T09:00:30", true)]
    [InlineData("2026-11-20T09:00+09:00", true)]
    [InlineData("2026-11-20T00:00Z", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("20.11.2026", false)]
    public async Task Times_are_read_as_the_document_writes_them(string time, bool isRead)
    {
        if (isRead) Content.Entries("Front matter").ShouldContain(time);
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2025/lancio/it.md", "published: 2025-11-03T09:00", $"published: {time}");
        (await newsroom.RunAsync("check")).Problems.ShouldBe(isRead ? [] : ["content/releases/2025/lancio/it.md:8:12 content.bad-date"]);
    }

    private static IEnumerable<string> KeysKnownAt(Found problem, string section)
    {
        var path = Index().Replace(problem.Message.Split('\'')[1][..^Unknown.Length], "");
        if (section == "glossary.yml") path = path.Replace("translations.it.", "translations.LANGUAGE.", StringComparison.Ordinal);
        if (section == "newsroom.yml") path = path.Replace("services.deepl.", "services.NAME.", StringComparison.Ordinal);
        if (section == "record.yml") path = path.Replace("editions.it.", "editions.LANGUAGE.", StringComparison.Ordinal);
        if (section == "segmentation.yml") path = path.Replace("it.", "LANGUAGE.", StringComparison.Ordinal);
        problem.Remedy.ShouldStartWith("Known keys: ");
        var keys = problem.Remedy["Known keys: ".Length..].TrimEnd('.').Split(", ");
        keys.ShouldBeUnique();
        return keys.Select(k => path + k);
    }

    private static List<Found> Problems(TestNewsroom.Answer answer) => [.. JsonDocument.Parse(answer.Output).RootElement.EnumerateArray()
        .Select(p => new Found(Text(p, "code"), Text(p, "file"), Text(p, "message"), Text(p, "remedy")))];

    private static string Text(JsonElement problem, string name) => problem.GetProperty(name).GetString()!;

    private sealed record Found(string Code, string File, string Message, string Remedy);

    [GeneratedRegex(@"(?<=\.)[0-9]+\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();

    [GeneratedRegex(@"^((ID|LANGUAGE)\.)?[a-z][a-zA-Z]+(\.[a-zA-Z]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
