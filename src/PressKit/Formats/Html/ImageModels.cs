using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PressKit.Formats.Kits;
using PressKit.Languages;
using PressKit.Media;
using PressKit.Site;
using PressKit.Templates;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes what pages show of images and documents: in which sizes and formats there are images, how large a download is.</summary>
/// <param name="urls">Writes addresses.</param>
/// <param name="sizes">The dimensions of images.</param>
/// <param name="pictures">The sizes and formats in which the site has its images.</param>
internal sealed partial class ImageModels(SiteUrls urls, ImageSizes sizes, Pictures pictures)
{
    // The width of the text, which is 39rem in the themes that ship with PressKit.
    private const string SizesInText = "(min-width: 42rem) 39rem, 92vw";

    /// <summary>A release's images, the lead image first.</summary>
    public ImmutableArray<ImageModel> Of(Entry entry, Locale locale) =>
        [.. entry.Media.Where(m => ImageFiles.TypeOf(m) is not null).Select(m => Image(m, locale))];

    /// <summary>What a release offers besides images.</summary>
    public ImmutableArray<DownloadModel> Downloads(Entry entry, Locale locale) =>
    [
        .. entry.Media.Where(m => ImageFiles.TypeOf(m) is null).Select(m =>
        {
            var file = Path.GetFileName(m.File.Path);
            return new DownloadModel(
                urls.Local(m.Address), m.Item.Caption ?? m.Item.Alt ?? file, file, KindOf(m), locale.FileSize(m.File.Length),
                m.File.Facts?.Duration is { } duration ? locale.Duration(duration) : null, m.Item.Credit, m.Item.Licence);
        }),
    ];

    /// <summary>The kit of a release; null where it has none.</summary>
    public KitModel? Kit(Entry entry, Frame frame, Locale locale) =>
        frame.Newsroom.Formats.Contains("kit", StringComparer.Ordinal) && KitFormat.At(entry) is { } address
            ? new KitModel(urls.Local(address), KitFormat.FileName(entry), locale.FileSize(KitFormat.LengthOf(entry))) : null;

    /// <summary>The card of a page with its image: the release's, cut where it can be, or else the newsroom's own.</summary>
    public CardModel Shared(CardModel card, Entry? entry, Newsroom newsroom)
    {
        if (entry is not null && ImageFiles.Card(entry) is { } image) return With(card, image.File, image.Address, image.Item.Alt);
        return newsroom.Card is { } own ? With(card, own, Addresses.Media(own), newsroom.Name) : card;
    }

    /// <summary>The text with its images in all sizes and formats, with their dimensions, each fetched when it comes into view.</summary>
    public Markup Shown(Entry entry, Markup body)
    {
        var shown = entry.Edition.Body.Targets.Select(target => entry.Edition.Release.Media.FirstOrDefault(m => m.Path == target)).OfType<MediaFile>()
            .Where(file => FileKind.Named(file.Path) is { IsShown: true }).DistinctBy(file => file.Hash, StringComparer.Ordinal)
            .ToDictionary(file => HtmlText.Escaped(urls.Local(Addresses.Media(file))), file => file, StringComparer.Ordinal);
        if (shown.Count == 0) return body;
        return new Markup(() => ImageTag().Replace(body.Html, tag => shown.TryGetValue(tag.Groups["src"].Value, out var file) ? Picture(file, tag) : tag.Value));
    }

    private string Picture(MediaFile file, Match tag)
    {
        var derived = pictures.Shown(file);
        var dimensions = sizes.Of(file).Value is { } size ? string.Create(CultureInfo.InvariantCulture, $" width=\"{size.Width}\" height=\"{size.Height}\"") : "";
        var src = derived.IsEmpty ? tag.Groups["src"].Value : HtmlText.Escaped(urls.Local(derived[^1].Address));
        var image = $"<img src=\"{src}\"{tag.Groups["rest"].Value}{dimensions} loading=\"lazy\" decoding=\"async\">";
        if (derived.IsEmpty) return image;
        var sources = Sources(derived).Select(s => $"<source type=\"{s.Type}\" srcset=\"{HtmlText.Escaped(s.Srcset)}\" sizes=\"{SizesInText}\">");
        return $"<picture>{string.Concat(sources)}{image}</picture>";
    }

    private CardModel With(CardModel card, MediaFile file, Address address, string? alt)
    {
        if (pictures.Card(file) is { } cut)
        {
            return card with
            {
                Image = urls.Absolute(cut.Address), ImageAlt = alt, ImageType = cut.Type,
                ImageWidth = cut.Width.ToString(CultureInfo.InvariantCulture), ImageHeight = cut.Height.ToString(CultureInfo.InvariantCulture),
            };
        }

        return card with
        {
            Image = urls.Absolute(address), ImageAlt = alt, ImageType = file.Facts?.Type,
            ImageWidth = file.Facts?.Width?.ToString(CultureInfo.InvariantCulture), ImageHeight = file.Facts?.Height?.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>An image.</summary>
    public ImageModel Image(PublishedMedia media, Locale locale)
    {
        var derived = pictures.Shown(media.File);
        return new ImageModel(media.File.Hash, sizes.Of(media.File))
        {
            Url = urls.Local(media.Address),
            Display = urls.Local(derived.IsEmpty ? media.Address : derived[^1].Address),
            Sources = Sources(derived),
            FileName = Path.GetFileName(media.File.Path),
            Kind = KindOf(media),
            FileSize = locale.FileSize(media.File.Length),
            Alt = media.Item.Alt ?? "",
            Caption = media.Item.Caption,
            Credit = media.Item.Credit,
            Licence = media.Item.Licence,
        };
    }

    /// <summary>The newer formats, the smallest files first.</summary>
    private ImmutableArray<ImageSourceModel> Sources(ImmutableArray<Derivation> derived) => derived.IsEmpty ? [] :
    [
        .. derived[..^1].GroupBy(d => d.Type, StringComparer.Ordinal).Select(type => new ImageSourceModel(
            type.Key, string.Join(", ", type.Select(d => string.Create(CultureInfo.InvariantCulture, $"{urls.Local(d.Address)} {d.Width}w"))))),
    ];

    /// <summary>The kind of a file, as people call it: <c>PDF</c>.</summary>
    public static string KindOf(PublishedMedia media) => Path.GetExtension(media.File.Path).TrimStart('.').ToUpperInvariant();

    /// <summary>An image as Markdown renders it; in its texts, quotation marks and brackets are escaped.</summary>
    [GeneratedRegex("<img src=\"(?<src>[^\"]*)\"(?<rest>[^>]*?)\\s*/?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ImageTag();
}
