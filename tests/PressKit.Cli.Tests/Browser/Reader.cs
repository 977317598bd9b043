using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace PressKit.Cli.Tests.Browser;

/// <summary>Somebody before a page: eyes that measure, a keyboard, and a note of all that went wrong meanwhile.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly string _site;
    private readonly ConcurrentQueue<string> _complaints = new();

    public Reader(IPage page, string site)
    {
        (Page, _site) = (page, site);
        page.Console += (_, message) => NoteIf(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => NoteIf(true, error);
        page.Request += (_, request) => NoteIf(!request.Url.StartsWith(site + "/", StringComparison.Ordinal), $"asks {request.Url}");
        page.RequestFailed += (_, request) => NoteIf(true, $"failed: {request.Url}");
        page.Response += (_, response) => NoteIf(response.Status >= 400, $"{response.Status.ToString(CultureInfo.InvariantCulture)}: {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>The address without the host.</summary>
    public string Address => Uri.UnescapeDataString(new Uri(Page.Url).PathAndQuery);

    /// <summary>Errors in the console, requests that failed or were refused, and requests to another host.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public Task GoAsync(string address) => Page.GotoAsync(_site + address);

    public Task<T> MeasureAsync<T>(string expression) => Page.EvaluateAsync<T>(expression);

    public async Task<LocatorBoundingBoxResult> BoxAsync(string selector) =>
        (await Page.Locator(selector).BoundingBoxAsync()).ShouldNotBeNull(selector);

    public Task ResizeAsync(Screen screen) => Page.SetViewportSizeAsync(screen.Width, screen.Height);

    /// <summary>Presses the tabulator until the element is reached, as somebody without a mouse does.</summary>
    public async Task TabToAsync(string selector, int atMost = 60)
    {
        for (var i = 0; i < atMost; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.Locator($"{selector}:focus").CountAsync() == 1) return;
        }

        throw new ShouldAssertException($"{selector} is not reached on {Address}.");
    }

    /// <summary>The elements that stick out of the window at its sides; empty where nothing does.</summary>
    public async Task<string[]> OverflowAsync() => await MeasureAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        ? []
        : await MeasureAsync<string[]>("""
            [...document.querySelectorAll('body *')]
              .filter(e => e.checkVisibility() && !e.parentElement.closest('table') && !e.matches('.unseen, .skip'))
              .filter(e => { const b = e.getBoundingClientRect(); return b.right > document.documentElement.clientWidth + 1 || b.left < -1; })
              .map(e => `${e.localName}.${e.className} ${e.textContent.trim().slice(0, 40)}`)
              .concat(`${document.documentElement.scrollWidth} > ${document.documentElement.clientWidth}`)
            """);

    /// <summary>Running text, as against captions and menus, that is set smaller than 16 pixels.</summary>
    public Task<string[]> SmallTextAsync() => MeasureAsync<string[]>("""
        [document.body, ...document.querySelectorAll('.text :is(p, li, blockquote), .summary, .subhead, .p-summary, .choices span')]
          .filter(e => parseFloat(getComputedStyle(e).fontSize) < 16).map(e => e.outerHTML.slice(0, 80))
        """);

    public async ValueTask DisposeAsync() => await Page.CloseAsync();

    private void NoteIf(bool wrong, string text)
    {
        if (wrong) _complaints.Enqueue(text);
    }
}
