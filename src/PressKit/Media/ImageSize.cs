using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;

namespace PressKit.Media;

/// <summary>The size of an image in pixels, as a browser shows it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ImageSize(int Width, int Height)
{
    private const int HeadLength = 256 * 1024;
    private const int LargestSide = 100_000;

    /// <summary>The size of a PNG, GIF, JPEG, WebP, AVIF or SVG file; null where the file does not say, or cannot be read.</summary>
    public static ImageSize? Of(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Of(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The size of an image, by its first bytes: by what it is, not by what its file is called.</summary>
    public static ImageSize? Of(Stream stream)
    {
        var head = ArrayPool<byte>.Shared.Rent(HeadLength);
        var size = Of(head, stream.ReadAtLeast(head.AsSpan(0, HeadLength), HeadLength, throwOnEndOfStream: false));
        ArrayPool<byte>.Shared.Return(head);
        return size is { Width: > 0 and <= LargestSide, Height: > 0 and <= LargestSide } ? size : null;
    }

    private static ImageSize? Of(byte[] head, int length)
    {
        ReadOnlySpan<byte> bytes = head.AsSpan(0, length);
        return bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when bytes.Length >= 24 =>
                new(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when bytes.Length >= 10 =>
                new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
            [0xFF, 0xD8, ..] => Jpeg(bytes),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..]
                when bytes.Length >= 30 => WebP(bytes),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Boxed(bytes),
            _ => Svg(head, length),
        };
    }

    /// <summary>The frame header (ITU T.81, B.2.2), with its sides exchanged where Exif says that the camera was turned.</summary>
    private static ImageSize? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var turned = false;
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]);
                int width = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]);
                return turned ? new(height, width) : new(width, height);
            }

            if (marker == 0xE1 && at + 2 + length <= bytes.Length) turned |= IsTurned(bytes.Slice(at + 4, Math.Max(0, length - 2)));
            at += 2 + length;
        }

        return null;
    }

    /// <summary>Whether Exif's orientation (tag 0x0112) is one of those that lie on a side: 5 to 8.</summary>
    private static bool IsTurned(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 16) return false;
        var tiff = segment[6..];
        var little = tiff[0] == 'I';
        var directory = little ? BinaryPrimitives.ReadInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadInt32BigEndian(tiff[4..]);
        if (directory < 0 || directory + 2 > tiff.Length) return false;
        var count = Short(tiff[directory..]);
        for (var i = 0; i < count; i++)
        {
            var entry = directory + 2 + (i * 12);
            if (entry + 12 > tiff.Length) return false;
            if (Short(tiff[entry..]) == 0x0112) return Short(tiff[(entry + 8)..]) is >= 5 and <= 8;
        }

        return false;

        ushort Short(ReadOnlySpan<byte> at) =>
            little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
    }

    /// <summary>The three forms of a WebP file (RFC 9649, sections 2.5 to 2.7).</summary>
    private static ImageSize? WebP(ReadOnlySpan<byte> bytes) => bytes[12..16] switch
    {
        [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => new(
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF),
        [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] when BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]) is var bits =>
            new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1),
        [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => new(
            (BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]) & 0xFFFFFF) + 1,
            (BinaryPrimitives.ReadInt32LittleEndian(bytes[26..]) >>> 8) + 1),
        _ => null,
    };

    /// <summary>The largest picture of a file made of boxes, turned where it is shown so (ISO/IEC 23008-12, 6.5.3 and 6.5.10).</summary>
    private static ImageSize? Boxed(ReadOnlySpan<byte> bytes)
    {
        ImageSize? largest = null;
        for (var at = bytes.IndexOf("ispe"u8); at >= 0 && at + 16 <= bytes.Length;)
        {
            var size = new ImageSize(BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 8)..]), BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 12)..]));
            if (largest is not { } known || (long)size.Width * size.Height > (long)known.Width * known.Height) largest = size;
            var next = bytes[(at + 4)..].IndexOf("ispe"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        var turn = bytes.IndexOf("irot"u8);
        return largest is { } found && turn >= 0 && turn + 4 < bytes.Length && (bytes[turn + 4] & 1) == 1 ? new(found.Height, found.Width) : largest;
    }

    /// <summary>Width and height in pixels where both are given, else the view box.</summary>
    private static ImageSize? Svg(byte[] head, int length)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(head, 0, length), settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg") return null;
            if (Pixels(reader.GetAttribute("width")) is { } width && Pixels(reader.GetAttribute("height")) is { } height)
                return new(width, height);
            var box = (reader.GetAttribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            return box.Length == 4 && Pixels(box[2]) is { } boxWidth && Pixels(box[3]) is { } boxHeight ? new(boxWidth, boxHeight) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static int? Pixels(string? text)
    {
        if (text?.EndsWith("px", StringComparison.Ordinal) == true) text = text[..^2];
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= LargestSide
            ? (int)Math.Round(value)
            : null;
    }
}
