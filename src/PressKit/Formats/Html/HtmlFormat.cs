using PressKit.Languages;
using PressKit.Media;
using PressKit.Site;
using PressKit.Templates;

namespace PressKit.Formats.Html;

/// <summary>The site that people read: an HTML file for every page, by the theme's templates, and the theme's own files. A
/// file's key is a hash over its page, the theme, what makes images, and <see cref="Version"/>.</summary>
public sealed class HtmlFormat : IFormat
{
    /// <summary>To be raised when the same models and the same theme would give other bytes.</summary>
    private const string Version = "2";

    private readonly Theme _theme;
    private readonly PageModels _models;
    private readonly PageKeys _keys;
    private readonly string _look;

    /// <summary>The format for one site.</summary>
    /// <param name="site">The site's address.</param>
    /// <param name="theme">How it looks.</param>
    /// <param name="locales">How its languages are written; it knows every language of the pages.</param>
    /// <param name="sizes">The dimensions of images.</param>
    /// <param name="pictures">The sizes and formats in which the site has its images.</param>
    /// <param name="keys">The keys of pages.</param>
    /// <param name="markdown">Renders a boilerplate's Markdown.</param>
    internal HtmlFormat(Uri site, Theme theme, Locales locales, ImageSizes sizes, Pictures pictures, PageKeys keys, Func<string, string> markdown)
    {
        var urls = new SiteUrls(site);
        var images = new ImageModels(urls, sizes, pictures);
        var entries = new EntryModels(urls, images, locales);
        (_theme, _keys, _look) = (theme, keys, Hash.Of(theme.Key, pictures.Tool));
        _models = new PageModels(
            urls, new SharedModels(urls, entries, images, locales), entries, images, new ReleaseModels(urls, entries, images, locales, markdown),
            new StructuredData(urls, sizes, locales, LogoOf(theme)), locales);
    }

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page) => page switch
    {
        ThemePage => _theme.Assets.Select(Asset).Concat(_theme.Assets.Where(a => a.Name == ThemeAsset.RootIcon).Select(a => Asset(a with { Address = new Address(a.Name) }))),
        LocalPage local => Rendered(local),
        _ => [],
    };

    /// <summary>The largest icon, which search engines show as the publisher's.</summary>
    private static Address? LogoOf(Theme theme) => theme.Assets.FirstOrDefault(a => a.Name == "icon-512.png")?.Address;

    private static OutputFile Asset(ThemeAsset asset) => new(asset.Address.File, Hash.Of(asset.Bytes.Span), stream => stream.Write(asset.Bytes.Span));

    private IEnumerable<OutputFile> Rendered(LocalPage page)
    {
        if (page is FeedPage) yield break;
        yield return new OutputFile(page.Address.File, Hash.Of(Version, _look, _keys.Of(page)), stream => _theme.Render(_models.Of(page), stream));
    }
}
