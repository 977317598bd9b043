using PressKit.Cli.Tests;
using Xunit.Abstractions;

// Browsers keep a core busy for half of the time: one collection more than there are cores, and no long one is left for the end.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("PressKit.Cli.Tests." + nameof(LongestFirst), "PressKit.Cli.Tests")]

namespace PressKit.Cli.Tests;

/// <summary>Begins with the collections that take longest. No test depends on it.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
        [SampleCollection.Name, SampleAccessibilityCollection.Name, SampleLighthouseCollection.Name, SampleSafetyCollection.Name, nameof(PicturesTests), nameof(KilledRunTests), nameof(TokyoReportTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.FindIndex(Long, l => c.DisplayName == l || c.DisplayName.EndsWith("." + l, StringComparison.Ordinal)) is >= 0 and var i ? i : Long.Length);
}
