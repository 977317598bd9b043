using System.Text;
using PressKit.Site;

namespace PressKit.Formats.Sitemap;

/// <summary>The <c>robots.txt</c> of a site, which forbids nothing and names the sitemaps. What is not public is not on the site, and
/// a list of what robots must not see would tell everybody where it is.</summary>
/// <param name="newsroom">The newsroom, whose formats say which sitemaps there are.</param>
public sealed class RobotsFormat(Newsroom newsroom) : IFormat
{
    private readonly SiteUrls _urls = new(newsroom.Url);

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        // Nobody asks for the robots.txt of a folder.
        if (page is not SitePage || newsroom.Url.AbsolutePath != "/") yield break;
        var maps = Sitemaps().Select(address => $"Sitemap: {_urls.Absolute(address)}\n");
        var text = $"User-agent: *\nDisallow:\n\n{string.Concat(maps)}";
        yield return new OutputFile("robots.txt", Hash.Of("robots", text), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private IEnumerable<Address> Sitemaps()
    {
        if (newsroom.Formats.Contains("sitemap", StringComparer.Ordinal)) yield return SitemapFormat.Entrance;
        if (!newsroom.Formats.Contains("news-sitemap", StringComparer.Ordinal)) yield break;
        foreach (var language in newsroom.Languages) yield return NewsSitemapFormat.Of(language);
    }
}
