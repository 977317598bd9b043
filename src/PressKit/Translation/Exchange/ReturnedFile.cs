using System.Collections.Immutable;

namespace PressKit.Translation.Exchange;

/// <summary>A file that came back, or came from anywhere: what it says, and nothing of it is believed.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Original">The source file that it names, and where it does.</param>
/// <param name="Source">The language of its source.</param>
/// <param name="Target">The language of its translation.</param>
/// <param name="Units">Its units, in order.</param>
public sealed record ReturnedFile(
    ExchangeFormat Format, (string File, Place Place) Original, (Language Language, Place Place) Source,
    (Language Language, Place Place) Target, ImmutableArray<ReturnedUnit> Units)
{
    /// <summary>What it held when it was exported; null where it does not say.</summary>
    internal ExchangeBase? Base { get; init; }
}

/// <summary>A unit of a file that came back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Role">Its role, as far as the file says.</param>
/// <param name="Segments">Its sentences, as they are cut in the file.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ReturnedUnit(string Id, UnitRole Role, ImmutableArray<ReturnedSegment> Segments, Place Place)
{
    /// <summary>What translators noted about it in XLIFF 1.2, and who did.</summary>
    public ImmutableArray<(string? From, string Text)> Notes { get; init; } = [];

    /// <summary>The whole of its source.</summary>
    public InlineContent Source => InlineContent.Of(Segments.SelectMany(s => s.Segment.Source.Append(Piece.Run(s.Segment.Space))));
}

/// <summary>A sentence of a file that came back.</summary>
/// <param name="Segment">Its source.</param>
/// <param name="Target">Its translation; null for none.</param>
/// <param name="State">The state that the file gives it.</param>
/// <param name="Place">Where its target stands, or it itself.</param>
public sealed record ReturnedSegment(Segment Segment, InlineContent? Target, SegmentState State, Place Place)
{
    /// <summary>Whether only a part of it is translated.</summary>
    internal bool IsPart { get; init; }

    /// <summary>Whether the file says that a machine or a memory made it.</summary>
    public bool IsMachine { get; init; }

    /// <summary>Who made it, in the order of how closely the file names them.</summary>
    public ImmutableArray<Provenance> Makers { get; init; } = [];

    /// <summary>Who revised it; null where the file does not say.</summary>
    public string? Reviser { get; init; }

    /// <summary>What the file holds as the translation of others, not settled.</summary>
    public ImmutableArray<ConflictingTranslation> Conflicts { get; init; } = [];
}
