using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace PressKit.Media.Cleaning;

/// <summary>PNG (W3C, third edition): its chunks but for those that programs leave in it.</summary>
internal static class PngFile
{
    private const string XmpKeyword = "XML:com.adobe.xmp";
    private const int LargestText = 4 * 1024 * 1024;

    // What a decoder needs, and the picture's own colours and sizes.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs",
        "sPLT", "acTL", "fcTL", "fdAT",
    };

    private static readonly HashSet<string> KeptTexts = new(StringComparer.Ordinal) { "Title", "Author", "Description", "Copyright", "Disclaimer", "Warning" };

    /// <summary>The file without what has to go, up to its last chunk.</summary>
    /// <param name="span">The file.</param>
    /// <param name="credentials">Whether content credentials (C2PA, in a chunk <c>caBX</c>) stay.</param>
    public static Pieces Clean(ReadOnlySpan<byte> span, bool credentials)
    {
        var bytes = new Bytes(span);
        var pieces = new Pieces();
        pieces.Keep(0, 8);
        for (var at = 8; ;)
        {
            var length = bytes.Long(at);
            var type = Encoding.ASCII.GetString(bytes.Part(at + 4, 4));
            var data = bytes.Part(at + 8, length);
            var whole = (int)length + 12;
            bytes.Part(at, whole);
            if (Kept.Contains(type) || (type is "tEXt" or "zTXt" or "iTXt" && KeptTexts.Contains(Keyword(data))) || (credentials && type == "caBX"))
                pieces.Keep(at, whole);
            else if (type == "eXIf")
                Put(pieces, at, whole, "eXIf"u8, data, ExifMetadata.Clean(data));
            else if (type == "iTXt" && Keyword(data) == XmpKeyword && Packet(data) is { } packet && XmpMetadata.Clean(packet) is { } cleaned)
                Put(pieces, at, whole, "iTXt"u8, data, Text(cleaned));
            if (type == "IEND") return pieces;
            at += whole;
        }
    }

    /// <summary>Whether it moves: whether there is a control chunk of an animation before the picture.</summary>
    public static bool IsMoving(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf("IDAT"u8);
        return head[..(end < 0 ? head.Length : end)].IndexOf("acTL"u8) >= 0;
    }

    /// <summary>A clean file with its metadata before the picture, where decoders look for it that do not read to the end.</summary>
    public static byte[] MetadataFirst(ReadOnlySpan<byte> span)
    {
        var bytes = new Bytes(span);
        var (first, last, begun) = (new MemoryStream(), new MemoryStream(), false);
        for (long at = 8; at + 12 <= span.Length; at += 12 + bytes.Long(at))
        {
            var chunk = bytes.Part(at, 12 + bytes.Long(at));
            var isText = chunk[4..].StartsWith("iTXt"u8) || chunk[4..].StartsWith("eXIf"u8) || chunk[4..].StartsWith("tEXt"u8) || chunk[4..].StartsWith("zTXt"u8);
            begun |= chunk[4..].StartsWith("IDAT"u8);
            if (isText || !begun) first.Write(chunk);
            else last.Write(chunk);
        }

        return [.. span[..8], .. first.ToArray(), .. last.ToArray()];
    }

    private static string Keyword(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)0);
        return end is > 0 and <= 79 ? Encoding.Latin1.GetString(data[..end]) : "";
    }

    /// <summary>The text of an <c>iTXt</c> chunk: behind keyword, compression, language tag and translated keyword.</summary>
    private static byte[]? Packet(ReadOnlySpan<byte> data)
    {
        var at = data.IndexOf((byte)0) + 1;
        if (at + 2 > data.Length) return null;
        var isCompressed = data[at] == 1;
        var rest = data[(at + 2)..];
        for (var i = 0; i < 2; i++)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 0) return null;
            rest = rest[(end + 1)..];
        }

        if (!isCompressed) return rest.ToArray();
        try
        {
            using var inflating = new ZLibStream(new MemoryStream(rest.ToArray()), CompressionMode.Decompress);
            var text = new byte[LargestText + 1];
            var read = inflating.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return read <= LargestText ? text[..read] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Text(byte[] packet) => [.. Encoding.ASCII.GetBytes(XmpKeyword), 0, 0, 0, 0, 0, .. packet];

    private static void Put(Pieces pieces, int at, int whole, ReadOnlySpan<byte> type, ReadOnlySpan<byte> before, byte[]? after)
    {
        if (after is null) return;
        if (before.SequenceEqual(after)) pieces.Keep(at, whole);
        else pieces.Put(Chunk(type, after));
    }

    /// <summary>A chunk, with its length and its checksum.</summary>
    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
