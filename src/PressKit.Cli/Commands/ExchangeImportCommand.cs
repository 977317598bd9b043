using System.CommandLine;
using PressKit.Editions;
using PressKit.Translation.Exchange;
using PressKit.Translation.Xliff;

namespace PressKit.Cli.Commands;

/// <summary><c>exchange import</c>: takes back what translators made.</summary>
internal static class ExchangeImportCommand
{
    public static Command Create(CommonOptions common, MemoryAccess memory)
    {
        var files = new Argument<string[]>("FILE") { Description = "XLIFF 2.1 or 1.2, as it came back.", Arity = ArgumentArity.OneOrMore };
        var by = new Option<string?>("--by") { Description = "Who translated what the files do not name the translator of.", HelpName = "NAME" };
        var take = new Option<string?>("--take") { Description = "Which translation holds where both were changed: theirs or ours.", HelpName = "SIDE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be taken, and store nothing." };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("import", """
            Takes back what translators made of exported files. What both sides changed is shown side by side and never lost; a
            file with an error in it changes nothing.

            Example: presskit exchange import exchange/2025-tokyo-contest.en.xlf --by "Ada Rossi"
            """) { files, by, take, dryRun, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (parsed.GetValue(take) is { } side && side is not ("theirs" or "ours"))
            {
                session.Terminal.Note($"presskit: --take {side}: write theirs or ours.");
                return ExitCode.Usage;
            }

            if (new Publisher().Prepare(session.Folder, session.Now, new Problems()) is not { } prepared)
            {
                new Publisher().Prepare(session.Folder, session.Now, session.Problems);
                return session.Report();
            }

            var holds = parsed.GetValue(take) switch { "theirs" => Take.Theirs, "ours" => Take.Ours, _ => Take.Neither };
            var named = string.IsNullOrWhiteSpace(parsed.GetValue(by)) ? null : parsed.GetValue(by)!.Trim();
            var options = new MergeOptions(named, new DateTimeOffset(session.Now.Ticks - session.Now.Ticks % TimeSpan.TicksPerSecond, session.Now.Offset), holds);
            var run = new Run(session, prepared, options, parsed.GetValue(dryRun), parsed.GetValue(json));
            foreach (var file in parsed.GetRequiredValue(files)) run.Import(file, Path.GetFullPath(file, common.WorkingFolder));
            run.Answer();
            // To be opened is to learn what changed: what came back reviewed is offered to the team at once.
            if (prepared.Newsroom.Memory.IsShared && !parsed.GetValue(dryRun)) memory.Open(prepared.Newsroom, session)?.Dispose();
            return session.Report();
        });
        return command;
    }

    /// <summary>One run of the command.</summary>
    private sealed class Run(Session session, Prepared prepared, MergeOptions options, bool dryRun, bool json)
    {
        private readonly List<(string File, Taking Taking)> _taken = [];
        private Prepared _prepared = prepared;

        public void Import(string name, string path)
        {
            if (Bytes(name, path) is not { } bytes) return;
            var exchanging = new Exchanging(_prepared.Newsroom, _prepared.Releases, Publisher.Version);
            if (exchanging.Import(bytes, name, options, session.Problems) is not { } taking) return;
            _taken.Add((name, taking));
            if (dryRun) return;
            var store = new TranslationStore(session.Folder);
            if (taking.Merged.Translation is { } translation)
            {
                if (taking.Release.Translations.FirstOrDefault(t => t.File.Language == taking.Language) is { } earlier) store.KeepApproved(taking.Release.Release, earlier);
                store.Store(taking.Release.Release, translation);
                if (taking.Merged.Taken > 0)
                    store.Log(taking.Release.Release, taking.Language, [new HistoryEvent(session.Now, options.By ?? name, "imported", translation.Revision) { Tool = Session.Tool }]);
            }

            store.Adopt(taking.Release.Release, taking.File, bytes);
            if (taking.Merged.Translation is null) return;
            // The next file may be of the same release.
            _prepared = new Publisher().Prepare(session.Folder, session.Now, new Problems()) ?? _prepared;
        }

        public void Answer()
        {
            if (json) session.Terminal.SayJson(Write);
            else foreach (var (file, taking) in _taken) Say(file, taking);
        }

        private byte[]? Bytes(string name, string path)
        {
            if (!File.Exists(path))
            {
                session.Problems.Error("exchange.no-file", new Place(name), "There is no such file.", "Correct the name.");
                return null;
            }

            try
            {
                var length = new FileInfo(path).Length;
                if (length <= XliffReader.MaxBytes) return File.ReadAllBytes(path);
                session.Problems.Error("xliff.too-large", new Place(name), $"The file has {length} bytes, and more than {XliffReader.MaxBytes} are not read.",
                    "Split the release, or look whether the file is what it should be.");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                session.Problems.Error("content.unreadable", new Place(name), "The file cannot be read.", "Look at its permissions.");
            }

            return null;
        }

        private void Say(string file, Taking taking)
        {
            var merged = taking.Merged;
            session.Terminal.Say($"{taking.Release.Release.Id} in {taking.Language}: {Terminal.Counted(merged.Taken, "sentence")} taken, "
                + $"{Terminal.Counted(merged.Suggestions, "suggestion")}, {Terminal.Counted(merged.Settled, "conflict")} settled, {merged.Conflicts.Length} open{(dryRun ? " (nothing stored)" : "")}");
            foreach (var conflict in merged.Conflicts)
            {
                session.Terminal.Say($"  {conflict.Source}");
                session.Terminal.Say($"    ours:   {conflict.Ours}");
                session.Terminal.Say($"    theirs: {conflict.Theirs}");
            }

            if (merged.Conflicts.Length > 0)
                session.Terminal.Say($"  Ours stays in force. To settle: presskit exchange import {file} --take theirs, or --take ours.");
        }

        private void Write(System.Text.Json.Utf8JsonWriter writer)
        {
            writer.WriteStartArray();
            foreach (var (file, taking) in _taken)
            {
                writer.WriteStartObject();
                writer.WriteString("file", file);
                writer.WriteString("release", taking.Release.Release.Id);
                writer.WriteString("language", taking.Language.Tag);
                writer.WriteNumber("taken", taking.Merged.Taken);
                writer.WriteNumber("suggestions", taking.Merged.Suggestions);
                writer.WriteNumber("settled", taking.Merged.Settled);
                writer.WriteStartArray("conflicts");
                foreach (var conflict in taking.Merged.Conflicts)
                {
                    writer.WriteStartObject();
                    writer.WriteString("unit", conflict.Unit);
                    writer.WriteString("source", conflict.Source);
                    writer.WriteString("ours", conflict.Ours);
                    writer.WriteString("theirs", conflict.Theirs);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }
}
