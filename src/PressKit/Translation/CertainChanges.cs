using System.Collections.Immutable;
using PressKit.Segmentation;

namespace PressKit.Translation;

/// <summary>Finds the sentences of which it is certain what they were before their figures, marks or markup changed: the only
/// ones of their words, or those that stand in a run of such and unchanged ones between two that are certain.</summary>
internal static class CertainChanges
{
    /// <summary>The softly changed sentences that are certain.</summary>
    public static HashSet<AlignedSegment> Of(Alignment alignment, ImmutableArray<TranslatedUnit> earlier, ImmutableArray<Unit> parked)
    {
        var present = alignment.Units.SelectMany(u => u.Segments.Select(s => (Unit: u.Unit, Segment: s))).ToList();
        var certain = new HashSet<AlignedSegment>(ReferenceEqualityComparer.Instance);
        if (!present.Exists(p => p.Segment.Change == Change.Soft)) return certain;
        var (was, now) = (Counts(earlier.Select(u => u.Unit).Concat(parked)), Counts(alignment.Units.Select(u => u.Unit)));
        var run = Runs([.. present.Select(p => p.Segment)], earlier);
        for (var at = 0; at < present.Count; at++)
        {
            var (unit, segment) = present[at];
            if (segment.Change != Change.Soft) continue;
            var key = Key(unit, segment.Segment);
            if (run[at] || (was.GetValueOrDefault(key) == 1 && now[key] == 1)) certain.Add(segment);
        }

        return certain;
    }

    private static (string Kind, ulong Words) Key(Unit unit, Segment segment) => (Wording.Kind(unit.Role, unit.Id), Wording.SoftKey(segment.Source));

    private static Dictionary<(string Kind, ulong Words), int> Counts(IEnumerable<Unit> units) =>
        units.SelectMany(u => u.Segments.Select(s => Key(u, s))).CountBy(k => k).ToDictionary();

    private static bool[] Runs(AlignedSegment[] present, ImmutableArray<TranslatedUnit> earlier)
    {
        var first = new int[earlier.Length + 1];
        for (var i = 0; i < earlier.Length; i++) first[i + 1] = first[i] + earlier[i].Segments.Length;
        var link = Array.ConvertAll(present, s => s.Change <= Change.Soft && s.Earlier is [var one] ? first[one.Unit] + one.Segment : -1);
        var (before, after) = (new bool[present.Length], new bool[present.Length]);
        for (var p = 0; p < present.Length; p++)
            before[p] = link[p] >= 0 && (IsSure(p) || (p == 0 ? link[p] == 0 : before[p - 1] && link[p - 1] == link[p] - 1));
        for (var p = present.Length - 1; p >= 0; p--)
            after[p] = link[p] >= 0 && (IsSure(p) || (p == present.Length - 1 ? link[p] == first[^1] - 1 : after[p + 1] && link[p + 1] == link[p] + 1));
        return [.. before.Zip(after, (a, b) => a && b)];

        bool IsSure(int p) => present[p] is { Change: Change.Same, IsAnchored: true };
    }
}
