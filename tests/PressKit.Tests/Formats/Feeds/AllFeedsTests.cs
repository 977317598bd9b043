using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PressKit.Formats;
using PressKit.Formats.Feeds;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Testing;

namespace PressKit.Tests.Formats.Feeds;

/// <summary>What holds for feeds of every format.</summary>
public sealed class AllFeedsTests
{
    private static readonly XNamespace Atom = FeedXml.Atom;
    private static readonly XNamespace Media = FeedXml.Media;

    public static TheoryData<string> Tags => new(SomeSite.Languages.Select(l => l.Tag));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Atom_follows_the_rules_in_every_language(string tag)
    {
        var language = Language.Parse(tag);
        AtomRules.Violations(Bytes("atom", SomeSite.Feed(language, SomeSite.ReleasePage(language))), $"https://press.example/{tag}/feed.atom").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Corrections_and_withdrawals_follow_the_rules_in_every_language(string tag)
    {
        var language = Language.Parse(tag);
        var feed = SomeSite.Feed(language, SomeSite.Corrected(language)) with { Withdrawn = [SomeSite.Withdrawn(language)] };
        FeedRules.Violations(Bytes("rss", feed), $"https://press.example/{tag}/feed.xml").ShouldBeEmpty();
        AtomRules.Violations(Bytes("atom", feed), $"https://press.example/{tag}/feed.atom").ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_stands_first_in_the_item_which_counts_as_changed()
    {
        var feed = SomeSite.Feed(SomeSite.Arabic, SomeSite.Corrected(SomeSite.Arabic));
        var item = Json(feed).GetProperty("items")[0];

        item.GetProperty("content_html").GetString()!.ShouldStartWith(
            "<div lang=\"ar\" dir=\"rtl\">\n<p><strong>تصويب</strong> 5 نوفمبر 2025<br><span lang=\"it\" dir=\"ltr\">Sono &lt;5.000&gt; euro.</span> <em>(متاح بالإيطالية فقط)</em></p>\n");
        item.GetProperty("date_published").GetString().ShouldBe(FeedDates.Rfc3339(SomeSite.FrontMatter(SomeSite.Arabic).Published!.Value));
        item.GetProperty("date_modified").GetString()!.ShouldStartWith("2025-11-05T09:30:00");
        ((string?)Xml("rss", feed).Descendants("item").Single().Element(Atom + "updated"))!.ShouldStartWith("2025-11-05T09:30:00");
        ((string?)Xml("rss", feed).Descendants("lastBuildDate").Single()).ShouldBe("Wed, 05 Nov 2025 09:30:00 +0100");
        ((string?)Xml("atom", feed).Root!.Element(Atom + "updated"))!.ShouldStartWith("2025-11-05T09:30:00");
        Xml("rss", SomeSite.Feed(SomeSite.Arabic, SomeSite.ReleasePage(SomeSite.Arabic))).Descendants(Atom + "updated").ShouldBeEmpty();
    }

    [Fact]
    public void A_machines_translation_of_a_correction_says_so() =>
        Json(SomeSite.Feed(SomeSite.Japanese, SomeSite.Corrected(SomeSite.Japanese))).GetProperty("items")[0].GetProperty("content_html").GetString()!
            .ShouldStartWith("<p><strong>訂正</strong> 2025年11月5日<br>5,000ユーロ &amp; です。 <em>(機械翻訳)</em></p>");

    [Fact]
    public void A_withdrawal_is_a_tombstone_in_Atom_and_the_same_item_without_its_text_elsewhere()
    {
        var feed = SomeSite.Feed(SomeSite.English) with { Withdrawn = [SomeSite.Withdrawn(SomeSite.English)] };
        const string Id = "tag:press.example,2025:2025/withdrawn/en";
        var stone = Xml("atom", feed).Root!.Element((XNamespace)FeedXml.Tombstones + "deleted-entry")!;

        ((string?)stone.Attribute("ref")).ShouldBe(Id);
        ((string?)stone.Attribute("when"))!.ShouldStartWith("2025-11-06T09:30:00");
        stone.Value.ShouldBe("Release withdrawn – November 6, 2025 – Non <è> vero & basta.");
        Xml("atom", feed).Root!.Elements(Atom + "entry").ShouldBeEmpty();
        var item = Xml("rss", feed).Descendants("item").Single();
        ((string?)item.Element("guid")).ShouldBe(Id);
        ((string?)item.Element("category")!.Attribute("domain")).ShouldBe(FeedXml.Tombstones);
        var json = Json(feed).GetProperty("items")[0];
        json.GetProperty("id").GetString().ShouldBe(Id);
        json.GetProperty("_withdrawn").GetProperty("comment").GetString().ShouldBe(stone.Value);
    }

    [Fact]
    public void Atom_without_releases_follows_the_rules() =>
        AtomRules.Violations(Bytes("atom", SomeSite.Feed(SomeSite.Italian)), "https://press.example/it/feed.atom").ShouldBeEmpty();

    [SkippableTheory]
    [MemberData(nameof(Tags))]
    public async Task JSON_Feed_is_valid_in_every_language(string tag)
    {
        Skip.IfNot(JsonSchema.CanRun, "ajv is not installed: run ./test.");
        var language = Language.Parse(tag);
        var schema = new JsonSchema(Path.Combine(Repository.Schema("jsonfeed"), "schema-v1.1.json"), "ajv");
        (await schema.ValidateAsync(Bytes("json-feed", SomeSite.Feed(language, SomeSite.ReleasePage(language)) with { Older = new Address("x") }))).ShouldBeEmpty();
        (await schema.ValidateAsync(Bytes("json-feed", SomeSite.Feed(language, SomeSite.Corrected(language)) with { Withdrawn = [SomeSite.Withdrawn(language)] }))).ShouldBeEmpty();
        (await schema.ValidateAsync("""{"version":"https://jsonfeed.org/version/1.1","items":[{}]}"""u8.ToArray())).ShouldNotBeEmpty();
    }

    [Fact]
    public void All_languages_of_a_release_stand_in_one_feed_each_with_its_own_language()
    {
        var feed = SomeSite.Feed(SomeSite.English, [.. SomeSite.Languages.Select(l => SomeSite.ReleasePage(l))]) with
        {
            Address = new Address("feed"), IsOfAllLanguages = true, Home = new Address(""),
        };

        AtomRules.Violations(Bytes("atom", feed), "https://press.example/feed.atom").ShouldBeEmpty();
        FeedRules.Violations(Bytes("rss", feed), "https://press.example/feed.xml").ShouldBeEmpty();
        Xml("atom", feed).Root!.Elements(Atom + "entry").Select(e => (string?)e.Attribute(XNamespace.Xml + "lang")).ShouldBe(SomeSite.Languages.Select(l => l.Tag));
        Xml("atom", feed).Root!.Attribute(XNamespace.Xml + "lang").ShouldBeNull();
        Xml("rss", feed).Descendants("language").ShouldBeEmpty();
        Json(feed).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("language").GetString()).ShouldBe(SomeSite.Languages.Select(l => l.Tag));
    }

    [Fact]
    public void An_item_is_the_same_one_in_every_format()
    {
        var feed = SomeSite.Feed(SomeSite.Italian, SomeSite.ReleasePage(SomeSite.Italian));
        var (rss, atom, json) = (Xml("rss", feed).Descendants("item").Single(), Xml("atom", feed).Descendants(Atom + "entry").Single(),
            Json(feed).GetProperty("items")[0]);

        new[] { (string?)rss.Element("guid"), (string?)atom.Element(Atom + "id"), json.GetProperty("id").GetString() }.Distinct().ShouldHaveSingleItem();
        new[] { (string?)rss.Element("title"), (string?)atom.Element(Atom + "title"), json.GetProperty("title").GetString() }.Distinct().ShouldHaveSingleItem();
        new[] { (string?)rss.Element((XNamespace)"http://purl.org/rss/1.0/modules/content/" + "encoded"), (string?)atom.Element(Atom + "content"),
            json.GetProperty("content_html").GetString() }.Distinct().ShouldHaveSingleItem();
        json.GetProperty("_translations").EnumerateObject().Count().ShouldBe(SomeSite.Languages.Length - 1);
    }

    [Fact]
    public void Images_come_with_credit_terms_and_dimensions()
    {
        var media = new PublishedMedia(new MediaItem("media/stage.svg", "Alt", "Didascalia", "Foto <Rossi>", "CC BY 4.0"), SomeSite.Image, new Address("media/a.svg"));
        var page = SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(SomeSite.Italian) with { Media = [media] });
        var feed = SomeSite.Feed(SomeSite.Italian, page);

        foreach (var image in new[] { Xml("rss", feed), Xml("atom", feed) }.Select(x => x.Descendants(Media + "content").Single()))
        {
            image.Attributes().Select(a => $"{a.Name}={a.Value}").ShouldBe(
                ["url=https://press.example/media/a.svg", "type=image/svg+xml", "medium=image", "fileSize=1", "width=1600", "height=900"]);
            image.Elements().Select(e => e.Value).ShouldBe(["Didascalia", "Foto <Rossi>", "CC BY 4.0"]);
        }

        Json(feed).GetProperty("items")[0].GetProperty("attachments")[0].GetProperty("_image").GetProperty("licence").GetString().ShouldBe("CC BY 4.0");
    }

    [Fact]
    public void Hubs_and_archives_are_linked()
    {
        var feed = SomeSite.Feed(SomeSite.Italian) with { Older = new Address("it/feed/2025-10") };
        feed = feed with { Frame = feed.Frame with { Newsroom = feed.Frame.Newsroom with { Feeds = new FeedSettings([new Uri("https://hub.example/")], true) } } };
        var archive = feed with { Address = new Address("it/feed/2025-10"), Current = new Address("it/feed"), Older = null };

        Links(Xml("atom", feed)).ShouldBe(["self https://press.example/it/feed.atom", "hub https://hub.example/",
            "prev-archive https://press.example/it/feed/2025-10.atom", "alternate https://press.example/it/"]);
        Links(Xml("rss", archive)).ShouldBe(["self https://press.example/it/feed/2025-10.xml", "hub https://hub.example/", "current https://press.example/it/feed.xml"]);
        Json(feed).GetProperty("hubs")[0].GetProperty("url").GetString().ShouldBe("https://hub.example/");
        Json(feed).GetProperty("next_url").GetString().ShouldBe("https://press.example/it/feed/2025-10.json");
        AtomRules.Violations(Bytes("atom", archive), "https://press.example/it/feed/2025-10.atom").ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_changes_the_bytes_changes_the_key_in_every_format()
    {
        var page = SomeSite.ReleasePage(SomeSite.Italian);
        var feed = SomeSite.Feed(SomeSite.Italian, page);
        var media = page.Entry.Media[0];
        FeedPage[] all =
        [
            feed,
            feed with { Topic = feed.Frame.Newsroom.Topics["cinema"] },
            feed with { IsOfAllLanguages = true },
            feed with { Current = new Address("it/feed"), Address = new Address("it/feed/2025-10") },
            feed with { Older = new Address("it/feed/2025-10") },
            feed with { Frame = feed.Frame with { Newsroom = feed.Frame.Newsroom with { Feeds = new FeedSettings([new Uri("https://hub.example/")], true) } } },
            SomeSite.Feed(SomeSite.Italian, SomeSite.Corrected(SomeSite.Italian)),
            feed with { Withdrawn = [SomeSite.Withdrawn(SomeSite.Italian)] },
            With(media with { Item = media.Item with { Credit = "Other" } }),
            With(media with { Item = media.Item with { Licence = "Other" } }),
        ];

        foreach (var kind in FeedKind.All)
        {
            all.Select(f => Hash.Of(Bytes(kind.Name, f))).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length, kind.Name);
            all.Select(f => Format(kind.Name).Files(f).Single().Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length, kind.Name);
        }

        FeedPage With(PublishedMedia other) => SomeSite.Feed(SomeSite.Italian, page with { Entry = page.Entry with { Media = [other] } });
    }

    private static IEnumerable<string> Links(XDocument feed) =>
        feed.Descendants(Atom + "link").Select(l => $"{(string?)l.Attribute("rel")} {(string?)l.Attribute("href")}");

    private static JsonElement Json(FeedPage feed) => JsonDocument.Parse(Encoding.UTF8.GetString(Bytes("json-feed", feed))).RootElement;

    private static XDocument Xml(string kind, FeedPage feed) => XDocument.Load(new MemoryStream(Bytes(kind, feed)));

    private static FeedFormat Format(string kind) => new(FeedKind.All.Single(k => k.Name == kind), SomeSite.Url, new Locales(), new ImageSizes(), new PageKeys());

    private static byte[] Bytes(string kind, FeedPage feed)
    {
        using var stream = new MemoryStream();
        Format(kind).Files(feed).Single().Write(stream);
        return stream.ToArray();
    }
}
