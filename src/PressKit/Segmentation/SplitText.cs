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
    /// <summary>All units: the fields, then the blocks.</summary>
    public ImmutableArray<Unit> Units { get; } = [.. Fields, .. Blocks.OfType<Unit>()];
}
