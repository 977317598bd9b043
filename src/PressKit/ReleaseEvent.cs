using System.Collections.Immutable;

namespace PressKit;

/// <summary>What can become of a release that is public.</summary>
public enum EventKind
{
    /// <summary>A mistake in it was corrected.</summary>
    Correction,

    /// <summary>It was taken off the site, in every language.</summary>
    Withdrawal,

    /// <summary>After a withdrawal it was put back.</summary>
    Reinstatement,
}

/// <summary>Something that became of a release after it was published, once for every language and format.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it; null where nobody is named. Readers are not told.</param>
/// <param name="Reason">What readers are told, as plain text in the language of the source.</param>
public sealed record ReleaseEvent(EventKind Kind, DateTimeOffset At, string? By, string Reason)
{
    /// <summary>The editions that had the mistake, where it was not in all of them; empty for all.</summary>
    public ImmutableArray<Language> Languages { get; init; } = [];

    /// <summary>The reason in other languages, as far as a person wrote it at once; it is told as it is.</summary>
    public ImmutableSortedDictionary<Language, string> Texts { get; init; } = ImmutableSortedDictionary<Language, string>.Empty;

    /// <summary>The hash of the source's text as it was then; null where that was not put on record.</summary>
    public string? Revision { get; init; }

    /// <summary>Whether it concerns an edition.</summary>
    public bool Concerns(Language language) => Languages.IsEmpty || Languages.Contains(language);
}
