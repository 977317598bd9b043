using System.Collections.Immutable;
using PressKit.Translation;

namespace PressKit.Editions;

/// <summary>A unit as it is published, made of what is stored of it and of what was approved.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="IsApproved">Whether every sentence says what somebody approved for it, or what was repaired of that.</param>
internal sealed record ApprovedUnit(TranslatedUnit Unit, bool IsApproved)
{
    /// <summary>Puts the two together. What was approved comes before a machine's draft, and a person's later work before
    /// what was approved.</summary>
    /// <param name="present">What is stored, carried over to the present source.</param>
    /// <param name="approved">What was approved, carried over likewise.</param>
    public static ApprovedUnit Of(TranslatedUnit present, TranslatedUnit approved)
    {
        var (mine, theirs) = (present.Segments, approved.Segments);
        if (mine.Length == theirs.Length && mine.Zip(theirs).All(p => p.First.Segment.Source.Equals(p.Second.Segment.Source)))
        {
            var segments = mine.Zip(theirs, (m, a) => IsFor(a, m) ? Merged(m, a) : m).ToImmutableArray();
            var isApproved = mine.Zip(theirs).All(p => IsFor(p.Second, p.First));
            return new ApprovedUnit(segments.SequenceEqual(mine) ? present : present with { Segments = segments }, isApproved);
        }

        // Other rules cut it into other sentences.
        var holds = theirs.All(a => a.Target is not null && a.State == SegmentState.Final) && mine.All(m => !m.IsPersons);
        return holds ? new ApprovedUnit(approved, IsApproved: true) : new ApprovedUnit(present, IsApproved: false);
    }

    private static bool IsFor(SegmentTranslation approved, SegmentTranslation present) =>
        approved.Target is { } target && approved.State == SegmentState.Final
        && (present.Target is null || !present.IsPersons || target.Equals(present.Target));

    private static SegmentTranslation Merged(SegmentTranslation present, SegmentTranslation approved) =>
        approved.Target!.Equals(present.Target) && present.IsPersons && present.IsRepaired == approved.IsRepaired ? present : approved;
}
