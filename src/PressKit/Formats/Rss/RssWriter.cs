using System.Globalization;
using System.Xml;

namespace PressKit.Formats.Rss;

/// <summary>Writes RSS 2.0 with the elements of Atom, Dublin Core and the content module that readers know. The order of the
/// elements is of consequence to some of them: a description comes before the whole text, and items come last.</summary>
internal static class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Writes a feed.</summary>
    public static void Write(RssChannel channel, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        Element(xml, "title", channel.Title);
        Element(xml, "link", channel.Link);
        Element(xml, "description", channel.Description);
        Element(xml, "language", channel.Language);
        if (!channel.Items.IsEmpty) Element(xml, "lastBuildDate", Date(channel.Items.Max(item => item.Published)));
        AtomLink(xml, "self", channel.Self, "application/rss+xml", null);
        foreach (var item in channel.Items) Item(xml, item);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>An instant as RFC 822 has it, with the year in full: English in every culture, with its own offset.</summary>
    public static string Date(DateTimeOffset instant)
    {
        var offset = instant.Offset.Duration();
        var zone = offset == TimeSpan.Zero ? "GMT" : string.Create(
            CultureInfo.InvariantCulture, $"{(instant.Offset < TimeSpan.Zero ? '-' : '+')}{offset.Hours:00}{offset.Minutes:00}");
        return instant.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + zone;
    }

    private static void Item(XmlWriter xml, RssItem item)
    {
        xml.WriteStartElement("item");
        Element(xml, "title", item.Title);
        Element(xml, "link", item.Link);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(XmlText.Clean(item.Id));
        xml.WriteEndElement();
        Element(xml, "pubDate", Date(item.Published));
        xml.WriteElementString("creator", DublinCore, XmlText.Clean(item.Creator));
        foreach (var topic in item.Topics) Element(xml, "category", topic);
        foreach (var (language, link) in item.Alternates) AtomLink(xml, "alternate", link, "text/html", language);
        if (item.Image is { } image)
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", XmlText.Clean(image.Link));
            xml.WriteAttributeString("length", image.Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("type", image.Type);
            xml.WriteEndElement();
        }

        if (item.Description is { } description) Element(xml, "description", description);
        xml.WriteElementString("encoded", Content, XmlText.Clean(item.Text.Html()));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlText.Clean(text));

    private static void AtomLink(XmlWriter xml, string relation, string link, string type, string? language)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        if (language is not null) xml.WriteAttributeString("hreflang", language);
        xml.WriteAttributeString("href", XmlText.Clean(link));
        xml.WriteEndElement();
    }
}
