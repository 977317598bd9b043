using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using PressKit.Content;
using PressKit.Review.Desk;
using PressKit.Review.Host;
using PressKit.Translation;

namespace PressKit.Cli.Commands;

/// <summary><c>review</c>: the desk at which people review translations.</summary>
internal static class ReviewCommand
{
    public static Command Create(CommonOptions common, Services services)
    {
        var port = new Option<int>("--port") { Description = $"The port to listen on; 0 for any that is free. By default {ServerSetup.DefaultPort}.", HelpName = "N", DefaultValueFactory = _ => ServerSetup.DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65_535) result.AddError("--port: a port is a number from 0 to 65535.");
        });
        var listen = new Option<string?>("--listen")
        {
            Description = "The address of this machine to listen on, where what encrypts stands on another machine. By default only this machine reaches the desk.",
            HelpName = "ADDRESS",
        };
        var by = new Option<string?>("--by") { Description = "By what name histories and approvals call you, where nobody was invited. By default what git calls you.", HelpName = "NAME" };
        var command = new Command("review", """
            Starts the desk at which people review translations, in the browser, on the newsroom's own files.

            Example: presskit review
            """) { port, listen, by, ReviewInviteCommand.Create(common), ReviewAuditCommand.Create(common) };
        command.SetAction((parsed, cancellation) =>
            common.Open(parsed) is { } session ? RunAsync(session, services, common.Time, parsed.GetValue(port), parsed.GetValue(listen), parsed.GetValue(by), cancellation) : Task.FromResult(ExitCode.Usage));
        return command;
    }

    private static async Task<int> RunAsync(Session session, Services services, TimeProvider time, int port, string? listen, string? by, CancellationToken cancellation)
    {
        if (NewsroomReader.ReadSettings(session.Folder, session.Problems) is not { } newsroom) return session.Report();
        if (Address(newsroom, listen, session.Terminal) is not { } address) return ExitCode.Usage;
        var found = new Session(session.Folder, session.Now, session.Terminal);
        using var memory = services.Memory.Open(newsroom, found);
        await using var desk = ReviewDesk.Open(new DeskSetup(session.Folder, time) { Memory = memory, Tool = Session.Tool }, found.Problems);
        found.Report();
        if (desk is null) return ExitCode.Problems;
        var (name, email) = await GitIdentity.OfAsync(session.Folder, cancellation);
        var setup = new ServerSetup(desk, session.Folder, time)
        {
            Port = port, Listen = address, Name = by ?? name ?? Environment.UserName, Email = by is null ? email : null, Locales = session.Locales,
            Translators = release => Allowed(release, desk.Newsroom, services, time), Environment = services.Variable, Note = line => session.Terminal.Note($"presskit: {line}"),
        };
        try
        {
            await using var server = await ReviewServer.StartAsync(setup, cancellation);
            Greet(server, session.Terminal);
            await server.WaitAsync(cancellation);
            return ExitCode.Done;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            session.Terminal.Note($"presskit: port {setup.Port} is taken. Choose another one with --port, or 0 for any that is free.");
            return ExitCode.Usage;
        }
    }

    private static void Greet(ReviewServer server, Terminal terminal)
    {
        if (server.Link is null)
        {
            terminal.Say($"The review desk is at {server.Url}. End it with Ctrl+C.");
            return;
        }

        terminal.Say($"The review desk is open: {server.Link}");
        terminal.Say("The link lets one browser in, once. End the desk with Ctrl+C.");
        if (terminal.IsWatched) Browser.Open(server.Link);
    }

    private static IPAddress? Address(Newsroom newsroom, string? listen, Terminal terminal)
    {
        if (listen is null) return IPAddress.Loopback;
        if (!IPAddress.TryParse(listen, out var address)) terminal.Note($"presskit: --listen {listen}: write an address of this machine, such as 10.0.0.5.");
        else if (!IPAddress.IsLoopback(address) && newsroom.Review.Address is null)
            terminal.Note($"presskit: --listen {listen}: a desk that others reach needs what encrypts before it. Say where they reach it, in newsroom.yml: review: address: https://…");
        else return address;
        return null;
    }

    /// <summary>The services that may see a release. What is not public yet goes only where newsroom.yml allows such texts.</summary>
    private static List<ITranslator> Allowed(Release release, Newsroom newsroom, Services services, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var isSecret = release.Embargo > now || release.Source.FrontMatter.Published is not { } published || published > now;
        var names = isSecret ? newsroom.Policy.Services.Intersect(newsroom.Policy.EmbargoedServices, StringComparer.Ordinal) : newsroom.Policy.Services;
        var allowed = new List<ITranslator>();
        foreach (var name in names)
        {
            try
            {
                if (services.Named(name, newsroom) is { } service) allowed.Add(service);
            }
            catch (TranslatorException)
            {
                // Its settings cannot be right; `check` says so.
            }
        }

        return allowed;
    }
}
