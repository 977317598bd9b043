using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Memory;

namespace PressKit.Editions.Reviewing;

/// <summary>An edition as a reviewer sees it.</summary>
/// <param name="Name">Which one.</param>
/// <param name="From">The language of its source.</param>
/// <param name="Version">The version of everything that is translated.</param>
/// <param name="Units">Its paragraphs, headings and fields, in the order of the document.</param>
public sealed record EditionView(EditionName Name, Language From, string Version, ImmutableArray<UnitView> Units)
{
    /// <summary>The headline of the source.</summary>
    public required string Headline { get; init; }

    /// <summary>What the gate says: null where it is public, else why it is held back.</summary>
    public string? HeldBack { get; init; }

    /// <summary>When it becomes public; null where nobody has said.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The approval that holds for what it says; null where there is none.</summary>
    public Approval? Approval { get; init; }

    /// <summary>The approval that was given last and does not hold any more, since the text or its source was changed; else null.</summary>
    public Approval? TakenBack { get; init; }

    /// <summary>Who is to work on it; null where it was handed to nobody.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>What was said of the edition as a whole: comments, questions, refusals, the oldest first.</summary>
    public ImmutableArray<HistoryEvent> Remarks { get; init; } = [];
}

/// <summary>A unit of an edition.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Role">What part of the document it is.</param>
/// <param name="Place">Where it stands: its kind, and the headings above it.</param>
/// <param name="Note">What the author tells translators; null for nothing.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sentences">Its sentences.</param>
public sealed record UnitView(string Id, UnitRole Role, string Place, string? Note, string Version, ImmutableArray<SentenceView> Sentences);

/// <summary>A sentence of an edition with its translation.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Version">Its version, which a save has to name.</param>
/// <param name="Translation">What is stored of it: source and target with their codes, state, maker.</param>
public sealed record SentenceView(SentenceName Name, string Version, SegmentTranslation Translation)
{
    /// <summary>The source with placeholders for its codes.</summary>
    public string Source => PlaceholderText.Write(Translation.Segment.Source);

    /// <summary>The translation with placeholders; null where there is none.</summary>
    public string? Target => Translation.Target is { } target ? PlaceholderText.Write(target) : null;

    /// <summary>What the placeholders stand for.</summary>
    public ImmutableArray<InlineCode> Codes => Translation.Segment.Source.Codes;

    /// <summary>What weighs in it.</summary>
    public Harm Harm { get; init; }

    /// <summary>What changed in the source since it was translated or approved; empty where nothing did.</summary>
    public ImmutableArray<WordRun> SourceChange { get; init; } = [];

    /// <summary>What changed in the translation since it was approved last; empty where nothing did, or where it never was.</summary>
    public ImmutableArray<WordRun> TargetChange { get; init; } = [];

    /// <summary>What the memory has that is like it, the best first.</summary>
    public ImmutableArray<MatchView> Matches { get; init; } = [];

    /// <summary>The glossary's terms in it.</summary>
    public ImmutableArray<TermView> Terms { get; init; } = [];

    /// <summary>What checks find in it, but for what somebody keeps.</summary>
    public ImmutableArray<FindingView> Findings { get; init; } = [];

    /// <summary>What happened to it, the oldest first: edits, reviews, comments, questions.</summary>
    public ImmutableArray<HistoryEvent> History { get; init; } = [];

    /// <summary>The event that took back that somebody answered for it; null where nothing did, or somebody has answered for it
    /// since.</summary>
    public HistoryEvent? TakenBack { get; init; }

    /// <summary>Why it was refused, where nobody has changed it since; else null.</summary>
    public HistoryEvent? Rejection { get; init; }

    /// <summary>Questions that nobody has answered yet.</summary>
    public ImmutableArray<HistoryEvent> OpenQuestions { get; init; } = [];
}

/// <summary>A match of the memory.</summary>
/// <param name="Score">From 0 to 102.</param>
/// <param name="Kind">How like it is.</param>
/// <param name="Target">Its translation, with placeholders of the sentence's own codes.</param>
/// <param name="Difference">What its source says otherwise than the sentence.</param>
public sealed record MatchView(int Score, MatchKind Kind, string Target, ImmutableArray<WordRun> Difference)
{
    /// <summary>Who made it; null where nobody said.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>The release, page or imported file that it comes from.</summary>
    public string Document { get; init; } = "";

    /// <summary>Whether a second person looked at it.</summary>
    public bool IsReviewed { get; init; }
}

/// <summary>A term of the glossary in a sentence.</summary>
/// <param name="Term">The entry.</param>
/// <param name="Start">Where it stands in the source's text without codes (<see cref="InlineContent.PlainText"/>), in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Wanted">What it is called in the language of the translation; null where that is not settled.</param>
public sealed record TermView(Term Term, int Start, int Length, string? Wanted);

/// <summary>What a check found.</summary>
/// <param name="Finding">The finding, with its places in <see cref="CheckedText"/>.</param>
/// <param name="Fixed">The translation with the fix made, with placeholders; null where only a person can tell.</param>
public sealed record FindingView(Finding Finding, string? Fixed);
