using System.Collections.Immutable;
using PressKit.Segmentation;

namespace PressKit.Translation;

/// <summary>Translations by persons of sentences that the source no longer has. A parked unit holds what is left of a unit,
/// under an id of its own: what tells it from others, a full stop, and the id that the unit had.</summary>
internal sealed class Parked
{
    private readonly ImmutableArray<TranslatedUnit> _units;
    private readonly ILookup<string, SegmentTranslation> _byWording;

    public Parked(ImmutableArray<TranslatedUnit> units)
    {
        _units = units;
        _byWording = units.SelectMany(u => u.Segments.Select(s => (Key: Key(u.Role, IdOf(u), s.Segment), Segment: s)))
            .ToLookup(s => s.Key, s => s.Segment, StringComparer.Ordinal);
    }

    /// <summary>The units, under the ids that they had.</summary>
    public ImmutableArray<Unit> Units => [.. _units.Select(u => u.Unit with { Id = IdOf(u) })];

    /// <summary>The translations of sentences that say the same as a unit's.</summary>
    public IEnumerable<SegmentTranslation> Find(Unit unit, Segment segment) =>
        _units.IsEmpty ? [] : _byWording[Key(unit.Role, unit.Id, segment)];

    /// <summary>Whether a person made what was translated earlier.</summary>
    public bool Contains(PreviousTranslation previous) =>
        _units.Any(u => u.Segments.Any(s => s.Segment.Source.Equals(previous.Source) && previous.Target.Equals(s.Target)));

    /// <summary>What is to be parked now: what was parked, and the stored translations by persons that no sentence has claimed;
    /// but for those that a sentence of the document carries all the same.</summary>
    public ImmutableArray<TranslatedUnit> With(
        ImmutableArray<TranslatedUnit> stored, HashSet<SegmentPlace> claimed, ImmutableArray<TranslatedUnit> present)
    {
        var carried = present.SelectMany(u => u.Segments.Where(s => s.Target is not null).Select(s => Key(u.Role, u.Id, s)))
            .ToHashSet(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<TranslatedUnit>();
        foreach (var unit in _units) Add(unit, IdOf(unit), unit.Segments);
        for (var i = 0; i < stored.Length; i++)
        {
            var left = stored[i].Segments.Where((_, at) => !claimed.Contains(new SegmentPlace(i, at))).ToList();
            Add(stored[i], stored[i].Id, left.Where(s => s.IsPersons).Select(s => s.Conflicts.IsEmpty ? s : s with { Conflicts = [] }));
            foreach (var other in left.SelectMany(Others)) Add(stored[i], stored[i].Id, [other]);
        }

        return result.Count == _units.Length && result.SequenceEqual(_units) ? _units : result.DrainToImmutable();

        void Add(TranslatedUnit unit, string id, IEnumerable<SegmentTranslation> segments)
        {
            var kept = segments.Where(s => carried.Add(Key(unit.Role, id, s))).ToImmutableArray();
            if (kept.Length == unit.Segments.Length && id != unit.Id) result.Add(unit);
            else if (!kept.IsEmpty) result.Add(Unit(unit.Role, id, kept));
        }
    }

    /// <summary>What others made of a sentence.</summary>
    private static IEnumerable<SegmentTranslation> Others(SegmentTranslation segment) => segment.Conflicts
        .Select(c => new SegmentTranslation(segment.Segment with { Source = c.Source }, c.Target, c.State, c.Provenance)).Where(s => s.IsPersons);

    private static TranslatedUnit Unit(UnitRole role, string id, ImmutableArray<SegmentTranslation> segments)
    {
        var codes = segments.SelectMany(s => s.Segment.Source.Codes).Select(c => c.Id).ToHashSet();
        var hash = Hash.Of([.. segments.SelectMany(s => new[] { s.Segment.Source.ToString(), s.Target!.ToString() })])[..8];
        return new TranslatedUnit($"gone{hash}.{id}", role, [.. segments.Select(s => s with { Target = Transfer.Own(s.Target!, codes), Previous = s.IsRepaired ? s.Previous : null })]);
    }

    private static string IdOf(TranslatedUnit unit) => unit.Id[(unit.Id.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string Key(UnitRole role, string id, SegmentTranslation segment) =>
        string.Join('\n', Key(role, id, segment.Segment), Transfer.Key(segment));

    private static string Key(UnitRole role, string id, Segment segment) =>
        string.Join('\n', Wording.Kind(role, id), Wording.Of(segment.Source));
}
