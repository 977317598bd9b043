namespace PressKit.Content;

/// <summary>Lists folders and files in one order on every machine.</summary>
internal static class Folders
{
    /// <summary>The folders in a folder, by name; none where it does not exist. Names that begin with a dot are passed over.</summary>
    public static IEnumerable<string> Of(string folder) =>
        Directory.Exists(folder) ? InOrder(Directory.EnumerateDirectories(folder)) : [];

    /// <summary>The files in a folder that match a pattern, by name.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? InOrder(Directory.EnumerateFiles(folder, pattern)) : [];

    /// <summary>The language that a file is named after; null, and a problem, where it is not one of the newsroom's.</summary>
    public static Language? LanguageOf(string path, string file, Newsroom newsroom, Problems problems)
    {
        var tag = Path.GetFileNameWithoutExtension(path);
        if (Language.TryParse(tag, out var language) && newsroom.Languages.Contains(language)) return language;
        var nearest = Nearest.Of(tag, newsroom.Languages.Select(l => l.Tag));
        problems.Error("content.unknown-language", new Place(file), $"The file is named after '{tag}', which is not a language of the newsroom.",
            nearest is null ? "Add the language to newsroom.yml, or rename the file." : $"Did you mean '{nearest}{Path.GetExtension(path)}'?");
        return null;
    }

    private static IEnumerable<string> InOrder(IEnumerable<string> paths) =>
        paths.Where(p => !Path.GetFileName(p).StartsWith('.')).Order(StringComparer.Ordinal);
}
