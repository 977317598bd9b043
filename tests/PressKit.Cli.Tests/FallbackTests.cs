using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PressKit.Cli.Tests;

/// <summary>What readers find of releases that their language does not have, and at addresses that have changed.</summary>
public sealed class FallbackTests
{
    private const string Site = "https://press.acme.example/news/";
    private const string Only = "content/releases/2025/solo/it.md";

    [Fact]
    public async Task A_language_that_hides_what_it_does_not_have_shows_nothing_of_it()
    {
        using var newsroom = await BuiltAsync("fallback: hide");
        Read(newsroom, "en/index.html").QuerySelectorAll(".h-entry").ShouldBeEmpty();
        newsroom.Published().Keys.Where(path => path.StartsWith("en/2025/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_language_that_lists_what_it_does_not_have_says_which_language_follows()
    {
        using var newsroom = await BuiltAsync("fallback: { ja: list }");
        var home = Read(newsroom, "ja/index.html");
        var entries = home.QuerySelectorAll(".h-entry");
        entries.Length.ShouldBe(2);
        foreach (var entry in entries)
        {
            var link = entry.QuerySelector("a.u-url").ShouldNotBeNull();
            link.GetAttribute("href").ShouldStartWith("/news/it/2025/");
            link.GetAttribute("hreflang").ShouldBe("it");
            var marked = link.Closest("[lang]").ShouldNotBeNull();
            marked.GetAttribute("lang").ShouldBe("it");
            marked.GetAttribute("dir").ShouldBe("ltr");
            entry.TextContent.ShouldContain("イタリア語でのみ公開");
        }

        // Nothing is copied: the language has no page of the release, in no format.
        newsroom.Published().Keys.Where(path => path.StartsWith("ja/2025/", StringComparison.Ordinal)).ShouldBeEmpty();
        Encoding.UTF8.GetString(newsroom.Published()["ja/feed.xml"]).ShouldNotContain("<item>");
        Read(newsroom, "it/2025/acme-presenta-la-cosa/index.html").QuerySelectorAll("link[hreflang=ja]").ShouldBeEmpty();
        Read(newsroom, "ja/topics/products/index.html").QuerySelectorAll("link[rel=alternate][hreflang]")
            .Select(l => l.GetAttribute("hreflang")).ShouldBe(["ja"]);
    }

    [Fact]
    public async Task A_page_from_right_to_left_shows_a_foreign_entry_from_left_to_right()
    {
        using var newsroom = await BuiltAsync("fallback: { ar: list }");
        var home = Read(newsroom, "ar/index.html");
        home.DocumentElement.GetAttribute("dir").ShouldBe("rtl");
        home.QuerySelectorAll(".h-entry [lang=it]").ShouldAllBe(e => e.GetAttribute("dir") == "ltr");
        home.QuerySelectorAll(".h-entry [lang=it]").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_language_that_redirects_leads_from_the_name_of_the_folder_to_what_there_is()
    {
        using var newsroom = await BuiltAsync("fallback: { ja: redirect, ar: redirect }");
        Read(newsroom, "ja/index.html").QuerySelectorAll(".h-entry").ShouldBeEmpty();
        LeadsTo(newsroom, "ja/2025/solo/index.html", "/news/it/2025/solo-in-italiano/", "it");
        LeadsTo(newsroom, "ja/2025/lancio/index.html", "/news/it/2025/acme-presenta-la-cosa/", "it");
        // What the language has is a page, not a redirect.
        Read(newsroom, "ar/2025/lancio/index.html").QuerySelector("meta[http-equiv=refresh]").ShouldBeNull();
    }

    [Fact]
    public async Task A_release_that_is_not_meant_for_a_language_does_not_turn_up_in_it()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write(Only, Text("languages: [it, en]\n"));
        newsroom.Replace("content/newsroom.yml", "theme: plain", "theme: press\nfallback: { ja: list, en: list, ar: redirect }");
        await newsroom.SucceedAsync("build");
        Read(newsroom, "ja/index.html").Body!.TextContent.ShouldNotContain("Solo in italiano");
        Read(newsroom, "en/index.html").Body!.TextContent.ShouldContain("Solo in italiano");
        newsroom.Published().Keys.ShouldNotContain("ar/2025/solo/index.html");
    }

    [Fact]
    public async Task An_address_is_not_derived_again_from_another_headline()
    {
        using var newsroom = await BuiltAsync("fallback: hide", "publish");
        newsroom.Replace(Only, "headline: Solo in italiano", "headline: Un altro titolo");
        await newsroom.SucceedAsync("publish");
        Read(newsroom, "it/2025/solo-in-italiano/index.html").QuerySelector("h1")!.TextContent.ShouldBe("Un altro titolo");
        newsroom.Published().Keys.ShouldNotContain(path => path.Contains("un-altro-titolo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_changed_on_purpose_leaves_a_redirect_behind()
    {
        using var newsroom = await BuiltAsync("fallback: hide", "publish");
        newsroom.Replace(Only, "headline: Solo in italiano", "headline: Solo in italiano\nslug: il-nuovo");
        await newsroom.SucceedAsync("publish");
        Read(newsroom, "it/2025/il-nuovo/index.html").QuerySelector("h1")!.TextContent.ShouldBe("Solo in italiano");
        LeadsTo(newsroom, "it/2025/solo-in-italiano/index.html", "/news/it/2025/il-nuovo/", "it");
        newsroom.Read("content/releases/2025/solo/record.yml").ShouldContain("slug: \"il-nuovo\"\n    former: [\"solo-in-italiano\"]");
        Encoding.UTF8.GetString(newsroom.Published()["sitemap.xml"]).ShouldNotContain("/it/2025/solo-in-italiano/");

        // Without the key the address stays; and it can be changed back.
        newsroom.Replace(Only, "slug: il-nuovo\n", "");
        await newsroom.SucceedAsync("publish");
        Read(newsroom, "it/2025/il-nuovo/index.html").QuerySelector("h1").ShouldNotBeNull();
        newsroom.Replace(Only, "headline: Solo in italiano", "headline: Solo in italiano\nslug: solo-in-italiano");
        await newsroom.SucceedAsync("publish");
        LeadsTo(newsroom, "it/2025/il-nuovo/index.html", "/news/it/2025/solo-in-italiano/", "it");
        newsroom.Read("content/releases/2025/solo/record.yml").ShouldContain("former: [\"il-nuovo\"]");
    }

    [Fact]
    public async Task No_other_release_takes_an_address_that_leads_on()
    {
        using var newsroom = await BuiltAsync("fallback: hide", "publish");
        newsroom.Replace(Only, "headline: Solo in italiano", "headline: Solo in italiano\nslug: il-nuovo");
        await newsroom.SucceedAsync("publish");
        newsroom.Write("content/releases/2025/altro/it.md", "---\nheadline: Solo in italiano\npublished: 2025-12-01T09:00\n---\n\nTesto.\n");
        (await newsroom.RunAsync("build")).Problems.ShouldBe(["content/releases/2025/altro/it.md site.address-taken"]);
        LeadsTo(newsroom, "it/2025/solo-in-italiano/index.html", "/news/it/2025/il-nuovo/", "it");
    }

    [Theory]
    [InlineData("fallback: hide")]
    [InlineData("fallback: list")]
    [InlineData("fallback: redirect")]
    public async Task Every_alternate_leads_to_a_page_that_leads_back(string fallback)
    {
        using var newsroom = await BuiltAsync(fallback);
        var pages = newsroom.Published().Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(path => Site + path.Replace("index.html", "", StringComparison.Ordinal), path => Read(newsroom, path), StringComparer.Ordinal);
        var announced = 0;
        foreach (var (url, page) in pages)
        {
            var alternates = Alternates(page);
            if (alternates.Count == 0) continue;
            announced++;
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe(url);
            // The root has the alternates of the first pages, to which it leads.
            if (url != Site) alternates.ShouldContain((page.DocumentElement.GetAttribute("lang")!, url));
            alternates.Select(a => a.Language).Distinct(StringComparer.Ordinal).Count().ShouldBe(alternates.Count);
            foreach (var (language, address) in alternates.Where(a => a.Language != "x-default"))
            {
                var other = pages[address];
                other.DocumentElement.GetAttribute("lang").ShouldBe(language);
                other.QuerySelector("meta[http-equiv=refresh]").ShouldBeNull();
                Alternates(other).ShouldBe(alternates, address);
            }

            if (alternates.Count > 1 || url == Site) alternates.ShouldContain(a => a.Language == "x-default");
        }

        announced.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_fallback_of_another_language_is_a_problem()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "theme: plain", "theme: plain\nfallback: { ko: list, ja: lits }");
        (await newsroom.RunAsync("check")).Problems.ShouldBe(
            ["content/newsroom.yml:19:13 newsroom.bad-language", "content/newsroom.yml:19:27 content.unknown-value"]);
    }

    private static async Task<TestNewsroom> BuiltAsync(string fallback, string command = "build")
    {
        var newsroom = new TestNewsroom();
        newsroom.Write(Only, Text(""));
        newsroom.Replace("content/newsroom.yml", "theme: plain", $"theme: press\n{fallback}");
        await newsroom.SucceedAsync(command);
        return newsroom;
    }

    private static string Text(string more) =>
        $"---\nheadline: Solo in italiano\nsummary: In breve.\npublished: 2025-11-04T09:00\ntopics: [products]\n{more}---\n\nTesto.\n";

    private static void LeadsTo(TestNewsroom newsroom, string path, string address, string language)
    {
        var page = Read(newsroom, path);
        page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content").ShouldBe($"0; url={address}");
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("https://press.acme.example" + address);
        var link = page.QuerySelector("main a").ShouldNotBeNull();
        link.GetAttribute("href").ShouldBe(address);
        link.GetAttribute("hreflang").ShouldBe(language);
        Alternates(page).ShouldBeEmpty();
        page.QuerySelector("article").ShouldBeNull();
    }

    private static List<(string Language, string Url)> Alternates(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("link[rel=alternate][hreflang]:not([type])").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!))];

    private static IHtmlDocument Read(TestNewsroom newsroom, string path) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(newsroom.Published()[path]));
}
