using System.Collections.Immutable;
using System.Text;
using PressKit.Content;

namespace PressKit.Output.Standing;

/// <summary>What a site or an answer is made of, so that it can be told whether any of it changed since.</summary>
/// <param name="Stamps">The hash of every file's path and stamp; of its contents where the system gives no stamp.</param>
/// <param name="Young">By path, the hash of the contents of each file that may yet change without another stamp.</param>
internal sealed record Inputs(string Stamps, ImmutableSortedDictionary<string, string> Young)
{
    private static readonly ImmutableSortedDictionary<string, string> NothingYoung = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>FAT's clock is the coarsest. A file whose time lies ahead counts as young too: the clock was set back.</summary>
    public static TimeSpan Coarsest { get; } = TimeSpan.FromSeconds(2);

    private FolderStamps[] _folders = [];
    private Dictionary<string, FolderStamps>? _byPath;

    /// <summary>Looks at a newsroom's files before a run reads them.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="path">Where the run will be remembered.</param>
    /// <param name="coarsest">How coarse the clock of the file system may be.</param>
    /// <returns>Null where they cannot all be seen, or nothing can be remembered.</returns>
    public static Inputs? Before(string folder, string path, TimeSpan? coarsest = null)
    {
        var instant = FormattableString.Invariant($"{path}.{Environment.ProcessId}.now");
        try
        {
            var last = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(last);
            File.WriteAllBytes(instant, []);
            var youngSince = FileStamp.Of(instant).Changed - ((coarsest ?? Coarsest).Ticks * TimeSpan.NanosecondsPerTick);
            // Not every file system writes down when something was added to a folder.
            var areFoldersStamped = FileStamp.OfFolder(last) is { } stamp && stamp.Changed >= youngSince;
            File.Delete(instant);
            return Of(folder, youngSince, areFoldersStamped ? Path.Combine(last, "folders") : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or AggregateException { InnerException: IOException or UnauthorizedAccessException })
        {
            return null;
        }
    }

    /// <summary>Looks at a newsroom's files.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="instant">A file that was written just now: its time is the file system's.</param>
    /// <param name="memory">The file of a <see cref="FolderMemory"/>; null where folders have no such stamps.</param>
    /// <returns>Null where they cannot all be seen.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Inputs? Of(string folder, string instant, string? memory = null) =>
        Of(folder, FileStamp.Of(instant).Changed - (Coarsest.Ticks * TimeSpan.NanosecondsPerTick), memory);

    /// <summary>The same.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="youngSince">A file or folder with no later time, in nanoseconds since 1970, changes its stamp with what is in it.</param>
    /// <param name="memory">The file of a <see cref="FolderMemory"/>; null where folders have no such stamps.</param>
    internal static Inputs? Of(string folder, long youngSince, string? memory = null)
    {
        var reader = new StampReader(folder, youngSince, memory is null ? null : FolderMemory.Read(memory));
        var (content, templates) = (reader.Read("content"), reader.Read("templates"));
        if (reader.IsTooDeep) return null;
        if (memory is not null && reader.IsNew) FolderMemory.Write(memory, new[] { content, templates }.OfType<FolderStamps>());
        return new Inputs(Hash.Of(KeyOf(content), KeyOf(templates)), reader.Young.IsEmpty ? NothingYoung : reader.Young.ToImmutableSortedDictionary(StringComparer.Ordinal))
        {
            _folders = content is null ? [] : templates is null ? [content] : [content, templates],
        };
    }

    /// <summary>The key of all files in a folder and below it, which is another one where any of them changed; null where there is no
    /// such folder, or where one of them is so young that it may yet change without another stamp. From any thread.</summary>
    /// <param name="folder">The folder, from the newsroom's: <c>content/releases/2026/gate</c>.</param>
    public FolderKey? KeyOf(string folder)
    {
        _byPath ??= ByPath();
        return _byPath.TryGetValue(folder, out var stamps) && !stamps.IsYoung ? stamps.Key : null;
    }

    /// <summary>The folders of releases and pages, each with the key of its files; null for one with a file that may yet change without
    /// another stamp.</summary>
    public IEnumerable<(string Folder, FolderKey? Key)> Releases()
    {
        if (Array.Find(_folders, f => f.Path == "content") is not { } content) return [];
        var years = content.Folders.Where(f => f.Path == "content/releases").SelectMany(f => f.Folders);
        return years.SelectMany(year => year.Folders).Concat(content.Folders.Where(f => f.Path == "content/pages").SelectMany(f => f.Folders))
            .Select(f => (f.Path, f.IsYoung ? (FolderKey?)null : f.Key));
    }

    /// <summary>The key of all files that belong to no release, templates included; null where one of them may yet change without another
    /// stamp.</summary>
    public string? SiteKey()
    {
        var templates = Array.Find(_folders, f => f.Path == "templates");
        return HouseKey() is { } house && templates is not { IsYoung: true } ? $"{house} {templates?.Key}" : null;
    }

    /// <summary>The key of all files of <c>content/</c> but those of releases and pages; null where one of them may yet change without
    /// another stamp.</summary>
    public string? HouseKey()
    {
        if (Array.Find(_folders, f => f.Path == "content") is not { Files: { } files } content) return null;
        var key = new StringBuilder(files.ToString());
        foreach (var inner in content.Folders.Where(f => f.Path is not ("content/releases" or "content/pages")))
        {
            if (inner.IsYoung) return null;
            key.Append(' ').Append(inner.Path).Append(' ').Append(inner.Key);
        }

        return Hash.Of(key.ToString());
    }

    /// <summary>Whether these are what others were, whatever was young then.</summary>
    public bool Are(Inputs earlier, string folder)
    {
        if (Stamps != earlier.Stamps) return false;
        foreach (var (path, contents) in earlier.Young)
        {
            if ((Young.GetValueOrDefault(path) ?? StampReader.Contents(folder, path)) != contents) return false;
        }

        return true;
    }

    private Dictionary<string, FolderStamps> ByPath()
    {
        var byPath = new Dictionary<string, FolderStamps>(StringComparer.Ordinal);
        foreach (var top in _folders) Add(top);
        return byPath;

        void Add(FolderStamps stamps)
        {
            byPath[stamps.Path] = stamps;
            foreach (var inner in stamps.Folders) Add(inner);
        }
    }

    private static string? KeyOf(FolderStamps? stamps) => stamps?.Key.ToString();
}
