using System.Buffers;

namespace PressKit.Output;

/// <summary>The paths of a site: valid on every file system, and none in another's way, not even where letter case is
/// ignored.</summary>
internal sealed class SitePaths
{
    private static readonly SearchValues<char> Unusable = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '\u007f', .. "\\:*?\"<>|"]);

    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The paths of <paramref name="files"/>; null where one is invalid or two collide, which is reported.</summary>
    public static SitePaths? Of(IReadOnlyList<OutputFile> files, Problems problems)
    {
        var paths = new SitePaths();
        var sound = true;
        foreach (var file in files) sound &= paths.Add(file.Path, problems);
        foreach (var file in files.Where(file => paths._folders.Contains(file.Path)))
        {
            Collision(file.Path, $"'{file.Path}' would be a file and a folder.", problems);
            sound = false;
        }

        return sound ? paths : null;
    }

    /// <summary>Whether a path may be that of a published file on every system: relative, <c>/</c> between names, no name
    /// that Windows reserves or any system reads as something else, none of the writer's own.</summary>
    public static bool IsValid(ReadOnlySpan<char> path)
    {
        if (path.StartsWith(OutputFolder.OwnPrefix, StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var name in path.Split('/'))
        {
            if (!IsName(path[name])) return false;
        }

        return true;
    }

    /// <summary>The folders that a path lies in, the outermost first.</summary>
    public static IEnumerable<string> Folders(string path)
    {
        for (var i = path.IndexOf('/', StringComparison.Ordinal); i >= 0; i = path.IndexOf('/', i + 1))
            yield return path[..i];
    }

    /// <summary>The first name of a path.</summary>
    public static string Topmost(string path) => path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? path[..end] : path;

    /// <summary>Whether a file at <paramref name="path"/>, itself none of these, is in the way of one of these.</summary>
    public bool Obstructs(string path) =>
        _files.ContainsKey(path) || _folders.Contains(path) || Folders(path).Any(_files.ContainsKey);

    /// <summary>Whether a path is one of these, letter for letter.</summary>
    public bool Contains(string path) => _files.TryGetValue(path, out var same) && same == path;

    private static void Collision(string path, string message, Problems problems) => problems.Error(
        "output.path-collision", new Place(path), message, "Give one of the two another address.");

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 255 || name[^1] is '.' or ' ' || name.ContainsAny(Unusable)) return false;
        var dot = name.IndexOf('.');
        return !IsDevice(dot < 0 ? name : name[..dot]);
    }

    /// <summary>Whether Windows has a device of this name, whatever ending a file's name adds to it.</summary>
    private static bool IsDevice(ReadOnlySpan<char> name) => name.Length switch
    {
        3 => Is(name, "con") || Is(name, "prn") || Is(name, "aux") || Is(name, "nul"),
        4 => (Is(name[..3], "com") || Is(name[..3], "lpt")) && (char.IsAsciiDigit(name[3]) || name[3] is '¹' or '²' or '³'),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> name, string device) => name.Equals(device, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the folders that a path lies in, the innermost first: those around a known one are known.</summary>
    private void AddFolders(string path)
    {
        var folders = _folders.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = path.LastIndexOf('/');
        while (end > 0 && folders.Add(path.AsSpan(0, end))) end = path.LastIndexOf('/', end - 1);
    }

    private bool Add(string path, Problems problems)
    {
        if (!IsValid(path))
        {
            problems.Error("output.path-invalid", new Place(path), $"'{path}' cannot be the path of a published file.",
                "Give it an address without reserved names (such as con or aux) and without the characters \\ : * ? \" < > |.");
            return false;
        }

        AddFolders(path);
        if (_files.TryAdd(path, path)) return true;
        Collision(path, $"'{_files[path]}' and '{path}' would be one file.", problems);
        return false;
    }
}
