namespace PressKit.Output;

/// <summary>Finds what stands where the site is to be written and is not PressKit's: files of somebody else, and symbolic
/// links to folders, which are never followed.</summary>
internal sealed class Obstacles(
    OutputFolder folder, Manifest manifest, IEnumerable<string> displaced, Problems problems)
{
    private readonly HashSet<string> _displaced = new(displaced, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal);

    /// <summary>Whether the files can be written; what is in the way of any of them is reported.</summary>
    public bool Allow(IEnumerable<OutputFile> files)
    {
        var allowed = true;
        foreach (var file in files)
        {
            var path = file.Path;
            allowed &= SitePaths.Folders(path).All(AllowFolder);
            if (folder.IsFolder(path) && !folder.IsLink(path))
                foreach (var below in folder.FilesBelow(path)) allowed &= AllowIfDisplaced(below);
            else if (manifest.IsSound && !manifest.Entries.ContainsKey(path) && folder.IsFile(path))
                allowed &= AllowIfDisplaced(path);
        }

        return allowed;
    }

    private bool AllowFolder(string path)
    {
        if (_folders.TryGetValue(path, out var known)) return known;
        return _folders[path] = folder.IsLink(path) && !_displaced.Contains(path)
            ? Refuse("output.symbolic-link", path, $"'{path}' in the output folder is a symbolic link; PressKit does not write through it.")
            : folder.IsFolder(path) || !folder.IsFile(path) || AllowIfDisplaced(path);
    }

    private bool AllowIfDisplaced(string path) => _displaced.Contains(path)
        || Refuse("output.foreign-file", path, $"'{path}' in the output folder is in the way, and PressKit did not write it.");

    private bool Refuse(string code, string path, string message)
    {
        problems.Error(code, new Place(path), message, "Move it out of the output folder.");
        return false;
    }
}
