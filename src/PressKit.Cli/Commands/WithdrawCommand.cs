using System.CommandLine;
using PressKit.Editions;

namespace PressKit.Cli.Commands;

/// <summary><c>withdraw</c>: takes a release off the site, in every language and format, or puts it back.</summary>
internal static class WithdrawCommand
{
    public static Command Create(CommonOptions common)
    {
        var options = new EventOptions();
        var undo = new Option<bool>("--undo") { Description = "Put a withdrawn release back. The record keeps both, and readers are told why." };
        var command = new Command("withdraw", """
            Takes a public release off the site, in every language and format. A notice with the date and the reason takes its place;
            feeds and newsrooms' systems are told to take out what they have of it.

            Example: presskit withdraw 2025/tokyo-contest --reason "The contest did not take place."
            """) { options.Release, options.Reason, options.In, options.By, undo, options.DryRun, options.Json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            var kind = parsed.GetValue(undo) ? EventKind.Reinstatement : EventKind.Withdrawal;
            if (options.Read(parsed, kind, prepared, session) is not var (paired, happened)) return ExitCode.Usage;
            var found = new Session(session.Folder, session.Now, session.Terminal);
            Withdraw(found, prepared, paired.Release, happened, parsed.GetValue(options.DryRun), parsed.GetValue(options.Json));
            return found.Report();
        });
        return command;
    }

    private static void Withdraw(Session session, Prepared prepared, Release release, ReleaseEvent happened, bool dryRun, bool json)
    {
        var place = new Place(release.Source.File);
        if (happened.Kind == EventKind.Withdrawal && release.Record.Withdrawn is { } earlier)
        {
            session.Problems.Error("withdrawal.already", place, $"The release was withdrawn on {EditionEvidence.Written(earlier.At)}{(earlier.By is null ? "" : $" by {earlier.By}")}.",
                "There is nothing more to take off. Its reason can be edited in record.yml.");
            return;
        }

        if (happened.Kind == EventKind.Reinstatement && release.Record.Withdrawn is null)
        {
            session.Problems.Error("withdrawal.none", place, "The release is not withdrawn.", "Leave out --undo to withdraw it.");
            return;
        }

        var pages = EventAnswer.Pages(prepared, release, happened);
        if (!dryRun)
        {
            var store = new TranslationStore(session.Folder);
            // The notices stand where the editions stood, whatever becomes of their headlines.
            if (!release.Record.IsDamaged)
            {
                foreach (var edition in prepared.Admission.Admitted.Select(a => a.Edition).Where(e => e.Release.Folder == release.Folder))
                    release = store.Reserve(release, edition.Language, edition.FrontMatter.Headline, edition.Slug);
            }

            if (store.Add(release, happened, session.Problems) is null) return;
        }

        if (happened.Kind == EventKind.Withdrawal && pages.IsEmpty) session.Terminal.Note("presskit: it was not public, so no notice takes its place.");
        new EventAnswer(release, happened, dryRun).Say(session.Terminal, pages, json);
    }
}
