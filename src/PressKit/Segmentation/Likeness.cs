using System.Buffers;

namespace PressKit.Segmentation;

/// <summary>How much alike two texts are: twice the pairs of neighbouring characters that they share, over all they have
/// (Dice's coefficient). A text is prepared once and compared often.</summary>
public sealed class Likeness
{
    private readonly uint[] _pairs;

    /// <summary>A text, ready to be compared.</summary>
    public Likeness(string text)
    {
        Text = text;
        _pairs = new uint[Math.Max(0, text.Length - 1)];
        for (var i = 0; i < _pairs.Length; i++) _pairs[i] = (uint)text[i] << 16 | text[i + 1];
        Sort(_pairs);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>From 0, nothing in common, to 1, the same; any lower value where it is lower than one that is asked for.</summary>
    public double To(Likeness other, double atLeast = 0)
    {
        if (string.Equals(Text, other.Text, StringComparison.Ordinal)) return 1;
        var (mine, theirs) = (_pairs, other._pairs);
        if (mine.Length == 0 || theirs.Length == 0) return 0;
        int shared = 0, i = 0, j = 0;
        var wanted = (int)(atLeast * (mine.Length + theirs.Length) / 2);
        while (i < mine.Length && j < theirs.Length && shared + Math.Min(mine.Length - i, theirs.Length - j) >= wanted)
        {
            // Without a branch: none could be foreseen where the texts differ.
            var (a, b) = (mine[i], theirs[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return 2.0 * shared / (mine.Length + theirs.Length);
    }

    /// <summary>The most that <see cref="To"/> can give, by length alone.</summary>
    public double AtMost(Likeness other) => (_pairs.Length, other._pairs.Length) switch
    {
        (0, 0) => 1,
        var (a, b) => 2.0 * Math.Min(a, b) / (a + b),
    };

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
