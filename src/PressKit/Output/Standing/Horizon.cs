using System.Runtime.InteropServices;
using PressKit.Editions;
using PressKit.Formats;
using PressKit.Formats.Sitemap;

namespace PressKit.Output.Standing;

/// <summary>How long a site stays as it is if nothing but time passes.</summary>
/// <param name="From">The last instant that made a difference.</param>
/// <param name="Until">The next that will; it lies outside.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Horizon(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The horizon of what is prepared.</summary>
    public static Horizon Of(Prepared prepared)
    {
        var (from, until) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        foreach (var instant in Instants(prepared))
        {
            if (instant <= prepared.Now && instant > from) from = instant;
            if (instant > prepared.Now && instant < until) until = instant;
        }

        return new Horizon(from, until);
    }

    /// <summary>Whether an instant lies in it.</summary>
    public bool Holds(DateTimeOffset now) => From <= now && now < Until;

    private static IEnumerable<DateTimeOffset> Instants(Prepared prepared)
    {
        var newsroom = prepared.Newsroom;
        foreach (var release in newsroom.Releases.Concat(newsroom.Pages))
        {
            if (release.Embargo is { } embargo) yield return embargo;
            foreach (var front in release.Authored.Prepend(release.Source).Select(text => text.FrontMatter))
            {
                if (front.Embargo is { } held) yield return held;
                if (front.Published is not { } published) continue;
                yield return published;
                yield return published + NewsSitemapFormat.Age;
            }
        }

        foreach (var instant in newsroom.Security is { } security ? SecurityFormat.Instants(security, prepared.Now) : []) yield return instant;
    }
}
