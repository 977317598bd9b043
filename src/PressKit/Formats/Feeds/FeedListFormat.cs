using System.Xml;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Feeds;

/// <summary>The list of all feeds in OPML 2.0, which adds them to a feed reader at once: a group for each language. Each feed is
/// named in the first format that is published, for a reader would show every release as often as it is subscribed to.</summary>
public sealed class FeedListFormat : IFormat
{
    /// <summary>To be raised when the same feeds would give other bytes.</summary>
    private const string Version = "1";

    private readonly SiteUrls _urls;
    private readonly Locales _locales;

    /// <summary>The format for one site.</summary>
    /// <param name="site">The site's address.</param>
    /// <param name="locales">How its languages are written; it knows every language of the feeds.</param>
    internal FeedListFormat(Uri site, Locales locales) => (_urls, _locales) = (new SiteUrls(site), locales);

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not FeedListPage { Frames: [var first, ..] } list || FeedKind.Of(first.Newsroom).FirstOrDefault() is not { } kind) yield break;
        var newsroom = first.Newsroom;
        var groups = list.Frames.Select(frame => Group(frame, kind)).ToList();
        var everything = new Feed($"{newsroom.Name} – {Strings(newsroom.DefaultLanguage).AllLanguages}", "", _urls.Absolute(kind.At(Addresses.FeedOfAllLanguages)), _urls.Absolute(new Address("")));
        var key = Hash.Of([Version, newsroom.Name, .. groups.SelectMany(g => g.Feeds.Prepend(new Feed(g.Name, g.Language, "", ""))).Append(everything).Select(f => f.ToString())]);
        yield return new OutputFile(page.Address.File, key, stream => Write(stream, newsroom.Name, groups, everything));
    }

    private (string Name, string Language, List<Feed> Feeds) Group(Frame frame, FeedKind kind)
    {
        var (newsroom, language) = (frame.Newsroom, frame.Language);
        var name = _locales.Find(language)?.Autonym ?? language.Tag;
        var topics = frame.Topics.Select(t => new Feed(
            $"{newsroom.Name} – {t.Topic.Name.In(language, newsroom.DefaultLanguage) ?? t.Topic.Id}", language.Tag,
            _urls.Absolute(kind.At(Addresses.Feed(language, t.Topic))), _urls.Absolute(t.Address)));
        return (name, language.Tag,
            [new Feed($"{newsroom.Name} – {name}", language.Tag, _urls.Absolute(kind.At(Addresses.Feed(language))), _urls.Absolute(frame.Home)), .. topics]);
    }

    private Strings Strings(Language language) => _locales.Find(language)?.Strings
        ?? throw new InvalidOperationException($"PressKit has no data for {language}; newsroom.yml was not checked against it.");

    private static void Write(Stream stream, string title, List<(string Name, string Language, List<Feed> Feeds)> groups, Feed everything)
    {
        using var xml = XmlWriter.Create(stream, XmlText.Settings);
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", XmlText.Clean(title));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var (name, _, feeds) in groups)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", XmlText.Clean(name));
            foreach (var feed in feeds) Write(xml, feed);
            xml.WriteEndElement();
        }

        Write(xml, everything);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", XmlText.Clean(feed.Name));
        xml.WriteAttributeString("title", XmlText.Clean(feed.Name));
        if (feed.Language.Length > 0) xml.WriteAttributeString("language", feed.Language);
        xml.WriteAttributeString("xmlUrl", feed.Url);
        xml.WriteAttributeString("htmlUrl", feed.Home);
        xml.WriteEndElement();
    }

    private sealed record Feed(string Name, string Language, string Url, string Home);
}
