using System.Text;
using PressKit.Formats.Feeds;
using PressKit.Site;

namespace PressKit.Formats.Hosting;

/// <summary>Writes <c>_headers</c> and <c>_redirects</c> as Netlify reads them. Where two rules meet a path, their headers are put
/// together, so that no header stands in two of them; what a file would answer is led on only with an exclamation mark.</summary>
/// <param name="newsroom">The newsroom.</param>
internal sealed class NetlifyFiles(Newsroom newsroom)
{
    private readonly SiteUrls _urls = new(newsroom.Url);
    private readonly string _root = newsroom.Url.AbsolutePath;

    /// <summary>The headers of every file.</summary>
    public string Headers(SitePage site)
    {
        var text = new StringBuilder("# Written by PressKit; the next publication writes it again.\n");
        Rule(_root + "*", [.. SiteHeaders.Of(newsroom)]);
        foreach (var folder in ServedFiles.Immutable) Rule($"{_root}{folder}/*", ("Cache-Control", ServedFiles.ForEver));
        foreach (var files in ServedFiles.All)
        {
            foreach (var pattern in files.Patterns)
            {
                if (files.IsShared) Rule(_root + pattern, ("Content-Type", files.Type + "; charset=utf-8"), ("Cache-Control", ServedFiles.Minutes), ("Access-Control-Allow-Origin", "*"));
                else Rule(_root + pattern, ("Content-Type", files.Type + "; charset=utf-8"));
            }
        }

        if (newsroom.Feeds.Hubs.IsEmpty) return text.ToString();
        // What is archived has no subscribers.
        foreach (var feed in site.Feeds.Where(feed => feed.Current is null))
        {
            foreach (var kind in FeedKind.Of(newsroom))
            {
                var hubs = newsroom.Feeds.Hubs.Select(hub => $"<{hub.AbsoluteUri}>; rel=\"hub\"");
                Rule(_urls.Local(kind.At(feed.Address)), ("Link", string.Join(", ", hubs.Append($"<{_urls.Absolute(kind.At(feed.Address))}>; rel=\"self\""))));
            }
        }

        return text.ToString();

        void Rule(string path, params ReadOnlySpan<(string Name, string Value)> headers)
        {
            text.Append(path).Append('\n');
            foreach (var (name, value) in headers) text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
        }
    }

    /// <summary>Where readers are led on, the most particular rule first.</summary>
    public string Redirects(SitePage site)
    {
        var text = new StringBuilder("# Written by PressKit; the next publication writes it again.\n");
        foreach (var redirect in site.Redirects) Rule(_urls.Local(redirect.Address), _urls.Local(redirect.Target.Address), redirect.IsForGood ? "301!" : "302!");
        foreach (var gone in site.Gone) Rule(_urls.Local(gone), _urls.Local(new Address(gone.File)), "410!");
        var ranges = LanguageRanges.Of(newsroom.Languages).ToLookup(r => r.Language, r => r.Range);
        foreach (var language in newsroom.Languages) Rule(_root, $"{_root}{language}/", $"302! Language={string.Join(',', ranges[language].Order(StringComparer.Ordinal))}");
        foreach (var language in newsroom.Languages) Rule($"{_root}{language}/*", $"{_root}{language}/404.html", "404");
        return text.ToString();

        void Rule(string from, string to, string how) => text.Append(from).Append(' ').Append(to).Append(' ').Append(how).Append('\n');
    }
}
