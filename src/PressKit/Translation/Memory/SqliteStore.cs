using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PressKit.Translation.Memory;

/// <summary>The memory's database in a file of the newsroom, which any number of processes may use at once.</summary>
internal sealed class SqliteStore : MemoryStore
{
    private const long Version = 1;

    private const string Schema = """
        CREATE TABLE state (epoch INTEGER NOT NULL, change INTEGER NOT NULL);
        CREATE TABLE language (tag TEXT PRIMARY KEY, number INTEGER NOT NULL, bit INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE source (id INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL UNIQUE, language INTEGER NOT NULL, wording TEXT NOT NULL,
          languages INTEGER NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL);
        CREATE INDEX source_changed ON source (changed);
        CREATE TABLE rendering (id INTEGER PRIMARY KEY AUTOINCREMENT, sum TEXT NOT NULL UNIQUE, source INTEGER NOT NULL, language INTEGER NOT NULL,
          scope TEXT NOT NULL, data TEXT NOT NULL);
        CREATE INDEX rendering_source ON rendering (source, language);
        CREATE INDEX rendering_scope ON rendering (scope, language) WHERE scope <> '';
        CREATE TABLE file (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (path, hash));
        CREATE TABLE occurrence (file INTEGER NOT NULL, rendering INTEGER NOT NULL, at INTEGER NOT NULL, neighbours TEXT, place TEXT);
        CREATE INDEX occurrence_file ON occurrence (file);
        CREATE INDEX occurrence_at ON occurrence (rendering, at);
        CREATE INDEX occurrence_neighbours ON occurrence (rendering, neighbours) WHERE neighbours IS NOT NULL;
        CREATE INDEX occurrence_place ON occurrence (rendering, place) WHERE place IS NOT NULL;
        CREATE TABLE holder (newsroom TEXT NOT NULL, path TEXT NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (newsroom, path)) WITHOUT ROWID;
        CREATE INDEX holder_path ON holder (path, file);
        CREATE TABLE newsroom (name TEXT PRIMARY KEY, listing TEXT NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO state (epoch, change) VALUES (random(), 0);
        """;

    private readonly SqliteConnection _connection;

    /// <summary>Opens a database, and makes it where there is none.</summary>
    /// <exception cref="SqliteException">The file is no database, or a damaged one.</exception>
    public SqliteStore(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            _connection.Open();
            _connection.CreateAggregate("bit_or", 0L, (long all, long one) => all | one);
            // A crash may cost what the files still say; it must not cost the database.
            Execute("PRAGMA journal_mode = WAL");
            Execute("PRAGMA synchronous = NORMAL");
            Execute("PRAGMA cache_size = -16000");
            Execute("PRAGMA mmap_size = 1073741824");
            Prepare();
            ReadState();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override DbConnection Connection => _connection;

    /// <summary>Deletes a database with all that belongs to it.</summary>
    public static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(path + suffix);
    }

    /// <inheritdoc/>
    protected override void Stage(IEnumerable<StagedRow> rows)
    {
        using var command = Command("INSERT INTO staged VALUES (@nr, @source_hash, @own, @wording, @language, @scope, @data, @sum, @at, @neighbours, @place)");
        foreach (var name in (string[])["nr", "source_hash", "own", "wording", "language", "scope", "data", "sum", "at", "neighbours", "place"])
            command.Parameters.Add(new SqliteParameter(name, null));
        foreach (var row in rows)
        {
            object?[] values = [row.Nr, row.SourceHash, row.Own, row.Wording, row.Language, row.Scope, row.Data, row.Sum, row.At, row.Neighbours, row.Place];
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    protected override void Empty()
    {
        Execute("DELETE FROM staged");
        Execute("DELETE FROM touched");
    }

    /// <inheritdoc/>
    protected override DbTransaction Begin() => _connection.BeginTransaction(deferred: false);

    private void Prepare()
    {
        using (var transaction = _connection.BeginTransaction(deferred: false))
        {
            using var version = Command("PRAGMA user_version");
            var found = (long)version.ExecuteScalar()!;
            if (found is not (0 or Version)) throw new IndexDamagedException("The database is of another version of PressKit.");
            if (found == 0)
            {
                Execute(Schema);
                Execute(FormattableString.Invariant($"PRAGMA user_version = {Version}"));
            }

            transaction.Commit();
        }

        Execute("""
            CREATE TEMP TABLE staged (nr INTEGER, source_hash TEXT, own INTEGER, wording TEXT, language INTEGER, scope TEXT, data TEXT, sum TEXT,
              at INTEGER, neighbours TEXT, place TEXT);
            CREATE TEMP TABLE touched (source INTEGER);
            """);
    }
}
