using System.Net;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Hosting;

/// <summary>The files for nginx, in nginx.</summary>
[Collection(SampleCollection.Name)]
public sealed class NginxTests(Sample sample, SampleNginx servers) : IClassFixture<SampleNginx>
{
    private static readonly string[] Security =
        ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"];

    [SkippableTheory]
    [InlineData("/it/", "text/html", "public, max-age=0, must-revalidate", false)]
    [InlineData("/it/archive/", "text/html", "public, max-age=0, must-revalidate", false)]
    [InlineData("/it/feed.xml", "application/rss+xml", "public, max-age=300", true)]
    [InlineData("/feed.xml", "application/rss+xml", "public, max-age=300", true)]
    [InlineData("/ja/feed.atom", "application/atom+xml", "public, max-age=300", true)]
    [InlineData("/ar/feed.json", "application/feed+json", "public, max-age=300", true)]
    [InlineData("/it/topics/cinema/feed.xml", "application/rss+xml", "public, max-age=300", true)]
    [InlineData("/it/feed/2025-11.xml", "application/rss+xml", "public, max-age=300", true)]
    [InlineData("/it/feed/2025-11.json", "application/feed+json", "public, max-age=300", true)]
    [InlineData("/it/feed/2025-11.atom", "application/atom+xml", "public, max-age=300", true)]
    [InlineData("/it/items.ninjs.json", "application/json", "public, max-age=300", true)]
    [InlineData("/it/items/2025-11.ninjs.json", "application/json", "public, max-age=300", true)]
    [InlineData("/it/items.newsml.xml", "application/vnd.iptc.g2.packageitem+xml", "public, max-age=300", true)]
    [InlineData("/it/items/2025-11.newsml.xml", "application/vnd.iptc.g2.packageitem+xml", "public, max-age=300", true)]
    [InlineData("/sitemap.xml", "text/xml", "public, max-age=0, must-revalidate", false)]
    [InlineData("/robots.txt", "text/plain", "public, max-age=0, must-revalidate", false)]
    [InlineData("/.well-known/security.txt", "text/plain", "public, max-age=0, must-revalidate", false)]
    public async Task Every_file_has_its_type_its_cache_and_its_safety(string path, string type, string cache, bool isShared)
    {
        var nginx = await servers.OfAsync(sample);
        using var answer = await nginx.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe(type + "; charset=utf-8");
        Header(answer, "Cache-Control").ShouldBe(cache);
        Header(answer, "Access-Control-Allow-Origin").ShouldBe(isShared ? "*" : null);
        foreach (var name in Security) Header(answer, name).ShouldNotBeNull(name);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(sample.Files[path.EndsWith('/') ? path[1..] + "index.html" : path[1..]]);
    }

    [SkippableFact]
    public async Task What_is_named_after_its_contents_is_kept_for_ever_and_an_error_is_not()
    {
        var nginx = await servers.OfAsync(sample);
        foreach (var path in sample.Files.Keys.Where(p => p.StartsWith("theme/", StringComparison.Ordinal) || p.StartsWith("media/", StringComparison.Ordinal)))
        {
            using var answer = await nginx.Client.GetAsync("/" + path);
            Header(answer, "Cache-Control").ShouldBe("public, max-age=31536000, immutable", path);
            answer.Content.Headers.ContentType!.MediaType.ShouldNotBe("application/octet-stream", path);
        }

        using var missing = await nginx.Client.GetAsync("/theme/missing.css");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Header(missing, "Cache-Control").ShouldBeNull();
    }

    [SkippableTheory]
    [InlineData("/it/nulla/", "it/404.html")]
    [InlineData("/ja/2025/none", "ja/404.html")]
    [InlineData("/xx/", "404.html")]
    [InlineData("/media/", "404.html")]
    [InlineData("/_headers", "404.html")]
    [InlineData("/_redirects", "404.html")]
    [InlineData("/_nginx/server.conf", "404.html")]
    [InlineData("/.presskit-manifest", "404.html")]
    public async Task What_is_not_there_is_answered_in_the_readers_language_and_as_safely(string path, string page)
    {
        var nginx = await servers.OfAsync(sample);
        using var answer = await nginx.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(sample.Files[page]);
        foreach (var name in Security) Header(answer, name).ShouldNotBeNull(name);
    }

    [SkippableTheory]
    [InlineData("it", "/it/")]
    [InlineData("it-CH, fr;q=0.8", "/it/")]
    [InlineData("IT", "/it/")]
    [InlineData("ru, sv;q=0.9, ja;q=0.5, it;q=0.1", "/ja/")]
    [InlineData("nds,de;q=0.5", "/de/")]
    [InlineData("ita", null)]
    [InlineData("zh-CN,zh;q=0.9", "/zh-Hans/")]
    [InlineData("zh-TW", "/zh-Hans/")]
    [InlineData("pt-BR , en", "/pt/")]
    [InlineData("*", null)]
    [InlineData("ru", null)]
    [InlineData("", null)]
    public async Task The_root_leads_to_the_readers_language(string accepted, string? to)
    {
        var nginx = await servers.OfAsync(sample);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var answer = await nginx.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(to is null ? HttpStatusCode.OK : HttpStatusCode.Found);
        answer.Headers.Location?.OriginalString.ShouldBe(to);
        Header(answer, "Vary")!.ShouldContain("Accept-Language");
        foreach (var name in Security) Header(answer, name).ShouldNotBeNull(name);
    }

    [SkippableTheory]
    [InlineData("it/2025/un-concorso-per-la-cosa")]
    [InlineData("ja/2025/concorso")]
    [InlineData("ar/2025/concorso")]
    public async Task A_withdrawn_release_is_answered_with_410_and_its_notice(string path)
    {
        using var newsroom = new TestNewsroom();
        newsroom.Add(Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "corrected"));
        await newsroom.SucceedAsync("build");
        await using var nginx = await NginxServer.StartAsync(newsroom.Published(), "/news/");
        using var answer = await nginx.Client.GetAsync($"/news/{path}/");
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(newsroom.Published()[$"{path}/index.html"]);
        foreach (var name in Security) Header(answer, name).ShouldNotBeNull(name);
        using var item = await nginx.Client.GetAsync($"/news/{path}/ninjs.json");
        item.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task Whoever_wants_to_choose_is_not_led_anywhere()
    {
        var nginx = await servers.OfAsync(sample);
        sample.Pages["it/index.html"].QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain("/index.html");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/index.html");
        request.Headers.TryAddWithoutValidation("Accept-Language", "it");
        using var answer = await nginx.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task A_site_below_a_folder_is_served_there_with_former_addresses_hubs_and_HTTPS_only()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "  hosts: [netlify, nginx]", "  hosts: [nginx]\n  hsts: 63072000\nfeeds:\n  hubs: [https://hub.example.org/]");
        await newsroom.SucceedAsync("publish");
        newsroom.Replace("content/releases/2025/lancio/record.yml", "slug: \"acme-presenta-la-cosa\"", "slug: \"nuova $1 'cosa'; {x}\"\n    former: [acme-presenta-la-cosa]");
        await newsroom.SucceedAsync("publish");
        await using var nginx = await NginxServer.StartAsync(newsroom.Published(), "/news/");

        using var former = await nginx.Client.GetAsync("/news/it/2025/acme-presenta-la-cosa/");
        former.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        former.Headers.Location!.OriginalString.ShouldBe("/news/it/2025/nuova%20%241%20'cosa';%20%7Bx%7D/");
        using var now = await nginx.Client.GetAsync(former.Headers.Location);
        now.StatusCode.ShouldBe(HttpStatusCode.OK);
        Header(now, "Strict-Transport-Security").ShouldBe("max-age=63072000");

        using var feed = await nginx.Client.GetAsync("/news/it/feed.xml");
        Header(feed, "Link").ShouldBe("<https://hub.example.org/>; rel=\"hub\", <https://press.acme.example/news/it/feed.xml>; rel=\"self\"");
        using var archive = await nginx.Client.GetAsync("/news/sitemap.xml");
        Header(archive, "Link").ShouldBeNull();
        using var missing = await nginx.Client.GetAsync("/news/it/nulla");
        (await missing.Content.ReadAsByteArrayAsync()).ShouldBe(newsroom.Published()["it/404.html"]);

        using var root = new HttpRequestMessage(HttpMethod.Get, "/news/");
        root.Headers.TryAddWithoutValidation("Accept-Language", "it");
        using var negotiated = await nginx.Client.SendAsync(root);
        negotiated.Headers.Location!.OriginalString.ShouldBe("/news/it/");
    }

    [SkippableFact]
    public async Task A_file_that_has_not_changed_is_not_sent_again()
    {
        var nginx = await servers.OfAsync(sample);
        using var first = await nginx.Client.GetAsync("/it/feed.xml");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/it/feed.xml");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await nginx.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var head = await nginx.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/it/feed.xml"));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
