using System.Buffers;

namespace PressKit;

/// <summary>Where a page stands on the site: a path from its root, without a slash in front and with one behind it where it
/// is a folder's <c>index.html</c>: <c>it/2025/slug/</c>. The root itself is empty.</summary>
public readonly record struct Address(string Path)
{
    private static readonly SearchValues<char> InNoPart =
        SearchValues.Create([.. Enumerable.Range(0, '\u00A0').Select(c => (char)c).Where(char.IsControl), .. "/\\:*?\"<>|#%"]);

    /// <summary>The file that is served there.</summary>
    public string File => Path.Length == 0 || Path.EndsWith('/') ? Path + "index.html" : Path;

    /// <summary>The address with the site in front.</summary>
    public Uri On(Uri site) => new(site, Path);

    /// <summary>Whether a name can be one part of an address: nothing that a URL or a file system reads as something else.</summary>
    public static bool IsPart(ReadOnlySpan<char> name) =>
        name.Length > 0 && name is not ("." or "..") && name[^1] is not ('.' or ' ') && !name.ContainsAny(InNoPart);

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
