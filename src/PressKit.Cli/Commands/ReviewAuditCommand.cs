using System.CommandLine;
using System.Globalization;
using PressKit.Review.People;

namespace PressKit.Cli.Commands;

/// <summary><c>review audit</c>: what is on record of accounts.</summary>
internal static class ReviewAuditCommand
{
    private const int Most = 200;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("audit", """
            Shows who was invited, signed in, changed and refused, the newest first, and proves that nothing of it was changed since.

            Example: presskit review audit
            """);
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var accounts = Accounts.OfTeam(session.Folder, common.Time);
            foreach (var entry in accounts.Audit(Most)) session.Terminal.Say(Line(entry));
            var (last, broken) = accounts.Verify();
            if (broken is { } line)
            {
                session.Problems.Error("review.audit-broken", new Place("private/review/audit.jsonl", (int)line, 1), "The audit log was changed, or broken off, from this line on.",
                    "Compare it with its backup; what stands before this line is as it was written.");
            }
            else if (last is not null) session.Terminal.Note(string.Create(CultureInfo.InvariantCulture, $"presskit: all {last.Number} lines are as they were written; the last one's hash is {last.Hash}"));
            return session.Report();
        });
        return command;
    }

    private static string Line(AuditEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.At:yyyy-MM-dd'T'HH:mm:ss'Z'}  {entry.Who}: {entry.What}{(entry.Whom is null ? "" : " " + entry.Whom)}{(entry.From is null ? "" : $" ({entry.From})")}");
}
