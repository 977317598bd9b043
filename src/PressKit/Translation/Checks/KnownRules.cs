using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PressKit.Languages;

namespace PressKit.Translation.Checks;

/// <summary>The rules of each language, from the data that ships with PressKit. A language is read when it is first asked for;
/// safe for any thread.</summary>
public sealed class KnownRules
{
    private const string Prefix = "checks/";

    private readonly ConcurrentDictionary<Language, Lazy<LanguageRules>> _read = new();
    private readonly Lazy<CommonRules> _common = new(() => Read("common.json", RulesJson.Default.CommonRules));

    private readonly Lazy<Trigrams> _trigrams = new(() => new Trigrams(Read("trigrams.json", RulesJson.Default.DictionaryStringString)));

    private readonly Locales _locales;

    /// <summary>The rules of every language that there is data for.</summary>
    public KnownRules(Locales locales)
    {
        _locales = locales;
        Languages =
        [
            .. typeof(KnownRules).Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".house.json", StringComparison.Ordinal))
                .Select(n => Language.Parse(n[Prefix.Length..].Split('.')[0])).Order(),
        ];
    }

    /// <summary>What each language in the Latin script looks like.</summary>
    internal Trigrams Trigrams => _trigrams.Value;

    /// <summary>The languages that there is data for, by tag.</summary>
    public ImmutableArray<Language> Languages { get; }

    /// <summary>The rules of a language. One without data is served by its primary language in the same script, or else by rules
    /// that hold for every language.</summary>
    public LanguageRules Of(Language language) => _read.GetOrAdd(language, key => new Lazy<LanguageRules>(() => Load(key))).Value;

    private LanguageRules Load(Language language)
    {
        var traditional = language.Tag is "zh-TW" or "zh-HK" or "zh-MO" || language.Tag.StartsWith("zh-Hant", StringComparison.Ordinal);
        var tag = Languages.FirstOrDefault(l => l == language) ?? (traditional ? null : Languages.FirstOrDefault(l => l.Primary == language.Primary));
        if (tag is null) return new LanguageRules(language, null, null, new HouseRules { Script = "", Length = 0, Quotes = [] }, _common.Value);
        return new LanguageRules(language, Read($"{tag}.cldr.json", RulesJson.Default.CldrRules), _locales.Find(tag)?.NumberWords,
            Read($"{tag}.house.json", RulesJson.Default.HouseRules), _common.Value);
    }

    private static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        using var stream = typeof(KnownRules).Assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidDataException($"{Prefix}{file} is missing.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"{Prefix}{file} is empty.");
    }
}
