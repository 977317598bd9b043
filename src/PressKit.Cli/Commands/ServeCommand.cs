using System.CommandLine;
using PressKit.Cli.Serving;
using PressKit.Output;

namespace PressKit.Cli.Commands;

/// <summary><c>serve</c>: the site in a browser of this machine, built anew on every save.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 4870;

    public static Command Create(CommonOptions common)
    {
        var port = new Option<int>("--port") { Description = $"The port to listen on; 0 for any that is free. By default {UsualPort}.", HelpName = "N", DefaultValueFactory = _ => UsualPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65_535) result.AddError("--port: a port is a number from 0 to 65535.");
        });
        var command = new Command("serve", """
            Builds the site into .presskit/serve, shows it to the browsers of this machine, and builds it anew whenever something is saved.

            Example: presskit serve --port 8080
            """) { port };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var clock = common.IsNowGiven(parsed) ? session.Clock : common.Time;
            return await RunAsync(session, clock, common.Time, parsed.GetValue(port), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(Session session, TimeProvider clock, TimeProvider time, int port, CancellationToken cancellation)
    {
        var site = new LiveSite(session.Folder, Path.Combine(session.Folder, ".presskit", "serve"), clock.GetUtcNow, time,
            (written, problems, took) => Say(session.Terminal, written, problems, took));
        PreviewServer server;
        try
        {
            server = await PreviewServer.StartAsync(site, port);
        }
        catch (IOException)
        {
            session.Terminal.Note($"presskit: port {port} is taken. Choose another one with --port, or 0 for any that is free.");
            return ExitCode.Usage;
        }

        await using (server)
        {
            using var watch = new SaveWatch([Path.Combine(session.Folder, "content"), Path.Combine(session.Folder, "templates")], time);
            try
            {
                site.Begin(cancellation);
                session.Terminal.Say($"{server.Url}{site.State.Home}");
                if (!watch.IsWhole) session.Terminal.Note("presskit: the system does not tell of every save in so many folders; they are looked through every few seconds.");
                await site.FollowAsync(watch, cancellation);
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C is how it ends.
            }
        }

        return ExitCode.Done;
    }

    private static void Say(Terminal terminal, WriteSummary? written, Problems problems, TimeSpan took)
    {
        terminal.Report(problems);
        if (written is not null) terminal.Note(FormattableString.Invariant($"{Terminal.Counted(written.Written, "file")} written, {written.Deleted} deleted in {took.TotalMilliseconds:F0} ms"));
    }
}
