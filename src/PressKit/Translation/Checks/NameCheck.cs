using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Names that no glossary has: of the people quoted and of the dateline's place, and words that look like names by
/// their letters.</summary>
internal sealed class NameCheck : ICheck
{
    private static readonly CheckRule Person = new("check.person-name", Severity.Error, "inconsistent-entities", "A person who is quoted is named otherwise than in the front matter, or a name is misspelt.");
    private static readonly CheckRule Place = new("check.place-name", Severity.Error, "inconsistent-entities", "The dateline's place is named otherwise than in the dateline.");
    private static readonly CheckRule Acronym = new("check.acronym", Severity.Warning, "inconsistent-entities", "An acronym is another one, or missing.");
    private static readonly CheckRule Camel = new("check.camel-case", Severity.Information, "inconsistent-entities", "A name with capitals inside is written otherwise, or missing.");

    public ImmutableArray<CheckRule> Rules => [Person, Place, Acronym, Camel];

    public IEnumerable<Finding> Check(CheckedUnit unit)
    {
        foreach (var segment in unit.Segments)
        {
            foreach (var finding in Facts(segment).Concat(Misspelt(segment)).Concat(ByLetters(segment))) yield return finding;
        }
    }

    private static IEnumerable<Finding> Facts(CheckedSegment segment)
    {
        var context = segment.Unit.Context;
        foreach (var (rule, source, target) in context.Speakers.Select(s => (Person, s.Source, s.Target)).Concat(context.Places.Select(p => (Place, p.Source, p.Target))))
        {
            if (source.Length < 3 || context.Names.Contains(source, StringComparer.Ordinal)) continue;
            if (Phrases.Exact(segment.Source.Text, source).Select(s => (TextSpan?)s).FirstOrDefault() is not { } span || IsInATerm(segment, span)) continue;
            if (rule == Person && segment.Unit.Unit.Id.EndsWith(".speaker", StringComparison.Ordinal))
            {
                if (IsName(source) && segment.Unit.From.IsLatin && segment.Unit.To.IsLatin && Words.Folded(segment.Target.Trimmed) != Words.Folded(source))
                    yield return segment.Finding(Person, $"“{source}” is “{segment.Target.Trimmed}” here.", "Write the name as it stands in the source.", source: span);
                continue;
            }

            if (Phrases.HasInflected(segment.Unit.TargetText, target)) continue;
            yield return segment.Finding(rule, $"“{source}” is not “{target}” here.", $"Call it “{target}”, as the front matter does.", source: span);
        }
    }

    // What stands inside a name or a title goes with it.
    private static bool IsInATerm(CheckedSegment segment, TextSpan span) => segment.Unit.Context.Names.Concat(segment.Unit.Context.Terms)
        .Any(t => t.Length >= span.Length && Phrases.Exact(segment.Source.Text, t).Any(s => s.Overlaps(span)));

    private static bool IsName(string text) => text.Split(' ').All(w => w.Length > 0 && char.IsUpper(w[0]));

    /// <summary>A name of several words of which all but one came through, and that one in a form one letter away.</summary>
    private static IEnumerable<Finding> Misspelt(CheckedSegment segment)
    {
        if (!segment.Unit.From.IsLatin || !segment.Unit.To.IsLatin) yield break;
        var (source, target) = (Words.Of(segment.Source.Text), Words.Of(segment.Target.Text));
        var inTarget = target.Select(w => w.Word).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i + 1 < source.Count; i++)
        {
            if (!Follow(segment.Source.Text, source[i], source[i + 1])) continue;
            foreach (var (lost, kept) in new[] { (i, i + 1), (i + 1, i) })
            {
                var word = source[lost].Word;
                if (word.Length < 3 || inTarget.Contains(word) || !inTarget.Contains(source[kept].Word) || segment.Unit.From.FunctionWords.Contains(word)) continue;
                var near = target.Where(t => char.IsUpper(t.Word[0]) && IsOneAway(t.Word, word) && Beside(target, t.Span, source[kept].Word)).Select(t => (TextSpan?)t.Span).FirstOrDefault();
                if (near is not { } span || Words.Folded(segment.Target[span]) == Words.Folded(word) || IsCommon(segment, word)) continue;
                yield return segment.Finding(Person, $"“{word}” is “{segment.Target[span]}” here.", "Write the name as it stands in the source.", span, source[lost].Span);
            }
        }
    }

    // A word that the text also has in lower case, or in a term, is no name.
    private static bool IsCommon(CheckedSegment segment, string word) =>
        segment.Unit.Context.Terms.Any(t => t.Contains(word, StringComparison.Ordinal)) || segment.Source.Text.Contains(word.ToLowerInvariant(), StringComparison.Ordinal);

    private static bool Follow(string text, (string Word, TextSpan Span) first, (string Word, TextSpan Span) second) =>
        char.IsUpper(first.Word[0]) && char.IsUpper(second.Word[0]) && second.Span.Start == first.Span.End + 1 && text[first.Span.End] == ' '
        && first.Word.Skip(1).Any(char.IsLower) && second.Word.Skip(1).Any(char.IsLower);

    private static bool Beside(List<(string Word, TextSpan Span)> words, TextSpan span, string neighbour)
    {
        var at = words.FindIndex(w => w.Span == span);
        return (at > 0 && words[at - 1].Word == neighbour) || (at + 1 < words.Count && words[at + 1].Word == neighbour);
    }

    private static bool IsOneAway(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var (start, end) = (0, 0);
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var (restA, restB) = (a.Length - start - end, b.Length - start - end);
        return Math.Max(restA, restB) <= 1 || (restA == 2 && restB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]);
    }

    private static IEnumerable<Finding> ByLetters(CheckedSegment segment)
    {
        if (segment.IsCopy) yield break;
        var context = segment.Unit.Context;
        var target = segment.Unit.TargetText;
        var shouting = !segment.Source.Text.Any(char.IsLower);
        foreach (var (word, span) in Words.Of(segment.Source.Text))
        {
            if (word.Length < 2 || context.Names.Concat(context.Terms).Any(t => t.Contains(word, StringComparison.Ordinal))) continue;
            var capitals = word.Count(char.IsUpper);
            if (capitals == word.Length && segment.Unit.From.IsLatin && segment.Unit.To.IsLatin && !shouting && word.All(char.IsAsciiLetter) && !word.All(c => c is 'I' or 'V' or 'X' or 'L' or 'C' or 'D' or 'M'))
            {
                if (!target.Contains(word, StringComparison.Ordinal) && !HasEquivalent(context.From.Common.Acronyms, word, target))
                    yield return segment.Finding(Acronym, $"“{word}” is missing.", "Write the acronym, or put its equivalent into the glossary.", source: span);
            }
            else if (capitals < word.Length && word.Skip(1).Any(char.IsUpper) && !target.Contains(word, StringComparison.Ordinal))
            {
                yield return segment.Finding(Camel, $"“{word}” is missing.", "Write the name as it stands in the source.", source: span);
            }
        }
    }

    private static bool HasEquivalent(string[][] groups, string acronym, string target) =>
        groups.Any(g => g.Contains(acronym, StringComparer.Ordinal) && g.Any(e => target.Contains(e, StringComparison.Ordinal)));
}
