using System.Collections.Immutable;
using PressKit.Content.Markdown;

namespace PressKit.Segmentation;

/// <summary>An edition's text as units.</summary>
/// <param name="Text">The text.</param>
/// <param name="Fields">The fields of its front matter that can be translated.</param>
/// <param name="Blocks">A unit for each block of its Markdown, in order; null for a block without text.</param>
/// <param name="Targets">What its links and images point at, in the order of the text.</param>
public sealed record SplitText(
    SourceText Text, ImmutableArray<Unit> Fields, ImmutableArray<Unit?> Blocks, ImmutableArray<MarkdownTarget> Targets)
{
    /// <summary>All units of the text: the fields, then the blocks. They are what an approval approves.</summary>
    public ImmutableArray<Unit> Units { get; } = [.. Fields, .. Blocks.OfType<Unit>()];

    /// <summary>What the record tells readers besides, where the text is the source; the oldest first.</summary>
    public ImmutableArray<EventUnit> Events { get; init; } = [];

    /// <summary>What is to be translated into a language: the units of the text, then those of the record that concern it.</summary>
    public ImmutableArray<Unit> UnitsIn(Language language) => Events.IsEmpty
        ? Units : [.. Units, .. Events.Where(e => e.IsFor(language)).Select(e => e.Unit)];
}

/// <summary>Why a release was corrected, withdrawn or reinstated, as a unit, so that it is translated as the text is.</summary>
public sealed record EventUnit(ReleaseEvent Event, Unit Unit)
{
    /// <summary>Whether it is to be translated into a language.</summary>
    public bool IsFor(Language language) => Event.Concerns(language) && !Event.Texts.ContainsKey(language);
}
