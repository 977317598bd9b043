using System.Collections.Immutable;
using PressKit.Content.Markdown;
using PressKit.Translation;

namespace PressKit.Editions;

/// <summary>How an edition came to be.</summary>
public enum Making
{
    /// <summary>It is the source.</summary>
    Source,

    /// <summary>A person wrote it freely in its language.</summary>
    Authored,

    /// <summary>It was translated from the source.</summary>
    Translated,
}

/// <summary>A release in one language: what the gate decides on and the site is composed of.</summary>
public sealed record Edition
{
    private static readonly OnDemand<ImmutableArray<SegmentTranslation>> NoSegments = new([]);
    private readonly IOnDemand<ImmutableArray<SegmentTranslation>> _segments = NoSegments;

    /// <summary>The release.</summary>
    public required Release Release { get; init; }

    /// <summary>Its language.</summary>
    public required Language Language { get; init; }

    /// <summary>How it came to be.</summary>
    public required Making Making { get; init; }

    /// <summary>The front matter in its language. An embargo is the release's; publication and state are the
    /// source's, or hold the edition back longer.</summary>
    public required FrontMatter FrontMatter { get; init; }

    /// <summary>The text in its language.</summary>
    public required Body Body { get; init; }

    /// <summary>The last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>The last parts of the addresses that it had before.</summary>
    public ImmutableArray<string> Former { get; init; } = [];

    /// <summary>The file that it comes from.</summary>
    public required string File { get; init; }

    /// <summary>The hash of exactly what an approval approves.</summary>
    public required string Content { get; init; }

    /// <summary>The sentences of its translation; none for what was not translated.</summary>
    public ImmutableArray<SegmentTranslation> Segments
    {
        get => _segments.Value;
        init => _segments = new OnDemand<ImmutableArray<SegmentTranslation>>(value);
    }

    /// <summary>The same, read when they are asked for.</summary>
    internal IOnDemand<ImmutableArray<SegmentTranslation>> SegmentsOnDemand { init => _segments = value; }

    /// <summary>How its sentences were translated; nothing of that for what was not.</summary>
    public TranslationSummary Translation { get; init; } = TranslationSummary.None;

    /// <summary>The state of its weakest segment; final for what a person wrote.</summary>
    public SegmentState State => Making == Making.Translated ? Translation.Weakest : SegmentState.Final;

    /// <summary>How many units of the present source have no translation, or only one of an earlier text.</summary>
    public int Untranslated { get; init; }

    /// <summary>Whether its text is made of the blocks of the source and nothing else.</summary>
    public bool IsSound { get; init; } = true;

    /// <summary>How many segments a machine translated.</summary>
    public int MachineSegments => Translation.Machine;

    /// <summary>How many segments PressKit repaired after what was approved.</summary>
    public int Repaired => Translation.Repaired;

    /// <summary>The approval that holds for it; null where there is none.</summary>
    public Approval? Approval { get; init; }

    /// <summary>The sentences that the glossary blocks.</summary>
    public ImmutableArray<BlockedSegment> Blocked { get; init; } = [];

    /// <summary>What was approved last, whole, where this is something else; null where there is none, or it is not kept.</summary>
    public Edition? Earlier { get; init; }

    /// <summary>Whether it was made from a source that has changed since.</summary>
    public bool IsStale { get; init; }

    /// <summary>What its readers are told of what became of the release, the oldest first. It always comes from the present record,
    /// whatever revision the text is of.</summary>
    public ImmutableArray<EventText> Events { get; init; } = [];

    /// <summary>When it was published or last changed as its readers are told; null for what has no date.</summary>
    public DateTimeOffset? Modified => Events.Select(e => (DateTimeOffset?)e.Event.At).Append(FrontMatter.Published).Max();

    /// <summary>How many times it was told anew, from 1: with the first publication and each event that concerned it.</summary>
    public int Version => 1 + Release.Record.Events.Count(e => e.Concerns(Language));

    /// <summary>Who or what made its translation, each once, in order of first appearance; empty for what was not translated.</summary>
    public ImmutableArray<string> Makers => Translation.Makers;

    /// <summary>The people among them.</summary>
    public ImmutableArray<string> Translators => Translation.Translators;

    /// <summary>The HTML that <see cref="Body"/> writes, with its addresses open; null where the text is parsed for that.</summary>
    internal RenderedText? Rendered { get; init; }
}
