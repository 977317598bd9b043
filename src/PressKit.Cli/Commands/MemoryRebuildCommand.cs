using System.CommandLine;

namespace PressKit.Cli.Commands;

/// <summary><c>memory rebuild</c>: the memory is made again from the files.</summary>
internal static class MemoryRebuildCommand
{
    public static Command Create(CommonOptions common, MemoryAccess memory)
    {
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("rebuild", """
            Makes the memory again from the newsroom's files. It happens by itself where files change or the memory is damaged.

            Example: presskit memory rebuild
            """) { json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            var found = new Session(session.Folder, session.Now, session.Terminal);
            using var made = memory.Rebuild(prepared.Newsroom, found);
            if (made is null) return Math.Max(found.Report(), ExitCode.Service);
            var (segments, translations) = made.Counts();
            if (parsed.GetValue(json)) MemoryCommand.SayJson(session.Terminal, ("segments", segments), ("translations", translations));
            else session.Terminal.Say($"{Terminal.Counted(segments, "segment")} and {Terminal.Counted(translations, "translation")} in memory");
            return found.Report();
        });
        return command;
    }
}
