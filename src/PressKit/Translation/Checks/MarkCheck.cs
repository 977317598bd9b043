using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Marks in the form of the language: full-width ones between Chinese and Japanese characters, Arabic ones in Arabic;
/// and marks or words that stand twice.</summary>
internal sealed class MarkCheck : ICheck
{
    private static readonly CheckRule Wide = new("check.fullwidth-punctuation", Severity.Warning, "typographical", "A mark in Chinese or Japanese text is half as wide as it should be.");
    private static readonly CheckRule Arabic = new("check.arabic-punctuation", Severity.Warning, "typographical", "A comma, semicolon or question mark in Arabic text is the Latin one.");
    private static readonly CheckRule Multiple = new("check.multiple-punctuation", Severity.Warning, "typographical", "A mark stands twice.");
    private static readonly CheckRule Word = new("check.doubled-word", Severity.Warning, "duplication", "A word stands twice.");
    private static readonly CheckRule Kashida = new("check.kashida", Severity.Warning, "typographical", "An Arabic word is drawn out with kashidas.");

    private static readonly CheckRule Pure = new("check.pure-punctuation", Severity.Warning, "typographical", "The source has only marks, and the translation has words or figures.");

    public ImmutableArray<CheckRule> Rules => [Wide, Arabic, Multiple, Word, Kashida, Pure];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var segment in unit.Segments)
        {
            if (IsPure(segment.Source.Text) && segment.Target.Text.Any(char.IsLetterOrDigit))
                yield return segment.Finding(Pure, $"The source has only “{segment.Source.Trimmed}”.", "Write the marks of the source.", fix: new TextEdit(new TextSpan(0, segment.Target.Text.Length), segment.Source.Text));
            var findings = Twice(segment).Concat(unit.To.Unspaced ? DoubledCharacters(segment) : DoubledWords(segment));
            if (unit.To.House.FullWidth) findings = findings.Concat(HalfWidth(segment));
            if (unit.To.House.Marks.Count > 0) findings = findings.Concat(Latin(segment)).Concat(Kashidas(segment));
            foreach (var finding in findings) yield return finding;
        }
    }

    private static bool IsPure(string text) => text.Any(char.IsPunctuation) && text.All(c => char.IsPunctuation(c) || char.IsSymbol(c) || char.IsWhiteSpace(c)) && !text.Contains(CheckedText.Code, StringComparison.Ordinal);

    private static IEnumerable<Finding> HalfWidth(CheckedSegment segment)
    {
        var text = segment.Target.Text;
        for (var i = 0; i < text.Length; i++)
        {
            var wide = ",.?!:;()".IndexOf(text[i], StringComparison.Ordinal);
            if (wide < 0) continue;
            var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            var isWide = text[i] switch
            {
                '(' => Words.IsUnspaced(before) || Words.IsUnspaced(after),
                ')' => Words.IsUnspaced(before) || (Words.IsUnspaced(after) && text.LastIndexOf('(', i) is >= 0 and var open && open > 0 && Words.IsUnspaced(text[open - 1])),
                '.' => Words.IsUnspaced(before) && (i + 1 == text.Length || Words.IsUnspaced(after) || after is ' ' or '”' or '’' or '」' or '』' or '）'),
                ':' => Words.IsUnspaced(before),
                _ => Words.IsUnspaced(before) || (Words.IsUnspaced(after) && !char.IsAsciiLetterOrDigit(before)),
            };
            if (!isWide) continue;
            var mark = (segment.Unit.To.Language.Primary == "ja" ? "、。？！：；（）" : "，。？！：；（）")[wide].ToString();
            var span = new TextSpan(i, after == ' ' && i + 1 < text.Length && text[i] is not '(' ? 2 : 1);
            yield return segment.Finding(Wide, $"“{text[i]}” is a half-width mark.", $"Write “{mark}”.", new TextSpan(i, 1), fix: new TextEdit(span, mark));
        }
    }

    private static IEnumerable<Finding> Latin(CheckedSegment segment)
    {
        var text = segment.Target.Text;
        for (var i = 1; i < text.Length; i++)
        {
            if (!segment.Unit.To.House.Marks.TryGetValue(text[i].ToString(), out var mark)) continue;
            var before = i - 1;
            while (before > 0 && (char.IsWhiteSpace(text[before]) || text[before] is '»' or ')' or '”' or '"')) before--;
            if (!IsArabic(text[before])) continue;
            yield return segment.Finding(Arabic, $"“{text[i]}” is a Latin mark.", $"Write “{mark}”.", new TextSpan(i, 1), fix: new TextEdit(new TextSpan(i, 1), mark));
        }
    }

    // A kashida joins a prefix to a word in another script.
    private static IEnumerable<Finding> Kashidas(CheckedSegment segment)
    {
        var text = segment.Target.Text;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '\u0640' || !(IsArabic(text[i + 1]) || text[i + 1] == '\u0640')) continue;
            var end = i;
            while (end < text.Length && text[end] == '\u0640') end++;
            var span = new TextSpan(i, end - i);
            yield return segment.Finding(Kashida, "A word is drawn out with kashidas.", "Take them out.", span, fix: new TextEdit(span, ""));
            i = end;
        }
    }

    private static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06ff' && char.IsLetter(c) && c != '\u0640';

    private static IEnumerable<Finding> Twice(CheckedSegment segment)
    {
        var text = segment.Target.Text;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!IsMark(text[i]) || !IsMark(text[i + 1]) || (text[i] is '?' or '!' or '？' or '！' && text[i] != text[i + 1])) continue;
            var end = i + 2;
            while (end < text.Length && IsMark(text[end])) end++;
            var run = text[i..end];
            // Three points are an ellipsis, and a short form may stand before a comma.
            if (run is "..." or "...." or "?..." or "!..." or ".," or ".:" or ".;" or ".?" or ".!" or ".)" || run.All(c => c is '…' or '.') && run.Length > 2
                || segment.Source.Text.Contains(run, StringComparison.Ordinal)) { i = end - 1; continue; }
            var span = new TextSpan(i, run.Length);
            yield return segment.Finding(Multiple, $"“{run}” is more than one mark.", "Leave one.", span, fix: run.Distinct().Count() == 1 && run.Length == 2 ? new TextEdit(span, run[..1]) : null);
            i = end - 1;
        }
    }

    private static bool IsMark(char c) => c is ',' or '.' or ';' or ':' or '?' or '!' or '،' or '؛' or '؟' or '。' or '、' or '，' or '；' or '：' or '？' or '！';

    private static IEnumerable<Finding> DoubledWords(CheckedSegment segment)
    {
        var words = Words.Of(segment.Target.Text);
        HashSet<string>? original = null;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            // Arabic repeats an adverb to say one by one.
            var ((word, span), (next, nextSpan)) = (words[i], words[i + 1]);
            if (!word.Equals(next, StringComparison.OrdinalIgnoreCase) || segment.Unit.To.DoubledWords.Contains(word)) continue;
            if (nextSpan.Start != span.End + 1 || !char.IsWhiteSpace(segment.Target.Text[span.End])) continue;
            if (word.Length == 1 && char.IsUpper(word[0]) || word.EndsWith("\u064b\u0627", StringComparison.Ordinal) || word.EndsWith("\u0627\u064b", StringComparison.Ordinal)) continue;
            original ??= DoubledIn(segment.Source.Text);
            if (original.Contains(word) || (original.Count > 0 && !segment.Unit.From.Unspaced && word.Length > 3)) continue;
            var whole = new TextSpan(span.Start, nextSpan.End - span.Start);
            yield return segment.Finding(Word, $"“{word}” stands twice.", "Take one out.", whole, fix: new TextEdit(new TextSpan(span.End, nextSpan.End - span.End), ""));
        }
    }

    private static HashSet<string> DoubledIn(string text)
    {
        var words = Words.Of(text);
        return words.Zip(words.Skip(1)).Where(p => p.First.Word.Equals(p.Second.Word, StringComparison.OrdinalIgnoreCase)).Select(p => p.First.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<Finding> DoubledCharacters(CheckedSegment segment)
    {
        var text = segment.Target.Text;
        foreach (var pair in segment.Unit.To.House.DoubledCharacters)
        {
            for (var at = text.IndexOf(pair, StringComparison.Ordinal); at >= 0; at = text.IndexOf(pair, at + 2, StringComparison.Ordinal))
            {
                // 的的确确, はは and とと begin or end other words.
                var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 2 < text.Length ? text[at + 2] : ' ');
                if (!Words.IsUnspaced(before) && !char.IsAsciiLetterOrDigit(before) && before is not ('」' or '』' or '》' or '”' or '）' or ' ' or CheckedText.Code)) continue;
                if (pair == "的的" && after == '确' || IsKana(pair[0]) && (IsHiragana(before) || IsHiragana(after))) continue;
                var span = new TextSpan(at, 2);
                yield return segment.Finding(Word, $"“{pair[0]}” stands twice.", "Take one out.", span, fix: new TextEdit(span, pair[..1]));
            }
        }

        for (var at = 0; at + 3 < text.Length; at++)
        {
            // A word of two characters or more, twice: 大会大会.
            for (var length = 2; length <= 6 && at + 2 * length <= text.Length; length++)
            {
                if (text[at] != text[at + length] || !text.AsSpan(at, length).SequenceEqual(text.AsSpan(at + length, length))) continue;
                var first = text.Substring(at, length);
                if (!first.All(Words.IsUnspaced) || first.Distinct().Count() == 1) continue;
                if (first.All(IsHiragana)) continue;
                var span = new TextSpan(at, 2 * length);
                yield return segment.Finding(Word, $"“{first}” stands twice.", "Take one out.", span, fix: new TextEdit(span, first));
                at += 2 * length;
                break;
            }
        }
    }

    private static bool IsKana(char c) => c is >= '\u3040' and <= '\u30ff';

    private static bool IsHiragana(char c) => c is >= '\u3040' and <= '\u309f';
}
