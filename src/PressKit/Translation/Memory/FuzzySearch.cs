using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>A source that is like what is looked for.</summary>
/// <param name="Id">The store's number of it.</param>
/// <param name="Similarity">One minus the distance over the longer length: from the threshold to 1.</param>
/// <param name="Kind">How like it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FuzzyHit(long Id, double Similarity, HitKind Kind);

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

/// <summary>Finds the sources of a segment that are most like a text: those that share the rarest of its features, each
/// compared with it. How many are looked at does not depend on how many there are.</summary>
internal sealed class FuzzySearch
{
    /// <summary>How many postings are looked at in a segment.</summary>
    public const int Budget = 12_000;

    /// <summary>How many sources of a segment are compared.</summary>
    public const int Candidates = 128;

    // More sources than this that differ in nothing but their codes are as good as these.
    private const int Alike = 64;

    private readonly Strongest _strongest = new(Candidates);
    private readonly int[] _touched = new int[Budget];
    private readonly List<(int From, int To, uint Feature, float Weight)> _lists = [];
    private readonly FeatureSet _features = new();
    private readonly List<int> _candidates = [];
    // Together, so that a source costs one look into memory.
    private (int Stamp, float Weight)[] _weights = [];
    private int _stamp;
    private int[] _buffer = new int[1024];

    /// <summary>The hits in some segments, the best first.</summary>
    /// <param name="segments">The segments, each with the sources in it that a later one says anew.</param>
    /// <param name="text">What is looked for.</param>
    /// <param name="own">The number of its language; 0 for any.</param>
    /// <param name="wanted">The bits of the languages wanted.</param>
    /// <param name="threshold">The least similarity.</param>
    /// <param name="count">How many are wanted.</param>
    public ImmutableArray<FuzzyHit> Find(IEnumerable<(IndexSegment Segment, HashSet<long> Replaced)> segments,
        ReadOnlySpan<int> text, byte own, ulong wanted, double threshold, int count)
    {
        var best = new BestHits(count, threshold);
        if (text.IsEmpty) return best.ToImmutable();
        var distance = new Distance(text);
        foreach (var (segment, replaced) in segments)
        {
            if (segment.Count == 0) continue;
            Gather(segment, text, own, wanted, threshold);
            foreach (var candidate in _candidates)
            {
                var id = segment.Id(candidate);
                if (replaced.Count > 0 && replaced.Contains(id)) continue;
                best.Offer(id, text, segment.Text(candidate, ref _buffer), distance);
            }

            GC.KeepAlive(segment);
        }

        return best.ToImmutable();
    }

    private void Gather(IndexSegment segment, ReadOnlySpan<int> text, byte own, ulong wanted, double threshold)
    {
        _candidates.Clear();
        _strongest.Clear();
        if (_weights.Length < segment.Count) (_weights, _stamp) = (new (int, float)[segment.Count], 0);
        if (_stamp > int.MaxValue - 4)
        {
            Array.Clear(_weights);
            _stamp = 0;
        }

        _stamp += 2;
        // A stamp of one more: it is a candidate already, and is weighed no more.
        foreach (var feature in (ReadOnlySpan<uint>)[Features.Whole(text), Features.Plain(text)])
        {
            var taken = 0;
            foreach (var source in segment.Having(feature))
            {
                if (taken == Alike) break;
                if (_weights[Checked(source, segment)].Stamp == _stamp + 1 || !IsWanted(segment.Languages(source), own, wanted)) continue;
                _weights[source].Stamp = _stamp + 1;
                _candidates.Add(source);
                taken++;
            }
        }

        foreach (var source in _touched.AsSpan(0, Weigh(segment, text, threshold)))
        {
            var weight = _weights[source].Weight;
            if (weight > _strongest.Least && IsWanted(segment.Languages(source), own, wanted)) _strongest.Add(source, weight);
        }

        _strongest.MoveTo(_candidates);
    }

    /// <summary>Adds up the weights of the rarest features, until the budget is spent, and says how many sources it touched.</summary>
    private int Weigh(IndexSegment segment, ReadOnlySpan<int> text, double threshold)
    {
        _lists.Clear();
        _features.Clear();
        Features.Add(text, slack: 3, _features);
        var (first, end) = segment.Band((int)Math.Ceiling(text.Length * threshold - 1e-9), (int)Math.Floor(text.Length / threshold + 1e-9));
        foreach (var feature in _features.Sorted())
        {
            var sources = segment.Having(feature);
            var (from, to) = (LowerBound(sources, first), LowerBound(sources, end));
            if (from < to) _lists.Add((from, to, feature, MathF.Log((segment.Count + 1f) / sources.Length)));
        }

        _lists.Sort((a, b) => (a.To - a.From) != (b.To - b.From) ? (a.To - a.From).CompareTo(b.To - b.From) : a.Feature.CompareTo(b.Feature));
        var (left, touched, middle) = (Budget, 0, segment.Band(text.Length, text.Length).First);
        foreach (var (from, to, feature, weight) in _lists)
        {
            var sources = segment.Having(feature)[from..to];
            if (sources.Length > left)
            {
                // Of a list that is too long, those that are nearest in length.
                var start = Math.Clamp(LowerBound(sources, middle) - left / 2, 0, sources.Length - left);
                sources = sources.Slice(start, left);
            }

            left -= sources.Length;
            foreach (var source in sources)
            {
                ref var slot = ref _weights[Checked(source, segment)];
                if (slot.Stamp < _stamp)
                {
                    slot = (_stamp, weight);
                    _touched[touched++] = source;
                }
                else slot.Weight += weight;
            }

            if (left == 0) break;
        }

        return touched;
    }

    private static bool IsWanted(ulong languages, byte own, ulong wanted) => (languages & wanted) != 0 && (own == 0 || (byte)languages == own);

    private static int Checked(int source, IndexSegment segment) =>
        (uint)source < (uint)segment.Count ? source : throw new IndexDamagedException("A feature names a source that is not there.");

    private static int LowerBound(ReadOnlySpan<int> sorted, int value)
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
