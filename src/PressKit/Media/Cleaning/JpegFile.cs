using System.Buffers.Binary;

namespace PressKit.Media.Cleaning;

/// <summary>JPEG (ITU T.81): its segments but for those that programs and cameras leave in it. The picture itself stays as it is, byte
/// for byte, and ends where it says: what stands behind it (a film, another picture) goes.</summary>
internal static class JpegFile
{
    /// <summary>How Exif's segment begins.</summary>
    public static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    /// <summary>How XMP's segment begins.</summary>
    public static ReadOnlySpan<byte> XmpHead => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <summary>How the segment of Photoshop's resources begins, in which IPTC's records stand.</summary>
    public static ReadOnlySpan<byte> ResourcesHead => "Photoshop 3.0\0"u8;

    /// <summary>The file without what has to go.</summary>
    /// <param name="span">The file.</param>
    /// <param name="credentials">Whether content credentials (C2PA, in JUMBF segments) stay.</param>
    public static Pieces Clean(ReadOnlySpan<byte> span, bool credentials)
    {
        var bytes = new Bytes(span);
        var pieces = new Pieces();
        pieces.Keep(0, 2);
        var hasExif = false;
        for (var at = 2; ;)
        {
            var marker = bytes.Part(at, 2);
            if (marker[0] != 0xFF) throw new DamagedMediaException("has something between its segments that is none");
            if (marker[1] == 0xFF) { at++; continue; }
            if (marker[1] == 0xD9)
            {
                pieces.Keep(at, 2);
                return pieces;
            }

            if (marker[1] is 0x01 or (>= 0xD0 and <= 0xD7)) { pieces.Keep(at, 2); at += 2; continue; }
            var length = 2 + bytes.Short(at + 2);
            var data = bytes.Part(at + 4, length - 4);
            if (marker[1] == 0xDA)
            {
                var end = EndOfScan(bytes, at + length);
                pieces.Keep(at, end - at);
                at = end;
                continue;
            }

            if (marker[1] == 0xE1 && data.StartsWith(ExifHead))
            {
                if (!hasExif) Put(pieces, at, length, 0xE1, ExifHead, data[ExifHead.Length..], ExifMetadata.Clean(data[ExifHead.Length..]));
                hasExif = true;
            }
            else if (marker[1] == 0xE1 && data.StartsWith(XmpHead))
            {
                Put(pieces, at, length, 0xE1, XmpHead, data[XmpHead.Length..], XmpMetadata.Clean(data[XmpHead.Length..]));
            }
            else if (marker[1] == 0xED && data.StartsWith(ResourcesHead))
            {
                Put(pieces, at, length, 0xED, ResourcesHead, data[ResourcesHead.Length..], IptcMetadata.CleanResources(data[ResourcesHead.Length..]));
            }
            else if (IsKept(marker[1], data) || (credentials && marker[1] == 0xEB))
            {
                pieces.Keep(at, length);
            }

            at += length;
        }
    }

    /// <summary>The segments of a kind, without their heads.</summary>
    public static List<byte[]> Segments(ReadOnlySpan<byte> span, byte marker, ReadOnlySpan<byte> head)
    {
        var bytes = new Bytes(span);
        var found = new List<byte[]>();
        for (var at = 2; at + 4 <= span.Length && span[at] == 0xFF && span[at + 1] is not (0xDA or 0xD9);)
        {
            if (span[at + 1] is 0xFF) { at++; continue; }
            if (span[at + 1] is 0x01 or (>= 0xD0 and <= 0xD7)) { at += 2; continue; }
            var length = 2 + bytes.Short(at + 2);
            if (at + length > span.Length) break;
            if (span[at + 1] == marker && bytes.Has(at + 4, head)) found.Add(span.Slice(at + 4 + head.Length, length - 4 - head.Length).ToArray());
            at += length;
        }

        return found;
    }

    /// <summary>Whether it is a JPEG with the four colours of printers.</summary>
    public static bool HasFourColours(ReadOnlySpan<byte> span)
    {
        for (var at = 2; span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) && at + 10 <= span.Length && span[at] == 0xFF && span[at + 1] is not (0xDA or 0xD9);)
        {
            if (span[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return span[at + 9] == 4;
            at += span[at + 1] is 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(span[(at + 2)..]);
        }

        return false;
    }

    /// <summary>The file with another packet of XMP; the same where that is too long for a segment.</summary>
    public static byte[] With(ReadOnlySpan<byte> span, byte[] packet)
    {
        if (2 + XmpHead.Length + packet.Length > ushort.MaxValue) return span.ToArray();
        var stream = new MemoryStream();
        stream.Write(span[..2]);
        stream.Write(Segment(0xE1, XmpHead, packet));
        var at = 2;
        while (at + 4 <= span.Length && span[at] == 0xFF && span[at + 1] is >= 0xE0 and <= 0xEF)
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(span[(at + 2)..]);
            if (span[at + 1] != 0xE1 || !span[(at + 4)..].StartsWith(XmpHead)) stream.Write(span.Slice(at, length));
            at += length;
        }

        stream.Write(span[at..]);
        return stream.ToArray();
    }

    /// <summary>A segment, marker and length included.</summary>
    public static byte[] Segment(byte marker, ReadOnlySpan<byte> head, ReadOnlySpan<byte> data)
    {
        var segment = new byte[4 + head.Length + data.Length];
        (segment[0], segment[1]) = (0xFF, marker);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(2 + head.Length + data.Length));
        head.CopyTo(segment.AsSpan(4));
        data.CopyTo(segment.AsSpan(4 + head.Length));
        return segment;
    }

    private static void Put(Pieces pieces, int at, int length, byte marker, ReadOnlySpan<byte> head, ReadOnlySpan<byte> before, byte[]? after)
    {
        if (after is null || 2 + head.Length + after.Length > ushort.MaxValue) return;
        if (before.SequenceEqual(after)) pieces.Keep(at, length);
        else pieces.Put(Segment(marker, head, after));
    }

    /// <summary>What a decoder needs: tables, frames, JFIF's head, colour profiles and Adobe's transform. Comments and all other
    /// application segments go.</summary>
    private static bool IsKept(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        0xE0 => data.StartsWith("JFIF\0"u8),
        0xE2 => data.StartsWith("ICC_PROFILE\0"u8),
        0xEE => data.StartsWith("Adobe"u8),
        >= 0xE1 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    private static int EndOfScan(Bytes bytes, int at)
    {
        while (true)
        {
            var next = bytes.Span[Math.Min(at, bytes.Length)..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length) throw new DamagedMediaException("ends in the middle of the picture");
            at += next;
            if (bytes.Span[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7) or 0xFF)) return at;
            at += bytes.Span[at + 1] == 0xFF ? 1 : 2;
        }
    }
}
