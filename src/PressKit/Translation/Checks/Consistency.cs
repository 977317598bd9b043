using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Compares translations with each other, within an edition and across the newsroom: the same sentence rendered in two
/// ways, two sentences rendered as one, a term in two accepted forms. What it found last is reported; the first rendering,
/// or the one that a person made, stands.</summary>
public sealed class Consistency
{
    private static readonly CheckRule Inconsistent = new("check.inconsistent-target", Severity.Warning, "inconsistency", "The same source is translated otherwise elsewhere.");
    private static readonly CheckRule Mixed = new("check.term-variant-mix", Severity.Warning, "terminology", "A term has two accepted forms in one release.");
    private static readonly CheckRule Reused = new("check.reused-target", Severity.Warning, "inconsistency", "Another source has the same translation.");

    /// <summary>What it can find.</summary>
    public static ImmutableArray<CheckRule> Rules => [Inconsistent, Reused, Mixed];

    /// <summary>What it finds in the editions of one pair of languages, in their order; each finding with the index of its edition.</summary>
    public static IEnumerable<(int Edition, Finding Finding)> Check(IReadOnlyList<IReadOnlyList<CheckedUnit>> editions)
    {
        var all = editions.Index().SelectMany(e => e.Item.SelectMany(u => u.Segments).Select(s => (Edition: e.Index, Segment: s))).Where(s => IsSentence(s.Segment)).ToList();
        foreach (var same in all.GroupBy(s => (s.Segment.Unit.Unit.Role == UnitRole.Field, Key(s.Segment.Source))).Where(g => g.Count() > 1))
        {
            var first = same.OrderByDescending(s => s.Segment.Translation.IsPersons).First();
            foreach (var (edition, segment) in same.Where(s => Key(s.Segment.Target) != Key(first.Segment.Target)).DistinctBy(s => (s.Edition, Key(s.Segment.Target))))
            {
                yield return (edition, segment.Finding(Inconsistent, $"Elsewhere the same source is “{Excerpt(first.Segment.Target.Text)}”.",
                    "Translate it alike, or keep it with a reason."));
            }
        }

        foreach (var (index, edition) in editions.Index())
        {
            foreach (var finding in Mixes(edition)) yield return (index, finding);
        }

        foreach (var same in all.GroupBy(s => Key(s.Segment.Target), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var first = same.First();
            foreach (var (edition, segment) in same.Where(s => Words.Folded(Key(s.Segment.Source)) != Words.Folded(Key(first.Segment.Source))).DistinctBy(s => Key(s.Segment.Source), StringComparer.Ordinal))
            {
                yield return (edition, segment.Finding(Reused, $"“{Excerpt(first.Segment.Source.Text)}” has the same translation.",
                    "Look whether both say it, or keep it with a reason."));
            }
        }
    }

    /// <summary>A term that has several forms in a translation, where its source has it in one.</summary>
    private static IEnumerable<Finding> Mixes(IReadOnlyList<CheckedUnit> edition)
    {
        if (edition.Count == 0) yield break;
        var (terms, from, to) = (edition[0].Context.Terminology, edition[0].From.Language, edition[0].To.Language);
        if (!terms.Any(t => t.Translate && t.Accepted(to).Length > 1)) yield break;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var segment in edition.SelectMany(u => u.Segments))
        {
            foreach (var match in terms.Find(segment.Target.Content, to).Where(m => m.Term.Translate && m.Form.Status != TermStatus.Forbidden).DistinctBy(m => m.Form.Text, StringComparer.Ordinal))
            {
                if (found.TryAdd(match.Term.Id, match.Form.Text) || found[match.Term.Id] == match.Form.Text || !IsOneInSource(match.Term)) continue;
                var there = segment.Target.SpanOf(match.Start, match.Length);
                yield return segment.Finding(Mixed, $"“{segment.Target[there]}” is “{found[match.Term.Id]}” elsewhere in the release.", "Use one of the two.", there, part: match.Term.Id);
            }
        }

        bool IsOneInSource(Term term) => edition.SelectMany(u => u.Segments).SelectMany(s => terms.Find(s.Source.Content, from))
            .Where(m => m.Term.Id == term.Id).Select(m => m.Form.Text).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    // A word or two mean different things in different places.
    private static bool IsSentence(CheckedSegment segment) =>
        segment.Source.Trimmed.Count(char.IsWhiteSpace) >= 3 || segment.Source.Text.Count(Words.IsUnspaced) >= 8;

    private static string Key(CheckedText text) => string.Join(' ', text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '。', ':', '：', ' ');

    private static string Excerpt(string text) => text.Length <= 60 ? text.Trim() : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)].Trim() + "…";
}
