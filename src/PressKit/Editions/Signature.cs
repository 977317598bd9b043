using PressKit.Translation;

namespace PressKit.Editions;

/// <summary>Who signs a translation off.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Note">What they say of it; null for nothing.</param>
public sealed record Signature(string By, DateTimeOffset At, string? Note)
{
    /// <summary>The tool that they do it with, and its version.</summary>
    public string Tool { get; init; } = "";

    /// <summary>What they are at the desk; null for what commands do.</summary>
    public string? Role { get; init; }

    /// <summary>The identity of the event; null for what commands do.</summary>
    public string? Id { get; init; }

    /// <summary>Whether two names are one person's.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>A segment that is signed off: whoever does so has compared it with its source.</summary>
    public SegmentTranslation On(SegmentTranslation segment) => segment with
    {
        State = SegmentState.Final,
        IsRepaired = false,
        Previous = null,
        Provenance = segment.Provenance is { } maker ? maker with { Revised = new Revisal(By, Seconds(At)), Repaired = null } : null,
    };

    private static DateTimeOffset Seconds(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, at.Offset);
}
