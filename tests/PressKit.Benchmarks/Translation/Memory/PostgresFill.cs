using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using PressKit.Segmentation;
using PressKit.Translation.Memory;

namespace PressKit.Benchmarks.Translation.Memory;

/// <summary>Fills an empty store on a PostgreSQL server by COPY, with the rows that <see cref="MemoryStore.Put"/> would make, and
/// makes the indexes afterwards: ten million sentences would take hours one file at a time.</summary>
internal sealed class PostgresFill : IDisposable
{
    private const string Tables = "source, rendering, occurrence, file, holder";

    private static readonly string[] Copies =
    [
        "COPY source (id, hash, language, wording, languages, created, changed) FROM STDIN (FORMAT BINARY)",
        "COPY rendering (id, sum, source, language, scope, data) FROM STDIN (FORMAT BINARY)",
        "COPY occurrence (file, rendering, at, neighbours, place) FROM STDIN (FORMAT BINARY)",
        "COPY file (id, path, hash) FROM STDIN (FORMAT BINARY)",
        "COPY holder (newsroom, path, file) FROM STDIN (FORMAT BINARY)",
    ];

    private readonly string _connection;
    private readonly List<string> _indexes = [];
    private readonly List<NpgsqlConnection> _open = [];
    private readonly NpgsqlBinaryImporter[] _copies;
    private readonly Dictionary<string, (int Number, long Bit)> _languages = new(StringComparer.Ordinal);
    private long _file;
    private long _row;

    /// <summary>Takes an empty store's indexes away.</summary>
    /// <param name="connection">Where it is.</param>
    /// <param name="languages">The languages of what is to come.</param>
    public PostgresFill(string connection, IEnumerable<string> languages)
    {
        _connection = new NpgsqlConnectionStringBuilder(connection) { SearchPath = "presskit", Pooling = false, CommandTimeout = 0 }.ToString();
        // Nothing of this server outlives the measurement.
        Execute("ALTER SYSTEM SET max_wal_size = '16GB'");
        Execute("ALTER SYSTEM SET full_page_writes = off");
        Execute("ALTER SYSTEM SET autovacuum = off");
        Execute("SELECT pg_reload_conf()");
        foreach (var (i, tag) in languages.Index())
        {
            _languages[tag] = (i + 1, 1L << (8 + i));
            Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO language VALUES ('{tag}', {i + 1}, {1L << (8 + i)})"));
        }

        using (var open = Open())
        using (var command = new NpgsqlCommand("""
            SELECT CASE WHEN c.conname IS NULL THEN format('DROP INDEX presskit.%I', i.indexname) ELSE format('ALTER TABLE presskit.%I DROP CONSTRAINT %I', i.tablename, c.conname) END,
              CASE WHEN c.conname IS NULL THEN i.indexdef ELSE format('ALTER TABLE presskit.%I ADD CONSTRAINT %I %s', i.tablename, c.conname, pg_get_constraintdef(c.oid)) END
            FROM pg_indexes i LEFT JOIN pg_constraint c ON c.conname = i.indexname AND c.connamespace = 'presskit'::regnamespace
            WHERE i.schemaname = 'presskit' AND i.tablename IN ('source', 'rendering', 'occurrence')
            """, open))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read()) _indexes.AddRange([reader.GetString(0), reader.GetString(1)]);
        }

        foreach (var drop in _indexes.Where((_, i) => i % 2 == 0)) Execute(drop);
        _copies = [.. Copies.Select(c => Kept(Open()).BeginBinaryImport(c))];
    }

    /// <summary>Adds a file.</summary>
    public void Add(string path, IEnumerable<MemoryEntry> entries)
    {
        _file++;
        Write(3, _file, path, "1");
        Write(4, "benchmark", path, _file);
        foreach (var entry in entries)
        {
            _row++;
            var (from, to, wording, data) = (_languages[entry.From.Tag], _languages[entry.To.Tag], Wording.Of(entry.Source), StoredRendering.Write(entry));
            Write(0, _row, Hash.Of(entry.From.Tag, wording), from.Number, wording, to.Bit + from.Number, _file, _file);
            Write(1, _row, StoredRendering.SumOf(entry.From.Tag, entry.To.Tag, "", data), _row, to.Number, "", data);
            Write(2, _file, _row, 0L, Context.Neighbours(entry.Previous, entry.Next)!, Context.Place(entry.Document, entry.Unit)!);
        }
    }

    /// <summary>Makes the indexes again.</summary>
    public void Finish()
    {
        foreach (var copy in _copies) copy.Complete();
        Execute(string.Create(CultureInfo.InvariantCulture, $"UPDATE state SET change = {_file}"));
        foreach (var make in _indexes.Where((_, i) => i % 2 != 0)) Execute("SET maintenance_work_mem = '1GB'; " + make);
        foreach (var table in (string[])["source", "rendering", "file"]) Execute($"SELECT setval(pg_get_serial_sequence('presskit.{table}', 'id'), (SELECT max(id) FROM {table}))");
        Execute($"VACUUM ANALYZE {Tables}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var copy in _copies) copy.Dispose();
        foreach (var open in _open) open.Dispose();
    }

    private void Write(int table, params ReadOnlySpan<object> values)
    {
        _copies[table].StartRow();
        foreach (var value in values)
        {
            if (value is long number) _copies[table].Write(number, NpgsqlDbType.Bigint);
            else if (value is int small) _copies[table].Write(small, NpgsqlDbType.Integer);
            else _copies[table].Write((string)value, NpgsqlDbType.Text);
        }
    }

    private NpgsqlConnection Kept(NpgsqlConnection connection)
    {
        _open.Add(connection);
        return connection;
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(_connection);
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
