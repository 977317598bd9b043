// The tables, the same in SQLite and PostgreSQL:
//
//   state       one row: the store's own number, and the number of the latest change
//   language    a number for each language, and the bit that stands for it as a target
//   source      what was translated, each wording of a language once; 'languages' as in IndexEntry; when it was first and last changed
//   rendering   how a source was translated: each way, state, maker, kind of text and scope once
//   file        the files that say so, each version once
//   occurrence  where in a file a rendering stands, with its neighbours and its place
//   holder      which newsroom has which version of a file: several may share a store
//   newsroom    what a newsroom's files were when they were last compared
//
// A change has the next number; whoever makes one holds the row of 'state' until it is done, so numbers become visible in order.

using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using PressKit.Segmentation;

namespace PressKit.Translation.Memory;

/// <summary>A database of the memory. It is made from the newsroom's files, and each row that is read is compared with its
/// hash.</summary>
internal abstract class MemoryStore : IDisposable
{
    /// <summary>How many sources are asked for at once.</summary>
    public const int Asked = 16;

    // A source has few renderings; one that has more is disputed enough with these.
    private const int MostRenderings = 200;
    private const int Languages = 54;

    private readonly Dictionary<string, (int Number, long Bit)> _languages = new(StringComparer.Ordinal);
    private DbCommand? _renderings;

    /// <summary>The open connection.</summary>
    protected abstract DbConnection Connection { get; }

    /// <summary>The store's own number: another one is another store.</summary>
    public long Epoch { get; private set; }

    /// <summary>Guards the connection: one question at a time.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The number of the latest change.</summary>
    public long Change() => Scalar("SELECT change FROM state");

    /// <summary>The sources that changed after a change, in the order of their changes.</summary>
    public IEnumerable<(long Change, IndexEntry Entry)> Changes(long after, long upTo)
    {
        using var command = Command("SELECT id, languages, wording, created, changed FROM source WHERE changed > @after AND changed <= @upto ORDER BY changed, id",
            ("after", after), ("upto", upTo));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetInt64(4), new IndexEntry(reader.GetInt64(0), (ulong)reader.GetInt64(1), reader.GetString(2), reader.GetInt64(3) > after));
    }

    /// <summary>A language's number and bit; zeros for one that the store does not have.</summary>
    public (int Number, long Bit) Of(Language language)
    {
        if (_languages.TryGetValue(language.Tag, out var known)) return known;
        using var command = Command("SELECT number, bit FROM language WHERE tag = @tag", ("tag", language.Tag));
        using var reader = command.ExecuteReader();
        return reader.Read() ? _languages[language.Tag] = (reader.GetInt32(0), reader.GetInt64(1)) : default;
    }

    /// <summary>The sources that are translated in a scope.</summary>
    public List<(long Id, string Wording)> Scoped(Language from, Language to, string scope)
    {
        using var command = Command("SELECT DISTINCT s.id, s.wording FROM rendering r JOIN source s ON s.id = r.source WHERE r.scope = @scope AND r.language = @to AND s.language = @from ORDER BY s.id",
            ("scope", scope), ("to", Of(to).Number), ("from", Of(from).Number));
        using var reader = command.ExecuteReader();
        var sources = new List<(long, string)>();
        while (reader.Read()) sources.Add((reader.GetInt64(0), reader.GetString(1)));
        return sources;
    }

    /// <summary>How sources are translated into a language.</summary>
    /// <param name="sources">At most <see cref="Asked"/> of them.</param>
    /// <param name="query">Which scope may be seen, and what stands around it.</param>
    public List<StoredRendering> Renderings(ReadOnlySpan<long> sources, MemoryQuery query)
    {
        _renderings ??= RenderingsCommand();
        for (var i = 0; i < Asked; i++) _renderings.Parameters[i].Value = i < sources.Length ? sources[i] : -1L;
        _renderings.Parameters["to"].Value = Of(query.To).Number;
        _renderings.Parameters["scope"].Value = query.Document;
        _renderings.Parameters["neighbours"].Value = Context.Neighbours(query.Previous, query.Next) ?? "-";
        _renderings.Parameters["place"].Value = Context.Place(query.Document, query.Unit) ?? "-";
        var found = new List<StoredRendering>();
        using var reader = _renderings.ExecuteReader();
        while (reader.Read())
        {
            found.Add(StoredRendering.Read(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), query) with
            {
                At = reader.IsDBNull(4) ? 0 : reader.GetInt64(4), HasNeighbours = reader.GetInt32(5) > 0, IsInPlace = reader.GetInt32(6) > 0,
            });
        }

        return found;
    }

    /// <summary>The files in which a rendering stands.</summary>
    public List<string> Paths(long rendering) =>
        Strings("SELECT DISTINCT f.path FROM occurrence o JOIN file f ON f.id = o.file WHERE o.rendering = @id", ("id", rendering));

    /// <summary>The files that a newsroom has, with the hashes of what the store knows of them.</summary>
    public Dictionary<string, string> Held(string newsroom)
    {
        using var command = Command("SELECT f.path, f.hash FROM holder h JOIN file f ON f.id = h.file WHERE h.newsroom = @newsroom", ("newsroom", newsroom));
        using var reader = command.ExecuteReader();
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read()) held[reader.GetString(0)] = reader.GetString(1);
        return held;
    }

    /// <summary>What a newsroom's files were when they were last compared; null where they never were.</summary>
    public string? Listing(string newsroom) =>
        Strings("SELECT listing FROM newsroom WHERE name = @name", ("name", newsroom)).FirstOrDefault();

    /// <summary>Records what a newsroom's files are.</summary>
    public void SetListing(string newsroom, string listing, DateTimeOffset now) => Execute(
        "INSERT INTO newsroom (name, listing, seen) VALUES (@name, @listing, @seen) ON CONFLICT (name) DO UPDATE SET listing = @listing, seen = @seen",
        ("name", newsroom), ("listing", listing), ("seen", now.ToUnixTimeSeconds()));

    /// <summary>Takes a file's entries over, in place of the version that the newsroom had.</summary>
    public void Put(string newsroom, MemoryDocument document)
    {
        Of(document.Entries);
        using var transaction = Begin();
        var change = NextChange();
        Release(newsroom, document.Path);
        if (FileOf(document) is { } known)
        {
            Execute("INSERT INTO holder (newsroom, path, file) VALUES (@newsroom, @path, @file)", ("newsroom", newsroom), ("path", document.Path), ("file", known));
        }
        else
        {
            Stage(document.Entries.Select(Row).DistinctBy(r => (r.Sum, r.Neighbours, r.Place)));
            Execute("INSERT INTO file (path, hash) VALUES (@path, @hash)", ("path", document.Path), ("hash", document.Hash));
            var file = FileOf(document)!.Value;
            Execute("INSERT INTO holder (newsroom, path, file) VALUES (@newsroom, @path, @file)", ("newsroom", newsroom), ("path", document.Path), ("file", file));
            Execute("INSERT INTO source (hash, language, wording, languages, created, changed) SELECT source_hash, min(own), min(wording), 0, @change, @change FROM staged GROUP BY source_hash ORDER BY min(nr) ON CONFLICT (hash) DO NOTHING", ("change", change));
            Execute("INSERT INTO rendering (sum, source, language, scope, data) SELECT t.sum, min(s.id), min(t.language), min(t.scope), min(t.data) FROM staged t JOIN source s ON s.hash = t.source_hash GROUP BY t.sum ORDER BY min(t.nr) ON CONFLICT (sum) DO NOTHING");
            Execute("INSERT INTO occurrence (file, rendering, at, neighbours, place) SELECT @file, r.id, t.at, t.neighbours, t.place FROM staged t JOIN rendering r ON r.sum = t.sum ORDER BY t.nr", ("file", file));
            Execute("INSERT INTO touched (source) SELECT DISTINCT s.id FROM staged t JOIN source s ON s.hash = t.source_hash");
        }

        Settle(change);
        transaction.Commit();
        Announce();
    }

    /// <summary>Forgets a newsroom's file; nothing is left of it where no other newsroom has it.</summary>
    public void Remove(string newsroom, string path)
    {
        using var transaction = Begin();
        var change = NextChange();
        Release(newsroom, path);
        Settle(change);
        transaction.Commit();
        Announce();
    }

    /// <summary>The newsrooms that share the store and have not looked in since an instant.</summary>
    public List<string> NotSeenSince(DateTimeOffset instant) =>
        Strings("SELECT name FROM newsroom WHERE seen < @seen", ("seen", instant.ToUnixTimeSeconds()));

    /// <summary>Forgets a newsroom with all that only it has.</summary>
    public void Forget(string newsroom)
    {
        foreach (var path in Held(newsroom).Keys) Remove(newsroom, path);
        Execute("DELETE FROM newsroom WHERE name = @name", ("name", newsroom));
    }

    /// <summary>How many sources and renderings there are.</summary>
    public (long Sources, long Renderings) Counts() =>
        (Scalar("SELECT count(*) FROM source WHERE id IN (SELECT source FROM rendering)"), Scalar("SELECT count(*) FROM rendering"));

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _renderings?.Dispose();
        Connection.Dispose();
    }

    /// <summary>Puts rows into the empty table 'staged'.</summary>
    protected abstract void Stage(IEnumerable<StagedRow> rows);

    /// <summary>Empties the tables 'staged' and 'touched'.</summary>
    protected abstract void Empty();

    /// <summary>Begins to write.</summary>
    protected abstract DbTransaction Begin();

    /// <summary>Tells others that something changed, where they listen.</summary>
    protected virtual void Announce()
    {
    }

    /// <summary>Reads what never changes, once the tables are there.</summary>
    protected void ReadState() => Epoch = Scalar("SELECT epoch FROM state");

    /// <summary>Runs a statement.</summary>
    protected int Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>A statement with its parameters.</summary>
    protected DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = Connection.CreateCommand();
        // Every text is one of this assembly's own; what varies is a parameter.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.Add(Parameter(command, name, value));
        return command;
    }

    /// <summary>The hash of a wording in a language: a source's own.</summary>
    protected static string SourceHash(Language language, string wording) => Hash.Of(language.Tag, wording);

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }

    private DbCommand RenderingsCommand()
    {
        var list = string.Join(", ", Enumerable.Range(0, Asked).Select(i => string.Create(CultureInfo.InvariantCulture, $"@s{i}")));
        var command = Command($"""
            SELECT r.id, r.source, r.data, r.sum, (SELECT max(o.at) FROM occurrence o WHERE o.rendering = r.id),
              CASE WHEN EXISTS (SELECT 1 FROM occurrence o WHERE o.rendering = r.id AND o.neighbours = @neighbours) THEN 1 ELSE 0 END,
              CASE WHEN EXISTS (SELECT 1 FROM occurrence o WHERE o.rendering = r.id AND o.place = @place) THEN 1 ELSE 0 END
            FROM rendering r WHERE r.source IN ({list}) AND r.language = @to AND (r.scope = '' OR r.scope = @scope)
            ORDER BY r.sum LIMIT {MostRenderings}
            """);
        for (var i = 0; i < Asked; i++) command.Parameters.Add(Parameter(command, string.Create(CultureInfo.InvariantCulture, $"s{i}"), 0L));
        foreach (var (name, value) in ((string, object)[])[("to", 0), ("scope", ""), ("neighbours", ""), ("place", "")])
            command.Parameters.Add(Parameter(command, name, value));
        command.Prepare();
        return command;
    }

    private long NextChange()
    {
        Execute("UPDATE state SET change = change + 1");
        Empty();
        return Change();
    }

    /// <summary>Lets go of the version of a file that a newsroom has.</summary>
    private void Release(string newsroom, string path)
    {
        Execute("DELETE FROM holder WHERE newsroom = @newsroom AND path = @path", ("newsroom", newsroom), ("path", path));
        const string orphans = "(SELECT id FROM file WHERE path = @path AND id NOT IN (SELECT file FROM holder WHERE path = @path))";
        Execute($"INSERT INTO touched (source) SELECT DISTINCT r.source FROM occurrence o JOIN rendering r ON r.id = o.rendering WHERE o.file IN {orphans}", ("path", path));
        Execute($"DELETE FROM occurrence WHERE file IN {orphans}", ("path", path));
        Execute($"DELETE FROM file WHERE id IN {orphans}", ("path", path));
    }

    /// <summary>Takes away renderings that stand nowhere any more, and says into which languages the sources are translated.</summary>
    private void Settle(long change)
    {
        Execute("DELETE FROM rendering WHERE source IN (SELECT source FROM touched) AND NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.rendering = rendering.id)");
        Execute("""
            UPDATE source SET languages = m.languages, changed = @change FROM (
              SELECT n.id, CASE WHEN n.mask = 0 THEN 0 ELSE n.mask + n.language END AS languages FROM (
                SELECT s.id, s.language, coalesce((SELECT bit_or(l.bit) FROM rendering r JOIN language l ON l.number = r.language
                  WHERE r.source = s.id AND r.scope = ''), 0) AS mask
                FROM source s WHERE s.id IN (SELECT source FROM touched)) n) m
            WHERE source.id = m.id AND source.languages <> m.languages
            """, ("change", change));
    }

    private long? FileOf(MemoryDocument document)
    {
        using var command = Command("SELECT id FROM file WHERE path = @path AND hash = @hash", ("path", document.Path), ("hash", document.Hash));
        return command.ExecuteScalar() is { } id and not DBNull ? Convert.ToInt64(id, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Gives every language of the entries a number.</summary>
    private void Of(IEnumerable<MemoryEntry> entries)
    {
        foreach (var language in entries.SelectMany(e => new[] { e.From, e.To }).Distinct())
        {
            if (Of(language).Number != 0) continue;
            using var transaction = Begin();
            Execute("UPDATE state SET change = change");
            var number = Scalar("SELECT coalesce(max(number), 0) + 1 FROM language");
            Execute("INSERT INTO language (tag, number, bit) VALUES (@tag, @number, @bit) ON CONFLICT (tag) DO NOTHING",
                ("tag", language.Tag), ("number", number), ("bit", 1L << (7 + (int)Math.Min(number, Languages))));
            transaction.Commit();
            // Known before the rows are sent: the connection has no time for questions then.
            Of(language);
        }
    }

    private StagedRow Row(MemoryEntry entry, int nr)
    {
        var wording = Storable(Wording.Of(entry.Source));
        var data = StoredRendering.Write(entry);
        var scope = entry.Scope ?? "";
        return new StagedRow(nr, SourceHash(entry.From, wording), Of(entry.From).Number, wording, Of(entry.To).Number, scope, data,
            StoredRendering.SumOf(entry.From.Tag, entry.To.Tag, scope, data), entry.Provenance?.At.ToUnixTimeSeconds() ?? 0,
            Context.Neighbours(entry.Previous, entry.Next), entry.IsImported ? null : Context.Place(entry.Document, entry.Unit));
    }

    // PostgreSQL holds neither U+0000 nor halves of surrogate pairs.
    private static string Storable(string text) => !text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? text
        : string.Concat(text.EnumerateRunes().Select(r => r.Value == 0 ? "\ufffd" : r.ToString()));

    private long Scalar(string sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private List<string> Strings(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var strings = new List<string>();
        while (reader.Read()) strings.Add(reader.GetString(0));
        return strings;
    }
}

/// <summary>A row of the table 'staged': an entry on its way into the others.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StagedRow(long Nr, string SourceHash, int Own, string Wording, int Language, string Scope, string Data, string Sum,
    long At, string? Neighbours, string? Place);
