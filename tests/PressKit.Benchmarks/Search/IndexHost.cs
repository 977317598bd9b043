using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PressKit.Benchmarks.Search;

/// <summary>Serves an index and a search page on loopback, as far away as it is told, and counts what is asked of it.</summary>
internal sealed class IndexHost : IDisposable
{
    private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(40);
    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly string _page;
    private readonly byte[] _script;
    private readonly ConcurrentQueue<(string Path, int Bytes)> _answers = new();

    public IndexHost(string folder, string page, byte[] script)
    {
        (_folder, _page, _script) = (folder, page, script);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    /// <summary>What was answered since it was asked for this, the page itself and its script apart.</summary>
    public List<(string Path, int Bytes)> Take()
    {
        var taken = new List<(string, int)>();
        while (_answers.TryDequeue(out var answer)) taken.Add(answer);
        return taken;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath[1..];
        var file = Path.Combine(_folder, path);
        var bytes = path == "search/" ? Encoding.UTF8.GetBytes(_page) : path == "search.js" ? _script : File.Exists(file) ? await File.ReadAllBytesAsync(file) : null;
        context.Response.StatusCode = bytes is null ? 404 : 200;
        bytes ??= [];
        context.Response.ContentType = Path.GetExtension(path) switch { "" => "text/html; charset=utf-8", ".js" => "text/javascript", ".json" => "application/json", _ => "application/octet-stream" };
        // As nginx does: what the browser has is not sent again, what compresses is compressed, and Pagefind's own files are compressed already.
        if (Path.GetExtension(path) is ".js" or ".json" && bytes.Length > 100)
        {
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) await gzip.WriteAsync(bytes);
            context.Response.AddHeader("Content-Encoding", "gzip");
            bytes = packed.ToArray();
        }

        var tag = $"\"{bytes.Length}\"";
        context.Response.AddHeader("Cache-Control", "no-cache");
        context.Response.AddHeader("ETag", tag);
        if (context.Request.Headers["If-None-Match"] == tag) (context.Response.StatusCode, bytes) = (304, []);
        await Task.Delay(Distance);
        if (path is not ("search/" or "search.js")) _answers.Enqueue((path, bytes.Length));
        try
        {
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // The browser did not wait for it.
        }
    }
}
