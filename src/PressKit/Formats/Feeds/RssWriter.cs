using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace PressKit.Formats.Feeds;

/// <summary>Writes RSS 2.0 with the elements of Atom, Dublin Core, Media RSS and the content module that readers know. The order
/// of the elements is of consequence to some of them: a description comes before the whole text, and items come last.</summary>
internal static partial class RssWriter
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Writes a feed.</summary>
    public static void Write(FeedContent feed, ImageSizes sizes, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        if (feed.Items.Any(item => !item.Images.IsEmpty)) xml.WriteAttributeString("xmlns", "media", null, FeedXml.Media);
        if (feed.Current is not null) xml.WriteAttributeString("xmlns", "fh", null, FeedXml.History);
        xml.WriteStartElement("channel");
        Element(xml, "title", PlainTitle(feed.Title));
        Element(xml, "link", feed.Home);
        Element(xml, "description", AsHtml(feed.Subtitle));
        if (feed.Language is { } language) Element(xml, "language", language);
        if (feed.Updated is { } updated) Element(xml, "lastBuildDate", FeedDates.Rfc822(updated));
        FeedXml.Links(xml, feed, "application/rss+xml");
        foreach (var withdrawn in feed.Withdrawn) Withdrawal(xml, feed, withdrawn);
        foreach (var item in feed.Items) Item(xml, feed, item, sizes);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>RSS has no word for it: the item stays, and says no more than that it was withdrawn. A category in the namespace of
    /// Atom's tombstones tells programs.</summary>
    private static void Withdrawal(XmlWriter xml, FeedContent feed, FeedWithdrawal withdrawn)
    {
        xml.WriteStartElement("item");
        Element(xml, "title", withdrawn.Title);
        Element(xml, "link", withdrawn.Link);
        Dated(xml, withdrawn.Id, withdrawn.Published);
        Updated(xml, withdrawn.At);
        xml.WriteElementString("creator", DublinCore, XmlText.Clean(feed.Author));
        if (withdrawn.Language != feed.Language) xml.WriteElementString("language", DublinCore, withdrawn.Language);
        xml.WriteStartElement("category");
        xml.WriteAttributeString("domain", FeedXml.Tombstones);
        xml.WriteString("deleted-entry");
        xml.WriteEndElement();
        Element(xml, "description", withdrawn.Text);
        xml.WriteElementString("encoded", Content, XmlText.Clean(withdrawn.Html));
        xml.WriteEndElement();
    }

    private static void Dated(XmlWriter xml, string id, DateTimeOffset published)
    {
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(XmlText.Clean(id));
        xml.WriteEndElement();
        Element(xml, "pubDate", FeedDates.Rfc822(published));
    }

    /// <summary>RSS knows one date of an item; that of its last change is Atom's.</summary>
    private static void Updated(XmlWriter xml, DateTimeOffset at) => xml.WriteElementString("updated", FeedXml.Atom, FeedDates.Rfc3339(at));

    private static void Item(XmlWriter xml, FeedContent feed, FeedItem item, ImageSizes sizes)
    {
        xml.WriteStartElement("item");
        Element(xml, "title", PlainTitle(item.Title));
        Element(xml, "link", item.Link);
        Dated(xml, item.Id, item.Published);
        if (item.IsChanged) Updated(xml, item.Updated);
        xml.WriteElementString("creator", DublinCore, XmlText.Clean(feed.Author));
        if (item.Language != feed.Language) xml.WriteElementString("language", DublinCore, item.Language);
        foreach (var topic in item.Topics) Element(xml, "category", topic.Name);
        foreach (var (language, link) in item.Alternates) FeedXml.Link(xml, "alternate", link, "text/html", language);
        if (item.Card is { } card)
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", XmlText.Clean(card.Link));
            xml.WriteAttributeString("length", card.Media.File.Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("type", card.Type);
            xml.WriteEndElement();
        }

        if (item.Summary is { } summary) Element(xml, "description", AsHtml(summary));
        xml.WriteElementString("encoded", Content, XmlText.Clean(item.Text.Html()));
        foreach (var image in item.Images) FeedXml.Image(xml, image, sizes);
        xml.WriteEndElement();
    }

    /// <summary>A text where RSS has HTML.</summary>
    private static string AsHtml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>A title, which no reader can take for markup: RSS does not say whether titles are HTML, and readers differ. Where one looks
    /// so, its signs are written in their wide forms.</summary>
    private static string PlainTitle(string text) => Markup().IsMatch(text)
        ? text.Replace('<', '\uFF1C').Replace('>', '\uFF1E').Replace('&', '\uFF06')
        : text;

    [GeneratedRegex("<[/!?a-zA-Z]|&#?[a-zA-Z0-9]+;", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlText.Clean(text));
}
