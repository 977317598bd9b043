using System.Collections.Immutable;
using System.Text;

namespace PressKit.Formats.Search;

/// <summary>The newest index of each language: <c>.presskit/search/LANGUAGE/</c>. It can be deleted or damaged at any time, and is made
/// again.</summary>
/// <param name="newsroom">The newsroom's folder.</param>
internal sealed class SearchStore(string newsroom)
{
    private const string List = "list";

    private string Folder { get; } = Path.Combine(newsroom, ".presskit", "search");

    /// <summary>The index of a language; null where there is none, or its list is damaged.</summary>
    public SearchIndex? Find(Language language)
    {
        var file = Path.Combine(Folder, language.Tag, List);
        if (!File.Exists(file)) return null;
        var lines = File.ReadAllLines(file);
        if (lines.Length < 2 || lines[0] != Hash.Of(lines.AsSpan(1))) return null;
        var entries = lines[2..].Select(line => line.Split(' ', 3)).ToLookup(e => e[0], e => (e[1], e[^1]), StringComparer.Ordinal);
        return new SearchIndex(lines[1], [.. entries["record"]], [.. entries["file"]]);
    }

    /// <summary>A file of an index; null where it is not there or is damaged.</summary>
    public byte[]? Read(Language language, string path, string hash)
    {
        var file = Path.Combine(Folder, language.Tag, path);
        if (!File.Exists(file)) return null;
        var bytes = File.ReadAllBytes(file);
        return Hash.Of(bytes) == hash ? bytes : null;
    }

    /// <summary>Keeps an index in the place of the one before; one that was not kept to its end has no list.</summary>
    public void Save(Language language, string tool, IEnumerable<(string Key, string Url)> records, SortedDictionary<string, byte[]> files)
    {
        var folder = Path.Combine(Folder, language.Tag);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        var index = new SearchIndex(tool, [.. records], [.. files.Select(f => (Hash.Of(f.Value), f.Key))]);
        string[] lines = [tool, .. index.Records.Select(r => $"record {r.Key} {r.Url}"), .. index.Files.Select(f => $"file {f.Hash} {f.Path}")];
        File.WriteAllText(Path.Combine(folder, List), string.Join('\n', lines.Prepend(Hash.Of(lines))), new UTF8Encoding(false));
    }
}

/// <summary>What is known of an index without reading it.</summary>
/// <param name="Tool">The version of the tool that made it.</param>
/// <param name="Records">What it finds: the hash of each and where it stands, in the order in which the tool was given them.</param>
/// <param name="Files">Its files, with the hashes of what they hold.</param>
internal sealed record SearchIndex(string Tool, ImmutableArray<(string Key, string Url)> Records, ImmutableArray<(string Hash, string Path)> Files);
