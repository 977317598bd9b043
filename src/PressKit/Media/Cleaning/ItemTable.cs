using System.Collections.Immutable;
using System.Text;

namespace PressKit.Media.Cleaning;

/// <summary>An item of a picture made of boxes.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="ContentType">Its media type; null where it has none.</param>
/// <param name="Extents">Where it stands in the file.</param>
internal sealed record PictureItem(string Type, string? ContentType, ImmutableArray<(long Offset, long Length)> Extents)
{
    /// <summary>What it holds.</summary>
    public byte[] Read(Stream file)
    {
        if (Extents.Any(e => e.Offset < 0 || e.Length < 0 || e.Offset + e.Length > file.Length)) throw new DamagedMediaException("ends before its metadata");
        if (Extents.Sum(e => e.Length) > 16 * 1024 * 1024) throw new DamagedMediaException("has more metadata than any picture");
        var bytes = new byte[Extents.Sum(e => e.Length)];
        var at = 0;
        foreach (var (offset, length) in Extents)
        {
            file.Position = offset;
            file.ReadExactly(bytes, at, (int)length);
            at += (int)length;
        }

        return bytes;
    }
}

/// <summary>The items of a picture that are metadata (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, annex A).</summary>
internal static class ItemTable
{
    /// <summary>Exif, XMP and what else is no picture.</summary>
    public static List<PictureItem> Read(Stream file, Box meta)
    {
        var boxes = Box.In(file, meta.Data + 4, meta.End);
        var kinds = boxes.Where(b => b.Type == "iinf").SelectMany(b => Kinds(file, b)).ToDictionary(k => k.Id, k => (k.Type, k.ContentType));
        var data = boxes.Find(b => b.Type == "idat");
        return [.. boxes.Where(b => b.Type == "iloc").SelectMany(b => Places(b.Read(file), data.Data))
            .Where(p => kinds.TryGetValue(p.Id, out var kind) && kind.Type is "Exif" or "mime" or "uri ")
            .Select(p => new PictureItem(kinds[p.Id].Type, kinds[p.Id].ContentType, p.Extents))];
    }

    private static IEnumerable<(long Id, string Type, string? ContentType)> Kinds(Stream file, Box table)
    {
        var version = table.Read(file)[0];
        foreach (var box in Box.In(file, table.Data + (version == 0 ? 6 : 8), table.End).Where(b => b.Type == "infe"))
        {
            var entry = box.Read(file);
            if (Kind(entry) is { } kind) yield return kind;
        }
    }

    private static (long Id, string Type, string? ContentType)? Kind(byte[] entry)
    {
        var bytes = new Bytes(entry);
        if (entry[0] < 2) return null;
        var at = entry[0] == 2 ? 6 : 8;
        var id = entry[0] == 2 ? bytes.Short(4) : bytes.Long(4);
        var type = Encoding.Latin1.GetString(bytes.Part(at + 2, 4));
        var texts = Encoding.UTF8.GetString(bytes.Span[(at + 6)..]).Split('\0');
        return (id, type, type == "mime" && texts.Length > 1 ? texts[1] : null);
    }

    private static List<(long Id, ImmutableArray<(long, long)> Extents)> Places(byte[] table, long data)
    {
        var bytes = new Bytes(table);
        var found = new List<(long, ImmutableArray<(long, long)>)>();
        var version = table[0];
        var (offsetSize, lengthSize, baseSize, indexSize) = (table[4] >> 4, table[4] & 15, table[5] >> 4, version > 0 ? table[5] & 15 : 0);
        long at = version < 2 ? 8 : 10;
        for (var left = version < 2 ? bytes.Short(6) : bytes.Long(6); left > 0; left--)
        {
            var id = version < 2 ? bytes.Short(at) : bytes.Long(at);
            at += version < 2 ? 2 : 4;
            var method = version > 0 ? bytes.Short(at) & 15 : 0;
            at += (version > 0 ? 2 : 0) + 2;
            var from = Number(bytes, ref at, baseSize) + (method == 1 ? data : 0);
            var extents = ImmutableArray.CreateBuilder<(long, long)>();
            var count = bytes.Short(at);
            at += 2;
            for (var i = 0; i < count; i++)
            {
                at += indexSize;
                var offset = Number(bytes, ref at, offsetSize);
                extents.Add((from + offset, Number(bytes, ref at, lengthSize)));
            }

            if (method is 0 or 1) found.Add((id, extents.ToImmutable()));
        }

        return found;
    }

    private static long Number(Bytes bytes, ref long at, int size)
    {
        at += size;
        return size switch
        {
            0 => 0,
            4 => bytes.Long(at - 4),
            8 => bytes.Wide(at - 8),
            _ => throw new DamagedMediaException("says in no known way where its parts stand"),
        };
    }
}
