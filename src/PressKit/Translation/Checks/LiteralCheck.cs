using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>What reads the same in every language: addresses, telephone numbers, codes, paths, placeholders.</summary>
internal sealed class LiteralCheck : ICheck
{
    private static readonly CheckRule Url = new("check.url", Severity.Error, "inconsistent-entities", "A web address of the source is another one, or missing.");
    private static readonly CheckRule Email = new("check.email", Severity.Error, "inconsistent-entities", "An e-mail address of the source is another one, or missing.");
    private static readonly CheckRule Codes = new("check.phone-and-codes", Severity.Error, "inconsistent-entities", "A telephone number, a version or a code with digits is another one, or missing.");
    private static readonly CheckRule Path = new("check.file-path", Severity.Warning, "inconsistent-entities", "The name of a file is another one, or missing.");
    private static readonly CheckRule Handle = new("check.social-handle-hashtag", Severity.Warning, "inconsistent-entities", "A handle or hashtag is another one, or missing.");
    private static readonly CheckRule Placeholder = new("check.placeholder", Severity.Error, "markup", "A placeholder such as {name} or %s is another one, or missing.");
    private static readonly CheckRule InWord = new("check.number-in-word", Severity.Warning, "numbers", "A number runs into a word.");

    public ImmutableArray<CheckRule> Rules => [Url, Email, Codes, Path, Handle, Placeholder, InWord];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var segment in unit.Segments)
        {
            var source = segment.SourceQuantities.Literals;
            var target = segment.TargetQuantities.Literals;
            foreach (var finding in GluedNumbers(segment)) yield return finding;
            if (source.IsEmpty && target.IsEmpty) continue;
            foreach (var finding in Compare(segment, source, target)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Compare(CheckedSegment segment, ImmutableArray<Literal> source, ImmutableArray<Literal> target)
    {
        var missing = source.Where(s => !IsKept(s, target, segment.Unit.TargetText)).DistinctBy(l => l.Key, StringComparer.Ordinal).ToList();
        var added = target.Where(t => !IsKept(t, source, segment.Unit.SourceText)).DistinctBy(l => l.Key, StringComparer.Ordinal).ToList();
        foreach (var s in missing)
        {
            var other = added.Find(t => t.Kind == s.Kind);
            if (other is not null) added.Remove(other);
            yield return segment.Finding(RuleOf(s.Kind), other is null ? $"“{s.Text}” is missing." : $"“{s.Text}” is “{other.Text}” here.",
                "Write it as it stands in the source.", other?.Span, s.Span, other is null ? null : new TextEdit(other.Span, s.Text));
        }

        foreach (var t in added)
        {
            if (t.Kind == LiteralKind.Code && char.IsAsciiLetterLower(t.Text[0]) && t.Text.Count(char.IsAsciiLetter) > 2)
                yield return segment.Finding(InWord, $"“{t.Text}” is a word with a number in it.", "Put a space between the word and the number.", t.Span);
            else if (t.Kind is LiteralKind.Url or LiteralKind.Email or LiteralKind.Phone or LiteralKind.Placeholder)
                yield return segment.Finding(RuleOf(t.Kind), $"“{t.Text}” is not in the source.", "Write what stands in the source.", t.Span);
        }
    }

    // A code may be inflected or joined with a particle, and a number in it may have been read as a number.
    private static bool IsKept(Literal literal, ImmutableArray<Literal> others, string text) =>
        others.Any(o => o.Key == literal.Key) || Digits.Plain(text).Contains(literal.Text, StringComparison.Ordinal)
        || (literal.Kind == LiteralKind.Phone && others.Any(o => o.Kind == LiteralKind.Phone && IsNational(o.Key, literal.Key)));

    // The same number with and without its country's code.
    private static bool IsNational(string one, string other) =>
        one.StartsWith('+') != other.StartsWith('+') && (one.EndsWith(other.TrimStart('0'), StringComparison.Ordinal) || other.EndsWith(one.TrimStart('0'), StringComparison.Ordinal));

    private static IEnumerable<Finding> GluedNumbers(CheckedSegment segment)
    {
        if (segment.Unit.To.Unspaced) yield break;
        foreach (var number in segment.TargetQuantities.Of(QuantityKind.Number))
        {
            var (text, end) = (segment.Target.Text, number.Digits.End);
            var letters = 0;
            while (end + letters < text.Length && Words.Joins(text[end + letters]) && text[end + letters] < '\u0250') letters++;
            if (letters < 4 || segment.Source.Plain.Contains(text.Substring(number.Digits.Start, number.Digits.Length + letters), StringComparison.Ordinal)) continue;
            var span = new TextSpan(number.Digits.Start, number.Digits.Length + letters);
            yield return segment.Finding(InWord, $"“{segment.Target[span]}” is a number and a word in one.", "Put a space between them.", span,
                fix: new TextEdit(new TextSpan(end, 0), " "));
        }
    }

    private static CheckRule RuleOf(LiteralKind kind) => kind switch
    {
        LiteralKind.Url => Url,
        LiteralKind.Email => Email,
        LiteralKind.Path => Path,
        LiteralKind.Handle => Handle,
        LiteralKind.Placeholder => Placeholder,
        _ => Codes,
    };
}
