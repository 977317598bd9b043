using System.Collections.Immutable;
using PressKit.Translation.Checks;

namespace PressKit.Tests.Translation.Checks;

/// <summary>Faults of punctuation, spaces, brackets, quotation marks and single characters.</summary>
internal static class MarkFaults
{
    private const string Quotes = "“”„«»「」『』";

    private static readonly Dictionary<char, string> Wide = new() { ['，'] = ",", ['、'] = ",", ['。'] = ".", ['？'] = "?", ['！'] = "!", ['：'] = ":", ['；'] = ";" };

    public static ImmutableArray<Fault> All { get; } =
    [
        new("end-stop", (s, r) => End(s, ".。", r)), new("end-question", (s, r) => End(s, "?？؟", r)), new("end-colon", (s, r) => End(s, ":：", r)), new("end-semicolon", (s, r) => End(s, ";；؛", r)),
        new("end-exclamation", (s, _) => End(s, "!！", "."), (t, l) => t.Length > 0 && ".。".Contains(t[^1], StringComparison.Ordinal) ? t[..^1] + Spaced(l, l.House.FullWidth ? "！" : "!") : t),
        new("end-interrobang", (s, _) => End(s, "!！", ""), (t, l) => t.Length > 0 && ".。".Contains(t[^1], StringComparison.Ordinal) ? t[..^1] + Spaced(l, l.House.FullWidth ? "？！" : l.House.Script == "Arab" ? "؟!" : "?!") : t),
        new("end-ellipsis", (s, _) => End(s, "…", ""), (t, _) => t.Length > 0 && ".。".Contains(t[^1], StringComparison.Ordinal) ? t[..^1] + "…" : t),
        new("start-punctuation", (s, _) => Without(s, "¿¡")),
        new("leading-space", (s, _) => Starts(s) ? Fault.Edit(s, 0, 0, " ") : null),
        new("trailing-space", (s, _) => Starts(s) ? Fault.Edit(s, s.Target.Text.Length, 0, " ") : null),
        new("double-space", (s, r) => Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => t[i] == ' '), r) is { } at ? Fault.Edit(s, at, 0, " ") : null),
        new("punctuation-spacing", (s, r) => s.Unit.To.Unspaced ? null : Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 1 && t[i] is ',' or '،' && char.IsLetter(t[i - 1]) && i + 1 < t.Length && t[i + 1] == ' '), r) is { } at ? Fault.Edit(s, at, 0, " ") : null),
        new("punctuation-spacing", (s, r) => s.Unit.To.Unspaced ? null : Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 1 && i + 2 < t.Length && t[i] is ',' or ';' or '،' or '؛' && t[i + 1] == ' ' && char.IsLetter(t[i - 1]) && char.IsLetter(t[i + 2])), r) is { } at ? Fault.Edit(s, at + 1, 1, "") : null),
        new("punctuation-spacing", (s, r) => s.Unit.To.Language.Primary != "fr" ? null : Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 1 && t[i] is '\u00a0' or '\u202f' && (i + 1 < t.Length && t[i + 1] is ':' or ';' or '?' or '!' or '»' || t[i - 1] is '«')), r) is { } at ? Fault.Edit(s, at, 1, r.Next(2) == 0 ? "" : " ") : null),
        new("double-byte-spacing", (s, r) => s.Unit.To.Unspaced && Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && Words.IsUnspaced(t[i]) && Words.IsUnspaced(t[i - 1])), r) is { } at ? Fault.Edit(s, at, 0, " ") : null),
        new("fullwidth-punctuation", (s, r) => Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && Wide.ContainsKey(t[i]) && Words.IsUnspaced(t[i - 1])), r) is { } at && s.Unit.To.House.FullWidth ? Fault.Edit(s, at, 1, Wide[s.Target.Text[at]]) : null),
        new("arabic-punctuation", (s, r) => Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && t[i] is '،' or '؛' or '؟' && char.IsLetter(t[i - 1]) && t[i - 1] > '\u0600'), r) is { } at ? Fault.Edit(s, at, 1, s.Target.Text[at] switch { '،' => ",", '؛' => ";", _ => "?" }) : null),
        new("multiple-punctuation", (s, r) => Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && t[i] is ',' or '،' or '，' or '、' or ':' or ';' && !char.IsDigit(t[i - 1]) && (i + 1 == t.Length || t[i + 1] is ' ' || t[i + 1] > '\u2e80')), r) is { } at ? Fault.Edit(s, at, 0, s.Target.Text[at].ToString()) : null),
        new("doubled-word", (s, r) => s.Unit.To.Unspaced ? null : Fault.AnyOf([.. Words.Of(s.Target.Text).Index().Where(w => w.Item.Word.Length > 1 && !s.Unit.To.DoubledWords.Contains(w.Item.Word) && Stands(s, w.Item.Span)).Select(w => w.Item.Span.Start)], r) is { } at
            ? Fault.Edit(s, at, 0, Words.Of(s.Target.Text).First(w => w.Span.Start == at).Word + " ") : null),
        new("kashida", (s, r) => s.Unit.To.House.Script == "Arab" && Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && Arabic(t[i]) && Arabic(t[i - 1])), r) is { } at ? Fault.Edit(s, at, 0, "ـــ") : null),
        new("brackets-balance", (s, _) => Pair(s.Source.Text) && Places(s, "()（）") is [_, var at] ? Fault.Edit(s, at, 1, "") : null),
        new("brackets-mismatch", (s, _) => Pair(s.Source.Text) && Places(s, "()（）") is [var open, var close] ? new CheckedText(Fault.Edit(s, close, 1, "")).With(new TextEdit(new TextSpan(open, 1), "")) : null),
        new("quotes-pair", (s, _) => Places(s, Quotes) is [_, var at] && s.Unit.Segments.Length == 1 && s.Source.Text.Count(c => Quotes.Contains(c, StringComparison.Ordinal)) % 2 == 0 ? Fault.Edit(s, at, 1, "") : null),
        new("quotes-style", (s, _) => Places(s, Quotes) is [var open, var close] ? new CheckedText(Fault.Edit(s, close, 1, "\"")).With(new TextEdit(new TextSpan(open, 1), "\"")) : null),
        new("quote-count-speaker", (s, _) => Places(s, Quotes + "‘’") is [var open, var close] && close - open > 30 && s.Unit.Segments.Length == 1 && s.Source.Text.AsSpan().IndexOfAny("“«„「") >= 0
            ? new CheckedText(Fault.Edit(s, close, 1, "")).With(new TextEdit(new TextSpan(open, 1), "")) : null),
        new("zero-width", (s, r) => Inside(s, r) is { } at ? Fault.Edit(s, at, 0, "\u200b") : null), new("control", (s, r) => Inside(s, r) is { } at ? Fault.Edit(s, at, 0, "\u0007") : null),
        new("bidi-balance", (s, r) => Inside(s, r) is { } at ? Fault.Edit(s, at, 0, "\u202e") : null), new("bidi-balance", (s, r) => Inside(s, r) is { } at ? Fault.Edit(s, at, 0, "\u2069") : null),
        new("allowed-characters", (s, r) => Inside(s, r) is { } at ? Fault.Edit(s, at, 0, "\ue042") : null),
        new("encoding-damage", Mojibake), new("encoding-damage", (s, r) => Inside(s, r) is { } at ? Fault.Edit(s, at, 1, "\ufffd") : null), new("encoding-damage", (s, r) => Inside(s, r) is { } at ? Fault.Edit(s, at, 0, "&nbsp;") : null),
        new("wrong-script", (s, r) => s.Unit.To.IsLatin && Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && t[i] is 'a' or 'e' or 'o' or 'c' && char.IsAsciiLetter(t[i - 1])), r) is { } at
            ? Fault.Edit(s, at, 1, s.Target.Text[at] switch { 'a' => "а", 'e' => "е", 'o' => "о", _ => "с" }) : null),
        new("wrong-script", (s, r) => Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && char.IsLetter(t[i]) && !char.IsLetterOrDigit(t[i - 1])), r) is { } at
            ? Fault.Edit(s, at, 0, s.Unit.To.House.Script == "Cyrl" ? "美术馆 " : "музей ") : null),
    ];

    private static bool Starts(CheckedSegment s) => s.Target.Text.Length > 0 && !char.IsWhiteSpace(s.Target.Text[0]) && !char.IsWhiteSpace(s.Target.Text[^1]) && s.Source.Text.Trim().Length == s.Source.Text.Length;

    private static bool Pair(string source) => !source.Contains('曜', StringComparison.Ordinal) && !source.Contains("星期", StringComparison.Ordinal) && source.AsSpan().IndexOfAny("(（") >= 0 && source.AsSpan().IndexOfAny(")）") >= 0 && source.Count(c => c is '(' or '（') == 1;

    private static bool Arabic(char c) => c is >= '\u0620' and <= '\u064a';

    private static bool Stands(CheckedSegment s, TextSpan span) => (span.Start == 0 || s.Target.Text[span.Start - 1] == ' ') && (span.End == s.Target.Text.Length || s.Target.Text[span.End] == ' ') && s.Target[span].All(c => char.IsLower(c) || c > '\u0600')
        && !s.Target[span].EndsWith("ًا", StringComparison.Ordinal);

    private static int? Inside(CheckedSegment s, Random r) => Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && char.IsLetter(t[i]) && char.IsLetter(t[i - 1]) && (t[i] < '\u0600' || t[i] > '\u06ff')), r);

    private static List<int> Places(CheckedSegment s, string marks) => Fault.Places(s.Target.Text, (t, i) => marks.Contains(t[i], StringComparison.Ordinal));

    private static InlineContent? Without(CheckedSegment s, string marks) => Places(s, marks) is [var at] ? Fault.Edit(s, at, 1, "") : null;

    private static string Spaced(LanguageRules rules, string mark) => rules.House.SpaceBefore.GetValueOrDefault(mark[..1], "") + mark;

    private static InlineContent? End(CheckedSegment s, string marks, string other) =>
        s.Target.Text.Length > 8 && marks.Contains(s.Target.Text[^1], StringComparison.Ordinal) && marks.Contains(s.Source.Text[^1], StringComparison.Ordinal) && s.Unit.To.Language.Primary != "ja" && s.Unit.From.Language.Primary != "ja"
            ? Fault.Edit(s, s.Target.Text.Length - 1, 1, other) : null;

    /// <summary>Another end, or none, where source and translation end alike.</summary>
    private static InlineContent? End(CheckedSegment s, string marks, Random r)
    {
        var text = s.Target.Text;
        if (text.Length < 8 || !marks.Contains(text[^1], StringComparison.Ordinal) || !marks.Contains(s.Source.Text[^1], StringComparison.Ordinal)) return null;
        if (char.IsLetter(text[^2]) && r.Next(2) == 0) return s.Unit.To.Language.Primary == "ja" ? null : Fault.Edit(s, text.Length - 1, 1, "");
        return Fault.Edit(s, text.Length - 1, 1, marks[0] switch { '!' => ".", _ => "!" });
    }

    private static InlineContent? Mojibake(CheckedSegment s, Random r)
    {
        if (Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => t[i] is >= '\u00c0' and <= '\u024f' || t[i] is '’' or '“'), r) is not { } at) return null;
        var bytes = System.Text.Encoding.UTF8.GetBytes(s.Target.Text[at].ToString());
        return Fault.Edit(s, at, 1, System.Text.Encoding.Latin1.GetString(bytes).Replace("\u00e2\u0080", "â€", StringComparison.Ordinal).Replace('\u0099', '™').Replace('\u009c', 'œ'));
    }
}
