using System.CommandLine;
using PressKit.Cli.Commands;

namespace PressKit.Cli;

/// <summary>The <c>presskit</c> command, wired: the only place that knows every part of the program.</summary>
public sealed class PressKitCommand(TimeProvider time, TextWriter output, TextWriter errors, Func<string, string?> environment)
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What was typed behind <c>presskit</c>.</param>
    /// <param name="workingFolder">The folder that it was typed in.</param>
    /// <returns>The exit code: 0 done, 1 problems in the content, 2 wrong usage, 3 an outside service or tool failed.</returns>
    public async Task<int> RunAsync(string[] arguments, string workingFolder)
    {
        var root = new RootCommand("A release is written once, in Markdown, and published in every language.");
        var common = new CommonOptions(time, workingFolder, output, errors);
        common.AddTo(root);
        var services = new Services(time, environment);
        foreach (var command in new[]
        {
            PublishCommand.Create(common, services), CheckCommand.Create(common), StatusCommand.Create(common),
            TranslateCommand.Create(common, services), ApproveCommand.Create(common), BuildCommand.Create(common),
            ImportCommand.Create(common),
        }) root.Subcommands.Add(command);

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await errors.WriteLineAsync($"presskit: {error.Message}");
            await errors.WriteLineAsync("presskit: 'presskit --help' lists the commands, 'presskit COMMAND --help' explains one.");
            return ExitCode.Usage;
        }

        using var interrupted = new CancellationTokenSource();
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, interrupted.Token);
    }
}
