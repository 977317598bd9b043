using System.Collections.Immutable;

namespace PressKit.Segmentation;

/// <summary>An edition's text as units.</summary>
/// <param name="Text">The text.</param>
/// <param name="Fields">The fields of its front matter that can be translated.</param>
/// <param name="Blocks">A unit for each block of its Markdown, in order; null for a block without text.</param>
/// <param name="Targets">What its links and images point at, each once.</param>
public sealed record SplitText(
    SourceText Text, ImmutableArray<Unit> Fields, ImmutableArray<Unit?> Blocks, ImmutableArray<string> Targets)
{
    /// <summary>All units: the fields, then the blocks.</summary>
    public ImmutableArray<Unit> Units { get; } = [.. Fields, .. Blocks.OfType<Unit>()];
}
