using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using PressKit.Editions;
using PressKit.Formats;
using PressKit.Formats.Html;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates;

namespace PressKit.Tests.Formats.Html;

public sealed class StructuredDataTests
{
    private static readonly StructuredData Data = new(new SiteUrls(SomeSite.Url), new ImageSizes(), new Locales());
    private static readonly Locales Locales = new();

    public static TheoryData<string> Tags => new(SomeSite.Languages.Select(l => l.Tag));

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_release_is_a_news_article_in_every_language(string tag)
    {
        var language = Language.Parse(tag);
        var article = Of(SomeSite.ReleasePage(language));

        Text(article, "@type").ShouldBe("NewsArticle");
        Text(article, "headline").ShouldBe(SomeSite.FrontMatter(language).Headline);
        Text(article, "inLanguage").ShouldBe(tag);
        Text(article, "datePublished").ShouldBe("2025-11-03T09:00:00+01:00");
        Text(article.GetProperty("mainEntityOfPage"), "@id").ShouldBe($"https://press.example/{tag}/2025/tokyo/");
        article.GetProperty("mainEntityOfPage").GetProperty("breadcrumb").GetProperty("itemListElement").EnumerateArray()
            .Select(step => Text(step, "item")).ShouldBe([$"https://press.example/{tag}/", $"https://press.example/{tag}/archive/", $"https://press.example/{tag}/2025/tokyo/"]);
        Text(article, "dateline").ShouldContain("2025");
        Text(article.GetProperty("publisher"), "name").ShouldBe("Kaleidos");
        Text(article.GetProperty("author"), "name").ShouldBe("Kaleidos");
        article.GetProperty("image")[0].GetProperty("width").GetInt32().ShouldBe(1600);
    }

    [Fact]
    public void A_source_names_its_translations_and_a_translation_its_source()
    {
        Of(SomeSite.ReleasePage(SomeSite.Italian)).GetProperty("workTranslation").EnumerateArray().Select(w => Text(w, "inLanguage")).ShouldBe(["en", "ja", "ar"]);
        var translation = Of(SomeSite.ReleasePage(SomeSite.English));
        Text(translation.GetProperty("translationOfWork"), "@id").ShouldBe("https://press.example/it/2025/tokyo/");
        translation.TryGetProperty("workTranslation", out _).ShouldBeFalse();
        Text(translation.GetProperty("translator")[0], "@type").ShouldBe("Organization");
        Text(translation.GetProperty("translator")[0], "name").ShouldBe("Kaleidos");
    }

    [Fact]
    public void A_machines_translation_has_no_translator_and_says_what_it_is()
    {
        var page = SomeSite.ReleasePage(SomeSite.Arabic);
        page.Entry.Label.ShouldBe(Label.Machine);

        Of(page).TryGetProperty("translator", out _).ShouldBeFalse();
        Text(Of(page), "digitalSourceType").ShouldBe("https://schema.org/TrainedAlgorithmicMediaDigitalSource");
    }

    [Fact]
    public void Nothing_ends_the_element_that_it_stands_in()
    {
        var front = SomeSite.FrontMatter(SomeSite.Italian) with { Headline = "</script><script>alert(1)</script>", Summary = "<!-- & \u2028 \"'" };
        var json = Data.Of(SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(SomeSite.Italian, front: front)), Locales.Find(SomeSite.Italian)!).Html;

        json.ShouldNotContain('<');
        json.ShouldNotContain('\u2028');
        Text(JsonDocument.Parse(json).RootElement, "headline").ShouldBe(front.Headline);
    }

    [Fact]
    public void Terms_that_are_an_address_are_a_licence_and_others_are_told_in_words()
    {
        Image("https://creativecommons.org/licenses/by/4.0/").TryGetProperty("license", out _).ShouldBeTrue();
        Text(Image("Free for editorial use"), "copyrightNotice").ShouldBe("Free for editorial use");

        static JsonElement Image(string licence)
        {
            var entry = SomeSite.Entry(SomeSite.Italian);
            entry = entry with { Media = [entry.Media[0] with { Item = entry.Media[0].Item with { Licence = licence } }] };
            return Of(SomeSite.ReleasePage(SomeSite.Italian, entry: entry)).GetProperty("image")[0];
        }
    }

    [Fact]
    public void Pages_carry_it_and_only_those_that_are_more_than_a_way_to_others()
    {
        var format = new HtmlFormat(SomeSite.Url, Theme.Load(SomeSite.Newsroom(), new Problems())!, Locales, new ImageSizes(), PressKit.Media.Pictures.AsTheyAre, new PageKeys(), _ => "");
        var carrying = SomeSite.Pages().OfType<LocalPage>().Where(page => Scripts(format, page) > 0).Select(page => page.GetType()).Distinct();

        carrying.ShouldBe([typeof(HomePage), typeof(ReleasePage)], ignoreOrder: true);
    }

    private static int Scripts(HtmlFormat format, Page page)
    {
        using var stream = new MemoryStream();
        format.Files(page).Single().Write(stream);
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(stream.ToArray())).QuerySelectorAll("script[type='application/ld+json']").Length;
    }

    private static JsonElement Of(ReleasePage page) => JsonDocument.Parse(Data.Of(page, Locales.Find(page.Language)!).Html).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
