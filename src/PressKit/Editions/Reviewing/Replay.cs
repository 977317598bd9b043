using PressKit.Translation;

namespace PressKit.Editions.Reviewing;

/// <summary>What events of a history do to a unit. The same unit and the same event give the same unit, whenever and wherever: the
/// desk, and whatever completes a file after a crash, come to the same bytes.</summary>
public static class Replay
{
    /// <summary>The unit after an event; the unit itself where the event changes nothing that is stored, or does not fit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="from">The language of the source.</param>
    /// <param name="to">The language of the translation.</param>
    public static TranslatedUnit Apply(TranslatedUnit unit, HistoryEvent happened, Language from, Language to)
    {
        var index = Versions.Number(happened.Segments) - 1;
        if (!Happening.IsStored(happened) || index < 0 || index >= unit.Segments.Length) return unit;
        if (happened.Event == Happening.Split) return Cutting.Split(unit, index, happened.Cut ?? "") ?? unit;
        if (happened.Event == Happening.Joined) return Cutting.Join(unit, index, from, to) ?? unit;
        return unit with { Segments = unit.Segments.SetItem(index, Apply(unit.Segments[index], happened)) };
    }

    /// <summary>The sentence after an event that concerns it alone.</summary>
    internal static SegmentTranslation Apply(SegmentTranslation segment, HistoryEvent happened) => happened.Event switch
    {
        Happening.Reviewed => Reviewed(segment, happened),
        Happening.Rejected => Rejected(segment),
        Happening.Settled => Settled(segment, happened),
        _ => Edited(segment, happened),
    };

    private static SegmentTranslation Edited(SegmentTranslation segment, HistoryEvent happened)
    {
        var target = PlaceholderText.Recall(happened.Target ?? "", segment.Segment.Source);
        var isTakenOver = target.Equals(segment.Target);
        var made = segment.Provenance;
        return segment with
        {
            Target = target,
            State = SegmentState.Translated,
            IsRepaired = false,
            // Who takes a machine's text over as it is answers for it, and is not its maker.
            Provenance = isTakenOver ? made is null ? null : made with { Revised = new Revisal(happened.Actor, happened.At), Repaired = null }
                : new Provenance(Origin.Author, happened.Actor, made is { Origin: not Origin.Author } ? $"edited from {made.Maker}" : null, happened.At),
        };
    }

    private static SegmentTranslation Reviewed(SegmentTranslation segment, HistoryEvent happened) => segment.Target is null ? segment : segment with
    {
        State = segment.State > SegmentState.Reviewed ? segment.State : SegmentState.Reviewed,
        IsRepaired = false,
        Previous = null,
        Provenance = segment.Provenance is { } made ? made with { Revised = new Revisal(happened.Actor, happened.At), Repaired = null } : null,
    };

    private static SegmentTranslation Rejected(SegmentTranslation segment) => segment.State <= SegmentState.Translated ? segment : segment with
    {
        State = SegmentState.Translated,
        Provenance = segment.Provenance is { } made ? made with { Revised = null } : null,
    };

    private static SegmentTranslation Settled(SegmentTranslation segment, HistoryEvent happened)
    {
        var target = PlaceholderText.Recall(happened.Target ?? "", segment.Segment.Source);
        var theirs = segment.Conflicts.FirstOrDefault(c => c.Target.ToString() == target.ToString());
        var kept = segment with { Conflicts = [] };
        if (target.Equals(segment.Target)) return kept;
        return Edited(kept, happened) is var edited && theirs?.Provenance is { } maker ? edited with { Provenance = maker } : edited;
    }
}
