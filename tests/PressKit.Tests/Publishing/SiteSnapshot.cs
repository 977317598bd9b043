using PressKit.Content;
using PressKit.Output;

namespace PressKit.Tests.Publishing;

/// <summary>A published site as it lies on the disk: its files' bytes, and which files they are.</summary>
internal sealed class SiteSnapshot
{
    private SiteSnapshot(SortedDictionary<string, (byte[] Bytes, FileStamp Stamp)> files) => Files = files;

    public SortedDictionary<string, (byte[] Bytes, FileStamp Stamp)> Files { get; }

    /// <summary>What is there, but for the writer's manifest; it has none of the writer's temporary files.</summary>
    public static SiteSnapshot Of(string folder)
    {
        var files = new SortedDictionary<string, (byte[], FileStamp)>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return new SiteSnapshot(files);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path);
            if (name is not OutputFolder.ManifestName && Path.GetFileName(name) is not OutputFolder.LockName) files[name] = (File.ReadAllBytes(path), FileStamp.Of(path));
        }

        return new SiteSnapshot(files);
    }

    /// <summary>The first thing that is not as it is in the clean site; null where all is.</summary>
    public string? DifferenceFrom(SiteSnapshot clean)
    {
        foreach (var path in Files.Keys.Union(clean.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!Files.TryGetValue(path, out var file)) return $"{path} is missing.";
            if (!clean.Files.TryGetValue(path, out var expected)) return $"{path} should not be there.";
            if (!file.Bytes.AsSpan().SequenceEqual(expected.Bytes)) return $"{path} has other bytes: {FirstDifference(file.Bytes, expected.Bytes)}";
        }

        return null;
    }

    /// <summary>The paths of files that are new or have other bytes than before.</summary>
    public IEnumerable<string> NewSince(SiteSnapshot before) =>
        Files.Where(f => !before.Files.TryGetValue(f.Key, out var was) || !was.Bytes.AsSpan().SequenceEqual(f.Value.Bytes)).Select(f => f.Key);

    /// <summary>The paths of files that are there no more.</summary>
    public IEnumerable<string> GoneSince(SiteSnapshot before) => before.Files.Keys.Where(path => !Files.ContainsKey(path));

    /// <summary>The paths of files that were written though they hold what they held.</summary>
    public IEnumerable<string> WrittenForNothingSince(SiteSnapshot before) =>
        Files.Where(f => before.Files.TryGetValue(f.Key, out var was) && was.Stamp != f.Value.Stamp && was.Bytes.AsSpan().SequenceEqual(f.Value.Bytes)).Select(f => f.Key);

    /// <summary>The paths of files that are the same files as before.</summary>
    public IEnumerable<string> AsIn(SiteSnapshot before) => Files.Where(f => before.Files.TryGetValue(f.Key, out var was) && was.Stamp == f.Value.Stamp).Select(f => f.Key);

    private static string FirstDifference(ReadOnlySpan<byte> actual, ReadOnlySpan<byte> expected)
    {
        var at = actual.CommonPrefixLength(expected);
        return FormattableString.Invariant($"from byte {at} of {actual.Length} (clean: {expected.Length})\n  warm:  …{Around(actual, at)}…\n  clean: …{Around(expected, at)}…");
    }

    private static string Around(ReadOnlySpan<byte> bytes, int at)
    {
        var from = Math.Max(0, at - 40);
        return System.Text.Encoding.UTF8.GetString(bytes[from..Math.Min(bytes.Length, at + 80)]).ReplaceLineEndings("⏎");
    }
}
