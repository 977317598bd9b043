namespace PressKit.Segmentation;

/// <summary>Pairs the equal members of two sequences of keys that stand in the same order: common beginnings and ends
/// first, then keys that both have once (patience), then the longest common subsequence of what lies between.</summary>
internal static class SequenceMatch
{
    private const int LargestTable = 1_000_000;

    /// <summary>Gives each pair, by the two positions.</summary>
    public static void InOrder(ReadOnlySpan<int> earlier, ReadOnlySpan<int> present, Action<int, int> pair) =>
        Match(earlier, present, 0, 0, pair);

    private static void Match(ReadOnlySpan<int> earlier, ReadOnlySpan<int> present, int e, int p, Action<int, int> pair)
    {
        while (earlier.Length > 0 && present.Length > 0 && earlier[0] == present[0])
        {
            pair(e++, p++);
            earlier = earlier[1..];
            present = present[1..];
        }

        while (earlier.Length > 0 && present.Length > 0 && earlier[^1] == present[^1])
        {
            pair(e + earlier.Length - 1, p + present.Length - 1);
            earlier = earlier[..^1];
            present = present[..^1];
        }

        if (earlier.IsEmpty || present.IsEmpty) return;
        var anchors = Anchors(earlier, present);
        if (anchors.Count == 0)
        {
            LongestCommon(earlier, present, e, p, pair);
            return;
        }

        var (doneE, doneP) = (0, 0);
        foreach (var (atE, atP) in anchors)
        {
            Match(earlier[doneE..atE], present[doneP..atP], e + doneE, p + doneP, pair);
            pair(e + atE, p + atP);
            (doneE, doneP) = (atE + 1, atP + 1);
        }

        Match(earlier[doneE..], present[doneP..], e + doneE, p + doneP, pair);
    }

    /// <summary>The longest run of keys that both sides have once and in the same order.</summary>
    private static List<(int E, int P)> Anchors(ReadOnlySpan<int> earlier, ReadOnlySpan<int> present)
    {
        var once = new Dictionary<int, (int InE, int AtE, int InP)>();
        for (var i = 0; i < earlier.Length; i++) once[earlier[i]] = (once.GetValueOrDefault(earlier[i]).InE + 1, i, 0);
        foreach (var key in present)
        {
            if (once.TryGetValue(key, out var seen)) once[key] = seen with { InP = seen.InP + 1 };
        }

        var unique = new List<(int E, int P)>();
        for (var i = 0; i < present.Length; i++)
        {
            if (once.TryGetValue(present[i], out var seen) && seen is { InE: 1, InP: 1 }) unique.Add((seen.AtE, i));
        }

        return LongestRising(unique);
    }

    /// <summary>The longest selection of pairs, given in the order of P, whose E rise.</summary>
    public static List<(int E, int P)> LongestRising(List<(int E, int P)> pairs)
    {
        var ends = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[ends[middle]].E < pairs[i].E) low = middle + 1;
                else high = middle;
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }

        var result = new List<(int, int)>();
        for (var at = ends.Count == 0 ? -1 : ends[^1]; at >= 0; at = before[at]) result.Add(pairs[at]);
        result.Reverse();
        return result;
    }

    private static void LongestCommon(ReadOnlySpan<int> earlier, ReadOnlySpan<int> present, int e, int p, Action<int, int> pair)
    {
        if ((long)earlier.Length * present.Length > LargestTable) return;
        var width = present.Length + 1;
        var length = new ushort[(earlier.Length + 1) * width];
        for (var i = earlier.Length - 1; i >= 0; i--)
        {
            for (var j = present.Length - 1; j >= 0; j--)
            {
                length[i * width + j] = earlier[i] == present[j]
                    ? (ushort)(length[(i + 1) * width + j + 1] + 1)
                    : Math.Max(length[(i + 1) * width + j], length[i * width + j + 1]);
            }
        }

        for (int i = 0, j = 0; i < earlier.Length && j < present.Length;)
        {
            if (earlier[i] == present[j]) pair(e + i++, p + j++);
            else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) i++;
            else j++;
        }
    }
}
