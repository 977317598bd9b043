using System.CommandLine;
using PressKit.Editions;

namespace PressKit.Cli.Commands;

/// <summary><c>correct</c>: a correction, once for every language and format.</summary>
internal static class CorrectCommand
{
    public static Command Create(CommonOptions common)
    {
        var options = new EventOptions();
        var languages = new Option<string?>("--languages")
        {
            Description = "The editions that had the mistake, where it was in translations alone; with commas between them. By default all.", HelpName = "TAGS",
        };
        var command = new Command("correct", """
            Puts on record that a public release was corrected, and why. Readers are told so in every language: on its page, in every
            feed and in the items for newsrooms' systems. Correct the text first; this tells of it.

            Example: presskit correct 2025/tokyo-contest --reason "The prize is worth 5,000 euros, not 50,000."
            """) { options.Release, options.Reason, options.In, options.By, languages, options.DryRun, options.Json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            if (options.Read(parsed, EventKind.Correction, prepared, session) is not var (paired, correction)) return ExitCode.Usage;
            if (parsed.GetValue(languages) is { } tags)
            {
                if (LanguageNames.Parse(tags, prepared.Newsroom, session.Terminal) is not { } meant) return ExitCode.Usage;
                correction = correction with { Languages = meant };
            }

            var found = new Session(session.Folder, session.Now, session.Terminal);
            Correct(found, prepared, paired.Release, correction, parsed.GetValue(options.DryRun), parsed.GetValue(options.Json));
            return found.Report();
        });
        return command;
    }

    private static void Correct(Session session, Prepared prepared, Release release, ReleaseEvent correction, bool dryRun, bool json)
    {
        var (pages, place) = (EventAnswer.Pages(prepared, release, correction), new Place(release.Source.File));
        if (release.Record.Withdrawn is not null)
        {
            session.Problems.Error("correction.withdrawn", place, "The release is withdrawn: nothing of it is public that could be corrected.",
                "Put it back first: presskit withdraw … --undo.");
            return;
        }

        if (pages.IsEmpty)
        {
            session.Problems.Error("correction.not-public", place, "Nobody has read it yet: it is not public in any of the languages.",
                "Correct the text; there is nobody to tell. 'presskit status' shows what is public.");
            return;
        }

        if (correction.Languages.IsEmpty && EventCheck.IsUnchanged(release)) EventCheck.ReportUnchanged(release, session.Problems);
        if (!dryRun && new TranslationStore(session.Folder).Add(release, correction, session.Problems) is null) return;
        new EventAnswer(release, correction, dryRun).Say(session.Terminal, pages, json);
    }
}
