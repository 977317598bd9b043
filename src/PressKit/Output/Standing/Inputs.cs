using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Enumeration;
using PressKit.Content;
using PressKit.Site;

namespace PressKit.Output.Standing;

/// <summary>What a site or an answer is made of, so that it can be told whether any of it changed since.</summary>
/// <param name="Stamps">The hash of every file's path and stamp; of its contents where the system gives no stamp.</param>
/// <param name="Young">By path, the hash of the contents of each file that may yet change without another stamp.</param>
internal sealed record Inputs(string Stamps, ImmutableSortedDictionary<string, string> Young)
{
    // FAT's clock is the coarsest at two seconds. A file whose time lies ahead counts as young too: the clock was set back.
    private const long Coarsest = 2_000_000_000;

    // Deeper than any newsroom; a link that leads back to its own folder would lead on for ever.
    private const int Deepest = 32;

    /// <summary>Looks at a newsroom's files before a run reads them.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="path">Where the run will be remembered.</param>
    /// <returns>Null where they cannot all be seen, or nothing can be remembered.</returns>
    public static Inputs? Before(string folder, string path)
    {
        var instant = FormattableString.Invariant($"{path}.{Environment.ProcessId}.now");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(instant, []);
            var inputs = Of(folder, instant);
            File.Delete(instant);
            return inputs;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Looks at a newsroom's files.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="instant">A file that was written just now: its time is the file system's.</param>
    /// <returns>Null where they cannot all be seen.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Inputs? Of(string folder, string instant)
    {
        var sinceWhen = (FileStamp.Of(instant).Changed) - Coarsest;
        var keys = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var young = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        string[] level = ["content", "templates"];
        for (var depth = 0; level.Length > 0; depth++)
        {
            if (depth == Deepest) return null;
            var below = new ConcurrentBag<string>();
            Parallel.ForEach(level, within =>
            {
                keys[within] = Look(folder, within, sinceWhen, young, out var folders);
                foreach (var inner in folders) below.Add(inner);
            });
            level = [.. below];
        }

        using var all = new KeyWriter();
        foreach (var (_, key) in keys.OrderBy(k => k.Key, StringComparer.Ordinal)) all.Add(key);
        return new Inputs(all.Key(), young.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>Whether these are what others were, whatever was young then.</summary>
    public bool Are(Inputs earlier, string folder) =>
        Stamps == earlier.Stamps && earlier.Young.All(y => (Young.GetValueOrDefault(y.Key) ?? Contents(folder, y.Key)) == y.Value);

    private static string Look(string folder, string within, long sinceWhen, ConcurrentDictionary<string, string> young, out List<string> folders)
    {
        folders = [];
        var full = Path.Join(folder, within);
        if (!Directory.Exists(full)) return "";
        var entries = new FileSystemEnumerable<(string Name, bool IsFolder)>(full, (ref FileSystemEntry e) => (e.FileName.ToString(), e.IsDirectory),
            new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }).ToList();
        entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        using var key = new KeyWriter();
        key.Add(within);
        foreach (var (name, isFolder) in entries)
        {
            if (isFolder)
            {
                folders.Add($"{within}/{name}");
                continue;
            }

            key.Add(name);
            if (FileStamp.IsSure && FileStamp.Of(Path.Join(full, name)) is { Length: >= 0 } stamp)
            {
                key.Add(stamp.Length);
                key.Add(stamp.Modified);
                key.Add(stamp.Changed);
                key.Add(unchecked((long)stamp.Inode));
                if (Math.Max(stamp.Changed, stamp.Modified) > sinceWhen) young[$"{within}/{name}"] = Contents(folder, $"{within}/{name}");
            }
            else
            {
                key.Add(Contents(folder, $"{within}/{name}"));
            }
        }

        return key.Key();
    }

    private static string Contents(string folder, string path)
    {
        // A link that leads nowhere, or what is no file at all, such as a pipe, which nobody may wait for.
        if (!File.Exists(Path.Join(folder, path)) || (FileStamp.IsSure && FileStamp.Of(Path.Join(folder, path)).Length < 0)) return "-";
        using var file = File.OpenRead(Path.Join(folder, path));
        return Hash.Of(file);
    }
}
