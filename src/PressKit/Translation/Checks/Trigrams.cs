using System.Collections.Frozen;

namespace PressKit.Translation.Checks;

/// <summary>How much a text in the Latin script looks like a language, by its triples of letters.</summary>
internal sealed class Trigrams
{
    private readonly string[] _languages;
    private readonly FrozenDictionary<int, (int Language, float Weight)[]> _triples;

    /// <summary>Reads the triples of each language, the commonest first, with bars between them.</summary>
    public Trigrams(Dictionary<string, string> triples)
    {
        _languages = [.. triples.Keys.Order(StringComparer.Ordinal)];
        _triples = _languages.Index()
            .SelectMany(l => triples[l.Item].Split('|').Index().Select(t => (Key: Key(t.Item[0], t.Item[1], t.Item[2]), Language: l.Index, Weight: MathF.Log(600f / (t.Index + 1)))))
            .GroupBy(t => t.Key).ToFrozenDictionary(g => g.Key, g => g.Select(t => (t.Language, t.Weight)).ToArray());
    }

    /// <summary>The language, by its tag, that a text looks most like, apart from the one that it should be in, and how much
    /// more than that one; null where that one has no data.</summary>
    public (string Language, double Ratio)? Best(string text, string expected)
    {
        var own = Array.IndexOf(_languages, expected);
        if (own < 0) return null;
        var keys = Keys(text);
        Span<float> sums = stackalloc float[_languages.Length];
        foreach (var key in keys)
        {
            if (!_triples.TryGetValue(key, out var found)) continue;
            foreach (var (language, weight) in found) sums[language] += weight;
        }

        // Of two that are equally like it, the first by its tag.
        var best = -1;
        for (var i = 0; i < sums.Length; i++)
        {
            if (i != own && (best < 0 || sums[i] > sums[best])) best = i;
        }

        var count = Math.Max(1, keys.Count);
        return best < 0 ? null : (_languages[best], sums[best] / count / (sums[own] / count + 0.2));
    }

    private static List<int> Keys(string text)
    {
        var keys = new List<int>(text.Length);
        var (a, b) = (' ', ' ');
        foreach (var c in text.Append(' '))
        {
            var letter = char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ';
            if (letter == ' ' && b == ' ') continue;
            if (!(a == ' ' && b == ' ')) keys.Add(Key(a, b, letter));
            (a, b) = (b, letter);
        }

        return keys;
    }

    private static int Key(char a, char b, char c) => ((a & 0x3ff) << 20) | ((b & 0x3ff) << 10) | (c & 0x3ff);
}
