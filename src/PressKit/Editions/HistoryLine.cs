using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PressKit.Editions;

/// <summary>An event as a line of JSON: <c>{"at":"…","actor":"…","tool":"…","event":"…","base":"…","unit":"…","segments":"1 2"}</c>, and
/// what the desk adds; docs/review.md lists the keys. What is null or empty is not written, and keys that are not known are passed
/// over.</summary>
public static class HistoryLine
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Events as lines.</summary>
    public static byte[] Write(IEnumerable<HistoryEvent> events)
    {
        using var lines = new MemoryStream();
        foreach (var happened in events)
        {
            using (var json = new Utf8JsonWriter(lines, Plain)) Write(json, happened);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    /// <summary>The events of a file's bytes, in their order.</summary>
    public static ImmutableArray<HistoryEvent> Read(ReadOnlyMemory<byte> bytes)
    {
        var events = ImmutableArray.CreateBuilder<HistoryEvent>();
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            if (Parse(end < 0 ? bytes : bytes[..end]) is { } happened) events.Add(happened);
            bytes = end < 0 ? default : bytes[(end + 1)..];
        }

        return events.ToImmutable();
    }

    private static void Write(Utf8JsonWriter json, HistoryEvent happened)
    {
        json.WriteStartObject();
        if (happened.Id is { } id) json.WriteString("id", id);
        json.WriteString("at", happened.At.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        json.WriteString("actor", happened.Actor);
        foreach (var (key, value) in (ReadOnlySpan<(string, string?)>)
        [
            ("role", happened.Role), ("tool", happened.Tool.Length > 0 ? happened.Tool : null), ("event", happened.Event), ("base", happened.Base),
            ("unit", happened.Unit), ("segments", happened.Segments.Length > 0 ? happened.Segments : null), ("from", happened.From),
            ("version", happened.Version), ("source", happened.Source), ("before", happened.Before), ("target", happened.Target),
            ("was", happened.Was), ("text", happened.Text), ("to", happened.To), ("of", happened.Of), ("check", happened.Check), ("finding", happened.Finding),
            ("cut", happened.Cut),
        ])
        {
            // Half of a pair, which no program can have meant, would make the line one that nobody can read.
            if (value is not null) json.WriteString(key, Encoding.UTF8.GetBytes(value));
        }

        json.WriteEndObject();
    }

    private static HistoryEvent? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (Text("actor") is not { } actor || Text("event") is not { } name || Text("base") is not { } @base) return null;
            if (!DateTimeOffset.TryParseExact(Text("at"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
            return new HistoryEvent(at, actor, name, @base)
            {
                Id = Text("id"), Role = Text("role"), Tool = Text("tool") ?? "", Unit = Text("unit"), Segments = Text("segments") ?? "",
                From = Text("from"), Version = Text("version"), Source = Text("source"), Before = Text("before"), Target = Text("target"),
                Was = Text("was"), Text = Text("text"), To = Text("to"), Of = Text("of"), Check = Text("check"), Finding = Text("finding"), Cut = Text("cut"),
            };

            string? Text(string name) =>
                json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
