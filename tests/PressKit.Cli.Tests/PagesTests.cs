using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PressKit.Cli.Tests;

/// <summary>Lists, people, media and what else a press site has, in the theme that ships with PressKit.</summary>
public sealed class PagesTests
{
    private const string Site = "https://press.acme.example/news";

    [Fact]
    public async Task A_new_release_changes_its_month_its_year_and_the_newest_page_of_what_lists_it()
    {
        using var newsroom = Newsroom();
        for (var i = 0; i < 45; i++) Add(newsroom, i, new DateOnly(2024, 1, 1).AddDays(i * 14));
        await newsroom.SucceedAsync("build");
        var before = newsroom.Published();

        Add(newsroom, 99, new DateOnly(2025, 12, 1));
        await newsroom.SucceedAsync("build");

        var after = newsroom.Published();
        var changed = after.Where(f => !before.TryGetValue(f.Key, out var bytes) || !bytes.AsSpan().SequenceEqual(f.Value)).Select(f => f.Key)
            .Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToList();
        // The release before it in the series leads to it.
        changed.ShouldBe(
            [
                "it/2025/numero-99/index.html", "it/2025/acme-presenta-la-cosa/index.html", "it/archive/2025/12/index.html", "it/archive/2025/index.html",
                "it/archive/index.html", "it/index.html", "it/series/storia/index.html", "it/spokespeople/luca/index.html", "it/topics/products/index.html",
            ],
            ignoreOrder: true);
        before.Keys.Except(after.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task Long_lists_go_over_pages_that_lead_to_each_other()
    {
        using var newsroom = Newsroom();
        for (var i = 0; i < 55; i++) Add(newsroom, i, new DateOnly(2025, 3, 1).AddDays(i % 28));
        await newsroom.SucceedAsync("build");

        foreach (var list in new[] { "it/archive", "it/archive/2025/03", "it/topics/products", "it/series/storia", "it/spokespeople/luca" })
        {
            var (newest, second) = (Read(newsroom, $"{list}/index.html"), Read(newsroom, $"{list}/page/2/index.html"));
            newest.QuerySelector(".older")!.GetAttribute("href").ShouldBe($"/news/{list}/page/2/", list);
            newest.QuerySelector(".newer").ShouldBeNull(list);
            second.QuerySelector(".newer")!.GetAttribute("href").ShouldBe($"/news/{list}/", list);
            second.QuerySelector(".older")!.GetAttribute("href").ShouldBe($"/news/{list}/page/1/", list);
            second.QuerySelector("h1")!.ParentElement!.TextContent.ShouldContain("Pagina 2", customMessage: list);
            second.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang")).ShouldBe(["it"], list);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\nfallback: list")]
    [InlineData("\nfallback: redirect")]
    public async Task The_languages_of_every_page_name_each_other(string fallback)
    {
        using var newsroom = Newsroom();
        newsroom.Replace("content/newsroom.yml", "theme: press", "theme: press" + fallback);
        Add(newsroom, 7, new DateOnly(2024, 5, 1));
        await newsroom.SucceedAsync("build");
        var pages = newsroom.Published().Keys.Where(path => path.EndsWith("index.html", StringComparison.Ordinal)).Select(path => Read(newsroom, path))
            .Where(page => page.QuerySelector("meta[http-equiv=refresh]") is null && Canonical(page) is not null).ToList();
        var alternates = pages.ToDictionary(page => Canonical(page)!, Alternates, StringComparer.Ordinal);

        foreach (var (url, others) in alternates)
        {
            foreach (var (language, other) in others)
            {
                alternates.ShouldContainKey(other, url);
                if (language != "x-default") alternates[other].ShouldContain(a => a.Url == url, $"{other} does not name {url}");
            }
        }

        alternates.Keys.ShouldContain($"{Site}/it/archive/2024/05/");
        alternates.Keys.Contains($"{Site}/ja/archive/2024/05/", StringComparer.Ordinal).ShouldBe(fallback.EndsWith("list", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_language_lists_what_it_does_not_have_every_list_says_which_language_follows()
    {
        using var newsroom = Newsroom();
        newsroom.Replace("content/newsroom.yml", "theme: press", "theme: press\nfallback: { ja: list }");
        // The page of a year shows a month once a later one has a release.
        Add(newsroom, 7, new DateOnly(2025, 12, 1));
        await newsroom.SucceedAsync("build");
        foreach (var list in new[] { "archive", "archive/2025", "archive/2025/11", "topics/products", "series/storia", "media" })
        {
            var page = Read(newsroom, $"ja/{list}/index.html");
            page.QuerySelector("main")!.TextContent.ShouldContain("イタリア語でのみ公開", customMessage: list);
            page.QuerySelectorAll("main [lang=it]").ShouldNotBeEmpty(list);
        }
    }

    [Fact]
    public async Task A_language_has_a_page_only_where_it_has_something_to_show()
    {
        using var newsroom = Newsroom();
        await newsroom.SucceedAsync("build");
        var files = newsroom.Published().Keys;
        foreach (var page in new[] { "it/spokespeople/luca", "ja/spokespeople/luca", "it/series/storia", "ar/series/storia", "it/media", "ar/media", "en/contacts", "en/feeds", "en/accessibility" })
            files.ShouldContain(page + "/index.html");
        foreach (var page in new[] { "en/spokespeople", "ar/spokespeople", "en/series/storia", "ja/series/storia", "en/media", "en/archive/2025", "ja/topics/products" })
            files.ShouldNotContain(page + "/index.html");
        Read(newsroom, "en/index.html").QuerySelectorAll("a[href*=spokespeople], a[href*='/en/media']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_spokesperson_is_named_by_the_register_and_has_a_page_with_what_they_said()
    {
        using var newsroom = Newsroom();
        await newsroom.SucceedAsync("build");
        var quotation = Read(newsroom, "it/2025/acme-presenta-la-cosa/index.html").QuerySelectorAll(".quotations figcaption")[1];
        quotation.TextContent.ShouldContain("Luca Bò");
        quotation.TextContent.ShouldContain("Portavoce di Acme");
        quotation.QuerySelector("a")!.GetAttribute("href").ShouldBe("/news/it/spokespeople/luca/");

        var person = Read(newsroom, "it/spokespeople/luca/index.html");
        person.QuerySelector("blockquote")!.TextContent.ShouldBe("«La Cosa parla da sola.»");
        person.QuerySelectorAll(".p-note p").Length.ShouldBe(2);
        person.QuerySelector(".u-photo")!.GetAttribute("alt").ShouldBe("Luca Bò sorride");
        Read(newsroom, "ja/spokespeople/luca/index.html").QuerySelector("h1")!.TextContent.ShouldBe("ルーカ・ボー");
    }

    [Fact]
    public async Task Contacts_that_speak_the_readers_language_come_first()
    {
        using var newsroom = Newsroom();
        newsroom.Write("content/contacts.yml", "z:\n  name: Z\n  email: a@acme.example\n  languages: [it]\npress:\n  name: B\n  languages: [en, it, ja]\na:\n  name: A\n  languages: [ar]\n");
        await newsroom.SucceedAsync("build");
        string[] Names(string page) => [.. Read(newsroom, page).QuerySelectorAll(".contacts b").Select(b => b.TextContent)];
        Names("it/contacts/index.html").ShouldBe(["Z", "B", "A"], "The order is the register's.");
        Names("ja/contacts/index.html").ShouldBe(["B", "Z", "A"]);
        Read(newsroom, "ja/contacts/index.html").QuerySelector(".contacts li")!.TextContent.ShouldContain("日本語、英語、イタリア語");
    }

    [Fact]
    public async Task A_newsrooms_own_contacts_and_statement_take_the_place_of_those_made_for_it()
    {
        using var newsroom = Newsroom();
        newsroom.Write("content/pages/contacts/it.md", "---\nheadline: Come raggiungerci\n---\n\nAl telefono.\n");
        newsroom.Write("content/pages/accessibility/it.md", "---\nheadline: La nostra accessibilità\n---\n\nTutto.\n");
        await newsroom.SucceedAsync("build");
        Read(newsroom, "it/contacts/index.html").QuerySelector("h1")!.TextContent.ShouldBe("Come raggiungerci");
        Read(newsroom, "it/accessibility/index.html").QuerySelector("h1")!.TextContent.ShouldBe("La nostra accessibilità");
        Read(newsroom, "en/contacts/index.html").QuerySelector("h1")!.TextContent.ShouldBe("Press contacts");
        Alternates(Read(newsroom, "en/contacts/index.html")).Select(a => a.Language).ShouldNotContain("it");
        Read(newsroom, "it/index.html").QuerySelectorAll(".menu a[href='/news/it/contacts/']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_and_a_series_that_are_not_there_are_problems()
    {
        using var newsroom = Newsroom();
        newsroom.Replace("content/releases/2025/lancio/it.md", "person: luca", "person: lucca");
        newsroom.Replace("content/releases/2025/lancio/it.md", "series: storia", "series: istoria");
        newsroom.Replace("content/spokespeople.yml", "contact: press", "contact: presse");
        (await newsroom.RunAsync("check")).Problems.Select(p => p.Split(' ')[1]).Order(StringComparer.Ordinal)
            .ShouldBe(["content.unknown-contact", "content.unknown-person", "content.unknown-series"]);
    }

    private static TestNewsroom Newsroom()
    {
        var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "theme: plain", "theme: press");
        return newsroom;
    }

    private static void Add(TestNewsroom newsroom, int number, DateOnly day) => newsroom.Write(
        FormattableString.Invariant($"content/releases/{day.Year}/numero-{number}/it.md"), FormattableString.Invariant($"""
        ---
        headline: Numero {number}
        published: {day:yyyy-MM-dd}T09:00
        topics: [products]
        series: storia
        quotes:
          - text: È il numero {number}.
            person: luca
        ---

        Testo.

        """));

    private static IDocument Read(TestNewsroom newsroom, string page) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(newsroom.Published()[page]));

    private static string? Canonical(IDocument page) => page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    private static List<(string Language, string Url)> Alternates(IDocument page) =>
        [.. page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!))];
}
