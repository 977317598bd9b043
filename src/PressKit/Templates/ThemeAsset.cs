namespace PressKit.Templates;

/// <summary>A file that belongs to the look of the site: a style sheet, an icon.</summary>
/// <param name="Name">Its name below the theme's <c>assets/</c>: <c>press.css</c>.</param>
/// <param name="Address">Where it is published; the name carries a hash of the content, so that it may be cached for ever.</param>
/// <param name="Bytes">Its content.</param>
public sealed record ThemeAsset(string Name, Address Address, ReadOnlyMemory<byte> Bytes);
