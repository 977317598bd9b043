namespace PressKit;

/// <summary>Finds what somebody may have meant.</summary>
public static class Nearest
{
    /// <summary>The known word with the fewest letters to change, where that is at most a third of them; else null.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var best = known.Distinct(StringComparer.Ordinal).Select(k => (Word: k, Distance: Distance(word, k)))
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(1, Math.Max(word.Length, best.Word.Length) / 3) ? best.Word : null;
    }

    /// <summary>How many letters were changed, left out, put in, or exchanged with their neighbour; letter case ignored.</summary>
    private static int Distance(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) distances[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) distances[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = distances[i - 1, j - 1] + (IsSame(a[i - 1], b[j - 1]) ? 0 : 1);
                var best = Math.Min(change, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                var isExchange = i > 1 && j > 1 && IsSame(a[i - 1], b[j - 2]) && IsSame(a[i - 2], b[j - 1]);
                distances[i, j] = isExchange ? Math.Min(best, distances[i - 2, j - 2] + 1) : best;
            }
        }

        return distances[a.Length, b.Length];
    }

    private static bool IsSame(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
