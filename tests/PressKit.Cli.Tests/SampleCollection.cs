using PressKit.Cli.Tests.Browser;

namespace PressKit.Cli.Tests;

/// <summary>The tests that read the published sample newsroom, as files or in a browser.</summary>
[CollectionDefinition(Name)]
public sealed class SampleCollection : ICollectionFixture<Sample>, ICollectionFixture<Chromium>
{
    public const string Name = "Sample newsroom";
}
