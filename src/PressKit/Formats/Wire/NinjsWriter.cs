using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PressKit.Formats.Feeds;

namespace PressKit.Formats.Wire;

/// <summary>Writes ninjs 3.1 (IPTC, May 2025).</summary>
internal static class NinjsWriter
{
    private const string Schema = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";
    private const string MediaTopics = "http://cv.iptc.org/newscodes/mediatopic/";
    private const string MadeByMachine = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    // What the default encoder escapes besides is for JSON within HTML, which an item is not.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an item.</summary>
    public static void Write(WireItem item, ImageSizes sizes, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        Head(json, item);
        json.WriteString("slugline", XmlText.Clean(item.Slug));
        json.WriteString("by", XmlText.Clean(item.Provider));
        Optional(json, "located", item.Place);
        Optional(json, "edNote", EdNote(item));
        if (item.IsMachine) Object(json, "digitalSourceType", ("name", "Trained algorithmic media"), ("uri", MadeByMachine));
        Array(json, "headlines", () =>
        {
            Object(json, null, ("role", "main"), ("value", item.Headline));
            if (item.Subhead is { } subhead) Object(json, null, ("role", "subhead"), ("value", subhead));
        });
        if (item.Summary is { } summary) Array(json, "descriptions", () => Object(json, null, ("role", "summary"), ("value", summary)));
        Array(json, "bodies", () => Object(json, null, ("role", "main"), ("contentType", "text/html"), ("value", item.Text.Html())));
        if (!item.Topics.IsEmpty) Array(json, "subjects", () =>
        {
            foreach (var topic in item.Topics)
                Object(json, null, ("name", topic.Name), ("rel", "about"), ("literal", topic.Id), ("uri", topic.MediaTopic is { } code ? MediaTopics + code : null));
        });
        Array(json, "genres", () => Object(json, null, ("name", "Press release"), ("literal", "press-release")));
        if (!item.Speakers.IsEmpty) Array(json, "people", () =>
        {
            foreach (var speaker in item.Speakers) Object(json, null, ("name", speaker), ("rel", "quoted"));
        });
        Array(json, "infoSources", () => Source(json, item));
        Array(json, "renditions", () => Object(json, null, ("name", "web"), ("href", item.Link), ("contentType", "text/html")));
        if (!item.Images.IsEmpty || !item.Editions.IsEmpty) Array(json, "associations", () =>
        {
            for (var i = 0; i < item.Images.Length; i++) Image(json, item.Images[i], FormattableString.Invariant($"image-{i + 1}"), sizes);
            foreach (var edition in item.Editions) Edition(json, edition);
        });
        json.WriteEndObject();
    }

    /// <summary>What became of it, then the note to editors: ninjs has one note, and no signal.</summary>
    private static string? EdNote(WireItem item) =>
        item.Events.IsEmpty ? item.Notes : string.Join("\n", item.Events.Select(e => e.Text).Append(item.Notes).OfType<string>());

    /// <summary>Writes an item that was withdrawn.</summary>
    public static void Write(WireCancellation item, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("uri", item.Id);
        json.WriteString("type", "text");
        json.WriteString("representationType", "full");
        json.WriteString("version", Number(item.Version));
        json.WriteString("firstCreated", FeedDates.Rfc3339(item.Published));
        json.WriteString("versionCreated", FeedDates.Rfc3339(item.At));
        json.WriteString("pubStatus", "canceled");
        json.WriteString("language", item.Language);
        Standard(json);
        json.WriteString("by", XmlText.Clean(item.Provider));
        Optional(json, "edNote", item.Notice.Text);
        Array(json, "headlines", () => Object(json, null, ("role", "main"), ("value", item.Title)));
        Array(json, "infoSources", () => Object(json, null, ("name", item.Provider), ("role", "provider"), ("uri", item.Site)));
        Array(json, "renditions", () => Object(json, null, ("name", "web"), ("href", item.Link), ("contentType", "text/html")));
        json.WriteEndObject();
    }

    /// <summary>Writes a list of items, each with the address of its file.</summary>
    public static void Write(WireList list, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("uri", list.Link);
        json.WriteString("type", "composite");
        json.WriteString("representationType", "full");
        if (list.Changed is { } changed) json.WriteString("versionCreated", FeedDates.Rfc3339(changed));
        json.WriteString("pubStatus", "usable");
        Optional(json, "language", list.Language);
        json.WriteString("by", XmlText.Clean(list.Provider));
        Standard(json);
        Array(json, "headlines", () => Object(json, null, ("role", "main"), ("value", list.Title)));
        if (list.Changed is not null || !list.Others.IsEmpty) Array(json, "associations", () =>
        {
            foreach (var (relation, link) in list.Others) Object(json, null, ("name", relation), ("rel", relation), ("uri", link), ("type", "composite"));
            foreach (var (item, file) in list.Items) Listed(json, item.Headline, item.Id, item.Language, item.Version, item.Changed, "usable", file);
            foreach (var item in list.Canceled) Listed(json, item.Title, item.Id, item.Language, item.Version, item.At, "canceled", item.File);
        });
        json.WriteEndObject();
    }

    private static void Listed(Utf8JsonWriter json, string name, string id, string language, int version, DateTimeOffset changed, string status, string file)
    {
        json.WriteStartObject();
        json.WriteString("name", XmlText.Clean(name));
        json.WriteString("uri", id);
        json.WriteString("type", "text");
        json.WriteString("representationType", "partial");
        json.WriteString("version", Number(version));
        json.WriteString("language", language);
        json.WriteString("versionCreated", FeedDates.Rfc3339(changed));
        json.WriteString("pubStatus", status);
        Array(json, "renditions", () => Object(json, null, ("name", "ninjs"), ("href", file), ("contentType", "application/json")));
        json.WriteEndObject();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Head(Utf8JsonWriter json, WireItem item)
    {
        json.WriteString("uri", item.Id);
        json.WriteString("type", "text");
        json.WriteString("representationType", "full");
        json.WriteString("version", Number(item.Version));
        json.WriteString("firstCreated", FeedDates.Rfc3339(item.Published));
        json.WriteString("versionCreated", FeedDates.Rfc3339(item.Changed));
        json.WriteString("pubStatus", "usable");
        json.WriteString("language", item.Language);
        json.WriteString("copyrightHolder", XmlText.Clean(item.Provider));
        Standard(json);
    }

    private static void Standard(Utf8JsonWriter json) => Object(json, "standard", ("name", "ninjs"), ("version", "3.1"), ("schema", Schema));

    private static void Source(Utf8JsonWriter json, WireItem item)
    {
        json.WriteStartObject();
        json.WriteString("name", XmlText.Clean(item.Provider));
        json.WriteString("role", "provider");
        json.WriteString("uri", item.Site);
        if (!item.Contacts.IsEmpty) Array(json, "contactInfo", () =>
        {
            foreach (var contact in item.Contacts)
            {
                if (contact.Email is { } email) Object(json, null, ("type", "email"), ("role", contact.Role), ("name", contact.Name), ("value", email));
                if (contact.Phone is { } phone) Object(json, null, ("type", "phone"), ("role", contact.Role), ("name", contact.Name), ("value", phone));
            }
        });
        json.WriteEndObject();
    }

    private static void Image(Utf8JsonWriter json, WireImage image, string name, ImageSizes sizes)
    {
        var item = image.Media.Item;
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("rel", "depicts");
        json.WriteString("uri", image.Link);
        json.WriteString("type", "picture");
        Optional(json, "by", item.Credit);
        Optional(json, "usageTerms", item.Licence);
        Array(json, "descriptions", () =>
        {
            if (item.Caption is { } caption) Object(json, null, ("role", "caption"), ("value", caption));
            if (item.Alt is { } alt) Object(json, null, ("role", "alt"), ("value", alt));
        });
        Array(json, "renditions", () =>
        {
            json.WriteStartObject();
            json.WriteString("name", "original");
            json.WriteString("href", image.Link);
            json.WriteString("contentType", image.Type);
            json.WriteNumber("sizeInBytes", image.Media.File.Length);
            if (sizes.Of(image.Media.File).Value is { } size)
            {
                json.WriteNumber("width", size.Width);
                json.WriteNumber("height", size.Height);
            }

            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Edition(Utf8JsonWriter json, WireEdition edition)
    {
        json.WriteStartObject();
        json.WriteString("name", "edition-" + edition.Language);
        json.WriteString("rel", edition.IsSource ? "translationOf" : "translation");
        json.WriteString("uri", edition.Id);
        json.WriteString("type", "text");
        json.WriteString("language", edition.Language);
        Array(json, "renditions", () => Object(json, null, ("name", "web"), ("href", edition.Link), ("contentType", "text/html")));
        json.WriteEndObject();
    }

    private static void Array(Utf8JsonWriter json, string name, Action items)
    {
        json.WriteStartArray(name);
        items();
        json.WriteEndArray();
    }

    private static void Object(Utf8JsonWriter json, string? name, params ReadOnlySpan<(string Name, string? Text)> texts)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        foreach (var (key, text) in texts) Optional(json, key, text);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, XmlText.Clean(text));
    }
}
