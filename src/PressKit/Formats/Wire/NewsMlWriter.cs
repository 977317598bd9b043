using System.Globalization;
using System.Xml;
using PressKit.Content.Markdown;
using PressKit.Formats.Feeds;

namespace PressKit.Formats.Wire;

/// <summary>Writes NewsML-G2 2.35 at the conformance level power; the elements stand in the order of its schema.</summary>
internal static class NewsMlWriter
{
    private const string Namespace = "http://iptc.org/std/nar/2006-10-01/";
    private const string XhtmlNamespace = "http://www.w3.org/1999/xhtml";
    private const string Catalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml";

    /// <summary>What a list says that has no items: the time of a build would change its bytes.</summary>
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    /// <summary>Writes an item. Its images are items of their own and no renditions of the text: they are linked.</summary>
    public static void Write(WireItem item, ImageSizes sizes, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        Root(xml, "newsItem", item.Id, item.Language, item.Version);
        xml.WriteStartElement("rightsInfo", Namespace);
        Named(xml, "copyrightHolder", item.Provider, ("uri", item.Site));
        xml.WriteEndElement();
        ItemMeta(xml, item);
        ContentMeta(xml, item);
        xml.WriteStartElement("contentSet", Namespace);
        xml.WriteStartElement("inlineXML", Namespace);
        xml.WriteAttributeString("contenttype", "application/xhtml+xml");
        xml.WriteStartElement("html", XhtmlNamespace);
        xml.WriteAttributeString("xml", "lang", null, item.Language);
        xml.WriteStartElement("head", XhtmlNamespace);
        xml.WriteElementString("title", XhtmlNamespace, XmlText.Clean(item.Headline));
        xml.WriteEndElement();
        xml.WriteStartElement("body", XhtmlNamespace);
        xml.WriteRaw("\n" + XmlText.Clean(Xhtml.Of(item.Text.Html())));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes an item that was withdrawn: systems take what they have of it out of use.</summary>
    public static void Write(WireCancellation item, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        Root(xml, "newsItem", item.Id, item.Language, item.Version);
        xml.WriteStartElement("itemMeta", Namespace);
        Management(xml, "ninat:text", item.Provider, item.Site, item.At, item.Published, "stat:canceled");
        Element(xml, "title", item.Title);
        Element(xml, "edNote", item.Notice.Text, item.Notice.Language);
        Empty(xml, "link", ("rel", "irel:seeAlso"), ("href", item.Link), ("contenttype", "text/html"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes a list of items, each with the address of its file.</summary>
    public static void Write(WireList list, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        Root(xml, "packageItem", list.Link, list.Language, 1);
        xml.WriteStartElement("itemMeta", Namespace);
        Management(xml, "ninat:composite", list.Provider, list.Site, list.Changed ?? Never, list.Changed ?? Never);
        Element(xml, "title", list.Title);
        foreach (var (relation, link) in list.Others)
            Empty(xml, "link", ("reluri", "http://www.iana.org/assignments/relation/" + relation), ("href", link), ("contenttype", "application/vnd.iptc.g2.packageitem+xml"));
        xml.WriteEndElement();
        xml.WriteStartElement("groupSet", Namespace);
        xml.WriteAttributeString("root", "items");
        xml.WriteStartElement("group", Namespace);
        xml.WriteAttributeString("id", "items");
        xml.WriteAttributeString("role", "group:main");
        foreach (var (item, file) in list.Items) Reference(xml, list, file, item.Id, item.Version, item.Changed, "stat:usable", item.Headline, item.Language);
        foreach (var item in list.Canceled) Reference(xml, list, item.File, item.Id, item.Version, item.At, "stat:canceled", item.Title, item.Language);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Reference(
        XmlWriter xml, WireList list, string file, string id, int version, DateTimeOffset changed, string status, string title, string language)
    {
        xml.WriteStartElement("itemRef", Namespace);
        xml.WriteAttributeString("href", file);
        xml.WriteAttributeString("residref", id);
        xml.WriteAttributeString("version", Number(version));
        xml.WriteAttributeString("contenttype", "application/vnd.iptc.g2.newsitem+xml");
        Empty(xml, "itemClass", ("qcode", "ninat:text"));
        Named(xml, "provider", list.Provider, ("uri", list.Site));
        Element(xml, "versionCreated", FeedDates.Rfc3339(changed));
        Empty(xml, "pubStatus", ("qcode", status));
        Element(xml, "title", title, language);
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Root(XmlWriter xml, string name, string id, string? language, int version)
    {
        xml.WriteStartElement(name, Namespace);
        xml.WriteAttributeString("standard", "NewsML-G2");
        xml.WriteAttributeString("standardversion", "2.35");
        xml.WriteAttributeString("conformance", "power");
        xml.WriteAttributeString("guid", id);
        xml.WriteAttributeString("version", Number(version));
        if (language is not null) xml.WriteAttributeString("xml", "lang", null, language);
        Empty(xml, "catalogRef", ("href", Catalog));
    }

    private static void Management(
        XmlWriter xml, string kind, string provider, string site, DateTimeOffset created, DateTimeOffset first, string status = "stat:usable")
    {
        Empty(xml, "itemClass", ("qcode", kind));
        Named(xml, "provider", provider, ("uri", site));
        Element(xml, "versionCreated", FeedDates.Rfc3339(created));
        Element(xml, "firstCreated", FeedDates.Rfc3339(first));
        Empty(xml, "pubStatus", ("qcode", status));
    }

    private static void ItemMeta(XmlWriter xml, WireItem item)
    {
        xml.WriteStartElement("itemMeta", Namespace);
        Management(xml, "ninat:text", item.Provider, item.Site, item.Changed, item.Published);
        Element(xml, "title", item.Headline);
        foreach (var happened in item.Events) Element(xml, "edNote", happened.Text, happened.Language);
        if (item.Notes is { } notes) Element(xml, "edNote", notes);
        // The last thing that happened is what this version is.
        if (item.Events is [{ IsCorrection: true }, ..]) Empty(xml, "signal", ("qcode", "sig:correction"));
        Empty(xml, "link", ("rel", "irel:seeAlso"), ("href", item.Link), ("contenttype", "text/html"));
        foreach (var edition in item.Editions)
        {
            Empty(xml, "link", ("reluri", edition.IsSource ? "https://schema.org/translationOfWork" : "https://schema.org/workTranslation"),
                ("href", edition.Link), ("residref", edition.Id), ("contenttype", "text/html"), ("title", edition.Language));
        }

        foreach (var image in item.Images)
        {
            Empty(xml, "link", ("rel", "irel:seeAlso"), ("href", image.Link), ("contenttype", image.Type),
                ("size", image.Media.File.Length.ToString(CultureInfo.InvariantCulture)),
                ("title", string.Join(" – ", new[] { image.Media.Item.Caption ?? image.Media.Item.Alt, image.Media.Item.Credit, image.Media.Item.Licence }.OfType<string>())));
        }

        xml.WriteEndElement();
    }

    private static void ContentMeta(XmlWriter xml, WireItem item)
    {
        xml.WriteStartElement("contentMeta", Namespace);
        Element(xml, "contentCreated", FeedDates.Rfc3339(item.Published));
        if (item.Changed != item.Published) Element(xml, "contentModified", FeedDates.Rfc3339(item.Changed));
        if (item.IsMachine) Empty(xml, "digitalSourceType", ("uri", "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"));
        if (item.Place is { } place) Named(xml, "located", place);
        Source(xml, item);
        Empty(xml, "language", ("tag", item.Language));
        xml.WriteStartElement("genre", Namespace);
        xml.WriteAttributeString("literal", "press-release");
        Element(xml, "name", "Press release", "en");
        xml.WriteEndElement();
        foreach (var topic in item.Topics)
            Named(xml, "subject", topic.Name, topic.MediaTopic is { } code ? ("qcode", "medtop:" + code) : ("literal", topic.Id));
        Element(xml, "slugline", item.Slug);
        Element(xml, "headline", item.Headline);
        if (item.Subhead is { } subhead) Element(xml, "description", subhead);
        Element(xml, "by", item.Provider);
        if (item.Summary is { } summary)
        {
            xml.WriteStartElement("description", Namespace);
            xml.WriteAttributeString("role", "drol:summary");
            xml.WriteString(XmlText.Clean(summary));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Source(XmlWriter xml, WireItem item)
    {
        xml.WriteStartElement("infoSource", Namespace);
        xml.WriteAttributeString("uri", item.Site);
        Element(xml, "name", item.Provider);
        if (!item.Contacts.IsEmpty)
        {
            xml.WriteStartElement("organisationDetails", Namespace);
            foreach (var contact in item.Contacts)
            {
                xml.WriteStartElement("contactInfo", Namespace);
                if (contact.Email is { } email) Element(xml, "email", email);
                if (contact.Phone is { } phone) Element(xml, "phone", phone);
                Element(xml, "note", contact.Role is { } role ? $"{contact.Name}, {role}" : contact.Name);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Named(XmlWriter xml, string element, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element, Namespace);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, XmlText.Clean(value));
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element, Namespace);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, XmlText.Clean(value));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text, string? language = null)
    {
        xml.WriteStartElement(name, Namespace);
        if (language is not null) xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteString(XmlText.Clean(text));
        xml.WriteEndElement();
    }
}
