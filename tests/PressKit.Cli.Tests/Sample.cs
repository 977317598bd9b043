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
    private SortedDictionary<string, byte[]>? _searchable;

    internal TestNewsroom.Answer Answer { get; private set; } = new(0, "", "");

    internal SortedDictionary<string, byte[]> ContentBefore { get; private set; } = [];

    internal SortedDictionary<string, byte[]> ContentAfter { get; private set; } = [];

    internal SortedDictionary<string, byte[]> Files { get; private set; } = [];

    internal SortedDictionary<string, IDocument> Pages { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        foreach (var (path, bytes) in TestNewsroom.Files(Repository.PathTo("content"))) _newsroom.Write("content/" + path, bytes);
        ContentBefore = TestNewsroom.Files(_newsroom.Folder);
        Answer = await _newsroom.RunAsync("publish", "--now", "2026-12-01T09:00Z");
        Files = _newsroom.Published();
        ContentAfter = TestNewsroom.Files(Path.Combine(_newsroom.Folder, "content"));
        ContentAfter = new SortedDictionary<string, byte[]>(ContentAfter.ToDictionary(f => "content/" + f.Key, f => f.Value), StringComparer.Ordinal);
        var parser = new HtmlParser();
        foreach (var (path, bytes) in Files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
            Pages[path] = parser.ParseDocument(Encoding.UTF8.GetString(bytes));
    }

    /// <summary>The same site where its readers can search; the test is skipped without Pagefind.</summary>
    internal async Task<SortedDictionary<string, byte[]>> SearchableAsync()
    {
        if (_searchable is not null) return _searchable;
        SearchTests.FindTool();
        using var newsroom = new TestNewsroom(site: null);
        foreach (var (path, bytes) in ContentBefore) newsroom.Write(path, bytes);
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "search: pagefind\n");
        await newsroom.SucceedAsync("build", "--now", "2026-12-01T09:00Z");
        return _searchable = newsroom.Published();
    }

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
