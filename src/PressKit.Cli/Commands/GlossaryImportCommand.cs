using System.Collections.Immutable;
using System.CommandLine;
using PressKit.Content;
using PressKit.Translation.Glossary.Exchange;

namespace PressKit.Cli.Commands;

/// <summary><c>glossary import</c>: merges terms of other tools into <c>content/glossary.yml</c>.</summary>
internal static class GlossaryImportCommand
{
    private const string Glossary = "content/glossary.yml";

    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "TBX v3 or v2, or CSV." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would change, line by line, and write nothing." };
        var command = new Command("import", """
            Merges entries into content/glossary.yml: what the file says takes the place of what stood there, and whatever it does
            not say, order and comments stay.

            Example: presskit glossary import terms.tbx --dry-run
            """) { file, dryRun };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (NewsroomReader.Read(session.Folder, session.Problems) is not { } newsroom || session.Problems.HasErrors) return session.Report();
            var name = parsed.GetRequiredValue(file);
            if (Terms(session, newsroom, name, Path.GetFullPath(name, common.WorkingFolder)) is { } terms)
                Merge(session, newsroom, terms, parsed.GetValue(dryRun));
            return session.Report();
        });
        return command;
    }

    private static ImmutableArray<Term>? Terms(Session session, Newsroom newsroom, string name, string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Problems.Error("content.unreadable", new Place(name), $"The file cannot be read: {e.Message}", "Look at its name and its permissions.");
            return null;
        }

        ImmutableArray<Language> own = [newsroom.DefaultLanguage, .. newsroom.Languages];
        return name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)
            ? TermCsv.Read(bytes, name, own, session.Problems) : TbxReader.Read(bytes, name, own, session.Problems);
    }

    private static void Merge(Session session, Newsroom newsroom, ImmutableArray<Term> terms, bool dryRun)
    {
        var path = Path.Combine(session.Folder, Glossary);
        var yaml = File.Exists(path) ? File.ReadAllText(path).TrimStart('\ufeff').ReplaceLineEndings("\n") : "terms:\n";
        var (text, changes) = GlossaryFile.Merge(yaml, newsroom.Glossary, terms);
        foreach (var change in changes.Where(_ => dryRun))
        {
            session.Terminal.Say($"{change.Term.Text}:");
            foreach (var line in change.Removed) session.Terminal.Say("-" + line);
            foreach (var line in change.Added) session.Terminal.Say("+" + line);
        }

        var added = changes.Count(c => c.IsNew);
        session.Terminal.Say($"{added} new, {changes.Length - added} changed, {terms.Length - changes.Length} as they were");
        if (dryRun || changes.IsEmpty) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".new";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
        // What was imported may contradict what is there: everything is said at once, with its line.
        NewsroomReader.Read(session.Folder, session.Problems);
    }
}
