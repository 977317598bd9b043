using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>PressKit's own newsroom, as a stranger publishes it.</summary>
[Collection(SampleCollection.Name)]
public sealed class SampleNewsroomTests
{
    private static readonly string[] Tags = ["it", "en", "fr", "de", "es", "pt", "ca", "ja", "zh-Hans", "ar"];
    private readonly Sample _sample;

    public SampleNewsroomTests(Sample sample) => _sample = sample;

    [Fact]
    public void It_is_published_without_a_single_problem()
    {
        _sample.Answer.Errors.ShouldBe("");
        _sample.Answer.Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Publishing_it_writes_nothing_into_its_content() =>
        Same.Site(_sample.ContentAfter, _sample.ContentBefore);

    [Fact]
    public void Every_release_and_the_about_page_are_public_in_ten_languages()
    {
        foreach (var tag in Tags)
        {
            _sample.Pages.Keys.Count(p => p.StartsWith($"{tag}/20", StringComparison.Ordinal)).ShouldBe(6, tag);
            _sample.Pages.Keys.ShouldContain($"{tag}/about/index.html");
        }
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("404.html")]
    [InlineData("it/404.html")]
    [InlineData("it/archive/index.html")]
    [InlineData("ar/topics/cinema/index.html")]
    [InlineData("ja/feed.xml")]
    [InlineData("sitemap.xml")]
    [InlineData("robots.txt")]
    public void What_every_site_has_is_there(string file) => _sample.Files.Keys.ShouldContain(file);

    [Fact]
    public void Every_page_says_its_language_and_direction()
    {
        foreach (var (path, page) in _sample.Pages)
        {
            var tag = path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "en";
            page.DocumentElement.GetAttribute("lang").ShouldBe(tag, path);
            page.DocumentElement.GetAttribute("dir").ShouldBe(tag == "ar" ? "rtl" : "ltr", path);
        }
    }

    [Fact]
    public void Every_page_that_may_be_listed_is_canonical_and_its_alternates_name_each_other()
    {
        var canonical = _sample.Pages.Values.Select(Canonical).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var alternates = _sample.Pages.Values.Where(p => Canonical(p) is not null).ToDictionary(p => Canonical(p)!, Alternates, StringComparer.Ordinal);
        foreach (var (url, others) in alternates)
        {
            foreach (var (language, other) in others)
            {
                canonical.ShouldContain(other, url);
                if (language != "x-default") alternates[other].ShouldContain((alternates[url].First(a => a.Url == url).Language, url));
            }
        }
    }

    [Theory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public void No_link_of_any_page_leads_nowhere(string theme)
    {
        var files = _sample.In(theme);
        foreach (var (path, page) in Sample.Parsed(files))
        {
            foreach (var link in page.QuerySelectorAll("[href], [src]"))
            {
                var target = link.GetAttribute("href") ?? link.GetAttribute("src")!;
                if (target.StartsWith(Sample.Site, StringComparison.Ordinal)) target = "/" + target[Sample.Site.Length..];
                if (!target.StartsWith('/')) continue;
                var file = Uri.UnescapeDataString(target.Split('#')[0])[1..];
                if (file.Length == 0 || file.EndsWith('/')) file += "index.html";
                files.ContainsKey(file).ShouldBeTrue($"{path} leads to {target}");
            }
        }
    }

    [Theory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public void No_page_is_heavier_than_50_kilobytes_without_its_images(string theme)
    {
        var files = _sample.In(theme);
        foreach (var (path, page) in Sample.Parsed(files))
        {
            var styles = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]").Select(l => l.GetAttribute("href") ?? l.GetAttribute("src")!);
            files[path].Length.ShouldBeLessThan(50_000, path);
            // With all that it loads, as hosts send it.
            (Compressed(files[path]) + styles.Sum(style => Compressed(files[style[1..]]))).ShouldBeLessThan(50_000, path);
        }

        static long Compressed(byte[] bytes)
        {
            using var stream = new MemoryStream();
            using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
            return stream.Length;
        }
    }

    [Theory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public void A_page_waits_for_its_sheet_and_for_nothing_else(string theme)
    {
        foreach (var (path, page) in Sample.Parsed(_sample.In(theme)))
        {
            page.QuerySelectorAll("link[rel=stylesheet]").Length.ShouldBe(page.QuerySelector("meta[http-equiv=refresh]") is null ? 1 : 0, path);
            page.Scripts.ShouldAllBe(script => script.Type == "application/ld+json" || script.Type == "module" || script.HasAttribute("defer"), path);
            foreach (var image in page.QuerySelectorAll("img")) (image.HasAttribute("width") && image.HasAttribute("height")).ShouldBeTrue($"{path} {image.OuterHtml}");
        }
    }

    [Theory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public void No_page_asks_another_host_for_anything(string theme)
    {
        foreach (var (path, page) in Sample.Parsed(_sample.In(theme)))
        {
            page.Scripts.ShouldAllBe(script => script.Type == "application/ld+json" || (script.Source != null && script.Text == ""), path);
            foreach (var loaded in page.QuerySelectorAll("script[src], img, link[rel=stylesheet], link[rel=icon], iframe, video, audio, source"))
                (loaded.GetAttribute("src") ?? loaded.GetAttribute("href"))!.ShouldStartWith("/", customMessage: path);
        }
    }

    [Fact]
    public void A_machine_draft_is_labelled_in_the_readers_language_with_a_link_to_the_original()
    {
        foreach (var (tag, words) in new[] { ("fr", "Traduction automatique"), ("es", "Traducción automática"), ("pt", "Tradução automática"), ("ca", "Traducció automàtica") })
        {
            var label = Release(tag, "tokyo-contest").QuerySelector(".label")!;
            label.TextContent.ShouldContain(words);
            label.TextContent.ShouldContain("Apertium");
            label.QuerySelector("a")!.GetAttribute("href")!.ShouldStartWith("/it/2025/");
            label.QuerySelector("a")!.GetAttribute("hreflang").ShouldBe("it");
        }
    }

    [Fact]
    public void A_signed_off_translation_names_its_true_maker_and_the_source_names_nobody()
    {
        foreach (var tag in new[] { "en", "de", "ja", "zh-Hans", "ar" })
            Release(tag, "tokyo-contest").QuerySelector(".label")!.TextContent.ShouldContain("PressKit");
        Release("it", "tokyo-contest").QuerySelector(".label").ShouldBeNull();
    }

    [Fact]
    public void Names_on_the_list_reach_every_page_untouched()
    {
        foreach (var tag in Tags)
        {
            var text = Release(tag, "tokyo-contest").QuerySelector("article")!.TextContent;
            foreach (var name in new[] { "Kling AI NextGen Creative Contest", "Kuaishou Technology", "Tim Yip", "Cao Yizhe", "Wei Zheng", "Zeng Yushen", "Bafta" })
                text.ShouldContain(name, customMessage: tag);
        }
    }

    [Theory]
    [InlineData("it", "Tokyo, 3 novembre 2025 –")]
    [InlineData("en", "TOKYO, Nov. 3, 2025 –")]
    [InlineData("ja", "2025年11月3日、東京")]
    [InlineData("de", "Tokio, 3. November 2025 –")]
    public void The_dateline_is_the_readers(string tag, string dateline) =>
        Release(tag, "tokyo-contest").QuerySelector(".e-content")!.TextContent.TrimStart().ShouldStartWith(dateline);

    [Fact]
    public void A_release_is_an_entry_in_microformats()
    {
        foreach (var tag in Tags)
        {
            var entry = Release(tag, "tokyo-contest").QuerySelector(".h-entry").ShouldNotBeNull();
            foreach (var property in new[] { "p-name", "e-content", "p-summary", "dt-published", "u-url", "p-author", "p-category" })
                entry.QuerySelector("." + property).ShouldNotBeNull($"{property} in {tag}");
        }
    }

    [Fact]
    public void Every_feed_is_clean_and_carries_the_whole_text()
    {
        foreach (var tag in Tags)
        {
            var feed = Encoding.UTF8.GetString(_sample.Files[$"{tag}/feed.xml"]);
            FeedRules.Violations(_sample.Files[$"{tag}/feed.xml"], $"{Sample.Site}{tag}/feed.xml").ShouldBeEmpty(tag);
            feed.Split("<item>").Length.ShouldBe(7, tag);
            feed.ShouldContain("Kuaishou Technology", customMessage: tag);
        }
    }

    [SkippableFact]
    public void Every_stored_translation_is_valid_XLIFF()
    {
        var schema = new XliffSchema();
        var files = _sample.ContentBefore.Where(f => f.Key.EndsWith(".xlf", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBe(54);
        foreach (var (path, bytes) in files) schema.Validate(bytes).ShouldBeEmpty(path);
    }

    private IDocument Release(string tag, string name) => _sample.Pages[_sample.Release(tag, name)[1..] + "index.html"];

    private static string? Canonical(IDocument page) => page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    private static List<(string Language, string Url)> Alternates(IDocument page) =>
        [.. page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!))];
}
