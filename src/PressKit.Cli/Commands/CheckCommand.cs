using System.CommandLine;

namespace PressKit.Cli.Commands;

/// <summary><c>check</c>: every problem, with place and remedy.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var releases = ReleaseNames.Argument();
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
            if (prepared is not null && !ReleaseNames.AreKnown(wanted, prepared, session)) return ExitCode.Usage;
            var found = prepared is null ? session.Problems : Of(session.Problems, wanted);
            if (parsed.GetValue(json)) session.Terminal.ReportJson(found);
            else session.Terminal.Report(found);
            if (!found.HasErrors && !parsed.GetValue(json)) session.Terminal.Say("No errors.");
            return found.HasErrors ? ExitCode.Problems : ExitCode.Done;
        });
        return command;
    }

    private static Problems Of(Problems all, string[] names)
    {
        var found = new Problems();
        foreach (var problem in all.All.Where(p => ReleaseNames.IsMeant(p, names))) found.Add(problem);
        return found;
    }
}
