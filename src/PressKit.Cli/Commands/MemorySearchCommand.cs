using System.CommandLine;
using PressKit.Translation.Memory;

namespace PressKit.Cli.Commands;

/// <summary><c>memory search</c>: what the memory has for a text.</summary>
internal static class MemorySearchCommand
{
    public static Command Create(CommonOptions common, MemoryAccess memory)
    {
        var text = new Argument<string>("TEXT") { Description = "A sentence, without markup." };
        var (from, to) = MemoryCommand.Pair();
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("search", """
            Shows the best matches for a sentence: score, source, translation, and what differs.

            Example: presskit memory search "La giuria ha scelto i vincitori." --from it --to en
            """) { text, from, to, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (MemoryCommand.Parse(parsed.GetRequiredValue(from), "--from", session) is not { } source) return ExitCode.Usage;
            if (MemoryCommand.Parse(parsed.GetRequiredValue(to), "--to", session) is not { } target) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            var found = new Session(session.Folder, session.Now, session.Terminal);
            using var opened = memory.Open(prepared.Newsroom, found);
            if (opened is null) return Math.Max(found.Report(), ExitCode.Service);
            var matches = opened.LookUp(new MemoryQuery(source, target, InlineContent.Of(parsed.GetRequiredValue(text))) { Threshold = 50 });
            if (parsed.GetValue(json)) SayJson(session.Terminal, matches);
            else Say(session.Terminal, matches);
            return found.Report();
        });
        return command;
    }

    private static void Say(Terminal terminal, IReadOnlyCollection<Match> matches)
    {
        foreach (var match in matches)
        {
            var maker = match.Entry.Provenance is { } made ? $", {made.Maker}" : "";
            var differs = match.Differences == Differences.None ? "" : $", differs in: {match.Differences.ToString().ToLowerInvariant()}";
            terminal.Say(FormattableString.Invariant($"{match.Score,3}  {match.Entry.Source.ReadingText}"));
            terminal.Say($"     {match.Target.ReadingText}  ({match.Entry.State.ToString().ToLowerInvariant()}{maker}{differs})");
        }

        if (matches.Count == 0) terminal.Say("nothing like it");
    }

    private static void SayJson(Terminal terminal, IReadOnlyCollection<Match> matches) => terminal.SayJson(json =>
    {
        json.WriteStartArray();
        foreach (var match in matches)
        {
            json.WriteStartObject();
            json.WriteNumber("score", match.Score);
            json.WriteString("source", match.Entry.Source.ReadingText);
            json.WriteString("target", match.Target.ReadingText);
            json.WriteString("state", match.Entry.State.ToString().ToLowerInvariant());
            json.WriteString("maker", match.Entry.Provenance?.Maker);
            json.WriteStartArray("differences");
            foreach (var difference in Enum.GetValues<Differences>().Where(d => d != Differences.None && match.Differences.HasFlag(d)))
                json.WriteStringValue(difference.ToString().ToLowerInvariant());
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
