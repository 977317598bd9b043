using System.Collections.Immutable;
using PressKit.Segmentation;

namespace PressKit.Translation.Memory;

/// <summary>Scores what the memory found: 102 in place and between the same neighbours, 101 one of the two, 100 the same text, 99
/// other codes, 98 disputed, else the likeness in percent, at most 97. A machine's translation costs a point, one that nobody
/// reviewed two, another kind of text one, imported memory what the newsroom says; a text that says something else
/// scores at most 74. What was rejected is not there at all.</summary>
/// <param name="glossary">Names and terms.</param>
/// <param name="rejections">What must not be proposed.</param>
/// <param name="penalties">Points for each file of imported memory, by its name.</param>
public sealed class Ranking(ImmutableArray<Term> glossary, Rejections rejections, IReadOnlyDictionary<string, int> penalties)
{
    private const int MostFuzzy = 97;

    private readonly DifferenceFinder _differences = new(glossary);

    /// <summary>The best matches, the best first; several files that say the same are one.</summary>
    internal ImmutableArray<Match> Rank(MemoryQuery query, int[] text, List<StoredRendering> found)
    {
        found.RemoveAll(r => rejections.Contains(query.From, query.To, r.Entry.Source, r.Entry.Target));
        var distance = new Distance(text);
        var kinds = found.Select(r => (Rendering: r, Like: Like(query, text, r, distance))).Where(r => r.Like.Kind > MatchKind.Fuzzy || r.Like.Percent >= query.Threshold).ToList();
        var meaning = _differences.Meaning(query.From, query.Source);
        var disputed = IsDisputed(kinds.Where(k => k.Like.Kind >= MatchKind.Exact && k.Rendering.Entry.IsReviewed).Select(k => k.Rendering));
        return [.. kinds.Select(k => (k.Rendering, Match: Scored(query, meaning, k.Rendering, k.Like, disputed)))
            .OrderByDescending(m => m.Match.Score).ThenByDescending(m => m.Match.Kind).ThenByDescending(m => m.Match.Entry.State)
            .ThenByDescending(m => m.Rendering.At).ThenBy(m => Wording.Of(m.Match.Entry.Source), StringComparer.Ordinal)
            .ThenBy(m => m.Match.Target.ToString(), StringComparer.Ordinal).Select(m => m.Match)
            .DistinctBy(m => m.Target.ToString(), StringComparer.Ordinal).Take(query.Count)];
    }

    private static (MatchKind Kind, int Percent) Like(MemoryQuery query, int[] text, StoredRendering rendering, Distance distance)
    {
        var other = Graphemes.Of(rendering.SourceWording);
        var best = new BestHits(1, 0.01);
        best.Offer(rendering.Id, text, other, distance);
        if (best.ToImmutable() is not [var hit]) return (MatchKind.Fuzzy, 0);
        var percent = (int)Math.Floor(hit.Similarity * 100 + 1e-9);
        if (hit.Kind != HitKind.Whole) return (hit.Kind == HitKind.Plain ? MatchKind.OtherCodes : MatchKind.Fuzzy, percent);
        if (query.Kind is null || rendering.Entry.Kind is { } kind && kind != query.Kind) return (MatchKind.Exact, 100);
        return (rendering.HasNeighbours, rendering.IsInPlace) switch
        {
            (true, true) => (MatchKind.InPlace, 100),
            (false, false) => (MatchKind.Exact, 100),
            _ => (MatchKind.InContext, 100),
        };
    }

    private static bool IsDisputed(IEnumerable<StoredRendering> renderings) =>
        renderings.Select(r => (Wording.Of(r.Entry.Target), Wording.Markup(r.Entry.Target))).Distinct().Take(2).Count() > 1;

    private Match Scored(MemoryQuery query, SentenceMeaning meaning, StoredRendering rendering, (MatchKind Kind, int Percent) like, bool disputed)
    {
        var entry = rendering.Entry;
        var kind = like.Kind == MatchKind.Exact && disputed ? MatchKind.Ambiguous : like.Kind;
        var differences = kind == MatchKind.Fuzzy ? DifferenceFinder.Between(meaning, _differences.Meaning(query.From, entry.Source)) : Differences.None;
        var isOtherKind = entry.Kind is { } stored && query.Kind is { } wanted && stored != wanted;
        var penalty = (entry.Provenance?.Origin == Origin.Machine ? 1 : 0) + (entry.IsReviewed ? 0 : 2)
            + (isOtherKind && kind > MatchKind.Fuzzy ? 1 : 0) + (entry.IsImported ? penalties.GetValueOrDefault(Path.GetFileName(entry.Document)) : 0);
        var score = kind switch
        {
            MatchKind.InPlace => 102,
            MatchKind.InContext => 101,
            MatchKind.Exact => 100,
            MatchKind.OtherCodes => 99,
            MatchKind.Ambiguous => 98,
            _ => Math.Min(MostFuzzy, like.Percent),
        } - penalty;
        if (differences != Differences.None) score = Math.Min(score, Match.Cap);
        var target = kind is MatchKind.OtherCodes or MatchKind.Fuzzy ? null : Transfer.To(query.Source, entry.Source, entry.Target);
        var isCertain = target is not null && kind >= MatchKind.Exact && entry.IsReviewed && !isOtherKind;
        return new Match(Math.Max(0, score), kind, differences, target ?? Transfer.Onto(query.Source, entry.Source, entry.Target), entry) { IsCertain = isCertain };
    }
}
