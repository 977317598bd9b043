using System.Text;
using System.Text.Json;
using PressKit.Segmentation;

namespace PressKit.Translation.Memory;

/// <summary>A rendering as a store gives it.</summary>
/// <param name="Id">The store's number of it.</param>
/// <param name="Source">The store's number of its source.</param>
/// <param name="Entry">What it says.</param>
internal sealed record StoredRendering(long Id, long Source, MemoryEntry Entry)
{
    /// <summary>When it was last made, in seconds since 1970; 0 where nobody knows.</summary>
    public long At { get; init; }

    /// <summary>Whether it stands somewhere between the same neighbours.</summary>
    public bool HasNeighbours { get; init; }

    /// <summary>Whether it stands in the same unit of the same document.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>An entry without its context, as JSON.</summary>
    public static string Write(MemoryEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WritePropertyName("source");
            StoredContent.Write(json, entry.Source);
            json.WritePropertyName("target");
            StoredContent.Write(json, entry.Target);
            json.WriteString("state", entry.State.ToString());
            if (entry.Kind is not null) json.WriteString("kind", entry.Kind);
            if (entry.IsImported) json.WriteString("memory", entry.Document);
            if (entry.Provenance is { } made)
            {
                json.WriteString("origin", made.Origin.ToString());
                json.WriteString("maker", made.Maker);
                if (made.Method is not null) json.WriteString("method", made.Method);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The hash that a row must have.</summary>
    public static string SumOf(string from, string to, string scope, string data) => Hash.Of(from, to, scope, data);

    /// <summary>A row as a rendering.</summary>
    /// <exception cref="IndexDamagedException">It is not what was written.</exception>
    public static StoredRendering Read(long id, long source, string data, string sum, MemoryQuery query)
    {
        if (sum != SumOf(query.From.Tag, query.To.Tag, "", data) && sum != SumOf(query.From.Tag, query.To.Tag, query.Document, data))
            throw new IndexDamagedException("A row is not what was written.");
        try
        {
            using var json = JsonDocument.Parse(data);
            return new StoredRendering(id, source, EntryOf(json.RootElement, query));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or KeyNotFoundException or FormatException)
        {
            throw new IndexDamagedException("A row cannot be read.", e);
        }
    }

    /// <summary>What the source says, as a key.</summary>
    public string SourceWording => Wording.Of(Entry.Source);

    private static MemoryEntry EntryOf(JsonElement json, MemoryQuery query)
    {
        var made = Text("maker") is { } maker ? new Provenance(Enum.Parse<Origin>(Text("origin")!), maker, Text("method"), default) : null;
        return new MemoryEntry(query.From, query.To, StoredContent.Read(json.GetProperty("source")), StoredContent.Read(json.GetProperty("target")),
            Enum.Parse<SegmentState>(Text("state")!))
        {
            Kind = Text("kind"), Document = Text("memory") ?? "", IsImported = Text("memory") is not null, Provenance = made,
        };

        string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
