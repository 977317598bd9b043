using System.Buffers;
using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>How a sentence ends and begins, each language with its own marks: <c>。</c> is a full stop and <c>؟</c> a question mark,
/// and a Spanish question opens with <c>¿</c>.</summary>
internal sealed class EndCheck : ICheck
{
    private static readonly ImmutableArray<CheckRule> Ends =
    [
        End("check.end-stop", "full stop"), End("check.end-colon", "colon"), End("check.end-question", "question mark"),
        End("check.end-exclamation", "exclamation mark"), End("check.end-interrobang", "question and exclamation mark"),
        End("check.end-ellipsis", "ellipsis"), End("check.end-semicolon", "semicolon"),
    ];

    private static readonly SearchValues<char> Dividers = SearchValues.Create(",:;.!?—–\ufffc");

    private static readonly CheckRule Start = new("check.start-punctuation", Severity.Warning, "typographical", "A question or exclamation lacks the mark that opens it, or a mark stands at the beginning that the source has not.");

    public ImmutableArray<CheckRule> Rules => [.. Ends, Start];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var segment in unit.Segments)
        {
            foreach (var finding in EndOf(segment)) yield return finding;
            if (unit.To.House.InvertedMarks)
            {
                foreach (var finding in Inverted(segment)) yield return finding;
            }
        }
    }

    private static CheckRule End(string code, string mark) =>
        new(code, Severity.Warning, "typographical", $"The source ends with a {mark} and the translation does not, or the other way round.");

    private static IEnumerable<Finding> EndOf(CheckedSegment segment)
    {
        var (source, target) = (Last(segment.Source), Last(segment.Target));
        if (source.Name == target.Name || segment.Target.Trimmed.Length == 0) yield break;
        // In Japanese a question may end with a full stop, and a title in brackets with nothing.
        if (segment.Unit.To.House.QuestionEndings.Any(e => segment.Target.Trimmed.EndsWith(e, StringComparison.Ordinal)
            || segment.Target.Trimmed.TrimEnd('。').EndsWith(e, StringComparison.Ordinal)) && source.Name is "question" && target.Name is "" or "stop") yield break;
        if (segment.Unit.From.House.QuestionEndings.Any(e => segment.Source.Trimmed.EndsWith(e, StringComparison.Ordinal)) && target.Name is "question") yield break;
        if (IsStop(source) && IsStop(target) || IsCustom(segment, source, target)) yield break;
        var rule = Ends.First(r => r.Id == "end-" + (source.Name.Length > 0 ? source.Name : target.Name));
        var mark = source.Name.Length > 0 ? MarkOf(source.Name, segment.Unit.To) : "";
        var ending = segment.Target.Text.Length > 0 ? new TextSpan(target.At, target.Length) : (TextSpan?)null;
        yield return segment.Finding(rule, source.Name.Length == 0 ? $"The translation ends with “{segment.Target[ending!.Value]}”, the source with nothing."
            : target.Name.Length == 0 ? $"The source ends with “{segment.Source[new TextSpan(source.At, source.Length)]}”, the translation with nothing."
            : $"The source ends with “{segment.Source[new TextSpan(source.At, source.Length)]}”, the translation with “{segment.Target[ending!.Value]}”.",
            source.Name.Length == 0 ? "End the translation as the source ends." : $"End it with “{mark.Trim()}”.",
            ending, new TextSpan(source.At, source.Length), Fix(segment, source, target, mark));
    }

    // A language may end what another ends otherwise: in Japanese a sentence before a list ends with a full stop, and an item or
    // a quotation with nothing.
    private static bool IsCustom(CheckedSegment segment, (string Name, int At, int Length) source, (string Name, int At, int Length) target)
    {
        return Allows(segment.Unit.To, source.Name, target.Name, segment.Target.Trimmed) || Allows(segment.Unit.From, target.Name, source.Name, segment.Source.Trimmed);

        bool Allows(LanguageRules rules, string other, string own, string text) =>
            rules.House.EndsLike.Any(e => e[0] == other && e[1] == own) && (own.Length > 0 || other != "stop"
                || segment.Unit.Unit.Role is UnitRole.Item or UnitRole.Cell or UnitRole.Field or UnitRole.Alt or UnitRole.Title || text[^1] is '」' or '』' or '》' or '”');
    }

    // A quotation may hold its full stop inside or outside, and an ellipsis may be three points.
    private static bool IsStop((string Name, int At, int Length) end) => end.Name is "stop" or "ellipsis" && end.Length > 1;

    private static TextEdit? Fix(CheckedSegment segment, (string Name, int At, int Length) source, (string Name, int At, int Length) target, string mark)
    {
        if (!segment.Unit.To.IsKnown || source.Name is not ("stop" or "question" or "exclamation" or "colon")) return null;
        var text = segment.Target.Text;
        if (target.Name.Length > 0) return target.Length == 1 && target.At == text.TrimEnd().Length - 1 ? new TextEdit(new TextSpan(target.At, 1), mark) : null;
        var end = text.TrimEnd().Length;
        return end > 0 && (char.IsLetterOrDigit(text[end - 1]) || text[end - 1] == CheckedText.Code) ? new TextEdit(new TextSpan(end, 0), mark) : null;
    }

    private static string MarkOf(string name, LanguageRules rules)
    {
        var mark = rules.House.End.GetValueOrDefault(name) ?? name switch
        {
            "stop" => ".",
            "question" => "?",
            "exclamation" => "!",
            "interrobang" => "?!",
            "colon" => ":",
            "semicolon" => ";",
            _ => "…",
        };
        return rules.House.SpaceBefore.GetValueOrDefault(mark, "") + mark;
    }

    /// <summary>The mark at the end, behind which only brackets, quotation marks, notes and blanks stand.</summary>
    private static (string Name, int At, int Length) Last(CheckedText text)
    {
        var at = text.Text.Length - 1;
        while (at >= 0 && (char.IsWhiteSpace(text.Text[at]) || "\"'”’»›“‘）)]】」』》〉*_\u200e\u200f\u200b".Contains(text.Text[at], StringComparison.Ordinal) || IsNote(text, at))) at--;
        if (at < 0) return ("", 0, 0);
        var start = at;
        while (start > 0 && Class(text.Text[start - 1]).Length > 0 && Class(text.Text[start]).Length > 0) start--;
        var run = text.Text[start..(at + 1)];
        var name = Class(run[^1]);
        if (name.Length == 0) return ("", at + 1, 0);
        if (run.Length > 1 && run.Any(c => Class(c) == "question") && run.Any(c => Class(c) == "exclamation")) name = "interrobang";
        else if (run is ".." or "..." or "...." || run.Contains('…', StringComparison.Ordinal) || run.Contains('⋯', StringComparison.Ordinal)) name = "ellipsis";
        return (name, start, run.Length);
    }

    // A note stands behind the full stop; a code span or a name is a word of the sentence.
    private static bool IsNote(CheckedText text, int at)
    {
        if (text.Text[at] != CheckedText.Code) return false;
        var seen = 0;
        foreach (var piece in text.Content)
        {
            if (piece.Kind == PieceKind.Alone && seen == at) return piece.Code!.Kind is CodeKind.Footnote or CodeKind.Break or CodeKind.Html;
            seen += piece.Kind == PieceKind.Text ? piece.Text.Length : piece.Kind == PieceKind.Alone ? 1 : 0;
        }

        return false;
    }

    private static string Class(char c) => c switch
    {
        '.' or '。' or '．' or '｡' or '۔' or '।' => "stop",
        '?' or '？' or '؟' => "question",
        '!' or '！' => "exclamation",
        ':' or '：' => "colon",
        ';' or '；' or '؛' => "semicolon",
        '…' or '⋯' => "ellipsis",
        _ => "",
    };

    private static IEnumerable<Finding> Inverted(CheckedSegment segment)
    {
        var text = segment.Target.Text;
        foreach (var (opening, closing) in new[] { ('¿', '?'), ('¡', '!') })
        {
            var (opened, closed) = (text.Count(c => c == opening), Closings(text, closing));
            if (opened == closed || (opened > 0 && closed > 0)) continue;
            var fix = opened == 0 && closed == 1 && text.TrimEnd().EndsWith(closing) && StartOf(text, text.LastIndexOf(closing)) is { } start ? new TextEdit(new TextSpan(start, 0), opening.ToString()) : (TextEdit?)null;
            yield return segment.Finding(Start, opened == 0 ? $"“{closing}” has no “{opening}” before it." : $"“{opening}” has no “{closing}” after it.",
                $"Write “{opening}” where the question or exclamation begins, and “{closing}” where it ends.", opened == 0 ? new TextSpan(text.LastIndexOf(closing), 1) : new TextSpan(text.IndexOf(opening, StringComparison.Ordinal), 1), fix: fix);
        }
    }

    private static int Closings(string text, char closing)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == closing && i > 0 && !(i + 1 < text.Length && text[i + 1] == closing) && text[i - 1] is not ('/' or '(' or ' ')) count++;
        }

        return count;
    }

    // Only where nothing else divides the sentence is it certain where the question begins: at its beginning, or behind a colon.
    private static int? StartOf(string text, int end)
    {
        var start = text.LastIndexOf(": ", end, StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : 0;
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        return text.AsSpan(start, end - start).ContainsAny(Dividers) ? null : start;
    }
}
