using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace PressKit.Translation.Memory;

/// <summary>The memory's database on a PostgreSQL server, which a team shares: what one newsroom's files say is offered to all.</summary>
internal sealed class PostgresStore : MemoryStore
{
    private const long Version = 1;

    // Two newsrooms that find no tables at the same time make them one after the other.
    private const long SchemaLock = 0x5072_6573_734b_6974;

    private const string Schema = """
        CREATE TABLE state (version bigint NOT NULL, epoch bigint NOT NULL, change bigint NOT NULL);
        CREATE TABLE language (tag text PRIMARY KEY, number integer NOT NULL, bit bigint NOT NULL);
        CREATE TABLE source (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, hash text COLLATE "C" NOT NULL UNIQUE, language integer NOT NULL,
          wording text NOT NULL, languages bigint NOT NULL, created bigint NOT NULL, changed bigint NOT NULL);
        CREATE INDEX source_changed ON source (changed);
        CREATE TABLE rendering (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, sum text COLLATE "C" NOT NULL UNIQUE, source bigint NOT NULL,
          language integer NOT NULL, scope text COLLATE "C" NOT NULL, data text NOT NULL);
        CREATE INDEX rendering_source ON rendering (source, language);
        CREATE INDEX rendering_scope ON rendering (scope, language) WHERE scope <> '';
        CREATE TABLE file (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, path text COLLATE "C" NOT NULL, hash text COLLATE "C" NOT NULL, UNIQUE (path, hash));
        CREATE TABLE occurrence (file bigint NOT NULL, rendering bigint NOT NULL, at bigint NOT NULL, neighbours text COLLATE "C", place text COLLATE "C");
        CREATE INDEX occurrence_file ON occurrence (file);
        CREATE INDEX occurrence_at ON occurrence (rendering, at);
        CREATE INDEX occurrence_neighbours ON occurrence (rendering, neighbours) WHERE neighbours IS NOT NULL;
        CREATE INDEX occurrence_place ON occurrence (rendering, place) WHERE place IS NOT NULL;
        CREATE TABLE holder (newsroom text COLLATE "C" NOT NULL, path text COLLATE "C" NOT NULL, file bigint NOT NULL, PRIMARY KEY (newsroom, path));
        CREATE INDEX holder_path ON holder (path, file);
        CREATE TABLE newsroom (name text COLLATE "C" PRIMARY KEY, listing text NOT NULL, seen bigint NOT NULL);
        INSERT INTO state (version, epoch, change) VALUES (1, ('x' || left(replace(gen_random_uuid()::text, '-', ''), 16))::bit(64)::bigint, 0);
        """;

    private readonly NpgsqlConnection _connection;

    /// <summary>Connects, and makes the tables where there are none, in the schema <c>presskit</c>.</summary>
    /// <exception cref="NpgsqlException">The server cannot be reached, or refuses.</exception>
    public PostgresStore(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = "presskit", ApplicationName = "presskit", Pooling = false };
        _connection = new NpgsqlConnection(settings.ToString());
        try
        {
            _connection.Open();
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

    /// <inheritdoc/>
    protected override void Stage(IEnumerable<StagedRow> rows)
    {
        using var import = _connection.BeginBinaryImport(
            "COPY staged (nr, source_hash, own, wording, language, scope, data, sum, at, neighbours, place) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            import.StartRow();
            import.Write(row.Nr, NpgsqlDbType.Bigint);
            import.Write(row.SourceHash, NpgsqlDbType.Text);
            import.Write(row.Own, NpgsqlDbType.Integer);
            import.Write(row.Wording, NpgsqlDbType.Text);
            import.Write(row.Language, NpgsqlDbType.Integer);
            import.Write(row.Scope, NpgsqlDbType.Text);
            import.Write(row.Data, NpgsqlDbType.Text);
            import.Write(row.Sum, NpgsqlDbType.Text);
            import.Write(row.At, NpgsqlDbType.Bigint);
            Write(import, row.Neighbours);
            Write(import, row.Place);
        }

        import.Complete();
    }

    /// <inheritdoc/>
    // What is deleted from a table of a session's own stays in it, and each file would cost more than the one before.
    protected override void Empty() => Execute("TRUNCATE staged, touched");

    /// <inheritdoc/>
    protected override DbTransaction Begin() => _connection.BeginTransaction();

    private static void Write(NpgsqlBinaryImporter import, string? text)
    {
        if (text is null) import.WriteNull();
        else import.Write(text, NpgsqlDbType.Text);
    }

    private void Prepare()
    {
        using (var transaction = _connection.BeginTransaction())
        {
            Execute("SELECT pg_advisory_xact_lock(@key)", ("key", SchemaLock));
            Execute("CREATE SCHEMA IF NOT EXISTS presskit");
            using var known = Command("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'presskit' AND table_name = 'state'");
            if ((long)known.ExecuteScalar()! == 0) Execute(Schema);
            using var version = Command("SELECT version FROM state");
            if ((long)version.ExecuteScalar()! != Version) throw new IndexDamagedException("The database is of another version of PressKit.");
            transaction.Commit();
        }

        Execute("""
            CREATE TEMP TABLE staged (nr bigint, source_hash text COLLATE "C", own integer, wording text, language integer, scope text COLLATE "C", data text,
              sum text COLLATE "C", at bigint, neighbours text COLLATE "C", place text COLLATE "C");
            CREATE TEMP TABLE touched (source bigint);
            """);
    }
}
