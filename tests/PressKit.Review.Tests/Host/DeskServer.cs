using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Review.Host;
using PressKit.Review.People;
using PressKit.Review.Tests.Desk;

namespace PressKit.Review.Tests.Host;

/// <summary>A newsroom's desk on a port of its own.</summary>
internal sealed class DeskServer : IAsyncDisposable
{
    private readonly List<IDisposable> _opened = [];

    private DeskServer(DeskNewsroom newsroom, ReviewDesk desk, ReviewServer server) => (Newsroom, Desk, Server) = (newsroom, desk, server);

    public DeskNewsroom Newsroom { get; }

    public ReviewDesk Desk { get; }

    public ReviewServer Server { get; }

    /// <summary>How the interface writes JSON.</summary>
    public static JsonSerializerOptions Json { get; } = Options();

    /// <summary>What the server noted: errors of its own.</summary>
    public List<string> Notes { get; private init; } = [];

    /// <summary>The desk of somebody who is alone with it.</summary>
    public static Task<DeskServer> AloneAsync() => StartAsync(new DeskNewsroom());

    /// <summary>The desk of a team.</summary>
    /// <param name="review">What stands below <c>review:</c> in newsroom.yml.</param>
    public static Task<DeskServer> TeamAsync(string review = "{}")
    {
        var newsroom = new DeskNewsroom(review);
        Accounts.OfTeam(newsroom.Folder, newsroom.Time).Invite(Administrator, "command");
        return StartAsync(newsroom);
    }

    public static async Task<DeskServer> StartAsync(DeskNewsroom newsroom)
    {
        var desk = newsroom.Open();
        var notes = new List<string>();
        var setup = new ServerSetup(desk, newsroom.Folder, newsroom.Time) { Port = 0, Name = "Anna Rossi", Note = notes.Add };
        return new DeskServer(newsroom, desk, await ReviewServer.StartAsync(setup)) { Notes = notes };
    }

    /// <summary>A browser without any session. It follows no redirects by itself.</summary>
    public HttpClient Browser()
    {
        var port = new Uri(Server.ListensAt).Port;
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}")) };
        _opened.Add(browser);
        return browser;
    }

    /// <summary>The browser of whoever is alone with the desk.</summary>
    public async Task<HttpClient> EnteredAsync()
    {
        var browser = Browser();
        (await browser.GetAsync(new Uri(Server.Link!))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>A program of somebody who was invited: with roles, such as <c>ja: reviewer</c>.</summary>
    public HttpClient Program(string name, params (string Language, ReviewRole Role)[] roles) => Program(name, [], roles);

    public HttpClient Program(string name, string[] embargoed, params (string Language, ReviewRole Role)[] roles)
    {
        var accounts = Server.Accounts;
        accounts.Invite(new Wanted(name) { Roles = roles.Aggregate(Wanted.NoRoles, (all, r) => all.SetItem(r.Language, r.Role)), Embargoed = [.. embargoed] }, "test");
        var (_, secret) = accounts.MakeToken(accounts.People.Single(p => p.Name == name), "test", TimeSpan.FromDays(9), null);
        var program = Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var opened in _opened) opened.Dispose();
        await Server.DisposeAsync();
        await Desk.DisposeAsync();
        Newsroom.Dispose();
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Review.Api.Json.Set(options);
        return options;
    }

    private static Wanted Administrator { get; } = new("Ada Neri") { Roles = Wanted.NoRoles.Add(Person.All, ReviewRole.Administrator), Embargoed = [Person.All] };
}
