using System.CommandLine;
using PressKit.Content;
using PressKit.Editions;

namespace PressKit.Cli.Commands;

/// <summary><c>check</c>: every problem, with place and remedy.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var releases = ReleaseNames.Argument();
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var fix = new Option<bool>("--fix") { Description = "Mend in machine drafts what can be mended without harm. What a person translated or looked at stays as it is." };
        var dismiss = new Option<string?>("--dismiss") { Description = "Keep what a check found. It comes back when the text changes.", HelpName = "FINDING" };
        var by = new Option<string?>("--by") { Description = "Who keeps it.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Why it is kept.", HelpName = "TEXT" };
        var command = new Command("check", """
            Reports every problem in the content, the translations and the templates, with its place and its remedy.

            Example: presskit check 2025/tokyo-contest
            """) { releases, json, fix, dismiss, by, reason };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var wanted = parsed.GetValue(releases) ?? [];
            var publisher = new Publisher();
            var prepared = publisher.Check(session.Folder, session.Now, session.Problems);
            if (prepared is not null) Services.Check(prepared.Newsroom, session.Problems);
            if (prepared is not null && !ReleaseNames.AreKnown(wanted, prepared, session)) return ExitCode.Usage;
            if (prepared is not null)
            {
                var checks = publisher.ChecksOf(prepared.Newsroom);
                if (parsed.GetValue(fix) && Fix(checks, prepared, wanted, session) > 0) prepared = publisher.Prepare(session.Folder, session.Now, new Problems())!;
                var findings = checks.Find(prepared.Releases);
                if (parsed.GetValue(dismiss) is { } id) return Dismiss(findings, id, parsed.GetValue(by), parsed.GetValue(reason), session);
                EditionChecks.Report(findings, prepared.Admission, session.Problems);
            }

            var found = prepared is null ? session.Problems : Of(session.Problems, wanted);
            if (parsed.GetValue(json)) session.Terminal.ReportJson(found);
            else session.Terminal.Report(found);
            if (!found.HasErrors && !parsed.GetValue(json)) session.Terminal.Say("No errors.");
            return Session.CodeOf(found);
        });
        return command;
    }

    private static Problems Of(Problems all, string[] names)
    {
        var found = new Problems();
        foreach (var problem in all.All.Where(p => ReleaseNames.IsMeant(p, names))) found.Add(problem);
        return found;
    }

    /// <summary>Makes the safe fixes of machine drafts, and says how many sentences changed.</summary>
    private static int Fix(EditionChecks checks, Prepared prepared, string[] wanted, Session session)
    {
        var (store, total) = (new TranslationStore(session.Folder), 0);
        foreach (var release in prepared.Releases.Where(r => ReleaseNames.IsMeant(r, wanted)))
        {
            foreach (var translation in release.Translations)
            {
                var mended = checks.Fixed(release, translation);
                var count = mended.Units.Zip(translation.Stored.Units).Sum(u => u.First.Segments.Zip(u.Second.Segments).Count(s => s.First != s.Second));
                if (count == 0) continue;
                total += count;
                store.Store(release.Release, mended);
                session.Terminal.Note($"{release.Release.Id} in {translation.File.Language}: {Terminal.Counted(count, "sentence")} mended");
            }
        }

        return total;
    }

    private static int Dismiss(IEnumerable<EditionFinding> findings, string id, string? by, string? reason, Session session)
    {
        if (string.IsNullOrWhiteSpace(by) || string.IsNullOrWhiteSpace(reason))
        {
            session.Terminal.Note("presskit: --dismiss: say who keeps it and why: --by NAME --reason TEXT.");
            return ExitCode.Usage;
        }

        var meant = findings.Where(f => id.Length >= 8 && f.Finding.Fingerprint.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (meant.Count == 0)
        {
            session.Terminal.Note($"presskit: --dismiss {id}: there is no such finding; 'presskit check' shows each with its eight characters.");
            return ExitCode.Usage;
        }

        foreach (var (release, translation, _, finding) in meant.DistinctBy(f => (f.Release.Release.Id, f.Finding.Fingerprint)))
        {
            new DismissalFile(session.Folder, release.Release.Folder).Add(new Dismissal(
                finding.Rule.Code, translation.File.Language, finding.Unit, finding.Fingerprint, by, session.Now, reason));
            session.Terminal.Say($"{release.Release.Id} in {translation.File.Language}: {finding.Rule.Code} is kept by {by}");
        }

        return ExitCode.Done;
    }
}
