using System.Collections.Immutable;

namespace PressKit.Translation.Exchange;

/// <summary>What came back of a sentence, beside what was exported.</summary>
/// <param name="Segment">What came back.</param>
/// <param name="Base">What was exported of it; several for sentences that became one, none where that is not known.</param>
/// <param name="IsTouched">Whether anybody changed its translation or its state; true where nobody knows what was exported.</param>
/// <param name="State">The state that it has here: final is what the newsroom's own record says, no file.</param>
/// <param name="IsMachines">Whether no person stands behind it.</param>
internal sealed record Return(ReturnedSegment Segment, ImmutableArray<BaseSegment> Base, bool IsTouched, SegmentState State, bool IsMachines);

/// <summary>Tells what a translator did from what the tool left as it was.</summary>
internal static class Judgement
{
    public static Return Of(ReturnedSegment segment, ImmutableArray<BaseSegment> known)
    {
        if (segment.Target is not { } target) return new Return(segment, known, IsTouched: false, SegmentState.Initial, IsMachines: false);
        var state = segment.State > SegmentState.Reviewed ? SegmentState.Reviewed : segment.State;
        var isCopy = segment.State == SegmentState.Initial && !segment.IsMachine
            && Cuts.Print(segment.Segment.Source, target) == Cuts.Print(segment.Segment.Source, segment.Segment.Source);
        if (known.IsEmpty) return new Return(segment, known, !isCopy, state, state == SegmentState.Initial);
        var was = known.Any(b => b.State is null) ? null : known.Min(b => b.State);
        var sameText = known is [var one] && one.Print == Cuts.Print(segment.Segment.Source, target);
        var sameState = (was ?? SegmentState.Initial) == segment.State;
        if (sameText) return new Return(segment, known, segment.State > (was ?? SegmentState.Initial) && segment.State >= SegmentState.Translated, state, IsMachines: false);
        if (was is null && isCopy) return new Return(segment, known, IsTouched: false, SegmentState.Initial, IsMachines: false);
        // Many tools change the text and leave the state; whoever changed what was revised has to have it revised again.
        if (sameState && !(was is null && segment.IsMachine)) return new Return(segment, known, IsTouched: true, SegmentState.Translated, IsMachines: false);
        return new Return(segment, known, IsTouched: true, state, state == SegmentState.Initial);
    }
}
