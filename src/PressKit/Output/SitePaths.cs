using System.Text.RegularExpressions;

namespace PressKit.Output;

/// <summary>The paths of a site: valid on every file system, and none in another's way, not even where letter case is
/// ignored.</summary>
internal sealed partial class SitePaths
{
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
    public static bool IsValid(string path)
    {
        var names = path.Split('/');
        return names.All(name => name.Length is > 0 and <= 255 && !Unusable().IsMatch(name))
            && !names[0].StartsWith(OutputFolder.OwnPrefix, StringComparison.OrdinalIgnoreCase);
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

    [GeneratedRegex("""^(\.\.?|(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?)$|[\x00-\x1f\x7f\\:*?"<>|]|[. ]$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unusable();

    private bool Add(string path, Problems problems)
    {
        if (!IsValid(path))
        {
            problems.Error("output.path-invalid", new Place(path), $"'{path}' cannot be the path of a published file.",
                "Give it an address without reserved names (such as con or aux) and without the characters \\ : * ? \" < > |.");
            return false;
        }

        foreach (var folder in Folders(path)) _folders.Add(folder);
        if (_files.TryAdd(path, path)) return true;
        Collision(path, $"'{_files[path]}' and '{path}' would be one file.", problems);
        return false;
    }
}
