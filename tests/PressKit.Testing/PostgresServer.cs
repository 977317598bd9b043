using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PressKit.Testing;

/// <summary>A PostgreSQL server of the tests' own: a new cluster in a temporary folder, on a port of the loopback. It is started
/// when it is first asked for and stopped at the end.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly Lazy<(string? Folder, string? Connection, string? Missing)> _server;

    /// <summary>A server that is not started yet.</summary>
    public PostgresServer() => _server = new(Start);

    /// <summary>Why there is none; null where there is one.</summary>
    public string? Missing => _server.Value.Missing;

    /// <summary>The connection string of an empty database of its own.</summary>
    public string NewDatabase(string name)
    {
        var result = Run(_server.Value.Folder!, "psql", "--no-psqlrc", "--quiet", "--dbname", Uri("postgres"), "--command", $"CREATE DATABASE {name}");
        if (result.Exit != 0) throw new InvalidOperationException(result.Output);
        return $"{_server.Value.Connection};Database={name}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_server.IsValueCreated || _server.Value.Folder is not { } folder) return;
        Run(folder, "pg_ctl", "stop", "--mode", "immediate", "--wait", "--pgdata", Path.Combine(folder, "data"));
        Directory.Delete(folder, recursive: true);
    }

    private static (string?, string?, string?) Start()
    {
        if (Programs() is null) return (null, null, "PostgreSQL is not installed (package postgresql).");
        var folder = Directory.CreateTempSubdirectory("presskit-postgres-").FullName;
        // The server refuses to be root's; Debian's package has a user for it.
        if (IsRoot && Shell("chown", "postgres", folder).Exit != 0) return Fail("There is no user 'postgres' to run PostgreSQL.");
        var port = FreePort();
        var made = Run(folder, "initdb", "--pgdata", Path.Combine(folder, "data"), "--username", "presskit", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        if (made.Exit != 0) return Fail(made.Output);
        var started = Run(folder, "pg_ctl", "start", "--wait", "--pgdata", Path.Combine(folder, "data"), "--log", Path.Combine(folder, "log"),
            "--options", string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"));
        if (started.Exit != 0) return Fail(started.Output);
        return (folder, string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=presskit"), null);

        (string?, string?, string?) Fail(string reason)
        {
            Directory.Delete(folder, recursive: true);
            return (null, null, $"PostgreSQL cannot be started: {reason.Trim()}");
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string Uri(string database)
    {
        var port = _server.Value.Connection!.Split(';')[1]["Port=".Length..];
        return $"postgresql://presskit@127.0.0.1:{port}/{database}";
    }

    private static string? Programs() => !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static (int Exit, string Output) Run(string folder, string program, params string[] arguments)
    {
        var path = Path.Combine(Programs()!, program);
        return IsRoot ? Shell("runuser", ["-u", "postgres", "--", path, .. arguments], folder) : Shell(path, arguments, folder);
    }

    private static (int Exit, string Output) Shell(string program, params string[] arguments) => Shell(program, arguments, "/");

    private static (int Exit, string Output) Shell(string program, string[] arguments, string folder)
    {
        var output = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"presskit-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.log"));
        // Into a file: the server keeps a pipe open for as long as it runs.
        string[] shell = ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", output, program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", shell) { WorkingDirectory = folder })!;
        process.WaitForExit();
        var said = File.Exists(output) ? File.ReadAllText(output) : "";
        File.Delete(output);
        return (process.ExitCode, said);
    }
}
