using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PressKit.Segmentation;

/// <summary>The rules of each language beside Unicode's: CLDR's abbreviations, the house's, and the newsroom's own.</summary>
public sealed class SentenceRules
{
    private static readonly Dictionary<string, string[]> Cldr =
        SegmentationJson.Read("suppressions.json", SegmentationJson.Default.SuppressionData).Suppressions;

    private static readonly Dictionary<string, HouseRules> House =
        SegmentationJson.Read("house.json", SegmentationJson.Default.DictionaryStringHouseRules);

    private readonly FrozenDictionary<string, Lazy<LanguageRules>> _byLanguage;

    /// <summary>The rules with a newsroom's own words.</summary>
    public SentenceRules(IReadOnlyDictionary<Language, SentenceWords> own)
    {
        var languages = Cldr.Keys.Concat(House.Keys).Concat(own.Keys.Select(l => l.Primary)).Distinct(StringComparer.Ordinal);
        _byLanguage = languages.ToFrozenDictionary(l => l, l => new Lazy<LanguageRules>(() => RulesOf(l)), StringComparer.Ordinal);

        LanguageRules RulesOf(string language) => new(Cldr.GetValueOrDefault(language, []), House.GetValueOrDefault(language, new()),
            [.. own.Where(o => o.Key.Primary == language).Select(o => o.Value)]);
    }

    /// <summary>The rules as PressKit brings them.</summary>
    public static SentenceRules Default { get; } = new(ImmutableDictionary<Language, SentenceWords>.Empty);

    /// <summary>The rules of a language; of one that is not known, none.</summary>
    internal LanguageRules Of(Language language) => _byLanguage.GetValueOrDefault(language.Primary)?.Value ?? LanguageRules.None;
}
