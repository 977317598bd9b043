using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PressKit.Languages;
using PressKit.Media;
using PressKit.Site;
using PressKit.Templates;

namespace PressKit.Formats;

/// <summary>The web app manifest of each language (W3C), for readers who put the site among their programs: its name, its first page,
/// its direction of writing, its colours and icons.</summary>
/// <param name="theme">The theme, whose icons are the files <c>icon….svg</c> and <c>icon….png</c>.</param>
/// <param name="site">The site's address.</param>
/// <param name="locales">How its languages are written.</param>
public sealed class ManifestFormat(Theme theme, Uri site, Locales locales) : IFormat
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SiteUrls _urls = new(site);
    private readonly ImmutableArray<Icon> _icons = [.. theme.Assets.Where(asset => asset.IsListedIcon).Select(IconOf).OfType<Icon>()];

    private sealed record Icon(Address Address, string Sizes, string Type, string? Purpose);

    /// <summary>Where the manifest of a language stands.</summary>
    public static Address Of(Language language) => new($"{language}/site.webmanifest");

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not HomePage home) yield break;
        using var stream = new MemoryStream();
        Write(home, stream);
        var bytes = stream.ToArray();
        yield return new OutputFile(Of(home.Language).File, Hash.Of(bytes), output => output.Write(bytes));
    }

    private void Write(HomePage home, Stream stream)
    {
        var newsroom = home.Frame.Newsroom;
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("id", _urls.Local(home.Address));
        json.WriteString("name", XmlText.Clean(newsroom.Name));
        json.WriteString("short_name", XmlText.Clean(newsroom.Name));
        if (newsroom.Tagline.Texts.GetValueOrDefault(home.Language) is { } tagline) json.WriteString("description", XmlText.Clean(tagline));
        json.WriteString("lang", home.Language.Tag);
        json.WriteString("dir", locales.Find(home.Language)?.Direction ?? "ltr");
        json.WriteString("start_url", _urls.Local(home.Address));
        json.WriteString("scope", _urls.Local(new Address("")));
        json.WriteString("display", "minimal-ui");
        if (theme.Colours.Colour is { } colour) json.WriteString("theme_color", colour);
        if (theme.Colours.Background is { } background) json.WriteString("background_color", background);
        json.WriteStartArray("icons");
        foreach (var icon in _icons)
        {
            json.WriteStartObject();
            json.WriteString("src", _urls.Local(icon.Address));
            json.WriteString("sizes", icon.Sizes);
            json.WriteString("type", icon.Type);
            if (icon.Purpose is { } purpose) json.WriteString("purpose", purpose);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Icon? IconOf(ThemeAsset asset)
    {
        var purpose = asset.Name.Contains("maskable", StringComparison.Ordinal) ? "maskable" : null;
        if (asset.Name.EndsWith(".svg", StringComparison.Ordinal)) return new Icon(asset.Address, "any", "image/svg+xml", purpose);
        using var stream = new MemoryStream(asset.Bytes.ToArray());
        return ImageSize.Of(stream) is { } size
            ? new Icon(asset.Address, string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}"), "image/png", purpose) : null;
    }
}
