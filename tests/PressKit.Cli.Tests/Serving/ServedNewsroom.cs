using PressKit.Cli.Serving;

namespace PressKit.Cli.Tests.Serving;

/// <summary>A newsroom that is served, and a browser's part of it.</summary>
internal sealed class ServedNewsroom : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly SaveWatch _watch;
    private readonly PreviewServer _server;
    private readonly HttpClient _http;
    private readonly Task _following;

    private ServedNewsroom(TestNewsroom newsroom, LiveSite site, SaveWatch watch, PreviewServer server)
    {
        (Newsroom, Site, _watch, _server) = (newsroom, site, watch, server);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Url), Timeout = Patience };
        _following = Task.Run(() => Site.FollowAsync(_watch, _stop.Token));
    }

    public TestNewsroom Newsroom { get; }

    public LiveSite Site { get; }

    public string Url => _server.Url;

    public static async Task<ServedNewsroom> StartAsync(TestNewsroom newsroom, IEnumerable<string>? watched = null)
    {
        var site = new LiveSite(newsroom.Folder, Path.Combine(newsroom.Folder, ".presskit", "serve"), () => newsroom.Time.GetUtcNow(), TimeProvider.System, (_, _, _) => { });
        var server = await PreviewServer.StartAsync(site, 0);
        site.Begin(CancellationToken.None);
        var watch = new SaveWatch(watched ?? [Path.Combine(newsroom.Folder, "content"), Path.Combine(newsroom.Folder, "templates")], TimeProvider.System);
        return new ServedNewsroom(newsroom, site, watch, server);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? host = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (host is not null) request.Headers.Host = host;
        return await _http.SendAsync(request);
    }

    /// <summary>What browsers are told, as it comes.</summary>
    public Task<HttpResponseMessage> GetEventsAsync() => _http.GetAsync("/.presskit/events?seen=0", HttpCompletionOption.ResponseHeadersRead);

    public async Task<string> ReadAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>Waits until the site is as it should be; what is asked for is asked after every build.</summary>
    public async Task UntilAsync(Func<SiteState, bool> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        var state = Site.State;
        while (!isSo(state)) state = await Site.AfterAsync(state.Number, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(_following);
        _http.Dispose();
        await _server.DisposeAsync();
        _watch.Dispose();
        Newsroom.Dispose();
        _stop.Dispose();
    }
}
