using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PressKit.Segmentation;

/// <summary>What became of a text between two revisions, from the least change to the greatest.</summary>
public enum Change
{
    /// <summary>It says the same; it may stand elsewhere, and its links may lead elsewhere.</summary>
    Same,

    /// <summary>Only markup, digits, punctuation or letter case differ.</summary>
    Soft,

    /// <summary>Words differ; an earlier text is known.</summary>
    Edited,

    /// <summary>Nothing in the earlier revision is like it.</summary>
    New,
}

/// <summary>A sentence's place in a document: its unit, and its number in it, both from 0.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SegmentPlace(int Unit, int Segment);

/// <summary>A unit of the present revision, with what it was in the earlier one.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Earlier">The number of the earlier unit that says the same, word for word; null where there is none.</param>
/// <param name="Segments">Its sentences.</param>
public sealed record AlignedUnit(Unit Unit, int? Earlier, ImmutableArray<AlignedSegment> Segments)
{
    /// <summary>The greatest change among its sentences; new only where all of them are.</summary>
    public Change Change => Segments.All(s => s.Change == Change.New) ? Change.New
        : (Change)Math.Min((int)Segments.Max(s => s.Change), (int)Change.Edited);
}

/// <summary>A sentence of the present revision, with what it was in the earlier one.</summary>
/// <param name="Segment">The sentence.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Earlier">The sentences that it was: one; several, where they were merged; none for a new one, and for one
/// that says the same as <paramref name="Twins"/> that are accounted for, a repetition.</param>
/// <param name="IsAnchored">Whether it stands in an unchanged run of sentences between two that the document has once each,
/// so that it is its earlier sentence for certain, however often its text is repeated.</param>
/// <param name="Twins">All earlier sentences that say the same in the same kind of unit, in order, its own among them.</param>
public sealed record AlignedSegment(
    Segment Segment, Change Change, ImmutableArray<SegmentPlace> Earlier, bool IsAnchored, ImmutableArray<SegmentPlace> Twins);
