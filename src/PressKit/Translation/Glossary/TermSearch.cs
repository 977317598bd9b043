using System.Collections.Immutable;

namespace PressKit.Translation.Glossary;

/// <summary>One text looked up in one index: at each word the longest term that begins there, then on behind it.</summary>
internal sealed class TermSearch(TermIndex index, TermText text, bool lenient)
{
    private readonly List<TermIndex.WordCandidate>?[] _candidates = new List<TermIndex.WordCandidate>?[text.Tokens.Count];
    private readonly List<TermIndex.WordCandidate> _path = [];
    private readonly List<(TermMatch Match, WordFit Fit)> _best = [];
    private int _longest;

    /// <summary>The terms.</summary>
    public ImmutableArray<TermMatch> Find()
    {
        var found = ImmutableArray.CreateBuilder<TermMatch>();
        for (var first = 0; first < text.Tokens.Count;)
        {
            _best.Clear();
            _longest = 0;
            Walk(index.Root, first, first);
            first += Math.Max(1, _longest);
            if (_best.Count == 0) continue;
            // What stands there as it is written counts more than what could be a form of something else.
            var fit = _best.Min(b => b.Fit);
            found.AddRange(_best.Where(b => b.Fit == fit).Select(b => b.Match).DistinctBy(m => (m.Term.Id, m.Form)));
        }

        return found.ToImmutable();
    }

    private void Walk(TermIndex.Node node, int first, int at)
    {
        if (at == text.Tokens.Count) return;
        var token = text.Tokens[at];
        if (at > first && text.IsBarrier(token.Start)) return;
        foreach (var candidate in Candidates(at))
        {
            if (node.After(at > first && token.HasGap, candidate.Word) is not { } next) continue;
            _path.Add(candidate);
            foreach (var pattern in next.Patterns) Take(pattern, at - first + 1);
            Walk(next, first, at + 1);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private List<TermIndex.WordCandidate> Candidates(int at) =>
        _candidates[at] ??= index.Candidates(text.Text, text.Tokens[at], lenient);

    private void Take(TermIndex.Pattern pattern, int tokens)
    {
        if (tokens < _longest) return;
        var (start, end) = (_path[0].Start, _path[^1].End);
        var fit = _path.Max(c => c.Fit);
        // A name has no endings that a rule could know, unless somebody asks whether it stands there at all.
        if (fit > WordFit.Affixed && !lenient && !pattern.Term.Translate) return;
        if (text.IsInAddress(start, end) || !text.IsWhole(start, end, !lenient) || !HasItsCase(pattern)) return;
        if (tokens > _longest) _best.Clear();
        _longest = tokens;
        _best.Add((new TermMatch(pattern.Term, pattern.Form, start, end - start, fit > WordFit.Affixed), fit));
    }

    private bool HasItsCase(TermIndex.Pattern pattern)
    {
        if (pattern.Term.Case == TermCase.Any) return true;
        for (var i = 0; i < _path.Count; i++)
        {
            var word = pattern.Words[i];
            var there = text.Text.AsSpan(_path[i].Start, _path[i].End - _path[i].Start);
            if (_path[i].Fit == WordFit.Compound)
            {
                // Only the first part of a compound keeps its capital.
                if (word.Length > 1 && word.All(char.IsUpper) && !there.Contains(word, StringComparison.Ordinal)) return false;
                continue;
            }

            for (var c = 0; c < word.Length && c < there.Length; c++)
            {
                if (!char.IsUpper(word[c]) && !char.IsUpper(there[c])) continue;
                // Behind the stem there is nothing to compare.
                if (Small(word[c]) != Small(there[c])) break;
                if (char.IsUpper(word[c]) && !char.IsUpper(there[c])) return false;
                if (pattern.Term.Case == TermCase.Exact && char.IsUpper(there[c]) != char.IsUpper(word[c])) return false;
            }
        }

        return true;
    }

    private static char Small(char c) => char.ToLowerInvariant(c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xFEE0) : c);
}
