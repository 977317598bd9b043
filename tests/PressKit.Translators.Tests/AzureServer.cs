using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PressKit.Translators.Tests;

/// <summary>Speaks the Text Translation API 3.0 on loopback: its "translation" is the text in capitals. Faults are taken from
/// a queue, one a request to translate.</summary>
internal sealed partial class AzureServer : IAsyncDisposable
{
    public const string Key = "0123456789-secret-key";
    public const string Region = "westeurope";
    public const string Token = "secret-entra-token";
    private readonly WebApplication _app;
    private int _charged;

    private AzureServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <summary>What goes wrong with the next requests; null for nothing.</summary>
    public ConcurrentQueue<Fault?> Faults { get; } = new();

    /// <summary>The requests to translate that were understood, with their texts.</summary>
    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>All texts sent, in order.</summary>
    public IEnumerable<string> Texts => Requests.SelectMany(r => r.Texts);

    /// <summary>How many characters may be translated before the free quota is spent.</summary>
    public int Quota { get; init; } = int.MaxValue;

    /// <summary>The characters charged.</summary>
    public int Charged => _charged;

    /// <summary>Is called when a request is held and will not be answered.</summary>
    public Action Held { get; set; } = () => { };

    public static async Task<AzureServer> StartAsync(bool https = false, int quota = int.MaxValue)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (https) listen.UseHttps(Certificate());
        }));
        var app = builder.Build();
        var server = new AzureServer(app) { Quota = quota };
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Replace("/translator/text/v3.0", "", StringComparison.Ordinal);
        if (http.Request.Query["api-version"] != "3.0") await ErrorAsync(http, 400, 400021, "The API version parameter is not valid.");
        else if (path == "/languages") await http.Response.WriteAsync("""{"translation":{"it":{},"en":{},"ja":{},"es":{},"pt":{},"pt-PT":{},"zh-Hans":{},"zh-Hant":{}}}""");
        else if (path != "/translate") await ErrorAsync(http, 404, 404000, "No such operation.");
        else if (!IsAuthorised(http.Request)) await ErrorAsync(http, 401, 401000, "The request is not authorized because credentials are missing or invalid: " + http.Request.Headers["Ocp-Apim-Subscription-Key"]);
        else await TranslateAsync(http);
    }

    private static bool IsAuthorised(HttpRequest request) =>
        request.Headers.Authorization == "Bearer " + Token
            ? request.Headers["Ocp-Apim-ResourceId"] == "/subscriptions/1"
            : request.Headers["Ocp-Apim-Subscription-Key"] == Key && request.Headers["Ocp-Apim-Subscription-Region"] == Region;

    private async Task TranslateAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var texts = body.RootElement.EnumerateArray().Select(e => e.GetProperty("Text").GetString()!).ToList();
        var size = texts.Sum(t => t.EnumerateRunes().Count());
        Requests.Enqueue(new Asked([.. texts], http.Request.QueryString.Value!));
        Faults.TryDequeue(out var fault);
        if (texts.Count > 1000) await ErrorAsync(http, 400, 400072, "The request has too many elements.");
        else if (size > 50_000) await ErrorAsync(http, 400, 400077, "The request is too long.");
        else if (http.Request.Query["to"] == "xx") await ErrorAsync(http, 400, 400036, "The target language is not valid.");
        else if (_charged + size > Quota) await ErrorAsync(http, 403, 403001, "The operation isn't allowed because the subscription has exceeded its free quota.");
        else if (fault is { Status: { } status }) await ErrorAsync(http, status / 1000, status, "Fault.", fault.RetryAfter);
        else if (fault is { Hold: true }) await HoldAsync(http);
        else if (fault is { Abort: true }) http.Abort();
        else await WriteAsync(http, texts, size, fault);
    }

    private async Task HoldAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(gone.SetResult);
        Held();
        await gone.Task;
    }

    private async Task WriteAsync(HttpContext http, List<string> texts, int size, Fault? fault)
    {
        var translated = texts.Select(Translate);
        if (fault?.Change is { } change) translated = change([.. translated]);
        var json = JsonSerializer.SerializeToUtf8Bytes(translated.Select(t => new { translations = new[] { new { text = t, to = "en" } } }));
        http.Response.ContentType = "application/json; charset=utf-8";
        if (fault is { Truncate: true })
        {
            http.Response.ContentLength = json.Length;
            await http.Response.Body.WriteAsync(json.AsMemory(0, json.Length / 2));
            await http.Response.Body.FlushAsync();
            http.Abort();
            return;
        }

        Interlocked.Add(ref _charged, size);
        http.Response.Headers["X-metered-usage"] = size.ToString(CultureInfo.InvariantCulture);
        await http.Response.Body.WriteAsync(fault is { Cut: true } ? json.AsMemory(0, json.Length / 2) : json);
    }

    private static async Task ErrorAsync(HttpContext http, int status, int code, string message, string? retryAfter = null)
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        await http.Response.WriteAsync(JsonSerializer.Serialize(new { error = new { code, message } }));
    }

    private static string Translate(string html) => Part().Replace(html, m => m.Groups["text"].Success
        ? WebUtility.HtmlDecode(m.Value).ToUpperInvariant().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        : m.Value);

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    [GeneratedRegex("""<span[^>]*translate="no">.*?</span>|<[^>]*>|(?<text>[^<]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Part();
}

/// <summary>A request to translate.</summary>
internal sealed record Asked(IReadOnlyList<string> Texts, string Query);

/// <summary>What goes wrong with one request.</summary>
internal sealed record Fault
{
    public static readonly Fault Timeout = new() { Hold = true };
    public static readonly Fault Broken = new() { Abort = true };
    public static readonly Fault Truncated = new() { Truncate = true };
    public static readonly Fault HalfJson = new() { Cut = true };

    public int? Status { get; init; }

    public string? RetryAfter { get; init; }

    public bool Hold { get; init; }

    public bool Abort { get; init; }

    public bool Truncate { get; init; }

    public bool Cut { get; init; }

    public Func<List<string>, IEnumerable<string>>? Change { get; init; }

    public static Fault Code(int code, string? retryAfter = null) => new() { Status = code, RetryAfter = retryAfter };

    public static Fault Changed(Func<List<string>, IEnumerable<string>> change) => new() { Change = change };
}
