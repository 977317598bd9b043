using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PressKit.Segmentation;

/// <summary>How much alike two texts are: twice the pairs of neighbouring characters that they share, over all they have
/// (Dice's coefficient). A text is prepared once and compared often.</summary>
/// <param name="text">The text.</param>
public sealed class Likeness(string text)
{
    private const int Classes = 256;
    private uint[]? _pairs;
    private ushort[]? _counts;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    private int Count => Math.Max(0, Text.Length - 1);

    // Both are made when they are asked for: mostly the lengths, and else the counts, say that two texts are not alike.
    private uint[] Pairs => _pairs ??= PairsOf(Text);

    private ushort[] Counts => _counts ??= CountsOf(Text);

    /// <summary>From 0, nothing in common, to 1, the same; any lower value where it is lower than one that is asked for.</summary>
    public double To(Likeness other, double atLeast = 0)
    {
        if (string.Equals(Text, other.Text, StringComparison.Ordinal)) return 1;
        var all = Count + other.Count;
        var wanted = (int)(atLeast * all / 2);
        if (Count == 0 || other.Count == 0) return 0;
        if (wanted > 0 && SharedAtMost(other) is var most && most < wanted) return 2.0 * most / all;
        var (mine, theirs) = (Pairs, other.Pairs);
        int shared = 0, i = 0, j = 0;
        while (i < mine.Length && j < theirs.Length && shared + Math.Min(mine.Length - i, theirs.Length - j) >= wanted)
        {
            // Without a branch: none could be foreseen where the texts differ.
            var (a, b) = (mine[i], theirs[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return 2.0 * shared / all;
    }

    /// <summary>The most that <see cref="To"/> can give, by length alone.</summary>
    public double AtMost(Likeness other) => (Count, other.Count) switch
    {
        (0, 0) => 1,
        var (a, b) => 2.0 * Math.Min(a, b) / (a + b),
    };

    /// <summary>The most pairs that two texts can share, by how many each has of every class.</summary>
    private int SharedAtMost(Likeness other)
    {
        if (Math.Max(Count, other.Count) > ushort.MaxValue) return Math.Min(Count, other.Count);
        var mine = MemoryMarshal.Cast<ushort, Vector256<ushort>>(Counts);
        var theirs = MemoryMarshal.Cast<ushort, Vector256<ushort>>(other.Counts);
        var shared = Vector256<uint>.Zero;
        for (var i = 0; i < mine.Length; i++)
        {
            var (low, high) = Vector256.Widen(Vector256.Min(mine[i], theirs[i]));
            shared += low + high;
        }

        return (int)Vector256.Sum(shared);
    }

    private static ushort[] CountsOf(string text)
    {
        var counts = new ushort[Classes];
        for (var i = 1; i < text.Length; i++) counts[(Pair(text, i) * 0x9E3779B1) >> 24]++;
        return counts;
    }

    private static uint[] PairsOf(string text)
    {
        var pairs = new uint[Math.Max(0, text.Length - 1)];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = Pair(text, i + 1);
        Sort(pairs);
        return pairs;
    }

    private static uint Pair(string text, int end) => (uint)text[end - 1] << 16 | text[end];

    /// <summary>Sorts by one byte after the other, the last first, and by none that all have in common, as those of Latin
    /// letters do: a sort that compares takes three times as long.</summary>
    private static void Sort(uint[] pairs)
    {
        var differ = 0u;
        foreach (var pair in pairs) differ |= pair ^ pairs[0];
        var scratch = ArrayPool<uint>.Shared.Rent(pairs.Length);
        var from = pairs.AsSpan();
        var to = scratch.AsSpan(0, pairs.Length);
        Span<int> ends = stackalloc int[256];
        for (var shift = 0; shift < 32; shift += 8)
        {
            if ((byte)(differ >> shift) == 0) continue;
            ends.Clear();
            foreach (var pair in from) ends[(byte)(pair >> shift)]++;
            for (var i = 1; i < ends.Length; i++) ends[i] += ends[i - 1];
            for (var i = from.Length - 1; i >= 0; i--) to[--ends[(byte)(from[i] >> shift)]] = from[i];
            var sorted = to;
            to = from;
            from = sorted;
        }

        if (from != pairs) from.CopyTo(pairs);
        ArrayPool<uint>.Shared.Return(scratch);
    }
}
