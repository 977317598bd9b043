using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translation.Glossary;

namespace PressKit.Editions.Reviewing;

/// <summary>Where an edition stands, in numbers: a cell of the grid, a line of the queue.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Headline">The headline of its source.</param>
public sealed record EditionSummary(EditionName Name, string Headline)
{
    /// <summary>When it becomes public as far as its dates go; null where nobody has said.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Until when nobody but those named may see it; null for no embargo.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>Why it is not public; null where it is.</summary>
    public string? HeldBack { get; init; }

    /// <summary>The approval that holds; null where there is none.</summary>
    public Approval? Approval { get; init; }

    /// <summary>Whether something was approved that does not hold any more.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>How many sentences there are.</summary>
    public int Sentences { get; init; }

    /// <summary>How many have no translation.</summary>
    public int Missing { get; init; }

    /// <summary>How many have a machine's that no person has looked at.</summary>
    public int Machine { get; init; }

    /// <summary>How many a person translated, and nobody has reviewed.</summary>
    public int Translated { get; init; }

    /// <summary>How many are reviewed.</summary>
    public int Reviewed { get; init; }

    /// <summary>How many are signed off.</summary>
    public int Final { get; init; }

    /// <summary>How many have two translations, of which nobody has settled which holds.</summary>
    public int Conflicts { get; init; }

    /// <summary>How many were refused and not changed since.</summary>
    public int Rejected { get; init; }

    /// <summary>How many questions are open.</summary>
    public int Questions { get; init; }

    /// <summary>What weighs in the sentences that are not reviewed yet: each kind counts once a sentence.</summary>
    public int Weight { get; init; }

    /// <summary>The kinds of harm in them.</summary>
    public Harm Harm { get; init; }

    /// <summary>Who is to work on it; null where it was handed to nobody.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Whether there is anything to do.</summary>
    public bool IsOpen => Approval is null || Missing + Conflicts + Rejected + Questions > 0;

    /// <summary>The summary of an edition.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="admission">What the gate says of its release.</param>
    /// <param name="terminology">Names.</param>
    public static EditionSummary Of(EditionState state, Admission admission, Terminology terminology)
    {
        var (heldBack, due) = Standing.Of(admission, state.Release, state.Language);
        var sentences = state.Units.SelectMany(u => u.Segments.Select((s, i) => (Unit: u, Name: new SentenceName(u.Id, i + 1), Segment: s))).ToList();
        var harms = sentences.Where(s => s.Segment.Target is null || s.Segment.State < SegmentState.Reviewed)
            .Select(s => Harms.Of(s.Unit.Id, s.Unit.Role, s.Segment.Segment.Source, state.SourceLanguage, terminology)).ToList();
        var answered = state.History.Where(e => e.Event == Happening.Answered).Select(e => e.Of).ToHashSet(StringComparer.Ordinal);
        var approvals = state.Release.Release.Record.Editions.GetValueOrDefault(state.Language)?.Approvals ?? [];
        var front = state.Release.Source.Text.FrontMatter;
        var rejected = state.History.Any(e => e.Event == Happening.Rejected);
        return new EditionSummary(new EditionName(state.Release.Release.Id, state.Language), front.Headline)
        {
            Due = due, Embargo = state.Release.Release.Embargo, HeldBack = heldBack,
            Approval = state.Translation?.Approval, IsTakenBack = state.Translation?.Approval is null && !approvals.IsEmpty,
            Sentences = sentences.Count, Missing = Count(s => s.Target is null), Machine = Count(s => s.IsMachineDraft),
            Translated = Count(s => s is { Target: not null, State: SegmentState.Translated }), Reviewed = Count(s => s.State == SegmentState.Reviewed), Final = Count(s => s.State == SegmentState.Final),
            Conflicts = Count(s => !s.Conflicts.IsEmpty), Rejected = rejected ? sentences.Count(s => ReviewRules.OpenRejection(state, s.Name) is not null) : 0,
            Questions = state.History.Count(e => e.Event == Happening.Asked && !answered.Contains(e.Id)),
            Weight = harms.Sum(Harms.Weight), Harm = harms.Aggregate(Harm.None, (all, harm) => all | harm),
            AssignedTo = state.History.LastOrDefault(e => e.Event == Happening.HandedOver)?.To,
        };

        int Count(Func<SegmentTranslation, bool> isMeant) => sentences.Count(s => isMeant(s.Segment));
    }
}

/// <summary>Puts what there is to do in the order of what matters.</summary>
public static class ReviewQueue
{
    private static readonly ImmutableArray<TimeSpan> Nearness =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(7), TimeSpan.FromDays(31)];

    /// <summary>The editions with something to do: what is due now, or was just now, before what is due later or was long ago; of what
    /// is equally near, what does most harm; then what is due first.</summary>
    public static ImmutableArray<EditionSummary> Of(IEnumerable<EditionSummary> editions, DateTimeOffset now) =>
    [
        .. editions.Where(e => e.IsOpen).OrderBy(e => Step(e.Due, now)).ThenByDescending(e => e.Weight).ThenBy(e => e.Due ?? DateTimeOffset.MaxValue)
            .ThenBy(e => e.Name.Release, StringComparer.Ordinal).ThenBy(e => e.Name.Language.Tag, StringComparer.Ordinal),
    ];

    private static int Step(DateTimeOffset? due, DateTimeOffset now) =>
        due is { } at ? Nearness.Count(step => (at - now).Duration() > step) : Nearness.Length + 1;
}
