using System.Collections.Immutable;

namespace PressKit.Segmentation;

/// <summary>What became of each unit and sentence of a document between two revisions. Equal texts are found where they
/// stand in the same order, then where they were moved, first whole units, then single sentences, so that a paragraph may be
/// moved, split, merged or repeated; what is left is paired by likeness. docs/segmentation.md describes it.</summary>
/// <param name="Units">The present units, in order.</param>
/// <param name="Gone">The earlier sentences that no present one is, or was made of.</param>
public sealed record Alignment(ImmutableArray<AlignedUnit> Units, ImmutableArray<SegmentPlace> Gone)
{
    /// <summary>Aligns an earlier revision of a document with the present one.</summary>
    /// <param name="earlier">The units of the earlier revision.</param>
    /// <param name="present">The units of the present one.</param>
    /// <param name="parked">Units of revisions before, whose sentences may come back: no sentence is anchored by being the only
    /// one that says what one of them said.</param>
    public static Alignment Of(ImmutableArray<Unit> earlier, ImmutableArray<Unit> present, ImmutableArray<Unit> parked)
    {
        var keys = new Revision.Keys();
        var (was, now) = (new Revision(earlier, keys), new Revision(present, keys));
        new EqualTexts(was, now).Pair();
        var changes = new ChangedTexts(was, now).Pair();
        return new Alignment(Aligned(was, now, changes, Anchors.Of(was, now, new Revision(parked, keys))), [.. Enumerable.Range(0, was.Words.Length).Where(was.IsOpen).Select(was.Place)]);
    }

    private static ImmutableArray<AlignedUnit> Aligned(Revision was, Revision now, Dictionary<int, int[]> changes, bool[] anchored)
    {
        var twins = Enumerable.Range(0, was.Words.Length).GroupBy(s => was.Words[s])
            .ToDictionary(g => g.Key, g => g.Select(was.Place).ToImmutableArray());
        return [.. now.Units.Select((unit, i) => new AlignedUnit(unit, now.UnitPair[i] < 0 ? null : now.UnitPair[i],
            [.. unit.Segments.Select((segment, s) => AlignedSentence(segment, now.First[i] + s))]))];

        AlignedSegment AlignedSentence(Segment segment, int at)
        {
            var same = twins.GetValueOrDefault(now.Words[at], []);
            if (now.Pair[at] >= 0) return new AlignedSegment(segment, Change.Same, [was.Place(now.Pair[at])], anchored[at], same);
            if (now.UnitPair[now.Owner[at]] is >= 0 and var unit) return Recut(segment, unit);
            if (same.Length > 0) return new AlignedSegment(segment, Change.Same, [], IsAnchored: false, same);
            if (!changes.TryGetValue(at, out var from)) return new AlignedSegment(segment, Change.New, [], IsAnchored: false, []);
            return new AlignedSegment(segment, from is [var one] && IsSoft(one, at) ? Change.Soft : Change.Edited, [.. from.Select(was.Place)], IsAnchored: false, []);
        }

        bool IsSoft(int e, int p) => was.Kinds[was.Owner[e]] == now.Kinds[now.Owner[p]]
            && Wording.IsSoftlySame(was.Sentence(e).Source, now.Sentence(p).Source);

        // The unit says the same and was cut into other sentences, by other rules.
        AlignedSegment Recut(Segment segment, int unit) => new(segment, Change.Same,
            [.. Enumerable.Range(was.First[unit], was.First[unit + 1] - was.First[unit]).Select(was.Place)], IsAnchored: true, []);
    }
}
