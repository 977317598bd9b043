using System.Collections.Immutable;
using System.Text;

namespace PressKit.Formats.Search;

/// <summary>The newest index of each part of a language: <c>.presskit/search/LANGUAGE/PART/</c>. It can be deleted or damaged at any time,
/// and is made again.</summary>
/// <param name="newsroom">The newsroom's folder.</param>
internal sealed class SearchStore(string newsroom)
{
    private const string List = "list";

    private string Folder { get; } = Path.Combine(newsroom, ".presskit", "search");

    /// <summary>The index of a part; null where there is none, or its list is damaged.</summary>
    public SearchIndex? Find(SearchPart part)
    {
        var file = Path.Combine(FolderOf(part), List);
        if (!File.Exists(file)) return null;
        var lines = File.ReadAllLines(file);
        if (lines.Length < 2 || lines[0] != Hash.Of(lines.AsSpan(1))) return null;
        var entries = lines[2..].Select(line => line.Split(' ', 3)).ToLookup(e => e[0], e => (e[1], e[^1]), StringComparer.Ordinal);
        return new SearchIndex(lines[1], [.. entries["record"]], [.. entries["file"]]);
    }

    /// <summary>A file of an index; null where it is not there or is damaged.</summary>
    public byte[]? Read(SearchPart part, string path, string hash)
    {
        var file = Path.Combine(FolderOf(part), path);
        if (!File.Exists(file)) return null;
        var bytes = File.ReadAllBytes(file);
        return Hash.Of(bytes) == hash ? bytes : null;
    }

    /// <summary>Keeps an index in the place of the one before; one that was not kept to its end has no list.</summary>
    public void Save(SearchPart part, string tool, SortedDictionary<string, byte[]> files)
    {
        var folder = FolderOf(part);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        var index = new SearchIndex(tool, [.. part.Keys], [.. files.Select(f => (Hash.Of(f.Value), f.Key))]);
        string[] lines = [tool, .. index.Records.Select(r => $"record {r.Key} {r.Url}"), .. index.Files.Select(f => $"file {f.Hash} {f.Path}")];
        File.WriteAllText(Path.Combine(folder, List), string.Join('\n', lines.Prepend(Hash.Of(lines))), new UTF8Encoding(false));
    }

    /// <summary>Takes away what is kept of a language and belongs to none of its parts.</summary>
    public void Keep(Language language, IEnumerable<SearchPart> parts)
    {
        var folder = Path.Combine(Folder, language.Tag);
        if (!Directory.Exists(folder)) return;
        var kept = parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var other in Directory.GetDirectories(folder).Where(path => !kept.Contains(Path.GetFileName(path)))) Directory.Delete(other, recursive: true);
        foreach (var file in Directory.GetFiles(folder)) File.Delete(file);
    }

    private string FolderOf(SearchPart part) => Path.Combine(Folder, part.Language.Tag, part.Name);
}

/// <summary>What is known of an index without reading it.</summary>
/// <param name="Tool">The version of the tool that made it.</param>
/// <param name="Records">What it finds: the hash of each and where it stands, in the order in which the tool was given them.</param>
/// <param name="Files">Its files, with the hashes of what they hold.</param>
internal sealed record SearchIndex(string Tool, ImmutableArray<(string Key, string Url)> Records, ImmutableArray<(string Hash, string Path)> Files);
