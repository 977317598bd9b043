using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Words, or several of them, that stand for a value.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<char, ImmutableArray<(string Phrase, decimal Value)>> _byFirst;
    private readonly StringComparison _comparison;

    public PhraseTable(IEnumerable<(string Phrase, decimal Value)> phrases, bool matchCase = false)
    {
        _comparison = matchCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        _byFirst = phrases.Where(p => p.Phrase.Length > 0).DistinctBy(p => p.Phrase, StringComparer.FromComparison(_comparison))
            .GroupBy(p => First(p.Phrase[0]))
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Phrase.Length).ToImmutableArray());
    }

    /// <summary>The longest phrase that begins at a place; it ends where a word ends, but for scripts without spaces.</summary>
    public (int Length, decimal Value)? At(string text, int at)
    {
        if (at >= text.Length || !_byFirst.TryGetValue(First(text[at]), out var phrases)) return null;
        foreach (var (phrase, value) in phrases)
        {
            if (string.Compare(text, at, phrase, 0, phrase.Length, _comparison) != 0) continue;
            var end = at + phrase.Length;
            if (end < text.Length && Words.Joins(text[end]) && Words.Joins(text[end - 1])) continue;
            return (phrase.Length, value);
        }

        return null;
    }

    private char First(char c) => _comparison == StringComparison.Ordinal ? c : char.ToLowerInvariant(c);
}
