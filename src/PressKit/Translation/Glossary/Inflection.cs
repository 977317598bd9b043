using System.Text;

namespace PressKit.Translation.Glossary;

/// <summary>How much of a term's word stands in a text.</summary>
internal enum WordFit
{
    /// <summary>All of it, and nothing else.</summary>
    Whole,

    /// <summary>All of it, with what the language writes before or behind it without a space.</summary>
    Affixed,

    /// <summary>Its stem, with another ending.</summary>
    Inflected,

    /// <summary>All of it, as a part of a longer word.</summary>
    Compound,
}

/// <summary>A word without what a language writes before and behind it.</summary>
/// <param name="Text">The word.</param>
/// <param name="Start">How many letters of the whole word stand before it.</param>
/// <param name="End">How many letters of the whole word stand behind it.</param>
internal readonly record struct WordBase(string Text, int Start, int End);

/// <summary>How the words of one language change: by rules over letters, which know no dictionary.</summary>
internal sealed class Inflection
{
    private readonly InflectionData _data;
    private readonly Dictionary<char, string> _letters;
    private readonly Dictionary<string, int[]> _sets;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _suffixes;
    private readonly int _longestEnding;
    private readonly int _longestSuffix;

    public Inflection(InflectionData data)
    {
        _letters = data.Letters.ToDictionary(l => l.Key[0], l => l.Value);
        _data = data = data with
        {
            Endings = [.. data.Endings.Select(FoldAll)],
            Prefixes = FoldAll(data.Prefixes),
            Suffixes = FoldAll(data.Suffixes),
            Article = data.Article is { } article ? Fold(article) : null,
            Contractions = data.Contractions.ToDictionary(c => Fold(c.Key), c => Fold(c.Value), StringComparer.Ordinal),
        };
        _sets = data.Endings.Index().SelectMany(s => s.Item.Distinct(StringComparer.Ordinal).Select(e => (Ending: e, Set: s.Index)))
            .GroupBy(e => e.Ending, e => e.Set, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _longestEnding = _sets.Keys.Select(e => e.Length).DefaultIfEmpty(-1).Max();
        _suffixes = new HashSet<string>(data.Suffixes, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longestSuffix = data.Suffixes.Select(s => s.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether nothing is written in front of a word, so that every form of it begins as it does.</summary>
    public bool BeginsAsItIs => _data.Prefixes.Length == 0 && _data.Article is null && _data.Contractions.Count == 0;

    /// <summary>Whether words are put together into one.</summary>
    public bool Compounds => _data.Compounds;

    /// <summary>A word in small letters, without what makes no difference: marks of Arabic and Hebrew vowels, full-width forms,
    /// invisible characters. Apostrophes of any kind are one.</summary>
    public string Fold(ReadOnlySpan<char> word)
    {
        if (FoldsSimply(word)) return string.Create(word.Length, word, static (folded, word) => word.ToLowerInvariant(folded));
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            var c = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
            if (c.Value is '\u00ad' or (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF or 0x0640 or (>= 0x064B and <= 0x0652) or 0x0670 or (>= 0x0591 and <= 0x05C7)) continue;
            if (c.IsBmp && _letters.TryGetValue((char)c.Value, out var letter)) folded.Append(letter);
            else if (c.Value is 0x2019 or 0x02BC) folded.Append('\'');
            else folded.Append(Rune.ToLowerInvariant(c).ToString());
        }

        return folded.ToString();
    }

    /// <summary>Whether small letters are all that folding makes of a word.</summary>
    private bool FoldsSimply(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is '\u00ad' or (> '\u024f' and not (>= '\u0400' and <= '\u04ff') and not (>= '\u3040' and <= '\u9fff') and not (>= '\uac00' and <= '\ud7a3')) || _letters.ContainsKey(c)) return false;
        }

        return true;
    }

    /// <summary>The word, and what is left of it without prefixes, suffixes and, for a term as for a text, the article.</summary>
    /// <param name="folded">The word, folded.</param>
    /// <param name="isTerm">Whether it is a term's, which has nothing but the article in front.</param>
    public IEnumerable<WordBase> Bases(string folded, bool isTerm)
    {
        foreach (var start in Starts(folded, isTerm))
        {
            yield return start;
            if (isTerm || _longestSuffix == 0) continue;
            foreach (var end in Ends(start.Text)) yield return new WordBase(start.Text[..end], start.Start, start.Text.Length - end);
        }
    }

    /// <summary>What a word shares with its other forms: the number of a set of endings, and the letters before one of
    /// them.</summary>
    public IEnumerable<(int Set, string Stem)> Stems(string word)
    {
        for (var length = 0; length <= _longestEnding && word.Length - length >= _data.Stem; length++)
        {
            if (!_sets.TryGetValue(word[^length..], out var sets)) continue;
            foreach (var set in sets) yield return (set, word[..^length]);
        }
    }

    private string[] FoldAll(string[] words) => [.. words.Select(w => Fold(w)).Distinct(StringComparer.Ordinal)];

    private IEnumerable<WordBase> Starts(string word, bool isTerm)
    {
        yield return new WordBase(word, 0, 0);
        if (WithoutArticle(word) is { } bare) yield return bare;
        if (isTerm) yield break;
        foreach (var (contraction, whole) in _data.Contractions)
        {
            if (!Begins(word, contraction)) continue;
            // What is left begins in the middle of the contraction: its place is that of the whole word.
            yield return new WordBase(whole + word[contraction.Length..], 0, 0);
            yield return new WordBase(word[contraction.Length..], contraction.Length, 0);
        }

        foreach (var prefix in _data.Prefixes.Where(p => Begins(word, p)))
        {
            var rest = word[prefix.Length..];
            yield return new WordBase(rest, prefix.Length, 0);
            if (WithoutArticle(rest) is { } left) yield return left with { Start = left.Start + prefix.Length };
        }
    }

    private WordBase? WithoutArticle(string word) =>
        _data.Article is { } article && Begins(word, article) ? new WordBase(word[article.Length..], article.Length, 0) : null;

    private static bool Begins(string word, string prefix) =>
        word.Length >= prefix.Length + 2 && word.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>Where a chain of suffixes can begin.</summary>
    private List<int> Ends(string word)
    {
        var reach = new bool[word.Length + 1];
        reach[word.Length] = true;
        var ends = new List<int>();
        for (var at = word.Length - 1; at >= 2; at--)
        {
            for (var length = 1; length <= _longestSuffix && at + length <= word.Length && !reach[at]; length++)
                reach[at] = reach[at + length] && _suffixes.Contains(word.AsSpan(at, length));
            if (reach[at]) ends.Add(at);
        }

        return ends;
    }
}
