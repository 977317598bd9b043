using Microsoft.Playwright;

namespace PressKit.Testing.Browser;

/// <summary>Debian's Chromium, started when the first test asks for it. It reaches nothing but loopback. The projects with browser tests
/// compile it in, so that no other has Playwright beside its tests.</summary>
public abstract class DebianChromium : IAsyncLifetime
{
    /// <summary>The program.</summary>
    internal const string Program = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The browser; the test is skipped where there is none.</summary>
    internal async Task<IBrowser> StartAsync()
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

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
