using System.Collections.Immutable;

namespace PressKit.Formats.Feeds;

/// <summary>A format of feeds.</summary>
/// <param name="Name">The name under which newsroom.yml asks for it.</param>
/// <param name="Title">What readers know it by.</param>
/// <param name="Ending">The ending of its files.</param>
/// <param name="MediaType">Their MIME type.</param>
/// <param name="Version">To be raised when the same content would give other bytes.</param>
/// <param name="Write">Writes a feed.</param>
internal sealed record FeedKind(
    string Name, string Title, string Ending, string MediaType, string Version, Action<FeedContent, ImageSizes, Stream> Write)
{
    /// <summary>RSS 2.0, Atom 1.0 and JSON Feed 1.1.</summary>
    public static ImmutableArray<FeedKind> All { get; } =
    [
        new("rss", "RSS", ".xml", "application/rss+xml", "3", RssWriter.Write),
        new("atom", "Atom", ".atom", "application/atom+xml", "1", AtomWriter.Write),
        new("json-feed", "JSON Feed", ".json", "application/feed+json", "1", JsonFeedWriter.Write),
    ];

    /// <summary>The kinds that a newsroom publishes, in the order above.</summary>
    public static IEnumerable<FeedKind> Of(Newsroom newsroom) =>
        All.Where(kind => newsroom.Formats.Contains(kind.Name, StringComparer.Ordinal));

    /// <summary>Where the feed of this kind stands.</summary>
    /// <param name="feed">The feed's address, which has no ending.</param>
    public Address At(Address feed) => new(feed.Path + Ending);
}
