using System.Collections.Concurrent;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>A copy of PressKit's own newsroom, published once for all tests.</summary>
public sealed class Sample : IAsyncLifetime
{
    public const string Site = "https://press.presskit.example/";

    // Collections that run side by side share what was published; nobody changes it.
    private static readonly Lazy<Task<Published>> Once = new(PublishAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<SortedDictionary<string, byte[]>>>> Searchable = new(StringComparer.Ordinal);

    private Published? _published;
    private SortedDictionary<string, IDocument>? _pages;

    internal TestNewsroom.Answer Answer => _published!.Answer;

    internal SortedDictionary<string, byte[]> ContentBefore => _published!.ContentBefore;

    internal SortedDictionary<string, byte[]> ContentAfter => _published!.ContentAfter;

    internal SortedDictionary<string, byte[]> Files => _published!.Press;

    internal SortedDictionary<string, IDocument> Pages =>
        _pages ??= new(Parsed(Files).ToDictionary(p => p.Path, p => p.Page, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The same published with another theme that ships with PressKit: every page has the same address.</summary>
    internal SortedDictionary<string, byte[]> Broadsheet => _published!.Broadsheet;

    public async Task InitializeAsync() => _published = await Once.Value;

    /// <summary>The same site where its readers can search; the test is skipped without Pagefind.</summary>
    internal Task<SortedDictionary<string, byte[]>> SearchableAsync(string theme)
    {
        SearchTests.FindTool();
        return Searchable.GetOrAdd(theme, _ => new(() => PublishSearchableAsync(theme))).Value;
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

    private static async Task<Published> PublishAsync()
    {
        using var newsroom = new TestNewsroom(site: null);
        foreach (var (path, bytes) in TestNewsroom.Files(Repository.PathTo("content"))) newsroom.Write("content/" + path, bytes);
        var before = TestNewsroom.Files(newsroom.Folder);
        var answer = await newsroom.RunAsync("publish", "--now", "2026-12-01T09:00Z");
        var press = newsroom.Published();
        var after = TestNewsroom.Files(Path.Combine(newsroom.Folder, "content")).ToDictionary(f => "content/" + f.Key, f => f.Value);
        newsroom.Replace("content/newsroom.yml", "theme: press", "theme: broadsheet");
        await newsroom.SucceedAsync("build", "--now", "2026-12-01T09:00Z", "--output", "broadsheet");
        return new Published(answer, before, new(after, StringComparer.Ordinal), press, newsroom.Published(Path.Combine(newsroom.Folder, "broadsheet")));
    }

    private static async Task<SortedDictionary<string, byte[]>> PublishSearchableAsync(string theme)
    {
        using var newsroom = new TestNewsroom(site: null);
        foreach (var (path, bytes) in (await Once.Value).ContentBefore) newsroom.Write(path, bytes);
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "search: pagefind\n");
        newsroom.Replace("content/newsroom.yml", "theme: press", $"theme: {theme}");
        await newsroom.SucceedAsync("build", "--now", "2026-12-01T09:00Z");
        return newsroom.Published();
    }

    private sealed record Published(TestNewsroom.Answer Answer, SortedDictionary<string, byte[]> ContentBefore, SortedDictionary<string, byte[]> ContentAfter,
        SortedDictionary<string, byte[]> Press, SortedDictionary<string, byte[]> Broadsheet);
}
