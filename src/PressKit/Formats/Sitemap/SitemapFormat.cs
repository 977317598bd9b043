using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PressKit.Site;

namespace PressKit.Formats.Sitemap;

/// <summary>What search engines read: <c>sitemap.xml</c> with every page in every language. A large site's sitemap is an index of
/// several (sitemaps.org 0.9: 50,000 addresses and 50 MB a file).</summary>
public sealed class SitemapFormat : IFormat
{
    /// <summary>To be raised when the same pages would give other bytes.</summary>
    private const string Version = "1";

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    private readonly SiteUrls _urls;
    private readonly SitemapLimits _limits;

    /// <summary>The format for one site.</summary>
    /// <param name="site">The site's address.</param>
    /// <param name="limits">How much a file may hold; null for what sitemaps.org allows.</param>
    public SitemapFormat(Uri site, SitemapLimits? limits = null) => (_urls, _limits) = (new SiteUrls(site), limits ?? SitemapLimits.Allowed);

    /// <summary>Where search engines begin.</summary>
    public static Address Entrance { get; } = new("sitemap.xml");

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not SitePage site) return [];
        var parts = Parts(site.Pages);
        return parts.Count == 1
            ? [Map(Entrance, parts[0])]
            : parts.Select((part, i) => Map(PartAddress(i), part)).Append(Index([.. parts.Select((_, i) => PartAddress(i))]));
    }

    private List<ImmutableArray<Listed>> Parts(ImmutableArray<Listed> pages)
    {
        var parts = new List<ImmutableArray<Listed>>();
        var part = ImmutableArray.CreateBuilder<Listed>();
        var bytes = SitemapLimits.Frame;
        foreach (var listed in pages)
        {
            var own = BytesOf(listed);
            if (part.Count > 0 && (part.Count == _limits.Addresses || bytes + own > _limits.Bytes))
            {
                parts.Add(part.ToImmutable());
                part.Clear();
                bytes = SitemapLimits.Frame;
            }

            part.Add(listed);
            bytes += own;
        }

        parts.Add(part.ToImmutable());
        return parts;
    }

    /// <summary>What a page takes in the file, or a little more; its addresses are ASCII.</summary>
    private long BytesOf(Listed page)
    {
        const int Element = 34, Changed = 50, Link = 56;
        long bytes = Element + Written(page.Address) + (page.Changed is null ? 0 : Changed);
        foreach (var alternate in page.Alternates) bytes += Link + alternate.Language.Tag.Length + Written(alternate.Address);
        return page.Default is { } fallback ? bytes + Link + "x-default".Length + Written(fallback) : bytes;
    }

    private int Written(Address address)
    {
        var url = _urls.Absolute(address).AsSpan();
        return url.Length + 4 * (url.Count('&') + url.Count('\''));
    }

    private OutputFile Map(Address address, ImmutableArray<Listed> pages)
    {
        using var key = new KeyWriter();
        key.Add("sitemap");
        key.Add(Version);
        key.Add(_urls.Absolute(new Address("")));
        key.Each(pages, page => key.Add(KeyOf(page)));
        return new OutputFile(address.File, key.Key(), stream =>
        {
            using var xml = XmlWriter.Create(stream, XmlText.Settings);
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var page in pages) Url(xml, page);
            xml.WriteEndElement();
        });
    }

    private static UInt128 KeyOf(Listed page)
    {
        using var key = new KeyWriter();
        key.Add(page.Address);
        key.Add(page.Changed);
        key.Add(page.Default);
        key.Each(page.Alternates, key.Add);
        return key.Number();
    }

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

    private static Address PartAddress(int i) => new(FormattableString.Invariant($"sitemap-{i + 1}.xml"));

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
