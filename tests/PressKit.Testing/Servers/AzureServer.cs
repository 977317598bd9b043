using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PressKit.Testing.Servers;

/// <summary>Speaks the Text Translation API, versions 3.0 and 2026-06-06.</summary>
public sealed class AzureServer : TestServer
{
    public const string Key = "0123456789-secret-key";
    public const string Region = "westeurope";
    public const string Token = "secret-entra-token";

    private static readonly string[] Languages =
        ["ar", "ca", "de", "en", "es", "fr", "it", "ja", "pt", "pt-PT", "zh-Hans", "zh-Hant"];

    private int _charged;

    /// <summary>How many characters may be translated before the free quota is spent.</summary>
    public int Quota { get; init; } = int.MaxValue;

    /// <summary>The characters charged.</summary>
    public int Charged => _charged;

    public static Task<AzureServer> StartAsync(bool https = false, int quota = int.MaxValue) =>
        StartAsync(new AzureServer { Quota = quota }, https);

    /// <inheritdoc/>
    protected override async Task AnswerAsync(HttpContext http)
    {
        var version = http.Request.Query["api-version"].ToString();
        var path = http.Request.Path.Value!.Replace("/translator/text/v3.0", "", StringComparison.Ordinal).Replace("/translator/text", "", StringComparison.Ordinal);
        if (version is not ("3.0" or "2026-06-06")) await ErrorAsync(http, version, 400021, "The API version parameter is not valid.");
        else if (path == "/languages") await http.Response.WriteAsync(Known());
        else if (path != "/translate") await ErrorAsync(http, version, 404000, "No such operation.");
        else if (!IsAuthorised(http.Request)) await ErrorAsync(http, version, 401000, "The request is not authorized because credentials are missing or invalid: " + http.Request.Headers["Ocp-Apim-Subscription-Key"]);
        else await TranslateAsync(http, version);
    }

    private static string Known() => JsonSerializer.Serialize(new { translation = Languages.ToDictionary(l => l, l => new { name = l, nativeName = l, dir = "ltr", models = Array.Empty<string>() }) });

    private static bool IsAuthorised(HttpRequest request) =>
        request.Headers.Authorization == "Bearer " + Token
            ? request.Headers["Ocp-Apim-ResourceId"] == "/subscriptions/1"
            : request.Headers["Ocp-Apim-Subscription-Key"] == Key && request.Headers["Ocp-Apim-Subscription-Region"] == Region;

    private async Task TranslateAsync(HttpContext http, string version)
    {
        var body = await BodyAsync(http);
        if (Parse(body, version, http.Request.Query) is not ({ } texts, { } target, var isHtml))
        {
            await ErrorAsync(http, version, 400074, "The body of the request is not valid JSON.");
            return;
        }

        var size = Size(texts);
        var asked = new Asked(texts, http.Request.QueryString.Value!, body);
        var fault = Note(asked);
        if (texts.Count > 1000) await ErrorAsync(http, version, 400072, "The request has too many elements.");
        else if (size > 50_000) await ErrorAsync(http, version, 400077, "The request is too long.");
        else if (!Languages.Contains(target)) await ErrorAsync(http, version, 400036, "The target language is not valid.");
        else if (_charged + size > Quota) await ErrorAsync(http, version, 403001, "The operation isn't allowed because the subscription has exceeded its free quota.");
        else if (fault is { Status: { } status }) await ErrorAsync(http, version, status, fault.Says, fault);
        else if (!await FailAsync(http, fault)) await WriteAsync(http, version, target, asked, size, isHtml, fault);
    }

    /// <summary>What is asked: by the query in the older version, by the body in the newer.</summary>
    private static (List<string>? Texts, string? Target, bool IsHtml) Parse(string body, string version, IQueryCollection query)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (version == "3.0")
                return ([.. json.RootElement.EnumerateArray().Select(e => e.GetProperty("Text").GetString()!)], query["to"].ToString(), query["textType"] == "html");
            var inputs = json.RootElement.GetProperty("inputs").EnumerateArray().ToList();
            var targets = inputs.Select(i => i.GetProperty("targets").EnumerateArray().Single().GetProperty("language").GetString()).Distinct().ToList();
            var isHtml = inputs.All(i => i.TryGetProperty("textType", out var t) && string.Equals(t.GetString(), "html", StringComparison.OrdinalIgnoreCase));
            return ([.. inputs.Select(i => i.GetProperty("text").GetString()!)], targets.Single(), isHtml);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, null, false);
        }
    }

    private async Task WriteAsync(HttpContext http, string version, string target, Asked asked, int size, bool isHtml, Fault? fault)
    {
        var translated = asked.Texts.Select(t => isHtml ? Capitals(t) : t.ToUpperInvariant());
        if (fault?.Change is { } change) translated = change([.. translated]);
        var json = version == "3.0"
            ? JsonSerializer.SerializeToUtf8Bytes(translated.Select(t => new { translations = new[] { new { text = t, to = target } } }))
            : JsonSerializer.SerializeToUtf8Bytes(new { value = translated.Zip(asked.Texts).Select(p => new { translations = new[] { new { language = target, text = p.First, sourceCharacters = Size([p.Second]) } } }) });
        Interlocked.Add(ref _charged, size);
        http.Response.Headers["X-requestid"] = "0";
        http.Response.Headers["X-metered-usage"] = size.ToString(CultureInfo.InvariantCulture);
        await WriteAsync(http, asked, json, fault);
    }

    // A number in the older version, a text in the newer.
    private static Task ErrorAsync(HttpContext http, string version, int code, string message, Fault? fault = null) =>
        ErrorAsync(http, code / 1000, version == "2026-06-06"
            ? JsonSerializer.Serialize(new { error = new { code = code.ToString(CultureInfo.InvariantCulture), message } })
            : JsonSerializer.Serialize(new { error = new { code, message } }), fault);
}
