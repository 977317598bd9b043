using System.Runtime.ExceptionServices;

namespace PressKit.Output;

/// <summary>One run of the writer, in the only order that never leaves a reachable page leading nowhere: what no page leads
/// to yet, then what changed, then deletions. Before each phase touches a file, the manifest says which ones it may
/// touch.</summary>
internal sealed class Run
{
    // So many files are rendered at once and then moved into place in their order: enough to keep every core busy,
    // few enough to be cheap to do again.
    private const int Batch = 64;

    private readonly OutputFolder _folder;
    private readonly Manifest _before;
    private readonly string _tool;
    private readonly Plan _plan;
    private readonly ParallelOptions _parallel;
    private readonly OrderedDictionary<string, ManifestEntry> _entries = new(StringComparer.Ordinal);
    private int _written;
    private int _unchanged;
    private int _deleted;
    private long _bytes;

    public Run(OutputFolder folder, Manifest before, string tool, Plan plan, CancellationToken cancellation)
    {
        (_folder, _before, _tool, _plan) = (folder, before, tool, plan);
        _parallel = new ParallelOptions { CancellationToken = cancellation };
        foreach (var file in plan.Files) _entries[file.Path] = before.Entries.GetValueOrDefault(file.Path);
        foreach (var file in plan.Fresh) _entries[file.Path] = new ManifestEntry(FileState.Arriving, file.Key);
        foreach (var file in plan.Changed) _entries[file.Path] = new ManifestEntry(FileState.Changing);
        foreach (var path in plan.Displaced.AsEnumerable().Reverse()) _entries[path] = new ManifestEntry(FileState.Leaving);
        foreach (var path in plan.Orphans.AsEnumerable().Reverse()) _entries[path] = before.Entries[path];
    }

    /// <summary>Does what the plan says.</summary>
    public WriteSummary Finish()
    {
        foreach (var path in _plan.Rewound) _folder.Delete(path);
        Delete(_plan.Displaced);
        Publish(_plan.Fresh);
        Publish(_plan.Changed);
        Delete(_plan.Orphans);
        Save(_entries.Take(_plan.Files.Count));
        _folder.DeleteTemporaries();
        return new WriteSummary(_written, _plan.Kept + _unchanged, _deleted, _bytes);
    }

    private void Publish(List<OutputFile> files)
    {
        var done = new List<(string Path, ManifestEntry Entry)>(files.Count);
        var isSaved = false;
        foreach (var batch in files.Chunk(Batch))
        {
            var rendered = new Rendered[batch.Length];
            Parallel.For(0, batch.Length, _parallel, i => rendered[i] = Render(batch[i], Name(i)));
            for (var i = 0; i < batch.Length; i++)
            {
                rendered[i].Failure?.Throw();
                if (rendered[i].Differs)
                {
                    if (!isSaved) Save(_entries);
                    isSaved = true;
                    _folder.Publish(Name(i), batch[i].Path);
                    _written++;
                    _bytes += rendered[i].Entry.Length;
                }
                else
                {
                    _unchanged++;
                }

                done.Add((batch[i].Path, rendered[i].Entry));
            }
        }

        foreach (var (path, entry) in done) _entries[path] = entry;
    }

    /// <summary>Renders a file; a temporary one is left only where its bytes differ from those in place.</summary>
    private Rendered Render(OutputFile file, string name)
    {
        var rendering = new Rendering(() => _folder.CreateTemporary(name));
        var differs = false;
        try
        {
            file.Write(rendering);
            var entry = new ManifestEntry(FileState.Published, file.Key, rendering.Hash(), rendering.Length);
            differs = !IsInPlace(file.Path, entry);
            if (differs) rendering.Save();
            return new Rendered(entry, differs, null);
        }
        catch (Exception e)
        {
            return new Rendered(default, false, ExceptionDispatchInfo.Capture(e));
        }
        finally
        {
            if (rendering.Release() && !differs) _folder.DeleteTemporary(name);
        }
    }

    private bool IsInPlace(string path, ManifestEntry entry)
    {
        if (_folder.Length(path) != entry.Length) return false;
        var isTrusted = _before.IsSound && _before.Entries.TryGetValue(path, out var known)
            && known.State == FileState.Published && known.Length == entry.Length;
        return (isTrusted ? _before.Entries[path].Hash : _folder.HashOf(path)) == entry.Hash;
    }

    private void Delete(List<string> paths)
    {
        if (paths.Count == 0) return;
        foreach (var path in paths) _entries[path] = new ManifestEntry(FileState.Leaving);
        Save(_entries);
        foreach (var path in paths)
        {
            _parallel.CancellationToken.ThrowIfCancellationRequested();
            if (_folder.Delete(path)) _deleted++;
        }

        var folders = paths.SelectMany(SitePaths.Folders).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in folders.OrderByDescending(folder => folder.Length)) _folder.DeleteIfEmpty(folder);
    }

    private void Save(IEnumerable<KeyValuePair<string, ManifestEntry>> entries) =>
        _folder.SaveManifest(stream => Manifest.Write(stream, _tool, entries));

    private static string Name(int i) => FormattableString.Invariant($"{i}");

    /// <summary>A rendered file: its entry once it is published, and whether its bytes are other than those in place.</summary>
    private readonly record struct Rendered(ManifestEntry Entry, bool Differs, ExceptionDispatchInfo? Failure);
}
