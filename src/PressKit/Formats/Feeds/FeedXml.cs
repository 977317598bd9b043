using System.Globalization;
using System.Xml;

namespace PressKit.Formats.Feeds;

/// <summary>What RSS and Atom have in common: links as Atom has them, archives as RFC 5005 has them, images as Media RSS has
/// them.</summary>
internal static class FeedXml
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string History = "http://purl.org/syndication/history/1.0";
    public const string Tombstones = "http://purl.org/atompub/tombstones/1.0";
    public const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>Where the feed stands, where its archives are, and who tells of news.</summary>
    public static void Links(XmlWriter xml, FeedContent feed, string mediaType)
    {
        Link(xml, "self", feed.Self, mediaType);
        foreach (var hub in feed.Hubs) Link(xml, "hub", hub, null);
        if (feed.Current is { } current)
        {
            Link(xml, "current", current, mediaType);
            xml.WriteElementString("archive", History, "");
        }

        if (feed.Older is { } older) Link(xml, "prev-archive", older, mediaType);
        if (feed.Newer is { } newer) Link(xml, "next-archive", newer, mediaType);
    }

    /// <summary>A link of Atom.</summary>
    public static void Link(XmlWriter xml, string relation, string link, string? mediaType, string? language = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (mediaType is not null) xml.WriteAttributeString("type", mediaType);
        if (language is not null) xml.WriteAttributeString("hreflang", language);
        xml.WriteAttributeString("href", XmlText.Clean(link));
        xml.WriteEndElement();
    }

    /// <summary>An image with its credit and terms.</summary>
    public static void Image(XmlWriter xml, FeedImage image, ImageSizes sizes)
    {
        xml.WriteStartElement("content", Media);
        xml.WriteAttributeString("url", XmlText.Clean(image.Link));
        xml.WriteAttributeString("type", image.Type);
        xml.WriteAttributeString("medium", "image");
        xml.WriteAttributeString("fileSize", image.Media.File.Length.ToString(CultureInfo.InvariantCulture));
        if (sizes.Of(image.Media.File).Value is { } size)
        {
            xml.WriteAttributeString("width", size.Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("height", size.Height.ToString(CultureInfo.InvariantCulture));
        }

        var item = image.Media.Item;
        if ((item.Caption ?? item.Alt) is { } description)
        {
            xml.WriteStartElement("description", Media);
            xml.WriteAttributeString("type", "plain");
            xml.WriteString(XmlText.Clean(description));
            xml.WriteEndElement();
        }

        if (item.Credit is { } credit) xml.WriteElementString("credit", Media, XmlText.Clean(credit));
        if (item.Licence is { } licence) xml.WriteElementString("copyright", Media, XmlText.Clean(licence));
        xml.WriteEndElement();
    }
}
