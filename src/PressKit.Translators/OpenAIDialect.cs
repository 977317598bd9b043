using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PressKit.Translators.Requests;

namespace PressKit.Translators;

/// <summary>What a server understands of OpenAI's options. It is offered all at first, and never again one that it refuses: an
/// answer by a schema, then any JSON, then whatever it writes.</summary>
internal sealed record OpenAIDialect
{
    private const string Schema = """
        {"type":"json_schema","json_schema":{"name":"translations","strict":true,"schema":{"type":"object","properties":{"translations":{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"},"text":{"type":"string"}},"required":["id","text"],"additionalProperties":false}}},"required":["translations"],"additionalProperties":false}}}
        """;

    /// <summary>How long the schema is.</summary>
    public static int SchemaBytes { get; } = Encoding.UTF8.GetByteCount(Schema);

    /// <summary>Whether it takes a schema for its answer.</summary>
    public bool TakesSchema { get; init; } = true;

    /// <summary>Whether it can be told to answer in JSON.</summary>
    public bool TakesJson { get; init; } = true;

    /// <summary>Whether it takes a temperature.</summary>
    public bool TakesTemperature { get; init; } = true;

    /// <summary>Whether it calls the limit of an answer <c>max_completion_tokens</c>, as OpenAI's own servers do.</summary>
    public bool NamesCompletionTokens { get; init; }

    /// <summary>The body of a request.</summary>
    public byte[] Body(string model, string system, string user, int mostTokens)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteStartArray("messages");
            Message(json, "system", system);
            Message(json, "user", user);
            json.WriteEndArray();
            json.WriteNumber(NamesCompletionTokens ? "max_completion_tokens" : "max_tokens", mostTokens);
            if (TakesTemperature) json.WriteNumber("temperature", 0);
            if (TakesSchema || TakesJson)
            {
                json.WritePropertyName("response_format");
                json.WriteRawValue(TakesSchema ? Schema : """{"type":"json_object"}""");
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The dialect without the option that the server complains about; null where it complains about another thing.</summary>
    public OpenAIDialect? Without(HttpReply reply)
    {
        if (reply.Status is not (400 or 422 or 501)) return null;
        var said = $"{reply.Find("error", "param")} {reply.Find("error", "message")} {reply.Find("error")} {reply.Find("detail")}";
        if (TakesTemperature && Says("temperature")) return this with { TakesTemperature = false };
        if (Says("max_tokens") && !NamesCompletionTokens) return this with { NamesCompletionTokens = true };
        if (!Says("response_format") && !Says("json_schema") && !Says("json_object") && !Says("grammar")) return null;
        if (TakesSchema) return this with { TakesSchema = false };
        return TakesJson ? this with { TakesJson = false } : null;

        bool Says(string word) => said.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static void Message(Utf8JsonWriter json, string role, string content)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", content);
        json.WriteEndObject();
    }
}
