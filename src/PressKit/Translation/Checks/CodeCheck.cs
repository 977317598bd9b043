using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Translation.Checks;

/// <summary>Inline codes: what a file of another tool can do to them. A code that the source does not have, and pairs that
/// cross, are refused when the file is read.</summary>
internal sealed class CodeCheck : ICheck
{
    private static readonly CheckRule Missing = new("check.code-missing", Severity.Error, "markup", "A link, an image, a code span, a note or a break of the source is missing.");
    private static readonly CheckRule Formatting = new("check.code-formatting", Severity.Warning, "markup", "An emphasis or other formatting of the source is missing.");
    private static readonly CheckRule Duplicate = new("check.code-duplicate", Severity.Error, "markup", "A code stands more often than in the source.");
    private static readonly CheckRule Order = new("check.code-order", Severity.Warning, "markup", "HTML tags stand in another order than in the source.");
    private static readonly CheckRule Space = new("check.code-whitespace", Severity.Warning, "whitespace", "A space stands just inside a link or emphasis, or is missing beside one.");
    private static readonly CheckRule Hollow = new("check.text-between-codes", Severity.Warning, "markup", "A link or emphasis has no text in it, though it has in the source.");

    public ImmutableArray<CheckRule> Rules => [Missing, Formatting, Duplicate, Order, Space, Hollow];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        var used = unit.Segments.SelectMany(s => s.Target.Content.Codes).Select(c => c.Id).ToHashSet();
        foreach (var segment in unit.Segments)
        {
            var (source, target) = (segment.Source.Content, segment.Target.Content);
            foreach (var code in source.Codes.Where(c => !used.Contains(c.Id)))
                yield return segment.Finding(code.CanDelete ? Formatting : Missing, $"Code {Number(code)} of the source, {Shown(segment, code)}, is missing.", "Put the code where it belongs in the translation.");
            foreach (var code in target.Codes.Where(c => Count(target, c) > Math.Max(1, Count(source, c))))
                yield return segment.Finding(Duplicate, $"Code {Number(code)}, {code.Open}, stands more often than in the source.", "Keep it where it belongs, and take the others out.");
            if (!Html(source).SequenceEqual(Html(target)) && Html(source).Order().SequenceEqual(Html(target).Order()))
                yield return segment.Finding(Order, "HTML tags stand in another order than in the source.", "Keep them in the source's order.");
            foreach (var finding in Pairs(segment)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Pairs(CheckedSegment segment)
    {
        var source = Inside(segment.Source);
        foreach (var (code, span) in Inside(segment.Target))
        {
            if (!source.TryGetValue(code, out var original)) continue;
            var (theirs, ours) = (segment.Source[original], segment.Target[span]);
            if (ours.Trim().Length == 0 && theirs.Trim().Length > 0)
            {
                yield return segment.Finding(Hollow, $"Code {code.ToString(CultureInfo.InvariantCulture)} has no text in it.", $"Put it around what “{theirs}” is in the translation.", span, original);
                continue;
            }

            if (ours.Length > 0 && (char.IsWhiteSpace(ours[0]) && !char.IsWhiteSpace(theirs.FirstOrDefault()) || char.IsWhiteSpace(ours[^1]) && !char.IsWhiteSpace(theirs.LastOrDefault())))
                yield return segment.Finding(Space, $"“{ours}” has a space at its end.", "Move the space outside.", span, original);
            else if (IsGlued(segment, span) && !IsGluedInSource(segment.Source.Text, original))
                yield return segment.Finding(Space, $"“{ours}” runs into the word beside it.", "Put a space between them.", span, original);
        }
    }

    // A letter on both sides of the end of a code, as nowhere in the source: an ending may follow a code, but a word seldom begins before it.
    private static bool IsGlued(CheckedSegment segment, TextSpan span) => segment.Unit.To.IsLatin && IsGluedInSource(segment.Target.Text, span);

    private static bool IsGluedInSource(string text, TextSpan span) =>
        span.Length > 0 && span.Start > 0 && char.IsAsciiLetter(text[span.Start - 1]) && char.IsAsciiLetter(text[span.Start]);

    /// <summary>What stands in each pair of codes.</summary>
    private static Dictionary<int, TextSpan> Inside(CheckedText text)
    {
        var (found, open, at) = (new Dictionary<int, TextSpan>(), new Dictionary<int, int>(), 0);
        foreach (var piece in text.Content)
        {
            if (piece.Kind == PieceKind.Open) open[piece.Code!.Id] = at;
            else if (piece.Kind == PieceKind.Close) found.TryAdd(piece.Code!.Id, new TextSpan(open[piece.Code.Id], at - open[piece.Code.Id]));
            else at += piece.Kind == PieceKind.Text ? piece.Text.Length : 1;
        }

        return found;
    }

    private static string Shown(CheckedSegment segment, InlineCode code) =>
        code.Spans && Inside(segment.Source).TryGetValue(code.Id, out var span) ? $"{code.Open}{segment.Source[span]}{code.Close}" : code.Open;

    private static string Number(InlineCode code) => code.Id.ToString(CultureInfo.InvariantCulture);

    private static int Count(InlineContent content, InlineCode code) => content.Count(p => p.Kind is PieceKind.Open or PieceKind.Alone && p.Code!.Id == code.Id);

    private static IEnumerable<int> Html(InlineContent content) => content.Where(p => p.Kind == PieceKind.Alone && p.Code!.Kind == CodeKind.Html).Select(p => p.Code!.Id);
}
