using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>A source that is like what is looked for.</summary>
/// <param name="Id">The store's number of it.</param>
/// <param name="Similarity">One minus the distance over the longer length: from the threshold to 1.</param>
/// <param name="Kind">How like it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FuzzyHit(long Id, double Similarity, HitKind Kind);

/// <summary>The languages of the sources that are wanted.</summary>
/// <param name="Own">The number of their own; 0 for any.</param>
/// <param name="Targets">The bits of those that they must be translated into, one of them at least.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WantedLanguages(byte Own, ulong Targets)
{
    /// <summary>Whether a source with such languages is wanted.</summary>
    public bool Has(ulong languages) => (languages & Targets) != 0 && (Own == 0 || (byte)languages == Own);
}

/// <summary>How like a hit is.</summary>
internal enum HitKind
{
    /// <summary>The wording is another.</summary>
    Fuzzy,

    /// <summary>The wording is the same but for its codes.</summary>
    Plain,

    /// <summary>The wording is the same.</summary>
    Whole,
}

/// <summary>Finds the sources that are most like a text: it counts how much of the text each source of fitting
/// length has, and compares those that have most. What that costs hardly depends on how often the words of the text stand
/// elsewhere.</summary>
internal sealed class FuzzySearch
{
    /// <summary>How many sources are compared, beside those that are the same but for their codes.</summary>
    public const int Candidates = 160;

    // More sources than this that differ in nothing but their codes are as good as these.
    private const int MostAlike = 64;

    private readonly Shortlist _shortlist = new(Candidates);
    private readonly Tally _tally = new();
    private readonly FeatureSet _features = new();
    private readonly List<((uint From, uint To) Chunks, int Weight)> _lists = [];
    private readonly HashSet<long> _alike = [];
    private int[] _buffer = new int[1024];

    /// <summary>The hits in some segments, the best first.</summary>
    /// <param name="segments">The segments, each with the sources in it that a later one says anew.</param>
    /// <param name="text">What is looked for.</param>
    /// <param name="own">The number of its language; 0 for any.</param>
    /// <param name="wanted">The bits of the languages wanted.</param>
    /// <param name="threshold">The least similarity.</param>
    /// <param name="count">How many are wanted.</param>
    public ImmutableArray<FuzzyHit> Find((IndexSegment Segment, HashSet<long> Replaced)[] segments,
        ReadOnlySpan<int> text, byte own, ulong wanted, double threshold, int count)
    {
        var best = new BestHits(count, threshold);
        if (text.IsEmpty) return best.ToImmutable();
        var (distance, wantedLanguages) = (new Distance(text), new WantedLanguages(own, wanted));
        _alike.Clear();
        _shortlist.Clear();
        for (var number = 0; number < segments.Length; number++)
        {
            if (segments[number].Segment.Count == 0) continue;
            FindAlike(segments[number].Segment, number, text, wantedLanguages);
            FindLike(segments[number].Segment, number, text, wantedLanguages, threshold);
        }

        foreach (var source in _alike) Compare(source, text);
        foreach (var source in _shortlist.Best())
        {
            if (!_alike.Contains(source)) Compare(source, text);
        }

        foreach (var (segment, _) in segments) GC.KeepAlive(segment);
        return best.ToImmutable();

        void Compare(long source, ReadOnlySpan<int> text)
        {
            var ((segment, replaced), place) = (segments[source >> 32], (int)source);
            var id = segment.Id(place);
            if (replaced.Count == 0 || !replaced.Contains(id)) best.Offer(id, text, segment.Text(place, ref _buffer), distance);
        }
    }

    /// <summary>Finds the sources whose text is the same, or the same but for its codes.</summary>
    private void FindAlike(IndexSegment segment, int number, ReadOnlySpan<int> text, WantedLanguages wanted)
    {
        foreach (var hash in (ReadOnlySpan<uint>)[Features.Whole(text), Features.Plain(text)])
        {
            var left = MostAlike;
            foreach (var alike in segment.Alike(hash))
            {
                var source = (uint)alike < (uint)segment.Count ? (int)(uint)alike : throw new IndexDamagedException("A hash names a source that is not there.");
                if (left > 0 && wanted.Has(segment.Languages(source)) && _alike.Add(((long)number << 32) | (uint)source)) left--;
            }
        }
    }

    /// <summary>Finds the sources that seem like the text.</summary>
    private void FindLike(IndexSegment segment, int number, ReadOnlySpan<int> text, WantedLanguages wanted, double threshold)
    {
        var (shortest, longest) = ((int)Math.Ceiling(text.Length * threshold - 1e-9), (int)Math.Floor(text.Length / threshold + 1e-9));
        // Those with features of the text's own grain first: the rest is judged by them.
        for (var (i, own) = (0, Features.Grain(text.Length)); i < Features.Grains; i++)
        {
            var grain = (own + i) % Features.Grains;
            var (first, end) = segment.Band(Math.Max(shortest, Features.Shortest(grain)), Math.Min(longest, Features.Longest(grain)));
            if (first < end) Offer(segment, number, text, grain, wanted, first, end);
        }
    }

    /// <summary>Offers the sources from one on to an end, whose features are of one grain.</summary>
    private void Offer(IndexSegment segment, int number, ReadOnlySpan<int> text, int grain, WantedLanguages wanted, int first, int end)
    {
        var (weight, length) = (Look(segment, text, grain), text.Length);
        if (_lists.Count == 0) return;
        // The nearest in length first: of those that seem alike they are the best.
        var (low, high) = (first / IndexChunk.Places, (end - 1) / IndexChunk.Places);
        var nearest = Math.Clamp(segment.Band(text.Length, text.Length).First / IndexChunk.Places, low, high);
        for (var step = 0; step <= high - low; step++)
        {
            if (nearest + step <= high) OfferChunk(nearest + step);
            if (step > 0 && nearest - step >= low) OfferChunk(nearest - step);
        }

        void OfferChunk(int chunk)
        {
            var start = chunk * IndexChunk.Places;
            var (from, to) = (Math.Max(0, first - start), Math.Min(IndexChunk.Places, end - start));
            Count(segment, chunk, from, to);
            var likeness = new Likeness(segment, number, start + from, wanted, length, weight);
            _tally.MoveTo(ref likeness, start, from, to, _shortlist);
        }
    }

    /// <summary>Looks the features of a text up, and says how much they weigh together.</summary>
    private int Look(IndexSegment segment, ReadOnlySpan<int> text, int grain)
    {
        _features.Clear();
        Features.Add(text, grain, _features);
        _lists.Clear();
        var all = 0;
        foreach (var feature in _features.Sorted())
        {
            // A long text has more than is needed; in the order of their hashes they come from all over it.
            var weight = Features.Weight(feature);
            if (all + (1 << weight) > Tally.Most) continue;
            all += 1 << weight;
            if (segment.Having(feature) is var chunks && chunks.From < chunks.To) _lists.Add((chunks, weight));
        }

        return all;
    }

    /// <summary>Counts the features that were looked up in some places of a chunk.</summary>
    private unsafe void Count(IndexSegment segment, int number, int from, int end)
    {
        foreach (var (chunks, weight) in _lists)
        {
            foreach (var chunk in segment.Chunks(chunks))
            {
                if (chunk.Number != number) continue;
                if (chunk.Count == 0) _tally.Add(segment.Map(chunk), weight);
                else if (segment.List(chunk) is var places) _tally.Add(places[LowerBound(places, from)..LowerBound(places, end)], weight);
            }
        }
    }

    private static int LowerBound(ReadOnlySpan<ushort> sorted, int value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
