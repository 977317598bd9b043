using System.Collections.Concurrent;
using Microsoft.Playwright;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Tests.Browser;

/// <summary>Somebody at the editor with a keyboard, and a note of all that went wrong meanwhile.</summary>
internal sealed class Writer : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();

    public Writer(IPage page, EditorDesk desk, EditionName edition)
    {
        (Page, Desk, Edition) = (page, desk, edition);
        // What a sandboxed page must not run, the browser says aloud: that is as it should be.
        page.Console += (_, message) => NoteIf(message.Type is "error" or "warning" && !message.Text.Contains("sandboxed", StringComparison.Ordinal), $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => NoteIf(true, error);
        page.Request += (_, request) => NoteIf(!request.Url.StartsWith(desk.AddressOf("/"), StringComparison.Ordinal), $"asks {request.Url}");
    }

    public IPage Page { get; }

    public EditorDesk Desk { get; }

    public EditionName Edition { get; }

    /// <summary>Errors in the console, refusals of the content-security policy among them, and requests to other hosts.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The field that has the focus.</summary>
    public ILocator Field => Page.Locator(".target:focus");

    public Task ReadyAsync() => Page.Locator("#desk[data-ready]").WaitForAsync();

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => Page.Keyboard.TypeAsync(text);

    /// <summary>Goes to the sentence whose source has a text.</summary>
    public async Task AtAsync(string part)
    {
        await Row(part).Locator(".target").FocusAsync();
        await HelpAsync();
    }

    /// <summary>The same without a server that helps.</summary>
    public Task AtAloneAsync(string part) => Row(part).Locator(".target").FocusAsync();

    public ILocator Row(string part) => Page.Locator(".row").Filter(new() { Has = Page.Locator(".source", new() { HasText = part }) }).First;

    /// <summary>What the field of a sentence says, with placeholders.</summary>
    public Task<string> SaysAsync(string part) => Row(part).Locator(".target").EvaluateAsync<string>("async field => (await import(document.querySelector('script[type=module]').src.replace('editor.js', 'text.js'))).read(field)");

    /// <summary>Writes over all that is in the field at hand.</summary>
    public async Task WriteAsync(string text)
    {
        await PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Help is there for the sentence at hand.</summary>
    public Task HelpAsync() => Page.WaitForFunctionAsync("""
        () => {
          const [about, at] = [document.querySelector('#help .about'), document.getElementById('desk').dataset.at];
          return about?.dataset.for === at && about.dataset.version === document.getElementById(`s-${at}`).dataset.version;
        }
        """);

    /// <summary>What the desk has of a sentence.</summary>
    public SentenceView Sentence(string part) => Desk.Sentence(part, Edition.Language.Tag, Edition.Release);

    /// <summary>Writes a sentence, saves it, and goes on.</summary>
    public async Task SayAsync(string part, string text)
    {
        await AtAloneAsync(part);
        await WriteAsync(text);
        await PressAsync("Enter");
        await StateAsync(part, "translated");
    }

    /// <summary>Goes on with Tab until something of a name has the focus.</summary>
    public async Task TabToAsync(string name)
    {
        for (var i = 0; i < 80; i++)
        {
            await PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("name => [document.activeElement.ariaLabel, ...[...document.activeElement.labels ?? []].map(l => l.textContent), document.activeElement.textContent].some(t => t?.trim().startsWith(name))", name)) return;
        }

        throw new InvalidOperationException($"Tab leads to no '{name}'.");
    }

    /// <summary>Something that is read aloud comes to be said.</summary>
    public Task HearsAsync(string words) => Page.Locator("#announcer", new() { HasText = words }).WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public Task SavedAsync() => Page.Locator("#sync[data-state=saved]").WaitForAsync();

    public Task StateAsync(string part, string state) => Row(part).And(Page.Locator($"[data-state='{state}']")).WaitForAsync();

    public Task OfflineAsync(bool isOffline) => Page.Context.SetOfflineAsync(isOffline);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void NoteIf(bool wrong, string text)
    {
        if (wrong) _complaints.Enqueue(text);
    }
}
