using System.Text;
using System.Text.RegularExpressions;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>A newsroom with a release that was corrected, and one that was withdrawn, in Italian, Japanese and Arabic: what their
/// pages say, and what is gone.</summary>
public sealed class CorrectedNewsroomTests
{
    private static readonly string Corrected = Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "corrected");

    [Fact]
    public async Task Of_a_withdrawn_release_nothing_is_left_in_any_file_or_name()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Add(Corrected);
        newsroom.Write("content/releases/2025/concorso/media/piano.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>");
        newsroom.Replace("content/releases/2025/concorso/it.md", "languages:", "media:\n  - { file: media/piano.svg, alt: Piano CANARINO, credit: Acme, licence: CC0-1.0 }\nlanguages:");
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        // Its address is what readers have of it, and where they look; everything else is gone.
        foreach (var (path, bytes) in site)
        {
            var text = Encoding.UTF8.GetString(bytes);
            foreach (var said in new[] { "Un concorso per", "si tiene", "のコンクール", "開催されます", "مسابقة من", "تُقام المسابقة في", "CANARINO" })
                text.ShouldNotContain(said, customMessage: path);
        }

        site.Keys.ShouldNotContain(path => path.StartsWith("media/", StringComparison.Ordinal) && site[path].Length == "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>".Length);
        foreach (var list in new[] { "sitemap.xml", "it/index.html", "ja/archive/index.html", "ar/topics/products/index.html" }) Encoding.UTF8.GetString(site[list]).ShouldNotContain("concorso", customMessage: list);
    }

    [Theory]
    [InlineData("it", "un-concorso-per-la-cosa", "Comunicato ritirato", "13 gennaio 2026", "<p>Il concorso non si terrà.</p>")]
    [InlineData("ja", "concorso", "リリースは撤回されました", "2026年1月13日", "<p>コンクールは開催されません。</p>")]
    [InlineData("ar", "concorso", "بيان مسحوب", "13 يناير 2026", "<p>لن تُقام المسابقة.</p>")]
    public async Task A_notice_stands_at_every_address_in_the_readers_language(string language, string slug, string title, string date, string reason)
    {
        using var newsroom = new TestNewsroom();
        newsroom.Add(Corrected);
        newsroom.Replace("content/newsroom.yml", "theme: plain", "theme: press");
        await newsroom.SucceedAsync("build");
        var page = newsroom.Read($"output/{language}/2025/{slug}/index.html");
        foreach (var said in new[] { title, date, reason }) page.ShouldContain(said);
        page.ShouldContain("noindex");
        page.ShouldNotContain("rel=\"canonical\"");
    }

    [Theory]
    [InlineData("it", "la-cosa-premiata-a-torino", "Rettifica", "12 gennaio 2026", "Il premio è di 5.000 euro, non di 50.000.", "5.000 euro")]
    [InlineData("ja", "premio", "訂正", "2026年1月12日", "賞金は50,000ユーロではなく、5,000ユーロです。", "5,000ユーロを")]
    [InlineData("ar", "premio", "تصويب", "12 يناير 2026", "lang=\"it\" dir=\"ltr\">Il premio è di 5.000 euro, non di 50.000.</p>", "5000 يورو")]
    public async Task A_correction_stands_above_the_text_in_the_readers_language_as_far_as_it_goes(
        string language, string slug, string title, string date, string reason, string text)
    {
        using var newsroom = new TestNewsroom();
        newsroom.Add(Corrected);
        newsroom.Replace("content/newsroom.yml", "theme: plain", "theme: press");
        await newsroom.SucceedAsync("build");
        var page = newsroom.Read($"output/{language}/2025/{slug}/index.html");
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        string[] inOrder = [title, date, reason, "class=\"text e-content\"", text];
        inOrder.Select(said => main.IndexOf(said, StringComparison.Ordinal)).ShouldAllBe(at => at > 0);
        inOrder[1..].Select(said => main.LastIndexOf(said, StringComparison.Ordinal)).ShouldBeInOrder();
        page.ShouldContain("<meta property=\"article:modified_time\" content=\"2026-01-12T10:00:00+01:00\">");
        page.ShouldContain("\"dateModified\":\"2026-01-12T10:00:00\\u002B01:00\"");
        page.ShouldContain("\"@type\":\"CorrectionComment\"");
    }

    [Fact]
    public async Task A_link_to_a_withdrawn_release_is_plain_text_in_every_language()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Add(Corrected);
        await newsroom.SucceedAsync("build");
        var links = new Regex("href=\"[^\"]*concorso", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        foreach (var (path, bytes) in newsroom.Published().Where(f => f.Key.Contains("/premi", StringComparison.Ordinal) && f.Key.EndsWith(".html", StringComparison.Ordinal)))
            links.IsMatch(Encoding.UTF8.GetString(bytes)).ShouldBeFalse(path);
        newsroom.Read("output/ja/2025/premio/index.html").ShouldContain("コンクールのお知らせでも触れています。");
        (await newsroom.SucceedAsync("check")).Errors.ShouldNotContain("link.unknown-release");
    }
}
