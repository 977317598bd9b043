using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using PressKit.Site;

namespace PressKit.Formats.Sitemap;

/// <summary>What search engines read: <c>sitemap.xml</c> with every page in every language, and <c>robots.txt</c>, which leads
/// there. A large site's sitemap is an index of several (sitemaps.org 0.9: 50,000 addresses and 50 MB a file).</summary>
public sealed class SitemapFormat : IFormat
{
    /// <summary>To be raised when the same pages would give other bytes.</summary>
    private const string Version = "1";

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly Address Entrance = new("sitemap.xml");

    private readonly SiteUrls _urls;
    private readonly int _most;

    /// <summary>The format for one site.</summary>
    /// <param name="site">The site's address.</param>
    /// <param name="most">Addresses in a file, those of alternates included: what keeps a file below 50 MB.</param>
    public SitemapFormat(Uri site, int most = 250_000) => (_urls, _most) = (new SiteUrls(site), Math.Max(1, most));

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not SitePage site) return [];
        var parts = Parts(site.Pages);
        var maps = parts.Count == 1
            ? [Map(Entrance, parts[0])]
            : parts.Select((part, i) => Map(PartAddress(i), part)).Append(Index([.. parts.Select((_, i) => PartAddress(i))]));

        // Nobody asks for the robots.txt of a folder.
        return site.Url.AbsolutePath == "/" ? maps.Append(Robots()) : maps;
    }

    private List<ImmutableArray<Listed>> Parts(ImmutableArray<Listed> pages)
    {
        var parts = new List<ImmutableArray<Listed>>();
        var part = ImmutableArray.CreateBuilder<Listed>();
        var addresses = 0;
        foreach (var listed in pages)
        {
            addresses += listed.Alternates.Length + 2;
            if (part.Count > 0 && (addresses > _most || part.Count == 50_000))
            {
                parts.Add(part.ToImmutable());
                part.Clear();
                addresses = listed.Alternates.Length + 2;
            }

            part.Add(listed);
        }

        parts.Add(part.ToImmutable());
        return parts;
    }

    private OutputFile Map(Address address, ImmutableArray<Listed> pages)
    {
        var key = Hash.Of(["sitemap", Version, .. pages.SelectMany(Dependencies)]);
        return new OutputFile(address.File, key, stream =>
        {
            using var xml = XmlWriter.Create(stream, XmlText.Settings);
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var page in pages) Url(xml, page);
            xml.WriteEndElement();
        });
    }

    private IEnumerable<string?> Dependencies(Listed page) =>
    [
        _urls.Absolute(page.Address), page.Changed is { } changed ? Instant(changed) : null,
        page.Default is { } fallback ? _urls.Absolute(fallback) : null,
        Hash.Of([.. page.Alternates.SelectMany(a => new[] { a.Language.Tag, a.Address.Path })]),
    ];

    private void Url(XmlWriter xml, Listed page)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, _urls.Absolute(page.Address));
        if (page.Changed is { } changed) xml.WriteElementString("lastmod", Namespace, Instant(changed));
        foreach (var alternate in page.Alternates) Link(xml, alternate.Language.Tag, alternate.Address);
        if (page.Default is { } fallback) Link(xml, "x-default", fallback);
        xml.WriteEndElement();
    }

    private void Link(XmlWriter xml, string language, Address address)
    {
        xml.WriteStartElement("link", Xhtml);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("hreflang", language);
        xml.WriteAttributeString("href", _urls.Absolute(address));
        xml.WriteEndElement();
    }

    private OutputFile Index(ImmutableArray<Address> maps) => new(
        Entrance.File, Hash.Of(["sitemap index", Version, .. maps.Select(_urls.Absolute)]), stream =>
        {
            using var xml = XmlWriter.Create(stream, XmlText.Settings);
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var map in maps)
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, _urls.Absolute(map));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });

    private OutputFile Robots()
    {
        var text = $"User-agent: *\nDisallow:\n\nSitemap: {_urls.Absolute(Entrance)}\n";
        return new OutputFile("robots.txt", Hash.Of("robots", text), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static Address PartAddress(int i) => new(FormattableString.Invariant($"sitemap-{i + 1}.xml"));

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
