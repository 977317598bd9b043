using System.Buffers.Binary;

namespace PressKit.Media.Cleaning;

/// <summary>Exif (CIPA DC-008): writes it anew with what describes a picture, who made it, under what terms, and how it is to be shown.
/// What a camera knows of places, of itself and of earlier states of the picture is left out: GPS, maker notes, serial numbers,
/// thumbnails. The same goes for every tag that is not known here.</summary>
internal static class ExifMetadata
{
    private const int ExifDirectory = 0x8769;
    private const int MostEntries = 1000;
    private const int LargestValue = 64 * 1024;

    // Description, make and model, orientation, resolution, software and time, artist, copyright; Windows' title, author, keywords, subject.
    private static readonly HashSet<int> Kept =
    [
        0x010E, 0x010F, 0x0110, 0x0112, 0x011A, 0x011B, 0x0128, 0x0131, 0x0132, 0x013B, 0x0213, 0x8298, 0x9C9B, 0x9C9D, 0x9C9E, 0x9C9F,
    ];

    // Exposure, sensitivity, times, lens, light, colour space.
    private static readonly HashSet<int> KeptExif =
    [
        0x829A, 0x829D, 0x8822, 0x8827, 0x8830, 0x9000, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9101, 0x9201, 0x9202, 0x9203, 0x9204,
        0x9205, 0x9207, 0x9208, 0x9209, 0x920A, 0x9290, 0x9291, 0x9292, 0xA000, 0xA001, 0xA002, 0xA003, 0xA20E, 0xA20F, 0xA210, 0xA217,
        0xA402, 0xA403, 0xA404, 0xA405, 0xA406, 0xA432, 0xA433, 0xA434,
    ];

    private static readonly int[] Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    /// <summary>A TIFF structure with what is kept of one; null where nothing is, or where it cannot be read.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> tiff)
    {
        try
        {
            if (tiff.Length < 8 || (tiff[0] != 'I' && tiff[0] != 'M')) return null;
            var little = tiff[0] == 'I';
            var bytes = new Bytes(tiff, little);
            var main = Read(bytes, bytes.Long(4), Kept, out var exifAt);
            var exif = exifAt > 0 ? Read(bytes, exifAt, KeptExif, out _) : [];
            return main.Count + exif.Count == 0 ? null : Write(tiff[..4], little, main, exif);
        }
        catch (DamagedMediaException)
        {
            return null;
        }
    }

    private static SortedDictionary<int, Entry> Read(Bytes bytes, long at, HashSet<int> kept, out long exif)
    {
        var entries = new SortedDictionary<int, Entry>();
        exif = 0;
        var count = Math.Min(bytes.Short(at), MostEntries);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * 12);
            var (tag, type, number) = (bytes.Short(entry), bytes.Short(entry + 2), bytes.Long(entry + 4));
            if (tag == ExifDirectory) exif = bytes.Long(entry + 8);
            if (!kept.Contains(tag) || type is 0 or > 12) continue;
            var length = number * Sizes[type];
            if (length is 0 or > LargestValue) continue;
            entries[tag] = new Entry(type, (int)number, bytes.Part(length <= 4 ? entry + 8 : bytes.Long(entry + 8), length).ToArray());
        }

        return entries;
    }

    private static byte[] Write(ReadOnlySpan<byte> header, bool little, SortedDictionary<int, Entry> main, SortedDictionary<int, Entry> exif)
    {
        var stream = new MemoryStream();
        stream.Write(header);
        Number(stream, 8, 4, little);
        var all = main.Select(e => (Tag: e.Key, e.Value)).ToList();
        var exifAt = 8 + DirectoryLength(main.Values) + (exif.Count > 0 ? 12 : 0);
        if (exif.Count > 0)
        {
            var pointer = new byte[4];
            if (little) BinaryPrimitives.WriteInt32LittleEndian(pointer, exifAt);
            else BinaryPrimitives.WriteInt32BigEndian(pointer, exifAt);
            all.Add((ExifDirectory, new Entry(4, 1, pointer)));
            all.Sort((a, b) => a.Tag.CompareTo(b.Tag));
        }

        Directory(stream, all, little);
        if (exif.Count > 0) Directory(stream, [.. exif.Select(e => (e.Key, e.Value))], little);
        return stream.ToArray();
    }

    private static int DirectoryLength(IEnumerable<Entry> entries)
    {
        var length = 6;
        foreach (var entry in entries) length += 12 + (entry.Bytes.Length > 4 ? Even(entry.Bytes.Length) : 0);
        return length;
    }

    private static void Directory(MemoryStream stream, List<(int Tag, Entry Entry)> entries, bool little)
    {
        var values = (int)stream.Length + 6 + (entries.Count * 12);
        Number(stream, entries.Count, 2, little);
        foreach (var (tag, entry) in entries)
        {
            Number(stream, tag, 2, little);
            Number(stream, entry.Type, 2, little);
            Number(stream, entry.Count, 4, little);
            if (entry.Bytes.Length <= 4)
            {
                stream.Write(entry.Bytes);
                stream.Write(new byte[4 - entry.Bytes.Length]);
                continue;
            }

            Number(stream, values, 4, little);
            values += Even(entry.Bytes.Length);
        }

        Number(stream, 0, 4, little);
        foreach (var (_, entry) in entries.Where(e => e.Entry.Bytes.Length > 4))
        {
            stream.Write(entry.Bytes);
            if (entry.Bytes.Length % 2 == 1) stream.WriteByte(0);
        }
    }

    private static int Even(int length) => length + (length % 2);

    private static void Number(MemoryStream stream, int value, int length, bool little)
    {
        for (var i = 0; i < length; i++) stream.WriteByte((byte)(value >> (8 * (little ? i : length - 1 - i))));
    }

    /// <summary>A value, in the order of bytes of the structure that it comes from.</summary>
    private readonly record struct Entry(int Type, int Count, byte[] Bytes);
}
