using Microsoft.Playwright;

namespace PressKit.Cli.Tests.Browser;

/// <summary>Debian's Chromium, started when the first test asks for it and shared by all. It reaches nothing but loopback.</summary>
public sealed class Chromium : IAsyncLifetime
{
    internal const string Program = "/usr/bin/chromium";

    private readonly Dictionary<bool, IBrowserContext> _windows = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly Dictionary<string, SiteServer> _samples = new(StringComparer.Ordinal);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        foreach (var server in _samples.Values) await server.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a page of the sample newsroom.</summary>
    internal async Task<Reader> ReadAsync(Sample sample, string address, Screen screen, bool scripts = true, string theme = "press")
    {
        await StartAsync();
        if (!_samples.TryGetValue(theme, out var server)) _samples[theme] = server = await SiteServer.StartAsync(sample.In(theme));
        return await OpenAsync(server, address, screen, scripts);
    }

    /// <summary>Opens a page of any site; the test is skipped where there is no Chromium.</summary>
    internal async Task<Reader> OpenAsync(SiteServer server, string address, Screen screen, bool scripts = true)
    {
        var browser = await StartAsync();
        if (!_windows.TryGetValue(scripts, out var window))
        {
            window = await browser.NewContextAsync(new() { JavaScriptEnabled = scripts, ReducedMotion = ReducedMotion.Reduce });
            _windows[scripts] = window;
        }

        var reader = new Reader(await window.NewPageAsync(), server.Url);
        await reader.ResizeAsync(screen);
        await reader.GoAsync(address);
        return reader;
    }

    /// <summary>A page of its own, at no address yet; the test is skipped where there is no Chromium.</summary>
    internal async Task<IPage> NewPageAsync() => await (await StartAsync()).NewPageAsync();

    private async Task<IBrowser> StartAsync()
    {
        Skip.IfNot(File.Exists(Program), $"There is no {Program}.");
        if (_browser is not null) return _browser;
        _playwright = await Playwright.CreateAsync();
        return _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        });
    }
}
