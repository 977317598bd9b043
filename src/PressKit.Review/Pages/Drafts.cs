using PressKit.Editions.Reviewing;
using PressKit.Translation;

namespace PressKit.Review.Pages;

/// <summary>What somebody is writing and has not saved, in the place of what is stored.</summary>
internal static class Drafts
{
    /// <summary>The edition as it would be.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="drafts">Sentences and what is written for them, with placeholders.</param>
    /// <param name="fault">What is wrong with the codes of one that is left out; null where nothing is.</param>
    public static EditionState With(EditionState state, IEnumerable<(SentenceName Name, string Text)> drafts, out CodeFault? fault)
    {
        fault = null;
        foreach (var (name, text) in drafts)
        {
            if (state.Sentence(name) is not { } segment) continue;
            if (PlaceholderText.Read(text.ReplaceLineEndings(" "), segment.Segment.Source, out var found) is not { } target)
            {
                fault = found;
                continue;
            }

            if (target.Equals(segment.Target)) continue;
            var unit = state.Unit(name.Unit)!;
            var written = segment with { Target = target.IsBlank ? null : target, State = target.IsBlank ? SegmentState.Initial : SegmentState.Translated };
            state = state with { Units = state.Units.Replace(unit, unit with { Segments = unit.Segments.SetItem(name.Segment - 1, written) }) };
        }

        return state;
    }
}
