using System.Text.Encodings.Web;
using System.Text.Json;

namespace PressKit.Formats.Feeds;

/// <summary>Writes JSON Feed 1.1. An item's other languages stand in the extension
/// <c>_translations</c>, each with its page; what is known of an image, in the extension <c>_image</c>; an item that
/// was withdrawn stays and says no more, with <c>_withdrawn</c>.</summary>
internal static class JsonFeedWriter
{
    // What the default encoder escapes besides is for JSON within HTML, which a feed is not.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a feed.</summary>
    public static void Write(FeedContent feed, ImageSizes sizes, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", XmlText.Clean(feed.Title));
        json.WriteString("description", XmlText.Clean(feed.Subtitle));
        json.WriteString("home_page_url", feed.Home);
        json.WriteString("feed_url", feed.Self);
        if (feed.Older is { } older) json.WriteString("next_url", older);
        if (feed.Language is { } language) json.WriteString("language", language);
        Authors(json, feed);
        Hubs(json, feed);
        json.WriteStartArray("items");
        foreach (var withdrawn in feed.Withdrawn) Withdrawal(json, withdrawn);
        foreach (var item in feed.Items) Item(json, item, sizes);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, FeedContent feed)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", XmlText.Clean(feed.Author));
        json.WriteString("url", feed.Home);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Hubs(Utf8JsonWriter json, FeedContent feed)
    {
        if (feed.Hubs.IsEmpty) return;
        json.WriteStartArray("hubs");
        foreach (var hub in feed.Hubs)
        {
            json.WriteStartObject();
            json.WriteString("type", "WebSub");
            json.WriteString("url", hub);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Withdrawal(Utf8JsonWriter json, FeedWithdrawal withdrawn)
    {
        json.WriteStartObject();
        json.WriteString("id", withdrawn.Id);
        json.WriteString("url", withdrawn.Link);
        json.WriteString("title", XmlText.Clean(withdrawn.Title));
        json.WriteString("content_html", XmlText.Clean(withdrawn.Html));
        json.WriteString("date_published", FeedDates.Rfc3339(withdrawn.Published));
        json.WriteString("date_modified", FeedDates.Rfc3339(withdrawn.At));
        json.WriteString("language", withdrawn.Language);
        json.WriteStartObject("_withdrawn");
        json.WriteString("date", FeedDates.Rfc3339(withdrawn.At));
        json.WriteString("comment", XmlText.Clean(withdrawn.Text));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, FeedItem item, ImageSizes sizes)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("url", item.Link);
        json.WriteString("title", XmlText.Clean(item.Title));
        if (item.Summary is { } summary) json.WriteString("summary", XmlText.Clean(summary));
        json.WriteString("content_html", XmlText.Clean(item.Text.Html()));
        json.WriteString("date_published", FeedDates.Rfc3339(item.Published));
        json.WriteString("date_modified", FeedDates.Rfc3339(item.Updated));
        json.WriteString("language", item.Language);
        if (item.Card is { } card) json.WriteString("image", card.Link);
        if (!item.Topics.IsEmpty)
        {
            json.WriteStartArray("tags");
            foreach (var topic in item.Topics) json.WriteStringValue(XmlText.Clean(topic.Name));
            json.WriteEndArray();
        }

        Attachments(json, item, sizes);
        Translations(json, item);
        json.WriteEndObject();
    }

    private static void Attachments(Utf8JsonWriter json, FeedItem item, ImageSizes sizes)
    {
        if (item.Images.IsEmpty) return;
        json.WriteStartArray("attachments");
        foreach (var image in item.Images)
        {
            var about = image.Media.Item;
            json.WriteStartObject();
            json.WriteString("url", image.Link);
            json.WriteString("mime_type", image.Type);
            if ((about.Caption ?? about.Alt) is { } title) json.WriteString("title", XmlText.Clean(title));
            json.WriteNumber("size_in_bytes", image.Media.File.Length);
            json.WriteStartObject("_image");
            if (sizes.Of(image.Media.File).Value is { } size)
            {
                json.WriteNumber("width", size.Width);
                json.WriteNumber("height", size.Height);
            }

            if (about.Credit is { } credit) json.WriteString("credit", XmlText.Clean(credit));
            if (about.Licence is { } licence) json.WriteString("licence", XmlText.Clean(licence));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Translations(Utf8JsonWriter json, FeedItem item)
    {
        if (item.Alternates.IsEmpty) return;
        json.WriteStartObject("_translations");
        foreach (var (language, link) in item.Alternates) json.WriteString(language, link);
        json.WriteEndObject();
    }
}
