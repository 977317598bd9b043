using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
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

    public static Task<SiteServer> StartAsync(IReadOnlyDictionary<string, byte[]> files) => StartAsync(files, certificate: null);

    /// <summary>Serves them as hosts of today do: encrypted, over HTTP/2 and compressed. The certificate is its own.</summary>
    public static async Task<SiteServer> StartSecureAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=loopback", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        return await StartAsync(files, request.CreateSelfSigned(now, now.AddYears(100)));
    }

    private static async Task<SiteServer> StartAsync(IReadOnlyDictionary<string, byte[]> files, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => { if (certificate is not null) listen.UseHttps(certificate); }));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        var app = builder.Build();
        var server = new SiteServer(app, files);
        if (certificate is not null) app.UseResponseCompression();
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
