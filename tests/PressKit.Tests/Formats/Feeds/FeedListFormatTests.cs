using System.Xml.Linq;
using PressKit.Formats.Feeds;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Tests.Formats.Feeds;

/// <summary>OPML 2.0, by its specification and the rules of the W3C feed validator.</summary>
public sealed class FeedListFormatTests
{
    [Fact]
    public void Every_feed_stands_in_the_list_once_with_the_page_that_it_is_of()
    {
        var feeds = Outlines(Read(SomeSite.Newsroom())).Where(o => o.Attribute("type") is not null).ToList();

        feeds.Count.ShouldBe(SomeSite.Languages.Length * 3 + 1);
        feeds.Select(f => f.Attribute("xmlUrl")!.Value).ShouldBeUnique();
        foreach (var feed in feeds)
        {
            feed.Attribute("type")!.Value.ShouldBe("rss");
            feed.Attribute("text")!.Value.ShouldNotBeNullOrWhiteSpace();
            Uri.IsWellFormedUriString(feed.Attribute("xmlUrl")!.Value, UriKind.Absolute).ShouldBeTrue();
            Uri.IsWellFormedUriString(feed.Attribute("htmlUrl")!.Value, UriKind.Absolute).ShouldBeTrue();
        }

        feeds.ShouldContain(f => f.Attribute("xmlUrl")!.Value == "https://press.example/ja/topics/cinema/feed.xml"
            && f.Attribute("language")!.Value == "ja" && f.Attribute("text")!.Value == "Kaleidos – 映画");
    }

    [Fact]
    public void The_document_has_a_title_and_every_outline_a_text()
    {
        var opml = Read(SomeSite.Newsroom());

        opml.Name.LocalName.ShouldBe("opml");
        opml.Attribute("version")!.Value.ShouldBe("2.0");
        opml.Elements().Select(e => e.Name.LocalName).ShouldBe(["head", "body"]);
        opml.Element("head")!.Element("title")!.Value.ShouldBe("Kaleidos");
        Outlines(opml).ShouldAllBe(o => o.Attribute("text") != null);
    }

    [Fact]
    public void Names_are_escaped_and_lose_what_XML_cannot_hold() =>
        Read(SomeSite.Newsroom() with { Name = "<Acme> & \u0001\"Söhne\"" }).Element("head")!.Element("title")!.Value.ShouldBe("<Acme> & \"Söhne\"");

    [Fact]
    public void Without_RSS_the_next_format_is_listed() =>
        Outlines(Read(SomeSite.Newsroom() with { Formats = ["html", "json-feed", "atom"] })).Select(o => o.Attribute("xmlUrl")?.Value).OfType<string>()
            .ShouldAllBe(url => url.EndsWith(".atom", StringComparison.Ordinal));

    [Fact]
    public void A_new_topic_gives_it_another_key()
    {
        var frames = SomeSite.Languages.Select(l => SomeSite.Frame(l)).ToList();

        Key([.. frames]).ShouldNotBe(Key([frames[0] with { Topics = [] }, .. frames.Skip(1)]));
        Key([.. frames]).ShouldBe(Key([.. SomeSite.Languages.Select(l => SomeSite.Frame(l))]));
    }

    private static string Key(params Frame[] frames) => Format().Files(new FeedListPage([.. frames])).Single().Key;

    private static List<XElement> Outlines(XElement opml) => [.. opml.Descendants("outline")];

    private static XElement Read(Newsroom newsroom)
    {
        using var stream = new MemoryStream();
        Format().Files(new FeedListPage([.. newsroom.Languages.Select(l => SomeSite.Frame(l, newsroom))])).Single().Write(stream);
        stream.Position = 0;
        return XElement.Load(stream);
    }

    private static FeedListFormat Format() => new(SomeSite.Url, new Locales());
}
