using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PressKit.Translation.Glossary;

/// <summary>The terms of a glossary in one language as a trie over words: looking a text up costs what the text has words,
/// however many terms there are.</summary>
internal sealed class TermIndex
{
    private readonly Inflection _inflection;
    private readonly Node _root = new();
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Set, string Stem), List<int>> _stems = [];
    private readonly HashSet<(char First, char Second)> _beginnings = [];

    public TermIndex(ImmutableArray<Term> terms, Language language, Inflection inflection)
    {
        _inflection = inflection;
        foreach (var term in terms)
        {
            foreach (var form in term.In(language))
            {
                foreach (var text in form.Inflections.Prepend(form.Text)) Add(term, form, text);
            }
        }
    }

    /// <summary>The terms in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lenient">Whether a name may be inflected, and a term be a part of a longer word: right for asking whether a
    /// translation has it, wrong for taking it out of a text.</param>
    public ImmutableArray<TermMatch> Find(TermText text, bool lenient) => new TermSearch(this, text, lenient).Find();

    /// <summary>The trie's root.</summary>
    internal Node Root => _root;

    /// <summary>The terms' words that a word of a text can stand for.</summary>
    internal List<WordCandidate> Candidates(string text, in TermToken token, bool lenient)
    {
        var candidates = new List<WordCandidate>();
        var folded = _inflection.Fold(text.AsSpan(token.Start, token.Length));
        if (_inflection.BeginsAsItIs && !(lenient && _inflection.Compounds) && !CanBegin(folded)) return candidates;
        // Where folding took letters away, nobody knows any more where a part of the word begins.
        var isParallel = folded.Length == token.Length;
        if (!token.IsWord)
        {
            if (_words.TryGetValue(folded, out var mark)) candidates.Add(new WordCandidate(mark, WordFit.Whole, token.Start, token.Start + token.Length));
            return candidates;
        }

        foreach (var part in _inflection.Bases(folded, isTerm: false))
        {
            var isWhole = part.Text.Length == folded.Length;
            var (start, end) = isParallel ? (token.Start + part.Start, token.Start + token.Length - part.End) : (token.Start, token.Start + token.Length);
            if (_words.TryGetValue(part.Text, out var word)) Add(word, isWhole ? WordFit.Whole : WordFit.Affixed, start, end);
            if (_bases.TryGetValue(part.Text, out var words)) AddAll(words, WordFit.Inflected, token.Start, token.Start + token.Length);
            foreach (var stem in _inflection.Stems(part.Text))
            {
                if (_stems.TryGetValue(stem, out words)) AddAll(words, WordFit.Inflected, token.Start, token.Start + token.Length);
            }
        }

        if (lenient && _inflection.Compounds) AddParts(folded, token);
        return candidates;

        void AddParts(string whole, in TermToken place)
        {
            for (var cut = ShortestPart; cut <= whole.Length - 3; cut++)
            {
                if (_words.TryGetValue(whole[..cut], out var first)) Add(first, WordFit.Compound, place.Start, place.Start + place.Length);
            }

            for (var cut = 3; cut <= whole.Length - ShortestPart; cut++)
            {
                var last = whole[cut..];
                if (_words.TryGetValue(last, out var word)) Add(word, WordFit.Compound, place.Start, place.Start + place.Length);
                foreach (var stem in _inflection.Stems(last))
                {
                    if (_stems.TryGetValue(stem, out var words)) AddAll(words, WordFit.Compound, place.Start, place.Start + place.Length);
                }
            }
        }

        void AddAll(List<int> words, WordFit fit, int start, int end)
        {
            foreach (var word in words) Add(word, fit, start, end);
        }

        void Add(int word, WordFit fit, int start, int end)
        {
            var known = candidates.FindIndex(c => c.Word == word);
            if (known < 0) candidates.Add(new WordCandidate(word, fit, start, end));
            else if (candidates[known].Fit > fit) candidates[known] = new WordCandidate(word, fit, start, end);
        }
    }

    /// <summary>Whether any term's word begins like a word, as most begin like none.</summary>
    private bool CanBegin(string folded) => folded.Length > 0
        && (_beginnings.Contains((folded[0], '\0')) || (folded.Length > 1 && _beginnings.Contains((folded[0], folded[1]))));

    private void AddBeginning(string text)
    {
        if (text.Length > 0) _beginnings.Add((text[0], text.Length > 1 ? text[1] : '\0'));
    }

    // A shorter part of a word is more often chance than a compound.
    private const int ShortestPart = 4;

    private void Add(Term term, TermForm form, string text)
    {
        var cut = new TermText(text);
        if (cut.Tokens.Count == 0) return;
        var node = _root;
        foreach (var (i, token) in cut.Tokens.Index())
        {
            var word = Word(_inflection.Fold(text.AsSpan(token.Start, token.Length)), token.IsWord);
            node = node.Next(i > 0 && token.HasGap, word);
        }

        node.Patterns.Add(new Pattern(term, form, [.. cut.Tokens.Select(t => text.Substring(t.Start, t.Length))]));
    }

    private int Word(string folded, bool isWord)
    {
        if (_words.TryGetValue(folded, out var word)) return word;
        word = _words.Count;
        _words.Add(folded, word);
        AddBeginning(folded);
        if (!isWord) return word;
        foreach (var part in _inflection.Bases(folded, isTerm: true))
        {
            AddBeginning(part.Text);
            if (part.Text.Length != folded.Length) List(_bases, part.Text).Add(word);
            foreach (var stem in _inflection.Stems(part.Text))
            {
                AddBeginning(stem.Stem);
                List(_stems, stem).Add(word);
            }
        }

        return word;
    }

    private static List<int> List<TKey>(Dictionary<TKey, List<int>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        return list;
    }

    /// <summary>A word of a term that a word of a text can stand for, and where.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct WordCandidate(int Word, WordFit Fit, int Start, int End);

    /// <summary>A form of a term, word by word.</summary>
    internal sealed record Pattern(Term Term, TermForm Form, ImmutableArray<string> Words);

    /// <summary>The forms that begin with certain words.</summary>
    internal sealed class Node
    {
        private readonly Dictionary<(bool HasGap, int Word), Node> _next = [];

        /// <summary>The forms that end here.</summary>
        public List<Pattern> Patterns { get; } = [];

        /// <summary>Those that go on with a word; null where none does.</summary>
        public Node? After(bool hasGap, int word) => _next.GetValueOrDefault((hasGap, word));

        /// <summary>Those that go on with a word.</summary>
        public Node Next(bool hasGap, int word)
        {
            if (!_next.TryGetValue((hasGap, word), out var node)) _next.Add((hasGap, word), node = new Node());
            return node;
        }
    }
}
