using System.Globalization;

namespace PressKit.Cli.Tests;

/// <summary>Of a change in a newsroom of some 64 releases in ten languages, exactly the files that depend on it are written.</summary>
public sealed class FilesWrittenTests
{
    private const string Edited = "content/releases/2024/r030/it.md";
    private static readonly string[] Languages = ["it", "en", "fr", "de", "es", "pt", "ca", "ja", "zh-Hans", "ar"];

    [Fact]
    public async Task An_older_text_is_on_its_page_and_in_the_feed_of_its_month() =>
        (await WrittenAsync(n => n.Write(Edited, n.Read(Edited) + "\nUn paragrafo.\n"))).ShouldBe(
        [
            "it/2024/r030/index.html",
            "it/feed/2024-04.xml",
        ]);

    [Fact]
    public async Task The_text_of_a_new_release_is_in_the_feeds_that_have_it() =>
        (await WrittenAsync(n => n.Write("content/releases/2025/r063/it.md", n.Read("content/releases/2025/r063/it.md") + "\nUn paragrafo.\n"))).ShouldBe(
        [
            "feed.xml",
            "it/2025/r063/index.html",
            "it/feed.xml",
            "it/topics/t0/feed.xml",
        ]);

    [Fact]
    public async Task A_summary_is_in_the_lists_of_its_language_as_well() =>
        (await WrittenAsync(n => n.Replace(Edited, "Breve.", "Brevissimo."))).ShouldBe(
        [
            "it/2024/r030/index.html",
            "it/archive/2024/04/index.html",
            "it/archive/page/2/index.html",
            "it/feed/2024-04.xml",
            "it/topics/t0/index.html",
        ]);

    [Fact]
    public async Task A_new_release_in_ten_languages_is_seven_files_in_each_and_two_for_all() =>
        (await WrittenAsync(n => Add(n, 64))).ShouldBe(OfNew(64, "2025/08", "t1"), ignoreOrder: true);

    [Fact]
    public async Task Lists_begin_a_new_page_in_one_language_at_a_time() =>
        (await WrittenAsync(n => Add(n, 70), releases: 70)).ShouldBe(
        [
            .. OfNew(70, "2025/11", "t1"),
            "en/archive/page/2/index.html",
            "en/archive/page/3/index.html",
        ], ignoreOrder: true);

    [Fact]
    public async Task The_page_of_a_year_changes_with_the_first_release_of_a_month() =>
        (await WrittenAsync(n => Add(n, 65), releases: 65)).ShouldBe(
        [
            .. OfNew(65, "2025/09", "t2"),
            .. Languages.Select(l => $"{l}/archive/2025/index.html"),
            .. Languages.Select(l => $"{l}/feed/2025-08.xml"),
            .. Languages.Select(l => $"{l}/feed/2025-07.xml"),
        ], ignoreOrder: true);

    private static IEnumerable<string> OfNew(int number, string month, string topic) =>
    [
        "feed.xml",
        "sitemap.xml",
        .. Languages.SelectMany(l => new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"{l}/2025/r{number:000}/index.html"),
            $"{l}/archive/{month}/index.html",
            $"{l}/archive/index.html",
            $"{l}/feed.xml",
            $"{l}/index.html",
            $"{l}/topics/{topic}/feed.xml",
            $"{l}/topics/{topic}/index.html",
        }),
    ];

    /// <summary>The paths of the files that a change has written anew or for the first time, in their order; what the command counts are
    /// those and no others.</summary>
    private static async Task<List<string>> WrittenAsync(Action<TestNewsroom> change, int releases = 64)
    {
        using var newsroom = new TestNewsroom(site: null);
        newsroom.Write("content/newsroom.yml", $"""
            name: Acme
            url: https://acme.example/
            languages: [{string.Join(", ", Languages)}]
            language: it
            timezone: Europe/Rome
            theme: press
            formats: [html, rss, sitemap]
            """);
        newsroom.Write("content/topics.yml", string.Concat(Enumerable.Range(0, 3).Select(t =>
            string.Create(CultureInfo.InvariantCulture, $"t{t}:\n  name: {{ {string.Join(", ", Languages.Select(l => $"{l}: T{t} {l}"))} }}\n"))));
        for (var number = 0; number < releases; number++) Add(newsroom, number);
        await newsroom.SucceedAsync("build");
        var before = newsroom.Published();
        change(newsroom);
        var answer = await newsroom.SucceedAsync("build");
        var written = newsroom.Published().Where(f => !before.TryGetValue(f.Key, out var was) || !was.AsSpan().SequenceEqual(f.Value)).Select(f => f.Key)
            .Order(StringComparer.Ordinal).ToList();
        answer.Output.ShouldContain($"{written.Count} files written", customMessage: answer.Output);
        return written;
    }

    private static void Add(TestNewsroom newsroom, int number)
    {
        var at = new DateTime(2023, 1, 9, 9, 0, 0, DateTimeKind.Utc).AddDays(number * 15);
        foreach (var language in Languages)
        {
            newsroom.Write(string.Create(CultureInfo.InvariantCulture, $"content/releases/{at.Year}/r{number:000}/{language}.md"), string.Create(CultureInfo.InvariantCulture, $"""
                ---
                headline: R{number} {language}
                summary: Breve.
                published: {at:yyyy-MM-dd'T'HH:mm}Z
                topics: [t{number % 3}]
                slug: r{number:000}
                ---

                Testo {number}.

                """));
        }
    }
}
