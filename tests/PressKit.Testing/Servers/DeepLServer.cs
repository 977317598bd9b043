using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace PressKit.Testing.Servers;

/// <summary>Speaks DeepL's API, version 2: forms and JSON, XML in its strict handling, characters billed without tags. It may
/// split an element whose words it moves apart, and then has it twice.</summary>
public sealed partial class DeepLServer : TestServer
{
    public const string Key = "secret-deepl-key:fx";

    private static readonly string[] Sources = ["AR", "CA", "DE", "EN", "ES", "FR", "IT", "JA", "PT", "ZH"];
    private static readonly string[] Targets = ["AR", "CA", "DE", "EN-GB", "EN-US", "ES", "FR", "IT", "JA", "PT-BR", "PT-PT", "ZH-HANS", "ZH-HANT"];

    private int _billed;

    /// <summary>How many characters may be billed.</summary>
    public int Quota { get; init; } = int.MaxValue;

    /// <summary>Whether an element of two words comes back twice.</summary>
    public bool SplitsElements { get; init; }

    /// <summary>The characters billed.</summary>
    public int Billed => _billed;

    /// <inheritdoc/>
    protected override async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers["X-Trace-ID"] = "0";
        if (http.Request.Headers.Authorization != "DeepL-Auth-Key " + Key) await ErrorAsync(http, 403, Error("Authorization failed for " + http.Request.Headers.Authorization));
        else if (http.Request.Path == "/v2/usage") await http.Response.WriteAsync(JsonSerializer.Serialize(new { character_count = _billed, character_limit = Quota }));
        else if (http.Request.Path == "/v2/languages") await LanguagesAsync(http);
        else if (http.Request.Path != "/v2/translate") await ErrorAsync(http, 404, Error("Not found"));
        else await TranslateAsync(http);
    }

    private static Task LanguagesAsync(HttpContext http) => http.Response.WriteAsync(JsonSerializer.Serialize(
        (http.Request.Query["type"] == "target" ? Targets : Sources).Select(l => new { language = l, name = l, supports_formality = false })));

    private async Task TranslateAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        if (Encoding.UTF8.GetByteCount(body) > 128 * 1024)
        {
            await ErrorAsync(http, 413, Error("Request size exceeds the limit"));
            return;
        }

        var isJson = http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        var options = isJson ? Json(body) : Form(body);
        var texts = options.GetValueOrDefault("text", []);
        var asked = new Asked(texts, http.Request.QueryString.Value!, body);
        var fault = Note(asked);
        var handling = One(options, "tag_handling");
        var size = Size(texts.Select(t => handling is null ? t : WithoutTags(t)));
        if (texts.Length == 0) await ErrorAsync(http, 400, Error("Parameter 'text' not specified."));
        else if (texts.Length > 50) await ErrorAsync(http, 400, Error("Too many texts in the request."));
        else if (!Targets.Append("EN").Append("PT").Append("ZH").Contains(One(options, "target_lang")?.ToUpperInvariant())) await ErrorAsync(http, 400, Error("Value for 'target_lang' not supported."));
        else if (fault is { Status: { } status }) await ErrorAsync(http, status, Error(fault.Says), fault);
        else if (handling == "xml" && One(options, "tag_handling_version") == "v2" && !texts.All(IsWellFormed)) await ErrorAsync(http, 400, Error("Tag handling parsing failed, please check input."));
        else if (_billed + size > Quota) await ErrorAsync(http, 456, Error("Quota Exceeded"));
        else if (!await FailAsync(http, fault)) await WriteAsync(http, asked, texts, handling, size, One(options, "show_billed_characters") is "True" or "true" or "1", fault);
    }

    private async Task WriteAsync(HttpContext http, Asked asked, string[] texts, string? handling, int size, bool showsBilled, Fault? fault)
    {
        // Without tag handling a tag is text like any other.
        var translated = texts.Select(t => handling is null ? t.ToUpperInvariant() : SplitsElements ? Split().Replace(Capitals(t), "<g id=\"${id}\">${one}</g> <g id=\"${id}\">${two}</g>") : Capitals(t));
        if (fault?.Change is { } change) translated = change([.. translated]);
        Interlocked.Add(ref _billed, size);
        var answer = new
        {
            translations = translated.Select((t, i) => showsBilled
                ? (object)new { detected_source_language = "IT", text = t, billed_characters = i < texts.Length ? Size([handling is null ? texts[i] : WithoutTags(texts[i])]) : 0 }
                : new { detected_source_language = "IT", text = t }),
        };
        await WriteAsync(http, asked, JsonSerializer.SerializeToUtf8Bytes(answer), fault);
    }

    private static Dictionary<string, string[]> Json(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Array
            ? p.Value.EnumerateArray().Select(v => v.ToString()).ToArray() : [p.Value.ToString()]);
    }

    private static Dictionary<string, string[]> Form(string body) =>
        QueryHelpers.ParseQuery(body).ToDictionary(p => p.Key, p => p.Value.Select(v => v ?? "").ToArray());

    private static string? One(Dictionary<string, string[]> options, string name) => options.GetValueOrDefault(name)?.FirstOrDefault();

    private static bool IsWellFormed(string text)
    {
        try
        {
            XElement.Parse($"<t>{text}</t>");
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string WithoutTags(string text) => System.Net.WebUtility.HtmlDecode(Tag().Replace(text, ""));

    private static string Error(string message) => JsonSerializer.Serialize(new { message, detail = "See the documentation." });

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("""<g id="(?<id>c[0-9]+)">(?<one>[^<> ]+) (?<two>[^<>]+)</g>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Split();
}
