using PressKit.Testing.Browser;

namespace PressKit.Review.Tests.Browser;

/// <summary>The browser that all tests share.</summary>
public sealed class Chromium : DebianChromium;

/// <summary>Tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
