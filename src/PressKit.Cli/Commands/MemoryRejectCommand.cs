using System.CommandLine;
using PressKit.Translation.Memory;

namespace PressKit.Cli.Commands;

/// <summary><c>memory reject</c>: a rendering is never proposed again.</summary>
internal static class MemoryRejectCommand
{
    public static Command Create(CommonOptions common)
    {
        var source = new Argument<string>("SOURCE") { Description = "The sentence, without markup." };
        var rendering = new Argument<string>("RENDERING") { Description = "How it must not be translated." };
        var (from, to) = MemoryCommand.Pair();
        var by = new Option<string>("--by") { Description = "Who says so.", HelpName = "NAME", Required = true };
        var why = new Option<string?>("--why") { Description = "Why.", HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("reject", """
            Remembers that a sentence must not be translated so: the memory never proposes that again.

            Example: presskit memory reject "Ha preso parte." "He took part of it." --from it --to en --by "Anna Rossi"
            """) { source, rendering, from, to, by, why, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (MemoryCommand.Parse(parsed.GetRequiredValue(from), "--from", session) is not { } one) return ExitCode.Usage;
            if (MemoryCommand.Parse(parsed.GetRequiredValue(to), "--to", session) is not { } other) return ExitCode.Usage;
            if (string.IsNullOrWhiteSpace(parsed.GetRequiredValue(by)))
            {
                session.Terminal.Note("presskit: --by: write the name of who says so.");
                return ExitCode.Usage;
            }

            Rejections.Add(session.Folder, new Rejection(one, other, InlineContent.Of(parsed.GetRequiredValue(source)),
                InlineContent.Of(parsed.GetRequiredValue(rendering)), parsed.GetRequiredValue(by), session.Now, parsed.GetValue(why)));
            if (parsed.GetValue(json)) MemoryCommand.SayJson(session.Terminal, ("file", Rejections.File));
            else session.Terminal.Say($"{Rejections.File}: never again");
            return session.Report();
        });
        return command;
    }
}
