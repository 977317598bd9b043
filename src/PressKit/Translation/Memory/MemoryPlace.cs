using System.Collections.Immutable;

namespace PressKit.Translation.Memory;

/// <summary>Where a newsroom's memory is: everything on this machine in its folder <c>.presskit/memory</c>, which may be deleted at
/// any time, and for a team a PostgreSQL server.</summary>
/// <param name="Folder">The newsroom's folder.</param>
/// <param name="Connection">The connection string of the server; null where the memory is a file.</param>
public sealed record MemoryPlace(string Folder, string? Connection = null)
{
    /// <summary>The newsroom's languages: imported memory is taken for one of them where it can only be that.</summary>
    public ImmutableArray<Language> Languages { get; init; } = [];

    /// <summary>A newsroom that has not looked into a shared store for so long is forgotten when another one rebuilds.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(90);

    /// <summary>What belongs to this machine.</summary>
    public string Cache => Path.Combine(Folder, ".presskit", "memory");

    /// <summary>The database in a file.</summary>
    internal string Database => Path.Combine(Cache, "memory.db");

    /// <summary>The folder of the index.</summary>
    internal string Index => Path.Combine(Cache, Connection is null ? "index" : "shared-index");

    /// <summary>The newsroom among those that share a store: this folder on this machine.</summary>
    internal string Newsroom => Hash.Of(Environment.MachineName, Path.GetFullPath(Folder));

    /// <summary>Without the connection string, which holds a password.</summary>
    public override string ToString() => Connection is null ? Cache : "PostgreSQL";
}
