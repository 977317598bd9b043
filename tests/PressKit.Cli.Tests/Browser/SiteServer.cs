using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;
using PressKit.Cli.Tests.Hosting;

namespace PressKit.Cli.Tests.Browser;

/// <summary>Serves published files on loopback as a plain web host does: a folder's index, and the root's 404 page for the rest. It
/// sends the headers of the site's <c>_headers</c>, so that every page is read under its content-security policy.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider Types = new();
    private readonly WebApplication _app;
    private readonly IReadOnlyDictionary<string, byte[]> _files;

    private readonly NetlifyHost? _host;

    private SiteServer(WebApplication app, IReadOnlyDictionary<string, byte[]> files) =>
        (_app, _files, _host) = (app, files, files.ContainsKey("_headers") ? new NetlifyHost(files) : null);

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => _app.Urls.Single();

    public static async Task<SiteServer> StartAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new SiteServer(app, files);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var file = http.Request.Path.Value![1..];
        if (file.Length == 0 || file.EndsWith('/')) file += "index.html";
        if (!_files.TryGetValue(file, out var bytes))
        {
            file = "404.html";
            bytes = _files[file];
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        http.Response.ContentType = Types.TryGetContentType(file, out var type) ? type : "application/octet-stream";
        if (_host is not null) foreach (var header in _host.Headers("/" + file)) http.Response.Headers[header.Key] = header.Single();
        await http.Response.Body.WriteAsync(bytes);
    }
}
