using System.Collections.Immutable;

namespace PressKit.Editions;

/// <summary>What was made of a release before anything is known of the others.</summary>
/// <param name="Release">The release.</param>
/// <param name="Paired">The release with its translations; null where its source cannot be split.</param>
/// <param name="Editions">Its editions.</param>
/// <param name="Problems">What was found, in reading it too.</param>
public sealed record JoinedRelease(Release Release, PairedRelease? Paired, ImmutableArray<Edition> Editions, Problems Problems);
