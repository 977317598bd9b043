using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace PressKit.Testing.Servers;

/// <summary>Speaks LibreTranslate's API, with what its source does besides: HTML comes back with entities resolved, each text
/// between tags is translated by itself, and plain text gets the source's last mark, the case of its first letter, and small letters
/// throughout where the source has no other.</summary>
public sealed partial class LibreTranslateServer : TestServer
{
    public const string Key = "secret-libre-key";

    /// <summary>Whether it asks for a key.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>How many characters it takes at once.</summary>
    public int Limit { get; init; } = 5000;

    /// <summary>Whether it dislikes the client.</summary>
    public bool Sulks { get; init; }

    /// <summary>Whether nested elements lose their text, as they do where a fragment is translated into nothing.</summary>
    public bool DropsNested { get; init; } = true;

    /// <inheritdoc/>
    protected override async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == "/frontend/settings") await http.Response.WriteAsync(JsonSerializer.Serialize(new { charLimit = Limit, keyRequired = NeedsKey, frontendTimeout = 500, suggestions = false }));
        else if (http.Request.Path == "/languages") await http.Response.WriteAsync(Languages());
        else if (http.Request.Path == "/translate" && HttpMethods.IsPost(http.Request.Method)) await TranslateAsync(http);
        else await ErrorAsync(http, 404, Error("Not found"));
    }

    private static string Languages()
    {
        string[] codes = ["ar", "ca", "de", "en", "es", "fr", "it", "ja", "pt", "pb", "zh", "zt"];
        return JsonSerializer.Serialize(codes.Select(c => new { code = c, name = c, targets = codes }));
    }

    private async Task TranslateAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        using var json = JsonDocument.Parse(body);
        var q = json.RootElement.GetProperty("q");
        var isBatch = q.ValueKind == JsonValueKind.Array;
        string[] texts = isBatch ? [.. q.EnumerateArray().Select(t => t.GetString()!)] : [q.GetString()!];
        var key = json.RootElement.TryGetProperty("api_key", out var k) ? k.GetString() : null;
        var (isHtml, target) = (json.RootElement.GetProperty("format").GetString() == "html", json.RootElement.GetProperty("target").GetString()!);
        var asked = new Asked(texts, http.Request.QueryString.Value!, body);
        var fault = Note(asked);
        var length = texts.Sum(t => t.Length);
        if (NeedsKey && key is null) await ErrorAsync(http, 400, Error("Please contact the server operator to get an API key"));
        else if (NeedsKey && key != Key) await ErrorAsync(http, 403, Error("Invalid API key: " + key));
        else if (length > Limit) await ErrorAsync(http, 400, Error($"Invalid request: request ({length}) exceeds text limit ({Limit})"));
        else if (fault is { Status: { } status }) await ErrorAsync(http, status, Error(fault.Says), fault);
        else if (!await FailAsync(http, fault)) await WriteAsync(http, asked, texts, isBatch, isHtml, target, fault);
    }

    private async Task WriteAsync(HttpContext http, Asked asked, string[] texts, bool isBatch, bool isHtml, string target, Fault? fault)
    {
        var translated = Sulks ? texts.Select(_ => "😠") : texts.Select(t => isHtml ? Html(t) : Plain(t, target));
        if (fault?.Change is { } change) translated = change([.. translated]);
        var list = translated.ToList();
        await WriteAsync(http, asked, JsonSerializer.SerializeToUtf8Bytes(isBatch ? (object)new { translatedText = list } : new { translatedText = list[0] }), fault);
    }

    private string Html(string html) => WebUtility.HtmlDecode(Capitals(DropsNested ? Nested().Replace(html, "${before}${after}") : html));

    private static string Plain(string text, string target)
    {
        var own = text.ToUpperInvariant();
        if (target is "ja" or "zh" or "zt") own = own.Replace('.', '。').Replace('?', '？').Replace('!', '！');
        if (text.Length > 0 && text[^1] is '.' or '?' or '!' && own[^1] != text[^1]) own = text[^1] == '.' ? own[..^1] + "." : own + text[^1];
        if (text.Any(char.IsLower) && !text.Any(char.IsUpper)) return own.ToLowerInvariant();
        return own.Length > 0 && char.IsLower(text[0]) ? char.ToLowerInvariant(own[0]) + own[1..] : own;
    }

    private static string Error(string error) => JsonSerializer.Serialize(new { error });

    [GeneratedRegex("""(?<before><[a-z]+ id="c[0-9]+">[^<>]*)<[a-z]+ id="c[0-9]+">[^<>]*</[a-z]+>(?<after>[^<>]*</[a-z]+>)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Nested();
}
