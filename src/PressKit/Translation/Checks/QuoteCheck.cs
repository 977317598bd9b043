using System.Buffers;
using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Brackets and quotation marks: opened and closed, as many as in the source, in the form of the language.</summary>
internal sealed class QuoteCheck : ICheck
{
    private static readonly CheckRule Balance = new("check.brackets-balance", Severity.Warning, "typographical", "A bracket is opened and not closed, or closed and not opened.");
    private static readonly CheckRule Mismatch = new("check.brackets-mismatch", Severity.Warning, "typographical", "Brackets of the source are missing.");
    private static readonly CheckRule Pair = new("check.quotes-pair", Severity.Warning, "typographical", "A quotation mark is opened and not closed, or closed and not opened.");
    private static readonly CheckRule Style = new("check.quotes-style", Severity.Warning, "locale-violation", "Quotation marks are not those of the language.");
    private static readonly CheckRule Quotation = new("check.quote-count-speaker", Severity.Error, "omission", "What somebody says is no quotation any more.");

    private const string Opening = "([{（［【〔";
    private const string Closing = ")]}）］】〕";
    private const string QuoteMarks = "“”„«»「」『』‹›‚〝〟\"";

    private static readonly SearchValues<char> SpeechMarks = SearchValues.Create(QuoteMarks + "‘’'《》〈〉");

    public ImmutableArray<CheckRule> Rules => [Balance, Mismatch, Pair, Style, Quotation];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var segment in unit.Segments)
        {
            foreach (var finding in Brackets(segment).Concat(Pairs(segment)).Concat(Styles(segment))) yield return finding;
        }

        // A quotation may begin in one sentence and end in another.
        if (unit.TargetText.Length > 0 && HasSpeech(unit.SourceText) && !unit.TargetText.AsSpan().ContainsAny(SpeechMarks) && unit.TargetText.TrimStart()[0] is not ('—' or '–' or '―'))
        {
            yield return unit.Segments[0].Finding(Quotation, "The source quotes somebody, the translation does not.",
                "Put what is said into quotation marks, and leave it to who says it.");
        }
    }

    private static bool HasSpeech(string text)
    {
        foreach (var (open, close) in new[] { ('“', '”'), ('«', '»'), ('„', '“'), ('„', '”'), ('「', '」'), ('‘', '’'), ('"', '"') })
        {
            var start = text.IndexOf(open, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf(close, start + 1);
            if (end > start && (text[start..end].Count(c => c == ' ') > 4 || (open == '「' && end - start > 12) || text[start..end].Count(Words.IsUnspaced) > 12)) return true;
        }

        return false;
    }

    private static IEnumerable<Finding> Brackets(CheckedSegment segment)
    {
        var at = Unpaired(segment.Target.Text).At;
        if (Unpaired(segment.Source.Text).At is not null) yield break;
        if (at is { } alone)
            yield return segment.Finding(Balance, $"“{segment.Target.Text[alone]}” stands alone.", "Write the other bracket, or take this one out.", new TextSpan(alone, 1));
        else if (Undated(segment.Target, segment.TargetQuantities) < Undated(segment.Source, segment.SourceQuantities)
            && segment.Unit.Segments.Sum(s => Undated(s.Target, s.TargetQuantities)) < segment.Unit.Segments.Sum(s => Undated(s.Source, s.SourceQuantities)))
            yield return segment.Finding(Mismatch, "Brackets of the source are missing.", "Put into brackets what the source has in them.");
    }

    // Japanese and Chinese put the day of the week into brackets.
    private static int Undated(CheckedText text, QuantityList quantities) => Unpaired(quantities.Of(QuantityKind.Date)
        .Aggregate(text.Text, (t, q) => t.Remove(q.Span.Start, q.Span.Length).Insert(q.Span.Start, new string(' ', q.Span.Length)))).Pairs;

    /// <summary>How many pairs of brackets a text has, and where one stands alone; list marks such as a) are none.</summary>
    private static (int Pairs, int? At) Unpaired(string text)
    {
        var open = new Stack<int>();
        var pairs = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Opening.Contains(text[i], StringComparison.Ordinal)) open.Push(i);
            var kind = Closing.IndexOf(text[i], StringComparison.Ordinal);
            if (kind < 0) continue;
            if (open.Count > 0 && (Opening.IndexOf(text[open.Peek()], StringComparison.Ordinal) == kind || text[open.Peek()] is '(' or '（' && text[i] is ')' or '）'))
            {
                open.Pop();
                pairs++;
            }
            else if (!(i is 1 or 2 && open.Count == 0) && !(i > 1 && text[i - 1] is ':' or ';'))
            {
                return (pairs, i);
            }
        }

        return (pairs, open.Count > 0 ? open.Peek() : null);
    }

    private static IEnumerable<Finding> Pairs(CheckedSegment segment)
    {
        // Across the sentences of a unit a quotation opens in one and closes in another.
        if (segment.Index != segment.Unit.Segments[0].Index) yield break;
        if (Alone(segment.Unit.TargetText, segment.Unit.To) is not { } mark || Alone(segment.Unit.SourceText, segment.Unit.From) is not null) yield break;
        var where = segment.Unit.Segments.First(s => s.Target.Text.Contains(mark, StringComparison.Ordinal));
        yield return where.Finding(Pair, $"“{mark}” stands without its other.", "Write the other quotation mark, or take this one out.", new TextSpan(where.Target.Text.LastIndexOf(mark), 1));
    }

    /// <summary>A quotation mark that opens or closes nothing; null where all are paired. What opens in one language closes in another.</summary>
    private static char? Alone(string text, LanguageRules rules)
    {
        if (!text.AsSpan().ContainsAny(SpeechMarks)) return null;
        var pairs = rules.House.Quotes.Select(q => (Open: q[0].Trim()[0], Close: q[1].Trim()[0])).Where(q => q.Open is not ('‘' or '’' or '‚' or '"')).ToList();
        pairs.AddRange(Everywhere.Where(e => !pairs.Exists(p => p.Close == e.Open || p.Open == e.Open)));
        var open = new Stack<char>();
        foreach (var c in text)
        {
            if (open.Count > 0 && pairs.Contains((open.Peek(), c))) open.Pop();
            else if (pairs.Exists(p => p.Open == c)) open.Push(c);
            else if (pairs.Exists(p => p.Close == c)) return c;
        }

        return open.Count > 0 ? open.Peek() : text.Count(c => c == '"') % 2 == 1 && !text.Any(char.IsDigit) ? '"' : null;
    }

    private static readonly ImmutableArray<(char Open, char Close)> Everywhere = [('«', '»'), ('“', '”'), ('„', '“'), ('「', '」'), ('『', '』'), ('《', '》')];

    private static IEnumerable<Finding> Styles(CheckedSegment segment)
    {
        var to = segment.Unit.To;
        if (!to.IsKnown) yield break;
        var text = segment.Target.Text;
        var allowed = string.Concat(to.House.Quotes.Where(q => q[0] != "\"").SelectMany(q => q)) + "’";
        var found = Enumerable.Range(0, text.Length).Where(i => QuoteMarks.Contains(text[i], StringComparison.Ordinal)
            && !allowed.Contains(text[i], StringComparison.Ordinal) && !IsMeasure(text, i) && !IsShown(segment, text[i])).ToList();
        if (found.Count == 0) yield break;
        var (open, close) = (to.House.Quotes[0][0], to.House.Quotes[0][1]);
        var fix = found.Count == 2 && !text.AsSpan(found[0] + 1, found[1] - found[0] - 1).ContainsAny(open.Trim() + close.Trim() + CheckedText.Code)
            ? new TextEdit(new TextSpan(found[0], found[1] - found[0] + 1), open + text[(found[0] + 1)..found[1]].Trim() + close) : (TextEdit?)null;
        yield return segment.Finding(Style, $"“{text[found[0]]}” is not a quotation mark of {to.Language}.", $"Write {open}…{close}.", new TextSpan(found[0], 1), fix: fix);
    }

    // 27" and 5' 11" measure.
    private static bool IsMeasure(string text, int i) => text[i] == '"' && i > 0 && char.IsDigit(text[i - 1]);

    // A text about marks shows them, the same ones in both languages, side by side.
    private static bool IsShown(CheckedSegment segment, char mark) =>
        segment.Source.Text.Contains(mark, StringComparison.Ordinal) && segment.Source.Text.Where(c => QuoteMarks.Contains(c, StringComparison.Ordinal)).Distinct().Count() > 3;
}
