namespace PressKit.Segmentation;

/// <summary>Finds the sentences that are their earlier ones for certain. Where a text is repeated, order and nearness are only
/// likely; what stands in an unchanged run between two sentences that both revisions have once each is sure.</summary>
internal static class Anchors
{
    /// <summary>For each present sentence, whether it is anchored.</summary>
    public static bool[] Of(Revision was, Revision now, Revision parked)
    {
        var (words, markup) = (Once(was.Words, now.Words, parked.Words), Once(was.Markup, now.Markup, parked.Markup));
        var (count, last) = (now.Pair.Length, was.Pair.Length - 1);
        var (before, after) = (new bool[count], new bool[count]);
        for (var p = 0; p < count; p++)
        {
            if (now.Pair[p] is not (>= 0 and var e)) continue;
            before[p] = IsOnce(p, e) || (p == 0 ? e == 0 : before[p - 1] && now.Pair[p - 1] == e - 1);
        }

        for (var p = count - 1; p >= 0; p--)
        {
            if (now.Pair[p] is not (>= 0 and var e)) continue;
            after[p] = IsOnce(p, e) || (p == count - 1 ? e == last : after[p + 1] && now.Pair[p + 1] == e + 1);
        }

        return [.. before.Zip(after, (a, b) => a && b)];

        bool IsOnce(int p, int e) => words.Contains(now.Words[p]) || (now.Markup[p] == was.Markup[e] && markup.Contains(now.Markup[p]));
    }

    private static HashSet<int> Once(int[] earlier, int[] present, int[] parked)
    {
        var once = Singles(earlier);
        once.IntersectWith(Singles(present));
        once.ExceptWith(parked);
        return once;
    }

    private static HashSet<int> Singles(int[] keys) => [.. keys.GroupBy(k => k).Where(g => g.Take(2).Count() == 1).Select(g => g.Key)];
}
