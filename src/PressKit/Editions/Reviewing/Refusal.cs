using System.Collections.Immutable;

namespace PressKit.Editions.Reviewing;

/// <summary>Why something is not done.</summary>
/// <param name="Code">The reason, for programs; docs/review.md lists them.</param>
/// <param name="Message">The reason, in a sentence.</param>
/// <param name="Remedy">What can be done instead.</param>
public sealed record Refusal(string Code, string Message, string Remedy)
{
    /// <summary>What the sentence says by now, where it was changed since it was read; else null.</summary>
    public PresentText? Theirs { get; init; }

    internal static Refusal NotAllowed(Reviewer by, ReviewRole needed) => new("review.not-allowed",
        $"{by.Name} is {Word(by.Role)} here, and this takes {Word(needed)}.", "Ask somebody who may, or have the role changed.");

    internal static Refusal NoSentence(SentenceName name) => new("review.no-sentence", $"There is no sentence {name.Segment} in unit {name.Unit}.",
        "Read the edition again: its source may have changed.");

    private static string Word(ReviewRole role) => role switch
    {
        ReviewRole.Reader => "a reader",
        ReviewRole.Translator => "a translator",
        ReviewRole.Reviewer => "a reviewer",
        ReviewRole.Editor => "an editor",
        _ => "an administrator",
    };
}

/// <summary>What a sentence says by now.</summary>
/// <param name="Text">Its translation, with placeholders; null where there is none.</param>
/// <param name="Version">Its version: a save that has seen it names this one.</param>
/// <param name="State">Its state.</param>
/// <param name="By">Who changed it last; null where nobody knows.</param>
/// <param name="At">When; null where nobody knows.</param>
public sealed record PresentText(string? Text, string Version, Translation.SegmentState State, string? By, DateTimeOffset? At);

/// <summary>What somebody's wish comes to: events, or a refusal.</summary>
/// <param name="Events">What happens; none where it is refused, or where there is nothing to do.</param>
/// <param name="Refusal">Why it does not; else null.</param>
public sealed record Decision(ImmutableArray<HistoryEvent> Events, Refusal? Refusal)
{
    /// <summary>It happens.</summary>
    public static implicit operator Decision(HistoryEvent happened) => new([happened], null);

    /// <summary>It does not.</summary>
    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}
