namespace PressKit.Editions;

/// <summary>Something that happened to a translation.</summary>
/// <param name="At">When, to the second.</param>
/// <param name="Actor">Who or what did it: a person, a service, or PressKit itself.</param>
/// <param name="Event">What: <c>drafted</c>, <c>repaired</c>, <c>imported</c>, <c>stale</c>, <c>approved</c>, or one of
/// <see cref="Reviewing.Happening"/>.</param>
/// <param name="Base">What it was done to: the hash of the source's text, of what was approved, or of the sentence as it was
/// (<see cref="Reviewing.Versions"/>).</param>
public sealed record HistoryEvent(DateTimeOffset At, string Actor, string Event, string Base)
{
    /// <summary>The tool that it was done with, and its version.</summary>
    public string Tool { get; init; } = "";

    /// <summary>The unit; null for the whole translation.</summary>
    public string? Unit { get; init; }

    /// <summary>The segments of the unit, by their numbers from 1; empty for all.</summary>
    public string Segments { get; init; } = "";

    /// <summary>Its identity: the session of the desk, a hyphen, and a number that grows; null for what commands did.</summary>
    public string? Id { get; init; }

    /// <summary>What the actor was at the desk; null for what commands did.</summary>
    public string? Role { get; init; }

    /// <summary>The version of the unit before it.</summary>
    public string? From { get; init; }

    /// <summary>The version of the unit after it.</summary>
    public string? Version { get; init; }

    /// <summary>The sentence, with numbered placeholders for codes (<see cref="Reviewing.PlaceholderText"/>).</summary>
    public string? Source { get; init; }

    /// <summary>What its translation said before; null where there was none.</summary>
    public string? Before { get; init; }

    /// <summary>What its translation says since.</summary>
    public string? Target { get; init; }

    /// <summary>The state before, where the event takes back that somebody answered for the sentence.</summary>
    public string? Was { get; init; }

    /// <summary>What the actor said: a comment, a reason, a note.</summary>
    public string? Text { get; init; }

    /// <summary>Whom it concerns: who takes over.</summary>
    public string? To { get; init; }

    /// <summary>The event that it refers to: the question that is answered, the edit that is taken back.</summary>
    public string? Of { get; init; }

    /// <summary>The code of the check whose finding is kept.</summary>
    public string? Check { get; init; }

    /// <summary>The fingerprint of the finding that is kept.</summary>
    public string? Finding { get; init; }

    /// <summary>Where a sentence is cut: steps of the source and of the target, with a blank between them.</summary>
    public string? Cut { get; init; }
}
