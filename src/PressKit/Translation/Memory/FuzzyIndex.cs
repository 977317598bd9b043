using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Translation.Memory;

/// <summary>The fuzzy index of a store: segments in files, which never change, and in memory what changed since the last of
/// them. Their names say which changes they hold (<c>EPOCH-FROM-TO.idx</c>); those that follow each other from 0 on are used,
/// and everything else is made from the store.</summary>
internal sealed class FuzzyIndex : IDisposable
{
    /// <summary>So many changed sources are written to a file.</summary>
    public const int Delta = 4096;

    /// <summary>The most sources of a segment.</summary>
    public const int Largest = 1 << 20;

    private readonly ConcurrentBag<FuzzySearch> _searches = [];
    private readonly string _folder;
    private readonly MemoryStore _store;
    private readonly IProgress<MemoryProgress>? _progress;
    private readonly Lock _gate = new();
    private Parts _parts;
    private Task _merging = Task.CompletedTask;
    private readonly CancellationTokenSource _closing = new();

    private FuzzyIndex(string folder, MemoryStore store, IProgress<MemoryProgress>? progress)
    {
        (_folder, _store, _progress) = (folder, store, progress);
        Directory.CreateDirectory(folder);
        var chain = Chain();
        TidyUp(chain);
        _parts = Parts.Of(chain, null);
    }

    /// <summary>Up to which change it is current.</summary>
    public long Position => _parts.To;

    /// <summary>How many sources its segments hold.</summary>
    public int Count => _parts.All.Sum(p => p.Segment.Count);

    /// <summary>How many segments there are, with the one in memory.</summary>
    public int Segments => _parts.All.Length;

    /// <summary>Opens the index of a store in a folder, current as of now.</summary>
    public static FuzzyIndex Open(string folder, MemoryStore store, IProgress<MemoryProgress>? progress = null)
    {
        var index = new FuzzyIndex(folder, store, progress);
        index.Refresh(store.Change());
        return index;
    }

    /// <summary>Deletes all that a folder holds.</summary>
    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.idx*")) TryDelete(file);
    }

    /// <summary>The sources that are most like a text, the best first.</summary>
    public ImmutableArray<FuzzyHit> Find(ReadOnlySpan<int> text, byte own, ulong wanted, double threshold, int count)
    {
        var search = _searches.TryTake(out var used) ? used : new FuzzySearch();
        try
        {
            return search.Find(_parts.All, text, own, wanted, threshold, count);
        }
        finally
        {
            _searches.Add(search);
        }
    }

    /// <summary>Takes over what changed in the store up to a change. Little is held in memory; much is written to a file.</summary>
    public void Refresh(long change)
    {
        lock (_gate)
        {
            if (change == _parts.To) return;
            var parts = _parts;
            var files = parts.All.Select(p => p.Segment).Where(s => s.Path is not null).ToList();
            var from = files.Count == 0 ? 0 : files[^1].To;
            var writer = new IndexSegmentWriter();
            var (first, at) = (from, from);
            lock (_store.Gate)
            {
                foreach (var (number, entry) in _store.Changes(from, change))
                {
                    if (number != at) _progress?.Report(new MemoryProgress("changes indexed", number - first, change - first));
                    if (number != at && writer.Count >= Largest)
                    {
                        files.Add(Write(writer, from, at));
                        (writer, from) = (new IndexSegmentWriter(), at);
                    }

                    at = number;
                    writer.Add(entry);
                }
            }

            if (writer.Touched >= Delta)
            {
                files.Add(Write(writer, from, change));
                _parts = Parts.Of(files, null);
                MergeInBackground();
            }
            else
            {
                _parts = Parts.Of(files, writer.Touched == 0 && from == change ? null : writer.ToSegment(_store.Epoch, from, change));
            }
        }
    }

    /// <summary>Waits until nothing is being merged.</summary>
    public void Settle() => _merging.Wait();

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _merging.Wait();
        foreach (var part in _parts.All) part.Segment.Dispose();
        _closing.Dispose();
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it; whoever comes next deletes it.
        }
    }

    /// <summary>The segments in the folder that follow each other from 0 on, the longest first at each place.</summary>
    private List<IndexSegment> Chain()
    {
        var files = Directory.EnumerateFiles(_folder, FormattableString.Invariant($"{_store.Epoch:x16}-*.idx")).Select(Named).OfType<(long From, long To, string Path)>().ToList();
        var (chain, at, latest) = (new List<IndexSegment>(), 0L, _store.Change());
        while (files.Where(f => f.From == at && f.To > at && f.To <= latest).OrderByDescending(f => f.To).FirstOrDefault() is { Path: { } path } next)
        {
            files.Remove(next);
            try
            {
                chain.Add(IndexSegment.Open(path, _store.Epoch));
                at = next.To;
            }
            catch (IndexDamagedException)
            {
                TryDelete(path);
            }
        }

        return chain;
    }

    /// <summary>Deletes the files of other stores, those that a longer segment has taken the place of, and those that nobody is
    /// writing any more.</summary>
    private void TidyUp(List<IndexSegment> chain)
    {
        var own = FormattableString.Invariant($"{_store.Epoch:x16}-");
        foreach (var path in Directory.EnumerateFiles(_folder, "*.idx*"))
        {
            var name = Path.GetFileName(path);
            var isOther = !name.StartsWith(own, StringComparison.Ordinal);
            var isMerged = Named(path) is var (from, to, _) && chain.Exists(s => s.Path != path && s.From <= from && to <= s.To);
            var isLeft = int.TryParse(Path.GetExtension(path).AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsRunning(process);
            if (isOther || isMerged || isLeft) TryDelete(path);
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static (long From, long To, string Path)? Named(string path)
    {
        var parts = Path.GetFileNameWithoutExtension(path).Split('-');
        return parts.Length == 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? (from, to, path) : null;
    }

    private IndexSegment Write(IndexSegmentWriter writer, long from, long to)
    {
        var path = Path.Combine(_folder, FormattableString.Invariant($"{_store.Epoch:x16}-{from}-{to}.idx"));
        var temporary = FormattableString.Invariant($"{path}.{Path.GetRandomFileName()}.{Environment.ProcessId}");
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            writer.Write(stream, _store.Epoch, from, to, _closing.Token);
        File.Move(temporary, path, overwrite: true);
        return IndexSegment.Open(path, _store.Epoch);
    }

    private void MergeInBackground()
    {
        if (_merging.IsCompleted) _merging = Task.Run(TryMerge);
    }

    private void TryMerge()
    {
        try
        {
            Merge();
        }
        catch (Exception e) when (e is OperationCanceledException or IndexDamagedException or IOException or UnauthorizedAccessException)
        {
            // What was not merged serves as it is; damage is noticed by whoever searches in it.
        }
    }

    /// <summary>Makes one segment of neighbours of like size, until each is at least four times as large as the next.</summary>
    private void Merge()
    {
        while (!_closing.IsCancellationRequested)
        {
            var files = _parts.All.Select(p => p.Segment).Where(s => s.Path is not null).ToList();
            var at = files.Count - 2;
            while (at >= 0 && (files[at].Count >= 4 * files[at + 1].Count || files[at].Count + files[at + 1].Count > Largest)) at--;
            if (at < 0) return;
            var merged = Merged(files[at], files[at + 1]);
            lock (_gate)
            {
                var parts = _parts.All.Select(p => p.Segment).ToList();
                var place = parts.IndexOf(files[at]);
                if (place < 0) return;
                parts[place] = merged;
                parts.RemoveAt(place + 1);
                _parts = Parts.Of(parts.Where(s => s.Path is not null), parts.Find(s => s.Path is null));
            }

            TryDelete(files[at].Path!);
            TryDelete(files[at + 1].Path!);
        }
    }

    private IndexSegment Merged(IndexSegment first, IndexSegment second)
    {
        var writer = new IndexSegmentWriter();
        var again = second.Replaced.ToArray().ToHashSet();
        var buffer = new int[1024];
        for (var i = 0; i < first.Count; i++)
        {
            if (!again.Contains(first.Id(i))) writer.Add(first.Id(i), first.Languages(i), first.Text(i, ref buffer));
        }

        for (var i = 0; i < second.Count; i++) writer.Add(second.Id(i), second.Languages(i), second.Text(i, ref buffer));
        // Before the first segment there is nothing to replace.
        if (first.From > 0) again.UnionWith(first.Replaced.ToArray());
        else again.Clear();
        foreach (var id in again.Order()) writer.Replace(id);
        return Write(writer, first.From, second.To);
    }

    /// <summary>What a search looks through, all of it at once.</summary>
    private sealed record Parts((IndexSegment Segment, HashSet<long> Replaced)[] All)
    {
        public long To => All.Length == 0 ? 0 : All[^1].Segment.To;

        /// <summary>The segments, each with the sources in it that a later one says anew.</summary>
        public static Parts Of(IEnumerable<IndexSegment> files, IndexSegment? memory)
        {
            var segments = (memory is null ? files : files.Append(memory)).ToList();
            var all = new (IndexSegment, HashSet<long>)[segments.Count];
            var replaced = new HashSet<long>();
            for (var i = segments.Count - 1; i >= 0; i--)
            {
                all[i] = (segments[i], replaced);
                if (segments[i].Replaced.Length > 0) replaced = [.. replaced, .. segments[i].Replaced];
            }

            return new Parts(all);
        }
    }
}
