using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PressKit.Editions;
using PressKit.Formats;
using PressKit.Formats.Feeds;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Testing;

namespace PressKit.Tests.Formats.Feeds;

public sealed class RssTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly DateTimeOffset Published = new(2025, 11, 3, 9, 5, 0, TimeSpan.FromHours(1));

    public static TheoryData<string> Tags => new(SomeSite.Languages.Select(l => l.Tag));

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_feed_follows_the_rules_in_every_language(string tag)
    {
        var language = Language.Parse(tag);
        var feed = SomeSite.Feed(language, SomeSite.ReleasePage(language));

        FeedRules.Violations(Bytes(feed), $"https://press.example/{tag}/feed.xml").ShouldBeEmpty();
    }

    [Fact]
    public void A_feed_without_releases_follows_the_rules() =>
        FeedRules.Violations(Bytes(SomeSite.Feed(SomeSite.Italian)), "https://press.example/it/feed.xml").ShouldBeEmpty();

    [Fact]
    public void A_channel_says_whose_it_is_in_which_language_and_how_new()
    {
        var older = Page(front: f => f with { Published = Published.AddDays(-1) });
        var channel = Channel(SomeSite.Feed(SomeSite.Italian, older, Page(), older));

        ((string?)channel.Element("title")).ShouldBe("Kaleidos – Italiano");
        ((string?)channel.Element("link")).ShouldBe("https://press.example/it/");
        ((string?)channel.Element("description")).ShouldBe("Il comunicato si scrive una volta sola e si pubblica in ogni lingua.");
        ((string?)channel.Element("language")).ShouldBe("it");
        ((string?)channel.Element("lastBuildDate")).ShouldBe("Mon, 03 Nov 2025 09:05:00 +0100");
    }

    [Fact]
    public void An_item_carries_the_whole_release()
    {
        var item = Item(Page());

        ((string?)item.Element("title")).ShouldBe("A Tokyo il cinema prova a dialogare con l’intelligenza artificiale");
        ((string?)item.Element("link")).ShouldBe("https://press.example/it/2025/tokyo/");
        ((string?)item.Element("guid")).ShouldBe("tag:press.example,2025:2025/tokyo/it");
        ((string?)item.Element("pubDate")).ShouldBe("Mon, 03 Nov 2025 09:05:00 +0100");
        ((string?)item.Element("description")).ShouldStartWith("Oltre 4.600 partecipanti");
        ((string?)item.Element(DublinCore + "creator")).ShouldBe("Kaleidos");
        item.Elements("category").Select(c => c.Value).ShouldBe(["Intelligenza artificiale", "Cinema"]);
        item.Elements(Atom + "link").Select(l => $"{(string?)l.Attribute("hreflang")} {(string?)l.Attribute("href")}").ShouldBe(
            SomeSite.Languages.Where(l => l != SomeSite.Italian).Select(l => $"{l} https://press.example/{l}/2025/tokyo/"));
        var enclosure = item.Element("enclosure").ShouldNotBeNull();
        enclosure.Attributes().Select(a => a.Value).ShouldBe(["https://press.example/media/a.png", "1234", "image/png"]);
    }

    [Fact]
    public void What_looks_like_markup_is_told_as_text()
    {
        var page = Page(front: f => f with { Headline = "<b>A</b> &lt; R&D <3", Summary = "1 < 2 & <script>x</script>" });
        var item = Item(page);

        ((string?)item.Element("title")).ShouldBe("＜b＞A＜/b＞ ＆lt; R＆D ＜3");
        ((string?)item.Element("description")).ShouldBe("1 &lt; 2 &amp; &lt;script>x&lt;/script>");
        ((string?)Item(Page(front: f => f with { Headline = "R&D <3 > 2" })).Element("title")).ShouldBe("R&D <3 > 2");
    }

    [Fact]
    public void The_text_begins_with_image_subhead_and_dateline_as_on_the_page()
    {
        var html = Text(Page(front: f => f with { Subhead = "1 < 2" }, body: new Body("k", [], _ => "<p>Testo</p>\n")));

        html.ShouldBe("""
            <figure><img src="https://press.example/media/a.png" alt="Platea &quot;in&quot; penombra"><figcaption>Didascalia – Kaleidos</figcaption></figure>
            <p><strong>1 &lt; 2</strong></p>
            <p><span class="dateline">Tokyo, 3 novembre 2025 –</span> Testo</p>

            """);
    }

    [Fact]
    public void A_translation_says_so_at_the_top_and_links_to_the_original()
    {
        var html = Text(SomeSite.ReleasePage(SomeSite.English, entry: SomeSite.Entry(SomeSite.English, label: Label.Machine)));

        html.ShouldStartWith("<p><em>Machine translation by Kaleidos from Italian. Nobody has revised it.</em> " +
            "<a href=\"https://press.example/it/2025/tokyo/\" hreflang=\"it\">Read the original in Italian</a></p>\n");
    }

    [Fact]
    public void A_text_from_right_to_left_says_so()
    {
        var html = Text(SomeSite.ReleasePage(SomeSite.Arabic));

        html.ShouldStartWith("<div lang=\"ar\" dir=\"rtl\">\n<p><em>");
        html.ShouldEndWith("</div>\n");
    }

    [Fact]
    public void Every_link_is_absolute_and_one_that_must_not_be_is_not()
    {
        string[] targets = ["release:x", "media/a.png", "#note", "/hosted", "//other.example/a", "mailto:a@b.example", "secret"];
        var body = new Body("k", [.. targets], resolve => string.Join('\n', targets.Select(t => resolve(t) ?? "-")) + "<a href=\"#fn:1\">1</a>");
        var page = Page(body: body) with
        {
            Links =
            [
                new ResolvedLink("release:x", "it/2025/x/"), new ResolvedLink("media/a.png", "media/a.png"), new ResolvedLink("#note", "#note"),
                new ResolvedLink("/hosted", "/hosted"), new ResolvedLink("//other.example/a", "//other.example/a"),
                new ResolvedLink("mailto:a@b.example", "mailto:a@b.example"), new ResolvedLink("secret", null),
            ],
        };

        var html = Text(page, new Uri("https://press.example/news/"));

        html[html.IndexOf("https://press.example/news/it/2025/x/", StringComparison.Ordinal)..].Trim().ShouldBe("""
            https://press.example/news/it/2025/x/
            https://press.example/news/media/a.png
            https://press.example/news/it/2025/tokyo/#note
            https://press.example/hosted
            https://other.example/a
            mailto:a@b.example
            -<a href="https://press.example/news/it/2025/tokyo/#fn:1">1</a>
            """);
    }

    [Fact]
    public void An_id_stays_whatever_a_correction_changes()
    {
        var corrected = Page(front: f => f with { Headline = "Un altro", Published = Published.AddHours(3) }) with { Address = new Address("it/2025/altro/") };

        ((string?)Item(corrected).Element("guid")).ShouldBe((string?)Item(Page()).Element("guid"));
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_left_out()
    {
        var item = Item(Page(
            front: f => f with { Headline = "a\u000bb\ud800c\ufffed 😀", Summary = "\u0000x" }, body: new Body("k", [], _ => "<p>\u0001y</p>")));

        ((string?)item.Element("title")).ShouldBe("abcd 😀");
        ((string?)item.Element("description")).ShouldBe("x");
        item.Element(Content + "encoded")!.Value.ShouldContain("</span> y</p>");
    }

    [Theory]
    [InlineData(0, "GMT")]
    [InlineData(60, "+0100")]
    [InlineData(-210, "-0330")]
    [InlineData(345, "+0545")]
    [InlineData(840, "+1400")]
    public void A_date_has_its_own_offset(int minutes, string zone)
    {
        var at = new DateTimeOffset(2025, 1, 5, 7, 8, 9, TimeSpan.FromMinutes(minutes));

        ((string?)Item(Page(front: f => f with { Published = at })).Element("pubDate")).ShouldBe($"Sun, 05 Jan 2025 07:08:09 {zone}");
    }

    [Theory]
    [InlineData("it-IT")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void The_bytes_are_the_same_in_every_culture(string culture)
    {
        var feed = SomeSite.Feed(SomeSite.Italian, Page(), SomeSite.ReleasePage(SomeSite.Italian));
        var (bytes, key) = (Bytes(feed), Key(feed));
        var (thread, before) = (Thread.CurrentThread, Thread.CurrentThread.CurrentCulture);
        try
        {
            thread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Bytes(feed).ShouldBe(bytes);
            Key(feed).ShouldBe(key);
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_feed_is_UTF_8_without_a_byte_order_mark() =>
        Encoding.UTF8.GetString(Bytes(SomeSite.Feed(SomeSite.Japanese))).ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss");

    [Fact]
    public void Nothing_is_rendered_until_the_file_is_written()
    {
        var page = Page(body: new Body("k", [], _ => throw new InvalidOperationException("rendered")));

        var file = Format().Files(SomeSite.Feed(SomeSite.Italian, page)).ShouldHaveSingleItem();

        file.Path.ShouldBe("it/feed.xml");
        Should.Throw<InvalidOperationException>(() => file.Write(new MemoryStream()));
    }

    [Fact]
    public void Whatever_changes_the_bytes_changes_the_key()
    {
        var feed = SomeSite.Feed(SomeSite.Italian, Page());
        FeedPage[] all =
        [
            feed,
            SomeSite.Feed(SomeSite.Italian),
            SomeSite.Feed(SomeSite.Italian, Page(), Page()),
            feed with { Address = new Address("it/news") },
            feed with { Home = new Address("it/home/") },
            feed with { Frame = feed.Frame with { Newsroom = feed.Frame.Newsroom with { Name = "Other" } } },
            feed with { Frame = feed.Frame with { Newsroom = feed.Frame.Newsroom with { Tagline = LocalisedText.Empty } } },
            feed with { Frame = feed.Frame with { Language = SomeSite.English } },
            With(Page(front: f => f with { Headline = "Other" })),
            With(Page(front: f => f with { Subhead = "Other" })),
            With(Page(front: f => f with { Summary = "Other" })),
            With(Page(front: f => f with { Published = Published.AddMinutes(1) })),
            With(Page(front: f => f with { Published = Published.ToOffset(TimeSpan.Zero) })),
            With(Page(front: f => f with { Topics = ["cinema"] })),
            With(Page(front: f => f with { Dateline = new Dateline("Osaka", null) })),
            With(Page(front: f => f with { Dateline = null })),
            With(Page(body: new Body("other", [], _ => "other"))),
            With(Page() with { Address = new Address("it/2025/other/") }),
            With(Page() with { Alternates = [] }),
            With(Page() with { Entry = Page().Entry with { Label = Label.Translation } }),
            With(Page() with { Entry = Page().Entry with { Label = Label.Machine } }),
            With(Page() with { Entry = Page().Entry with { Label = Label.Machine }, Source = SomeSite.Entry(SomeSite.English) }),
            With(Page() with { Entry = Page().Entry with { Media = [] } }),
            With(Page(media: Media(length: 5))),
            With(Page(media: Media(caption: "other"))),
            With(Page(media: Media(alt: "other"))),
            With(Page(media: Media(address: "media/b.png"))),
            With(Page(media: Media(address: "media/a.webp"))),
        ];

        var bytes = all.Select(f => Hash.Of(Bytes(f))).ToList();
        var keys = all.Select(Key).ToList();

        bytes.Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length);
        keys.Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length);
        Key(SomeSite.Feed(SomeSite.Italian, Page())).ShouldBe(keys[0]);

        static FeedPage With(ReleasePage page) => SomeSite.Feed(SomeSite.Italian, page);
    }

    [Fact]
    public void Where_a_link_leads_is_part_of_the_key()
    {
        var body = new Body("k", ["a"], resolve => resolve("a") ?? "nowhere");
        string?[] leads = ["it/x/", "it/y/", null];

        leads.Select(to => Key(SomeSite.Feed(SomeSite.Italian, Page(body: body) with { Links = [new ResolvedLink("a", to)] })))
            .Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
    }

    [Fact]
    public void Other_pages_have_no_feed() => SomeSite.Pages().SelectMany(Format().Files).ShouldBeEmpty();

    private static PublishedMedia Media(
        long length = 1234, string caption = "Didascalia", string alt = "Platea \"in\" penombra", string address = "media/a.png") => new(
        new MediaItem("media/a.png", alt, caption, "Kaleidos", null),
        new MediaFile("content/releases/2025/tokyo/media/a.png", "media/a.png", "/none/a.png", length, "hash"), new Address(address));

    private static ReleasePage Page(Func<FrontMatter, FrontMatter>? front = null, Body? body = null, PublishedMedia? media = null)
    {
        var matter = SomeSite.FrontMatter(SomeSite.Italian) with { Published = Published };
        return SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(
            SomeSite.Italian, front: front is null ? matter : front(matter), body: body ?? new Body("k", [], _ => "<p>Testo</p>\n")) with
        {
            Media = [media ?? Media()],
        });
    }

    private static FeedFormat Format(Uri? site = null) => new(FeedKind.All[0], site ?? SomeSite.Url, new Locales(), new ImageSizes(), new PageKeys());

    private static string Key(FeedPage feed) => Format().Files(feed).Single().Key;

    private static byte[] Bytes(FeedPage feed, Uri? site = null)
    {
        using var stream = new MemoryStream();
        Format(site).Files(feed).Single().Write(stream);
        return stream.ToArray();
    }

    private static XElement Channel(FeedPage feed, Uri? site = null) => XDocument.Load(new MemoryStream(Bytes(feed, site))).Root!.Element("channel")!;

    private static XElement Item(ReleasePage page, Uri? site = null) => Channel(SomeSite.Feed(page.Language, page), site).Element("item")!;

    private static string Text(ReleasePage page, Uri? site = null) => Item(page, site).Element(Content + "encoded")!.Value;
}
