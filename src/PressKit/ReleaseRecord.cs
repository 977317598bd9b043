using System.Collections.Immutable;

namespace PressKit;

/// <summary>A release's ledger, written by commands (<c>record.yml</c>): per edition its address, former addresses and
/// approvals; and what became of the release since it was published.</summary>
public sealed record ReleaseRecord
{
    /// <summary>No entry yet.</summary>
    public static ReleaseRecord Empty { get; } = new();

    /// <summary>Whether there is a record of which something could not be read. It holds more than is known here, so nothing is
    /// written over it.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>The language of the source edition; null until a command has written it.</summary>
    public Language? Source { get; init; }

    /// <summary>What is on record of each edition.</summary>
    public ImmutableSortedDictionary<Language, EditionRecord> Editions { get; init; } =
        ImmutableSortedDictionary<Language, EditionRecord>.Empty;

    /// <summary>Corrections, withdrawals and reinstatements, the oldest first.</summary>
    public ImmutableArray<ReleaseEvent> Events { get; init; } = [];

    /// <summary>The withdrawal that holds; null where there is none, or the release was reinstated since.</summary>
    public ReleaseEvent? Withdrawn => Events.LastOrDefault(e => e.Kind != EventKind.Correction) is { Kind: EventKind.Withdrawal } last ? last : null;

    /// <summary>What the readers of an edition are told: of a withdrawn release the withdrawal alone, else every correction of the
    /// edition and that the release was reinstated.</summary>
    public IEnumerable<ReleaseEvent> ToldIn(Language language) => Withdrawn is { } withdrawn
        ? [withdrawn] : Events.Where(e => e.Kind != EventKind.Withdrawal && e.Concerns(language));
}

/// <summary>What is on record of one edition.</summary>
/// <param name="Slug">The last part of its address, reserved when the edition was created and never derived again.</param>
/// <param name="Former">Slugs that it had before.</param>
/// <param name="Approvals">Approvals, the oldest first.</param>
public sealed record EditionRecord(string Slug, ImmutableArray<string> Former, ImmutableArray<Approval> Approvals);

/// <summary>Somebody took an approval back.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record TakenBack(string By, DateTimeOffset At, string Reason);

/// <summary>Somebody signed an edition off.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Content">The hash of exactly what was approved: every unit of the source, and what its translation says.</param>
/// <param name="Note">What they said of it; null for nothing.</param>
public sealed record Approval(string By, DateTimeOffset At, string Content, string? Note)
{
    /// <summary>Who took it back, and why; null where it holds for what it names.</summary>
    public TakenBack? TakenBack { get; init; }

    /// <summary>The revision of the glossary that it was given under; null where there was none.</summary>
    public string? Glossary { get; init; }

    /// <summary>What the glossary had settled then, by the ids of the terms that the source has.</summary>
    public ImmutableSortedDictionary<string, string> Terms { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The hash of the source's text that the translation was made from; null where that was not put on record.</summary>
    public string? Revision { get; init; }

    /// <summary>By unit, the hash of the reason of an event with its translation, as far as these were signed off as well.</summary>
    public ImmutableSortedDictionary<string, string> Events { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
