using System.Runtime.ExceptionServices;

namespace PressKit.Output;

/// <summary>Writes files anew that are published already, in the order of <see cref="Run"/>: before one is touched, the manifest says
/// so.</summary>
internal sealed class Rewriting
{
    private readonly OutputFolder _folder;
    private readonly byte[] _manifest;
    private readonly List<Work> _works;

    private Rewriting(OutputFolder folder, byte[] manifest, List<Work> works) => (_folder, _manifest, _works) = (folder, manifest, works);

    /// <summary>What is to be done for files; null where one of them is not published.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="manifest">Its manifest, which is sound.</param>
    /// <param name="files">The files.</param>
    public static Rewriting? Of(OutputFolder folder, byte[] manifest, IEnumerable<OutputFile> files)
    {
        var works = new List<Work>();
        foreach (var file in files)
        {
            if (Manifest.Find(manifest, file.Path) is not { Entry.State: FileState.Published } found) return null;
            if (found.Entry.Key != file.Key) works.Add(new Work(file, found.Line, found.Entry));
        }

        // Where a file stands in the manifest is where it stands in publishing order.
        works.Sort((a, b) => a.Line.Start.Value.CompareTo(b.Line.Start.Value));
        return new Rewriting(folder, manifest, works);
    }

    /// <summary>Does it, and says what was written and which hash the manifest ends with.</summary>
    public (WriteSummary Written, string Left) Finish(CancellationToken cancellation)
    {
        _folder.DeleteTemporaries();
        Parallel.For(0, _works.Count, new ParallelOptions { CancellationToken = cancellation }, Render);
        foreach (var work in _works) work.Failure?.Throw();
        var changed = _works.FindAll(work => work.Differs);
        if (changed.Count > 0) Save(Manifest.Write(_manifest, changed.Select(work => (work.Line, work.File.Path, new ManifestEntry(FileState.Changing)))).Pieces);
        foreach (var work in changed) _folder.Publish(work.Name, work.File.Path);
        var (manifest, left) = Manifest.Write(_manifest, _works.Select(work => (work.Line, work.File.Path, work.Next)));
        if (_works.Count > 0) Save(manifest);
        _folder.DeleteTemporaries();
        return (new WriteSummary(changed.Count, 0, 0, changed.Sum(work => work.Next.Length)), left);
    }

    private void Save(IReadOnlyList<ReadOnlyMemory<byte>> manifest) => _folder.SaveManifest(stream =>
    {
        foreach (var piece in manifest) stream.Write(piece.Span);
    });

    private void Render(int number)
    {
        var work = _works[number];
        work.Name = FormattableString.Invariant($"{number}");
        var rendering = new Rendering(() => _folder.CreateTemporary(work.Name));
        try
        {
            work.File.Write(rendering);
            work.Next = new ManifestEntry(FileState.Published, work.File.Key, rendering.Hash(), rendering.Length);
            work.Differs = work.Next.Hash != work.Before.Hash || work.Next.Length != work.Before.Length;
            if (work.Differs) rendering.Save();
        }
        catch (Exception e)
        {
            work.Failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            if (rendering.Release() && !work.Differs) _folder.DeleteTemporary(work.Name);
        }
    }

    /// <summary>A file that may have other bytes.</summary>
    private sealed class Work(OutputFile file, Range line, ManifestEntry before)
    {
        public OutputFile File { get; } = file;

        public Range Line { get; } = line;

        public ManifestEntry Before { get; } = before;

        public string Name { get; set; } = "";

        public ManifestEntry Next { get; set; }

        public bool Differs { get; set; }

        public ExceptionDispatchInfo? Failure { get; set; }
    }
}
