using System.Diagnostics;

namespace PressKit.Benchmarks.Site;

/// <summary>As many files of as many bytes under the same names, from memory: what no generator of that site can be faster than.</summary>
internal sealed class Floor
{
    private readonly List<(string Path, int Length)> _files;
    private readonly List<string> _folders;
    private readonly byte[] _bytes;

    /// <summary>The floor under a site that was built.</summary>
    public Floor(string site)
    {
        _files = [.. new DirectoryInfo(site).EnumerateFiles("*", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(site, f.FullName), (int)f.Length))];
        _folders = [.. _files.Select(f => Path.GetDirectoryName(f.Path)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _bytes = new byte[_files.Max(f => f.Length)];
        new Random(1).NextBytes(_bytes);
    }

    public Run Write(string to)
    {
        using var self = Process.GetCurrentProcess();
        var (before, watch) = (self.TotalProcessorTime, Stopwatch.StartNew());
        foreach (var folder in _folders) Directory.CreateDirectory(Path.Combine(to, folder));
        Parallel.ForEach(_files, file =>
        {
            using var handle = File.OpenHandle(Path.Combine(to, file.Path), FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(handle, _bytes.AsSpan(0, file.Length), 0);
        });
        var wall = watch.Elapsed.TotalSeconds;
        self.Refresh();
        return new Run(wall, (self.TotalProcessorTime - before).TotalSeconds, 0);
    }
}
