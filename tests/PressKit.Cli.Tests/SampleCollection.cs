using PressKit.Cli.Tests.Browser;

namespace PressKit.Cli.Tests;

/// <summary>The tests that read the published sample newsroom, as files or in a browser.</summary>
[CollectionDefinition(Name)]
public sealed class SampleCollection : ICollectionFixture<Sample>, ICollectionFixture<Chromium>
{
    public const string Name = "Sample newsroom";
}

/// <summary>Those of them that take longest, in a browser of their own beside the others: they change nothing of it.</summary>
[CollectionDefinition(Name)]
public sealed class SampleAccessibilityCollection : ICollectionFixture<Sample>, ICollectionFixture<Chromium>
{
    public const string Name = "Sample newsroom, what everyone can read";
}

/// <summary>Lighthouse starts its own browsers.</summary>
[CollectionDefinition(Name)]
public sealed class SampleLighthouseCollection : ICollectionFixture<Sample>
{
    public const string Name = "Sample newsroom, before Lighthouse";
}

/// <summary>What strangers write, and the pages under their policy.</summary>
[CollectionDefinition(Name)]
public sealed class SampleSafetyCollection : ICollectionFixture<Sample>, ICollectionFixture<Chromium>
{
    public const string Name = "Sample newsroom, under attack";
}
