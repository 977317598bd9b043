using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Formats.Feeds;
using PressKit.Formats.Hosting;
using PressKit.Formats.Html;
using PressKit.Formats.Kits;
using PressKit.Formats.Search;
using PressKit.Formats.Sitemap;
using PressKit.Formats.Text;
using PressKit.Formats.Wire;
using PressKit.Languages;
using PressKit.Media;
using PressKit.Site;
using PressKit.Templates;

namespace PressKit.Formats;

/// <summary>The formats, by the names under which newsroom.yml asks for them. Media files are always published.</summary>
/// <param name="parser">Reads a boilerplate's Markdown.</param>
/// <param name="locales">How the site's languages are written.</param>
/// <param name="pictures">The sizes and formats in which the site has its images.</param>
/// <param name="search">What readers search in; null for nothing.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class KnownFormats(MarkdownParser parser, Locales locales, Pictures pictures, SearchIndexes? search, Problems problems)
{
    private readonly ImageSizes _sizes = new();
    private readonly PageKeys _keys = new();

    /// <summary>A newsroom's formats; a name that is none, and whatever is wrong with the theme, is a problem.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="now">The instant that the site is published for.</param>
    public IReadOnlyList<IFormat> Of(Newsroom newsroom, DateTimeOffset now)
    {
        var formats = new List<IFormat> { new MediaFormat(pictures) };
        if (Theme.Load(newsroom, problems) is not { } theme) return formats;
        // A page leads to its kit, which therefore comes first.
        if (newsroom.Formats.Contains("kit", StringComparer.Ordinal)) formats.Add(new KitFormat(locales, Text(newsroom), _keys));
        for (var i = 0; i < newsroom.Formats.Length; i++)
        {
            if (newsroom.Formats[i] == "kit") continue;
            if (Named(newsroom.Formats[i], newsroom, theme, now) is { } format)
            {
                formats.Add(format);
                continue;
            }

            problems.Error("newsroom.unknown-format", newsroom.Places[FormattableString.Invariant($"formats.{i}")],
                $"'{newsroom.Formats[i]}' is not a format.", $"Write some of: {string.Join(", ", Newsroom.AllFormats)}.");
        }

        if (newsroom.IsSubscribable) formats.Add(new FeedListFormat(newsroom.Url, locales));
        if (newsroom.Formats.Any(format => format is "sitemap" or "news-sitemap")) formats.Add(new RobotsFormat(newsroom));
        formats.Add(new HostingFormat(newsroom));
        if (search is not null) formats.Add(new SearchFormat(search));
        if (newsroom.Security is { } security) formats.Add(new SecurityFormat(newsroom, security, now, problems));
        return formats;
    }

    private IFormat? Named(string name, Newsroom newsroom, Theme theme, DateTimeOffset now) => name switch
    {
        "html" => new HtmlFormat(newsroom.Url, theme, locales, _sizes, pictures, _keys, Rendered),
        "sitemap" => new SitemapFormat(newsroom.Url),
        "news-sitemap" => new NewsSitemapFormat(newsroom, now),
        "oembed" => new OEmbedFormat(newsroom, locales, _sizes, _keys),
        "web-manifest" => new ManifestFormat(theme, newsroom.Url, locales),
        "text" => Text(newsroom),
        _ when FeedKind.All.FirstOrDefault(kind => kind.Name == name) is { } feed => new FeedFormat(feed, newsroom.Url, locales, _sizes, _keys),
        _ when WireKind.All.FirstOrDefault(kind => kind.Name == name) is { } wire => new WireFormat(wire, newsroom.Url, locales, _sizes, _keys),
        _ => null,
    };

    /// <summary>A text that stands alone: a boilerplate.</summary>
    private string Rendered(string markdown) => StrayCharacters.Upright(parser.Parse(markdown).Html(LinkOutside));

    private TextFormat Text(Newsroom newsroom) => new(newsroom.Url, locales, _keys, Rendered);

    /// <summary>A boilerplate stands on many pages, so it links to other sites and to nothing of this one.</summary>
    private static string? LinkOutside(string target) =>
        target.StartsWith("release:", StringComparison.Ordinal) || target.StartsWith("page:", StringComparison.Ordinal) ? null : target;
}
