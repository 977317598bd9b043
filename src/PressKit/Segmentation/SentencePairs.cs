namespace PressKit.Segmentation;

/// <summary>Pairs the sentences of an edited text with its earlier ones, in order, by dynamic programming: one with one, one
/// with two, two with one, or with none. The likeliest pairing is the cheapest.</summary>
internal static class SentencePairs
{
    // A sentence of which less than two fifths is left is another sentence: leaving out both costs less than pairing them.
    private const double Skip = 0.3;

    // Against taking a neighbour into a pair that is good without it.
    private const double Double = 0.05;
    private const int LargestTable = 10_000;

    // From how much alike sentences in the same order need no other pairing to be considered.
    private const double Clear = 0.75;

    private static readonly (int E, int P)[] Steps = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)];

    /// <summary>The pairs: the numbers of the earlier sentences, one or two, and of the present ones.</summary>
    /// <param name="earlier">The earlier sentences.</param>
    /// <param name="present">The present ones.</param>
    /// <param name="same">Whether the two texts are one for certain, however little alike, such as a headline's.</param>
    public static IEnumerable<(int[] Earlier, int[] Present)> Of(Likeness[] earlier, Likeness[] present, bool same)
    {
        if ((long)earlier.Length * present.Length > LargestTable) return [];
        if (earlier.Length == present.Length && earlier.Zip(present).All(p => p.First.To(p.Second) >= Clear))
            return Enumerable.Range(0, present.Length).Select(i => (new[] { i }, new[] { i }));
        var (pairsOfE, pairsOfP) = (Neighbours(earlier), Neighbours(present));
        var width = present.Length + 1;
        var cost = new double[(earlier.Length + 1) * width];
        var step = new int[cost.Length];
        for (var at = 1; at < cost.Length; at++)
        {
            var (e, p) = (at / width, at % width);
            cost[at] = double.PositiveInfinity;
            for (var s = 0; s < Steps.Length; s++)
            {
                var (takesE, takesP) = Steps[s];
                if (takesE > e || takesP > p) continue;
                var (ofE, ofP) = (Taken(earlier, pairsOfE, e, takesE), Taken(present, pairsOfP, p, takesP));
                var candidate = cost[at - takesE * width - takesP] + (takesE + takesP > 2 ? Double : 0);
                if (candidate + Least(ofE, ofP, same) >= cost[at]) continue;
                candidate += Cost(ofE, ofP, cost[at] - candidate, same);
                if (candidate >= cost[at]) continue;
                (cost[at], step[at]) = (candidate, s);
            }
        }

        return Path(step, earlier.Length, present.Length);
    }

    private static List<(int[] Earlier, int[] Present)> Path(int[] step, int e, int p)
    {
        var (result, width) = (new List<(int[], int[])>(), p + 1);
        while (e + p > 0)
        {
            var (takesE, takesP) = Steps[step[e * width + p]];
            (e, p) = (e - takesE, p - takesP);
            if (takesE * takesP > 0) result.Add(([.. Enumerable.Range(e, takesE)], [.. Enumerable.Range(p, takesP)]));
        }

        result.Reverse();
        return result;
    }

    /// <summary>What a pair costs; anything more where it is more than what is left.</summary>
    private static double Cost(Likeness? earlier, Likeness? present, double left, bool same) =>
        earlier is null || present is null ? (same ? 1 : Skip) : 1 - earlier.To(present, Math.Max(0, 1 - left));

    /// <summary>The least that a pair can cost, which is quickly known.</summary>
    private static double Least(Likeness? earlier, Likeness? present, bool same) =>
        earlier is null || present is null ? (same ? 1 : Skip) : 1 - earlier.AtMost(present);

    private static Likeness? Taken(Likeness[] texts, Likeness[] neighbours, int end, int count) =>
        count switch { 0 => null, 1 => texts[end - 1], _ => neighbours[end - 2] };

    /// <summary>Each text with the one behind it.</summary>
    private static Likeness[] Neighbours(Likeness[] texts) =>
        [.. texts.Zip(texts.Skip(1), (a, b) => new Likeness(string.Concat(a.Text, " ", b.Text)))];
}
