using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Memory;

/// <summary>The files of a newsroom that teach the memory: stored translations and imported memory. What a file's bytes are is
/// remembered with its size and time, so that only a file that was touched is read again.</summary>
/// <param name="folder">The newsroom's folder.</param>
/// <param name="stamps">Where sizes and times are remembered; may be deleted at any time.</param>
/// <param name="languages">The newsroom's languages.</param>
internal sealed class NewsroomFiles(string folder, string stamps, IReadOnlyCollection<Language> languages)
{
    // As a file's time may be as coarse as this, one that was written just before it was looked at may be written again unseen.
    private static readonly TimeSpan Coarse = TimeSpan.FromSeconds(2);

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The files with the hashes of their bytes, in the order of their paths.</summary>
    public ImmutableSortedDictionary<string, string> List(DateTimeOffset now)
    {
        var known = Known();
        var (files, lines, isNew) = (ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal), new StringBuilder(), false);
        foreach (var info in Found())
        {
            var path = Path.GetRelativePath(folder, info.FullName).Replace('\\', '/');
            var stamp = string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks}");
            if (!known.TryGetValue(path, out var last) || last.Stamp != stamp)
            {
                if (HashOf(info.FullName) is not { } hash) continue;
                (last, isNew) = ((stamp, hash), true);
            }

            files[path] = last.Hash;
            if (now.UtcDateTime - info.LastWriteTimeUtc > Coarse) lines.Append(last.Hash).Append(' ').Append(stamp).Append(' ').Append(path).Append('\n');
        }

        if (isNew || files.Count != known.Count) Remember(lines.ToString());
        return files.ToImmutable();
    }

    /// <summary>The files, in the order of their paths.</summary>
    public IEnumerable<string> Paths() => Found().Select(f => Path.GetRelativePath(folder, f.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>What a file teaches; null where it cannot be read, which whoever checks the newsroom says.</summary>
    public MemoryDocument? Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(Path.Combine(folder, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var hash = Hash.Of(bytes);
        if (path.EndsWith(".tmx", StringComparison.OrdinalIgnoreCase))
            return new MemoryDocument(path, hash, Tmx.TmxReader.Read(bytes, path, new Problems()) is { } tmx ? tmx.Entries(path, languages) : []);
        return XliffReader.Read(bytes, path, new Problems()) is { } stored
            ? MemoryDocuments.Of(path, hash, stored) : new MemoryDocument(path, hash, []);
    }

    private IEnumerable<FileInfo> Found()
    {
        foreach (var (place, pattern) in ((string, string)[])[("content/releases", "*.xlf"), ("content/pages", "*.xlf"), ("content/memory", "*.tmx")])
        {
            var root = new DirectoryInfo(Path.Combine(folder, place));
            if (!root.Exists) continue;
            foreach (var file in root.EnumerateFiles(pattern, Everywhere)) yield return file;
        }
    }

    private static string? HashOf(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Hash.Of(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private Dictionary<string, (string Stamp, string Hash)> Known()
    {
        var known = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        if (!File.Exists(stamps)) return known;
        foreach (var line in File.ReadLines(stamps))
        {
            // HASH LENGTH TICKS PATH; a line of another form is one that nothing is known from.
            var parts = line.Split(' ', 4);
            if (parts.Length == 4 && parts[0].Length == 32 && parts[0].All(char.IsAsciiHexDigitLower)) known[parts[3]] = ($"{parts[1]} {parts[2]}", parts[0]);
        }

        return known;
    }

    private void Remember(string lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(stamps)!);
        var temporary = $"{stamps}.{Path.GetRandomFileName()}";
        File.WriteAllText(temporary, lines);
        File.Move(temporary, stamps, overwrite: true);
    }
}
