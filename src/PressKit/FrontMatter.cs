using System.Collections.Immutable;

namespace PressKit;

/// <summary>Where and when a release is datelined.</summary>
/// <param name="Place">The place, in the edition's language; null where only the date is given.</param>
/// <param name="Date">The date; null where only the place is given, and then the publication's date is shown.</param>
public sealed record Dateline(string? Place, DateOnly? Date);

/// <summary>An image or document that a release offers.</summary>
/// <param name="File">Its path from the release's folder.</param>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
/// <param name="Caption">The caption, if any.</param>
/// <param name="Credit">Who made it.</param>
/// <param name="Licence">Under what terms it may be used.</param>
public sealed record MediaItem(string File, string? Alt, string? Caption, string? Credit, string? Licence);

/// <summary>A quotation that journalists may lift.</summary>
/// <param name="Text">What was said.</param>
/// <param name="Speaker">Who said it; null where that is not said, or the register says it.</param>
/// <param name="Role">What they are.</param>
/// <param name="Person">The id of a spokesperson; null for anybody else.</param>
public sealed record Quote(string Text, string? Speaker, string? Role, string? Person = null);

/// <summary>Whether the author has finished.</summary>
public enum ReleaseState
{
    /// <summary>Not to be published yet.</summary>
    Draft,

    /// <summary>Ready, as soon as its instant has come.</summary>
    Ready,
}

/// <summary>What stands above the text of an edition. Lists are never default.</summary>
public sealed record FrontMatter
{
    /// <summary>The headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The line under the headline.</summary>
    public string? Subhead { get; init; }

    /// <summary>One or two sentences for lists, feeds and cards.</summary>
    public string? Summary { get; init; }

    /// <summary>Place and date of the report.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>When it may be public, in the newsroom's time zone; null for a draft.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Until when it must not be public.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>Ids of topics.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Ids of contacts.</summary>
    public ImmutableArray<string> Contacts { get; init; } = [];

    /// <summary>Id of the boilerplate.</summary>
    public string? Boilerplate { get; init; }

    /// <summary>Images and documents, the lead image first.</summary>
    public ImmutableArray<MediaItem> Media { get; init; } = [];

    /// <summary>Quotations as data.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>A note to editors.</summary>
    public string? Notes { get; init; }

    /// <summary>Ids of related releases.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Id of the series that it belongs to.</summary>
    public string? Series { get; init; }

    /// <summary>The languages it is meant for; empty for all of the newsroom's.</summary>
    public ImmutableArray<Language> Languages { get; init; } = [];

    /// <summary>The last part of the address, where the author wants one of their own.</summary>
    public string? Slug { get; init; }

    /// <summary>Whether the author has finished.</summary>
    public ReleaseState State { get; init; } = ReleaseState.Ready;

    /// <summary>For templates only.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
