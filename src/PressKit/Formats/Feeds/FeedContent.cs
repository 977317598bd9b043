using System.Collections.Immutable;
using PressKit.Site;

namespace PressKit.Formats.Feeds;

/// <summary>All that a feed says, as its reader will read it, whatever the format.</summary>
/// <param name="Title">The newsroom, the topic where it has one, and the language.</param>
/// <param name="Subtitle">One line about the newsroom.</param>
/// <param name="Home">The page that it is the feed of.</param>
/// <param name="Self">Where the feed itself stands.</param>
/// <param name="Language">The language's tag; null where the feed is in several.</param>
/// <param name="Author">Who publishes it.</param>
/// <param name="Items">The releases, the newest first.</param>
internal sealed record FeedContent(
    string Title, string Subtitle, string Home, string Self, string? Language, string Author, ImmutableArray<FeedItem> Items)
{
    /// <summary>WebSub hubs that tell subscribers of what is new.</summary>
    public ImmutableArray<string> Hubs { get; init; } = [];

    /// <summary>The feed to subscribe to, where this is an archive of it (RFC 5005, section 4); else null.</summary>
    public string? Current { get; init; }

    /// <summary>The archive before it in time; null where there is none.</summary>
    public string? Older { get; init; }

    /// <summary>The archive after it in time; null where there is none, and in the feed to subscribe to.</summary>
    public string? Newer { get; init; }

    /// <summary>What it had and was withdrawn.</summary>
    public ImmutableArray<FeedWithdrawal> Withdrawn { get; init; } = [];

    /// <summary>When the newest of its items was published, last changed or withdrawn; null where it has none.</summary>
    public DateTimeOffset? Updated => Items.Select(item => (DateTimeOffset?)item.Updated).Concat(Withdrawn.Select(w => (DateTimeOffset?)w.At)).Max();
}

/// <summary>A release in a feed.</summary>
/// <param name="Title">The headline, as plain text.</param>
/// <param name="Link">Its page.</param>
/// <param name="Id">A tag URI (RFC 4151) that stays the same whatever else changes.</param>
/// <param name="Language">Its language's tag.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Updated">When it last changed significantly.</param>
/// <param name="Summary">The summary; null where there is none.</param>
/// <param name="Topics">Its topics.</param>
/// <param name="Alternates">Its pages in other languages.</param>
/// <param name="Images">Its images, the lead image first.</param>
/// <param name="Card">Which of them is for cards, which know few kinds; null for none.</param>
/// <param name="Text">The whole text as HTML that can be read anywhere.</param>
internal sealed record FeedItem(
    string Title, string Link, string Id, string Language, DateTimeOffset Published, DateTimeOffset Updated, string? Summary,
    ImmutableArray<FeedTopic> Topics, ImmutableArray<FeedAlternate> Alternates, ImmutableArray<FeedImage> Images, FeedImage? Card,
    DetachedText Text)
{
    /// <summary>Whether it changed significantly since it was published; less than a second of <see cref="Updated"/> is its own.</summary>
    public bool IsChanged => Updated - Published >= TimeSpan.FromSeconds(1);
}

/// <summary>A release that was withdrawn.</summary>
/// <param name="Id">The id of its item.</param>
/// <param name="Link">The notice that stands in its place.</param>
/// <param name="Language">Its language's tag.</param>
/// <param name="Published">When it was published.</param>
/// <param name="At">When it was withdrawn.</param>
/// <param name="Title">That it was withdrawn.</param>
/// <param name="Html">When and why, as HTML.</param>
/// <param name="Text">The same as a line of text.</param>
internal sealed record FeedWithdrawal(
    string Id, string Link, string Language, DateTimeOffset Published, DateTimeOffset At, string Title, string Html, string Text);

/// <summary>A topic, with its name in the item's language.</summary>
internal sealed record FeedTopic(string Id, string Name);

/// <summary>A page in another language.</summary>
internal sealed record FeedAlternate(string Language, string Link);

/// <summary>An image of a release.</summary>
/// <param name="Link">Where it stands.</param>
/// <param name="Type">Its MIME type.</param>
/// <param name="Media">What is known of it; its length is in bytes.</param>
internal sealed record FeedImage(string Link, string Type, PublishedMedia Media);
