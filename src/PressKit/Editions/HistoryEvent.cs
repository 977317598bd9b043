namespace PressKit.Editions;

/// <summary>Something that happened to a translation.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who or what did it: a person, a service, or PressKit itself.</param>
/// <param name="Event">What: <c>drafted</c>, <c>repaired</c>, <c>imported</c>, <c>stale</c>, <c>approved</c>.</param>
/// <param name="Base">What it was done to: the hash of the source's text, or of what was approved.</param>
public sealed record HistoryEvent(DateTimeOffset At, string Actor, string Event, string Base)
{
    /// <summary>The tool that it was done with, and its version.</summary>
    public string Tool { get; init; } = "";

    /// <summary>The unit; null for the whole translation.</summary>
    public string? Unit { get; init; }

    /// <summary>The segments of the unit, by their numbers from 1; empty for all.</summary>
    public string Segments { get; init; } = "";
}
