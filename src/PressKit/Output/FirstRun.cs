using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace PressKit.Output;

/// <summary>The first publication into an empty folder. The whole site is made aside, where nobody comes across half of it, every file
/// written once under its own name; then it is moved in by its topmost names, the ways in behind what they lead to.</summary>
internal sealed class FirstRun(OutputFolder folder, string tool, IReadOnlyList<OutputFile> files, CancellationToken cancellation)
{
    private readonly ManifestEntry[] _entries = new ManifestEntry[files.Count];
    private ExceptionDispatchInfo? _failure;

    /// <summary>Makes the site.</summary>
    public WriteSummary Finish()
    {
        CreateFolders();
        var parallel = new ParallelOptions { CancellationToken = cancellation };
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, files.Count)), parallel, Make);
        _failure?.Throw();
        Save(file => new ManifestEntry(FileState.Arriving, files[file].Key));
        foreach (var name in TopmostNames()) folder.MoveIn(name);
        Save(file => _entries[file]);
        folder.DeleteTemporaries();
        return new WriteSummary(files.Count, 0, 0, _entries.Sum(e => e.Length));
    }

    private void CreateFolders()
    {
        var folders = files.SelectMany(f => SitePaths.Folders(f.Path)).ToHashSet(StringComparer.Ordinal);
        folder.CreateAside("");
        foreach (var level in folders.GroupBy(f => f.AsSpan().Count('/')).OrderBy(g => g.Key))
        {
            // Whoever makes a folder in another waits, spinning, for whoever makes one beside it.
            Parallel.ForEach(level.GroupBy(Around, StringComparer.Ordinal), beside =>
            {
                foreach (var path in beside) folder.CreateAside(path);
            });
        }
    }

    /// <summary>The folder that a folder lies in.</summary>
    private static string Around(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private void Make(int number, ParallelLoopState loop)
    {
        var file = files[number];
        var rendering = new Rendering(() => folder.WriteAside(file.Path));
        try
        {
            file.Write(rendering);
            _entries[number] = new ManifestEntry(FileState.Published, file.Key, rendering.Hash(), rendering.Length);
            rendering.Save();
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            loop.Stop();
        }
        finally
        {
            rendering.Release();
        }
    }

    /// <summary>Folders first: readers come in by files at the root, which publishing order puts last.</summary>
    private IEnumerable<string> TopmostNames() => files.Select(f => (Name: SitePaths.Topmost(f.Path), f.Path)).DistinctBy(f => f.Name, StringComparer.Ordinal)
        .OrderBy(f => f.Name == f.Path).Select(f => f.Name);

    private void Save(Func<int, ManifestEntry> entry) =>
        folder.SaveManifest(stream => Manifest.Write(stream, tool, files.Select((file, i) => KeyValuePair.Create(file.Path, entry(i)))));
}
