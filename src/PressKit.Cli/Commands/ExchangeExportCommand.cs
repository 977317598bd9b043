using System.Collections.Immutable;
using System.CommandLine;
using PressKit.Editions;
using PressKit.Translation.Exchange;
using PressKit.Translation.Memory;

namespace PressKit.Cli.Commands;

/// <summary><c>exchange export</c>: a file for each release and language.</summary>
internal static class ExchangeExportCommand
{
    public static Command Create(CommonOptions common, MemoryAccess memory)
    {
        var releases = ReleaseNames.Argument();
        var to = new Option<string?>("--to") { Description = "The languages, with commas between them. By default all of the newsroom's.", HelpName = "TAGS" };
        var format = new Option<string>("--format")
        {
            Description = "xliff-2.1 or xliff-1.2.", HelpName = "NAME", DefaultValueFactory = _ => "xliff-2.1",
        };
        var output = new Option<string?>("--output") { Description = "The folder for the files. By default 'exchange' in the newsroom's folder.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("export", """
            Writes a file for each release and language, with all that a translator needs and all that is needed to take it back.

            Example: presskit exchange export tokyo --to en,ja --format xliff-1.2
            """) { releases, to, format, output, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (Parse(parsed.GetRequiredValue(format)) is not { } known)
            {
                session.Terminal.Note($"presskit: --format {parsed.GetRequiredValue(format)}: write xliff-2.1 or xliff-1.2.");
                return ExitCode.Usage;
            }

            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            var names = parsed.GetValue(releases) ?? [];
            if (!ReleaseNames.AreKnown(names, prepared, session)) return ExitCode.Usage;
            var languages = prepared.Newsroom.Languages;
            if (parsed.GetValue(to) is { } tags)
            {
                if (LanguageNames.Parse(tags, prepared.Newsroom, session.Terminal) is not { } meant) return ExitCode.Usage;
                languages = meant;
            }

            var folder = parsed.GetValue(output) is { } named ? Path.GetFullPath(named, common.WorkingFolder) : Path.Combine(session.Folder, "exchange");
            var wanted = prepared.Releases.Where(r => ReleaseNames.IsMeant(r, names));
            using var opened = memory.Open(prepared.Newsroom, session);
            var recall = opened is null ? null : new Recall(opened, common.Time, Withheld.In(prepared.Newsroom, session.Now));
            var written = Write(prepared, wanted, languages, known, folder, recall).ToList();
            Answer(session, written, folder, parsed.GetValue(json));
            return session.Report();
        });
        return command;
    }

    private static ExchangeFormat? Parse(string name) => name switch
    {
        "xliff-2.1" => ExchangeFormat.Xliff21,
        "xliff-1.2" => ExchangeFormat.Xliff12,
        _ => null,
    };

    private static IEnumerable<(PairedRelease Release, Language Language, string File)> Write(
        Prepared prepared, IEnumerable<PairedRelease> releases, ImmutableArray<Language> languages, ExchangeFormat format, string folder, Recall? recall)
    {
        var exchanging = new Exchanging(prepared.Newsroom, prepared.Releases, Publisher.Version);
        foreach (var release in releases)
        {
            foreach (var language in languages)
            {
                if (exchanging.Export(release, language, format, recall) is not { } bytes) continue;
                Directory.CreateDirectory(folder);
                var file = Path.Combine(folder, Exchanging.FileName(release.Release, language, format));
                File.WriteAllBytes(file, bytes);
                yield return (release, language, file);
            }
        }
    }

    private static void Answer(Session session, List<(PairedRelease Release, Language Language, string File)> written, string folder, bool json)
    {
        if (json)
        {
            session.Terminal.SayJson(writer =>
            {
                writer.WriteStartArray();
                foreach (var (release, language, file) in written)
                {
                    writer.WriteStartObject();
                    writer.WriteString("release", release.Release.Id);
                    writer.WriteString("language", language.Tag);
                    writer.WriteString("file", file);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
            return;
        }

        foreach (var (release, language, file) in written) session.Terminal.Say($"{release.Release.Id} in {language}: {file}");
        session.Terminal.Say($"{Terminal.Counted(written.Count, "file")} written in {folder}");
    }
}
