using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PressKit.Segmentation;

/// <summary><c>sentence-break.json</c>: ranges of code points in hexadecimal, by class.</summary>
internal sealed record SentenceBreakData(string Unicode, Dictionary<string, string> Classes);

/// <summary><c>suppressions.json</c>: CLDR's abbreviations by language.</summary>
internal sealed record SuppressionData(string Cldr, Dictionary<string, string[]> Suppressions);

/// <summary>What <c>house.json</c> says of a language; docs/segmentation.md describes it.</summary>
internal sealed record HouseRules
{
    public string[]? Abbreviations { get; init; }

    public string[]? BeforeNumbers { get; init; }

    public string[]? Words { get; init; }

    public bool Ordinals { get; init; }

    public bool Initials { get; init; }

    public string? AfterQuotation { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SentenceBreakData))]
[JsonSerializable(typeof(SuppressionData))]
[JsonSerializable(typeof(Dictionary<string, HouseRules>))]
internal sealed partial class SegmentationJson : JsonSerializerContext
{
    /// <summary>Reads an embedded file.</summary>
    public static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        using var stream = typeof(SegmentationJson).Assembly.GetManifestResourceStream("segmentation/" + file)
            ?? throw new InvalidDataException($"{file} is not embedded.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"{file} is empty.");
    }
}
