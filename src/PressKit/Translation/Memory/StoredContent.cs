using System.Text;
using System.Text.Json;

namespace PressKit.Translation.Memory;

/// <summary>Inline content as JSON: an array of strings and of codes, <c>["see ",{"o":1,"k":"Link","m":"[","e":"](a)"},"this",{"c":1}]</c>.
/// <c>o</c> opens a pair and <c>c</c> closes it, <c>a</c> stands alone; a code's markup stands where it appears first.</summary>
internal static class StoredContent
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Content as text.</summary>
    public static string Write(InlineContent content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain)) Write(json, content);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>What <see cref="Write(InlineContent)"/> wrote.</summary>
    /// <exception cref="IndexDamagedException">It did not write this.</exception>
    public static InlineContent Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or KeyNotFoundException or FormatException)
        {
            throw new IndexDamagedException("A stored text cannot be read.", e);
        }
    }

    /// <summary>Writes content as an array.</summary>
    public static void Write(Utf8JsonWriter json, InlineContent content)
    {
        var known = new HashSet<int>();
        json.WriteStartArray();
        foreach (var piece in content)
        {
            if (piece.Code is not { } code)
            {
                json.WriteStringValue(piece.Text);
                continue;
            }

            json.WriteStartObject();
            json.WriteNumber(piece.Kind switch { PieceKind.Open => "o", PieceKind.Close => "c", _ => "a" }, code.Id);
            if (piece.Kind != PieceKind.Close && known.Add(code.Id))
            {
                json.WriteString("k", code.Kind.ToString());
                json.WriteString("m", code.Open);
                if (code.Close is not null) json.WriteString("e", code.Close);
                if (code.Equivalent.Length > 0) json.WriteString("q", code.Equivalent);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Content of an array.</summary>
    public static InlineContent Read(JsonElement array)
    {
        var (pieces, codes) = (new List<Piece>(), new Dictionary<int, InlineCode>());
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String) pieces.Add(Piece.Run(item.GetString()!));
            else if (item.TryGetProperty("o", out var open)) pieces.Add(Piece.Open(Code(item, open.GetInt32())));
            else if (item.TryGetProperty("c", out var close)) pieces.Add(Piece.Close(codes[close.GetInt32()]));
            else pieces.Add(Piece.Alone(Code(item, item.GetProperty("a").GetInt32())));
        }

        return InlineContent.Of(pieces);

        InlineCode Code(JsonElement item, int id)
        {
            if (!item.TryGetProperty("m", out var markup)) return codes[id];
            var code = new InlineCode(id, Enum.Parse<CodeKind>(item.GetProperty("k").GetString()!), markup.GetString()!,
                item.TryGetProperty("e", out var end) ? end.GetString() : null, item.TryGetProperty("q", out var shown) ? shown.GetString()! : "");
            codes[id] = code;
            return code;
        }
    }
}
