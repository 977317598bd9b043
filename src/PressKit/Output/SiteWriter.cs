namespace PressKit.Output;

/// <summary>Writes the site into a folder: the only place that does. What is there afterwards is the same whatever was
/// there before, and at every moment, even if the process is killed, every page that can be reached leads to files that
/// exist. It deletes only what it has written itself.</summary>
public sealed class SiteWriter
{
    private readonly string _root;
    private readonly string _tool;
    private readonly Problems _problems;
    private readonly OutputFolder _folder;

    /// <summary>A writer.</summary>
    /// <param name="folder">The output folder; it need not exist.</param>
    /// <param name="toolVersion">The version of the tool: files that another version wrote are rendered again, whatever
    /// their keys say.</param>
    /// <param name="problems">Takes what stands in the way.</param>
    public SiteWriter(string folder, string toolVersion, Problems problems)
        : this(folder, toolVersion, problems, (_, _) => { })
    {
    }

    /// <summary>A writer that tells a test of each of its steps before it does it.</summary>
    internal SiteWriter(string folder, string toolVersion, Problems problems, Action<string, string> before)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (toolVersion.Any(char.IsControl)) throw new ArgumentException("A version is one line.", nameof(toolVersion));
        (_root, _tool, _problems) = (folder, toolVersion, problems);
        _folder = new OutputFolder(Path.GetFullPath(folder), before);
    }

    /// <summary>Makes the folder hold exactly these files. They come in publishing order: whatever a file leads to comes
    /// before it, as far as that is possible.</summary>
    /// <returns>What was done; null where the folder cannot be written, and a problem says why.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; the next run finishes the work.</exception>
    public WriteSummary? Write(IEnumerable<OutputFile> files, CancellationToken cancellation)
    {
        var all = files.ToList();
        if (all.Find(file => file.Key.Length == 0 || file.Key.Any(c => c <= ' ')) is { } keyless)
            throw new ArgumentException($"The key of '{keyless.Path}' is not one word.", nameof(files));
        if (SitePaths.Of(all, _problems) is not { } paths) return null;
        try
        {
            if (!_folder.HasManifest && !_folder.IsEmpty)
            {
                return Refuse("output.not-ours", "is not empty, and PressKit did not write it.",
                    "Choose an empty folder, or move what is in it away.");
            }

            using var held = _folder.TryLock();
            return held is not null
                ? Write(all, paths, cancellation)
                : Refuse("output.locked", "is being written by another run.", "Wait until that run is done, and try again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse("output.interrupted", $"could not be written: {e.Message}",
                "Mend that and run again; the next run finishes the work.");
        }
    }

    private WriteSummary? Write(List<OutputFile> files, SitePaths paths, CancellationToken cancellation)
    {
        var bytes = _folder.ReadManifest();
        if (bytes is null && !files.Select(file => SitePaths.Topmost(file.Path)).Distinct(StringComparer.Ordinal).Any(_folder.Exists))
        {
            _folder.DeleteTemporaries();
            return new FirstRun(_folder, _tool, files, cancellation).Finish();
        }

        var manifest = Manifest.Read(bytes);
        if (!manifest.IsSound)
        {
            _problems.Warn("output.manifest-damaged", new Place(_root),
                $"The manifest of the output folder '{_root}' is damaged or of another version; every file in it was compared.",
                "Files that are no longer published may be left there: to be sure, delete the folder and build again.");
        }

        if (Plan.Of(files, paths, manifest, _tool, _folder, _problems) is not { } plan) return null;
        _folder.DeleteTemporaries();
        return plan.IsDone && bytes is not null
            ? new WriteSummary(0, plan.Kept, 0, 0)
            : new Run(_folder, manifest, _tool, plan, cancellation).Finish();
    }

    /// <summary>Writes some files anew that the folder has already, and leaves all others as they are.</summary>
    /// <param name="files">The files.</param>
    /// <param name="manifest">The folder's manifest, which is sound.</param>
    /// <param name="cancellation">Stops the work; the next run finishes it.</param>
    /// <returns>How many have other bytes, as what was written, and the hash that the manifest ends with; null, and nothing done, where the folder has
    /// another manifest or not all of the files.</returns>
    internal (WriteSummary Written, string Left)? Rewrite(IReadOnlyCollection<OutputFile> files, byte[] manifest, CancellationToken cancellation)
    {
        try
        {
            if (!_folder.HasManifest) return null;
            using var held = _folder.TryLock();
            if (held is null || !_folder.ReadManifest().AsSpan().SequenceEqual(manifest) || !Manifest.IsOf(manifest, _tool)) return null;
            return Rewriting.Of(_folder, manifest, files)?.Finish(cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private WriteSummary? Refuse(string code, string message, string remedy)
    {
        _problems.Error(code, new Place(_root), $"The output folder '{_root}' {message}", remedy);
        return null;
    }
}
