using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PressKit.Languages;

/// <summary>The languages that PressKit can write a site in. A language is read when it is first asked for; constructed once
/// by each program and safe for any thread.</summary>
public sealed class Locales
{
    private const string Prefix = "languages/";
    private const string StringsSuffix = ".strings.json";

    private readonly ConcurrentDictionary<Language, Lazy<Locale?>> _read = new();
    private readonly HashSet<string> _files;
    private readonly Lazy<LanguageIndex> _index;
    private readonly Lazy<CollationData> _collation;
    private readonly Lazy<ImmutableArray<Collation.Letter>> _letters;

    /// <summary>The languages whose data is embedded in PressKit.</summary>
    public Locales()
    {
        _files =
        [
            .. typeof(Locales).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]),
        ];
        _index = new(() => Read("index.json", LanguageJson.Default.LanguageIndex));
        _collation = new(() => Read("collation.json", LanguageJson.Default.CollationData));
        _letters = new(() => Collation.LettersOf(_collation.Value));
        Known =
        [
            .. _files.Where(file => file.EndsWith(StringsSuffix, StringComparison.Ordinal))
                .Select(file => Language.Parse(file[..^StringsSuffix.Length])).Order(),
        ];
    }

    /// <summary>Every language with data of its own, by tag.</summary>
    public ImmutableArray<Language> Known { get; }

    /// <summary>How to write in a language. Where it has no data of its own, that of the nearest known tag of the same language
    /// and the same script serves it: <c>en</c> for <c>en-GB</c>, <c>zh-Hans</c> for <c>zh-CN</c>, nothing for <c>zh-TW</c>.
    /// Null where there is none.</summary>
    /// <exception cref="InvalidDataException">PressKit's own data is broken.</exception>
    public Locale? Find(Language language) =>
        _read.GetOrAdd(language, (key, locales) => new Lazy<Locale?>(() => locales.Read(key)), this).Value;

    private Locale? Read(Language language)
    {
        var tags = TagsThatServe(language);
        if (Nearest(tags, ".cldr.json") is not { } cldr || Nearest(tags, ".house.json") is not { } house ||
            Nearest(tags, StringsSuffix) is not { } strings) return null;
        try
        {
            return new Locale(language, Read(cldr, LanguageJson.Default.CldrData), Read(house, LanguageJson.Default.HouseData),
                Read(strings, LanguageJson.Default.Strings),
                new Lazy<NumberWordData?>(() => Nearest(tags, ".numbers.json") is { } numbers ? Read(numbers, LanguageJson.Default.NumberWordData) : null),
                new Lazy<IComparer<string>>(() => Order(tags)));
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{cldr}, {house} or {strings}: {e.Message}", e);
        }
    }

    private Collation Order(List<string> tags) => new(
        _collation.Value, _letters.Value, Nearest(tags, ".collation.json") is { } file ? Read(file, LanguageJson.Default.TailoringData) : null);

    /// <summary>The tag itself, then ever shorter ones, then whatever of the same primary language is known; all in the
    /// same script, for readers of one script cannot be given another.</summary>
    private List<string> TagsThatServe(Language asked)
    {
        var language = Canonical(asked);
        var script = ScriptOf(language.Tag);
        List<string> tags = [language.Tag];
        for (var tag = language.Tag; tag.LastIndexOf('-') is > 0 and var end;)
        {
            tag = tag[..end];
            tags.Add(tag);
        }

        tags.AddRange(Known.Where(known => known.Primary == language.Primary).Select(known => known.Tag));
        return tags.FindAll(tag => tag == language.Tag || ScriptOf(tag) == script);
    }

    /// <summary>The same language by the tag that it has here: <c>nb</c> for <c>no</c>.</summary>
    private Language Canonical(Language language) => _index.Value.Aliases.TryGetValue(language.Primary, out var tag)
        ? Language.Parse(tag + language.Tag[language.Primary.Length..])
        : language;

    private string? ScriptOf(string tag)
    {
        var subtags = tag.Split('-');
        if (Array.Find(subtags, subtag => subtag.Length == 4 && char.IsAsciiLetterUpper(subtag[0])) is { } script) return script;
        var region = Array.Find(subtags[1..], subtag => subtag.Length is 2 or 3);
        return (region is null ? null : _index.Value.Scripts.GetValueOrDefault($"{subtags[0]}-{region}"))
            ?? _index.Value.Scripts.GetValueOrDefault(subtags[0]);
    }

    private string? Nearest(List<string> tags, string suffix)
    {
        var tag = tags.Find(tag => _files.Contains(tag + suffix));
        return tag is null ? null : tag + suffix;
    }

    private static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        using var stream = typeof(Locales).Assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidDataException($"{file} is not embedded.");
        try
        {
            return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"{file} holds null.");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }
}
