using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>Finds the images and documents in a folder. Nothing that lies outside the newsroom is ever read.</summary>
/// <param name="newsroom">The newsroom's folder.</param>
/// <param name="problems">Takes what cannot be read.</param>
internal sealed class MediaFolder(string newsroom, Problems problems)
{
    /// <summary>The files in a folder and those below it, by path; none where it does not exist.</summary>
    /// <param name="folder">The folder that paths are told from.</param>
    /// <param name="below">The name of the folder in it that is read.</param>
    /// <param name="name">The first folder's path from the newsroom's folder.</param>
    public ImmutableArray<MediaFile> In(string folder, string below, string name)
    {
        var media = new DirectoryInfo(Path.Combine(folder, below));
        if (!media.Exists) return [];
        return [.. MediaIn(media, folder, name).OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => Medium(path, folder, name)).OfType<MediaFile>()];
    }

    /// <summary>The files in a folder and those below it. A link to a folder is not followed: it may lead anywhere, and round
    /// in a circle.</summary>
    private IEnumerable<string> MediaIn(DirectoryInfo media, string folder, string name)
    {
        if (media.LinkTarget is null)
        {
            return media.EnumerateFileSystemInfos().Where(entry => entry is DirectoryInfo || !entry.Name.StartsWith('.'))
                .SelectMany(entry => entry is DirectoryInfo below ? MediaIn(below, folder, name) : [entry.FullName]);
        }

        problems.Error("content.path-outside", new Place($"{name}/{Relative(media.FullName, folder)}"),
            "The folder is a link to another, and is not followed.", "Copy the files themselves into the folder.");
        return [];
    }

    private MediaFile? Medium(string path, string folder, string name)
    {
        var relative = Relative(path, folder);
        var file = $"{name}/{relative}";
        try
        {
            if (LeadsOutside(path))
            {
                problems.Error("content.path-outside", new Place(file), "The file is a link that leads out of the newsroom.",
                    "Copy the file itself into the folder.");
                return null;
            }

            using var stream = File.OpenRead(path);
            return new MediaFile(file, relative, path, stream.Length, Hash.Of(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error("content.unreadable", new Place(file), $"The file cannot be read: {e.Message}",
                "Look at its permissions, and where it leads if it is a link.");
            return null;
        }
    }

    private static string Relative(string path, string folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private bool LeadsOutside(string path) =>
        File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target
        && !target.FullName.StartsWith(newsroom + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
