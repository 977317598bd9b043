using System.Collections.Immutable;
using System.CommandLine;
using PressKit.Editions;
using PressKit.Translation.Glossary;

namespace PressKit.Cli.Commands;

/// <summary><c>approve</c>: signs a translation off.</summary>
internal static class ApproveCommand
{
    public static Command Create(CommonOptions common, Services services)
    {
        var release = new Argument<string>("RELEASE") { Description = "The release's id, such as 2025/tokyo-contest." };
        var languages = new Option<string>("--language") { Description = "The languages, with commas between them.", HelpName = "TAGS", Required = true };
        var by = new Option<string>("--by") { Description = "Who signs it off.", HelpName = "NAME", Required = true };
        var note = new Option<string?>("--note") { Description = "What they say of it.", HelpName = "TEXT" };
        var command = new Command("approve", """
            Signs a release's translation off as it is now: its segments become final, and the record names who approved what.
            Any later change of the translation or of its source takes the approval back.

            Example: presskit approve 2025/tokyo-contest --language de --by "Anna Rossi"
            """) { release, languages, by, note };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            if (ReleaseNames.One(parsed.GetRequiredValue(release), prepared, session.Terminal) is not { } paired) return ExitCode.Usage;
            if (string.IsNullOrWhiteSpace(parsed.GetRequiredValue(by)))
            {
                session.Terminal.Note("presskit: --by: write the name of who signs it off.");
                return ExitCode.Usage;
            }

            if (LanguageNames.Parse(parsed.GetRequiredValue(languages), prepared.Newsroom, session.Terminal) is not { } meant) return ExitCode.Usage;
            var found = new Session(session.Folder, session.Now, session.Terminal);
            Approve(found, new Blocking(new Terminology(prepared.Newsroom.Glossary)), paired, meant, new Signature(parsed.GetRequiredValue(by).Trim(), session.Now, parsed.GetValue(note)) { Tool = Session.Tool }, prepared.Newsroom);
            // To be opened is to learn what changed: what is approved here is offered to the team at once.
            if (prepared.Newsroom.Memory.IsShared) services.Memory.Open(prepared.Newsroom, found)?.Dispose();
            return found.Report();
        });
        return command;
    }

    private static void Approve(Session session, Blocking blocking, PairedRelease paired, ImmutableArray<Language> languages, Signature signature, Newsroom newsroom)
    {
        var store = new TranslationStore(session.Folder);
        foreach (var language in languages)
        {
            if (store.Approve(paired, language, signature, newsroom, blocking, session.Problems) is not { } release) continue;
            paired = paired with { Release = release };
            session.Terminal.Say($"{release.Id} in {language}: approved by {signature.By}");
        }
    }
}
