using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using PressKit.Content;

namespace PressKit.Output.Standing;

/// <summary>What a site is made of, so that it can be told whether any of it changed since.</summary>
/// <param name="Stamps">The hash of every file's path and stamp; of its contents where the system gives no stamp.</param>
/// <param name="Young">By path, the hash of the contents of each file that may yet change without another stamp.</param>
internal sealed record Inputs(string Stamps, ImmutableSortedDictionary<string, string> Young)
{
    // FAT's clock is the coarsest at two seconds. A file whose time lies ahead counts as young too: the clock was set back.
    private const long Coarsest = 2_000_000_000;
    private const int StampLength = 32;

    // Deeper than any newsroom; a link that leads back to its own folder would lead on for ever.
    private const int Deepest = 32;

    /// <summary>Looks at a newsroom's files.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="instant">A file that was written just now: its time is the file system's.</param>
    /// <returns>Null where they cannot all be seen.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Inputs? Of(string folder, string instant)
    {
        var sinceWhen = (FileStamp.Of(instant).Changed) - Coarsest;
        var hashes = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        var young = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        string[] level = ["content", "templates"];
        for (var depth = 0; level.Length > 0; depth++)
        {
            if (depth == Deepest) return null;
            var below = new ConcurrentBag<string>();
            Parallel.ForEach(level, within =>
            {
                hashes[within] = Look(folder, within, sinceWhen, young, out var folders);
                foreach (var inner in folders) below.Add(inner);
            });
            level = [.. below];
        }

        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, hash) in hashes.OrderBy(h => h.Key, StringComparer.Ordinal)) all.AppendData(hash);
        return new Inputs(Convert.ToHexStringLower(all.GetHashAndReset().AsSpan(0, 16)), young.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>Whether these are what others were, whatever was young then.</summary>
    public bool Are(Inputs earlier, string folder) =>
        Stamps == earlier.Stamps && earlier.Young.All(y => (Young.GetValueOrDefault(y.Key) ?? Contents(folder, y.Key)) == y.Value);

    private static byte[] Look(string folder, string within, long sinceWhen, ConcurrentDictionary<string, string> young, out List<string> folders)
    {
        folders = [];
        var full = Path.Join(folder, within);
        if (!Directory.Exists(full)) return [];
        var entries = new FileSystemEnumerable<(string Name, bool IsFolder)>(full, (ref FileSystemEntry e) => (e.FileName.ToString(), e.IsDirectory),
            new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }).ToList();
        entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(within));
        Span<byte> stamp = stackalloc byte[StampLength];
        foreach (var (name, isFolder) in entries)
        {
            var path = $"{within}/{name}";
            if (isFolder)
            {
                folders.Add(path);
                continue;
            }

            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name}\n"));
            if (FileStamp.IsSure && FileStamp.Of(Path.Join(folder, path)) is { Length: >= 0 } found)
            {
                Write(found, stamp);
                hash.AppendData(stamp);
                if (Math.Max(found.Changed, found.Modified) > sinceWhen) young[path] = Contents(folder, path);
            }
            else
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Contents(folder, path)));
            }
        }

        return hash.GetHashAndReset();
    }

    private static void Write(FileStamp stamp, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes, stamp.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], stamp.Modified);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], stamp.Changed);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], stamp.Inode);
    }

    private static string Contents(string folder, string path)
    {
        // A link that leads nowhere, or what is no file at all, such as a pipe, which nobody may wait for.
        if (!File.Exists(Path.Join(folder, path)) || (FileStamp.IsSure && FileStamp.Of(Path.Join(folder, path)).Length < 0)) return "-";
        using var file = File.OpenRead(Path.Join(folder, path));
        return Hash.Of(file);
    }
}
