using System.CommandLine;
using PressKit.Content;
using PressKit.Translation.Glossary.Exchange;

namespace PressKit.Cli.Commands;

/// <summary><c>glossary export</c>: the glossary as TBX or CSV.</summary>
internal static class GlossaryExportCommand
{
    public static Command Create(CommonOptions common)
    {
        var format = new Option<string>("--format") { Description = "tbx, which is the default, or csv.", HelpName = "NAME", DefaultValueFactory = _ => "tbx" };
        var output = new Option<string?>("--output") { Description = "The file. By default glossary.tbx or glossary.csv, here.", HelpName = "FILE" };
        var command = new Command("export", """
            Writes the glossary as TBX v3 (ISO 30042:2019, TBX-Basic) or as CSV, for other tools and for spreadsheets.

            Example: presskit glossary export --format csv
            """) { format, output };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var name = parsed.GetRequiredValue(format);
            if (name is not ("tbx" or "csv"))
            {
                session.Terminal.Note($"presskit: --format {name}: write tbx or csv.");
                return ExitCode.Usage;
            }

            if (NewsroomReader.Read(session.Folder, session.Problems) is not { } newsroom) return session.Report();
            var bytes = name == "csv" ? TermCsv.Write(newsroom.Glossary) : TbxWriter.Write(newsroom.Glossary, newsroom.DefaultLanguage, newsroom.Name);
            var file = parsed.GetValue(output) ?? $"glossary.{name}";
            File.WriteAllBytes(Path.GetFullPath(file, common.WorkingFolder), bytes);
            session.Terminal.Say($"{file}: {(newsroom.Glossary.Length == 1 ? "1 entry" : $"{newsroom.Glossary.Length} entries")}");
            return ExitCode.Done;
        });
        return command;
    }
}
