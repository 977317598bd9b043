using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats;

/// <summary>What other sites show where somebody pastes the address of a release: oEmbed 1.0, as JSON and as XML, beside its page. It
/// is a quotation with a link, without a script or a frame.</summary>
internal sealed class OEmbedFormat(Newsroom newsroom, Locales locales, ImageSizes sizes, PageKeys keys) : IFormat
{
    /// <summary>To be raised when the same release would give other bytes.</summary>
    private const string Version = "1";

    private const int Width = 600;
    private const int Height = 240;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SiteUrls _urls = new(newsroom.Url);

    /// <summary>The kinds of files, each with the type under which a page names it.</summary>
    public static (string Ending, string Type)[] Kinds => [("oembed.json", "application/json+oembed"), ("oembed.xml", "text/xml+oembed")];

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not ReleasePage release) yield break;
        var key = Hash.Of("oembed", Version, keys.Of(page));
        yield return new OutputFile(release.Address.Path + Kinds[0].Ending, key, stream => Json(Fields(release), stream));
        yield return new OutputFile(release.Address.Path + Kinds[1].Ending, key, stream => Xml(Fields(release), stream));
    }

    private IEnumerable<(string Name, string? Text, int Number)> Fields(ReleasePage page)
    {
        yield return ("version", "1.0", 0);
        yield return ("type", "rich", 0);
        yield return ("title", page.Entry.Edition.FrontMatter.Headline, 0);
        yield return ("author_name", newsroom.Name, 0);
        yield return ("author_url", _urls.Absolute(page.Frame.Home), 0);
        yield return ("provider_name", newsroom.Name, 0);
        yield return ("provider_url", _urls.Absolute(new Address("")), 0);
        yield return ("html", Html(page), 0);
        yield return ("width", null, Width);
        yield return ("height", null, Height);
        foreach (var field in Thumbnail(ImageFiles.Card(page.Entry))) yield return field;
    }

    /// <summary>The image, measured when it is written; all three of its fields or none, as the format asks.</summary>
    private IEnumerable<(string Name, string? Text, int Number)> Thumbnail(PublishedMedia? image)
    {
        if (image is null || sizes.Of(image.File).Value is not { } size) yield break;
        yield return ("thumbnail_url", _urls.Absolute(image.Address), 0);
        yield return ("thumbnail_width", null, size.Width);
        yield return ("thumbnail_height", null, size.Height);
    }

    private string Html(ReleasePage page)
    {
        var front = page.Entry.Edition.FrontMatter;
        var url = HtmlText.Escaped(_urls.Absolute(page.Address));
        var summary = (front.Summary ?? front.Subhead) is { } text ? $"<p>{HtmlText.Escaped(text)}</p>" : "";
        var direction = locales.Find(page.Language)?.Direction ?? "ltr";
        return $"<blockquote lang=\"{page.Language}\" dir=\"{direction}\" cite=\"{url}\"><p><a href=\"{url}\">{HtmlText.Escaped(front.Headline)}</a></p>{summary}"
            + $"<footer>{HtmlText.Escaped(newsroom.Name)}</footer></blockquote>";
    }

    private static void Json(IEnumerable<(string Name, string? Text, int Number)> fields, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        foreach (var (name, text, number) in fields)
        {
            if (text is null) json.WriteNumber(name, number);
            else json.WriteString(name, XmlText.Clean(text));
        }

        json.WriteEndObject();
    }

    private static void Xml(IEnumerable<(string Name, string? Text, int Number)> fields, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        xml.WriteStartElement("oembed");
        foreach (var (name, text, number) in fields) xml.WriteElementString(name, XmlText.Clean(text ?? number.ToString(CultureInfo.InvariantCulture)));
        xml.WriteEndElement();
    }
}
