using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PressKit.Formats;
using PressKit.Formats.Html;
using PressKit.Formats.Sitemap;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates;
using PressKit.Testing;

namespace PressKit.Tests.Formats.Sitemap;

public sealed partial class SitemapFormatTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public void A_page_is_listed_with_all_its_languages_and_the_default_one()
    {
        var page = new Listed(new Address("it/2025/a/"),
            [new Alternate(SomeSite.Italian, new Address("it/2025/a/")), new Alternate(SomeSite.English, new Address("en/2025/a/"))],
            new Address("en/2025/a/"), new DateTimeOffset(2025, 11, 3, 9, 0, 0, TimeSpan.FromHours(1)));

        Text(Files(page)[0]).ShouldBe("""
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url>
                <loc>https://press.example/it/2025/a/</loc>
                <lastmod>2025-11-03T09:00:00+01:00</lastmod>
                <xhtml:link rel="alternate" hreflang="it" href="https://press.example/it/2025/a/" />
                <xhtml:link rel="alternate" hreflang="en" href="https://press.example/en/2025/a/" />
                <xhtml:link rel="alternate" hreflang="x-default" href="https://press.example/en/2025/a/" />
              </url>
            </urlset>
            """);
    }

    [SkippableFact]
    public void A_sitemap_validates_against_its_schemas()
    {
        var listed = AllPages().Append(new Listed(new Address("ja/2025/a b & <c>/é/"), [], null, null));

        Validate(Files([.. listed])[0], "sitemap.xsd", "sitemap_xhtml.xsd", "xhtml1-strict.xsd").ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData(1_000, 1_000_000)]
    [InlineData(50_000, 100_000)]
    public void A_large_site_has_an_index_that_validates_and_leads_to_every_page(int addresses, int bytes)
    {
        var pages = Enumerable.Range(0, 3_000).Select(i =>
        {
            ImmutableArray<Alternate> alternates = [.. SomeSite.Languages.Take(i % 4).Select(l => new Alternate(l, new Address($"{l}/{i}/perché & 'no'/")))];
            return new Listed(new Address($"it/{i}/perché & 'no'/"), alternates, i % 2 == 0 ? new Address("") : null, i % 3 == 0 ? null : DateTimeOffset.UnixEpoch);
        }).ToArray();

        var files = new SitemapFormat(SomeSite.Url, new SitemapLimits(addresses, bytes)).Files(new SitePage(SomeSite.Url, [.. pages])).ToList();

        var parts = files.SkipLast(1).ToList();
        parts.Select(f => f.Path).ShouldBe(Enumerable.Range(1, parts.Count).Select(i => $"sitemap-{i}.xml"));
        parts.Count.ShouldBeGreaterThan(2);
        files[^1].Path.ShouldBe("sitemap.xml");
        Xml(files[^1]).Descendants(Map + "loc").Select(l => l.Value).ShouldBe(parts.Select(f => $"https://press.example/{f.Path}"));
        var urls = new SiteUrls(SomeSite.Url);
        parts.SelectMany(f => Xml(f).Descendants(Map + "loc")).Select(l => l.Value).ShouldBe(pages.Select(p => urls.Absolute(p.Address)));
        parts.ShouldAllBe(f => Xml(f).Root!.Elements().Count() <= addresses && Bytes(f) <= bytes);
        // Nearly full, all but the last: no more files than have to be.
        parts.SkipLast(1).ShouldAllBe(f => Xml(f).Root!.Elements().Count() == addresses || Bytes(f) > bytes * 8 / 10);
        Validate(files[^1], "siteindex.xsd").ShouldBeEmpty();
        foreach (var part in parts) Validate(part, "sitemap.xsd", "sitemap_xhtml.xsd", "xhtml1-strict.xsd").ShouldBeEmpty();
    }

    [Fact]
    public void The_languages_of_a_page_are_those_in_its_head()
    {
        var newsroom = SomeSite.Newsroom();
        var html = new HtmlFormat(newsroom.Url, Theme.Load(newsroom, new Problems())!, new Locales(), new ImageSizes(), PressKit.Media.Pictures.AsTheyAre, new PageKeys(), _ => "");
        var urls = new SiteUrls(newsroom.Url);
        var listed = Xml(Files([.. AllPages()])[0]).Root!.Elements().ToDictionary(
            url => url.Element(Map + "loc")!.Value,
            url => url.Elements(Xhtml + "link").Select(l => $"{(string?)l.Attribute("hreflang")} {(string?)l.Attribute("href")}"),
            StringComparer.Ordinal);

        foreach (var page in SomeSite.Pages(newsroom).OfType<LocalPage>().Where(p => p is not (NotFoundPage or GonePage or WithdrawnPage)))
        {
            var head = Alternate().Matches(Text(html.Files(page).First())).Select(m => $"{m.Groups["tag"]} {m.Groups["url"]}");
            listed[urls.Absolute(page.Address)].ShouldBe(head, page.Address.Path);
        }
    }

    [Fact]
    public void Whatever_changes_the_bytes_changes_the_key()
    {
        var page = new Listed(new Address("it/a/"), [new Alternate(SomeSite.Italian, new Address("it/a/"))], new Address("en/a/"), DateTimeOffset.UnixEpoch);
        Listed[] all =
        [
            page,
            page with { Address = new Address("it/b/") },
            page with { Alternates = [] },
            page with { Alternates = [new Alternate(SomeSite.English, new Address("it/a/"))] },
            page with { Alternates = [new Alternate(SomeSite.Italian, new Address("it/c/"))] },
            page with { Default = null },
            page with { Default = new Address("") },
            page with { Changed = null },
            page with { Changed = DateTimeOffset.UnixEpoch.AddSeconds(1) },
        ];

        all.Select(p => Files(p)[0].Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length);
        all.Select(p => Text(Files(p)[0])).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length);
        Files(page)[0].Key.ShouldBe(Files(page)[0].Key);
    }

    private static IEnumerable<Listed> AllPages() => SomeSite.Pages().OfType<LocalPage>().Where(p => p is not NotFoundPage)
        .Select(p => new Listed(p.Address, p.Alternates, p.Default, new DateTimeOffset(2025, 11, 3, 9, 0, 0, TimeSpan.FromHours(1))));

    private static List<OutputFile> Files(params ImmutableArray<Listed> pages) =>
        [.. new SitemapFormat(SomeSite.Url).Files(new SitePage(SomeSite.Url, pages))];

    private static string Text(OutputFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static long Bytes(OutputFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.Length;
    }

    private static XDocument Xml(OutputFile file) => XDocument.Parse(Text(file));

    private static List<string> Validate(OutputFile file, params string[] schemas)
    {
        var folder = Repository.Schema("sitemap");
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var name in schemas.Append("xml.xsd"))
        {
            using var reader = XmlReader.Create(Path.Join(folder, name), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            set.Add(null, reader);
        }

        var faults = new List<string>();
        Xml(file).Validate(set, (_, e) => faults.Add(e.Message));
        return faults;
    }

    [GeneratedRegex("<link rel=\"alternate\" hreflang=\"(?<tag>[^\"]+)\" href=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alternate();
}
