using System.Text;
using Microsoft.Extensions.Time.Testing;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>A newsroom in a temporary folder, and the command run in it. The clock stands at noon of 20 January 2026, UTC.</summary>
internal sealed class TestNewsroom : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A copy of a newsroom that stands below <c>Sites</c>, or of none.</summary>
    public TestNewsroom(string? site = "good")
    {
        if (site is not null) Add(Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", site));
    }

    public string Folder => _folder.Path;

    public string Output => Path.Combine(Folder, "output");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 20, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The variables of the environment that the command sees.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Copies files over the newsroom's.</summary>
    public void Add(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(folder, path), File.ReadAllBytes(path));
    }

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Replace(string file, string text, string by)
    {
        var before = Read(file);
        before.ShouldContain(text);
        Write(file, before.Replace(text, by, StringComparison.Ordinal));
    }

    public void Delete(string folder) => Directory.Delete(Path.Combine(Folder, folder), recursive: true);

    /// <summary>Has a newsroom of <c>Sites</c> published with a theme that ships with PressKit, at the root of its host.</summary>
    public void UseTheme(string theme)
    {
        Replace("content/newsroom.yml", "theme: plain", $"theme: {theme}");
        Replace("content/newsroom.yml", "example/news/", "example/");
    }

    /// <summary>Runs a command line.</summary>
    public async Task<Answer> RunAsync(params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var errors = new StringWriter { NewLine = "\n" };
        var code = await new PressKitCommand(Time, output, errors, Environment.GetValueOrDefault).RunAsync(arguments, Folder);
        return new Answer(code, output.ToString(), errors.ToString());
    }

    /// <summary>Runs a command line that has to succeed.</summary>
    public async Task<Answer> SucceedAsync(params string[] arguments)
    {
        var answer = await RunAsync(arguments);
        answer.Code.ShouldBe(ExitCode.Done, answer.Errors);
        return answer;
    }

    /// <summary>The published files by path, but for the writer's own.</summary>
    public SortedDictionary<string, byte[]> Published(string? output = null) => Files(output ?? Output, own: false);

    /// <summary>Every file below a folder by path.</summary>
    public static SortedDictionary<string, byte[]> Files(string folder, bool own = true)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return files;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (own || !name.StartsWith(".presskit-", StringComparison.Ordinal)) files[name] = File.ReadAllBytes(path);
        }

        return files;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What a command answered.</summary>
    internal sealed record Answer(int Code, string Output, string Errors)
    {
        /// <summary>The problems reported, each as <c>place code</c>.</summary>
        public IReadOnlyList<string> Problems =>
            [.. Errors.Split('\n').Where(l => l.EndsWith(']') && l.Contains(": error: ", StringComparison.Ordinal))
                .Select(l => $"{l[..l.IndexOf(": error: ", StringComparison.Ordinal)]} {l[(l.LastIndexOf('[') + 1)..^1]}")];
    }
}
