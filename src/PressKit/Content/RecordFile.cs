using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Content;

/// <summary>A release's <c>record.yml</c>:
/// <code>
/// source: it
/// editions:
///   en:
///     slug: "…"            # last part of the address
///     former: ["…"]        # slugs it had before
///     approvals:
///       - by: "…"
///         at: "2026-11-20T10:00:00Z"
///         content: "…"     # hash of what was approved; revisions/ keeps it, and the source that it was made from
///         revision: "…"    # hash of that source
///         note: "…"
///         takenBack: { … } # by whom, when and why it was taken back, though the text says what it said
///         glossary: "…"    # hash of the glossary that it was approved under
///         terms: { … }     # what that had settled for the terms of the text
///         events: { … }    # by unit, the hash of the reason of an event with its translation, where that was approved too
/// events:                  # what became of the release since it was published, the oldest first
///   - event: correction    # or withdrawal, or reinstatement
///     at: "…"
///     by: "…"
///     reason: "…"          # what readers are told, in the language of the source
///     texts: { … }         # the same in other languages, where a person wrote it at once
///     languages: […]       # the editions that had the mistake, where not all had it
///     revision: "…"        # hash of the source as it was then
/// </code>
/// Commands write it; a person only settles a merge in it.</summary>
public sealed class RecordFile(string newsroomFolder, string releaseFolder)
{
    /// <summary>The file's name in the release's folder.</summary>
    public const string Name = "record.yml";

    private readonly string _file = $"{releaseFolder}/{Name}";
    private readonly string _path = Path.Combine(newsroomFolder, releaseFolder, Name);

    /// <summary>The record; an empty one where there is no file.</summary>
    public ReleaseRecord Read(Problems problems)
    {
        if (!Path.Exists(_path)) return ReleaseRecord.Empty;
        var found = new Problems();
        var record = ReadFile(found);
        problems.AddAll(found);
        return record with { IsDamaged = found.HasErrors };
    }

    private ReleaseRecord ReadFile(Problems problems)
    {
        if (TextFile.Read(_path, _file, problems) is not { } text) return ReleaseRecord.Empty;
        if (YamlReader.ReadMap(text, _file, 1, problems) is not { } map) return ReleaseRecord.Empty;
        var keys = new MapReader(map, problems);
        var source = keys.Text("source") is { } tag ? keys.LanguageOf(tag, keys.PlaceOf("source")) : null;
        var editions = ImmutableSortedDictionary.CreateBuilder<Language, EditionRecord>();
        foreach (var (key, edition) in keys.Map("editions")?.NamedMaps() ?? [])
        {
            if (keys.LanguageOf(key, keys.PlaceOf($"editions.{key}")) is { } language && Edition(edition, problems) is { } entry)
                editions[language] = entry;
        }

        var events = keys.Maps("events").Select(e => Event(e, problems)).OfType<ReleaseEvent>().ToImmutableArray();
        keys.ReportUnknownKeys("record.unknown-key");
        return new ReleaseRecord { Source = source, Editions = editions.ToImmutable(), Events = events };
    }

    /// <summary>Writes the record in place of the present one; a record that says the same is not written again, and a damaged
    /// one waits for a person.</summary>
    /// <param name="record">The record.</param>
    /// <param name="isDurable">Whether it is on the disk before it takes the place of the present one.</param>
    public void Write(ReleaseRecord record, bool isDurable = false)
    {
        if (record.IsDamaged) return;
        var text = Text(record);
        if (File.Exists(_path) && File.ReadAllText(_path) == text) return;
        var temporary = $"{_path}.{Path.GetRandomFileName()}.new";
        using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(isDurable);
        }

        File.Move(temporary, _path, overwrite: true);
    }

    private static EditionRecord? Edition(MapReader map, Problems problems)
    {
        var slug = map.Required("slug", "record.missing-slug", "Bring the address back from the file's history.");
        if (slug is not null && !Address.IsPart(slug))
        {
            problems.Error("record.bad-slug", map.PlaceOf("slug"), $"'{slug}' cannot stand in an address.", "Bring the address back from the file's history.");
            slug = null;
        }

        var former = map.Texts("former");
        var approvals = ImmutableArray.CreateBuilder<Approval>();
        foreach (var item in map.Maps("approvals"))
        {
            var by = item.Required("by", "record.incomplete", "Bring the entry back from the file's history.");
            var content = item.Required("content", "record.incomplete", "Bring the entry back from the file's history.");
            var at = At(item, problems);
            var note = item.Text("note");
            var revision = item.Text("revision");
            var glossary = item.Text("glossary");
            var takenBack = item.Map("takenBack") is { } back ? TakenBack(back, problems) : null;
            var terms = item.Map("terms")?.AllTexts() ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
            var events = item.Map("events")?.AllTexts() ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
            item.ReportUnknownKeys("record.unknown-key");
            if (by is not null && content is not null && at is not null)
                approvals.Add(new Approval(by, at.Value, content, note) { Revision = revision, TakenBack = takenBack, Glossary = glossary, Terms = terms, Events = events });
        }

        map.ReportUnknownKeys("record.unknown-key");
        return slug is null ? null : new EditionRecord(slug, former, approvals.ToImmutable());
    }

    private static TakenBack? TakenBack(MapReader map, Problems problems)
    {
        var by = map.Required("by", "record.incomplete", "Bring the entry back from the file's history.");
        var at = At(map, problems);
        var reason = map.Required("reason", "record.incomplete", "Bring the entry back from the file's history.");
        map.ReportUnknownKeys("record.unknown-key");
        return by is null || at is null || reason is null ? null : new TakenBack(by, at.Value, reason);
    }

    private static ReleaseEvent? Event(MapReader map, Problems problems)
    {
        var kind = map.Required("event", "record.incomplete", "Say what it was: correction, withdrawal or reinstatement.") is null
            ? null : map.Choice("event", "correction", "withdrawal", "reinstatement");
        var at = At(map, problems);
        var by = map.Text("by");
        var reason = map.Required("reason", "record.incomplete", "Say what readers are to be told of it.");
        var languages = map.Texts("languages").Select((tag, i) => map.LanguageOf(tag, map.PlaceOf(FormattableString.Invariant($"languages.{i}")))).OfType<Language>();
        var meant = languages.ToImmutableArray();
        var texts = map.Localised("texts").Texts;
        var revision = map.Text("revision");
        map.ReportUnknownKeys("record.unknown-key");
        return kind is null || at is null || reason is null ? null
            : new ReleaseEvent(KindOf(kind), at.Value, by, reason) { Languages = meant, Texts = texts, Revision = revision };
    }

    private static EventKind KindOf(string word) => word switch
    {
        "withdrawal" => EventKind.Withdrawal,
        "reinstatement" => EventKind.Reinstatement,
        _ => EventKind.Correction,
    };

    /// <summary>An event's word in the record, and for those who ask in JSON.</summary>
    public static string WordOf(EventKind kind) => kind switch
    {
        EventKind.Withdrawal => "withdrawal",
        EventKind.Reinstatement => "reinstatement",
        _ => "correction",
    };

    /// <summary>The instant of an entry.</summary>
    internal static DateTimeOffset? At(MapReader map, Problems problems)
    {
        if (map.Required("at", "record.incomplete", "Bring the entry back from the file's history.") is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)) return at;
        problems.Error("content.bad-date", map.PlaceOf("at"), $"'{text}' is not an instant.", "Write it in UTC: 2026-11-20T10:00:00Z.");
        return null;
    }

    private static string Text(ReleaseRecord record)
    {
        var text = new StringBuilder("# The ledger of this release, written by presskit.\n");
        if (record.Source is { } source) text.Append("source: ").Append(source.Tag).Append('\n');
        if (!record.Editions.IsEmpty) text.Append("editions:\n");
        foreach (var (language, edition) in record.Editions)
        {
            text.Append("  ").Append(language.Tag).Append(":\n    slug: ").Append(Quoted(edition.Slug)).Append('\n');
            if (!edition.Former.IsEmpty)
                text.Append("    former: [").AppendJoin(", ", edition.Former.Select(Quoted)).Append("]\n");
            if (!edition.Approvals.IsEmpty) text.Append("    approvals:\n");
            foreach (var approval in edition.Approvals) Append(text, approval);
        }

        if (!record.Events.IsEmpty) text.Append("events:\n");
        foreach (var happened in record.Events) Append(text, happened);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ReleaseEvent happened)
    {
        text.Append("  - event: ").Append(WordOf(happened.Kind)).Append("\n    at: ").Append(Quoted(Written(happened.At))).Append('\n');
        if (happened.By is { } by) text.Append("    by: ").Append(Quoted(by)).Append('\n');
        text.Append("    reason: ").Append(Quoted(happened.Reason)).Append('\n');
        if (!happened.Texts.IsEmpty) text.Append("    texts:\n");
        foreach (var (language, words) in happened.Texts) text.Append("      ").Append(language.Tag).Append(": ").Append(Quoted(words)).Append('\n');
        if (!happened.Languages.IsEmpty) text.Append("    languages: [").AppendJoin(", ", happened.Languages.Select(l => l.Tag)).Append("]\n");
        if (happened.Revision is { } revision) text.Append("    revision: ").Append(Quoted(revision)).Append('\n');
    }

    private static void Append(StringBuilder text, Approval approval)
    {
        text.Append("      - by: ").Append(Quoted(approval.By)).Append("\n        at: ").Append(Quoted(Written(approval.At)))
            .Append("\n        content: ").Append(Quoted(approval.Content)).Append('\n');
        if (approval.Revision is { } revision) text.Append("        revision: ").Append(Quoted(revision)).Append('\n');
        if (approval.Note is { } note) text.Append("        note: ").Append(Quoted(note)).Append('\n');
        if (approval.Glossary is { } glossary) text.Append("        glossary: ").Append(Quoted(glossary)).Append('\n');
        if (approval.TakenBack is { } back)
        {
            text.Append("        takenBack:\n          by: ").Append(Quoted(back.By)).Append("\n          at: ").Append(Quoted(Written(back.At)))
                .Append("\n          reason: ").Append(Quoted(back.Reason)).Append('\n');
        }

        Append(text, "terms", approval.Terms);
        Append(text, "events", approval.Events);
    }

    private static void Append(StringBuilder text, string key, ImmutableSortedDictionary<string, string> texts)
    {
        if (texts.IsEmpty) return;
        text.Append("        ").Append(key).Append(":\n");
        foreach (var (id, value) in texts) text.Append("          ").Append(Quoted(id)).Append(": ").Append(Quoted(value)).Append('\n');
    }

    private static string Written(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A YAML double-quoted scalar; control characters as YAML 1.2, 5.7 writes them.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' =>
                    quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
