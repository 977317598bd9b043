using System.CommandLine;
using PressKit.Editions;
using PressKit.Translation.Glossary;

namespace PressKit.Cli.Commands;

/// <summary><c>glossary check</c>: the sentences that the glossary blocks.</summary>
internal static class GlossaryCheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var releases = ReleaseNames.Argument();
        var fix = new Option<bool>("--fix") { Description = "Write the term in force wherever an earlier or forbidden one stands literally." };
        var command = new Command("check", """
            Lists the sentences whose translation does not follow the glossary, and with --fix mends those where a word takes the
            place of another.

            Example: presskit glossary check tokyo --fix
            """) { releases, fix };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            var names = parsed.GetValue(releases) ?? [];
            if (!ReleaseNames.AreKnown(names, prepared, session)) return ExitCode.Usage;
            var editions = prepared.Admission.Admitted.Select(a => a.Edition).Concat(prepared.Admission.Held.Select(h => h.Edition)).Where(e => !e.Blocked.IsEmpty)
                .OrderBy(e => e.Release.Folder, StringComparer.Ordinal).ThenBy(e => e.Language);
            var store = new TranslationStore(session.Folder);
            var (blocked, mended) = (0, 0);
            foreach (var edition in editions)
            {
                var release = prepared.Releases.First(r => r.Release.Folder == edition.Release.Folder);
                if (!ReleaseNames.IsMeant(release, names)) continue;
                var translation = release.Translations.First(t => t.File.Language == edition.Language);
                var (repaired, count) = parsed.GetValue(fix) ? new TermRepair(session.Now).Repair(translation.Stored, edition) : (translation.Stored, 0);
                if (count > 0) store.Store(release.Release, repaired);
                mended += count;
                blocked += edition.Blocked.Length;
                foreach (var sentence in edition.Blocked) Say(session, edition, sentence);
            }

            session.Terminal.Say(parsed.GetValue(fix) ? $"{Terminal.Counted(mended, "sentence")} of {blocked} mended" : $"{Terminal.Counted(blocked, "sentence")} blocked");
            return session.Report();
        });
        return command;
    }

    private static void Say(Session session, Edition edition, BlockedSegment sentence)
    {
        foreach (var finding in sentence.Findings)
        {
            var what = finding.Fault == TermFault.Forbidden
                ? $"“{finding.Target!.Form.Text}” is forbidden{(finding.Wanted is { } better ? $": “{better}”" : "")}"
                : $"“{finding.Source!.Form.Text}” is “{finding.Wanted}”";
            session.Terminal.Say($"{edition.File}: unit {sentence.Unit}, sentence {sentence.Segment + 1}: {what}");
        }
    }
}
