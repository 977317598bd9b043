using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PressKit.Testing.Servers;

/// <summary>Speaks OpenAI's chat completions. Its model translates the items of the user's JSON into capitals, and puts tags back
/// where it is asked to. A token is four bytes.</summary>
public sealed class OpenAIServer : TestServer
{
    public const string Key = "sk-secret-openai-key";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long _input;
    private long _output;

    /// <summary>Whether it takes a schema.</summary>
    public bool KnowsSchema { get; init; } = true;

    /// <summary>Whether it takes a format at all.</summary>
    public bool KnowsFormat { get; init; } = true;

    /// <summary>Whether it takes a temperature.</summary>
    public bool KnowsTemperature { get; init; } = true;

    /// <summary>What its model does besides.</summary>
    public Func<string, string> Model { get; init; } = t => t;

    /// <summary>The tokens charged.</summary>
    public (long Input, long Output) Tokens => (_input, _output);

    /// <inheritdoc/>
    protected override async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization != "Bearer " + Key && http.Request.Headers["api-key"] != Key)
            await ErrorAsync(http, 401, Error("Incorrect API key provided: " + http.Request.Headers.Authorization, "invalid_api_key"));
        else if (http.Request.Path != "/v1/chat/completions") await ErrorAsync(http, 404, Error("Not found", null));
        else await CompleteAsync(http);
    }

    private async Task CompleteAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        var request = JsonNode.Parse(body)!;
        var user = request["messages"]!.AsArray().Single(m => m!["role"]!.GetValue<string>() == "user")!["content"]!.GetValue<string>();
        var format = request["response_format"]?["type"]?.GetValue<string>();
        if (!KnowsTemperature && request["temperature"] is not null) await ErrorAsync(http, 400, Error("Unsupported value: 'temperature' does not support 0 with this model.", "unsupported_value", "temperature"));
        else if (!KnowsFormat && format is not null) await ErrorAsync(http, 400, Error("response_format is not supported", null, "response_format"));
        else if (!KnowsSchema && format == "json_schema") await ErrorAsync(http, 400, Error("'response_format.type' must be 'json_object' or 'text'", null, "response_format.type"));
        else await CompleteAsync(http, body, user, request);
    }

    private async Task CompleteAsync(HttpContext http, string body, string user, JsonNode request)
    {
        var items = Items(user);
        var asked = new Asked([.. items.Select(i => i["text"]!.GetValue<string>())], http.Request.QueryString.Value!, body);
        var fault = Note(asked);
        if (fault is { Status: { } status })
        {
            await ErrorAsync(http, status, Error(fault.Says, fault.Finish), fault);
            return;
        }

        if (await FailAsync(http, fault)) return;
        var texts = items.Select(Text);
        if (fault?.Change is { } change) texts = change([.. texts]);
        var content = JsonSerializer.Serialize(new { translations = texts.Select((t, i) => new { id = i < items.Count ? items[i]["id"]!.GetValue<int>() : i + 1, text = t }) }, Relaxed);
        if (fault?.Content is { } write) content = write(content);
        var limit = (request["max_completion_tokens"] ?? request["max_tokens"])?.GetValue<long>() ?? long.MaxValue;
        var (input, output) = (Tokenised(body), Tokenised(content));
        var isCut = output > limit || fault?.Finish == "length";
        Interlocked.Add(ref _input, input);
        Interlocked.Add(ref _output, Math.Min(output, limit));
        var answer = new
        {
            id = "chatcmpl-0",
            @object = "chat.completion",
            created = 0,
            model = request["model"]!.GetValue<string>(),
            choices = new[]
            {
                new
                {
                    index = 0,
                    finish_reason = isCut ? "length" : fault?.Finish ?? "stop",
                    message = new { role = "assistant", content = fault?.Refusal is null ? isCut ? content[..(content.Length / 2)] : content : null, refusal = fault?.Refusal },
                },
            },
            usage = new { prompt_tokens = input, completion_tokens = Math.Min(output, limit), total_tokens = input + Math.Min(output, limit) },
        };
        await WriteAsync(http, asked, JsonSerializer.SerializeToUtf8Bytes(answer, Relaxed), fault);
    }

    private string Text(JsonNode item) => item["translation"] is { } draft
        ? Plain(Capitals(item["text"]!.GetValue<string>())) == Plain(draft.GetValue<string>()) ? Capitals(item["text"]!.GetValue<string>()) : draft.GetValue<string>()
        : Model(Capitals(item["text"]!.GetValue<string>()));

    private static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, "</?[0-9]+/?>|\\s", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).ToUpperInvariant();

    private static List<JsonNode> Items(string user)
    {
        try
        {
            return [.. JsonNode.Parse(user)!["items"]!.AsArray().Where(i => i!["id"] is not null).Select(i => i!)];
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException)
        {
            return [JsonNode.Parse(JsonSerializer.Serialize(new { id = 1, text = user }))!];
        }
    }

    private static long Tokenised(string text) => (Encoding.UTF8.GetByteCount(text) + 3) / 4;

    private static string Error(string message, string? code, string? param = null) =>
        JsonSerializer.Serialize(new { error = new { message, type = "invalid_request_error", param, code } });
}
