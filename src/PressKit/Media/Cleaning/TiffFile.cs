namespace PressKit.Media.Cleaning;

/// <summary>TIFF (revision 6): is published as it is, where it says nothing of places. Its parts point at each other by their offsets, so
/// that nothing can be taken out of it without writing it anew.</summary>
internal static class TiffFile
{
    private const int MostDirectories = 200;

    /// <summary>What in the file says where it was taken; null where nothing does.</summary>
    public static string? Location(ReadOnlySpan<byte> span)
    {
        var bytes = new Bytes(span, span[0] == 'I');
        if (bytes.Short(2) != 42) throw new DamagedMediaException("is a BigTIFF, which cannot be looked into");
        var (open, seen) = (new Stack<long>([bytes.Long(4)]), new HashSet<long>());
        while (open.TryPop(out var at))
        {
            if (at == 0 || !seen.Add(at)) continue;
            if (seen.Count > MostDirectories) throw new DamagedMediaException("has too many directories");
            var count = bytes.Short(at);
            for (var i = 0; i < count; i++)
            {
                var entry = at + 2 + (i * 12);
                var (tag, type, number) = (bytes.Short(entry), bytes.Short(entry + 2), bytes.Long(entry + 4));
                if (tag == 0x8825) return "GPS";
                if (tag is 0x8769 or 0x014A && number == 1) open.Push(bytes.Long(entry + 8));
                if (tag == 0x014A && number is > 1 and <= MostDirectories)
                {
                    for (var j = 0; j < number; j++) open.Push(bytes.Long(bytes.Long(entry + 8) + (j * 4)));
                }

                if (type is not (1 or 2 or 4 or 7) || number <= 4) continue;
                var length = number * (type == 4 ? 4 : 1);
                if (tag == 0x02BC && XmpMetadata.SaysWhere(bytes.Part(bytes.Long(entry + 8), length))) return "XMP";
                if (tag == 0x83BB && IptcMetadata.SaysWhere(bytes.Part(bytes.Long(entry + 8), length))) return "IPTC";
            }

            open.Push(bytes.Long(at + 2 + (count * 12)));
        }

        return null;
    }
}
