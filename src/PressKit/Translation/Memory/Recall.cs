using System.Collections.Immutable;
using PressKit.Segmentation;
using PressKit.Translation.Exchange;

namespace PressKit.Translation.Memory;

/// <summary>What the memory does for a document that is to be translated: what is certain fills its gaps before any service is
/// asked; what is like it is a suggestion, an example for services, a match for translators' tools.</summary>
/// <param name="memory">The memory.</param>
/// <param name="time">The clock of the provenance.</param>
/// <param name="withheld">Releases, as folders, that are not public yet: what they say stays in them.</param>
public sealed class Recall(ITranslationMemory memory, TimeProvider time, ImmutableHashSet<string> withheld)
{
    /// <summary>A suggestion must be at least so like to be stored.</summary>
    public const int Suggested = 75;

    // More tell a model little, and cost.
    private const int MostExamples = 2;

    /// <summary>The request with its gaps filled as far as the memory is certain, and the best suggestion beside those that stay
    /// open; what else is reviewed and like these are examples for a service. What is translated stays as it is.</summary>
    /// <returns>The request, and how many gaps were filled.</returns>
    public (DraftRequest Request, int Filled) Fill(DraftRequest request)
    {
        var (units, gone) = Carrying.Of(request.Units, request.Stored);
        if (units.All(u => u.IsComplete)) return (request, 0);
        var around = Context.Around(units).ToLookup(s => (s.Unit.Id, s.Index), s => (s.Previous, s.Next));
        var (filled, touched, now) = (0, false, Now());
        var examples = ImmutableDictionary.CreateBuilder<InlineContent, ImmutableArray<TranslationExample>>();
        var result = units.Select(u => u.IsComplete ? u : u with { Segments = [.. u.Segments.Select((s, i) => Filled(u, s, i))] }).ToImmutableArray();
        request = request with { Examples = examples.ToImmutable() };
        if (!touched) return (request, 0);
        var stored = new StoredTranslation(request.Original, request.Revision, request.Source, request.Target, result) { Gone = gone };
        return (request with { Stored = stored }, filled);

        SegmentTranslation Filled(TranslatedUnit unit, SegmentTranslation segment, int index)
        {
            if (segment.Target is not null || !Gaps.NeedsService(segment.Segment.Source) || request.Only?.Contains(unit.Id) == false) return segment;
            var (previous, next) = around[(unit.Id, index)].First();
            var matches = memory.LookUp(QueryOf(MemoryDocuments.Folder(request.File), unit, segment, request.Source, request.Target, previous, next));
            if (Certain(matches) is { } match)
            {
                (filled, touched) = (filled + 1, true);
                var origin = match.Entry.Provenance;
                return segment with
                {
                    Target = match.Target, State = SegmentState.Translated,
                    Provenance = new Provenance(Origin.Memory, origin?.Maker ?? "memory", origin?.Method, now),
                };
            }

            ImmutableArray<TranslationExample> like = [.. matches.Where(m => m.Entry.IsReviewed).DistinctBy(m => m.Entry.Target).Take(MostExamples)
                .Select(m => new TranslationExample(m.Entry.Source.ReadingText, m.Entry.Target.ReadingText))];
            // Where parts of a document may not be seen, one of them may be like another.
            if (!like.IsEmpty && request.Only is null) examples[segment.Segment.Source] = like;
            if (segment.Previous is not null || matches.FirstOrDefault(m => m.Score >= Suggested) is not { } best) return segment;
            touched = true;
            return segment with { Previous = new PreviousTranslation(Sourced(best, segment), best.Target) { Similarity = Math.Min(100, best.Score) } };
        }
    }

    /// <summary>Gives for a unit of a document what the memory knows of its sentences, for translators' own tools.</summary>
    public Func<TranslatedUnit, ImmutableArray<ExportedMatch>> Matches(string document, ImmutableArray<Unit> units, Language from, Language to)
    {
        var whole = units.Select(u => new TranslatedUnit(u.Id, u.Role, [.. u.Segments.Select(s => new SegmentTranslation(s, null, SegmentState.Initial, null))])).ToImmutableArray();
        var around = Context.Around(whole).ToLookup(s => (s.Unit.Id, s.Index), s => (s.Previous, s.Next));
        return unit => [.. unit.Segments.SelectMany((segment, i) =>
        {
            var (previous, next) = around[(unit.Id, i)].FirstOrDefault();
            return memory.LookUp(QueryOf(document, unit, segment, from, to, previous, next))
                .Where(m => !m.Target.Equals(segment.Target) && Gaps.NeedsService(segment.Segment.Source))
                .Select(m => new ExportedMatch(i, Sourced(m, segment), m.Target, Math.Min(100, m.Score), m.Entry.Provenance?.Maker ?? "memory"));
        })];
    }

    private MemoryQuery QueryOf(string document, TranslatedUnit unit, SegmentTranslation segment, Language from, Language to, string? previous, string? next) =>
        new(from, to, segment.Segment.Source)
        {
            Document = document, Unit = unit.Id, Kind = Wording.Kind(unit.Role, unit.Id), Previous = previous, Next = next,
            Withheld = withheld.Remove(document),
        };

    /// <summary>The match that may be taken over as it is: where several of the best are certain and disagree, none is.</summary>
    private static Match? Certain(ImmutableArray<Match> matches)
    {
        var best = matches.Where(m => m.IsCertain).ToList();
        if (best.Count == 0) return null;
        return best.Count > 1 && best[1].Kind == best[0].Kind && !best[1].Target.Equals(best[0].Target) ? null : best[0];
    }

    /// <summary>A match's source with the codes of the segment, as its translation has them.</summary>
    private static InlineContent Sourced(Match match, SegmentTranslation segment) =>
        Transfer.Onto(segment.Segment.Source, match.Entry.Source, match.Entry.Source);

    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, now.Offset);
    }
}
