using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using PressKit.Formats.Sitemap;
using PressKit.Site;

namespace PressKit.Tests.Formats.Sitemap;

public sealed class NewsSitemapFormatTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly DateTimeOffset Now = new(2025, 11, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_published_in_the_last_two_days_stands_in_its_languages_sitemap() =>
        Text(Files(Release(SomeSite.Italian, Now.AddHours(-47))).Single(f => f.Path == "sitemap-news-it.xml")).ShouldBe("""
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url>
                <loc>https://press.example/it/2025/tokyo/</loc>
                <news:news>
                  <news:publication>
                    <news:name>Kaleidos</news:name>
                    <news:language>it</news:language>
                  </news:publication>
                  <news:publication_date>2025-11-01T13:00:00+00:00</news:publication_date>
                  <news:title>A &lt;b&gt; &amp; "c"</news:title>
                </news:news>
              </url>
            </urlset>
            """);

    [Theory]
    [InlineData(-48.0, false)]
    [InlineData(-47.99, true)]
    [InlineData(0.0, true)]
    [InlineData(0.01, false)]
    public void The_instant_decides_what_is_news(double hours, bool isNews)
    {
        var file = Files(Release(SomeSite.Italian, Now.AddHours(hours))).Single(f => f.Path == "sitemap-news-it.xml");
        XDocument.Parse(Text(file)).Descendants(Map + "url").Any().ShouldBe(isNews);
    }

    [Fact]
    public void Every_language_has_one_even_where_nothing_is_news()
    {
        var files = Files(Release(SomeSite.Italian, Now));
        files.Select(f => f.Path).ShouldBe(SomeSite.Languages.Select(l => $"sitemap-news-{l}.xml"));
        foreach (var file in files.Where(f => f.Path != "sitemap-news-it.xml")) XDocument.Parse(Text(file)).Root!.Elements().ShouldBeEmpty();
    }

    [Fact]
    public void More_than_Google_reads_goes_into_further_files()
    {
        var releases = Enumerable.Range(0, 5).Select(i => Release(SomeSite.Italian, Now.AddHours(-i), $"it/2025/{i}/")).ToArray();
        var files = Files(2, releases).Where(f => f.Path.Contains("-it", StringComparison.Ordinal)).ToList();
        files.Select(f => f.Path).ShouldBe(["sitemap-news-it.xml", "sitemap-news-it-2.xml", "sitemap-news-it-3.xml"]);
        files.SelectMany(f => XDocument.Parse(Text(f)).Descendants(Map + "loc")).Select(l => l.Value)
            .ShouldBe(Enumerable.Range(0, 5).Select(i => $"https://press.example/it/2025/{i}/"));
    }

    [Fact]
    public void Whatever_changes_the_bytes_changes_the_key()
    {
        ReleasePage[] all =
        [
            Release(SomeSite.Italian, Now), Release(SomeSite.Italian, Now.AddHours(-1)), Release(SomeSite.Italian, Now, headline: "Other"),
            Release(SomeSite.Italian, Now, "it/2025/other/"), Release(SomeSite.Italian, Now.AddHours(-60)),
        ];
        all.Select(p => Files(p)[0].Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length);
        Files(all[0])[0].Key.ShouldBe(Files(all[0])[0].Key);
    }

    [Fact]
    public void Robots_leads_to_every_sitemap_and_forbids_nothing()
    {
        var newsroom = SomeSite.Newsroom() with { Formats = ["sitemap", "news-sitemap"], Languages = [SomeSite.Italian, SomeSite.English] };
        Text(new RobotsFormat(newsroom).Files(new SitePage(SomeSite.Url, [])).Single()).ShouldBe("""
            User-agent: *
            Disallow:

            Sitemap: https://press.example/sitemap.xml
            Sitemap: https://press.example/sitemap-news-it.xml
            Sitemap: https://press.example/sitemap-news-en.xml

            """);
    }

    [Fact]
    public void A_site_below_a_folder_has_no_robots()
    {
        var url = new Uri("https://press.example/news/");
        new RobotsFormat(SomeSite.Newsroom(url: url)).Files(new SitePage(url, [])).ShouldBeEmpty();
    }

    private static ReleasePage Release(Language language, DateTimeOffset published, string? path = null, string headline = "A <b> & \"c\"\u0007")
    {
        var page = SomeSite.ReleasePage(language, entry: SomeSite.Entry(language, front: SomeSite.FrontMatter(language) with { Published = published, Headline = headline }));
        return path is null ? page : page with { Address = new Address(path) };
    }

    private static List<OutputFile> Files(params ReadOnlySpan<ReleasePage> releases) => Files(1_000, releases);

    private static List<OutputFile> Files(int most, params ReadOnlySpan<ReleasePage> releases) =>
        [.. new NewsSitemapFormat(SomeSite.Newsroom(), Now, most).Files(new SitePage(SomeSite.Url, []) { Releases = ImmutableArray.Create(releases) })];

    private static string Text(OutputFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
