using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>A copy of PressKit's own newsroom, published once for all tests of the collection.</summary>
public sealed class Sample : IAsyncLifetime, IDisposable
{
    public const string Site = "https://press.presskit.example/";
    private readonly TestNewsroom _newsroom = new(site: null);
    private readonly Dictionary<string, SortedDictionary<string, byte[]>> _searchable = new(StringComparer.Ordinal);

    internal TestNewsroom.Answer Answer { get; private set; } = new(0, "", "");

    internal SortedDictionary<string, byte[]> ContentBefore { get; private set; } = [];

    internal SortedDictionary<string, byte[]> ContentAfter { get; private set; } = [];

    internal SortedDictionary<string, byte[]> Files { get; private set; } = [];

    internal SortedDictionary<string, IDocument> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>The same published with another theme that ships with PressKit: every page has the same address.</summary>
    internal SortedDictionary<string, byte[]> Broadsheet { get; private set; } = [];

    public async Task InitializeAsync()
    {
        foreach (var (path, bytes) in TestNewsroom.Files(Repository.PathTo("content"))) _newsroom.Write("content/" + path, bytes);
        ContentBefore = TestNewsroom.Files(_newsroom.Folder);
        Answer = await _newsroom.RunAsync("publish", "--now", "2026-12-01T09:00Z");
        Files = _newsroom.Published();
        ContentAfter = TestNewsroom.Files(Path.Combine(_newsroom.Folder, "content"));
        ContentAfter = new SortedDictionary<string, byte[]>(ContentAfter.ToDictionary(f => "content/" + f.Key, f => f.Value), StringComparer.Ordinal);
        _newsroom.Replace("content/newsroom.yml", "theme: press", "theme: broadsheet");
        await _newsroom.SucceedAsync("build", "--now", "2026-12-01T09:00Z", "--output", "broadsheet");
        Broadsheet = _newsroom.Published(Path.Combine(_newsroom.Folder, "broadsheet"));
        foreach (var (path, page) in Parsed(Files)) Pages[path] = page;
    }

    /// <summary>The same site where its readers can search; the test is skipped without Pagefind.</summary>
    internal async Task<SortedDictionary<string, byte[]>> SearchableAsync(string theme)
    {
        if (_searchable.TryGetValue(theme, out var files)) return files;
        SearchTests.FindTool();
        using var newsroom = new TestNewsroom(site: null);
        foreach (var (path, bytes) in ContentBefore) newsroom.Write(path, bytes);
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "search: pagefind\n");
        newsroom.Replace("content/newsroom.yml", "theme: press", $"theme: {theme}");
        await newsroom.SucceedAsync("build", "--now", "2026-12-01T09:00Z");
        return _searchable[theme] = newsroom.Published();
    }

    /// <summary>The pages among published files.</summary>
    internal static IEnumerable<(string Path, IDocument Page)> Parsed(IReadOnlyDictionary<string, byte[]> files)
    {
        var parser = new HtmlParser();
        foreach (var (path, bytes) in files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
            yield return (path, parser.ParseDocument(Encoding.UTF8.GetString(bytes)));
    }

    /// <summary>What was published with a theme.</summary>
    internal SortedDictionary<string, byte[]> In(string theme) => theme == "press" ? Files : Broadsheet;

    /// <summary>The address below the site of a release of 2025 or 2026, as its record has it: <c>/it/2025/…/</c>.</summary>
    internal string Release(string tag, string name)
    {
        var path = ContentBefore.Keys.Single(p => p.EndsWith($"/{name}/record.yml", StringComparison.Ordinal));
        var record = Encoding.UTF8.GetString(ContentBefore[path]).Split('\n');
        var slug = record[Array.IndexOf(record, $"  {tag}:") + 1].Split('"')[1];
        return $"/{tag}/{path.Split('/')[2]}/{slug}/";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _newsroom.Dispose();
}
