using System.Text.RegularExpressions;

namespace PressKit.Templates;

/// <summary>A file that belongs to the look of the site: a style sheet, an icon.</summary>
/// <param name="Name">Its name below the theme's <c>assets/</c>: <c>press.css</c>.</param>
/// <param name="Address">Where it is published; the name carries a hash of the content, so that it may be cached for ever.</param>
/// <param name="Bytes">Its content.</param>
public sealed partial record ThemeAsset(string Name, Address Address, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The icon that is asked for at the site's root by whoever reads no page: feed readers.</summary>
    public const string RootIcon = "favicon.ico";

    /// <summary>Whether it is an icon of the site: one that the web app manifest lists.</summary>
    public bool IsListedIcon => ListedIcon().IsMatch(Name);

    /// <summary>Whether an asset of that name is an icon, which is published though no template names it.</summary>
    internal static bool IsIcon(string name) => name == RootIcon || ListedIcon().IsMatch(name);

    [GeneratedRegex(@"^icon(-[a-z0-9]+)*\.(svg|png)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListedIcon();
}
