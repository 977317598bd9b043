using System.Buffers.Binary;

namespace PressKit.Media.Cleaning;

/// <summary>WebP (RFC 9649): its chunks but for those that programs leave in it.</summary>
internal static class WebPFile
{
    private const int ExifFlag = 0x08;
    private const int XmpFlag = 0x04;

    /// <summary>The file without what has to go, up to the length that it gives itself.</summary>
    public static Pieces Clean(ReadOnlySpan<byte> span)
    {
        var bytes = new Bytes(span, little: true);
        var end = 8 + bytes.Long(4);
        bytes.Part(0, end);
        var (chunks, flagsAt, flags) = (new Pieces(), -1, 0);
        var found = new List<(int At, int Length, byte[]? Own)>();
        for (var at = 12; at + 8 <= end;)
        {
            var length = bytes.Long(at + 4);
            var data = bytes.Part(at + 8, length);
            var whole = 8 + (int)length + (int)Math.Min(length % 2, end - at - 8 - length);
            if (bytes.Has(at, "VP8X"u8) && length >= 10)
            {
                flagsAt = found.Count;
                found.Add((at, whole, null));
                flags = data[0] & ~(ExifFlag | XmpFlag);
            }
            else if (bytes.Has(at, "EXIF"u8))
            {
                var head = data.StartsWith(JpegFile.ExifHead) ? JpegFile.ExifHead.Length : 0;
                if (ExifMetadata.Clean(data[head..]) is { } exif) Add("EXIF"u8, data, exif, ExifFlag);
            }
            else if (bytes.Has(at, "XMP "u8))
            {
                if (XmpMetadata.Clean(data) is { } xmp) Add("XMP "u8, data, xmp, XmpFlag);
            }
            else if (IsKept(bytes.Part(at, 4)))
            {
                found.Add((at, whole, null));
            }

            at += whole;

            void Add(ReadOnlySpan<byte> type, ReadOnlySpan<byte> before, byte[] after, int flag)
            {
                flags |= flag;
                found.Add(before.SequenceEqual(after) ? (at, whole, null) : (at, whole, Chunk(type, after)));
            }
        }

        if (flagsAt >= 0 && span[found[flagsAt].At + 8] != flags)
        {
            var header = span.Slice(found[flagsAt].At, found[flagsAt].Length).ToArray();
            header[8] = (byte)flags;
            found[flagsAt] = (found[flagsAt].At, header.Length, header);
        }

        var size = 4 + found.Sum(f => f.Own?.Length ?? f.Length);
        if (size == end - 8) chunks.Keep(0, 12);
        else chunks.Put([.. "RIFF"u8, (byte)size, (byte)(size >> 8), (byte)(size >> 16), (byte)(size >> 24), .. "WEBP"u8]);
        foreach (var (at, length, own) in found)
        {
            if (own is null) chunks.Keep(at, length);
            else chunks.Put(own);
        }

        return chunks;
    }

    /// <summary>Whether it moves.</summary>
    public static bool IsMoving(ReadOnlySpan<byte> head) => head.Length > 20 && head[12..].StartsWith("VP8X"u8) && (head[20] & 0x02) != 0;

    private static bool IsKept(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("ALPH"u8) || type.SequenceEqual("ICCP"u8)
        || type.SequenceEqual("ANIM"u8) || type.SequenceEqual("ANMF"u8);

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[8 + data.Length + (data.Length % 2)];
        type.CopyTo(chunk);
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), data.Length);
        data.CopyTo(chunk.AsSpan(8));
        return chunk;
    }
}
