using PressKit.Testing;

namespace PressKit.Cli.Tests.Hosting;

/// <summary>The files for Netlify, as its documentation reads them.</summary>
[Collection(SampleCollection.Name)]
public sealed class NetlifyTests(Sample sample)
{
    [Fact]
    public void No_file_is_told_two_values_of_a_header_and_every_one_is_safe()
    {
        var host = new NetlifyHost(sample.Files);
        foreach (var path in sample.Files.Keys)
        {
            var headers = host.Headers("/" + path);
            foreach (var header in headers) header.Count().ShouldBe(1, $"{path} {header.Key}");
            headers["Content-Security-Policy"].Single().ShouldNotContain("unsafe-inline", customMessage: path);
            headers["X-Content-Type-Options"].ShouldBe(["nosniff"]);
            if (path.StartsWith("theme/", StringComparison.Ordinal) || path.StartsWith("media/", StringComparison.Ordinal))
                headers["Cache-Control"].Single().ShouldEndWith("immutable", customMessage: path);
        }
    }

    [Theory]
    [InlineData("/feed.xml", "application/rss+xml")]
    [InlineData("/it/feed.xml", "application/rss+xml")]
    [InlineData("/it/feed/2025-11.xml", "application/rss+xml")]
    [InlineData("/it/topics/cinema/feed.atom", "application/atom+xml")]
    [InlineData("/it/feed/2025-11.json", "application/feed+json")]
    [InlineData("/it/items.ninjs.json", "application/json")]
    [InlineData("/it/items/2025-11.newsml.xml", "application/vnd.iptc.g2.packageitem+xml")]
    public void Feeds_and_lists_have_their_type_and_any_page_may_read_them(string path, string type)
    {
        sample.Files.Keys.ShouldContain(path[1..]);
        var headers = new NetlifyHost(sample.Files).Headers(path);
        headers["Content-Type"].ShouldBe([type + "; charset=utf-8"]);
        headers["Access-Control-Allow-Origin"].ShouldBe(["*"]);
        headers["Cache-Control"].ShouldBe(["public, max-age=300"]);
    }

    [Fact]
    public void Every_item_has_the_type_of_its_format()
    {
        var host = new NetlifyHost(sample.Files);
        foreach (var path in sample.Files.Keys.Where(p => p.EndsWith("/newsml.xml", StringComparison.Ordinal)))
            host.Headers("/" + path)["Content-Type"].ShouldBe(["application/vnd.iptc.g2.newsitem+xml; charset=utf-8"]);
    }

    [Theory]
    [InlineData("/", "it", 302, "/it/")]
    [InlineData("/", "zh-CN", 302, "/zh-Hans/")]
    [InlineData("/", "ru", 200, "/index.html")]
    [InlineData("/index.html", "it", 200, "/index.html")]
    [InlineData("/it/", "en", 200, "/it/index.html")]
    [InlineData("/it/nulla/", "en", 404, "/it/404.html")]
    [InlineData("/nulla", "it", 404, "/404.html")]
    public void The_root_leads_to_the_readers_language_and_what_is_missing_is_answered_in_it(string path, string language, int status, string target) =>
        new NetlifyHost(sample.Files).Answer(path, language).ShouldBe((status, target));

    [Fact]
    public async Task Former_addresses_lead_on_and_feeds_name_their_hub()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "url: https://press.acme.example/news/", "url: https://press.acme.example/\nfeeds:\n  hubs: [https://hub.example.org/]");
        await newsroom.SucceedAsync("publish");
        newsroom.Replace("content/releases/2025/lancio/record.yml", "slug: \"acme-presenta-la-cosa\"", "slug: \"nuova $1\"\n    former: [acme-presenta-la-cosa]");
        await newsroom.SucceedAsync("publish");
        var host = new NetlifyHost(newsroom.Published());
        host.Answer("/it/2025/acme-presenta-la-cosa/").ShouldBe((301, "/it/2025/nuova%20$1/"));
        host.Headers("/it/feed.atom")["Link"].ShouldBe(["<https://hub.example.org/>; rel=\"hub\", <https://press.acme.example/it/feed.atom>; rel=\"self\""]);
    }

    [Fact]
    public async Task A_withdrawn_release_is_answered_with_410_and_its_notice()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Add(Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "corrected"));
        newsroom.Replace("content/newsroom.yml", "press.acme.example/news/", "press.acme.example/");
        await newsroom.SucceedAsync("build");
        new NetlifyHost(newsroom.Published()).Answer("/ja/2025/concorso/").ShouldBe((410, "/ja/2025/concorso/index.html"));
    }
}
