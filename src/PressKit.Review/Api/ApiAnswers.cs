using System.Collections.Immutable;
using System.ComponentModel;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Translation;

namespace PressKit.Review.Api;

/// <summary>Who asks.</summary>
public sealed record MeAnswer(string Id, string Name, string? Email, IReadOnlyDictionary<string, ReviewRole> Roles, bool IsAdministrator, ImmutableArray<string> Embargoed)
{
    /// <summary>What a page of the desk sends with each write, as the header <c>form-token</c>; null for programs, which need none.</summary>
    public string? FormToken { get; init; }
}

/// <summary>Where an edition stands, in numbers.</summary>
public sealed record SummaryAnswer(string Release, string Language, string Headline)
{
    /// <summary>When it becomes public as far as its dates go.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Until when nobody but those named may see it.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>Why it is not public; null where it is.</summary>
    public string? HeldBack { get; init; }

    /// <summary>Who signed off what it says now.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Whether something was signed off that does not hold any more.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>How many sentences there are, and how many of them are in which state.</summary>
    public required CountsAnswer Counts { get; init; }

    /// <summary>What weighs in the sentences that are not reviewed yet.</summary>
    public Harm Harm { get; init; }

    /// <summary>Who is to work on it.</summary>
    public string? AssignedTo { get; init; }

    internal static SummaryAnswer Of(EditionSummary summary) => new(summary.Name.Release, summary.Name.Language.Tag, summary.Headline)
    {
        Due = summary.Due, Embargo = summary.Embargo, HeldBack = summary.HeldBack, ApprovedBy = summary.Approval?.By, IsTakenBack = summary.IsTakenBack, Harm = summary.Harm, AssignedTo = summary.AssignedTo,
        Counts = new CountsAnswer(summary.Sentences, summary.Missing, summary.Machine, summary.Translated, summary.Reviewed, summary.Final, summary.Conflicts, summary.Rejected, summary.Questions),
    };
}

/// <summary>Sentences by their states; conflicts, rejections and questions that are open.</summary>
public sealed record CountsAnswer(int Sentences, int Missing, int Machine, int Translated, int Reviewed, int Final, int Conflicts, int Rejected, int Questions);

/// <summary>An edition with its paragraphs.</summary>
public sealed record EditionAnswer(string Release, string Language, string From, string Headline, [property: Description("Another one as soon as anything in the edition is.")] string Version)
{
    /// <summary>Why it is not public; null where it is.</summary>
    public string? HeldBack { get; init; }

    /// <summary>When it becomes public.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Who signed off what it says now; null where nobody did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Who is to work on it.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Its headings, paragraphs and fields, in the order of the document.</summary>
    public required ImmutableArray<UnitAnswer> Units { get; init; }

    /// <summary>What was said of it as a whole.</summary>
    public ImmutableArray<HistoryEvent> Remarks { get; init; } = [];

    internal static EditionAnswer Of(EditionView view) => new(view.Name.Release, view.Name.Language.Tag, view.From.Tag, view.Headline, view.Version)
    {
        HeldBack = view.HeldBack, Due = view.Due, ApprovedBy = view.Approval?.By, AssignedTo = view.AssignedTo, Remarks = view.Remarks,
        Units = [.. view.Units.Select(u => new UnitAnswer(u.Id, u.Role, u.Place, u.Note, u.Version, [.. u.Sentences.Select(s => SentenceAnswer.Of(s, _ => true))]))],
    };
}

/// <summary>A heading, a paragraph, a field.</summary>
public sealed record UnitAnswer(string Id, UnitRole Role, string Place, string? Note, string Version, ImmutableArray<SentenceAnswer> Sentences);

/// <summary>A sentence with its translation.</summary>
public sealed record SentenceAnswer(string Unit, int Segment, [property: Description("What a save names in If-Match.")] string Version)
{
    /// <summary>The source; numbered placeholders stand for its codes, and &lt;&lt; for &lt;.</summary>
    public required string Source { get; init; }

    /// <summary>The translation with the same placeholders; null where there is none.</summary>
    public string? Target { get; init; }

    /// <summary>XLIFF's state.</summary>
    public SegmentState State { get; init; }

    /// <summary>Who or what made the translation.</summary>
    public string? Maker { get; init; }

    /// <summary>Whether a machine made it, and nobody has looked at it.</summary>
    public bool IsMachineDraft { get; init; }

    /// <summary>What is harmful in it when it is wrong.</summary>
    public Harm Harm { get; init; }

    /// <summary>What changed in the source since it was translated or approved.</summary>
    public ImmutableArray<WordRun> SourceChange { get; init; } = [];

    /// <summary>What the memory has that is like it; empty in lists.</summary>
    public ImmutableArray<MatchAnswer> Matches { get; init; } = [];

    /// <summary>Terms of the glossary.</summary>
    public ImmutableArray<TermAnswer> Terms { get; init; } = [];

    /// <summary>What checks find.</summary>
    public ImmutableArray<FindingAnswer> Findings { get; init; } = [];

    internal static SentenceAnswer Of(SentenceView view, Func<string, bool> maySee) => new(view.Name.Unit, view.Name.Segment, view.Version)
    {
        Source = view.Source, Target = view.Target, State = view.Translation.State, Maker = view.Translation.Provenance?.Maker, IsMachineDraft = view.Translation.IsMachineDraft,
        Harm = view.Harm, SourceChange = view.SourceChange,
        Matches = [.. view.Matches.Where(m => maySee(m.Document)).Select(m => new MatchAnswer(m.Score, m.Target, m.Difference, m.Document, m.Provenance?.Maker, m.IsReviewed))],
        Terms = [.. view.Terms.Select(t => new TermAnswer(t.Start, t.Length, t.Wanted))],
        Findings = [.. view.Findings.Select(f => new FindingAnswer(f.Finding.Rule.Code, f.Finding.Message, f.Finding.Fingerprint, f.Fixed))],
    };
}

/// <summary>A match of the memory.</summary>
public sealed record MatchAnswer(int Score, string Target, ImmutableArray<WordRun> Difference, string Document, string? Maker, bool IsReviewed);

/// <summary>A term of the glossary in a source, without its codes.</summary>
public sealed record TermAnswer(int Start, int Length, string? Wanted);

/// <summary>What a check found, with the translation mended where that is certain.</summary>
public sealed record FindingAnswer(string Code, string Message, string Fingerprint, string? Fixed);

/// <summary>A save that was made against an older version: both texts.</summary>
public sealed record ConflictAnswer(string Code, string Message, string Remedy, string Yours, TheirsAnswer? Theirs);

/// <summary>What a sentence says by now.</summary>
public sealed record TheirsAnswer(string? Text, string Version, SegmentState State, string? By, DateTimeOffset? At);

/// <summary>What was done.</summary>
public sealed record DoneAnswer([property: Description("The version of the edition since.")] string Version, ImmutableArray<HistoryEvent> Events);

/// <summary>What was replaced, and what was left alone since somebody had changed it.</summary>
public sealed record ReplacedAnswer(string Version, ImmutableArray<HistoryEvent> Events, ImmutableArray<SentenceName> Left);
