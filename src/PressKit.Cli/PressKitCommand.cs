using System.CommandLine;
using System.CommandLine.Help;
using PressKit.Cli.Commands;

namespace PressKit.Cli;

/// <summary>The <c>presskit</c> command, wired: the only place that knows every part of the program.</summary>
public sealed class PressKitCommand(TimeProvider time, TextWriter output, TextWriter errors, Func<string, string?> environment, bool isWatched = false)
{
    // Requests that are under way have ten seconds for their answers, which are paid for already; then there is work to store.
    private static readonly TimeSpan Termination = TimeSpan.FromSeconds(15);

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What was typed behind <c>presskit</c>.</param>
    /// <param name="workingFolder">The folder that it was typed in.</param>
    /// <returns>The exit code: 0 done, 1 problems in the content, 2 wrong usage, 3 an outside service or tool failed.</returns>
    public async Task<int> RunAsync(string[] arguments, string workingFolder)
    {
        using var services = new Services(time, environment);
        var root = Root(workingFolder, services);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await ExplainAsync(root, parsed);
            return ExitCode.Usage;
        }

        using var interrupted = new CancellationTokenSource();
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Termination }, interrupted.Token);
        }
        catch (Exception e) when (ContentChangedException.In(e) is { } changed)
        {
            await errors.WriteLineAsync($"presskit: {changed.Message} Nothing is lost: run the command again.");
            return ExitCode.Problems;
        }
    }

    /// <summary>Every command with its options and arguments. It is called as people call it, whatever the file is called.</summary>
    internal Command Root(string workingFolder, Services services)
    {
        var root = new Command("presskit", "A release is written once, in Markdown, and published in every language.")
        {
            new HelpOption(), new VersionOption(),
        };
        var common = new CommonOptions(time, workingFolder, output, errors, isWatched);
        common.AddTo(root);
        foreach (var command in new[]
        {
            PublishCommand.Create(common, services), CheckCommand.Create(common), StatusCommand.Create(common),
            TranslateCommand.Create(common, services), ApproveCommand.Create(common, services), CorrectCommand.Create(common), WithdrawCommand.Create(common),
            ReviewCommand.Create(common, services), BuildCommand.Create(common), ServeCommand.Create(common),
            ImportCommand.Create(common), ExchangeCommand.Create(common, services), MemoryCommand.Create(common, services.Memory), GlossaryCommand.Create(common),
        }) root.Subcommands.Add(command);
        return root;
    }

    private async Task ExplainAsync(Command root, ParseResult parsed)
    {
        if (parsed.CommandResult.Command == root && parsed.UnmatchedTokens.FirstOrDefault(t => !t.StartsWith('-')) is { } typed)
        {
            var nearest = Nearest.Of(typed, root.Subcommands.Select(c => c.Name));
            await errors.WriteLineAsync($"presskit: there is no command '{typed}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
        }
        else
        {
            foreach (var error in parsed.Errors) await errors.WriteLineAsync($"presskit: {error.Message}");
        }

        await errors.WriteLineAsync("presskit: 'presskit --help' lists the commands, 'presskit COMMAND --help' explains one.");
    }
}
