using System.Collections.Immutable;
using Microsoft.Playwright;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Review.Host;
using PressKit.Review.People;

namespace PressKit.Review.Tests.Browser;

/// <summary>The real server with a newsroom of one release, which browsers work on. It can be ended in the middle of anything and
/// started again at the same address.</summary>
internal sealed class EditorDesk : IAsyncDisposable
{
    private const string Season = "2026/stagione";

    private readonly IBrowser _browser;
    private readonly List<IBrowserContext> _contexts = [];
    private readonly Dictionary<string, string> _invitations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private ReviewServer? _server;
    private ReviewDesk? _desk;
    private int _sessions;

    private EditorDesk(IBrowser browser, string review, bool hasMemory) => (_browser, Newsroom) = (browser, new EditorNewsroom(review, hasMemory));

    public EditorNewsroom Newsroom { get; }

    /// <summary>Errors of the server's own.</summary>
    public List<string> Notes { get; } = [];

    public ReviewDesk Desk => _desk.ShouldNotBeNull();

    private Uri? Url { get; set; }

    public static async Task<EditorDesk> StartAsync(Chromium chromium, string review = "{}", bool hasMemory = false)
    {
        var desk = new EditorDesk(await chromium.StartAsync(), review, hasMemory);
        var accounts = Accounts.OfTeam(desk.Newsroom.Folder, TimeProvider.System);
        foreach (var (name, role) in new[] { ("Anna Rossi", ReviewRole.Administrator), ("Ken Sato", ReviewRole.Reviewer), ("Lia Verdi", ReviewRole.Reader) })
            desk._invitations[name] = accounts.Invite(new Wanted(name) { Roles = ImmutableSortedDictionary<string, ReviewRole>.Empty.Add(Person.All, role) }, "test");
        await desk.StartAsync();
        return desk;
    }

    /// <summary>Starts the server, at the address that it had before.</summary>
    public async Task StartAsync()
    {
        _desk = Newsroom.Open(FormattableString.Invariant($"s{++_sessions}"));
        _server = await ReviewServer.StartAsync(new ServerSetup(_desk, Newsroom.Folder, TimeProvider.System)
        {
            Port = Url?.Port ?? 0, Name = "Anna Rossi", Translators = Newsroom.Translators, Note = Notes.Add,
        });
        Url = new Uri(_server.Url);
    }

    /// <summary>Ends the server as a crash does: nothing is put in order.</summary>
    public async Task KillAsync()
    {
        await _server.ShouldNotBeNull().DisposeAsync();
        Desk.Abandon();
        _server = null;
    }

    /// <summary>Writes a release for one test.</summary>
    /// <param name="name">What its folder is called.</param>
    /// <param name="text">Its source: front matter and Markdown.</param>
    /// <returns>Its id.</returns>
    public string Release(string name, string text)
    {
        Newsroom.Write($"content/releases/2026/{name}/it.md", text);
        return $"2026/{name}";
    }

    /// <summary>Somebody with a browser of their own opens the editor of an edition.</summary>
    public async Task<Writer> OpenAsync(string language = "en", string person = "Anna Rossi", int width = 1280, int height = 900, bool scripts = true, string release = Season)
    {
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = scripts, StorageState = _cookies.GetValueOrDefault(person),
        });
        _contexts.Add(context);
        var writer = new Writer(await context.NewPageAsync(), this, new EditionName(release, Language.Parse(language)));
        if (!_cookies.ContainsKey(person))
        {
            await writer.Page.GotoAsync(AddressOf($"/join/{_invitations[person]}"));
            await writer.Page.GetByRole(AriaRole.Button).ClickAsync();
            _cookies[person] = await context.StorageStateAsync();
        }

        await writer.Page.GotoAsync(AddressOf(Address(language, release)));
        if (scripts) await writer.ReadyAsync();
        return writer;
    }

    public static string Address(string language, string release = Season) => $"/edit/{language}/{release}";

    public string AddressOf(string path) => new Uri(Url.ShouldNotBeNull(), path).AbsoluteUri;

    /// <summary>What is stored of a sentence's translation, by a part of its source.</summary>
    public string? Saved(string part, string language = "en", string release = Season) => Sentence(part, language, release).Target;

    public SentenceView Sentence(string part, string language = "en", string release = Season) =>
        Desk.View(new EditionName(release, Language.Parse(language)), matches: false).ShouldNotBeNull().Units.SelectMany(u => u.Sentences).First(s => s.Source.Contains(part, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts) await context.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        if (_server is not null) await Desk.DisposeAsync();
        Newsroom.Dispose();
    }
}
