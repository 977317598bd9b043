using System.Collections.Immutable;
using System.Data.Common;
using PressKit.Segmentation;

namespace PressKit.Translation.Memory;

/// <summary>A newsroom's memory: a store, the fuzzy index of it, and the files that both are made from. Whatever of it is lost or
/// damaged is made again while it works.</summary>
public sealed class TranslationMemory : ITranslationMemory
{
    // What one person approves is offered to another within two seconds: a shared store is asked for news at least as often.
    private static readonly TimeSpan News = TimeSpan.FromSeconds(0.5);

    // Caps and penalties may turn the order of the best, so a few more are looked at.
    private const int Spare = 5;

    private readonly MemoryPlace _place;
    private readonly NewsroomFiles _files;
    private readonly Ranking _ranking;
    private readonly TimeProvider _time;
    private readonly IProgress<MemoryProgress>? _progress;
    private readonly Dictionary<(Language, Language, string), (long Change, List<(long Id, int[] Text)> Sources)> _scoped = [];
    private MemoryStore _store;
    private FuzzyIndex? _index;
    private long _asked;

    private TranslationMemory(MemoryPlace place, Ranking ranking, TimeProvider time, IProgress<MemoryProgress>? progress)
    {
        (_place, _ranking, _time, _progress) = (place, ranking, time, progress);
        _files = new NewsroomFiles(place.Folder, Path.Combine(place.Cache, "files"), place.Languages);
        _store = OpenStore();
    }

    /// <summary>Opens a newsroom's memory, up to date with its files.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="ranking">How matches are scored.</param>
    /// <param name="time">Says when a shared store is asked for news.</param>
    /// <param name="progress">Is told how far long work is, now and later.</param>
    /// <exception cref="DbException">A shared store cannot be reached.</exception>
    public static TranslationMemory Open(MemoryPlace place, Ranking ranking, TimeProvider time, IProgress<MemoryProgress>? progress = null)
    {
        var memory = new TranslationMemory(place, ranking, time, progress);
        try
        {
            memory.Mended(memory.TakeOver);
            return memory;
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <summary>Makes a newsroom's memory again from its files, and from nothing else.</summary>
    public static TranslationMemory Rebuild(MemoryPlace place, Ranking ranking, TimeProvider time, IProgress<MemoryProgress>? progress = null)
    {
        Directory.CreateDirectory(place.Cache);
        FuzzyIndex.Delete(place.Index);
        File.Delete(Path.Combine(place.Cache, "files"));
        if (place.Connection is null) SqliteStore.Delete(place.Database);
        var memory = new TranslationMemory(place, ranking, time, progress);
        try
        {
            if (place.Connection is not null) memory.StartAnew();
            memory.TakeOver();
            return memory;
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <summary>How many segments there are, and how many translations of them.</summary>
    public (long Segments, long Translations) Counts()
    {
        lock (_store.Gate) return _store.Counts();
    }

    /// <inheritdoc/>
    public ImmutableArray<Match> LookUp(MemoryQuery query) => Mended(() => LookUpNow(query));

    /// <inheritdoc/>
    public void Learn(MemoryDocument document) => Mended(() =>
    {
        lock (_store.Gate) _store.Put(_place.Newsroom, document);
        _asked = 0;
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _index?.Dispose();
        _store.Dispose();
    }

    private MemoryStore OpenStore()
    {
        if (_place.Connection is { } connection) return new PostgresStore(connection);
        try
        {
            return new SqliteStore(_place.Database);
        }
        catch (Exception e) when (SqliteDamage.Is(e))
        {
            SqliteStore.Delete(_place.Database);
            return new SqliteStore(_place.Database);
        }
    }

    /// <summary>Does something; where the store or the index turns out to be damaged, makes it again and does it once more.</summary>
    private T Mended<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (IndexDamagedException)
        {
            DropIndex();
            try
            {
                return action();
            }
            catch (IndexDamagedException)
            {
                // Not the index, then: the store.
                Restore();
                return action();
            }
        }
        catch (Exception e) when (_place.Connection is null && SqliteDamage.Is(e))
        {
            Restore();
            return action();
        }
    }

    private bool TakeOver()
    {
        var files = _files.List(_time.GetUtcNow());
        var listing = Hash.Of([.. files.SelectMany(f => new[] { f.Key, f.Value })]);
        lock (_store.Gate)
        {
            if (_store.Listing(_place.Newsroom) == listing) return true;
            var held = _store.Held(_place.Newsroom);
            foreach (var path in held.Keys.Where(p => !files.ContainsKey(p))) _store.Remove(_place.Newsroom, path);
            foreach (var (done, (path, hash)) in files.Index())
            {
                _progress?.Report(new MemoryProgress("files", done, files.Count));
                if (held.GetValueOrDefault(path) != hash && _files.Read(path) is { } document) _store.Put(_place.Newsroom, document);
            }

            _store.SetListing(_place.Newsroom, listing, _time.GetUtcNow());
        }

        return true;
    }

    private void StartAnew()
    {
        lock (_store.Gate)
        {
            _store.Forget(_place.Newsroom);
            foreach (var gone in _store.NotSeenSince(_time.GetUtcNow() - MemoryPlace.Forgotten)) _store.Forget(gone);
        }
    }

    private void DropIndex()
    {
        _index?.Dispose();
        _index = null;
        _asked = 0;
        FuzzyIndex.Delete(_place.Index);
    }

    private void Restore()
    {
        DropIndex();
        _scoped.Clear();
        _store.Dispose();
        if (_place.Connection is null) SqliteStore.Delete(_place.Database);
        _store = OpenStore();
        if (_place.Connection is not null) StartAnew();
        TakeOver();
    }

    private ImmutableArray<Match> LookUpNow(MemoryQuery query)
    {
        var index = Current();
        var text = Graphemes.Of(Wording.Of(query.Source));
        (int Number, long Bit) from, to;
        lock (_store.Gate) (from, to) = (_store.Of(query.From), _store.Of(query.To));
        if (from.Number == 0 || to.Number == 0 || text.Length == 0) return [];
        var hits = index.Find(text, (byte)from.Number, (ulong)to.Bit, query.Threshold / 100.0, query.Count + Spare);
        var sources = hits.Select(h => h.Id).Concat(Scoped(query, text)).Distinct().ToArray();
        var found = new List<StoredRendering>();
        lock (_store.Gate)
        {
            foreach (var part in sources.Chunk(MemoryStore.Asked)) found.AddRange(_store.Renderings(part, query));
            if (!query.Withheld.IsEmpty) found.RemoveAll(r => _store.Paths(r.Id).TrueForAll(p => query.Withheld.Contains(MemoryDocuments.Folder(p))));
        }

        return _ranking.Rank(query, text, found);
    }

    /// <summary>The index, with the news that are due.</summary>
    private FuzzyIndex Current()
    {
        if (_index is { } index)
        {
            var isDue = _asked == 0 || _place.Connection is null || _time.GetElapsedTime(_asked) >= News;
            if (!isDue) return index;
            long change;
            lock (_store.Gate) change = _store.Change();
            index.Refresh(change);
        }
        else _index = index = FuzzyIndex.Open(_place.Index, _store, _progress);

        _asked = _time.GetTimestamp();
        return index;
    }

    /// <summary>The drafts of the same release that are like a text. They are few, and compared one by one.</summary>
    private IEnumerable<long> Scoped(MemoryQuery query, int[] text)
    {
        if (query.Document.Length == 0) return [];
        var key = (query.From, query.To, query.Document);
        lock (_store.Gate)
        {
            if (!_scoped.TryGetValue(key, out var scoped) || scoped.Change != _index!.Position)
            {
                if (_scoped.Count > 16) _scoped.Clear();
                scoped = (_index!.Position, [.. _store.Scoped(query.From, query.To, query.Document).Select(s => (s.Id, Graphemes.Of(s.Wording)))]);
                _scoped[key] = scoped;
            }

            if (scoped.Sources.Count == 0) return [];
            var (best, distance) = (new BestHits(query.Count, query.Threshold / 100.0), new Distance(text));
            foreach (var (id, other) in scoped.Sources) best.Offer(id, text, other, distance);
            return best.ToImmutable().Select(h => h.Id);
        }
    }
}
