using System.Collections.Immutable;
using PressKit.Translation.Checks;

namespace PressKit.Tests.Translation.Checks;

/// <summary>Faults of whole sentences and of inline codes.</summary>
internal static class TextFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("empty", (s, _) => s.Source.Text.Any(char.IsLetter) && s.Unit.Segments.Length == 1 ? InlineContent.Of(" ") : null),
        new("truncated", Truncated),
        new("untranslated", (s, _) => !s.IsCopy && (s.Unit.From.Unspaced ? s.Source.Text.Count(Words.IsUnspaced) > 12 : Words.Of(s.Source.Text).Count(w => char.IsLower(w.Word[0]) || w.Word[0] > '\u0250') > 6) ? Plain(s, s.Source.Text) : null),
        new("partially-untranslated", Partially),
        new("too-long", (s, _) => s.Unit.Segments.Length == 1 && s.Source.Text.Length > 40 ? Plain(s, string.Concat(Enumerable.Repeat(s.Target.Text + " ", 3)).Trim()) : null),
        new("too-short", (s, _) => s.Unit.Segments.Length == 1 && s.Source.Text.Length / s.Unit.From.House.Length > 70 && s.Target.Text.Length > 12 ? Plain(s, s.Target.Text[..(s.Target.Text.Length / 4)]) : null),
        new("wrong-language", OtherLanguage),
        new("code-missing", (s, _) => Without(s, c => !c.CanDelete)), new("code-formatting", (s, _) => Without(s, c => c.CanDelete)),
        new("code-duplicate", (s, _) => s.Target.Content.Codes.FirstOrDefault(c => !c.Spans) is { } code ? InlineContent.Of([.. s.Target.Content, Piece.Alone(code)]) : null),
        new("code-whitespace", (s, _) => Inside(s, "x ", keep: true)), new("text-between-codes", (s, _) => Inside(s, "", keep: false)),
    ];

    private static InlineContent Plain(CheckedSegment s, string text)
    {
        // Codes stay, all in front: what is damaged is the text.
        var codes = s.Target.Content.Where(p => p.Kind != PieceKind.Text);
        return InlineContent.Of([.. codes, Piece.Run(text.Replace(CheckedText.Code.ToString(), "", StringComparison.Ordinal))]);
    }

    private static InlineContent? Truncated(CheckedSegment s, Random r)
    {
        var (source, text) = (s.Source.Text.TrimEnd(), s.Target.Text);
        if (s.Unit.Segments.Length > 1 || source.Length / s.Unit.From.House.Length < 60 || source[^1] is not ('.' or '。' or '?' or '？' or '؟') || text.Contains(CheckedText.Code, StringComparison.Ordinal)) return null;
        var cut = text.Length * r.Next(35, 60) / 100;
        if (!s.Unit.To.Unspaced) cut = text.LastIndexOf(' ', cut);
        return cut < 4 ? null : InlineContent.Of(text[..cut]);
    }

    private static InlineContent? Partially(CheckedSegment s, Random r)
    {
        if (s.IsCopy || !s.Unit.From.IsLatin || s.Source.Text.Contains(CheckedText.Code, StringComparison.Ordinal) || s.Target.Content.Codes.Length > 0) return null;
        var words = s.Source.Text.Split(' ');
        if (words.Length < 14) return null;
        var tail = words[^9..];
        if (tail.Count(w => s.Unit.From.FunctionWords.Contains(w)) < 3 || tail.Any(w => w.Any(c => !char.IsLower(c) && c is not (',' or '.' or '?')))) return null;
        var target = s.Target.Text;
        return InlineContent.Of(target[..(target.Length / 2)] + (s.Unit.To.Unspaced ? "" : " ") + string.Join(' ', tail));
    }

    private static InlineContent? OtherLanguage(CheckedSegment s, Random r)
    {
        if (s.Unit.Segments.Length > 1 || Words.Of(s.Source.Text).Count < 8) return null;
        if (s.Unit.Unit.Id is not ['t' or 'h', >= '0' and <= '9']) return null;
        var index = s.Unit.Unit.Id[1] - '0';
        var others = CleanPairs.Written.Where(l => l.Key != s.Unit.To.Language.Tag && l.Key is not ("ja" or "zh-Hans" or "ko" or "ar" or "ru")).ToList();
        var (_, other) = others[r.Next(others.Count)];
        var list = s.Unit.Unit.Id[0] == 'h' ? other.HeldOut : other.Tuned;
        var text = other.Write(list[index], new PairValues(12, 1200, 3400, 5600, 12, 0, 12, 15, 14, 20, new DateOnly(2025, 3, 4), "Anna Rossi", 5));
        return Words.Of(text).Count < 8 ? null : InlineContent.Of(text);
    }

    private static InlineContent? Without(CheckedSegment s, Func<InlineCode, bool> isMeant) =>
        s.Source.Content.Codes.Where(isMeant).Where(c => s.Target.Content.Codes.Any(t => t.Id == c.Id) && s.Unit.Segments.Sum(o => o.Target.Content.Count(p => p.Kind != PieceKind.Close && p.Code?.Id == c.Id)) == 1)
            .Select(c => InlineContent.Of(s.Target.Content.Where(p => p.Code?.Id != c.Id))).FirstOrDefault();

    private static InlineContent? Inside(CheckedSegment s, string space, bool keep)
    {
        var pieces = s.Target.Content.ToList();
        var at = pieces.FindIndex(p => p.Kind == PieceKind.Open);
        if (at < 0 || at + 2 >= pieces.Count || pieces[at + 1].Kind != PieceKind.Text || pieces[at + 2].Kind != PieceKind.Close || s.Source.Content.Codes.All(c => c.Id != pieces[at].Code!.Id)) return null;
        pieces[at + 1] = Piece.Run(keep ? pieces[at + 1].Text + space[1..] : "");
        return InlineContent.Of(pieces);
    }
}
