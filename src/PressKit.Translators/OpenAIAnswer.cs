using System.Collections.Immutable;
using System.Text.Json;
using PressKit.Translators.Requests;

namespace PressKit.Translators;

/// <summary>Reads what a language model wrote: JSON as it was asked for, or JSON somewhere in other words. A text counts only
/// where its id came once and it is written in the script of the language.</summary>
internal static class OpenAIAnswer
{
    /// <summary>The answers to the texts of a request; nothing for those that do not count.</summary>
    public static ImmutableArray<TextAnswer> Texts(string content, ServiceRequest request)
    {
        var found = new Dictionary<int, string?>();
        foreach (var (id, text) in Items(content))
        {
            // An id that came twice is worth no more than none.
            if (!found.TryAdd(id, text)) found[id] = null;
        }

        return [.. request.Texts.Select((t, i) => found.GetValueOrDefault(i + 1) is { } text && !string.IsNullOrWhiteSpace(text)
            && OwnScript.Fits(text, t.Plain, request.Target) ? new TextAnswer(text) : default)];
    }

    private static List<(int Id, string Text)> Items(string content)
    {
        var start = content.AsSpan().IndexOfAny('{', '[');
        var end = content.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end < start) return [];
        try
        {
            using var json = JsonDocument.Parse(content.AsMemory(start, end - start + 1));
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("translations", out var list)) root = list;
            return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(Item).OfType<(int, string)>()] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static (int Id, string Text)? Item(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("id", out var id) || !item.TryGetProperty("text", out var text)) return null;
        return id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) && text.ValueKind == JsonValueKind.String
            ? (number, text.GetString()!)
            : null;
    }
}
