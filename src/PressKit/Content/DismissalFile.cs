using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Content;

/// <summary>A release's <c>dismissed.yml</c>: findings of checks that somebody keeps, with the reason.
/// <code>
/// dismissed:
///   - check: check.numbers
///     language: en
///     unit: "…"            # where it was found
///     fingerprint: "…"     # hash of check, source and translation
///     by: "…"
///     at: "2026-11-20T10:00:00Z"
///     reason: "…"
/// </code>
/// A command writes it; a person may take entries out.</summary>
public sealed class DismissalFile(string newsroomFolder, string releaseFolder)
{
    /// <summary>The file's name in the release's folder.</summary>
    public const string Name = "dismissed.yml";

    private const string Remedy = "Complete the entry, or take it out.";

    private readonly string _file = $"{releaseFolder}/{Name}";
    private readonly string _path = Path.Combine(newsroomFolder, releaseFolder, Name);

    /// <summary>The dismissals, the oldest first; none where there is no file.</summary>
    public ImmutableArray<Dismissal> Read(Problems problems)
    {
        if (!Path.Exists(_path) || TextFile.Read(_path, _file, problems) is not { } text) return [];
        if (YamlReader.ReadMap(text, _file, 1, problems) is not { } map) return [];
        var keys = new MapReader(map, problems);
        var found = keys.Maps("dismissed").Select(item => Entry(item, problems)).OfType<Dismissal>().ToImmutableArray();
        keys.ReportUnknownKeys("record.unknown-key");
        return found;
    }

    /// <summary>Adds a dismissal at the end of the file.</summary>
    public void Add(Dismissal dismissal)
    {
        var text = new StringBuilder(File.Exists(_path) ? File.ReadAllText(_path)
            : "# What checks found in this release's translations and somebody keeps, written by presskit.\ndismissed:\n");
        if (text[^1] != '\n') text.Append('\n');
        text.Append("  - check: ").Append(dismissal.Check).Append("\n    language: ").Append(dismissal.Language.Tag)
            .Append("\n    unit: ").Append(RecordFile.Quoted(dismissal.Unit)).Append("\n    fingerprint: ").Append(RecordFile.Quoted(dismissal.Fingerprint))
            .Append("\n    by: ").Append(RecordFile.Quoted(dismissal.By))
            .Append("\n    at: ").Append(RecordFile.Quoted(dismissal.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)))
            .Append("\n    reason: ").Append(RecordFile.Quoted(dismissal.Reason)).Append('\n');
        var temporary = _path + ".new";
        File.WriteAllText(temporary, text.ToString());
        File.Move(temporary, _path, overwrite: true);
    }

    private static Dismissal? Entry(MapReader item, Problems problems)
    {
        var check = item.Required("check", "record.incomplete", Remedy);
        var language = item.Required("language", "record.incomplete", Remedy) is { } tag ? item.LanguageOf(tag, item.PlaceOf("language")) : null;
        var unit = item.Text("unit") ?? "";
        var fingerprint = item.Required("fingerprint", "record.incomplete", Remedy);
        var by = item.Required("by", "record.incomplete", Remedy);
        var at = RecordFile.At(item, problems);
        var reason = item.Required("reason", "record.incomplete", Remedy);
        item.ReportUnknownKeys("record.unknown-key");
        return check is null || language is null || fingerprint is null || by is null || at is null || reason is null
            ? null : new Dismissal(check, language, unit, fingerprint, by, at.Value, reason);
    }
}
