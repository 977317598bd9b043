using System.Collections.Concurrent;
using System.Text.Json;

namespace PressKit.Translation.Glossary;

/// <summary>The rules of inflection of every language that has any.</summary>
internal sealed class Inflections
{
    private readonly ConcurrentDictionary<string, Inflection> _made = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, InflectionData>> _data = new(Read);

    /// <summary>The rules of a language; none but those of all languages where it has no data.</summary>
    public Inflection Of(Language language) =>
        _made.GetOrAdd(language.Primary, primary => new Inflection(_data.Value.GetValueOrDefault(primary) ?? new InflectionData()));

    private static Dictionary<string, InflectionData> Read()
    {
        using var stream = typeof(Inflections).Assembly.GetManifestResourceStream("glossary/inflection.json")!;
        return JsonSerializer.Deserialize(stream, InflectionJson.Default.DictionaryStringInflectionData)!;
    }
}
