using System.Text;

namespace PressKit.Media.Cleaning;

/// <summary>IPTC's older records (IIM 4.2), which stand in JPEG files among Photoshop's resources: keeps what is said of the picture and
/// of its rights, and leaves out where it was taken.</summary>
internal static class IptcMetadata
{
    private const int Records = 0x0404;
    private const int CopyrightFlag = 0x040A;
    private const int CopyrightUrl = 0x040B;

    // Of record 2 all but the places: content location (26, 27), city, sublocation, province, country (90 to 101).
    private static readonly HashSet<int> Kept =
    [
        0, 3, 4, 5, 7, 8, 10, 12, 15, 20, 22, 25, 30, 35, 37, 38, 40, 42, 45, 47, 50, 55, 60, 62, 63, 65, 70, 75, 80, 85, 103, 105, 110,
        115, 116, 118, 120, 121, 122, 130, 131, 135,
    ];

    /// <summary>The resources that are kept, each with its head; null where none is.</summary>
    public static byte[]? CleanResources(ReadOnlySpan<byte> resources)
    {
        var stream = new MemoryStream();
        foreach (var (id, offset, length) in Resources(resources))
        {
            var data = resources.Slice(offset, length).ToArray();
            if (id == Records) data = Clean(data);
            else if (id is not (CopyrightFlag or CopyrightUrl)) continue;
            if (data.Length == 0) continue;
            stream.Write("8BIM"u8);
            stream.Write([(byte)(id >> 8), (byte)id, 0, 0, (byte)(data.Length >> 24), (byte)(data.Length >> 16), (byte)(data.Length >> 8), (byte)data.Length]);
            stream.Write(data);
            if (data.Length % 2 == 1) stream.WriteByte(0);
        }

        return stream.Length == 0 ? null : stream.ToArray();
    }

    /// <summary>The records that are kept; empty where none is.</summary>
    public static byte[] Clean(ReadOnlySpan<byte> records)
    {
        var stream = new MemoryStream();
        foreach (var (record, dataSet, offset, start, end) in DataSets(records))
        {
            if ((record == 2 && Kept.Contains(dataSet)) || (record == 1 && dataSet is 0 or 90)) stream.Write(records[offset..end]);
        }

        return stream.ToArray();
    }

    /// <summary>Whether the records say where something was taken.</summary>
    public static bool SaysWhere(ReadOnlySpan<byte> records) =>
        DataSets(records).Exists(d => d is { Record: 2, DataSet: 26 or 27 or 90 or 92 or 95 or 100 or 101 });

    /// <summary>What the records among Photoshop's resources say, by the number of the data set in record 2.</summary>
    public static ILookup<int, string> Texts(ReadOnlySpan<byte> resources)
    {
        var texts = new List<(int DataSet, string Text)>();
        foreach (var (id, offset, length) in Resources(resources))
        {
            if (id != Records) continue;
            var records = resources.Slice(offset, length);
            var all = DataSets(records);
            // Few programs say in 1:90 which characters they write: what is valid UTF-8 is taken for that.
            foreach (var (record, dataSet, _, start, end) in all)
            {
                if (record == 2 && Text(records[start..end]) is { } text) texts.Add((dataSet, text));
            }
        }

        return texts.ToLookup(t => t.DataSet, t => t.Text);
    }

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        var text = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        text = string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')).Trim();
        return text.Length > 0 && text.All(c => char.IsSurrogate(c) || System.Xml.XmlConvert.IsXmlChar(c)) ? text : null;
    }

    private static List<(int Id, int Offset, int Length)> Resources(ReadOnlySpan<byte> span)
    {
        var bytes = new Bytes(span);
        var found = new List<(int, int, int)>();
        for (var at = 0; at + 12 <= span.Length && bytes.Has(at, "8BIM"u8);)
        {
            var name = span[at + 6] + 1;
            var data = at + 6 + name + (name % 2);
            if (data + 4 > span.Length) break;
            var length = bytes.Long(data);
            if (length > span.Length - data - 4) break;
            found.Add((bytes.Short(at + 4), data + 4, (int)length));
            at = data + 4 + (int)length + (int)(length % 2);
        }

        return found;
    }

    private static List<(int Record, int DataSet, int Offset, int Start, int End)> DataSets(ReadOnlySpan<byte> span)
    {
        var bytes = new Bytes(span);
        var found = new List<(int Record, int DataSet, int Offset, int Start, int End)>();
        for (var at = 0; at + 5 <= span.Length && span[at] == 0x1C;)
        {
            var length = bytes.Short(at + 3);
            // A length of its own length is for values of more than 32 KB, which no field that is kept has.
            if (length >= 0x8000 || at + 5 + length > span.Length) break;
            found.Add((span[at + 1], span[at + 2], at, at + 5, at + 5 + length));
            at += 5 + length;
        }

        return found;
    }
}
