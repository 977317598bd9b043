namespace PressKit.Formats.Sitemap;

/// <summary>How much one file of a sitemap may hold.</summary>
/// <param name="Addresses">Pages.</param>
/// <param name="Bytes">Bytes, not compressed.</param>
public sealed record SitemapLimits(int Addresses, long Bytes)
{
    /// <summary>The declaration and the root element.</summary>
    internal const long Frame = 200;

    /// <summary>What sitemaps.org allows: 50,000 addresses and 50 MB.</summary>
    public static SitemapLimits Allowed { get; } = new(50_000, 50 * 1024 * 1024);
}
