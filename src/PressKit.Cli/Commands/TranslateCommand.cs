using System.CommandLine;

namespace PressKit.Cli.Commands;

/// <summary><c>translate</c>: drafts what is missing or stale.</summary>
internal static class TranslateCommand
{
    public static Command Create(CommonOptions common, Services services)
    {
        var releases = ReleaseNames.Argument();
        var to = new Option<string?>("--to") { Description = "The languages to draft, with commas between them. By default all of the newsroom's.", HelpName = "TAGS" };
        var with = new Option<string?>("--with") { Description = "The service to use instead of those that newsroom.yml names.", HelpName = "NAME" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be sent, and send nothing." };
        var command = new Command("translate", """
            Drafts the translations that are missing, or whose source has changed, with the services that newsroom.yml allows.
            What a person translated is never overwritten.

            Example: presskit translate tokyo --to es,ca --dry-run
            """) { releases, to, with, dryRun };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            var typedReleases = parsed.GetValue(releases) ?? [];
            if (!ReleaseNames.AreKnown(typedReleases, prepared, session)) return ExitCode.Usage;
            var languages = prepared.Newsroom.Languages;
            if (parsed.GetValue(to) is { } tags)
            {
                if (LanguageNames.Parse(tags, prepared.Newsroom, session.Terminal) is not { } meant) return ExitCode.Usage;
                languages = meant;
            }

            Services.Check(prepared.Newsroom, session.Problems);
            if (parsed.GetValue(with) is { } typed && Services.Unknown(typed) is { } unknown)
            {
                session.Terminal.Note($"presskit: --with {typed}: {unknown.Message} {unknown.Remedy}");
                return ExitCode.Usage;
            }

            var names = parsed.GetValue(with) is { } name ? [name] : prepared.Newsroom.Policy.Services;
            var drafter = new Drafter(session, services, common.Time, prepared.Newsroom);
            var wanted = prepared.Releases.Where(r => ReleaseNames.IsMeant(r, typedReleases));
            var result = await drafter.DraftAsync([.. wanted], languages, names, parsed.GetValue(dryRun), cancellation);
            return Math.Max(session.Report(), result.Failed ? ExitCode.Service : ExitCode.Done);
        });
        return command;
    }
}
