using PressKit.Testing.Browser;

namespace PressKit.Review.Tests.Browser;

/// <summary>The browser that all tests share, and a desk for those that need none of their own.</summary>
public sealed class Chromium : DebianChromium
{
    private EditorDesk? _desk;

    /// <summary>The desk that tests share, with a memory. Each of them has a release to itself (<see cref="EditorDesk.Release"/>).</summary>
    internal async Task<EditorDesk> DeskAsync() => _desk ??= await EditorDesk.StartAsync(this, hasMemory: true);

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        if (_desk is not null) await _desk.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>Tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
