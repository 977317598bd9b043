using System.CommandLine;
using PressKit.Translation.Memory.Tmx;

namespace PressKit.Cli.Commands;

/// <summary><c>memory export</c>: the newsroom's memory as TMX.</summary>
internal static class MemoryExportCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write it." };
        var from = new Option<string?>("--from") { Description = "Only what is translated from this language.", HelpName = "TAG" };
        var to = new Option<string?>("--to") { Description = "Only what is translated into this language.", HelpName = "TAG" };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("export", """
            Writes what was reviewed, and all that was imported, as TMX 1.4b.

            Example: presskit memory export memory.tmx --from it --to en
            """) { file, from, to, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var (source, target) = (default(Language), default(Language));
            if (parsed.GetValue(from) is { } fromTag && (source = MemoryCommand.Parse(fromTag, "--from", session)) is null) return ExitCode.Usage;
            if (parsed.GetValue(to) is { } toTag && (target = MemoryCommand.Parse(toTag, "--to", session)) is null) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            var found = new Session(session.Folder, session.Now, session.Terminal);
            var units = new TmxExport(session.Folder, prepared.Newsroom.Languages, found.Problems).Units(source, target).ToList();
            var path = Path.GetFullPath(parsed.GetRequiredValue(file), common.WorkingFolder);
            using (var stream = File.Create(path)) TmxWriter.Write(stream, Publisher.Version, source?.Tag ?? TmxWriter.AllLanguages, units);
            if (parsed.GetValue(json)) MemoryCommand.SayJson(session.Terminal, ("file", parsed.GetRequiredValue(file)), ("units", units.Count));
            else session.Terminal.Say($"{parsed.GetRequiredValue(file)}: {Terminal.Counted(units.Count, "unit")}");
            return found.Report();
        });
        return command;
    }
}
