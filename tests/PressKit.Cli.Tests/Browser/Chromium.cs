using Microsoft.Playwright;
using PressKit.Testing.Browser;

namespace PressKit.Cli.Tests.Browser;

/// <summary>The browser that all tests share, and the sample that it shows.</summary>
public sealed class Chromium : DebianChromium
{
    private readonly Dictionary<bool, IBrowserContext> _windows = [];
    private readonly Dictionary<string, SiteServer> _samples = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var server in _samples.Values) await server.DisposeAsync();
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
}
