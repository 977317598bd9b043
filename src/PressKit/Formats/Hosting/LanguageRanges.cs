using System.Collections.Immutable;

namespace PressKit.Formats.Hosting;

/// <summary>Which of a newsroom's languages a browser's language range (RFC 4647) leads to: a language's own tag, the territories
/// that write it so, and the language alone for the first that has it.</summary>
internal static class LanguageRanges
{
    private static readonly ImmutableDictionary<string, string[]> Also = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("zh-Hans", new[] { "zh-CN", "zh-SG", "zh-MY" }), KeyValuePair.Create("zh-Hant", new[] { "zh-TW", "zh-HK", "zh-MO" }),
        KeyValuePair.Create("nb", new[] { "no" }), KeyValuePair.Create("no", new[] { "nb" }),
    ]);

    /// <summary>The ranges, each once, the longest first: whoever reads them in this order finds the most particular.</summary>
    public static ImmutableArray<(string Range, Language Language)> Of(ImmutableArray<Language> languages)
    {
        var own = languages.Select(l => (Range: l.Tag, Language: l));
        var also = languages.SelectMany(l => Also.GetValueOrDefault(l.Tag, []).Select(range => (Range: range, Language: l)));
        var alone = languages.Select(l => (Range: l.Primary, Language: l));
        return [.. own.Concat(also).Concat(alone).DistinctBy(r => r.Range, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(r => r.Range.Length).ThenBy(r => r.Range, StringComparer.Ordinal)];
    }
}
