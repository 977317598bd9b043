using System.Xml;

namespace PressKit.Formats.Feeds;

/// <summary>Writes Atom 1.0 (RFC 4287) with Media RSS, and tombstones of what was withdrawn (RFC 6721).</summary>
internal static class AtomWriter
{
    private const string MediaType = "application/atom+xml";

    /// <summary>What a feed says that has no items: it must say something, and the time of a build would change its bytes.</summary>
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    /// <summary>Writes a feed.</summary>
    public static void Write(FeedContent feed, ImageSizes sizes, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        xml.WriteStartElement("feed", FeedXml.Atom);
        if (feed.Items.Any(item => !item.Images.IsEmpty)) xml.WriteAttributeString("xmlns", "media", null, FeedXml.Media);
        if (feed.Current is not null) xml.WriteAttributeString("xmlns", "fh", null, FeedXml.History);
        if (!feed.Withdrawn.IsEmpty) xml.WriteAttributeString("xmlns", "at", null, FeedXml.Tombstones);
        if (feed.Language is { } language) xml.WriteAttributeString("xml", "lang", null, language);
        Element(xml, "id", feed.Self);
        Element(xml, "title", feed.Title);
        Element(xml, "subtitle", feed.Subtitle);
        Element(xml, "updated", FeedDates.Rfc3339(feed.Updated ?? Never));
        xml.WriteStartElement("author", FeedXml.Atom);
        Element(xml, "name", feed.Author);
        Element(xml, "uri", feed.Home);
        xml.WriteEndElement();
        xml.WriteStartElement("generator", FeedXml.Atom);
        xml.WriteString("PressKit");
        xml.WriteEndElement();
        FeedXml.Links(xml, feed, MediaType);
        FeedXml.Link(xml, "alternate", feed.Home, "text/html", feed.Language);
        foreach (var withdrawn in feed.Withdrawn) Tombstone(xml, feed, withdrawn);
        foreach (var item in feed.Items) Entry(xml, feed, item, sizes);
        xml.WriteEndElement();
    }

    private static void Tombstone(XmlWriter xml, FeedContent feed, FeedWithdrawal withdrawn)
    {
        xml.WriteStartElement("deleted-entry", FeedXml.Tombstones);
        xml.WriteAttributeString("ref", withdrawn.Id);
        xml.WriteAttributeString("when", FeedDates.Rfc3339(withdrawn.At));
        if (withdrawn.Language != feed.Language) xml.WriteAttributeString("xml", "lang", null, withdrawn.Language);
        xml.WriteElementString("comment", FeedXml.Tombstones, XmlText.Clean(withdrawn.Text));
        FeedXml.Link(xml, "alternate", withdrawn.Link, "text/html", withdrawn.Language);
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, FeedContent feed, FeedItem item, ImageSizes sizes)
    {
        xml.WriteStartElement("entry", FeedXml.Atom);
        if (item.Language != feed.Language) xml.WriteAttributeString("xml", "lang", null, item.Language);
        Element(xml, "id", item.Id);
        Element(xml, "title", item.Title);
        Element(xml, "published", FeedDates.Rfc3339(item.Published));
        Element(xml, "updated", FeedDates.Rfc3339(item.Updated));
        FeedXml.Link(xml, "alternate", item.Link, "text/html", item.Language);
        foreach (var (language, link) in item.Alternates) FeedXml.Link(xml, "alternate", link, "text/html", language);
        foreach (var topic in item.Topics)
        {
            xml.WriteStartElement("category", FeedXml.Atom);
            xml.WriteAttributeString("term", XmlText.Clean(topic.Id));
            xml.WriteAttributeString("label", XmlText.Clean(topic.Name));
            xml.WriteEndElement();
        }

        if (item.Summary is { } summary) Element(xml, "summary", summary);
        xml.WriteStartElement("content", FeedXml.Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(XmlText.Clean(item.Text.Html()));
        xml.WriteEndElement();
        foreach (var image in item.Images) FeedXml.Image(xml, image, sizes);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, FeedXml.Atom, XmlText.Clean(text));
}
