using System.Text.Json.Serialization;

namespace PressKit.Translation.Glossary;

// Data/inflection.json: by language, how its words change. docs/glossary.md says what the members mean.

internal sealed record InflectionData
{
    /// <summary>Sets of endings that take each other's place in the forms of one word.</summary>
    public string[][] Endings { get; set; } = [];

    /// <summary>The fewest letters that stay before such an ending.</summary>
    public int Stem { get; set; } = 3;

    /// <summary>What is written in front of a word without a space, and is not the word.</summary>
    public string[] Prefixes { get; set; } = [];

    /// <summary>The article that is written in front of a word without a space, on a term as in a text.</summary>
    public string? Article { get; set; }

    /// <summary>Prefixes that swallow a part of the article: what stands there, and what it stands for.</summary>
    public Dictionary<string, string> Contractions { get; set; } = [];

    /// <summary>What is written behind a word without a space, one or several after each other.</summary>
    public string[] Suffixes { get; set; } = [];

    /// <summary>Whether words are put together into one.</summary>
    public bool Compounds { get; set; }

    /// <summary>Letters that count as others: the first of each pair as the second.</summary>
    public Dictionary<string, string> Letters { get; set; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, InflectionData>))]
internal sealed partial class InflectionJson : JsonSerializerContext;
