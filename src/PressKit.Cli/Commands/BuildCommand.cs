using System.CommandLine;
using PressKit.Output;

namespace PressKit.Cli.Commands;

/// <summary><c>build</c>: content to site, offline.</summary>
internal static class BuildCommand
{
    public static Command Create(CommonOptions common)
    {
        var output = OutputOption();
        var part = new Option<string?>("--part")
        {
            Description = "Write a part of the site, such as 2/4, the second of four: the files of some languages. All parts together are the site.",
            HelpName = "N/TOTAL",
        };
        var command = new Command("build", """
            Writes the site from the content, offline: what may be public now, and only what differs.

            Example: presskit build --output /srv/press
            """) { output, part };
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(common.Open(parsed) is { } session && PartOf(parsed.GetValue(part), session) is { } chosen
                ? Run(session, OutputOf(parsed, output, common, session), chosen, cancellation)
                : ExitCode.Usage));
        return command;
    }

    private static BuildPart? PartOf(string? text, Session session)
    {
        if (text is null) return BuildPart.Whole;
        var part = BuildPart.Parse(text);
        if (part is null) session.Terminal.Note($"presskit: --part {text}: write the number of the part and how many there are, such as 2/4.");
        return part;
    }

    public static Option<string?> OutputOption() =>
        new("--output") { Description = "The folder of the site. By default 'output' in the newsroom's folder.", HelpName = "DIR" };

    public static string OutputOf(ParseResult parsed, Option<string?> option, CommonOptions common, Session session) =>
        parsed.GetValue(option) is { } named ? Path.GetFullPath(named, common.WorkingFolder) : Path.Combine(session.Folder, "output");

    /// <summary>Says what was written and reports the problems.</summary>
    public static int Answer(Session session, WriteSummary? summary, string output)
    {
        var code = session.Report();
        if (summary is null) return Math.Max(code, ExitCode.Problems);
        session.Terminal.Say(summary.Written + summary.Deleted == 0
            ? $"{Terminal.Counted(summary.Unchanged, "file")} up to date in {output}"
            : $"{Terminal.Counted(summary.Written, "file")} written, {summary.Unchanged} unchanged, {summary.Deleted} deleted in {output}");
        return code;
    }

    private static int Run(Session session, string output, BuildPart part, CancellationToken cancellation) => Answer(
        session, new Publisher().Publish(session.Folder, output, session.Now, session.Problems, cancellation, part), output);
}
