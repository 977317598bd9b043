using System.Collections.Immutable;

namespace PressKit.Formats.Rss;

/// <summary>All that a feed says, as its reader will read it.</summary>
/// <param name="Title">The newsroom and the language.</param>
/// <param name="Link">The language's first page.</param>
/// <param name="Self">Where the feed itself stands.</param>
/// <param name="Description">One line about the newsroom.</param>
/// <param name="Language">The language's tag.</param>
/// <param name="Items">The releases, the newest first.</param>
internal sealed record RssChannel(
    string Title, string Link, string Self, string Description, string Language, ImmutableArray<RssItem> Items)
{
    /// <summary>The hash of all that the feed's bytes depend on.</summary>
    public string Key => Hash.Of([Title, Link, Self, Description, Language, .. Items.Select(item => item.Key)]);
}

/// <summary>A release in a feed.</summary>
/// <param name="Title">The headline, as plain text.</param>
/// <param name="Link">Its page.</param>
/// <param name="Id">A tag URI that stays the same whatever else changes.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Description">The summary; null where there is none.</param>
/// <param name="Creator">Who publishes it.</param>
/// <param name="Topics">The names of its topics.</param>
/// <param name="Alternates">Its pages in other languages.</param>
/// <param name="Image">The image for cards; null where there is none.</param>
/// <param name="Text">The whole text as HTML that can be read anywhere.</param>
internal sealed record RssItem(
    string Title, string Link, string Id, DateTimeOffset Published, string? Description, string Creator,
    ImmutableArray<string> Topics, ImmutableArray<RssAlternate> Alternates, RssImage? Image, RssText Text)
{
    /// <summary>The hash of all that the item's bytes depend on.</summary>
    public string Key => Hash.Of(
    [
        Title, Link, Id, RssWriter.Date(Published), Description, Creator, Hash.Of([.. Topics]),
        Hash.Of([.. Alternates.SelectMany(a => new[] { a.Language, a.Link })]),
        Image?.Link, Image?.Type, Image is null ? null : FormattableString.Invariant($"{Image.Length}"), Text.Key,
    ]);
}

/// <summary>A page in another language.</summary>
internal sealed record RssAlternate(string Language, string Link);

/// <summary>An image, with its length in bytes and its MIME type.</summary>
internal sealed record RssImage(string Link, long Length, string Type);

/// <summary>The text of a release, rendered when it is written.</summary>
/// <param name="Key">The hash of all that the HTML depends on.</param>
/// <param name="Html">Renders it.</param>
internal sealed record RssText(string Key, Func<string> Html);
