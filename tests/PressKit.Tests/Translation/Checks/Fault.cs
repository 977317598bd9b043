using System.Collections.Immutable;
using PressKit.Translation.Checks;

namespace PressKit.Tests.Translation.Checks;

/// <summary>A way to damage a good translation, and the check that has to see it.</summary>
/// <param name="Check">The check's id.</param>
/// <param name="Seed">The damaged translation of a segment; null where the segment cannot be damaged so.</param>
/// <param name="Prepare">What is changed in source and translation alike first, where few good translations have what can be
/// damaged; null for nothing.</param>
internal sealed record Fault(string Check, Func<CheckedSegment, Random, InlineContent?> Seed, Func<string, LanguageRules, string>? Prepare = null)
{
    /// <summary>Every fault.</summary>
    public static ImmutableArray<Fault> All { get; } = [.. NumberFaults.All, .. NameFaults.All, .. MarkFaults.All, .. TextFaults.All];

    /// <summary>The segment that is to be damaged: the good one, or what it is made into first; null where that cannot be.</summary>
    public CheckedSegment? Of(CheckedSegment segment)
    {
        if (Prepare is null) return segment;
        if (segment.Unit.Segments.Length > 1 || segment.Source.Content.Codes.Length + segment.Target.Content.Codes.Length > 0 || segment.IsCopy) return null;
        var prepared = segment.Translation with
        {
            Segment = new Segment(InlineContent.Of(Prepare(segment.Source.Text, segment.Unit.From))),
            Target = InlineContent.Of(Prepare(segment.Target.Text, segment.Unit.To)),
        };
        return new CheckedUnit(segment.Unit.Unit with { Segments = [prepared] }, segment.Unit.Context).Segments[0];
    }

    /// <summary>A text before the mark at its end.</summary>
    public static string Before(string text, string added) => text.Length > 0 && ".。?？؟!".Contains(text[^1], StringComparison.Ordinal) ? text[..^1] + " " + added + text[^1..] : text + " " + added;

    /// <summary>A target with one part in place of another.</summary>
    public static InlineContent Edit(CheckedSegment segment, int start, int length, string text) =>
        segment.Target.With(new TextEdit(new TextSpan(start, length), text));

    /// <summary>One of several places; null where there is none.</summary>
    public static int? AnyOf(IReadOnlyList<int> places, Random random) => places.Count == 0 ? null : places[random.Next(places.Count)];

    /// <summary>Places of a character or more in the target.</summary>
    public static List<int> Places(string text, Func<string, int, bool> isPlace) => [.. Enumerable.Range(0, text.Length).Where(i => isPlace(text, i))];
}
