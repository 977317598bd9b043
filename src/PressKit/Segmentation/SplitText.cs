using System.Collections.Immutable;
using PressKit.Content.Markdown;

namespace PressKit.Segmentation;

/// <summary>An edition's text as units.</summary>
public sealed record SplitText
{
    // An edition that persons wrote is published without anybody asking for its units.
    private readonly IOnDemand<SplitUnits> _units;

    internal SplitText(SourceText text, ImmutableArray<MarkdownTarget> targets, IOnDemand<SplitUnits> units) =>
        (Text, Targets, _units) = (text, targets, units);

    /// <summary>The text.</summary>
    public SourceText Text { get; }

    /// <summary>What its links and images point at, in the order of the text.</summary>
    public ImmutableArray<MarkdownTarget> Targets { get; }

    /// <summary>The fields of its front matter that can be translated.</summary>
    public ImmutableArray<Unit> Fields => _units.Value.Fields;

    /// <summary>A unit for each block of its Markdown, in order; null for a block without text.</summary>
    public ImmutableArray<Unit?> Blocks => _units.Value.Blocks;

    /// <summary>All units of the text: the fields, then the blocks. They are what an approval approves.</summary>
    public ImmutableArray<Unit> Units => _units.Value.All;

    /// <summary>Its units.</summary>
    internal SplitUnits AllUnits => _units.Value;

    /// <summary>The text as it is rendered; null where it has to be parsed for that.</summary>
    internal RenderedText? Rendered { get; init; }

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

/// <summary>The units of a text: those of its front matter, and those of its Markdown.</summary>
internal sealed record SplitUnits(ImmutableArray<Unit> Fields, ImmutableArray<Unit?> Blocks)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<Unit> All { get; } = [.. Fields, .. Blocks.OfType<Unit>()];
}
