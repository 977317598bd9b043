using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Commands;

public sealed class BuildTests
{
    private const string AfterTheEmbargo = "2026-03-01T13:00+01:00";

    [Fact]
    public async Task The_good_newsroom_is_published_as_expected()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var expected = Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "good.expected");
        if (Environment.GetEnvironmentVariable("PRESSKIT_REWRITE_EXPECTED") is "yes") Rewrite(expected, newsroom.Published());
        Same.Site(newsroom.Published(), TestNewsroom.Files(expected));
    }

    /// <summary>What a corrected release and a withdrawn one, in Italian, Japanese and Arabic, make other than it would be.</summary>
    [Fact]
    public async Task The_corrected_newsroom_is_published_as_expected()
    {
        var corrected = Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "corrected");
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var without = newsroom.Published();
        newsroom.Add(corrected);
        await newsroom.SucceedAsync("build");
        var differs = new SortedDictionary<string, byte[]>(newsroom.Published()
            .Where(f => !without.TryGetValue(f.Key, out var bytes) || !bytes.AsSpan().SequenceEqual(f.Value)).ToDictionary(), StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("PRESSKIT_REWRITE_EXPECTED") is "yes") Rewrite(corrected + ".expected", differs);
        Same.Site(differs, TestNewsroom.Files(corrected + ".expected"));
    }

    [Fact]
    public async Task Every_feed_follows_the_rules_of_feeds()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var feeds = newsroom.Published().Where(file => file.Key.EndsWith("/feed.xml", StringComparison.Ordinal)).ToList();
        feeds.ShouldNotBeEmpty();
        feeds.SelectMany(file => FeedRules.Violations(file.Value, $"https://press.acme.example/news/{file.Key}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_build_writes_nothing()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var times = Times(newsroom);
        (await newsroom.SucceedAsync("build")).Output.ShouldContain("up to date");
        Times(newsroom).ShouldBe(times);
    }

    [Fact]
    public async Task A_build_with_an_embargoed_release_equals_a_build_without_it()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var with = newsroom.Published();
        foreach (var (path, bytes) in with) Encoding.UTF8.GetString(bytes).ShouldNotContain("CANARINO", customMessage: path);
        newsroom.Delete("content/releases/2026/segreto");
        await newsroom.SucceedAsync("build", "--output", "without");
        Same.Site(with, newsroom.Published(Path.Combine(newsroom.Folder, "without")));
    }

    [Theory]
    [InlineData("2026-03-01T11:59:59+01:00", false)]
    [InlineData("2026-03-01T12:00:00+01:00", true)]
    public async Task An_embargo_lifts_at_its_instant(string now, bool isPublic)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build", "--now", now);
        newsroom.Published().ContainsKey("it/2026/acme-presenta-un-segreto/index.html").ShouldBe(isPublic);
        newsroom.Read("output/it/2025/acme-presenta-la-cosa/index.html").Contains("acme-presenta-un-segreto", StringComparison.Ordinal).ShouldBe(isPublic);
    }

    [SkippableFact]
    public async Task The_same_bytes_in_every_culture_and_time_zone()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate");
        await newsroom.SucceedAsync("build", "--output", "expected", "--now", AfterTheEmbargo);
        var expected = newsroom.Published(Path.Combine(newsroom.Folder, "expected"));
        foreach (var (culture, zone) in new[]
        {
            ("ar-SA", "Etc/GMT+12"), ("th-TH", "Pacific/Kiritimati"), ("fa-IR", "Asia/Tehran"), ("tr-TR", "America/St_Johns"),
        })
        {
            var folder = $"{culture}-{zone.Replace('/', '-')}";
            await Elsewhere.RunAsync(culture, zone, () => newsroom.SucceedAsync("build", "--output", folder, "--now", AfterTheEmbargo));
            Same.Site(newsroom.Published(Path.Combine(newsroom.Folder, folder)), expected);
        }
    }

    [Property(MaxTest = 12, Arbitrary = [typeof(Edits)])]
    public async Task A_warm_build_equals_a_clean_build(Edit[] edits)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var (now, lasting, folder) = ("2026-01-20T12:00Z", new Publisher(), Path.Combine(newsroom.Folder, "lasting"));
        for (var i = 0; i < edits.Length; i++)
        {
            if (edits[i] == Edit.EmbargoLifts) now = AfterTheEmbargo;
            Make(edits[i], newsroom, i);
            await RecordAsync(edits[i], newsroom, i);
            await newsroom.SucceedAsync("build", "--now", now);
            lasting.Publish(newsroom.Folder, folder, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), new Problems(), CancellationToken.None).ShouldNotBeNull();
        }

        await newsroom.SucceedAsync("build", "--now", now, "--output", "clean");
        Same.Site(newsroom.Published(), newsroom.Published(Path.Combine(newsroom.Folder, "clean")));
        if (edits.Length > 0) Same.Site(newsroom.Published(folder), newsroom.Published(Path.Combine(newsroom.Folder, "clean")));
    }

    [Fact]
    public async Task Time_alone_takes_a_release_out_of_the_news_as_a_clean_build_does()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2026/ora/it.md", "---\nheadline: Ora\npublished: 2026-01-19T09:00+01:00\n---\n\nTesto.\n");
        await newsroom.SucceedAsync("build", "--now", "2026-01-21T07:59Z");
        newsroom.Read("output/sitemap-news-it.xml").ShouldContain("<news:title>Ora</news:title>");
        await newsroom.SucceedAsync("build", "--now", "2026-01-21T08:00Z");
        newsroom.Read("output/sitemap-news-it.xml").ShouldNotContain("<news:title>");
        await newsroom.SucceedAsync("build", "--now", "2026-01-21T08:00Z", "--output", "clean");
        Same.Site(newsroom.Published(), newsroom.Published(Path.Combine(newsroom.Folder, "clean")));
    }

    [Fact]
    public async Task A_feed_in_which_nothing_changed_keeps_its_bytes()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2025/altro/it.md", "---\nheadline: Altro\npublished: 2025-10-01T09:00\nlanguages: [it]\n---\n\nTesto.\n");
        await newsroom.SucceedAsync("build");
        var before = Feeds(newsroom);
        newsroom.Write("templates/plain/topic.hbs", newsroom.Read("templates/plain/topic.hbs") + "<!-- x -->\n");
        await newsroom.SucceedAsync("build", "--now", "2026-02-20T12:00Z");
        Feeds(newsroom).ShouldBe(before);

        newsroom.Replace("content/releases/2025/altro/it.md", "Testo.", "Un altro testo.");
        await newsroom.SucceedAsync("build");
        var after = Feeds(newsroom);
        before.Where(f => after[f.Key] != f.Value).Select(f => f.Key).ShouldBe(
            ["feed.atom", "feed.json", "feed.xml", "it/feed/2025-10.atom", "it/feed/2025-10.json", "it/feed/2025-10.xml", "it/feed.atom", "it/feed.json", "it/feed.xml"],
            ignoreOrder: true);
    }

    private static Dictionary<string, string> Feeds(TestNewsroom newsroom) => newsroom.Published()
        .Where(f => f.Key.Contains("feed", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => Convert.ToHexString(f.Value), StringComparer.Ordinal);

    // One pixel, black and white.
    private static readonly byte[][] Photos =
    [
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="),
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTn9RwAAAABJRU5ErkJggg=="),
    ];

    private static void Make(Edit edit, TestNewsroom newsroom, int step)
    {
        const string Release = "content/releases/2025/lancio/it.md";
        var number = step.ToString(CultureInfo.InvariantCulture);
        switch (edit)
        {
            case Edit.Body: newsroom.Write(Release, newsroom.Read(Release) + $"\nAggiunta {number}.\n"); break;
            case Edit.Headline: newsroom.Replace(Release, "headline: ", $"headline: {number} "); break;
            case Edit.NoTopic: newsroom.Write(Release, newsroom.Read(Release).Replace("topics: [products]\n", "", StringComparison.Ordinal)); break;
            case Edit.Template: newsroom.Write("templates/plain/topic.hbs", newsroom.Read("templates/plain/topic.hbs") + $"<!-- {number} -->\n"); break;
            case Edit.Newsroom: newsroom.Replace("content/newsroom.yml", "en: News", $"en: News {number}"); break;
            case Edit.Image: newsroom.Write("content/releases/2025/lancio/media/cosa.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{step + 1}\" height=\"1\"/>"); break;
            case Edit.Photo:
                newsroom.Write("content/releases/2025/lancio/media/foto.png", Photos[step % 2]);
                if (!newsroom.Read(Release).Contains("media/foto.png", StringComparison.Ordinal))
                    newsroom.Replace(Release, "media:\n", "media:\n  - { file: media/foto.png, alt: Una foto, credit: Acme, licence: CC0-1.0 }\n");
                break;
            case Edit.Credit: newsroom.Write(Release, newsroom.Read(Release).Replace("credit: Acme", $"credit: Acme {number}", StringComparison.Ordinal)); break;
            case Edit.Facts: newsroom.Write(".presskit/media/facts", "damaged"); break;
            case Edit.NewRelease:
                newsroom.Write($"content/releases/2025/nuovo-{number}/it.md",
                    $"---\nheadline: Nuovo {number}\npublished: 2025-12-01T09:0{step % 10}\ntopics: [products]\n---\n\nTesto con [la Cosa](release:2025/lancio).\n");
                break;
            case Edit.Translation:
                newsroom.Write("content/releases/2025/lancio/en.md", $"---\nheadline: The Thing {number}\n---\n\nText.\n");
                break;
            case Edit.NoSeries: newsroom.Write(Release, newsroom.Read(Release).Replace("series: storia\n", "", StringComparison.Ordinal)); break;
            case Edit.SeriesName: newsroom.Write("content/series.yml", newsroom.Read("content/series.yml").Replace("it: La", $"it: La {number}", StringComparison.Ordinal)); break;
            case Edit.NewPerson:
                newsroom.Write("content/spokespeople.yml", newsroom.Read("content/spokespeople.yml") + $"persona-{number}:\n  name: Persona {number}\n  role: {{ it: Ruolo, ar: دور }}\n");
                break;
            case Edit.NoPeople: newsroom.Write("content/spokespeople.yml", "luca:\n  name: Luca Bò\n"); break;
            case Edit.NewMonth:
                newsroom.Write($"content/releases/2025/mese-{number}/it.md",
                    $"---\nheadline: Mese {number}\npublished: 2025-0{(step % 9) + 1}-02T09:00\nseries: storia\nquotes:\n  - text: Detto {number}.\n    person: luca\n---\n\nTesto.\n");
                break;
            case Edit.NoAbout: if (Directory.Exists(Path.Combine(newsroom.Folder, "content/pages/about"))) newsroom.Delete("content/pages/about"); break;
            case Edit.DamagedManifest: newsroom.Write("output/.presskit-manifest", "damaged"); break;
            case Edit.LostPage: File.Delete(Path.Combine(newsroom.Output, "it/index.html")); break;
        }
    }

    /// <summary>Puts an event on record; one that the release's state does not allow is refused, which is no edit.</summary>
    private static async Task RecordAsync(Edit edit, TestNewsroom newsroom, int step)
    {
        string[] reason = ["2025/lancio", "--reason", string.Create(CultureInfo.InvariantCulture, $"Motivo {step}")];
        if (edit == Edit.Correction) await newsroom.RunAsync(["correct", .. reason]);
        if (edit == Edit.Withdrawal) await newsroom.RunAsync(["withdraw", .. reason]);
        if (edit == Edit.Reinstatement) await newsroom.RunAsync(["withdraw", "--undo", .. reason]);
    }

    private static void Rewrite(string folder, SortedDictionary<string, byte[]> files)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var (path, bytes) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllBytes(Path.Combine(folder, path), bytes);
        }
    }

    private static string[] Times(TestNewsroom newsroom) =>
        [.. TestNewsroom.Files(newsroom.Output).Keys.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f} {File.GetLastWriteTimeUtc(Path.Combine(newsroom.Output, f)).Ticks}"))];

    /// <summary>What may change between two builds.</summary>
    public enum Edit
    {
        Body, Headline, NoTopic, Template, Newsroom, Image, Photo, Credit, Facts, NewRelease, Translation, NoAbout, EmbargoLifts, DamagedManifest, LostPage,
        Correction, Withdrawal, Reinstatement, NoSeries, SeriesName, NewPerson, NoPeople, NewMonth,
    }

    /// <summary>Up to six edits in any order.</summary>
    public static class Edits
    {
        public static Arbitrary<Edit[]> Sequences() =>
            Gen.Choose(1, 6).SelectMany(n => Gen.Elements(Enum.GetValues<Edit>()).ArrayOf(n)).ToArbitrary();
    }
}
