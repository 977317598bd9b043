using System.Diagnostics;
using System.Net.Sockets;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Hosting;

/// <summary>Debian's nginx over a published site, with the files that PressKit wrote for it and nothing else. It listens on a socket
/// in its own folder.</summary>
internal sealed class NginxServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";
    private readonly TemporaryFolder _folder = new();

    private NginxServer() => Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = ConnectAsync })
    {
        BaseAddress = new Uri("http://press.example/"),
    };

    /// <summary>Asks it, and follows nothing.</summary>
    public HttpClient Client { get; }

    private string Socket => Path.Combine(_folder.Path, "socket");

    private string Configuration => Path.Combine(_folder.Path, "nginx.conf");

    /// <summary>Starts it; the test is skipped where there is none.</summary>
    /// <param name="files">The site.</param>
    /// <param name="path">The path of the site on its host, with slashes around it.</param>
    public static async Task<NginxServer> StartAsync(IReadOnlyDictionary<string, byte[]> files, string path = "/")
    {
        Skip.IfNot(File.Exists(Program), "nginx is not installed: run ./test.");
        var server = new NginxServer();
        var site = server._folder.Path + "/site" + path;
        foreach (var (name, bytes) in files)
        {
            var file = Path.Combine(site, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes);
        }

        var user = Environment.UserName == "root" ? "user root;" : "";
        await File.WriteAllTextAsync(server.Configuration, $$"""
            {{user}} pid {{server._folder.Path}}/pid; error_log {{server._folder.Path}}/error.log; worker_processes 1;
            events { }
            http {
              access_log off;
              client_body_temp_path {{server._folder.Path}}/t1; proxy_temp_path {{server._folder.Path}}/t2; fastcgi_temp_path {{server._folder.Path}}/t3;
              uwsgi_temp_path {{server._folder.Path}}/t4; scgi_temp_path {{server._folder.Path}}/t5;
              include {{site}}_nginx/http.conf;
              server { listen unix:{{server.Socket}}; root {{server._folder.Path}}/site; include {{site}}_nginx/server.conf; }
            }
            """);
        // It answers as soon as the command has ended: its sockets are open by then.
        (await server.RunAsync()).ShouldBe("");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("-s", "stop");
        Client.Dispose();
        _folder.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var log = Path.Combine(_folder.Path, "output");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", log, Program, "-p", _folder.Path, "-c", Configuration, .. arguments]) { UseShellExecute = false };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        var said = await File.ReadAllTextAsync(log);
        return process.ExitCode == 0 && !said.Contains("[warn]", StringComparison.Ordinal) ? "" : said + process.ExitCode;
    }
}
