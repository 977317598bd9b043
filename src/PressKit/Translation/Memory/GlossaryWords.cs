using System.Collections.Immutable;

namespace PressKit.Translation.Memory;

/// <summary>The glossary's terms of one language, found by their first words.</summary>
internal sealed class GlossaryWords
{
    private readonly Dictionary<string, List<Term>> _byStart = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _unspaced;

    public GlossaryWords(ImmutableArray<Term> glossary, Language language)
    {
        _unspaced = language.Unspaced;
        foreach (var term in glossary.Where(t => t.Text.Length > 0 && (t.Language is null || t.Language.Primary == language.Primary)))
        {
            var start = StartOf(term.Text, 0);
            if (!_byStart.TryGetValue(start, out var terms)) _byStart[start] = terms = [];
            terms.Add(term);
        }
    }

    /// <summary>Adds the terms that stand in a text.</summary>
    public void AddTo(SentenceMeaning meaning, string text, List<Range> words)
    {
        if (_byStart.Count == 0) return;
        var starts = _unspaced ? Enumerable.Range(0, text.Length) : words.Select(w => w.Start.Value);
        foreach (var at in starts)
        {
            if (!_byStart.TryGetValue(StartOf(text, at), out var terms)) continue;
            foreach (var term in terms.Where(t => StandsAt(t, text, at))) meaning.Add(term.Translate ? Differences.Term : Differences.Name, term.Text);
        }
    }

    private static bool IsPart(string text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);

    private string StartOf(string text, int at)
    {
        if (_unspaced) return text.Substring(at, 1);
        var end = at;
        while (IsPart(text, end)) end++;
        return end == at ? text.Substring(at, 1) : text[at..end];
    }

    // A name is written one way; another term may begin a sentence.
    private bool StandsAt(Term term, string text, int at) =>
        string.Compare(text, at, term.Text, 0, term.Text.Length, term.Translate ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) == 0
        && (_unspaced || !IsPart(text, at + term.Text.Length));
}
