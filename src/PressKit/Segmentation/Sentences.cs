using System.Collections.Immutable;

namespace PressKit.Segmentation;

/// <summary>Cuts content into sentences: behind a mark that ends one, with the quotation marks and brackets that close on it,
/// where white space follows (or, behind an East Asian mark, at once) and what comes next can begin a sentence. Never inside
/// a code, a quotation or a bracket, nor behind an abbreviation, an initial or an ordinal.</summary>
public static class Sentences
{
    private const string Openers = "“«‹„([{「『（【《〈";
    private const string Closers = "”»›“)]}」』）】》〉";
    private const string Quotes = "”»›“’\"'」』";

    /// <summary>The sentences of a unit, in order; at least one.</summary>
    public static ImmutableArray<Segment> Of(InlineContent content, Language language)
    {
        var tokens = new Tokens(content);
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var start = 0;
        foreach (var (end, next) in Cuts(tokens, language))
        {
            segments.Add(new Segment(tokens.Slice(start, end), tokens.Text[end..next]));
            start = next;
        }

        segments.Add(new Segment(tokens.Slice(start, tokens.Text.Length)));
        return segments.DrainToImmutable();
    }

    private static IEnumerable<(int End, int Next)> Cuts(Tokens tokens, Language language)
    {
        var text = tokens.Text;
        var expected = new Stack<char>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var closed = expected.Count > 0 && text[i] == expected.Peek();
            if (closed) expected.Pop();
            else if (CloserOf(text, i) is { } closer) expected.Push(closer);
            if (expected.Count > 0 || !(closed ? ClosesOnEnd(text, i) : IsEnd(text[i]))) continue;
            var end = Run(text, i + 1, at => BelongsToEnd(text, at));
            var next = Run(text, end, at => char.IsWhiteSpace(text[at]));
            var first = Run(text, next, at => text[at] == Tokens.Open);
            if (first < text.Length && tokens.Depth(end) == 0 && EndsSentence(text, start, i, end, next, text[first], closed, language))
            {
                yield return (end, next);
                start = next;
            }

            i = end - 1;
        }
    }

    private static bool EndsSentence(
        string text, int start, int mark, int end, int next, char first, bool closed, Language language)
    {
        if (closed) return next > end && char.IsUpper(first);
        if (IsEastAsianEnd(text[mark])) return true;
        if (next == end || char.IsLower(first)) return false;
        if (text[mark] != '.' || (end > mark + 1 && text[mark + 1] == '.')) return true;
        var word = WordBefore(text, start, mark);
        if (word.Length == 1 && char.IsUpper(word[0])) return false;
        if (Abbreviations.Contain(word, language)) return false;
        // An ordinal, as German writes it: "am 3. November".
        return !(language.Primary == "de" && word.Length is 1 or 2 && char.IsAsciiDigit(word[^1]));
    }

    private static int Run(string text, int from, Func<int, bool> belongs)
    {
        while (from < text.Length && belongs(from)) from++;
        return from;
    }

    /// <summary>Whether a character still belongs to the sentence whose mark it follows: “ closes in German and opens in
    /// Chinese.</summary>
    private static bool BelongsToEnd(string text, int at) =>
        IsEnd(text[at]) || text[at] is ')' or Tokens.Close
        || (Quotes.Contains(text[at], StringComparison.Ordinal) && CloserOf(text, at) is null);

    private static ReadOnlySpan<char> WordBefore(string text, int start, int mark)
    {
        var from = mark;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && !"(“«’'".Contains(text[from - 1], StringComparison.Ordinal)
            && !Tokens.IsCode(text[from - 1])) from--;
        return text.AsSpan(from, mark - from);
    }

    /// <summary>What closes the bracket or quotation that opens at a place; null where nothing opens, or nothing closes it.</summary>
    private static char? CloserOf(string text, int at)
    {
        var index = Openers.IndexOf(text[at], StringComparison.Ordinal);
        return index >= 0 && text.IndexOf(Closers[index], at + 1) >= 0 ? Closers[index] : null;
    }

    private static bool ClosesOnEnd(string text, int at)
    {
        if (!Quotes.Contains(text[at], StringComparison.Ordinal)) return false;
        var before = at - 1;
        while (before >= 0 && Tokens.IsCode(text[before])) before--;
        return before >= 0 && IsEnd(text[before]);
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '؟' or '۔' or '।' || IsEastAsianEnd(c);

    private static bool IsEastAsianEnd(char c) => c is '。' or '！' or '？' or '．';
}
