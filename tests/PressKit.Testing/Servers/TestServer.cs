using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PressKit.Testing.Servers;

/// <summary>A translation service on loopback, which speaks the protocol of a real one: its "translation" is the text in
/// capitals. Faults are taken from a queue, one a request to translate.</summary>
public abstract partial class TestServer : IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>Its address.</summary>
    public Uri Url => new(_app!.Urls.Single());

    /// <summary>What goes wrong with the next requests; null for nothing.</summary>
    public ConcurrentQueue<Fault?> Faults { get; } = new();

    /// <summary>The requests to translate that were understood.</summary>
    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>The requests that were answered, hence charged.</summary>
    public ConcurrentQueue<Asked> Answered { get; } = new();

    /// <summary>All texts sent, in order.</summary>
    public IEnumerable<string> Texts => Requests.SelectMany(r => r.Texts);

    /// <summary>Is called when a request is held and will not be answered.</summary>
    public Action Held { get; set; } = () => { };

    /// <summary>Is called with each request before it is answered.</summary>
    public Action<Asked> Asking { get; set; } = _ => { };

    /// <summary>Starts a server.</summary>
    public static async Task<T> StartAsync<T>(T server, bool https = false)
        where T : TestServer
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (https) listen.UseHttps(Certificate());
        }));
        server._app = builder.Build();
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null) await _app.DisposeAsync();
    }

    /// <summary>Answers one request.</summary>
    protected abstract Task AnswerAsync(HttpContext http);

    /// <summary>Notes a request to translate, and takes the fault that it meets.</summary>
    protected Fault? Note(Asked asked)
    {
        Requests.Enqueue(asked);
        Asking(asked);
        return Faults.TryDequeue(out var fault) ? fault : null;
    }

    /// <summary>Does what goes wrong with the connection; false where nothing does.</summary>
    protected async Task<bool> FailAsync(HttpContext http, Fault? fault, byte[]? answer = null)
    {
        if (fault is { Hold: true })
        {
            var gone = new TaskCompletionSource();
            await using var registration = http.RequestAborted.Register(gone.SetResult);
            Held();
            await gone.Task;
            return true;
        }

        if (fault is { Abort: true })
        {
            http.Abort();
            return true;
        }

        if (answer is null || fault is not { Truncate: true }) return false;
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2));
        await http.Response.Body.FlushAsync();
        http.Abort();
        return true;
    }

    /// <summary>Writes an answer as JSON, whole or, by a fault, half of it.</summary>
    protected async Task WriteAsync(HttpContext http, Asked asked, byte[] json, Fault? fault)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        if (await FailAsync(http, fault, json)) return;
        Answered.Enqueue(asked);
        await http.Response.Body.WriteAsync(fault is { Cut: true } ? json.AsMemory(0, json.Length / 2) : json);
    }

    /// <summary>Writes an error.</summary>
    protected static async Task ErrorAsync(HttpContext http, int status, string json, Fault? fault = null)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        if (fault?.RetryAfter is { } retryAfter) http.Response.Headers.RetryAfter = retryAfter;
        if (fault?.RetryAfterMilliseconds is { } milliseconds) http.Response.Headers["retry-after-ms"] = milliseconds;
        await http.Response.WriteAsync(json);
    }

    /// <summary>The characters of texts, in code points.</summary>
    protected static int Size(IEnumerable<string> texts) => texts.Sum(t => t.EnumerateRunes().Count());

    /// <summary>Capitals for the text of a fragment of HTML, XML or numbered tags; what is protected in it stays.</summary>
    protected static string Capitals(string markup) => Part().Replace(markup, m => m.Groups["text"].Success
        ? WebUtility.HtmlDecode(m.Value).ToUpperInvariant().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
        : m.Value);

    /// <summary>Reads the body of a request.</summary>
    protected static async Task<string> BodyAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    [GeneratedRegex("""<span[^>]*translate="no">.*?</span>|<n [^>]*>.*?</n>|</?[A-Za-z0-9][^<>]*>|(?<text>[^<]+|<)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Part();
}

/// <summary>A request to translate.</summary>
/// <param name="Texts">Its texts.</param>
/// <param name="Query">Its query.</param>
/// <param name="Body">Its body.</param>
public sealed record Asked(IReadOnlyList<string> Texts, string Query, string Body = "");

/// <summary>What goes wrong with one request.</summary>
public sealed record Fault
{
    public static readonly Fault Timeout = new() { Hold = true };
    public static readonly Fault Broken = new() { Abort = true };
    public static readonly Fault Truncated = new() { Truncate = true };
    public static readonly Fault HalfJson = new() { Cut = true };

    /// <summary>The status, or the service's own code; null for none.</summary>
    public int? Status { get; init; }

    public string? RetryAfter { get; init; }

    public string? RetryAfterMilliseconds { get; init; }

    /// <summary>What the service says of it.</summary>
    public string Says { get; init; } = "Fault.";

    public bool Hold { get; init; }

    public bool Abort { get; init; }

    public bool Truncate { get; init; }

    public bool Cut { get; init; }

    /// <summary>Changes the translations.</summary>
    public Func<List<string>, IEnumerable<string>>? Change { get; init; }

    /// <summary>Why a model ended.</summary>
    public string? Finish { get; init; }

    /// <summary>What a model says in place of an answer.</summary>
    public string? Refusal { get; init; }

    /// <summary>Changes what a model writes.</summary>
    public Func<string, string>? Content { get; init; }

    public static Fault Code(int code, string? retryAfter = null) => new() { Status = code, RetryAfter = retryAfter };

    public static Fault Changed(Func<List<string>, IEnumerable<string>> change) => new() { Change = change };
}
