using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PressKit.Output;

/// <summary>What the manifest says of a file.</summary>
internal enum FileState
{
    /// <summary>It is published with this key, hash and length.</summary>
    Published,

    /// <summary>It is published, and may hold its earlier bytes or the next.</summary>
    Changing,

    /// <summary>It was being put there under this key, and no page that can be reached leads to it yet.</summary>
    Arriving,

    /// <summary>It was being taken away, and no page that can be reached leads to it any more.</summary>
    Leaving,
}

/// <summary>One file of the manifest; what its state does not need is empty or 0.</summary>
internal readonly record struct ManifestEntry(FileState State, string Key = "", string Hash = "", long Length = 0);

/// <summary>The list of what the output folder holds, in the file <c>.presskit-manifest</c> at its root.
/// <para>The format: UTF-8 without byte order mark, lines ended by a line feed, fields parted by one space.</para>
/// <code>
/// presskit-manifest 1
/// tool VERSION                   the version of the tool whose keys these are
/// = KEY HASH LENGTH PATH         a published file: its key, the hash and length of its bytes
/// ~ PATH                         a published file that was being replaced: it holds its earlier bytes or the next
/// + KEY PATH                     a file that was being put there, and that no page leads to yet
/// - PATH                         a file that was being taken away, and that no page leads to any more
/// end HASH                       the hash of all bytes above this line
/// </code>
/// Files stand in publishing order, those published no more behind the others; the path comes last and may hold spaces.
/// The marks <c>~</c>, <c>+</c> and <c>-</c> are written before the files are touched and are gone when the run is done:
/// whoever finds them knows where an earlier run was interrupted. A manifest whose last line is not the hash of the
/// others is damaged.</summary>
internal sealed class Manifest
{
    private const string FirstLine = "presskit-manifest 1";

    private Manifest(bool isSound, string tool, OrderedDictionary<string, ManifestEntry> entries) =>
        (IsSound, Tool, Entries) = (isSound, tool, entries);

    /// <summary>Whether it is whole and of a known version. If not, it holds what could still be read, to be believed
    /// only as far as the files' contents bear it out.</summary>
    public bool IsSound { get; }

    /// <summary>The version of the tool whose keys these are; empty where there is no manifest yet.</summary>
    public string Tool { get; }

    /// <summary>What it says of each file, by path, in the manifest's order. Paths are valid.</summary>
    public OrderedDictionary<string, ManifestEntry> Entries { get; }

    /// <summary>Reads a manifest; null stands for a folder that has none.</summary>
    public static Manifest Read(byte[]? bytes)
    {
        var entries = new OrderedDictionary<string, ManifestEntry>(StringComparer.Ordinal);
        if (bytes is null) return new Manifest(true, "", entries);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (lines[0] != FirstLine) return new Manifest(false, "", entries);
        var tool = lines.Length > 1 && lines[1].StartsWith("tool ", StringComparison.Ordinal) ? lines[1][5..] : null;
        var sound = tool is not null && HasItsHash(bytes);
        foreach (var line in lines.AsSpan(Math.Min(2, lines.Length)))
        {
            if (line.Length == 0 || line.StartsWith("end ", StringComparison.Ordinal)) continue;
            if (!TryRead(line, out var path, out var entry) || !entries.TryAdd(path, entry)) sound = false;
        }

        return new Manifest(sound, tool ?? "", entries);
    }

    /// <summary>The bytes of a manifest. The same files give the same bytes.</summary>
    public static byte[] Write(string tool, IEnumerable<KeyValuePair<string, ManifestEntry>> entries)
    {
        var text = new StringBuilder(FirstLine).Append('\n').Append("tool ").Append(tool).Append('\n');
        foreach (var (path, entry) in entries)
        {
            _ = entry.State switch
            {
                FileState.Changing => text.Append("~ "),
                FileState.Arriving => text.Append("+ ").Append(entry.Key).Append(' '),
                FileState.Leaving => text.Append("- "),
                _ => text.Append(CultureInfo.InvariantCulture, $"= {entry.Key} {entry.Hash} {entry.Length} "),
            };
            text.Append(path).Append('\n');
        }

        var above = Encoding.UTF8.GetBytes(text.ToString());
        return [.. above, .. Encoding.UTF8.GetBytes($"end {Hash.Of(above)}\n")];
    }

    private static bool HasItsHash(byte[] bytes)
    {
        const int lastLine = 4 + 32 + 1;
        if (bytes.Length < lastLine) return false;
        var above = bytes.AsSpan(..^lastLine);
        return bytes.AsSpan(^lastLine..).SequenceEqual(Encoding.UTF8.GetBytes($"end {Hash.Of(above)}\n"));
    }

    private static bool TryRead(string line, [NotNullWhen(true)] out string? path, out ManifestEntry entry)
    {
        entry = default;
        path = null;
        if (line.StartsWith("~ ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal))
        {
            path = line[2..];
            entry = new ManifestEntry(line[0] == '~' ? FileState.Changing : FileState.Leaving);
        }
        else if (line.Split(' ', 3) is ["+", var coming, var place])
        {
            path = place;
            entry = new ManifestEntry(FileState.Arriving, coming);
        }
        else if (line.Split(' ', 5) is ["=", var key, var hash, var digits, var name]
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            path = name;
            entry = new ManifestEntry(FileState.Published, key, hash, length);
        }

        return path is not null && SitePaths.IsValid(path);
    }
}
