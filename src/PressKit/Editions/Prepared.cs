using System.Collections.Immutable;

namespace PressKit.Editions;

/// <summary>What a newsroom holds at an instant.</summary>
/// <param name="Newsroom">The newsroom as read.</param>
/// <param name="Releases">Its releases and standing pages, split into units and paired with their translations.</param>
/// <param name="Admission">What may be public of their editions, and what is held back and why.</param>
/// <param name="Now">The instant.</param>
public sealed record Prepared(Newsroom Newsroom, ImmutableArray<PairedRelease> Releases, Admission Admission, DateTimeOffset Now)
{
    /// <summary>By the folder of a release, the hash of all of it but its texts; none for what is rare.</summary>
    internal IReadOnlyDictionary<string, string> Faces { get; init; } = ImmutableDictionary<string, string>.Empty;
}
