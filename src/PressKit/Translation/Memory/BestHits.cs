using System.Collections.Immutable;

namespace PressKit.Translation.Memory;

/// <summary>The best hits of a search so far. Of two that are equally like, the one with the smaller hash is better: the answer
/// does not depend on the order in which they are found.</summary>
internal sealed class BestHits(int count, double threshold)
{
    private readonly List<(FuzzyHit Hit, uint Hash)> _hits = new(count + 1);

    /// <summary>Compares a text, and keeps it where it is among the best.</summary>
    public void Offer(long id, ReadOnlySpan<int> text, ReadOnlySpan<int> other, Distance distance)
    {
        var longer = Math.Max(text.Length, other.Length);
        var least = _hits.Count < count ? threshold : Math.Max(threshold, _hits[^1].Hit.Kind == HitKind.Fuzzy ? _hits[^1].Hit.Similarity : 2);
        var limit = (int)Math.Floor((1 - Math.Min(1, least)) * longer + 1e-9);
        var found = distance.To(other, limit);
        var kind = found == 0 ? HitKind.Whole : IsPlain(text, other) ? HitKind.Plain : HitKind.Fuzzy;
        if (kind == HitKind.Fuzzy && found > limit) return;
        if (kind == HitKind.Plain) found = distance.To(other, longer);
        Add(new FuzzyHit(id, 1 - (double)found / longer, kind), Features.Whole(other));
    }

    /// <summary>The hits, the best first.</summary>
    public ImmutableArray<FuzzyHit> ToImmutable() => [.. _hits.Select(h => h.Hit)];

    private static bool IsPlain(ReadOnlySpan<int> text, ReadOnlySpan<int> other)
    {
        int i = 0, j = 0, shared = 0;
        while (true)
        {
            while (i < text.Length && Graphemes.IsCode(text[i])) i++;
            while (j < other.Length && Graphemes.IsCode(other[j])) j++;
            if (i == text.Length || j == other.Length) return i == text.Length && j == other.Length && shared > 0;
            if (text[i++] != other[j++]) return false;
            shared++;
        }
    }

    private void Add(FuzzyHit hit, uint hash)
    {
        var at = _hits.Count;
        while (at > 0 && IsBetter(hit, hash, _hits[at - 1])) at--;
        if (at == count) return;
        _hits.Insert(at, (hit, hash));
        if (_hits.Count > count) _hits.RemoveAt(count);
    }

    private static bool IsBetter(FuzzyHit hit, uint hash, (FuzzyHit Hit, uint Hash) than)
    {
        if (hit.Kind != than.Hit.Kind) return hit.Kind > than.Hit.Kind;
        return hit.Similarity.Equals(than.Hit.Similarity) ? hash < than.Hash : hit.Similarity > than.Hit.Similarity;
    }
}
