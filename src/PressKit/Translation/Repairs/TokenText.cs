using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Languages;

namespace PressKit.Translation.Repairs;

/// <summary>Inline content, step by step: one character of text, or one step of a code; and as tokens.</summary>
internal sealed class TokenText
{
    private const string Quotes = "\"“”„‟«»‹›「」『』‘‚¡¿\u200e\u200f\u061c";
    private const string Joins = "'’.-‐‑·_@";
    private readonly List<Piece> _steps = [];
    private readonly string _text;
    private readonly Notation _notation;

    public TokenText(InlineContent content, Notation notation)
    {
        var text = new StringBuilder();
        foreach (var piece in content)
        {
            if (piece.Kind == PieceKind.Text)
            {
                foreach (var c in piece.Text) _steps.Add(Piece.Run(c.ToString()));
                text.Append(piece.Text);
            }
            else
            {
                _steps.Add(piece);
                text.Append('\0');
            }
        }

        (_text, _notation) = (text.ToString(), notation);
        Tokens = [.. Scan()];
        Anchors = [.. Tokens.Where(t => t.IsAnchor)];
    }

    /// <summary>The tokens, in order.</summary>
    public ImmutableArray<TextToken> Tokens { get; }

    /// <summary>The words and figures.</summary>
    public ImmutableArray<TextToken> Anchors { get; }

    /// <summary>How many steps it has.</summary>
    public int Length => _steps.Count;

    /// <summary>The text, with a null character for each step of a code.</summary>
    public string Text => _text;

    /// <summary>The step at a place.</summary>
    public Piece this[int at] => _steps[at];

    /// <summary>The marks behind an anchor, by its number; those in front of the first are behind -1.</summary>
    public ImmutableArray<TextToken> MarksBehind(int anchor)
    {
        var (from, to) = (anchor < 0 ? 0 : Anchors[anchor].End, anchor + 1 < Anchors.Length ? Anchors[anchor + 1].Start : Length);
        return [.. Tokens.Where(t => t.Kind == TokenKind.Mark && t.Start >= from && t.Start < to)];
    }

    private IEnumerable<TextToken> Scan()
    {
        for (var at = 0; at < _text.Length;)
        {
            var end = at + 1;
            if (_steps[at].Kind != PieceKind.Text)
            {
                yield return new TextToken(TokenKind.Code, at, end, "");
            }
            else if (IsAlphanumeric(at))
            {
                end = RunFrom(at);
                if (char.IsDigit(_text[at]) && _text[at..end].All(c => char.IsDigit(c) || Notation.IsSeparator(c))) end = _notation.EndOf(_text, end);
                yield return Alphanumeric(at, end);
            }
            else if (MarkAt(at) is { } mark)
            {
                if (mark == "." && string.CompareOrdinal(_text, at, "...", 0, 3) == 0) (mark, end) = ("…", at + 3);
                while (mark == "…" && end < _text.Length && _text[end] == '…') end++;
                yield return new TextToken(TokenKind.Mark, at, end, mark);
            }

            at = end;
        }
    }

    private TextToken Alphanumeric(int start, int end)
    {
        var written = _text[start..end];
        if (!written.Any(char.IsDigit)) return new TextToken(TokenKind.Word, start, end, written.Replace('’', '\'').Replace('‐', '-').Replace('‑', '-'));
        var figure = char.IsLetter(written[0]) || (written.Any(c => char.IsLetter(c) || char.IsSurrogate(c)) && !IsMultiplied(written)) ? new Figure(written, "", "", IsGrouped: false) : _notation.Read(written);
        return new TextToken(TokenKind.Figure, start, end, written, figure, IsCut(start - 1, -1) || IsCut(end, 1));
    }

    /// <summary>Letters and digits in one run. Han and kana are no part of a figure beside them.</summary>
    private int RunFrom(int start)
    {
        var at = start;
        while (++at < _text.Length)
        {
            if (IsAlphanumeric(at))
            {
                if (IsIdeographic(at) == IsIdeographic(at - 1)) continue;
                return at;
            }

            var joins = at + 1 < _text.Length && IsAlphanumeric(at + 1) && _steps[at].Kind == PieceKind.Text
                && (char.IsDigit(_text[at - 1]) && char.IsDigit(_text[at + 1])
                    ? Notation.IsSeparator(_text[at])
                    : Joins.Contains(_text[at], StringComparison.Ordinal) && !char.IsDigit(_text[at - 1]) && !char.IsDigit(_text[at + 1]));
            if (!joins) return at;
        }

        return at;
    }

    private bool IsMultiplied(string written)
    {
        var digits = written.TakeWhile(c => char.IsDigit(c) || Notation.IsSeparator(c)).Count();
        return digits < written.Length && _notation.EndOf(written, digits) == written.Length;
    }

    private bool IsCut(int at, int step)
    {
        var from = at;
        while (at >= 0 && at < _text.Length && _steps[at].Kind != PieceKind.Text) at += step;
        return at != from && at >= 0 && at < _text.Length && IsAlphanumeric(at) && !IsIdeographic(at);
    }

    private bool IsAlphanumeric(int at)
    {
        if (at >= _text.Length || _steps[at].Kind != PieceKind.Text) return false;
        return CharUnicodeInfo.GetUnicodeCategory(_text, char.IsLowSurrogate(_text[at]) && at > 0 ? at - 1 : at) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
    }

    private bool IsIdeographic(int at) => _text[at] is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af')
        or (>= '\ud840' and <= '\ud88f') or '々' or '〇' || (char.IsLowSurrogate(_text[at]) && at > 0 && IsIdeographic(at - 1));

    /// <summary>The mark at a place, as ASCII has it; null for a space or a quotation mark.</summary>
    private string? MarkAt(int at)
    {
        var c = _text[at];
        if (char.IsWhiteSpace(c) || Quotes.Contains(c, StringComparison.Ordinal) || c is '\'' or '’') return null;
        return c switch
        {
            '。' or '．' or '।' or '｡' => ".",
            '！' => "!",
            '？' or '؟' => "?",
            '，' or '、' or '،' => ",",
            '；' or '؛' => ";",
            '：' => ":",
            '（' => "(",
            '）' => ")",
            '％' or '٪' => "%",
            '‥' => "…",
            '-' or '−' or '–' or '—' or '―' or '‐' or '‑' => IsMinus(at) ? "−" : "–",
            _ => char.IsLowSurrogate(c) || char.IsHighSurrogate(c) ? char.ConvertToUtf32(_text, char.IsLowSurrogate(c) ? at - 1 : at).ToString("x", CultureInfo.InvariantCulture) : c.ToString(),
        };
    }

    private bool IsMinus(int at) => at + 1 < _text.Length && char.IsDigit(_text[at + 1]) && (at == 0 || char.IsWhiteSpace(_text[at - 1]) || _text[at - 1] is '(' or '\0');
}
