using System.CommandLine;
using PressKit.Translation.Memory.Tmx;

namespace PressKit.Cli.Commands;

/// <summary><c>memory import</c>: takes a file of translation memory into the newsroom.</summary>
internal static class MemoryImportCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "A TMX file." };
        var reviewed = new Option<bool>("--reviewed") { Description = "A second person looked at all of it: offer it as reviewed." };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("import", """
            Takes a TMX file into content/memory. It is one of the newsroom's files then: the memory is made from it.

            Example: presskit memory import old.tmx
            """) { file, reviewed, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var path = Path.GetFullPath(parsed.GetRequiredValue(file), common.WorkingFolder);
            if (!File.Exists(path))
            {
                session.Terminal.Note($"presskit: there is no file {parsed.GetRequiredValue(file)}.");
                return ExitCode.Usage;
            }

            // Nothing so large is read into memory to be refused.
            if (new FileInfo(path).Length > TmxReader.MaxBytes)
            {
                TmxReader.ReportSize(new FileInfo(path).Length, Path.GetFileName(path), session.Problems);
                return session.Report();
            }

            if (TmxReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), session.Problems) is not { } tmx) return session.Report();
            if (parsed.GetValue(reviewed)) tmx = tmx.Reviewed();
            var name = Path.ChangeExtension(Path.GetFileName(path), ".tmx");
            Write(Path.Combine(session.Folder, "content", "memory", name), tmx);
            if (parsed.GetValue(json)) MemoryCommand.SayJson(session.Terminal, ("file", $"content/memory/{name}"), ("units", tmx.Units.Length));
            else session.Terminal.Say($"content/memory/{name}: {Terminal.Counted(tmx.Units.Length, "unit")}");
            return session.Report();
        });
        return command;
    }

    private static void Write(string path, TmxFile tmx)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".new";
        using (var stream = File.Create(temporary)) TmxWriter.Write(stream, Publisher.Version, tmx.SourceLanguage, tmx.Units);
        File.Move(temporary, path, overwrite: true);
    }
}
