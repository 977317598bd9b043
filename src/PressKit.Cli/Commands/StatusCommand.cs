using System.CommandLine;
using PressKit.Editions;

namespace PressKit.Cli.Commands;

/// <summary><c>status</c>: the grid of releases and languages.</summary>
internal static class StatusCommand
{
    public static Command Create(CommonOptions common)
    {
        var releases = ReleaseNames.Argument();
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var command = new Command("status", """
            Shows every release in every language: whether it is public, as what, or what holds it back.

            Example: presskit status tokyo
            """) { releases, json };
        command.SetAction(parsed =>
        {
            if (common.Open(parsed) is not { } session) return ExitCode.Usage;
            if (new Publisher().Prepare(session.Folder, session.Now, session.Problems) is not { } prepared) return session.Report();
            var names = parsed.GetValue(releases) ?? [];
            if (!ReleaseNames.AreKnown(names, prepared, session)) return ExitCode.Usage;
            var rows = Rows(prepared, names).ToList();
            if (parsed.GetValue(json)) WriteJson(session, rows);
            else Write(session, rows);
            return session.Report();
        });
        return command;
    }

    private static IEnumerable<(string Release, Language Language, string State)> Rows(Prepared prepared, string[] names)
    {
        var states = prepared.Admission.Admitted.ToDictionary(a => a.Edition, a => Public(a) + (a.Edition.Blocked.IsEmpty ? "" : $"; {Gate.Blocked(a.Edition)}"))
            .Concat(prepared.Admission.Held.ToDictionary(h => h.Edition, h => "held: " + h.Reason))
            .ToDictionary(s => (s.Key.Release.Folder, s.Key.Language), s => s.Value);
        foreach (var release in prepared.Releases.Where(r => ReleaseNames.IsMeant(r, names)))
        {
            foreach (var language in prepared.Newsroom.Languages)
            {
                var meant = release.Release.Source.FrontMatter.Languages;
                if (!meant.IsEmpty && !meant.Contains(language) && language != release.Release.Source.Language) continue;
                yield return (release.Release.Id, language, states.GetValueOrDefault((release.Release.Folder, language), "no edition"));
            }
        }
    }

    private static string Public(Admitted admitted) => admitted switch
    {
        { Edition.Making: Making.Source } => "public: source",
        { Edition.Making: Making.Authored } => "public: written in this language",
        { Label: Label.Machine } => $"public: machine draft by {string.Join(", ", admitted.Edition.Makers)}",
        _ => $"public: translation approved by {admitted.Edition.Approval!.By}",
    };

    private static void Write(Session session, List<(string Release, Language Language, string State)> rows)
    {
        foreach (var group in rows.GroupBy(r => r.Release, StringComparer.Ordinal))
        {
            session.Terminal.Say(group.Key);
            foreach (var (_, language, state) in group) session.Terminal.Say($"  {language.Tag,-8} {state}");
        }
    }

    private static void WriteJson(Session session, List<(string Release, Language Language, string State)> rows)
    {
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream, Terminal.Written))
        {
            json.WriteStartArray();
            foreach (var (release, language, state) in rows)
            {
                json.WriteStartObject();
                json.WriteString("release", release);
                json.WriteString("language", language.Tag);
                json.WriteString("state", state);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        session.Terminal.Say(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
