using System.Collections.Immutable;
using System.Text;
using PressKit.Content;

namespace PressKit.Templates;

/// <summary>A file of a theme.</summary>
/// <param name="Path">Its path below the theme: <c>partials/card.hbs</c>.</param>
/// <param name="File">Where it stands, for problems: the newsroom's file, or the name of PressKit's own.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="IsOwn">Whether the newsroom brings it.</param>
internal sealed record ThemeFile(string Path, string File, byte[] Bytes, bool IsOwn);

/// <summary>Finds a theme's files: those of <c>press</c>, each replaced by the theme's of that name if that ships with PressKit too,
/// and by the newsroom's where it has one.</summary>
internal sealed class ThemeFiles(Problems problems)
{
    private const string Embedded = "themes/";
    private const int LargestAsset = 16 * 1024 * 1024;

    /// <summary>The theme that every other begins from.</summary>
    public const string First = "press";

    /// <summary>The names of the themes that ship with PressKit, in order.</summary>
    public static ImmutableSortedSet<string> Shipped { get; } =
        EmbeddedFiles().Select(file => file.Theme).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>The files of a newsroom's theme, by path.</summary>
    public ImmutableSortedDictionary<string, ThemeFile> Read(Newsroom newsroom)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, ThemeFile>(StringComparer.Ordinal);
        foreach (var file in ReadEmbedded(First)) files[file.Path] = file;
        if (newsroom.Theme != First) foreach (var file in ReadEmbedded(newsroom.Theme)) files[file.Path] = file;
        foreach (var file in ReadOwn(newsroom)) files[file.Path] = file;
        return files.ToImmutable();
    }

    private static IEnumerable<(string Resource, string Theme, string Path)> EmbeddedFiles()
    {
        foreach (var resource in typeof(ThemeFiles).Assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith(Embedded, StringComparison.Ordinal)) continue;
            var parts = resource[Embedded.Length..].Replace('\\', '/').Split('/', 2);
            if (parts.Length == 2) yield return (resource, parts[0], parts[1]);
        }
    }

    private static IEnumerable<ThemeFile> ReadEmbedded(string theme)
    {
        foreach (var file in EmbeddedFiles().Where(file => file.Theme == theme))
        {
            using var stream = typeof(ThemeFiles).Assembly.GetManifestResourceStream(file.Resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return new ThemeFile(file.Path, $"templates/{theme}/{file.Path}", bytes, IsOwn: false);
        }
    }

    private IEnumerable<ThemeFile> ReadOwn(Newsroom newsroom)
    {
        var name = newsroom.Theme;
        var shipped = string.Join(" or ", Shipped);
        if (name.Length == 0 || name[0] == '.' || name.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            problems.Error("template.unknown-theme", newsroom.Places["theme"], $"'{name}' is not the name of a folder.",
                $"Write the name of a folder in templates/, or {shipped}, which ship with PressKit.");
            yield break;
        }

        var folder = Path.Combine(newsroom.Folder, "templates", name);
        if (!Directory.Exists(folder))
        {
            if (Shipped.Contains(name)) yield break;
            problems.Error("template.unknown-theme", newsroom.Places["theme"], $"There is no folder templates/{name}.",
                (Nearest.Of(name, Shipped) is { } near ? $"Did you mean '{near}'? " : "") + $"Make it, or write {shipped}, which ship with PressKit.");
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (path.Split('/').Any(part => part[0] == '.')) continue;
            var place = $"templates/{name}/{path}";
            if (TextFile.ReadBytes(file, place, LargestAsset, problems) is { } bytes)
                yield return new ThemeFile(path, place, bytes, IsOwn: true);
        }
    }

    /// <summary>A file's text with LF line ends; null, and a problem, where it is not UTF-8.</summary>
    public string? Text(ThemeFile file)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Bytes);
            return text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            problems.Error("content.invalid-utf8", new Place(file.File), "The file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }
    }
}
