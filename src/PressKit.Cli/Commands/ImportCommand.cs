using System.CommandLine;
using PressKit.Content;
using PressKit.Importing;

namespace PressKit.Cli.Commands;

/// <summary><c>import</c>: a release from a file of another kind.</summary>
internal static class ImportCommand
{
    public static Command Create(CommonOptions common)
    {
        var files = new Argument<string[]>("FILE") { Description = "Plain text, as it was pasted.", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string>("--language") { Description = "The language of the text.", HelpName = "TAG", Required = true };
        var command = new Command("import", """
            Makes a release of a text: recognises headings and the dateline, keeps every quotation mark, proposes a headline.

            Example: presskit import tokyo.txt --language it
            """) { files, language };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (!Language.TryParse(parsed.GetRequiredValue(language), out var tag))
            {
                session.Terminal.Note($"presskit: --language {parsed.GetRequiredValue(language)}: write a BCP 47 tag such as it, pt-BR or zh-Hans.");
                return ExitCode.Usage;
            }

            if (NewsroomReader.Read(session.Folder, new Problems()) is not { } newsroom)
            {
                NewsroomReader.Read(session.Folder, session.Problems);
                return session.Report();
            }

            var importer = new TextImporter(newsroom, session.Clock);
            foreach (var file in parsed.GetRequiredValue(files)) Import(session, importer, Path.GetFullPath(file, common.WorkingFolder), tag);
            return session.Report();
        });
        return command;
    }

    private static void Import(Session session, TextImporter importer, string file, Language language)
    {
        if (importer.Import(file, language, session.Problems) is not { } result) return;
        session.Terminal.Say($"{result.ReleaseId}: {result.File}");
        foreach (var note in result.Notes) session.Terminal.Say($"  {note}");
    }
}
