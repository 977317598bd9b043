using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Words, or several of them, that stand for a value.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, ImmutableArray<(string Phrase, decimal Value)>> _byFirst;
    private readonly StringComparison _comparison;

    public PhraseTable(IEnumerable<(string Phrase, decimal Value)> phrases, bool matchCase = false)
    {
        _comparison = matchCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        _byFirst = phrases.Where(p => p.Phrase.Length > 0).DistinctBy(p => p.Phrase, StringComparer.FromComparison(_comparison))
            .GroupBy(p => p.Phrase[..1], StringComparer.FromComparison(_comparison))
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Phrase.Length).ToImmutableArray(), StringComparer.FromComparison(_comparison));
    }

    /// <summary>The longest phrase that begins at a place; it ends where a word ends, but for scripts without spaces.</summary>
    public (int Length, decimal Value)? At(string text, int at)
    {
        if (at >= text.Length || !_byFirst.GetValueOrDefault(text.Substring(at, 1), []).Any()) return null;
        foreach (var (phrase, value) in _byFirst[text.Substring(at, 1)])
        {
            if (string.Compare(text, at, phrase, 0, phrase.Length, _comparison) != 0) continue;
            var end = at + phrase.Length;
            if (end < text.Length && Words.Joins(text[end]) && Words.Joins(text[end - 1])) continue;
            return (phrase.Length, value);
        }

        return null;
    }
}
