using System.Collections.Immutable;
using PressKit.Editions;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Desk;

/// <summary>What became of something that somebody wanted.</summary>
/// <param name="State">The edition as it is now; null where there is none.</param>
/// <param name="Events">What happened, and is on the disk; none where it was refused, or where there was nothing to do.</param>
/// <param name="Refusal">Why it was refused; null where it was not.</param>
public sealed record Outcome(EditionState? State, ImmutableArray<HistoryEvent> Events, Refusal? Refusal)
{
    /// <summary>Whether it was done, or there was nothing to do.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>The version of a sentence as it is now, for the next save; null where there is none.</summary>
    public string? VersionOf(SentenceName name) => State?.Sentence(name) is { } segment ? Versions.Of(segment) : null;

    internal static Outcome Refused(EditionState? state, Refusal refusal) => new(state, [], refusal);

    internal static Outcome NoEdition(EditionName name) => Refused(null, new Refusal("review.no-edition", $"There is no edition {name} to work on.",
        "Choose one of the newsroom's releases, and a language that it is to be translated into."));
}

/// <summary>Something that happened in an edition, told to whoever watches.</summary>
/// <param name="Edition">Which one.</param>
/// <param name="Events">What.</param>
public sealed record DeskChange(EditionName Edition, ImmutableArray<HistoryEvent> Events);
