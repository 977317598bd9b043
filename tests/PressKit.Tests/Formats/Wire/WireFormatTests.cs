using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PressKit.Editions;
using PressKit.Formats;
using PressKit.Formats.Wire;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Testing;

namespace PressKit.Tests.Formats.Wire;

public sealed class WireFormatTests
{
    private static readonly XNamespace NewsMl = "http://iptc.org/std/nar/2006-10-01/";
    private static readonly XNamespace XhtmlNamespace = "http://www.w3.org/1999/xhtml";

    public static TheoryData<string> Tags => new(SomeSite.Languages.Select(l => l.Tag));

    [SkippableTheory]
    [MemberData(nameof(Tags))]
    public async Task Ninjs_is_valid_in_every_language(string tag)
    {
        Skip.IfNot(JsonSchema.CanRun, "ajv is not installed: run ./test.");
        var page = SomeSite.ReleasePage(Language.Parse(tag));
        var schema = new JsonSchema(Path.Combine(Repository.Schema("ninjs"), "ninjs-schema_3.1.json"), "ajv/dist/2020");

        (await schema.ValidateAsync(Bytes("ninjs", page))).ShouldBeEmpty();
        (await schema.ValidateAsync(Bytes("ninjs", SomeSite.Feed(page.Language, page)))).ShouldBeEmpty();
        (await schema.ValidateAsync(Bytes("ninjs", SomeSite.Feed(page.Language)))).ShouldBeEmpty();
        (await schema.ValidateAsync(Bytes("ninjs", SomeSite.Corrected(page.Language)))).ShouldBeEmpty();
        (await schema.ValidateAsync(Bytes("ninjs", SomeSite.Withdrawn(page.Language)))).ShouldBeEmpty();
        (await schema.ValidateAsync(Bytes("ninjs", SomeSite.Feed(page.Language, page) with { Withdrawn = [SomeSite.Withdrawn(page.Language)] }))).ShouldBeEmpty();
        (await schema.ValidateAsync("""{"uri":"a:b","dateline":"Tokyo"}"""u8.ToArray())).ShouldNotBeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Tags))]
    public void NewsML_is_valid_in_every_language(string tag)
    {
        var page = SomeSite.ReleasePage(Language.Parse(tag));
        var schema = new NewsMlSchema();

        schema.Validate(Bytes("newsml-g2", page)).ShouldBeEmpty();
        schema.Validate(Bytes("newsml-g2", SomeSite.Feed(page.Language, page))).ShouldBeEmpty();
        schema.Validate(Bytes("newsml-g2", SomeSite.Feed(page.Language))).ShouldBeEmpty();
        schema.Validate(Bytes("newsml-g2", SomeSite.Corrected(page.Language))).ShouldBeEmpty();
        schema.Validate(Bytes("newsml-g2", SomeSite.Withdrawn(page.Language))).ShouldBeEmpty();
        schema.Validate(Bytes("newsml-g2", SomeSite.Feed(page.Language, page) with { Withdrawn = [SomeSite.Withdrawn(page.Language)] })).ShouldBeEmpty();
        schema.Validate(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bytes("newsml-g2", page)).Replace("<itemClass", "<itemKind", StringComparison.Ordinal))).ShouldNotBeEmpty();
    }

    [Fact]
    public void An_item_says_what_its_page_says()
    {
        var item = Json(SomeSite.ReleasePage(SomeSite.English));

        Text(item, "uri").ShouldBe("tag:press.example,2025:2025/tokyo/en");
        Text(item, "language").ShouldBe("en");
        Text(item, "located").ShouldBe("Tokyo");
        Text(item, "edNote").ShouldBe(SomeSite.FrontMatter(SomeSite.English).Notes);
        Text(item.GetProperty("headlines")[0], "value").ShouldBe(SomeSite.FrontMatter(SomeSite.English).Headline);
        Text(item.GetProperty("bodies")[0], "value").ShouldContain("class=\"dateline\"");
        item.GetProperty("infoSources")[0].GetProperty("contactInfo").EnumerateArray().Select(c => Text(c, "value"))
            .ShouldBe(["press@press.example", "+39 06 0000 0000"]);
        item.GetProperty("associations").EnumerateArray().Where(a => Text(a, "type") == "text").Select(a => $"{Text(a, "rel")} {Text(a, "uri")}")
            .ShouldContain("translationOf tag:press.example,2025:2025/tokyo/it");
        item.TryGetProperty("digitalSourceType", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_corrected_item_is_another_version_with_a_note_and_a_signal()
    {
        var (item, xml) = (Json(SomeSite.Corrected(SomeSite.English)), Xml(SomeSite.Corrected(SomeSite.English)));

        Text(item, "version").ShouldBe("2");
        Text(item, "versionCreated").ShouldBe("2025-11-05T09:30:00+01:00");
        Text(item, "firstCreated").ShouldNotBe(Text(item, "versionCreated"));
        Text(item, "edNote").ShouldBe("Correction – November 5, 2025 – Sono <5.000> euro.\n" + SomeSite.FrontMatter(SomeSite.English).Notes);
        ((string?)xml.Root!.Attribute("version")).ShouldBe("2");
        ((string?)xml.Descendants(NewsMl + "signal").Single().Attribute("qcode")).ShouldBe("sig:correction");
        xml.Descendants(NewsMl + "edNote").Select(e => (string?)e.Attribute(XNamespace.Xml + "lang")).ShouldBe(["it", null]);
        xml.Descendants(NewsMl + "contentModified").Single().Value.ShouldBe("2025-11-05T09:30:00+01:00");
    }

    [Fact]
    public void A_withdrawn_item_is_cancelled_and_says_nothing_that_it_said()
    {
        var (item, xml) = (Json(SomeSite.Withdrawn(SomeSite.English)), Xml(SomeSite.Withdrawn(SomeSite.English)));

        Text(item, "uri").ShouldBe("tag:press.example,2025:2025/withdrawn/en");
        Text(item, "pubStatus").ShouldBe("canceled");
        Text(item, "version").ShouldBe("2");
        item.TryGetProperty("bodies", out _).ShouldBeFalse();
        ((string?)xml.Descendants(NewsMl + "pubStatus").Single().Attribute("qcode")).ShouldBe("stat:canceled");
        xml.Descendants(NewsMl + "contentSet").ShouldBeEmpty();
    }

    [Fact]
    public void A_machines_translation_says_so()
    {
        var page = SomeSite.ReleasePage(SomeSite.Arabic);
        page.Entry.Label.ShouldBe(Label.Machine);

        Text(Json(page).GetProperty("digitalSourceType"), "uri").ShouldEndWith("/trainedAlgorithmicMedia");
        Xml(page).Descendants(NewsMl + "digitalSourceType").ShouldHaveSingleItem();
    }

    [Fact]
    public void The_text_is_XML_whatever_the_authors_HTML_is_like()
    {
        var body = new Body("k", [], _ => "<p>a<br>b &amp; c&nbsp;d <img src=x alt='\"'> <b>not closed\u0001</p><table><tr><td>1</table>");
        var page = SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(SomeSite.Italian, body: body));

        var html = Xml(page).Descendants(XhtmlNamespace + "body").Single();
        html.Descendants(XhtmlNamespace + "p").Last().Value.ShouldContain("b & c\u00a0d");
        html.Descendants(XhtmlNamespace + "td").Single().Value.ShouldBe("1");
    }

    [Fact]
    public void Topics_have_their_codes_where_they_are_known()
    {
        var newsroom = SomeSite.Newsroom();
        newsroom = newsroom with { Topics = newsroom.Topics.SetItem("cinema", newsroom.Topics["cinema"] with { MediaTopic = "20000005" }) };
        var page = SomeSite.ReleasePage(SomeSite.English, newsroom);

        Json(page).GetProperty("subjects").EnumerateArray().Select(s => s.TryGetProperty("uri", out var uri) ? uri.GetString() : null)
            .ShouldBe([null, "http://cv.iptc.org/newscodes/mediatopic/20000005"]);
        Xml(page).Descendants(NewsMl + "subject").Select(s => (string?)s.Attribute("qcode")).ShouldBe([null, "medtop:20000005"]);
    }

    [Fact]
    public void A_list_leads_to_the_files_of_its_items()
    {
        var feed = SomeSite.Feed(SomeSite.Italian, SomeSite.ReleasePage(SomeSite.Italian));

        Format("ninjs").Files(feed).Single().Path.ShouldBe("it/items.ninjs.json");
        Format("newsml-g2").Files(SomeSite.ReleasePage(SomeSite.Italian)).Single().Path.ShouldBe("it/2025/tokyo/newsml.xml");
        Text(Json(feed).GetProperty("associations")[0].GetProperty("renditions")[0], "href").ShouldBe("https://press.example/it/2025/tokyo/ninjs.json");
        ((string?)Xml(feed).Descendants(NewsMl + "itemRef").Single().Attribute("href")).ShouldBe("https://press.example/it/2025/tokyo/newsml.xml");
    }

    [SkippableFact]
    public async Task A_month_of_a_list_names_those_around_it()
    {
        var month = SomeSite.Feed(SomeSite.Italian, SomeSite.ReleasePage(SomeSite.Italian)) with
        {
            Address = new Address("it/feed/2025-10"), Current = new Address("it/feed"), Older = new Address("it/feed/2025-09"), Newer = new Address("it/feed/2025-11"),
        };

        Format("ninjs").Files(month).Single().Path.ShouldBe("it/items/2025-10.ninjs.json");
        var names = new[] { "items", "items/2025-09", "items/2025-11" };
        Json(month).GetProperty("associations").EnumerateArray().Take(3).Select(a => $"{Text(a, "rel")} {Text(a, "uri")}").ShouldBe(
            new[] { "current", "prev-archive", "next-archive" }.Zip(names, (relation, name) => $"{relation} https://press.example/it/{name}.ninjs.json"));
        Xml(month).Descendants(NewsMl + "link").Select(l => (string?)l.Attribute("href")).ShouldBe(names.Select(n => $"https://press.example/it/{n}.newsml.xml"));
        new NewsMlSchema().Validate(Bytes("newsml-g2", month)).ShouldBeEmpty();
        Skip.IfNot(JsonSchema.CanRun, "ajv is not installed: run ./test.");
        var schema = new JsonSchema(Path.Combine(Repository.Schema("ninjs"), "ninjs-schema_3.1.json"), "ajv/dist/2020");
        (await schema.ValidateAsync(Bytes("ninjs", month))).ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_changes_the_bytes_changes_the_key()
    {
        var page = SomeSite.ReleasePage(SomeSite.Italian);
        var newsroom = page.Frame.Newsroom;
        Page[] all =
        [
            page,
            With(f => f with { Headline = "Other" }), With(f => f with { Subhead = "Other" }), With(f => f with { Summary = "Other" }),
            With(f => f with { Notes = "Other" }), With(f => f with { Topics = ["cinema"] }), With(f => f with { Contacts = [] }),
            With(f => f with { Dateline = new Dateline("Osaka", null) }), With(f => f with { Published = f.Published!.Value.AddDays(1) }),
            SomeSite.Corrected(SomeSite.Italian), SomeSite.Withdrawn(SomeSite.Italian), SomeSite.Feed(SomeSite.Italian, SomeSite.Corrected(SomeSite.Italian)),
            SomeSite.Feed(SomeSite.Italian) with { Withdrawn = [SomeSite.Withdrawn(SomeSite.Italian)] },
            page with { Alternates = [] },
            page with { Address = new Address("it/2025/other/") },
            page with { Entry = page.Entry with { Label = Label.Machine } },
            page with { Entry = page.Entry with { Media = [] } },
            page with { Frame = page.Frame with { Newsroom = newsroom with { Name = "Other" } } },
            page with { Frame = page.Frame with { Newsroom = newsroom with { Topics = newsroom.Topics.SetItem("cinema", newsroom.Topics["cinema"] with { MediaTopic = "20000005" }) } } },
            SomeSite.Feed(SomeSite.Italian), SomeSite.Feed(SomeSite.Italian) with { Older = new Address("it/feed/2025-10") },
            SomeSite.Feed(SomeSite.Italian, page), SomeSite.Feed(SomeSite.Italian, With(f => f with { Headline = "Other" })),
        ];

        foreach (var kind in WireKind.All)
        {
            all.Select(p => Hash.Of(Bytes(kind.Name, p))).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length, kind.Name);
            all.Select(p => Format(kind.Name).Files(p).Single().Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length, kind.Name);
        }

        static ReleasePage With(Func<FrontMatter, FrontMatter> change) =>
            SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(SomeSite.Italian, front: change(SomeSite.FrontMatter(SomeSite.Italian))));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static JsonElement Json(Page page) => JsonDocument.Parse(Encoding.UTF8.GetString(Bytes("ninjs", page))).RootElement;

    private static XDocument Xml(Page page) => XDocument.Load(new MemoryStream(Bytes("newsml-g2", page)));

    private static WireFormat Format(string kind) => new(WireKind.All.Single(k => k.Name == kind), SomeSite.Url, new Locales(), new ImageSizes(), new PageKeys());

    private static byte[] Bytes(string kind, Page page)
    {
        using var stream = new MemoryStream();
        Format(kind).Files(page).Single().Write(stream);
        return stream.ToArray();
    }
}
