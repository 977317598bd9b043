using System.Buffers;

namespace PressKit.Formats;

/// <summary>Writes the addresses of a site as URLs: from the host's root in pages, absolute where a reader is elsewhere.</summary>
/// <param name="site">The site's address, with a slash at the end; it may have a path.</param>
public sealed class SiteUrls(Uri site)
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~");
    private static readonly SearchValues<char> OfSchemes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private readonly Uri _site = site;
    private readonly string _root = site.AbsolutePath;
    private readonly string _front = site.GetLeftPart(UriPartial.Authority) + site.AbsolutePath;

    /// <summary>From the host's root: <c>/press/it/</c>.</summary>
    public string Local(Address address) => _root + Escaped(address.Path);

    /// <summary>With the host: <c>https://example.org/press/it/</c>.</summary>
    public string Absolute(Address address) => _front + Escaped(address.Path);

    /// <summary>Where a resolved link leads: a page of this site from the host's root, anything else as it is.</summary>
    public string? Link(string? leads) => leads is null || IsElsewhere(leads) ? leads : _root + Escaped(leads);

    /// <summary>The same with the host, for texts that are read elsewhere; what stays on its page leads to that page.</summary>
    public string? AbsoluteLink(string? leads, Address page) => leads switch
    {
        null => null,
        ['#', ..] => Absolute(page) + leads,
        ['/', ..] => new Uri(_site, leads).AbsoluteUri,
        _ when IsElsewhere(leads) => leads,
        _ => _front + Escaped(leads),
    };

    /// <summary>Whether it has a scheme, or stays on its page.</summary>
    private static bool IsElsewhere(string leads)
    {
        if (leads.StartsWith('#') || leads.StartsWith('/')) return true;
        var colon = leads.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(leads[0]) && !leads.AsSpan(0, colon).ContainsAnyExcept(OfSchemes);
    }

    /// <summary>Percent-encodes what a URL cannot hold; a query, a fragment and what is encoded already stay.</summary>
    private static string Escaped(string path) =>
        path.AsSpan().ContainsAnyExcept(Plain)
            ? new Uri("https://x/" + path).GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped)[1..]
            : path;
}
