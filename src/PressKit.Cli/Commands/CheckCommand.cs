using System.CommandLine;
using PressKit.Editions;

namespace PressKit.Cli.Commands;

/// <summary><c>check</c>: every problem, with place and remedy.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var releases = ReleaseArgument();
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("check", """
            Reports every problem in the content, the translations and the templates, with its place and its remedy.

            Example: presskit check 2025/tokyo-contest
            """) { releases, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var prepared = new Publisher().Check(session.Folder, session.Now, session.Problems);
            if (prepared is not null) Services.Check(prepared.Newsroom, session.Problems);
            var wanted = parsed.GetValue(releases) ?? [];
            var found = wanted.Length == 0 ? session.Problems : Of(session.Problems, wanted);
            if (parsed.GetValue(json)) session.Terminal.ReportJson(found);
            else session.Terminal.Report(found);
            if (!found.HasErrors && !parsed.GetValue(json)) session.Terminal.Say("No errors.");
            return found.HasErrors ? ExitCode.Problems : ExitCode.Done;
        });
        return command;
    }

    public static Argument<string[]> ReleaseArgument() => new("RELEASE")
    {
        Description = "Releases by their ids, such as 2025/tokyo-contest, or a part of one. By default all of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Whether a release is meant by any of the names typed; by no name, every one is.</summary>
    public static bool IsMeant(PairedRelease release, string[] names) =>
        names.Length == 0 || names.Any(n => release.Release.Id.Contains(n.Trim('/'), StringComparison.OrdinalIgnoreCase));

    private static Problems Of(Problems all, string[] names)
    {
        var found = new Problems();
        foreach (var problem in all.All.Where(p => names.Any(n => p.Place.File.Contains(n.Trim('/'), StringComparison.OrdinalIgnoreCase))))
            found.Add(problem);
        return found;
    }
}
