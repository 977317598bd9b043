using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Benchmarks.Site;

/// <summary>What a release is in any language. Ten appear a day, the newest at the end of 2026.</summary>
internal sealed record SiteRelease(int Number)
{
    private static readonly DateTimeOffset Newest = new(2026, 10, 31, 18, 0, 0, TimeSpan.Zero);

    public string Name => string.Create(CultureInfo.InvariantCulture, $"r{Number:000000}");

    public DateTimeOffset Published => Newest.AddHours(-2.4 * Number);

    public ImmutableArray<string> Topics => [TopicAt(Number * 7 % SiteCorpus.TopicCount), TopicAt((Number * 3 + 11) % SiteCorpus.TopicCount)];

    public static string TopicAt(int number) => string.Create(CultureInfo.InvariantCulture, $"topic-{number:00}");
}

/// <summary>What a release says in a language.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Summary">A sentence.</param>
/// <param name="Image">What its image shows.</param>
/// <param name="Markdown">The text.</param>
/// <param name="Runs">Every run of text, in the order in which all languages have them.</param>
internal sealed record SiteText(string Headline, string Summary, string Image, string Markdown, ImmutableArray<string> Runs);
