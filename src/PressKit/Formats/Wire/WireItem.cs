using System.Collections.Immutable;
using PressKit.Site;

namespace PressKit.Formats.Wire;

/// <summary>All that a wire format says of an edition.</summary>
/// <param name="Id">A tag URI that stays the same whatever else changes.</param>
/// <param name="Link">Its page.</param>
/// <param name="Language">Its language's tag.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Provider">Who publishes it.</param>
/// <param name="Site">The provider's site.</param>
/// <param name="Text">The whole text as HTML that can be read anywhere.</param>
internal sealed record WireItem(
    string Id, string Link, string Language, DateTimeOffset Published, string Headline, string Slug, string Provider, string Site, DetachedText Text)
{
    /// <summary>Its version, from 1, which each event raises.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When this version was made.</summary>
    public DateTimeOffset Changed { get; init; } = Published;

    /// <summary>What became of it since it was published, the newest first.</summary>
    public ImmutableArray<WireEvent> Events { get; init; } = [];

    /// <summary>The line under the headline.</summary>
    public string? Subhead { get; init; }

    /// <summary>One or two sentences.</summary>
    public string? Summary { get; init; }

    /// <summary>The place of the dateline.</summary>
    public string? Place { get; init; }

    /// <summary>The note to editors.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether a machine translated it and nobody has revised it.</summary>
    public bool IsMachine { get; init; }

    /// <summary>Its topics.</summary>
    public ImmutableArray<WireTopic> Topics { get; init; } = [];

    /// <summary>Whom journalists may ask.</summary>
    public ImmutableArray<WireContact> Contacts { get; init; } = [];

    /// <summary>Who is quoted, each once.</summary>
    public ImmutableArray<string> Speakers { get; init; } = [];

    /// <summary>Its images, the lead image first.</summary>
    public ImmutableArray<WireImage> Images { get; init; } = [];

    /// <summary>Its other public editions.</summary>
    public ImmutableArray<WireEdition> Editions { get; init; } = [];
}

/// <summary>A correction or a reinstatement, for those who take the item.</summary>
/// <param name="IsCorrection">Whether it is a correction.</param>
/// <param name="Text">What, when and why, as a line of text.</param>
/// <param name="Language">The tag of the language of the reason, where that is not the item's; else null.</param>
internal sealed record WireEvent(bool IsCorrection, string Text, string? Language);

/// <summary>What a wire format says of an edition that was withdrawn: nothing that it said.</summary>
/// <param name="Id">The id that its item has.</param>
/// <param name="Link">The notice that stands in the place of its page.</param>
/// <param name="File">Where the item stands.</param>
/// <param name="Language">Its language's tag.</param>
/// <param name="Published">When it was published.</param>
/// <param name="At">When it was withdrawn.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Title">That it was withdrawn.</param>
/// <param name="Notice">What, when and why.</param>
/// <param name="Provider">Who published it.</param>
/// <param name="Site">The provider's site.</param>
internal sealed record WireCancellation(
    string Id, string Link, string File, string Language, DateTimeOffset Published, DateTimeOffset At, int Version, string Title, WireEvent Notice,
    string Provider, string Site)
{}

/// <summary>A topic, with its name in the item's language and its code in IPTC's Media Topics.</summary>
internal sealed record WireTopic(string Id, string Name, string? MediaTopic);

/// <summary>A contact, in the item's language.</summary>
internal sealed record WireContact(string Name, string? Role, string? Email, string? Phone);

/// <summary>Another edition of the same release.</summary>
internal sealed record WireEdition(string Id, string Language, string Link, bool IsSource);

/// <summary>An image of a release.</summary>
/// <param name="Link">Where it stands.</param>
/// <param name="Type">Its MIME type.</param>
/// <param name="Media">What is known of it; its length is in bytes.</param>
internal sealed record WireImage(string Link, string Type, PublishedMedia Media);

/// <summary>A list of items: what is new in a language, or a month of it.</summary>
/// <param name="Link">Where the list itself stands, which is its id.</param>
/// <param name="Language">The language's tag; null where it is of several.</param>
/// <param name="Title">The newsroom, the topic where it has one, and the language.</param>
/// <param name="Provider">Who publishes it.</param>
/// <param name="Site">The provider's site.</param>
/// <param name="Items">The items, the newest first, and where the file of each stands.</param>
internal sealed record WireList(
    string Link, string? Language, string Title, string Provider, string Site, ImmutableArray<(WireItem Item, string File)> Items)
{
    /// <summary>The other lists that belong to it, each with its relation in the words of RFC 5005: <c>prev-archive</c>.</summary>
    public ImmutableArray<(string Relation, string Link)> Others { get; init; } = [];

    /// <summary>What it had and was withdrawn.</summary>
    public ImmutableArray<WireCancellation> Canceled { get; init; } = [];

    /// <summary>When the last of its items was made or withdrawn; null where it has none.</summary>
    public DateTimeOffset? Changed => Items.Select(i => (DateTimeOffset?)i.Item.Changed).Concat(Canceled.Select(c => (DateTimeOffset?)c.At)).Max();
}
