using PressKit.Content;

namespace PressKit.Output;

/// <summary>The output folder on disk: the few operations that change it, each of them whole or not at all. Paths are a
/// site's, with <c>/</c> between names.</summary>
/// <param name="root">The folder.</param>
/// <param name="before">Called before each operation that changes something, with its name and path; from several threads
/// for <c>temporary</c>.</param>
internal sealed class OutputFolder(string root, Action<string, string> before)
{
    /// <summary>What the names of the writer's own files begin with.</summary>
    public const string OwnPrefix = ".presskit-";

    /// <summary>The manifest.</summary>
    public const string ManifestName = OwnPrefix + "manifest";

    /// <summary>The empty file that whoever writes the folder holds locked. It stays, since a lock that is deleted can be
    /// held twice.</summary>
    public const string LockName = OwnPrefix + "lock";

    /// <summary>The folder of files that are still being written.</summary>
    public const string PartialName = OwnPrefix + "partial";

    /// <summary>Whether the folder has a manifest.</summary>
    public bool HasManifest => File.Exists(Full(ManifestName));

    /// <summary>Whether there is nothing in it, or nothing yet. A <c>.gitignore</c> is nothing.</summary>
    public bool IsEmpty => !File.Exists(root) && (!Directory.Exists(root) || Directory.EnumerateFileSystemEntries(root)
        .All(entry => Path.GetFileName(entry) is ".gitignore" or LockName or PartialName));

    /// <summary>Takes the lock; null where another run holds it.</summary>
    public FileStream? TryLock()
    {
        before("lock", LockName);
        Directory.CreateDirectory(root);
        try
        {
            return new FileStream(Full(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(Full(LockName)))
        {
            return null;
        }
    }

    /// <summary>The manifest's bytes; null where there is none.</summary>
    public byte[]? ReadManifest() => HasManifest ? File.ReadAllBytes(Full(ManifestName)) : null;

    /// <summary>Replaces the manifest.</summary>
    /// <param name="write">Writes it.</param>
    public void SaveManifest(Action<Stream> write)
    {
        using (var file = CreateTemporary("manifest")) write(file);
        before("manifest", ManifestName);
        File.Move(Temporary("manifest"), Full(ManifestName), overwrite: true);
    }

    /// <summary>A new file, outside the site until it is published.</summary>
    public FileStream CreateTemporary(string name)
    {
        before("temporary", name);
        Directory.CreateDirectory(Full(PartialName));
        return New(Temporary(name));
    }

    /// <summary>Makes a folder of the site aside, inside one that is there already; the site's root where it has no name.</summary>
    public void CreateAside(string path) => Directory.CreateDirectory(Aside(path));

    /// <summary>A new file of the site aside, until <see cref="MoveIn"/>.</summary>
    public FileStream WriteAside(string path)
    {
        before("temporary", path);
        return New(Aside(path));
    }

    /// <summary>Moves what was made aside under a topmost name to its place, where nothing stands.</summary>
    public void MoveIn(string name)
    {
        before("publish", name);
        if (Directory.Exists(Aside(name))) Directory.Move(Aside(name), Full(name));
        else File.Move(Aside(name), Full(name), overwrite: true);
    }

    /// <summary>Deletes a temporary file that is not needed.</summary>
    public void DeleteTemporary(string name) => File.Delete(Temporary(name));

    /// <summary>Deletes what is left of files that were being written.</summary>
    public void DeleteTemporaries()
    {
        if (!Exists(PartialName)) return;
        before("clean", PartialName);
        if (Directory.Exists(Full(PartialName))) Directory.Delete(Full(PartialName), recursive: true);
        else File.Delete(Full(PartialName));
    }

    /// <summary>Moves a temporary file to its place, in which another may stand.</summary>
    public void Publish(string name, string path)
    {
        if (Path.GetDirectoryName(Full(path)) is { } folder && !Directory.Exists(folder))
        {
            before("folder", path);
            Directory.CreateDirectory(folder);
        }

        before("publish", path);
        File.Move(Temporary(name), Full(path), overwrite: true);
    }

    /// <summary>Deletes a file or a link, never through a link; says whether there was one.</summary>
    public bool Delete(string path)
    {
        if (!IsFile(path) || SitePaths.Folders(path).Any(IsLink)) return false;
        before("delete", path);
        File.Delete(Full(path));
        return true;
    }

    /// <summary>Deletes a folder if it is empty; says whether it is gone.</summary>
    public bool DeleteIfEmpty(string folder)
    {
        if (!Directory.Exists(Full(folder)) || IsLink(folder)) return !Exists(folder);
        if (Directory.EnumerateFileSystemEntries(Full(folder)).Any()) return false;
        before("remove", folder);
        Directory.Delete(Full(folder));
        return true;
    }

    /// <summary>The length of a file; null where there is none, or a link.</summary>
    public long? Length(string path) => FileStamp.LengthOf(Full(path));

    /// <summary>The hash of a file's contents.</summary>
    public string HashOf(string path)
    {
        using var file = File.OpenRead(Full(path));
        return Hash.Of(file);
    }

    /// <summary>Whether there is a file or a link, even one that leads nowhere.</summary>
    public bool IsFile(string path) => File.Exists(Full(path)) || IsLink(path);

    /// <summary>Whether there is a symbolic link.</summary>
    public bool IsLink(string path) => IsLink(new FileInfo(Full(path)));

    /// <summary>Whether there is a folder.</summary>
    public bool IsFolder(string path) => Directory.Exists(Full(path));

    /// <summary>The files and links below a folder; no link is followed.</summary>
    public IEnumerable<string> FilesBelow(string folder) => new DirectoryInfo(Full(folder)).EnumerateFileSystemInfos()
        .SelectMany(entry => entry is DirectoryInfo && entry.LinkTarget is null
            ? FilesBelow($"{folder}/{entry.Name}")
            : [$"{folder}/{entry.Name}"]);

    private static bool IsLink(FileInfo file) =>
        (int)file.Attributes != -1 && file.Attributes.HasFlag(FileAttributes.ReparsePoint) && file.LinkTarget is not null;

    /// <summary>Whether there is anything of that name.</summary>
    public bool Exists(string path) => IsFile(path) || IsFolder(path);

    // Never opened to be truncated: ext4 writes such a file to the disk when it is closed.
    private static FileStream New(string path) => new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    private string Aside(string path) => Path.Join(root, PartialName, "site", path);

    private string Temporary(string name) => Path.Join(root, PartialName, name);

    private string Full(string path) => Path.Join(root, path);
}
