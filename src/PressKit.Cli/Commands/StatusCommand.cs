using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PressKit.Content;
using PressKit.Editions;

namespace PressKit.Cli.Commands;

/// <summary><c>status</c>: the grid of releases and languages; and the record of one edition.</summary>
internal static class StatusCommand
{
    public static Command Create(CommonOptions common)
    {
        var releases = ReleaseNames.Argument();
        var changes = new Option<bool>("--changes") { Description = "Show each sentence that was changed since it was translated, and what it was." };
        var record = new Option<string?>("--record")
        {
            Description = "Write what is on record of one edition, such as 2025/tokyo-contest/en: who or what made which sentence, who revised and approved it, and how it is labelled.",
            HelpName = "EDITION",
        };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("status", """
            Shows every release in every language: whether it is public, as what, or what holds it back.

            Example: presskit status tokyo
            """) { releases, changes, record, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            var (names, edition, isJson, isLong) = (parsed.GetValue(releases) ?? [], parsed.GetValue(record), parsed.GetValue(json), parsed.GetValue(changes));
            return edition is null ? Grid(session, names, isJson, isLong) : Record(session, edition, isJson);
        });
        return command;
    }

    private static int Grid(Session session, string[] names, bool json, bool changes)
    {
        // Who names releases works on them, and does not ask the same again.
        var last = names.Length > 0 ? null : Publisher.LastAnswer(session.Folder, "status", json ? "json" : "text", changes ? "changes" : "states");
        if (last?.Same(session.Now, session.Problems) is { } same) return Answer(session, same);
        if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
        if (!ReleaseNames.AreKnown(names, prepared, session)) return ExitCode.Usage;
        var rows = EditionStatus.Of(prepared, session.Folder, r => ReleaseNames.IsMeant(r, names)).ToList();
        var answer = json ? Terminal.Json(writer => WriteJson(writer, rows)) : string.Join(Environment.NewLine, Lines(rows, changes));
        last?.Keep(prepared, session.Problems, answer);
        return Answer(session, answer);
    }

    private static int Answer(Session session, string answer)
    {
        if (answer.Length > 0) session.Terminal.Say(answer);
        return session.Report();
    }

    private static int Record(Session session, string typed, bool json)
    {
        var publisher = new Publisher();
        if (publisher.Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
        if (EditionEvidence.Find(publisher, prepared, session.Now, typed) is not { } record)
        {
            session.Terminal.Note($"presskit: --record {typed}: there is no such edition. Write a release's id and a language, such as 2025/tokyo-contest/en.");
            return ExitCode.Usage;
        }

        if (json) session.Terminal.SayJson(record.WriteJson);
        else session.Terminal.Say(EvidenceText.Of(record));
        return session.Report();
    }

    private static IEnumerable<string> Lines(List<EditionStatus> rows, bool changes)
    {
        foreach (var group in rows.GroupBy(r => r.Release, StringComparer.Ordinal))
        {
            yield return group.Key;
            foreach (var row in group)
            {
                yield return $"  {row.Language.Tag,-8} {row.State}{Written(row.Shares)}";
                if (!changes) continue;
                foreach (var line in row.Changes.SelectMany(Lines)) yield return line;
            }
        }
    }

    private static IEnumerable<string> Lines(SentenceChange change)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"           {(change.IsRepaired ? "repaired" : "changed")} {change.Unit} {change.Segment}: {change.Difference}");
        yield return $"             was: {change.Earlier.Target.ReadingText}";
        if (change.Target is { } target) yield return $"             is:  {target.ReadingText}";
    }

    private static string Written(Shares? shares)
    {
        if (shares is not { Total: > 0 }) return "";
        var parts = new[] { (shares.Machine, "machine"), (shares.Memory, "memory"), (shares.Person, "person") }.Where(p => p.Item1 > 0)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item2} {shares.Percent(p.Item1)} %"));
        return $" ({string.Join(", ", parts)})" is { Length: > 3 } written ? written : "";
    }

    private static void WriteJson(Utf8JsonWriter json, List<EditionStatus> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows) Write(json, row);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, EditionStatus row)
    {
        json.WriteStartObject();
        json.WriteString("release", row.Release);
        json.WriteString("language", row.Language.Tag);
        json.WriteString("state", row.State);
        json.WriteBoolean("public", row.IsPublic);
        json.WriteString("heldBack", row.HeldBack);
        json.WriteString("approvedBy", row.Approval?.By);
        json.WriteString("approvedAt", EditionEvidence.Written(row.Approval?.At));
        json.WriteString("staleSince", EditionEvidence.Written(row.StaleSince));
        json.WriteNumber("repaired", row.Repaired);
        if (row.Shares is { } shares)
        {
            json.WriteStartObject("sentences");
            json.WriteNumber("machine", shares.Machine);
            json.WriteNumber("memory", shares.Memory);
            json.WriteNumber("person", shares.Person);
            json.WriteNumber("other", shares.Other);
            json.WriteEndObject();
        }

        json.WriteStartArray("events");
        foreach (var told in row.Events)
        {
            json.WriteStartObject();
            json.WriteString("event", RecordFile.WordOf(told.Event.Kind));
            json.WriteString("at", EditionEvidence.Written(told.Event.At));
            json.WriteString("by", told.Event.By);
            json.WriteString("text", told.Text);
            json.WriteString("language", told.Language.Tag);
            json.WriteBoolean("machine", told.IsMachine);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var change in row.Changes)
        {
            json.WriteStartObject();
            json.WriteString("unit", change.Unit);
            json.WriteNumber("segment", change.Segment);
            json.WriteBoolean("repaired", change.IsRepaired);
            json.WriteString("earlier", change.Earlier.Source.ReadingText);
            json.WriteString("present", change.Present.ReadingText);
            json.WriteString("difference", change.Difference);
            json.WriteString("earlierTranslation", change.Earlier.Target.ReadingText);
            json.WriteString("translation", change.Target?.ReadingText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
