using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using PressKit.Content;

namespace PressKit.Output.Standing;

/// <summary>Looks at the files of a newsroom, several folders at once, and at each file once.</summary>
/// <param name="root">The newsroom's folder.</param>
/// <param name="youngSince">From when on a file may yet change without another stamp, in nanoseconds since 1970.</param>
/// <param name="memory">What stood in the folders the last time; null where it is not known.</param>
internal sealed class StampReader(string root, long youngSince, FolderMemory? memory = null)
{
    // Deeper than any newsroom; a link that leads back to its own folder would lead on for ever.
    private const int Deepest = 32;

    // So many folders are worth the second thread.
    private const int Many = 16;

    private const int StampLength = 5 * sizeof(long);

    /// <summary>Whether folders lie deeper than can be.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>By path, the hash of the contents of each file that may yet change without another stamp.</summary>
    public ConcurrentDictionary<string, string> Young { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a folder had to be read that need not be the next time.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Looks at a folder and all below it; null where there is none.</summary>
    /// <param name="path">The folder, from the newsroom's.</param>
    /// <exception cref="IOException">A file or folder cannot be read.</exception>
    public FolderStamps? Read(string path)
    {
        var known = memory is null ? default : At(new ListedEntries(memory.At(memory.Root).Entries.Span).KeptOf(Encoding.UTF8.GetBytes(path)));
        using var folder = OpenFolder.Open(Path.Join(root, path), known);
        return folder is null ? null : Read(folder, known, path, 1);
    }

    /// <summary>The hash of a file's contents.</summary>
    /// <param name="root">The newsroom's folder.</param>
    /// <param name="path">The file, from there.</param>
    public static string Contents(string root, string path)
    {
        var full = Path.Join(root, path);
        // A link that leads nowhere, or what is no file at all, such as a pipe, which nobody may wait for.
        if (!File.Exists(full) || (FileStamp.IsSure && FileStamp.Of(full).Length < 0)) return "-";
        using var file = File.OpenRead(full);
        return Hash.Of(file);
    }

    private FolderListing At(int place) => place == 0 ? default : memory!.At(place);

    private FolderStamps Read(OpenFolder folder, FolderListing known, string path, int depth)
    {
        var folders = Folders(folder, known, path, depth);
        var (areFilesYoung, isYoung) = (false, false);
        var bytes = ArrayPool<byte>.Shared.Rent(Room(folder));
        var (end, next) = (0, 0);
        for (var place = 0; place < folder.Count; place++)
        {
            if (!folder.IsFolder(place)) areFilesYoung |= Write(Entry(place), folder, place, path);
        }

        var files = depth == 1 && !areFilesYoung ? KeyOf(bytes.AsSpan(0, end)) : (FolderKey?)null;
        for (var place = 0; place < folder.Count; place++)
        {
            if (!folder.IsFolder(place)) continue;
            Write(Entry(place), -2, folders[next].Key);
            isYoung |= folders[next++].IsYoung;
        }

        var key = KeyOf(bytes.AsSpan(0, end));
        ArrayPool<byte>.Shared.Return(bytes);
        return new FolderStamps(path, key, isYoung || areFilesYoung, folders) { Files = files, Listing = ListingOf(folder) };

        Span<byte> Entry(int place)
        {
            var name = folder.Name(place);
            name.CopyTo(bytes.AsSpan(end));
            // No name has a zero in it.
            bytes[end + name.Length] = 0;
            end += name.Length + 1 + StampLength;
            return bytes.AsSpan(end - StampLength, StampLength);
        }
    }

    /// <summary>What stands in a folder, with its stamp if that will tell when it changes.</summary>
    private FolderListing ListingOf(OpenFolder folder)
    {
        var isSure = folder.FolderStamp is { } stamp && !folder.HasLinks && Math.Max(stamp.Changed, stamp.Modified) <= youngSince;
        IsNew |= isSure && folder.IsRead;
        return new FolderListing(isSure ? folder.FolderStamp!.Value : default, folder.Entries());
    }

    private FolderStamps[] Folders(OpenFolder folder, FolderListing known, string path, int depth)
    {
        var count = 0;
        for (var place = 0; place < folder.Count; place++) count += folder.IsFolder(place) ? 1 : 0;
        if (count == 0) return [];
        if (depth == Deepest)
        {
            IsTooDeep = true;
            return [.. Enumerable.Repeat(new FolderStamps(path, default, true, []), count)];
        }

        var (places, kept, folders) = (new int[count], new int[count], new FolderStamps[count]);
        var entries = new ListedEntries(known.Entries.Span);
        for (var (place, next) = (0, 0); next < count; place++)
        {
            if (folder.IsFolder(place)) (places[next], kept[next++]) = (place, entries.KeptOf(folder.Name(place)));
        }

        if (count >= Many) Parallel.For(0, count, Below);
        else for (var i = 0; i < count; i++) Below(i);
        return folders;

        void Below(int i)
        {
            var known = At(kept[i]);
            using var inner = folder.Open(places[i], known);
            folders[i] = Read(inner, known, $"{path}/{folder.NameAt(places[i])}", depth + 1);
        }
    }

    /// <summary>Writes the stamp of a file, or the hash of its contents; whether it is young.</summary>
    private bool Write(Span<byte> values, OpenFolder folder, int place, string path)
    {
        if (!FileStamp.IsSure || folder.Stamp(place) is not { Length: >= 0 } stamp)
        {
            Write(values, -1, KeyOf(Encoding.UTF8.GetBytes(Contents(root, $"{path}/{folder.NameAt(place)}"))));
            return false;
        }

        BinaryPrimitives.WriteInt64LittleEndian(values, stamp.Length);
        BinaryPrimitives.WriteInt64LittleEndian(values[8..], stamp.Modified);
        BinaryPrimitives.WriteInt64LittleEndian(values[16..], stamp.Changed);
        BinaryPrimitives.WriteUInt64LittleEndian(values[24..], stamp.Inode);
        BinaryPrimitives.WriteInt64LittleEndian(values[32..], 0);
        if (Math.Max(stamp.Changed, stamp.Modified) <= youngSince) return false;
        var young = $"{path}/{folder.NameAt(place)}";
        Young[young] = Contents(root, young);
        return true;
    }

    private static void Write(Span<byte> values, long kind, FolderKey key)
    {
        values.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(values, kind);
        BinaryPrimitives.WriteUInt64BigEndian(values[8..], key.First);
        BinaryPrimitives.WriteUInt64BigEndian(values[16..], key.Second);
    }

    private static int Room(OpenFolder folder)
    {
        var room = 1;
        for (var place = 0; place < folder.Count; place++) room += folder.Name(place).Length + 1 + StampLength;
        return room;
    }

    private static FolderKey KeyOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return new FolderKey(BinaryPrimitives.ReadUInt64BigEndian(digest), BinaryPrimitives.ReadUInt64BigEndian(digest[8..]));
    }
}
