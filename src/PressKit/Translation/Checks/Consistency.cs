using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Compares translations with each other, within an edition and across the newsroom: the same sentence rendered in two
/// ways, two sentences rendered as one, a term in two accepted forms. What it found last is reported; the first rendering,
/// or the one that a person made, stands.</summary>
public sealed class Consistency
{
    private static readonly CheckRule Inconsistent = new("check.inconsistent-target", Severity.Warning, "inconsistency", "The same source is translated otherwise elsewhere.");
    private static readonly CheckRule Reused = new("check.reused-target", Severity.Warning, "inconsistency", "Another source has the same translation.");

    /// <summary>What it can find.</summary>
    public static ImmutableArray<CheckRule> Rules => [Inconsistent, Reused];

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

    // A word or two mean different things in different places.
    private static bool IsSentence(CheckedSegment segment) =>
        segment.Source.Trimmed.Count(char.IsWhiteSpace) >= 3 || segment.Source.Text.Count(Words.IsUnspaced) >= 8;

    private static string Key(CheckedText text) => string.Join(' ', text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '。', ':', '：', ' ');

    private static string Excerpt(string text) => text.Length <= 60 ? text.Trim() : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)].Trim() + "…";
}
