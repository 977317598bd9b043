using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using PressKit.Content;

namespace PressKit.Output.Standing;

/// <summary>What stood in each folder of a newsroom when it was looked at the last time, in <c>.presskit/last/folders</c>: to ask whether a
/// folder is as it was costs a fraction of reading it. It is only a shortcut, and can be deleted or damaged at any time.
/// <para>The format: a first line; the listing of each folder (<see cref="FolderListing"/>) behind those of the folders in it: its
/// stamp, the length of its entries, and these; where the last listing is, which is that of the newsroom itself; the sum of all above.
/// Numbers are little-endian.</para></summary>
internal sealed class FolderMemory
{
    private const int StampLength = 4 * sizeof(long);

    private readonly byte[] _bytes;

    private FolderMemory(byte[] bytes) => _bytes = bytes;

    private static ReadOnlySpan<byte> FirstLine => "presskit folders 1\n"u8;

    /// <summary>Where the listing of the newsroom is.</summary>
    public int Root => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(^(sizeof(int) + sizeof(ulong))..));

    /// <summary>Reads it; null where there is none, or it is damaged.</summary>
    public static FolderMemory? Read(string path)
    {
        if (!File.Exists(path) || File.ReadAllBytes(path) is not { } bytes || !bytes.AsSpan().StartsWith(FirstLine)) return null;
        var end = bytes.Length - sizeof(ulong);
        return end > FirstLine.Length && Hash.SumOf(bytes.AsSpan(..end)) == BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(end)) ? new FolderMemory(bytes) : null;
    }

    /// <summary>A listing.</summary>
    public FolderListing At(int place)
    {
        var record = _bytes.AsSpan(place);
        var stamp = new FileStamp(
            BinaryPrimitives.ReadInt64LittleEndian(record), BinaryPrimitives.ReadInt64LittleEndian(record[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(record[16..]), BinaryPrimitives.ReadUInt64LittleEndian(record[24..]));
        return new FolderListing(stamp, _bytes.AsMemory(place + StampLength + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(record[StampLength..])));
    }

    /// <summary>Writes what stands in some folders of a newsroom and all below them, whole or not at all.</summary>
    public static void Write(string path, IEnumerable<FolderStamps> folders)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        bytes.Write(FirstLine);
        FolderStamps[] topmost = [.. folders];
        byte[] entries = [.. topmost.SelectMany(f => (byte[])[1, .. Encoding.UTF8.GetBytes(f.Path), 0, 0, 0, 0, 0])];
        Number(bytes, Write(bytes, new FolderStamps("", default, false, topmost) { Listing = new FolderListing(default, entries) }));
        var sum = Hash.SumOf(bytes.WrittenSpan);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.GetSpan(sizeof(ulong)), sum);
        bytes.Advance(sizeof(ulong));
        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}");
        using (var file = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write)) RandomAccess.Write(file, bytes.WrittenSpan, 0);
        File.Move(temporary, path, overwrite: true);
    }

    private static int Write(ArrayBufferWriter<byte> bytes, FolderStamps folder)
    {
        var (kept, next) = (Array.ConvertAll(folder.Folders, inner => Write(bytes, inner)), 0);
        var (place, (stamp, entries)) = (bytes.WrittenCount, folder.Listing);
        var room = bytes.GetSpan(StampLength);
        BinaryPrimitives.WriteInt64LittleEndian(room, stamp.Length);
        BinaryPrimitives.WriteInt64LittleEndian(room[8..], stamp.Modified);
        BinaryPrimitives.WriteInt64LittleEndian(room[16..], stamp.Changed);
        BinaryPrimitives.WriteUInt64LittleEndian(room[24..], stamp.Inode);
        bytes.Advance(StampLength);
        Number(bytes, entries.Length);
        for (var entry = new ListedEntries(entries.Span); entry.MoveNext();)
        {
            bytes.Write(entries.Span.Slice(entry.Start - 1, entry.Name.Length + 2));
            if (entry.IsFolder) Number(bytes, kept[next++]);
        }

        return place;
    }

    private static void Number(ArrayBufferWriter<byte> bytes, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), number);
        bytes.Advance(sizeof(int));
    }
}
