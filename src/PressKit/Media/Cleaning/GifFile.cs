namespace PressKit.Media.Cleaning;

/// <summary>GIF (version 89a): its blocks but for comments and what programs leave in it.</summary>
internal static class GifFile
{
    private const int XmpTrailer = 257;

    /// <summary>The file without what has to go, up to its trailer.</summary>
    /// <param name="span">The file.</param>
    /// <param name="isMoving">Whether there is more than one picture in it.</param>
    public static Pieces Clean(ReadOnlySpan<byte> span, out bool isMoving)
    {
        var bytes = new Bytes(span);
        var (pieces, pictures) = (new Pieces(), 0);
        var at = 13 + Table(bytes.Part(10, 1)[0]);
        bytes.Part(0, at);
        pieces.Keep(0, at);
        while (true)
        {
            var kind = bytes.Part(at, 1)[0];
            if (kind == 0x3B)
            {
                pieces.Keep(at, 1);
                isMoving = pictures > 1;
                return pieces;
            }

            if (kind == 0x2C)
            {
                pictures++;
                var end = EndOf(bytes, at + 10 + Table(bytes.Part(at + 9, 1)[0]) + 1);
                pieces.Keep(at, end - at);
                at = end;
            }
            else if (kind == 0x21)
            {
                var end = EndOf(bytes, at + 2);
                if (bytes.Part(at + 1, 1)[0] is 0xF9 or 0x01 || bytes.Has(at + 3, "NETSCAPE2.0"u8) || bytes.Has(at + 3, "ANIMEXTS1.0"u8) || bytes.Has(at + 3, "ICCRGBG1012"u8))
                    pieces.Keep(at, end - at);
                else if (bytes.Has(at + 3, "XMP DataXMP"u8) && end - at - 14 > XmpTrailer)
                    Xmp(pieces, span, at, end);
                at = end;
            }
            else
            {
                throw new DamagedMediaException("has something between its blocks that is none");
            }
        }
    }

    /// <summary>XMP stands there as it is, and its end is made so that whoever takes it for sub-blocks comes out behind it.</summary>
    private static void Xmp(Pieces pieces, ReadOnlySpan<byte> span, int at, int end)
    {
        var packet = span[(at + 14)..(end - XmpTrailer - 1)];
        if (XmpMetadata.Clean(packet) is not { } cleaned) return;
        if (packet.SequenceEqual(cleaned))
        {
            pieces.Keep(at, end - at);
            return;
        }

        pieces.Put([0x21, 0xFF, 11, .. "XMP DataXMP"u8, .. cleaned, 0x01]);
        pieces.Put([.. Enumerable.Range(0, 256).Select(i => (byte)(255 - i)), 0]);
    }

    private static int Table(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);

    private static int EndOf(Bytes bytes, int at)
    {
        while (true)
        {
            var length = bytes.Part(at, 1)[0];
            bytes.Part(at, 1 + length);
            at += 1 + length;
            if (length == 0) return at;
        }
    }
}
