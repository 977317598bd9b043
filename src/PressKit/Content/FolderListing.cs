using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PressKit.Content;

/// <summary>What stands in a folder, and the folder's stamp from before it was read: while the folder has this stamp, the same stands in it.</summary>
/// <param name="Stamp">The stamp.</param>
/// <param name="Entries">Sorted by the bytes of the names: 1 for a folder or 0 for a file, the name in UTF-8, a zero, and behind a folder
/// four bytes that say where its own listing is kept (little-endian).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FolderListing(FileStamp Stamp, ReadOnlyMemory<byte> Entries);

/// <summary>Goes through the entries of a listing.</summary>
internal ref struct ListedEntries(ReadOnlySpan<byte> entries)
{
    private readonly ReadOnlySpan<byte> _entries = entries;
    private int _next;

    /// <summary>Where the name begins among the entries.</summary>
    public int Start { get; private set; }

    /// <summary>The name.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Whether it is that of a folder.</summary>
    public bool IsFolder { get; private set; }

    /// <summary>Where the folder's own listing is kept.</summary>
    public readonly int Kept => IsFolder ? BinaryPrimitives.ReadInt32LittleEndian(_entries[(_next - sizeof(int))..]) : 0;

    /// <summary>Where the listing of a folder is kept; 0 for nowhere. Folders are asked for in the order of their names.</summary>
    public int KeptOf(ReadOnlySpan<byte> name)
    {
        while (Start == 0 || Name.SequenceCompareTo(name) < 0)
        {
            if (!MoveNext()) return 0;
        }

        return Name.SequenceEqual(name) ? Kept : 0;
    }

    /// <summary>Goes on to the next entry.</summary>
    public bool MoveNext()
    {
        if (_next == _entries.Length) return false;
        IsFolder = _entries[_next] == 1;
        Start = _next + 1;
        Name = _entries[Start..];
        Name = Name[..Name.IndexOf((byte)0)];
        _next = Start + Name.Length + 1 + (IsFolder ? sizeof(int) : 0);
        return true;
    }
}
