namespace PressKit.Segmentation;

/// <summary>How alike two texts are.</summary>
public static class Similarity
{
    /// <summary>The share of letter pairs that two texts have in common (Dice), from 0 to 1; letter case and order ignored.</summary>
    public static double Of(string a, string b)
    {
        if (a == b) return 1;
        var pairs = Pairs(a);
        var total = Math.Max(a.Length - 1, 0) + Math.Max(b.Length - 1, 0);
        if (total == 0) return 0;
        var common = 0;
        foreach (var (pair, count) in Pairs(b)) common += Math.Min(count, pairs.GetValueOrDefault(pair));
        return 2.0 * common / total;
    }

    private static Dictionary<(char, char), int> Pairs(string text)
    {
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var pair = (char.ToLowerInvariant(text[i]), char.ToLowerInvariant(text[i + 1]));
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }
}
