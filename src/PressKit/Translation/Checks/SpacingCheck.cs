using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Spaces at the ends, between words and around marks, as each language has them.</summary>
internal sealed class SpacingCheck : ICheck
{
    private static readonly CheckRule Leading = new("check.leading-space", Severity.Warning, "whitespace", "The translation begins with a space, or lacks the source's.");
    private static readonly CheckRule Trailing = new("check.trailing-space", Severity.Warning, "whitespace", "The translation ends with a space, or lacks the source's.");
    private static readonly CheckRule Double = new("check.double-space", Severity.Warning, "whitespace", "Two spaces stand together.");
    private static readonly CheckRule Marks = new("check.punctuation-spacing", Severity.Warning, "typographical", "A space before or after a mark is missing, or is not the language's.");
    private static readonly CheckRule Percent = new("check.percent-sign-spacing", Severity.Warning, "typographical", "The space before % is not the language's.");
    private static readonly CheckRule Wide = new("check.double-byte-spacing", Severity.Warning, "typographical", "A space stands between Chinese or Japanese characters or beside a full-width mark.");

    public ImmutableArray<CheckRule> Rules => [Leading, Trailing, Double, Marks, Percent, Wide];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var segment in unit.Segments)
        {
            if (segment.Target.Trimmed.Length == 0) continue;
            var findings = Ends(segment).Concat(Doubled(segment));
            if (unit.To.IsKnown) findings = findings.Concat(unit.To.Unspaced ? FullWidth(segment) : Punctuation(segment)).Concat(PercentSigns(segment));
            foreach (var finding in findings) yield return finding;
        }
    }

    private static IEnumerable<Finding> Ends(CheckedSegment segment)
    {
        var (source, target) = (segment.Source.Text, segment.Target.Text);
        var (wanted, found) = (source[..^source.TrimStart().Length], target[..^target.TrimStart().Length]);
        if (wanted.Length == 0 != (found.Length == 0))
        {
            var span = new TextSpan(0, found.Length);
            yield return segment.Finding(Leading, found.Length > 0 ? "The translation begins with a space." : "The source begins with a space, the translation does not.",
                "Begin it as the source begins.", span, fix: new TextEdit(span, wanted));
        }

        (wanted, found) = (source[source.TrimEnd().Length..], target[target.TrimEnd().Length..]);
        if (wanted.Length == 0 != (found.Length == 0))
        {
            var span = new TextSpan(target.Length - found.Length, found.Length);
            yield return segment.Finding(Trailing, found.Length > 0 ? "The translation ends with a space." : "The source ends with a space, the translation does not.",
                "End it as the source ends.", span, fix: new TextEdit(span, wanted));
        }
    }

    private static IEnumerable<Finding> Doubled(CheckedSegment segment)
    {
        if (HasDouble(segment.Source.Text, 0) >= 0) yield break;
        var text = segment.Target.Text;
        var at = HasDouble(text, 0);
        if (at < 0) yield break;
        var end = at;
        while (end < text.Length && IsSpace(text[end])) end++;
        var span = new TextSpan(at, end - at);
        yield return segment.Finding(Double, "Two spaces stand together.", "Leave one.", span, fix: new TextEdit(span, text[at].ToString()));
    }

    private static int HasDouble(string text, int from)
    {
        for (var i = from; i + 1 < text.Length; i++)
        {
            if (IsSpace(text[i]) && IsSpace(text[i + 1])) return i;
        }

        return -1;
    }

    private static bool IsSpace(char c) => c is ' ' or '\u00a0' or '\u202f' or '\u2009' or '\u3000';

    private static IEnumerable<Finding> Punctuation(CheckedSegment segment)
    {
        var (text, rules) = (segment.Target.Text, segment.Unit.To.House.SpaceBefore);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '«' && rules.TryGetValue("«", out var after) && i + 1 < text.Length)
            {
                if (Wanted(segment, i + 1, after, isAfter: true) is { } finding) yield return finding;
            }
            else if (text[i] is ',' or '.' or ':' or ';' or '!' or '?' or '،' or '؛' or '؟' or '»')
            {
                if (i > 0 && rules.TryGetValue(text[i].ToString(), out var before))
                {
                    if ((text[i] == '»' || !IsInside(text, i)) && Wanted(segment, i, before, isAfter: false) is { } finding) yield return finding;
                }
                else if (text[i] != '»' && SpaceBefore(segment, i) is { } finding) yield return finding;

                if (text[i] != '»' && SpaceAfter(segment, i) is { } missing) yield return missing;
            }
        }
    }

    // 10:30, https://, 3:2, :emoji:, and runs of marks.
    private static bool IsInside(string text, int i) =>
        (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]) && text[i + 1] is not ('»' or ')' or ']' or '”' or '"' or '’' or '!' or '?' or '…' or CheckedText.Code))
        || text[i - 1] is '!' or '?' or '(' or '[' or '…' or '.';

    /// <summary>A mark that wants a certain space beside it; either of the two no-break spaces will do.</summary>
    private static Finding? Wanted(CheckedSegment segment, int at, string space, bool isAfter)
    {
        var text = segment.Target.Text;
        var mark = isAfter ? text[at - 1] : text[at];
        var found = isAfter ? at : at - 1;
        if (text[found] is '\u00a0' or '\u202f') return null;
        var span = text[found] is ' ' or '\u2009' ? new TextSpan(found, 1) : new TextSpan(at, 0);
        return segment.Finding(Marks, $"“{mark}” has {(span.Length == 0 ? "no space" : "a space that breaks")} {(isAfter ? "after" : "before")} it.", "Put a no-break space there.", span, fix: new TextEdit(span, space));
    }

    private static Finding? SpaceBefore(CheckedSegment segment, int i)
    {
        var text = segment.Target.Text;
        if (i == 0 || !IsSpace(text[i - 1]) || i == 1) return null;
        // .NET, .5, :root, and points that stand for something left out.
        if (i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '.' or '/' or ')' or CheckedText.Code or '-')) return null;
        if (segment.Source.Text.Contains(text.Substring(i - 1, 2), StringComparison.Ordinal) && text[i] is not ('،' or '؛' or '؟') && segment.Unit.From.House.SpaceBefore.Count == 0) return null;
        var span = new TextSpan(i - 1, 1);
        return segment.Finding(Marks, $"A space stands before “{text[i]}”.", "Take the space out.", new TextSpan(i - 1, 2), fix: new TextEdit(span, ""));
    }

    private static Finding? SpaceAfter(CheckedSegment segment, int i)
    {
        var text = segment.Target.Text;
        if (i + 1 >= text.Length || i == 0 || !char.IsLetter(text[i + 1]) || !char.IsLetter(text[i - 1])) return null;
        // A full stop is inside names, addresses and short forms; a sentence begins with a capital after a small letter.
        if (text[i] == '.' && !(char.IsLower(text[i - 1]) && char.IsUpper(text[i + 1]) && i > 3 && char.IsLower(text[i - 2]))) return null;
        var start = i;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        var end = i;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        var token = text[start..end].Trim('.', ',', ';', ':', '(', ')', '“', '”', '«', '»');
        if (segment.Source.Text.Contains(token, StringComparison.Ordinal) || token.Contains('/', StringComparison.Ordinal) || token.Contains('@', StringComparison.Ordinal)) return null;
        if (segment.TargetQuantities.Literals.Any(l => l.Span.Overlaps(new TextSpan(i, 1)))) return null;
        // Swedish and Finnish colons, and Arabic prefixes, bind words; a gender mark does in German and Italian.
        if (text[i] == ':' && char.IsLower(text[i + 1]) && !segment.Source.Text.Contains(": ", StringComparison.Ordinal)) return null;
        return segment.Finding(Marks, $"No space stands after “{text[i]}”.", "Put a space there.", new TextSpan(i, 1), fix: new TextEdit(new TextSpan(i + 1, 0), " "));
    }

    private static IEnumerable<Finding> PercentSigns(CheckedSegment segment)
    {
        var text = segment.Target.Text;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is not ('%' or '٪')) continue;
            var digit = i - 1;
            while (digit > 0 && IsSpace(text[digit])) digit--;
            if (!char.IsDigit(text[digit])) continue;
            var span = new TextSpan(digit + 1, i - digit - 1);
            var wanted = segment.Unit.To.PercentSpace ? "\u00a0" : "";
            var found = segment.Target[span];
            if (found == wanted || (wanted.Length > 0 && found is "\u202f")) continue;
            yield return segment.Finding(Percent, wanted.Length > 0 ? "“%” needs a no-break space before it." : "“%” stands beside its number.",
                wanted.Length > 0 ? "Put a no-break space before it." : "Take the space out.", new TextSpan(digit, i - digit + 1), fix: new TextEdit(span, wanted));
        }
    }

    private static IEnumerable<Finding> FullWidth(CheckedSegment segment)
    {
        var text = segment.Target.Text;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (!IsSpace(text[i]) || text[i] == '\u3000' && segment.Source.Text.Contains('\u3000', StringComparison.Ordinal)) continue;
            if (!(Words.IsUnspaced(text[i - 1]) && Words.IsUnspaced(text[i + 1])) && !IsWideMark(text[i - 1]) && !IsWideMark(text[i + 1])) continue;
            var span = new TextSpan(i, 1);
            yield return segment.Finding(Wide, $"A space stands between “{text[i - 1]}” and “{text[i + 1]}”.", "Take the space out.", new TextSpan(i - 1, 3), fix: new TextEdit(span, ""));
        }
    }

    private static bool IsWideMark(char c) => c is '。' or '、' or '，' or '；' or '：' or '！' or '？' or '（' or '）';
}
