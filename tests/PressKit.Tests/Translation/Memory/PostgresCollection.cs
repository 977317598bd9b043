using PressKit.Testing;

namespace PressKit.Tests.Translation.Memory;

/// <summary>The tests that share a PostgreSQL server.</summary>
[CollectionDefinition(nameof(PostgresCollection))]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xunit's own word.")]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>;
