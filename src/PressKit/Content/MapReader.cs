using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PressKit.Content;

/// <summary>Reads the keys of one mapping by name and type, reports what is wrong with each, and at the end whatever key
/// was never asked for, with the nearest one that was.</summary>
internal sealed class MapReader
{
    private readonly YamlMap _map;
    private readonly Problems _problems;
    private readonly string _path;
    private readonly Dictionary<string, Place> _places;
    private readonly List<string> _known = [];

    public MapReader(YamlMap map, Problems problems, string path = "", Dictionary<string, Place>? places = null)
    {
        _map = map;
        _problems = problems;
        _path = path.Length == 0 ? "" : path + ".";
        _places = places ?? new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var entry in map.Entries) _places[_path + entry.Key] = entry.Value is YamlScalar ? entry.Value.Place : entry.Place;
    }

    /// <summary>Where every key read so far stands, nested ones included.</summary>
    public IReadOnlyDictionary<string, Place> Places => _places;

    /// <summary>The place of a key, or of the mapping where it is not given.</summary>
    public Place PlaceOf(string key) => _places.TryGetValue(_path + key, out var place) ? place : _map.Place;

    /// <summary>The text of a key; null where it is not given.</summary>
    public string? Text(string key)
    {
        if (!Find(key, out var node)) return null;
        if (node is YamlScalar scalar) return scalar.IsNull ? null : scalar.Text.Trim();
        Expected(node, key, "a text", "Put the text on the line of the key.");
        return null;
    }

    /// <summary>The text of a key that must be given; null, and a problem, where it is not.</summary>
    public string? Required(string key, string code, string remedy)
    {
        if (Text(key) is { Length: > 0 } text) return text;
        if (!Find(key, out var node) || node is YamlScalar)
            _problems.Error(code, PlaceOf(key), $"'{_path}{key}' is missing.", remedy);
        return null;
    }

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        if (!Find(key, out var node)) return [];
        var items = node is YamlList list ? list.Items : [node];
        var texts = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is not YamlScalar scalar)
            {
                Expected(items[i], key, "a list of texts", "Write one text an item.");
                continue;
            }

            if (scalar.IsNull) continue;
            _places[Index(key, i)] = scalar.Place;
            texts.Add(scalar.Text.Trim());
        }

        return texts.ToImmutable();
    }

    /// <summary>A list of mappings, each with a reader of its own.</summary>
    public ImmutableArray<MapReader> Maps(string key)
    {
        if (!Find(key, out var node) || node is YamlScalar { IsNull: true }) return [];
        if (node is not YamlList list)
        {
            Expected(node, key, "a list", "Begin each item with a hyphen.");
            return [];
        }

        var maps = ImmutableArray.CreateBuilder<MapReader>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (list.Items[i] is YamlMap map) maps.Add(new MapReader(map, _problems, Index(key, i), _places));
            else Expected(list.Items[i], key, "keys with values", "Write 'key: value' in each item.");
        }

        return maps.ToImmutable();
    }

    /// <summary>A list whose items are texts or mappings; a single one is a list of one.</summary>
    public ImmutableArray<(string? Text, MapReader? Map, Place Place)> Items(string key)
    {
        if (!Find(key, out var node) || node is YamlScalar { IsNull: true }) return [];
        var nodes = node is YamlList list ? list.Items : [node];
        var items = ImmutableArray.CreateBuilder<(string?, MapReader?, Place)>();
        for (var i = 0; i < nodes.Length; i++)
        {
            _places[Index(key, i)] = nodes[i].Place;
            if (nodes[i] is YamlScalar { IsNull: false } scalar) items.Add((scalar.Text.Trim(), null, scalar.Place));
            else if (nodes[i] is YamlMap map) items.Add((null, new MapReader(map, _problems, Index(key, i), _places), map.Place));
            else if (nodes[i] is YamlList) Expected(nodes[i], key, "a list of texts", "Write one text an item.");
        }

        return items.ToImmutable();
    }

    /// <summary>Whether a key is given as a text.</summary>
    public bool IsText(string key) => Find(key, out var node) && node is YamlScalar;

    /// <summary>Every key with its place.</summary>
    public IEnumerable<(string Key, Place Place)> Keys => _map.Entries.Select(e => (e.Key, e.Place));

    /// <summary>Where the mapping begins.</summary>
    public Place Place => _map.Place;

    /// <summary>A nested mapping; null where it is not given.</summary>
    public MapReader? Map(string key)
    {
        if (!Find(key, out var node) || node is YamlScalar { IsNull: true }) return null;
        if (node is YamlMap map) return new MapReader(map, _problems, _path + key, _places);
        Expected(node, key, "keys with values", "Indent them below the key.");
        return null;
    }

    /// <summary>Every key with its mapping, where the keys are names that the newsroom chose.</summary>
    public IEnumerable<(string Key, MapReader Map)> NamedMaps()
    {
        foreach (var entry in _map.Entries)
        {
            if (Map(entry.Key) is { } map) yield return (entry.Key, map);
        }
    }

    /// <summary>A text given once, or per language as a mapping. A single text is taken for <paramref name="single"/>.</summary>
    public LocalisedText Localised(string key, Language? single = null)
    {
        if (!Find(key, out var node) || node is YamlScalar { IsNull: true }) return LocalisedText.Empty;
        var texts = ImmutableSortedDictionary.CreateBuilder<Language, string>();
        if (node is YamlScalar scalar)
        {
            texts.Add(single ?? Language.Parse("en"), scalar.Text.Trim());
        }
        else if (Map(key) is { } map)
        {
            foreach (var entry in map._map.Entries)
            {
                if (map.LanguageOf(entry.Key, entry.Place) is { } language && map.Text(entry.Key) is { } text)
                    texts[language] = text;
            }
        }

        return new LocalisedText(texts.ToImmutable());
    }

    /// <summary>A BCP 47 tag that stands at a place; null, and a problem, where it is none.</summary>
    public Language? LanguageOf(string tag, Place place)
    {
        if (Language.TryParse(tag, out var language)) return language;
        _problems.Error("content.unknown-language", place, $"'{tag}' is not a language tag.",
            "Write a BCP 47 tag such as it, pt-BR or zh-Hans, with hyphens.");
        return null;
    }

    /// <summary>One of several words; null where it is not given.</summary>
    public string? Choice(string key, params ReadOnlySpan<string> choices)
    {
        if (Text(key) is not { } text) return null;
        foreach (var choice in choices)
        {
            if (choice == text) return choice;
        }

        _problems.Error("content.unknown-value", PlaceOf(key), $"'{text}' is not a value of '{_path}{key}'.",
            choices.Length == 1 ? $"It can only be '{choices[0]}'." : $"Write one of: {string.Join(", ", choices)}.");
        return null;
    }

    /// <summary>The remaining keys as plain texts, whatever their names.</summary>
    public ImmutableSortedDictionary<string, string> AllTexts()
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in _map.Entries)
        {
            if (Text(entry.Key) is { } text) texts[entry.Key] = text;
        }

        return texts.ToImmutable();
    }

    /// <summary>Reports every key that was given and never asked for.</summary>
    public void ReportUnknownKeys(string code)
    {
        foreach (var entry in _map.Entries)
        {
            if (_known.Contains(entry.Key)) continue;
            var nearest = Nearest.Of(entry.Key, _known);
            _problems.Error(code, entry.Place, $"'{_path}{entry.Key}' is not a key that is known here.",
                nearest is null ? $"Known keys: {string.Join(", ", _known)}." : $"Did you mean '{nearest}'?");
        }
    }

    private string Index(string key, int index) => FormattableString.Invariant($"{_path}{key}.{index}");

    private bool Find(string key, [NotNullWhen(true)] out YamlNode? node)
    {
        if (!_known.Contains(key)) _known.Add(key);
        node = _map.Entries.FirstOrDefault(e => e.Key == key)?.Value;
        return node is not null;
    }

    private void Expected(YamlNode node, string key, string what, string remedy) =>
        _problems.Error("content.wrong-type", node.Place, $"'{_path}{key}' has to be {what}.", remedy);
}
