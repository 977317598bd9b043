using System.Text;

namespace PressKit.Media.Cleaning;

/// <summary>A box of a file made of boxes (ISO/IEC 14496-12, 4.2).</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Data">Where what it holds begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Box(string Type, long Start, long Data, long End)
{
    /// <summary>The boxes that stand in a part of a file, up to the first that is none.</summary>
    public static List<Box> In(Stream file, long start, long end)
    {
        var (boxes, head) = (new List<Box>(), new byte[16]);
        for (var at = start; at + 8 <= end;)
        {
            file.Position = at;
            var read = file.ReadAtLeast(head, (int)Math.Min(16, end - at), throwOnEndOfStream: false);
            var bytes = new Bytes(head.AsSpan(0, read));
            var (length, data) = (bytes.Long(0), 8);
            if (length == 1) (length, data) = (bytes.Wide(8), 16);
            if (length == 0) length = end - at;
            if (length < data || length > end - at || !IsType(head.AsSpan(4, 4))) break;
            boxes.Add(new Box(Encoding.Latin1.GetString(head, 4, 4), at, at + data, at + length));
            at += length;
        }

        return boxes;
    }

    /// <summary>What it holds.</summary>
    /// <exception cref="DamagedMediaException">It is larger than any of its kind.</exception>
    public byte[] Read(Stream file, int most = 64 * 1024 * 1024)
    {
        if (End - Data > most) throw new DamagedMediaException($"has a box '{Type}' of {End - Data} bytes");
        var bytes = new byte[End - Data];
        file.Position = Data;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static bool IsType(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            if (letter is not (>= 0x20 and < 0x7F or 0xA9)) return false;
        }

        return true;
    }
}
