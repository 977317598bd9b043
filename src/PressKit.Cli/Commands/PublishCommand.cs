using System.CommandLine;

namespace PressKit.Cli.Commands;

/// <summary><c>publish</c>: the main job.</summary>
internal static class PublishCommand
{
    public static Command Create(CommonOptions common, Services services)
    {
        var outputOption = BuildCommand.OutputOption();
        var command = new Command("publish", """
            The main job: checks the content, drafts the translations that are missing, and writes the site.

            Example: presskit publish
            """) { outputOption };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var output = BuildCommand.OutputOf(parsed, outputOption, common, session);
            var last = Publisher.LastRun(session.Folder, output, "publish");
            if (last.Same(session.Now, session.Problems) is { } same) return BuildCommand.Answer(session, same, output);
            var publisher = new Publisher();
            if (publisher.PublishTexts(session.Folder, output, session.Now, last, mayLackMore: false, session.Problems, cancellation) is { } texts) return BuildCommand.Answer(session, texts, output);
            var prepared = publisher.Check(session.Folder, session.Now, session.Problems, last);
            if (prepared is not null) Services.Check(prepared.Newsroom, session.Problems);
            if (prepared is null || session.Problems.HasErrors) return Math.Max(session.Report(), ExitCode.Problems);
            var drafter = new Drafter(session, services, common.Time, prepared.Newsroom);
            var drafts = await drafter.DraftAsync(
                prepared.Releases, prepared.Newsroom.Languages, prepared.Newsroom.Policy.Services, dryRun: false, cancellation);
            if (drafts.Drafted > 0) prepared = publisher.Prepare(session.Folder, session.Now, session.Problems)!;
            if (drafter.Reserve(prepared)) prepared = publisher.Prepare(session.Folder, session.Now, session.Problems)!;
            var summary = publisher.Publish(prepared, output, session.Problems, cancellation);
            if (summary is not null && drafts.IsSettled) publisher.Keep(last, prepared, session.Problems, cancellation);
            return Math.Max(BuildCommand.Answer(session, summary, output), drafts.Failed ? ExitCode.Service : ExitCode.Done);
        });
        return command;
    }
}
