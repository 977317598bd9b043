using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PressKit.Editions;

/// <summary>A translation's <c>LANGUAGE.history.jsonl</c>: an object a line,
/// <c>{"at":"…","actor":"…","tool":"…","event":"…","base":"…","unit":"…","segments":"1 2"}</c>. It is only ever added to; git
/// merges it line by line (<c>merge=union</c>); no build reads it, and a line that cannot be read is passed over.</summary>
/// <param name="path">The file.</param>
public sealed class HistoryFile(string path)
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The history of a release's translation.</summary>
    public static HistoryFile Of(string newsroomFolder, Release release, Language language) =>
        new(Path.Combine(newsroomFolder, release.Folder, $"{language}.history.jsonl"));

    /// <summary>Adds events, all at once.</summary>
    public void Add(IEnumerable<HistoryEvent> events)
    {
        using var lines = new MemoryStream();
        foreach (var happened in events) Write(lines, happened);
        if (lines.Length == 0) return;
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            // A line that was broken off must not take the next one with it.
            if (file.ReadByte() != '\n') file.WriteByte((byte)'\n');
        }

        file.Write(lines.ToArray());
    }

    /// <summary>What is on record, in the order of the file.</summary>
    public ImmutableArray<HistoryEvent> Read()
    {
        if (!File.Exists(path)) return [];
        try
        {
            return [.. File.ReadLines(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)).Select(Parse).OfType<HistoryEvent>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Write(MemoryStream lines, HistoryEvent happened)
    {
        using (var json = new Utf8JsonWriter(lines, Plain))
        {
            json.WriteStartObject();
            json.WriteString("at", happened.At.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
            json.WriteString("actor", happened.Actor);
            if (happened.Tool.Length > 0) json.WriteString("tool", happened.Tool);
            json.WriteString("event", happened.Event);
            json.WriteString("base", happened.Base);
            if (happened.Unit is { } unit) json.WriteString("unit", unit);
            if (happened.Segments.Length > 0) json.WriteString("segments", happened.Segments);
            json.WriteEndObject();
        }

        lines.WriteByte((byte)'\n');
    }

    private static HistoryEvent? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (Text("actor") is not { } actor || Text("event") is not { } name || Text("base") is not { } @base) return null;
            if (!DateTimeOffset.TryParseExact(Text("at"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
            return new HistoryEvent(at, actor, name, @base) { Tool = Text("tool") ?? "", Unit = Text("unit"), Segments = Text("segments") ?? "" };

            string? Text(string name) =>
                json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
