using System.Collections.Immutable;
using System.CommandLine;
using PressKit.Content;
using PressKit.Editions.Reviewing;
using PressKit.Review.Host;
using PressKit.Review.People;

namespace PressKit.Cli.Commands;

/// <summary><c>review invite</c>: lets somebody in; the first administrator comes in this way.</summary>
internal static class ReviewInviteCommand
{
    public static Command Create(CommonOptions common)
    {
        var name = new Argument<string>("NAME") { Description = "By what name histories and approvals will call them. Somebody who is known gets another invitation." };
        var role = new Option<string>("--role") { Description = "What they may do: reader, translator, reviewer, editor, administrator.", HelpName = "ROLE", DefaultValueFactory = _ => "translator" };
        var languages = new Option<string?>("--language") { Description = "In which languages, with commas between them. By default in all.", HelpName = "TAGS" };
        var email = new Option<string?>("--email") { Description = "Their address, for the author of commits.", HelpName = "ADDRESS" };
        var login = new Option<string?>("--login") { Description = "What the sign-in proxy calls them.", HelpName = "NAME" };
        var embargoed = new Option<string?>("--embargoed") { Description = "Releases that they may see under embargo, by id, with commas between them; '*' for all. By default none.", HelpName = "RELEASES" };
        var command = new Command("invite", """
            Invites somebody to the review desk: prints a link that signs one device in, once, within a week.

            Example: presskit review invite "Anna Rossi" --role administrator
            """) { name, role, languages, email, login, embargoed };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (NewsroomReader.ReadSettings(session.Folder, session.Problems) is not { } newsroom) return session.Report();
            if (!Enum.TryParse<ReviewRole>(parsed.GetRequiredValue(role), ignoreCase: true, out var granted) || !Enum.IsDefined(granted) || string.IsNullOrWhiteSpace(parsed.GetRequiredValue(name)))
            {
                session.Terminal.Note($"presskit: --role {parsed.GetRequiredValue(role)}: write a name, and one of reader, translator, reviewer, editor, administrator.");
                return ExitCode.Usage;
            }

            if (Tags(parsed.GetValue(languages), newsroom, session.Terminal) is not { } tags) return ExitCode.Usage;
            var wanted = new Wanted(parsed.GetRequiredValue(name).Trim())
            {
                Email = parsed.GetValue(email), Login = parsed.GetValue(login), Roles = tags.ToImmutableSortedDictionary(t => t, _ => granted, StringComparer.Ordinal),
                Embargoed = [.. (parsed.GetValue(embargoed) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            };
            var secret = Accounts.OfTeam(session.Folder, common.Time).Invite(wanted, "command");
            session.Terminal.Say($"{newsroom.Review.Address?.GetLeftPart(UriPartial.Authority) ?? FormattableString.Invariant($"http://127.0.0.1:{ServerSetup.DefaultPort}")}/join/{secret}");
            session.Terminal.Note($"presskit: the link signs {wanted.Name} in on one device, once, within a week. Send it to nobody else.");
            return session.Report();
        });
        return command;
    }

    private static ImmutableArray<string>? Tags(string? typed, Newsroom newsroom, Terminal terminal) =>
        typed is null ? [Person.All] : LanguageNames.Parse(typed, newsroom, terminal) is { } meant ? [.. meant.Select(l => l.Tag)] : null;
}
