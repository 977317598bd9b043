using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PressKit.Editions;
using PressKit.Formats;
using PressKit.Formats.Html;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates;
using PressKit.Testing;

namespace PressKit.Tests.Formats.Html;

public sealed class HtmlFormatTests
{
    private static readonly Lazy<HtmlFormat> Default = new(() => Load(SomeSite.Newsroom()));

    [Fact]
    public void Every_kind_of_page_in_every_language_becomes_a_file()
    {
        using var temporary = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("PRESSKIT_LOOK") ?? temporary.Path;
        var files = SomeSite.Pages().SelectMany(Format().Files).ToList();
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = File.Create(path);
            file.Write(stream);
            stream.Length.ShouldBeGreaterThan(0, file.Path);
        }

        files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Count().ShouldBe(files.Count);
        files.Count(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).ShouldBe((18 * SomeSite.Languages.Length) + 2);
    }

    [Fact]
    public void A_page_that_is_not_HTML_has_no_file() =>
        Format().Files(new SitePage(SomeSite.Url, [])).ShouldBeEmpty();

    [Fact]
    public void Every_page_says_its_language_and_direction()
    {
        Parse(SomeSite.ReleasePage(SomeSite.Arabic)).DocumentElement.ShouldSatisfyAllConditions(
            html => html.GetAttribute("lang").ShouldBe("ar"), html => html.GetAttribute("dir").ShouldBe("rtl"));
        Parse(SomeSite.ReleasePage(SomeSite.Japanese)).DocumentElement.ShouldSatisfyAllConditions(
            html => html.GetAttribute("lang").ShouldBe("ja"), html => html.GetAttribute("dir").ShouldBe("ltr"));
    }

    [Fact]
    public void The_head_leads_to_the_page_itself_its_languages_and_the_feed()
    {
        var head = Parse(SomeSite.ReleasePage(SomeSite.Japanese)).Head!;

        head.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("https://press.example/ja/2025/tokyo/");
        head.QuerySelectorAll("link[hreflang]").Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}").ShouldBe(
        [
            "it https://press.example/it/2025/tokyo/", "en https://press.example/en/2025/tokyo/",
            "ja https://press.example/ja/2025/tokyo/", "ar https://press.example/ar/2025/tokyo/",
            "x-default https://press.example/en/2025/tokyo/",
        ]);
        head.QuerySelector("link[type='application/rss+xml']")!.GetAttribute("href").ShouldBe("https://press.example/ja/feed.xml");
        Meta(head, "og:locale").ShouldBe("ja_JP");
        Meta(head, "og:type").ShouldBe("article");
        Meta(head, "article:published_time").ShouldBe("2025-11-03T09:00:00+01:00");
    }

    [Fact]
    public void The_root_page_is_the_default_of_every_home()
    {
        var frame = SomeSite.Frame(SomeSite.Italian);
        var home = Parse(new HomePage(frame.Home, frame, SomeSite.Alternates(l => $"{l.Tag}/"), []));
        var root = Parse(new RootPage(SomeSite.Frame(SomeSite.English), SomeSite.Alternates(l => $"{l.Tag}/")));

        home.QuerySelector("link[hreflang=x-default]")!.GetAttribute("href").ShouldBe("https://press.example/");
        root.QuerySelector("link[hreflang=x-default]")!.GetAttribute("href").ShouldBe("https://press.example/");
        root.QuerySelectorAll(".choices a").Select(a => $"{a.GetAttribute("lang")} {a.GetAttribute("dir")} {a.GetAttribute("href")} {a.QuerySelector("b")!.TextContent}")
            .ShouldBe(["it ltr /it/ Italiano", "en ltr /en/ English", "ja ltr /ja/ 日本語", "ar rtl /ar/ العربية"]);
    }

    [Fact]
    public void Every_page_leads_to_itself_in_the_other_languages()
    {
        foreach (var page in SomeSite.Pages().OfType<LocalPage>().Where(p => p is not RootPage && p.Alternates.Length > 1))
        {
            var links = Parse(page).QuerySelectorAll(".languages a");
            links.Select(a => a.GetAttribute("href")).ShouldBe(page.Alternates.Select(a => "/" + a.Address.Path));
            links.Single(a => a.HasAttribute("aria-current")).GetAttribute("hreflang").ShouldBe(page.Language.Tag);
        }
    }

    [Fact]
    public void A_page_for_what_is_missing_is_not_to_be_found_itself()
    {
        var page = new NotFoundPage(new Address("en/404.html"), SomeSite.Frame(SomeSite.English), SomeSite.Alternates(l => $"{l.Tag}/404.html"));

        Parse(page).Head!.ShouldSatisfyAllConditions(
            head => Meta(head, "robots").ShouldBe("noindex"), head => head.QuerySelector("link[rel=canonical]").ShouldBeNull(),
            head => head.QuerySelector("link[hreflang]").ShouldBeNull());
    }

    [Fact]
    public void A_text_is_escaped_and_its_letters_stay()
    {
        var front = SomeSite.FrontMatter(SomeSite.English) with { Headline = "<b>Ü & \"ja\" 日本</b>" };

        var html = Render(SomeSite.ReleasePage(SomeSite.English, entry: SomeSite.Entry(SomeSite.English, front: front)));

        html.ShouldContain("<h1 class=\"p-name\" data-text>&lt;b&gt;Ü &amp; &quot;ja&quot; 日本&lt;/b&gt;</h1>");
        html.ShouldNotContain("<b>Ü");
    }

    [Theory]
    [InlineData("it", "Tokyo, 3 novembre 2025 – Durante")]
    [InlineData("en", "TOKYO, Nov. 3, 2025 – During")]
    [InlineData("ja", "2025年11月3日、東京\u3000東京の")]
    public void A_text_begins_with_its_dateline(string tag, string expected) =>
        Parse(SomeSite.ReleasePage(Language.Parse(tag))).QuerySelector(".e-content p")!.TextContent.ShouldStartWith(expected);

    [Fact]
    public void A_release_is_an_entry_of_microformats()
    {
        var entry = Parse(SomeSite.ReleasePage(SomeSite.Italian)).QuerySelector("main > .h-entry")!;

        entry.QuerySelector(".p-name")!.TextContent.ShouldBe(SomeSite.FrontMatter(SomeSite.Italian).Headline);
        entry.QuerySelector(".dt-published")!.GetAttribute("datetime").ShouldBe("2025-11-03T09:00:00+01:00");
        entry.QuerySelector(".u-url")!.GetAttribute("href").ShouldBe("/it/2025/tokyo/");
        entry.QuerySelector(".p-author.h-card")!.TextContent.ShouldBe("Kaleidos");
        entry.QuerySelectorAll("header .p-category").Select(c => c.TextContent).ShouldBe(["Intelligenza artificiale", "Cinema"]);
        entry.QuerySelector(".p-summary").ShouldNotBeNull();
        entry.QuerySelector(".u-featured").ShouldNotBeNull().ShouldSatisfyAllConditions(
            i => i.GetAttribute("width").ShouldBe("1600"), i => i.GetAttribute("height").ShouldBe("900"));
    }

    [Fact]
    public void A_machine_draft_says_so_and_leads_to_the_original()
    {
        var label = Parse(SomeSite.ReleasePage(SomeSite.English, entry: SomeSite.Entry(SomeSite.English, label: Label.Machine))).QuerySelector(".label")!;

        label.ClassName.ShouldBe("label machine");
        label.TextContent.ShouldContain("Machine translation");
        label.TextContent.ShouldContain("Kaleidos");
        label.QuerySelector("a")!.ShouldSatisfyAllConditions(
            a => a.GetAttribute("href").ShouldBe("/it/2025/tokyo/"), a => a.GetAttribute("hreflang").ShouldBe("it"));
    }

    [Fact]
    public void A_source_has_no_label() =>
        Parse(SomeSite.ReleasePage(SomeSite.Italian)).QuerySelector(".label").ShouldBeNull();

    [Fact]
    public void A_boilerplate_in_another_language_says_so()
    {
        var boilerplate = Parse(SomeSite.ReleasePage(SomeSite.Arabic)).QuerySelector(".boilerplate")!;

        boilerplate.GetAttribute("lang").ShouldBe("en");
        boilerplate.GetAttribute("dir").ShouldBe("ltr");
    }

    [Fact]
    public void Links_of_a_text_lead_where_the_site_says()
    {
        string? gate = null, secret = "", elsewhere = null;
        var body = new Body("key", ["../gate/it.md", "secret", "https://example.org/"], resolve =>
        {
            (gate, secret, elsewhere) = (resolve("../gate/it.md"), resolve("secret"), resolve("https://example.org/"));
            return "<p>x</p>";
        });

        Render(SomeSite.ReleasePage(SomeSite.Italian, SomeSite.Newsroom(url: new Uri("https://press.example/news/")), SomeSite.Entry(SomeSite.Italian, body: body)),
            SomeSite.Newsroom(url: new Uri("https://press.example/news/")));

        gate.ShouldBe("/news/it/2025/gate/");
        secret.ShouldBeNull();
        elsewhere.ShouldBe("https://example.org/");
    }

    [Fact]
    public void A_site_may_stand_below_a_path()
    {
        var newsroom = SomeSite.Newsroom(url: new Uri("https://press.example/news/"));

        var page = Parse(SomeSite.ReleasePage(SomeSite.Italian, newsroom), newsroom);

        page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Where(u => u.StartsWith('/')).ShouldAllBe(u => u.StartsWith("/news/", StringComparison.Ordinal));
        page.Head!.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("https://press.example/news/it/2025/tokyo/");
    }

    [Fact]
    public void Pages_ask_no_other_host_and_run_nothing_but_the_themes_own_script()
    {
        foreach (var page in SomeSite.Pages().OfType<LocalPage>())
        {
            var document = Parse(page);
            document.QuerySelectorAll("script:not([type='application/ld+json']):not([src]), style, iframe, [style], [onclick]").ShouldBeEmpty();
            document.QuerySelectorAll("script[src], img, source, link[rel=stylesheet], link[rel=icon]")
                .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!).ShouldAllBe(u => u.StartsWith('/'));
        }
    }

    [Fact]
    public void Nothing_is_rendered_to_know_a_key()
    {
        var body = new Body("key", [], _ => throw new InvalidOperationException("rendered"));

        Format().Files(SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(SomeSite.Italian, body: body))).Single().Key.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_key_changes_with_the_text_its_links_and_its_pictures_only()
    {
        var entry = SomeSite.Entry(SomeSite.Italian);
        var page = SomeSite.ReleasePage(SomeSite.Italian, entry: entry);
        var key = Key(page);

        Key(SomeSite.ReleasePage(SomeSite.Italian)).ShouldBe(key);
        (Key(page with { Entry = SomeSite.Entry(SomeSite.Italian, body: SomeSite.Body("", "other")) }) == key).ShouldBeFalse();
        (Key(page with { Links = [new ResolvedLink("../gate/it.md", null)] }) == key).ShouldBeFalse();
        (Key(page with { Entry = entry with { Media = [.. entry.Media.Select(m => m with { File = m.File with { Hash = "other" } })] } }) == key).ShouldBeFalse();
        Key(page with { Entry = entry with { Edition = entry.Edition with { Content = "approved" } } }).ShouldBe(key);
    }

    [Fact]
    public void The_theme_is_published_under_names_that_change_with_it()
    {
        var files = Format().Files(new ThemePage()).ToList();

        files.Select(f => f.Path).ShouldContain(p => p.StartsWith("theme/press.", StringComparison.Ordinal) && p.EndsWith(".css", StringComparison.Ordinal));
        var style = Parse(SomeSite.ReleasePage(SomeSite.Italian)).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href");
        files.ShouldContain(f => "/" + f.Path == style);
    }

    private static string Key(Page page) => Format().Files(page).First().Key;

    private static string Meta(IElement head, string name) =>
        head.QuerySelector($"meta[property='{name}'], meta[name='{name}']")!.GetAttribute("content")!;

    private static HtmlFormat Format(Newsroom? newsroom = null) => newsroom is null ? Default.Value : Load(newsroom);

    private static HtmlFormat Load(Newsroom newsroom)
    {
        var problems = new Problems();
        var theme = Theme.Load(newsroom, problems);
        problems.All.ShouldBeEmpty();
        return new HtmlFormat(newsroom.Url, theme!, new Locales(), new ImageSizes(), PressKit.Media.Pictures.AsTheyAre, new PageKeys(), text => $"<p>{text}</p>\n");
    }

    private static string Render(Page page, Newsroom? newsroom = null)
    {
        using var stream = new MemoryStream();
        Format(newsroom).Files(page).First().Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IHtmlDocument Parse(Page page, Newsroom? newsroom = null) => new HtmlParser().ParseDocument(Render(page, newsroom));
}
