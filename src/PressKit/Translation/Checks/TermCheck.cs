using System.Collections.Immutable;
using PressKit.Translation.Glossary;

namespace PressKit.Translation.Checks;

/// <summary>What the glossary settles: names that stay, terms with a translation whatever their endings, titles of works, words
/// that must not be used. What stands in another sentence of the unit is there.</summary>
internal sealed class TermCheck : ICheck
{
    private static readonly CheckRule Name = new("check.do-not-translate", Severity.Error, "terminology", "A name of the glossary that stays as it is was changed or is missing.");
    private static readonly CheckRule Missing = new("check.term-missing", Severity.Warning, "terminology", "A term is not translated as the glossary says.");
    private static readonly CheckRule Must = new("check.must-translate", Severity.Warning, "terminology", "A term that has a translation stands there in the source's language.");
    private static readonly CheckRule Forbidden = new("check.term-forbidden", Severity.Error, "terminology", "A word that the glossary forbids stands in the translation.");
    private static readonly CheckRule Title = new("check.work-title", Severity.Error, "terminology", "The title of a work is not the one that it has in the language.");

    public ImmutableArray<CheckRule> Rules => [Name, Missing, Must, Forbidden, Title];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        var (terms, from, to) = (unit.Context.Terminology, unit.From.Language, unit.To.Language);
        foreach (var segment in unit.Segments)
        {
            if (segment.IsCopy) continue;
            foreach (var fault in terms.Compare(segment.Source.Content, segment.Target.Content, from, to))
            {
                if (fault.Fault != TermFault.Forbidden && IsElsewhere(unit, segment, fault)) continue;
                yield return Found(segment, fault);
            }
        }
    }

    private static bool IsElsewhere(CheckedUnit unit, CheckedSegment segment, TermFinding fault)
    {
        if (unit.Segments.Length == 1) return false;
        var whole = InlineContent.Of(string.Join(' ', unit.Segments.Select(s => s.Target.Content.PlainText)));
        return unit.Context.Terminology.Compare(InlineContent.Of(segment.Source.Content.PlainText), whole, unit.From.Language, unit.To.Language)
            .All(f => f.Term.Id != fault.Term.Id || f.Fault != fault.Fault);
    }

    private static Finding Found(CheckedSegment segment, TermFinding fault)
    {
        TextSpan? source = fault.Source is { } s ? segment.Source.SpanOf(s.Start, s.Length) : null;
        var named = source is { } span ? segment.Source[span] : fault.Term.Text;
        var why = fault.Term.Note is { } note ? $" ({note})" : "";
        if (fault is { Fault: TermFault.Forbidden, Target: { } bad })
        {
            var there = segment.Target.SpanOf(bad.Start, bad.Length);
            return segment.Finding(Forbidden, $"“{segment.Target[there]}” must not be used.", $"Write {(fault.Wanted is null ? "another word" : $"“{fault.Wanted}”")}{why}.", there, source);
        }

        if (fault.Fault == TermFault.NameChanged)
        {
            var other = Anywhere(segment, fault.Wanted!, StringComparison.OrdinalIgnoreCase);
            return segment.Finding(Name, other is { } o ? $"“{fault.Wanted}” is “{segment.Target[o]}” here." : $"“{fault.Wanted}” is missing.",
                "Write the name as the glossary has it.", other, source, other is { } place ? new TextEdit(place, fault.Wanted!) : null);
        }

        var isTitle = fault.Term.Kind == TermKind.Title || (source is { } at && IsShown(segment, fault.Term, at));
        var left = Anywhere(segment, named, StringComparison.Ordinal);
        return segment.Finding(isTitle ? Title : left is null ? Missing : Must,
            left is null ? named == fault.Wanted ? $"“{named}” is missing." : $"“{named}” is not “{fault.Wanted}” here." : $"“{named}” is not translated.", $"Write “{fault.Wanted}”{why}.", left, source,
            left is { } title && isTitle ? new TextEdit(title, fault.Wanted!) : null);
    }

    private static TextSpan? Anywhere(CheckedSegment segment, string text, StringComparison comparison) =>
        segment.Target.Text.IndexOf(text, comparison) is >= 0 and var at ? new TextSpan(at, text.Length) : null;

    // Words with a capital, in quotation marks or in italics, are a title.
    private static bool IsShown(CheckedSegment segment, Term term, TextSpan span)
    {
        if (!char.IsUpper(term.Text[0]) || !term.Text.Contains(' ', StringComparison.Ordinal)) return false;
        if (span.Start > 0 && "“«„\"‘「『《<".Contains(segment.Source.Text[span.Start - 1], StringComparison.Ordinal)) return true;
        var at = 0;
        foreach (var piece in segment.Source.Content)
        {
            if (piece is { Kind: PieceKind.Open, Code.Kind: CodeKind.Emphasis } && at == span.Start) return true;
            at += piece.Kind == PieceKind.Text ? piece.Text.Length : piece.Kind == PieceKind.Alone ? 1 : 0;
        }

        return false;
    }
}
