using System.Collections.Immutable;
using PressKit.Translation;

namespace PressKit.Editions.Reviewing;

/// <summary>Completes a translation from its history: what was saved and is not in its file yet. Of each unit the events are found
/// at whose result, or at whose beginning, the file stands, and those behind are done again; to do it twice changes nothing. Where
/// the file was changed by others meanwhile, sentences are compared one by one: what only one side changed holds, and of what both
/// changed the file's stays in force and the other stands beside it until somebody settles it. Nothing is lost.</summary>
public static class Completion
{
    /// <summary>The state with everything that the events say.</summary>
    /// <param name="state">What the files hold, carried over to the present source.</param>
    /// <param name="events">Events that may not be in it yet, the oldest first.</param>
    public static EditionState Of(EditionState state, IEnumerable<HistoryEvent> events)
    {
        var (present, left) = Resume(state.Units, events, state.SourceLanguage, state.Language);
        var (units, gone) = (present.ToBuilder(), state.Gone.ToBuilder());
        foreach (var sentence in left.Where(e => e.Source is not null).GroupBy(e => (e.Unit!, e.Source!))) Place([.. sentence], sentence.Key.Item1, units, gone);
        return state with { Units = units.ToImmutable(), Gone = gone.ToImmutable() };
    }

    /// <summary>Does again what is missing in the units that stand at a moment of their histories.</summary>
    /// <returns>The units, and the events of those that stand at none, or are not there.</returns>
    public static (ImmutableArray<TranslatedUnit> Units, ImmutableArray<HistoryEvent> Left) Resume(
        ImmutableArray<TranslatedUnit> present, IEnumerable<HistoryEvent> events, Language from, Language to)
    {
        var (units, left) = (present.ToBuilder(), ImmutableArray.CreateBuilder<HistoryEvent>());
        var places = present.Select((u, i) => (u.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        foreach (var unit in events.Where(e => Happening.IsStored(e) || e is { Event: Happening.Changed, Unit: not null }).GroupBy(e => e.Unit!, StringComparer.Ordinal))
        {
            var chain = unit.ToImmutableArray();
            if (places.TryGetValue(unit.Key, out var at) && Rest(chain, Versions.Of(units[at])) is { } rest)
                units[at] = rest.Aggregate(units[at], (u, e) => Replay.Apply(u, e, from, to));
            else left.AddRange(chain);
        }

        return (units.ToImmutable(), left.ToImmutable());
    }

    /// <summary>The events behind the one at whose end, or beginning, a unit stands; null where it stands at none.</summary>
    private static ImmutableArray<HistoryEvent>? Rest(ImmutableArray<HistoryEvent> chain, string version)
    {
        for (var i = chain.Length - 1; i >= 0; i--)
        {
            if (chain[i].Version == version) return chain[(i + 1)..];
            if (chain[i].From == version) return chain[i..];
        }

        return null;
    }

    /// <summary>Puts what was saved of a sentence where the sentence stands now.</summary>
    private static void Place(ImmutableArray<HistoryEvent> chain, string unit, ImmutableArray<TranslatedUnit>.Builder units, ImmutableArray<TranslatedUnit>.Builder gone)
    {
        var last = chain[^1];
        if (last.Target is not { } text) return;
        var places = units.SelectMany((u, at) => u.Segments.Select((s, i) => (Unit: u.Id, At: at, Index: i, Segment: s)))
            .Where(s => s.Segment.Segment.Source.ToString() == last.Source).ToList();
        if (places.Count == 0)
        {
            Park(last, gone);
            return;
        }

        // Of several that say the same, the one that is left where it was, or the first.
        var place = places.Where(p => p.Unit == unit).Append(places[0]).First();
        var segment = place.Segment;
        var known = chain.SelectMany(e => new[] { e.Before, e.Target }).ToHashSet(StringComparer.Ordinal);
        units[place.At] = units[place.At] with { Segments = units[place.At].Segments.SetItem(place.Index, known.Contains(segment.Target?.ToString()) ? Resumed(segment, chain) : Disputed(segment, last, text)) };
    }

    /// <summary>The sentence with the events that it has not seen.</summary>
    private static SegmentTranslation Resumed(SegmentTranslation segment, ImmutableArray<HistoryEvent> chain)
    {
        var text = segment.Target?.ToString();
        var at = chain.Length - 1;
        while (at >= 0 && chain[at].Target != text) at--;
        // Where its text is the last one, only what was said of that text may be missing.
        var isLast = chain[^1].Target == text;
        foreach (var happened in isLast ? chain[at..].Where(e => e.Event == Happening.Reviewed && segment.State < SegmentState.Reviewed) : chain[(at + 1)..])
        {
            if (happened.Event is not (Happening.Split or Happening.Joined)) segment = Replay.Apply(segment, happened);
        }

        return segment;
    }

    private static SegmentTranslation Disputed(SegmentTranslation segment, HistoryEvent last, string text)
    {
        var target = PlaceholderText.Recall(text, segment.Segment.Source);
        if (segment.Conflicts.Any(c => c.Target.ToString() == target.ToString())) return segment;
        var maker = new Provenance(Origin.Author, last.Actor, null, last.At);
        if (segment.Target is null) return segment with { Target = target, State = SegmentState.Translated, Provenance = maker };
        return segment with { Conflicts = segment.Conflicts.Add(new ConflictingTranslation(segment.Segment.Source, target, SegmentState.Translated, maker)) };
    }

    /// <summary>Keeps a person's work of which the source has nothing any more, as it is kept when a source is edited.</summary>
    private static void Park(HistoryEvent last, ImmutableArray<TranslatedUnit>.Builder gone)
    {
        var (source, target) = (PlaceholderText.Recall(last.Source!, null), PlaceholderText.Recall(last.Target!, null));
        if (source.IsBlank || gone.Any(u => u.Segments.Any(s => s.Target is not null && s.Segment.Source.PlainText == source.PlainText && s.Target.PlainText == target.PlainText))) return;
        var id = "k" + Hash.Of(last.Source, last.Target)[..12];
        if (gone.Any(u => u.Id == id)) return;
        gone.Add(new TranslatedUnit(id, UnitRole.Other, [new SegmentTranslation(new Segment(source), target, SegmentState.Translated,
            new Provenance(Origin.Author, last.Actor, null, last.At))]));
    }
}
