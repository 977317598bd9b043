using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using PressKit.Translation;

namespace PressKit.Translators;

/// <summary>What the two versions of the Text Translation API say differently. The newer one has its options in the body, and
/// can translate with a language model that is deployed in the resource; then it counts tokens.</summary>
internal sealed class AzureProtocol(string version, string? model)
{
    /// <summary>The versions that are spoken.</summary>
    public static readonly string[] Versions = [Old, New];

    private const string Old = "3.0";
    private const string New = "2026-06-06";

    private static readonly AzureJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    private readonly bool _isOld = version == Old;

    /// <summary>The model, where it is not the usual one.</summary>
    public string? Model => model;

    /// <summary>Whether tokens are charged, not characters.</summary>
    public bool CountsTokens => !_isOld && model?.Contains("gpt", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A request to translate: its query and its body.</summary>
    public (KeyValuePair<string, string>[] Query, byte[] Body) Translate(string from, string to, string[] texts, bool isHtml, IReadOnlyList<ImmutableArray<TranslationExample>>? examples = null)
    {
        if (!_isOld)
        {
            return ([], JsonSerializer.SerializeToUtf8Bytes(
                new AzureInputs([.. texts.Select((t, i) => new AzureInput(t, from, isHtml ? "Html" : "Plain", [new AzureTarget(to, model, "NoAction", Pairs(i))]))]), Json.AzureInputs));
        }

        KeyValuePair<string, string>[] query =
        [
            new("from", from), new("to", to), new("textType", isHtml ? "html" : "plain"), new("profanityAction", "NoAction"),
            .. model is null ? Array.Empty<KeyValuePair<string, string>>() : [new("category", model)],
        ];
        return (query, JsonSerializer.SerializeToUtf8Bytes([.. texts.Select(t => new AzureText(t))], Json.AzureTextArray));

        // Only a language model takes them.
        AzurePair[]? Pairs(int text) => CountsTokens && examples is not null && !examples[text].IsEmpty ? [.. examples[text].Select(e => new AzurePair(e.Source, e.Target))] : null;
    }

    /// <summary>The translations and the charge of an answer.</summary>
    public (string[] Texts, Charge Charge) Read(Response response, JsonElement answer)
    {
        var items = (_isOld ? answer : answer.GetProperty("value")).EnumerateArray().Select(e => e.GetProperty("translations")[0]).ToArray();
        string[] texts = [.. items.Select(t => t.GetProperty("text").GetString() ?? "")];
        if (CountsTokens)
        {
            return (texts, new Charge
            {
                InputTokens = items.Sum(t => Number(t, "instructionTokens") + Number(t, "sourceTokens")),
                OutputTokens = items.Sum(t => Number(t, "responseTokens")),
            });
        }

        var metered = response.Headers.TryGetValue("X-metered-usage", out var usage)
            && long.TryParse(usage, NumberStyles.None, CultureInfo.InvariantCulture, out var characters)
            ? characters
            : items.Sum(t => Number(t, "sourceCharacters"));
        return (texts, new Charge { Characters = metered });
    }

    private static long Number(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetInt64() : 0;
}

/// <summary>A text of version 3.0.</summary>
internal sealed record AzureText(string Text);

/// <summary>The body of version 2026-06-06.</summary>
internal sealed record AzureInputs([property: JsonPropertyName("inputs")] AzureInput[] Inputs);

/// <summary>A text of version 2026-06-06.</summary>
internal sealed record AzureInput(
    [property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("language")] string Language,
    [property: JsonPropertyName("textType")] string TextType, [property: JsonPropertyName("targets")] AzureTarget[] Targets);

/// <summary>What is wanted of a text of version 2026-06-06.</summary>
internal sealed record AzureTarget(
    [property: JsonPropertyName("language")] string Language, [property: JsonPropertyName("deploymentName")] string? DeploymentName,
    [property: JsonPropertyName("profanityAction")] string ProfanityAction, [property: JsonPropertyName("referenceTextPairs")] AzurePair[]? Pairs);

/// <summary>A text and its translation, as an example for a language model.</summary>
internal sealed record AzurePair([property: JsonPropertyName("source")] string Source, [property: JsonPropertyName("target")] string Target);

[JsonSerializable(typeof(AzureText[]))]
[JsonSerializable(typeof(AzureInputs))]
internal sealed partial class AzureJson : JsonSerializerContext;
