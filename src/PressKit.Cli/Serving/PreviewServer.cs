using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace PressKit.Cli.Serving;

/// <summary>Serves a site that is being worked on to the browsers of this machine, and to no other: pages as they are published, with
/// a script that loads them again when they changed and shows what stopped the last build.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const string Own = "/.presskit/";
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly WebApplication _app;
    private readonly LiveSite _site;

    private PreviewServer(WebApplication app, LiveSite site) => (_app, _site) = (app, site);

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Starts it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="port">Its port; 0 for any that is free.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PreviewServer> StartAsync(LiveSite site, int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var server = new PreviewServer(builder.Build(), site);
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        // A page of another host that gave itself this address (DNS rebinding) must not read what is not public yet.
        if (http.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var path = http.Request.Path.Value ?? "/";
        return path switch
        {
            Own + "events" => EventsAsync(http),
            Own + "serve.js" => SendAsync(http, "text/javascript; charset=utf-8", Resource("serve.js")),
            Own + "serve.css" => SendAsync(http, "text/css; charset=utf-8", Resource("serve.css")),
            _ => PageAsync(http, path),
        };
    }

    private async Task PageAsync(HttpContext http, string path)
    {
        var state = _site.State;
        if (!state.IsThere)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await SendPageAsync(http, Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>PressKit</title></head><body></body></html>\n"), state);
            return;
        }

        if (!path.StartsWith(state.Home, StringComparison.Ordinal))
        {
            http.Response.Redirect(state.Home);
            return;
        }

        var file = Find(path[state.Home.Length..]);
        if (file is null && Find(path[state.Home.Length..] + "/") is not null)
        {
            http.Response.Redirect(http.Request.Path.ToUriComponent() + "/");
            return;
        }

        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            file = Find($"{path[state.Home.Length..].Split('/')[0]}/404.html") ?? Find("404.html");
        }

        if (file is null) return;
        var bytes = await ReadAsync(file, http.RequestAborted);
        if (bytes is null) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (file.EndsWith(".html", StringComparison.Ordinal)) await SendPageAsync(http, bytes, state);
        else await SendAsync(http, Types.TryGetContentType(file, out var type) ? type : "application/octet-stream", bytes);
    }

    /// <summary>The file of an address below the site's home; null where there is none. It never leads out of the site's folder.</summary>
    private string? Find(string path)
    {
        if (path.Length == 0 || path.EndsWith('/')) path += "index.html";
        if (path.Split('/').Any(name => name.Length == 0 || name is "." or ".." || name.StartsWith(".presskit-", StringComparison.OrdinalIgnoreCase)) || path.AsSpan().ContainsAny('\\', '\0')) return null;
        var file = Path.Join(_site.Output, path);
        return File.Exists(file) ? file : null;
    }

    /// <summary>A file that is being replaced while it is asked for is there a moment later.</summary>
    private static async Task<byte[]?> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Sends a page with the script that loads it again. It stands first in the head, so that it works in a page whose end is missing.</summary>
    private static Task SendPageAsync(HttpContext http, byte[] page, SiteState state)
    {
        var script = Encoding.UTF8.GetBytes(FormattableString.Invariant($"<script type=\"module\" src=\"{Own}serve.js?{state.Number}\"></script>"));
        var head = page.AsSpan().IndexOf("<head>"u8);
        var at = head < 0 ? page.Length : head + "<head>"u8.Length;
        return SendAsync(http, "text/html; charset=utf-8", [.. page.AsSpan(0, at), .. script, .. page.AsSpan(at)]);
    }

    private async Task EventsAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        _ = int.TryParse(http.Request.Query["seen"], CultureInfo.InvariantCulture, out var seen);
        var isFirst = true;
        try
        {
            while (true)
            {
                var state = isFirst ? _site.State : await _site.AfterAsync(seen, http.RequestAborted);
                (isFirst, seen) = (false, state.Number);
                await http.Response.WriteAsync($"data: {Json(state)}\n\n", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static string Json(SiteState state)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("number", state.Number);
            json.WriteStartArray("errors");
            foreach (var problem in state.Problems.Where(p => p.Severity == Severity.Error))
            {
                json.WriteStartObject();
                json.WriteString("place", problem.Place.ToString());
                json.WriteString("message", problem.Message);
                json.WriteString("remedy", problem.Remedy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task SendAsync(HttpContext http, string type, byte[] bytes)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static byte[] Resource(string name)
    {
        using var resource = typeof(PreviewServer).Assembly.GetManifestResourceStream($"serving/{name}") ?? throw new InvalidOperationException($"{name} is not embedded.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
