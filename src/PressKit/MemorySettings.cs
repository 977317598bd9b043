using System.Collections.Immutable;

namespace PressKit;

/// <summary>Where a newsroom's translation memory is kept, and what its files are worth.</summary>
/// <param name="IsShared">Whether a team shares it on a PostgreSQL server; where that is, the environment says.</param>
/// <param name="Penalties">For files of imported memory, by name, the points that their matches lose.</param>
public sealed record MemorySettings(bool IsShared, ImmutableSortedDictionary<string, int> Penalties)
{
    /// <summary>A file of the newsroom's own, and no penalties.</summary>
    public static MemorySettings Default { get; } = new(false, ImmutableSortedDictionary<string, int>.Empty);
}
