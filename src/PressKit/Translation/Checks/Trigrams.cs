using System.Collections.Frozen;

namespace PressKit.Translation.Checks;

/// <summary>How much a text in the Latin script looks like a language, by its triples of letters.</summary>
internal sealed class Trigrams
{
    private readonly FrozenDictionary<string, FrozenDictionary<int, float>> _languages;

    /// <summary>Reads the triples of each language, the commonest first, with bars between them.</summary>
    public Trigrams(Dictionary<string, string> triples) => _languages = triples.ToFrozenDictionary(
        p => p.Key,
        p => p.Value.Split('|').Index().ToFrozenDictionary(t => Key(t.Item[0], t.Item[1], t.Item[2]), t => MathF.Log(600f / (t.Index + 1))),
        StringComparer.Ordinal);

    /// <summary>The language, by its tag, that a text looks most like, apart from the one that it should be in, and how much
    /// more than that one; null where that one has no data.</summary>
    public (string Language, double Ratio)? Best(string text, string expected)
    {
        if (!_languages.ContainsKey(expected)) return null;
        var keys = Keys(text);
        var own = Score(keys, expected);
        var (best, most) = ("", 0.0);
        foreach (var language in _languages.Keys)
        {
            if (language == expected) continue;
            var score = Score(keys, language);
            if (score > most || (score >= most && string.CompareOrdinal(language, best) < 0)) (best, most) = (language, score);
        }

        return (best, most / (own + 0.2));
    }

    private double Score(List<int> keys, string language)
    {
        var triples = _languages[language];
        var sum = 0f;
        foreach (var key in keys)
        {
            if (triples.TryGetValue(key, out var weight)) sum += weight;
        }

        return sum / Math.Max(1, keys.Count);
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
