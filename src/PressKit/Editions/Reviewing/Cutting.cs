using System.Globalization;
using PressKit.Segmentation;
using PressKit.Translation;

namespace PressKit.Editions.Reviewing;

/// <summary>Cuts sentences of a unit in two and joins neighbours. What the unit says as a whole stays what it was, in both
/// languages; a part is never cut within a code that spans text.</summary>
internal static class Cutting
{
    /// <summary>Where a text is cut when its first part has so many characters of what is written (<see cref="PlaceholderText"/>);
    /// null where there is no such place.</summary>
    /// <param name="content">The text.</param>
    /// <param name="first">The first part as it is written, with its placeholders.</param>
    public static int? Step(InlineContent content, string first)
    {
        var tokens = new Tokens(content);
        for (var step = 0; step <= tokens.Text.Length; step++)
        {
            if (tokens.Depth(step) == 0 && string.Equals(tokens.Slice(0, step).ToString().TrimEnd(), first.TrimEnd(), StringComparison.Ordinal)) return step;
        }

        return null;
    }

    /// <summary>The unit with a sentence cut; null where it cannot be cut there.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="index">The sentence.</param>
    /// <param name="cut">Steps of the source and of the target, with a blank between them; where there is no target, of the source alone.</param>
    public static TranslatedUnit? Split(TranslatedUnit unit, int index, string cut)
    {
        var steps = cut.Split(' ').Select(s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : -1).ToArray();
        var segment = unit.Segments[index];
        if (steps.Length != (segment.Target is null ? 1 : 2)) return null;
        if (Parts(segment.Segment.Source, steps[0]) is not { } sources) return null;
        var targets = segment.Target is { } target ? Parts(target, steps[1]) : null;
        if (segment.Target is not null && (targets is null || !Has(sources.First, targets.Value.First) || !Has(sources.Second, targets.Value.Second))) return null;
        // Nobody has compared the parts with each other, as they are now.
        var state = segment.State > SegmentState.Translated ? SegmentState.Translated : segment.State;
        var first = segment with
        {
            Segment = new Segment(sources.First, sources.Space), Target = targets?.First, State = state, Previous = null,
        };
        var second = segment with
        {
            Segment = new Segment(sources.Second, segment.Segment.Space), Target = targets?.Second, State = state, Previous = null, Conflicts = [],
        };
        return unit with { Segments = unit.Segments.RemoveAt(index).Insert(index, second).Insert(index, first) };
    }

    /// <summary>The unit with a sentence and the next one as one; null where there is no next one.</summary>
    public static TranslatedUnit? Join(TranslatedUnit unit, int index, Language from, Language to)
    {
        if (index + 1 >= unit.Segments.Length) return null;
        var (first, second) = (unit.Segments[index], unit.Segments[index + 1]);
        if (first.Target is null != second.Target is null) return null;
        var space = first.Segment.Space;
        var between = from.Unspaced == to.Unspaced ? space : to.Unspaced ? "" : " ";
        var source = InlineContent.Of([.. first.Segment.Source, Piece.Run(space), .. second.Segment.Source]);
        var state = (SegmentState)Math.Min((int)first.State, (int)second.State);
        var joined = first with
        {
            Segment = new Segment(source, second.Segment.Space),
            Target = first.Target is { } target ? InlineContent.Of([.. target, Piece.Run(between), .. second.Target!]) : null,
            State = state > SegmentState.Translated ? SegmentState.Translated : state,
            Provenance = first.State <= second.State ? first.Provenance : second.Provenance,
            Previous = null,
            IsRepaired = first.IsRepaired || second.IsRepaired,
            Conflicts = [.. first.Conflicts, .. second.Conflicts],
        };
        return unit with { Segments = unit.Segments.RemoveAt(index + 1).SetItem(index, joined) };
    }

    private static (InlineContent First, string Space, InlineContent Second)? Parts(InlineContent content, int step)
    {
        var tokens = new Tokens(content);
        if (step <= 0 || step >= tokens.Text.Length) return null;
        var (end, start) = (step, step);
        while (end > 0 && char.IsWhiteSpace(tokens.Text[end - 1])) end--;
        while (start < tokens.Text.Length && char.IsWhiteSpace(tokens.Text[start])) start++;
        if (end == 0 || start == tokens.Text.Length || tokens.Depth(end) > 0 || tokens.Depth(start) > 0) return null;
        return (tokens.Slice(0, end), tokens.Text[end..start], tokens.Slice(start, tokens.Text.Length));
    }

    private static bool Has(InlineContent source, InlineContent target) => target.Codes.All(c => source.Codes.Any(s => s.Id == c.Id));
}
