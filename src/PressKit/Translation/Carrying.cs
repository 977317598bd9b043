using System.Collections.Immutable;
using PressKit.Segmentation;
using PressKit.Translation.Repairs;

namespace PressKit.Translation;

/// <summary>What is stored of a translation, carried over to the present source: a sentence that says what it said keeps its
/// translation, state and maker, wherever it stands now; one that was changed keeps what it was as a suggestion. A
/// translation is never given to a sentence that it may not have been made for. Where only figures, marks or markup changed,
/// it is repaired, if that is certain.</summary>
public sealed class Carrying
{
    private readonly ImmutableArray<TranslatedUnit> _stored;
    private readonly Parked _parked;
    private readonly Func<InlineContent, InlineContent, InlineContent, InlineContent?> _repair;
    private readonly HashSet<SegmentPlace> _claimed = [];
    private readonly HashSet<SegmentTranslation> _returned = new(ReferenceEqualityComparer.Instance);

    private HashSet<AlignedSegment> _soft = [];

    private Carrying(StoredTranslation stored, SoftRepair? repair)
    {
        (_stored, _parked) = (stored.Units, new Parked(stored.Gone));
        _repair = (earlier, present, target) => repair?.Of(earlier, present, target, stored.SourceLanguage, stored.TargetLanguage);
    }

    /// <summary>The units of the present source with what is stored of their translations, and the translations by persons
    /// that have no place in it. Where nothing changed, both are the stored ones themselves.</summary>
    /// <param name="units">The units of the present source.</param>
    /// <param name="stored">What is stored; null for nothing.</param>
    /// <param name="repair">Repairs translations; null where none is to be repaired.</param>
    public static (ImmutableArray<TranslatedUnit> Units, ImmutableArray<TranslatedUnit> Gone) Of(
        ImmutableArray<Unit> units, StoredTranslation? stored, SoftRepair? repair = null)
    {
        if (stored is null) return ([.. units.Select(u => new TranslatedUnit(u.Id, u.Role, [.. u.Segments.Select(New)]) { Note = u.Note })], []);
        if (IsSame(units, stored.Units)) return (stored.Units, stored.Gone);
        return new Carrying(stored, repair).Carry(units);
    }

    private static bool IsSame(ImmutableArray<Unit> units, ImmutableArray<TranslatedUnit> stored) =>
        units.Length == stored.Length && units.Zip(stored).All(p => IsSame(p.First, p.Second));

    private static bool IsSame(Unit unit, TranslatedUnit stored) =>
        unit.Id == stored.Id && unit.Role == stored.Role && unit.Note == stored.Note && (IsCutTheSame(unit, stored) || unit.SaysTheSameAs(stored.Unit));

    // True of nearly every unit, and far cheaper to see.
    private static bool IsCutTheSame(Unit unit, TranslatedUnit stored)
    {
        if (unit.Segments.Length != stored.Segments.Length) return false;
        for (var i = 0; i < unit.Segments.Length; i++)
        {
            if (!unit.Segments[i].SaysTheSameAs(stored.Segments[i].Segment)) return false;
        }

        return true;
    }

    private (ImmutableArray<TranslatedUnit> Units, ImmutableArray<TranslatedUnit> Gone) Carry(ImmutableArray<Unit> present)
    {
        var alignment = Alignment.Of([.. _stored.Select(u => u.Unit)], present, _parked.Units);
        _soft = CertainChanges.Of(alignment, _stored, _parked.Units);
        var units = alignment.Units.Select(Carry).ToImmutableArray();
        return (units, _parked.With(_stored, _claimed, units));
    }

    private TranslatedUnit Carry(AlignedUnit aligned)
    {
        var unit = aligned.Unit;
        if (aligned.Earlier is { } at && unit.SaysTheSameAs(_stored[at].Unit) && aligned.Segments.All(s => IsOwn(s, unit)))
        {
            for (var i = 0; i < _stored[at].Segments.Length; i++) _claimed.Add(new SegmentPlace(at, i));
            return _stored[at].Id == unit.Id && _stored[at].Role == unit.Role && _stored[at].Note == unit.Note
                ? _stored[at] : _stored[at] with { Id = unit.Id, Role = unit.Role, Note = unit.Note };
        }

        return new TranslatedUnit(unit.Id, unit.Role, [.. aligned.Segments.Select(s => Carry(s, unit))]) { Note = unit.Note };
    }

    /// <summary>Whether nothing else could be meant by a sentence's earlier one.</summary>
    private bool IsOwn(AlignedSegment segment, Unit unit) => segment.IsAnchored
        || (segment.Twins.Length == 1 && _parked.Find(unit, segment.Segment).All(p => Transfer.Key(p) == Transfer.Key(Stored(segment.Twins[0]))));

    private static bool IsPaired(AlignedSegment aligned) => aligned.Change == Change.Same && !aligned.Earlier.IsEmpty;

    private SegmentTranslation Carry(AlignedSegment aligned, Unit unit)
    {
        if (IsPaired(aligned) && IsOwn(aligned, unit)) return Keep(aligned);
        var known = aligned.Twins.Select(Stored).Concat(_parked.Find(unit, aligned.Segment)).ToList();
        // Of several that say the same, the weakest claim is sure to be true.
        if (known.Count > 0 && known.TrueForAll(k => Transfer.Key(k) == Transfer.Key(known[0])))
        {
            var weakest = known.MinBy(k => k.State)!;
            var repeats = !IsPaired(aligned) && (!aligned.Twins.IsEmpty || !_returned.Add(weakest));
            if (Given(aligned.Segment, weakest, repeats) is { } given)
            {
                if (IsPaired(aligned)) _claimed.UnionWith(aligned.Earlier);
                return given with { Conflicts = IsPaired(aligned) ? Stored(aligned.Earlier[0]).Conflicts : [] };
            }
        }

        if (known.Count == 0 && _soft.Contains(aligned) && Repaired(aligned.Segment, Stored(aligned.Earlier[0])) is { } repaired)
        {
            _claimed.Add(aligned.Earlier[0]);
            return repaired;
        }

        return New(aligned.Segment) with { Previous = Suggestion(aligned, known) };
    }

    /// <summary>A sentence with the translation of what it was, repaired; null where that takes a person. What was repaired
    /// before is repaired from what it was at first, and comes back as that where the edit was taken back.</summary>
    private SegmentTranslation? Repaired(Segment segment, SegmentTranslation earlier)
    {
        if (earlier.Target is not { } target || !earlier.Conflicts.IsEmpty) return null;
        var basis = new PreviousTranslation(earlier.Segment.Source, target);
        if (earlier is { IsRepaired: true, Previous: { } first } && target.Equals(_repair(first.Source, earlier.Segment.Source, first.Target)))
        {
            if (Transfer.To(segment.Source, first.Source, first.Target) is { } back)
                return earlier with { Segment = segment, Target = back, IsRepaired = false, Previous = null, Provenance = earlier.Provenance is { } maker ? maker with { Repaired = null } : null };
            basis = first;
        }

        return _repair(basis.Source, segment.Source, basis.Target) is { } repaired
            ? earlier with { Segment = segment, Target = repaired, IsRepaired = true, Previous = basis, Provenance = earlier.Provenance is { } by ? by with { Repaired = null } : null }
            : null;
    }

    private SegmentTranslation Keep(AlignedSegment aligned)
    {
        var earlier = Stored(aligned.Earlier[0]);
        if (Given(aligned.Segment, earlier, repeats: false) is not { } given)
            return New(aligned.Segment) with { Previous = Suggestion(aligned, [earlier]) };
        _claimed.Add(aligned.Earlier[0]);
        return given;
    }

    /// <summary>A sentence with the translation of one that says the same. Nobody reviewed it in the place of a repetition.</summary>
    private static SegmentTranslation? Given(Segment segment, SegmentTranslation earlier, bool repeats)
    {
        if (earlier.Target is null) return earlier with { Segment = segment };
        if (Transfer.To(segment.Source, earlier.Segment.Source, earlier.Target) is not { } target) return null;
        var state = repeats && earlier.State > SegmentState.Translated ? SegmentState.Translated : earlier.State;
        return earlier with { Segment = segment, Target = target, State = state };
    }

    /// <summary>What a sentence was translated as, or may have been. A person's translation is a better suggestion than a
    /// machine's later one.</summary>
    private PreviousTranslation? Suggestion(AlignedSegment aligned, IReadOnlyCollection<SegmentTranslation> known)
    {
        var earlier = aligned.Earlier.IsEmpty ? known.Take(1) : aligned.Earlier.Select(Stored);
        var translated = earlier.Where(s => s.Target is not null || s.Previous is not null).ToImmutableArray();
        if (translated.IsEmpty) return null;
        if (translated is [{ Previous: { } previous } only] && !only.IsPersons && (only.Target is null || _parked.Contains(previous))) return previous;
        var targets = translated.Where(s => s.Target is not null).ToImmutableArray();
        return targets.IsEmpty ? translated[0].Previous : Transfer.Joined(targets);
    }

    private SegmentTranslation Stored(SegmentPlace place) => _stored[place.Unit].Segments[place.Segment];

    private static SegmentTranslation New(Segment segment) => new(segment, null, SegmentState.Initial, null);
}
