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
            var file = KitNames.Safe(Path.GetFileName(m.File.Path));
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

    /// <summary>The text with its images in all sizes and formats, with their dimensions, each fetched when it comes into view; those that
    /// stand alone with what the front matter says of them.</summary>
    public Markup Shown(Entry entry, Markup body)
    {
        if (entry.Edition.Release.Media.IsEmpty) return body;
        var shown = entry.Edition.Body.Targets.Select(target => entry.Edition.Release.Media.FirstOrDefault(m => m.Path == target)).OfType<MediaFile>()
            .Where(file => FileKind.Named(file.Path) is { IsShown: true }).DistinctBy(file => file.Hash, StringComparer.Ordinal)
            .ToDictionary(file => HtmlText.Escaped(urls.Local(Addresses.Media(file))), StringComparer.Ordinal);
        if (shown.Count == 0) return body;
        return new Markup(() => ImageTag().Replace(body.Html, tag => shown.TryGetValue(tag.Groups["src"].Value, out var file) ? Figure(file, tag, Legend(entry, file)) : tag.Value));
    }

    /// <summary>What stands below an image: its caption, and its credit and terms of use, as far as the front matter has them.</summary>
    private static (string Caption, string Rights) Legend(Entry entry, MediaFile file)
    {
        if (entry.Media.FirstOrDefault(m => m.File.Hash == file.Hash)?.Item is not { } item) return ("", "");
        return (Line("caption", item.Caption), string.Join(' ', new[] { Line("credit-line", item.Credit), Line("credit-line", item.Licence) }.Where(l => l.Length > 0)));

        static string Line(string kind, string? text) => string.IsNullOrWhiteSpace(text) ? "" : $"<span class=\"{kind}\">{HtmlText.Escaped(text)}</span>";
    }

    /// <summary>An image that is a paragraph of its own becomes a figure. One that the author made a figure keeps the author's caption and
    /// gets credit and terms behind it; one among words stays among them.</summary>
    private string Figure(MediaFile file, Match tag, (string Caption, string Rights) legend)
    {
        var picture = Picture(file, tag);
        var (figure, open, close, caption) = (tag.Groups["figure"], tag.Groups["open"], tag.Groups["close"], tag.Groups["caption"]);
        var text = string.Join(' ', new[] { figure.Success && caption.Success ? caption.Value : legend.Caption, legend.Rights }.Where(t => t.Length > 0));
        if (figure.Success && caption.Success) return figure.Value + open.Value + picture + close.Value + text;
        if (text.Length == 0 || !open.Success || !close.Success) return figure.Value + open.Value + picture + close.Value + caption.Value;
        var captioned = $"{picture}\n<figcaption>{text}</figcaption>";
        return figure.Success ? figure.Value + captioned : $"<figure>{captioned}</figure>";
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
        return new ImageModel(media.File, sizes.Of(media.File), locale)
        {
            Url = urls.Local(media.Address),
            Display = urls.Local(derived.IsEmpty ? media.Address : derived[^1].Address),
            Sources = Sources(derived),
            FileName = KitNames.Safe(Path.GetFileName(media.File.Path)),
            Kind = KindOf(media),
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
    [GeneratedRegex("(?<figure><figure[^>]*>\\s*)?(?<open><p>)?<img src=\"(?<src>[^\"]*)\"(?<rest>[^>]*?)\\s*/?>(?<close></p>)?(?<caption>\\s*<figcaption[^>]*>[^<]*(<(?!/figcaption>)[^<]*)*)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ImageTag();
}
