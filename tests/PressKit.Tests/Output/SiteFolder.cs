using System.Text;
using PressKit.Output;
using PressKit.Testing;

namespace PressKit.Tests.Output;

/// <summary>An output folder of its own, and what a test asks of it.</summary>
public sealed class SiteFolder : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public string Path => System.IO.Path.Join(_temporary.Path, "output");

    public Problems Problems { get; } = new();

    /// <summary>The steps of the last run, each as its name and path.</summary>
    public List<string> Steps { get; } = [];

    /// <summary>The paths that the last run put in place, alone or with the folder that they are in.</summary>
    public IEnumerable<string> Published => Steps.Where(s => s.StartsWith("publish ", StringComparison.Ordinal)).Select(s => s[8..])
        .SelectMany(name => Directory.Exists(Full(name)) ? Contents().Keys.Where(p => p.StartsWith(name + "/", StringComparison.Ordinal) && File.Exists(Full(p))) : [name]);

    public static OutputFile Text(string path, string text, string? key = null) =>
        new(path, key ?? Hash.Of(text), stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public WriteSummary? Write(params IEnumerable<OutputFile> files) => Write("1", files);

    public WriteSummary? Write(string tool, IEnumerable<OutputFile> files) => Write(tool, files, (_, _) => { });

    public WriteSummary? Write(string tool, IEnumerable<OutputFile> files, Action<string, string> before)
    {
        Steps.Clear();
        var writer = new SiteWriter(Path, tool, Problems, (step, path) =>
        {
            lock (Steps)
            {
                Steps.Add($"{step} {path}");
                before(step, path);
            }
        });
        return writer.Write(files, CancellationToken.None);
    }

    /// <summary>What is in the folder: files with their contents as Latin-1, and folders.</summary>
    public SortedDictionary<string, string> Contents()
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories))
        {
            contents[System.IO.Path.GetRelativePath(Path, entry)] = Directory.Exists(entry)
                ? "folder" : Encoding.Latin1.GetString(File.ReadAllBytes(entry));
        }

        return contents;
    }

    public string Read(string path) => File.ReadAllText(Full(path));

    public void Put(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }

    public string Full(string path) => System.IO.Path.Join(Path, path);

    public bool Has(string path) => System.IO.Path.Exists(Full(path));

    public void Dispose() => _temporary.Dispose();
}
