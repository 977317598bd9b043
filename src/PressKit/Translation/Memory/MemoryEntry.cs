using System.Collections.Immutable;

namespace PressKit.Translation.Memory;

/// <summary>What one file of the newsroom teaches.</summary>
/// <param name="Path">The file, from the newsroom's folder.</param>
/// <param name="Hash">The hash of its bytes.</param>
/// <param name="Entries">What it teaches.</param>
public sealed record MemoryDocument(string Path, string Hash, ImmutableArray<MemoryEntry> Entries);

/// <summary>A segment and its translation.</summary>
/// <param name="From">The language of the source.</param>
/// <param name="To">The language of the translation.</param>
/// <param name="Source">The source.</param>
/// <param name="Target">The translation, with codes of the source only.</param>
/// <param name="State">Its state.</param>
public sealed record MemoryEntry(Language From, Language To, InlineContent Source, InlineContent Target, SegmentState State)
{
    /// <summary>The release or page that it belongs to, as a folder, or the file of imported memory that it stands in.</summary>
    public string Document { get; init; } = "";

    /// <summary>Whether it was imported: such text is offered everywhere, and as reviewed only where the file says so.</summary>
    public bool IsImported { get; init; }

    /// <summary>The id of its unit; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>What kind of text it is (<see cref="Segmentation.Wording.Kind"/>); null where nobody knows.</summary>
    public string? Kind { get; init; }

    /// <summary>What stands before it; null where nobody knows.</summary>
    public string? Previous { get; init; }

    /// <summary>What stands behind it; null where nobody knows.</summary>
    public string? Next { get; init; }

    /// <summary>Who made the translation; null where nobody said.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>Whether a second person looked at it.</summary>
    public bool IsReviewed => State >= SegmentState.Reviewed;

    /// <summary>The one release or page that it may be offered in, since nobody reviewed it; null where it may be offered in all.</summary>
    public string? Scope => IsReviewed || IsImported ? null : Document;
}

/// <summary>What the memory is asked.</summary>
/// <param name="From">The language of the source.</param>
/// <param name="To">The language wanted.</param>
/// <param name="Source">The segment.</param>
public sealed record MemoryQuery(Language From, Language To, InlineContent Source)
{
    /// <summary>The release or page that the segment stands in, as a folder: drafts of that one are offered too.</summary>
    public string Document { get; init; } = "";

    /// <summary>The id of its unit.</summary>
    public string? Unit { get; init; }

    /// <summary>What kind of text it is.</summary>
    public string? Kind { get; init; }

    /// <summary>What stands before it; null where nobody knows.</summary>
    public string? Previous { get; init; }

    /// <summary>What stands behind it; null where nobody knows.</summary>
    public string? Next { get; init; }

    /// <summary>How many matches are wanted.</summary>
    public int Count { get; init; } = 5;

    /// <summary>The least similarity of a text, in percent, from 50. Caps and penalties may bring a score below it.</summary>
    public int Threshold { get; init; } = 70;

    /// <summary>Releases and pages whose text must not be used: not public yet, and asked for on behalf of a service.</summary>
    public ImmutableHashSet<string> Withheld { get; init; } = [];
}

/// <summary>How a match is like what was looked for.</summary>
public enum MatchKind
{
    /// <summary>The text is another.</summary>
    Fuzzy,

    /// <summary>The text is the same, and several translations of it disagree (98).</summary>
    Ambiguous,

    /// <summary>The text is the same, and its codes are others (99).</summary>
    OtherCodes,

    /// <summary>Text and codes are the same (100).</summary>
    Exact,

    /// <summary>So are both neighbours, or the place (101).</summary>
    InContext,

    /// <summary>So are both neighbours and the place (102).</summary>
    InPlace,
}

/// <summary>What a match's source says that is not what was looked for, or the other way round.</summary>
[Flags]
public enum Differences
{
    /// <summary>Nothing that matters.</summary>
    None = 0,

    /// <summary>A number.</summary>
    Number = 1,

    /// <summary>A month or a day of the week.</summary>
    Date = 2,

    /// <summary>A name.</summary>
    Name = 4,

    /// <summary>Whether something is so, or not.</summary>
    Negation = 8,

    /// <summary>A term of the glossary.</summary>
    Term = 16,
}

/// <summary>What the memory answers.</summary>
/// <param name="Score">From 0 to 102: the kind's number, or for other texts the similarity in percent, at most 97; minus
/// penalties; at most 74 where something differs that changes what is said.</param>
/// <param name="Kind">How like it is.</param>
/// <param name="Differences">What differs.</param>
/// <param name="Target">The translation, with the codes of the segment looked for, as far as it has them.</param>
/// <param name="Entry">What was stored.</param>
public sealed record Match(int Score, MatchKind Kind, Differences Differences, InlineContent Target, MemoryEntry Entry)
{
    /// <summary>The most that a match scores whose text says something else.</summary>
    public const int Cap = 74;

    /// <summary>Whether it may be taken over as it is: reviewed, of the same wording and kind of text, and undisputed.</summary>
    public bool IsCertain { get; init; }
}
