using System.Collections.Immutable;

namespace PressKit.Translation;

/// <summary>Segments to be translated together, all of one release and one pair of languages.</summary>
/// <param name="Source">The language of the segments.</param>
/// <param name="Target">The language wanted.</param>
/// <param name="Segments">The segments; protected names stand in them as codes of kind <see cref="CodeKind.Name"/>.</param>
public sealed record TranslationBatch(Language Source, Language Target, IReadOnlyList<InlineContent> Segments)
{
    /// <summary>The headline of the release, for services that take context; empty where it is not known.</summary>
    public string Headline { get; init; } = "";

    /// <summary>What stands around each segment, one for one; empty where it is not known.</summary>
    public IReadOnlyList<SegmentContext> Contexts { get; init; } = [];

    /// <summary>The glossary's entries for the source language, in the glossary's order, for services that take terms.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>Sentences like each segment with translations that somebody reviewed, one list for one segment, the likest first;
    /// empty where none are known.</summary>
    public IReadOnlyList<ImmutableArray<TranslationExample>> Examples { get; init; } = [];

    /// <summary>The examples for a segment.</summary>
    public ImmutableArray<TranslationExample> ExamplesOf(int segment) => segment < Examples.Count ? Examples[segment] : [];

    /// <summary>What stands around a segment.</summary>
    public SegmentContext ContextOf(int segment) => segment < Contexts.Count ? Contexts[segment] : SegmentContext.None;
}

/// <summary>A sentence and its translation, as a reader reads them.</summary>
public sealed record TranslationExample(string Source, string Target);

/// <summary>The sentences next to a segment, as a reader reads them; empty at the ends of the document.</summary>
/// <param name="Before">The sentence before it.</param>
/// <param name="After">The sentence behind it.</param>
public sealed record SegmentContext(string Before, string After)
{
    /// <summary>Nothing around.</summary>
    public static SegmentContext None { get; } = new("", "");
}
