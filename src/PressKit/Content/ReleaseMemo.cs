using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace PressKit.Content;

/// <summary>Releases as they were read before in this process, with the problems found: one whose folder has the same key, or holds the
/// same bytes, is the same object. So whatever follows from a release alone can be kept beside it.</summary>
internal sealed class ReleaseMemo : IReleaseMemo
{
    private const string Releases = "releases";
    private const string Pages = "pages";

    private string _root = "";
    private string _house = "";
    private Func<string, string?>? _keyOf;
    private ConcurrentDictionary<string, Read> _before = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Read> _present = new(StringComparer.Ordinal);

    /// <summary>Begins to read a newsroom. Where anything but its releases and pages changed, nothing is known of these.</summary>
    /// <param name="root">The newsroom's folder.</param>
    /// <param name="keyOf">The key of all files in a folder of it, taken before any is read; null where their contents have to tell.</param>
    public void Begin(string root, Func<string, string?>? keyOf)
    {
        (_root, _keyOf) = (root, keyOf);
        (_before, _present) = (_present, new(StringComparer.Ordinal));
        var house = HashOf(Path.Combine(root, "content"), name => name is not (Releases or Pages)) ?? "";
        if (house != _house || house.Length == 0) _before.Clear();
        _house = house;
    }

    /// <inheritdoc/>
    public Release? Find(string folder, Func<Problems, Release?> read, Problems problems)
    {
        var key = _keyOf?.Invoke(Path.GetRelativePath(_root, folder).Replace('\\', '/'));
        var known = key is not null && _before.TryGetValue(folder, out var same) && same.Key == key ? same : ByContents(folder, key, read);
        if (known.Hash is not null) _present[folder] = known;
        problems.AddAll(known.Problems);
        return known.Release;
    }

    private Read ByContents(string folder, string? key, Func<Problems, Release?> read)
    {
        var hash = HashOf(folder, _ => true);
        if (hash is not null && _before.TryGetValue(folder, out var known) && known.Hash == hash) return known with { Key = key };
        var found = new Problems();
        var release = read(found);
        // Whoever saves while it is read must not have it remembered as what it was before.
        return new Read(HashOf(folder, _ => true) == hash ? hash : null, key, release, found);
    }

    /// <summary>The hash of all names and contents in a folder; null where not everything can be read.</summary>
    private static string? HashOf(string folder, Func<string, bool> isMeant)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => isMeant(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                var contents = entry is DirectoryInfo { LinkTarget: null } ? HashOf(entry.FullName, _ => true)
                    : entry is FileInfo ? Hash.Of(File.ReadAllBytes(entry.FullName)) : "link";
                if (contents is null) return null;
                hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Name}\n{entry.LinkTarget}\n{contents}\n"));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What was read of a folder with these contents; null where they changed while it was read.</summary>
    private sealed record Read(string? Hash, string? Key, Release? Release, Problems Problems);
}
