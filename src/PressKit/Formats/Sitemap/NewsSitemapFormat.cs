using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PressKit.Site;

namespace PressKit.Formats.Sitemap;

/// <summary>The news sitemap of each language, as Google News reads it: what was published there in the last 48 hours, and nothing
/// where that is nothing. It has an instant of its own beside the newsroom's files, so its bytes change when time passes.</summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="now">The instant that the site is published for.</param>
/// <param name="most">Releases in a file: Google takes 1,000.</param>
public sealed class NewsSitemapFormat(Newsroom newsroom, DateTimeOffset now, int most = 1_000) : IFormat
{
    /// <summary>To be raised when the same pages would give other bytes.</summary>
    private const string Version = "1";

    private const string Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";
    private readonly SiteUrls _urls = new(newsroom.Url);

    /// <summary>How long a release is news.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromHours(48);

    /// <summary>Where the sitemap of a language stands.</summary>
    public static Address Of(Language language) => new($"sitemap-news-{language}.xml");

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not SitePage site) yield break;
        var newest = site.Releases.Where(IsNews).ToLookup(release => release.Language);
        foreach (var language in newsroom.Languages)
        {
            var parts = newest[language].OrderByDescending(Published).ThenBy(p => p.Address.Path, StringComparer.Ordinal).Chunk(most).ToList();
            yield return File(Of(language), language, [.. parts.FirstOrDefault() ?? []]);
            for (var i = 1; i < parts.Count; i++)
                yield return File(new Address(FormattableString.Invariant($"sitemap-news-{language}-{i + 1}.xml")), language, [.. parts[i]]);
        }
    }

    private bool IsNews(ReleasePage page) => Published(page) is { } at && at <= now && at > now - Age;

    private static DateTimeOffset? Published(ReleasePage page) => page.Entry.Edition.FrontMatter.Published;

    private OutputFile File(Address address, Language language, ImmutableArray<ReleasePage> pages)
    {
        var key = Hash.Of(["news sitemap", Version, newsroom.Name, language.Tag, .. pages.SelectMany(p =>
            new[] { _urls.Absolute(p.Address), p.Entry.Edition.FrontMatter.Headline, Instant(p) })]);
        return new OutputFile(address.File, key, stream =>
        {
            using var xml = XmlWriter.Create(stream, XmlText.Settings);
            xml.WriteStartElement("urlset", Map);
            xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var page in pages) Url(xml, language, page);
            xml.WriteEndElement();
        });
    }

    private void Url(XmlWriter xml, Language language, ReleasePage page)
    {
        xml.WriteStartElement("url", Map);
        xml.WriteElementString("loc", Map, _urls.Absolute(page.Address));
        xml.WriteStartElement("news", News);
        xml.WriteStartElement("publication", News);
        xml.WriteElementString("name", News, XmlText.Clean(newsroom.Name));
        xml.WriteElementString("language", News, TagOf(language));
        xml.WriteEndElement();
        xml.WriteElementString("publication_date", News, Instant(page));
        xml.WriteElementString("title", News, XmlText.Clean(page.Entry.Edition.FrontMatter.Headline));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The language as Google's schema has it: two or three letters; Chinese by territory.</summary>
    private static string TagOf(Language language) => language.Tag switch
    {
        "zh" or "zh-Hans" or "zh-CN" => "zh-cn",
        "zh-Hant" or "zh-TW" => "zh-tw",
        _ => language.Primary,
    };

    private static string? Instant(ReleasePage page) => Published(page)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
