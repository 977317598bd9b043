using System.Globalization;
using System.Net;

namespace PressKit.Cli.Tests.Serving;

public sealed class ServeTests
{
    private const string Release = "content/releases/2025/lancio/it.md";
    private const string Page = "/news/it/2025/acme-presenta-la-cosa/";

    [Fact]
    public async Task A_page_is_served_as_it_is_published_but_for_the_script_that_loads_it_again()
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom());
        await served.Newsroom.SucceedAsync("build");

        var page = await served.GetAsync(Page);
        page.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        var script = $"<script type=\"module\" src=\"/.presskit/serve.js?{served.Site.State.Number}\"></script>";
        (await page.Content.ReadAsStringAsync()).Replace(script, "", StringComparison.Ordinal).ShouldBe(served.Newsroom.Read($"output/{Page["/news/".Length..]}index.html"));
        (await served.GetAsync("/.presskit/serve.js")).Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        var feed = await served.GetAsync("/news/it/feed.xml");
        feed.StatusCode.ShouldBe(HttpStatusCode.OK);
        feed.Content.Headers.ContentType!.MediaType.ShouldBe("text/xml");
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/elsewhere/", HttpStatusCode.Redirect)]
    [InlineData("/news/it", HttpStatusCode.Redirect)]
    [InlineData("/news/it/", HttpStatusCode.OK)]
    [InlineData("/news/it/nothing/", HttpStatusCode.NotFound)]
    [InlineData("/news/.presskit-manifest", HttpStatusCode.NotFound)]
    [InlineData("/news/%2e%2e/%2e%2e/content/newsroom.yml", HttpStatusCode.NotFound)]
    [InlineData("/news/..%2f..%2fcontent/newsroom.yml", HttpStatusCode.NotFound)]
    [InlineData("/news/it/%5c..%5cindex.html", HttpStatusCode.NotFound)]
    [InlineData("/news/it//index.html", HttpStatusCode.NotFound)]
    public async Task Addresses_lead_to_pages_and_never_out_of_the_site(string path, HttpStatusCode expected)
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom());
        var answer = await served.GetAsync(path);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("timezone:");
        // What a client resolves by itself lies outside of the site, and leads to its home.
        if (path.Contains("%2e%2e", StringComparison.Ordinal)) answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.NotFound);
        else answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task No_other_host_and_nothing_but_reading_is_answered()
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom());
        (await served.GetAsync("/news/it/", host: "evil.example")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        (await served.GetAsync("/.presskit/events", host: "evil.example:80")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        (await served.GetAsync("/news/it/", method: HttpMethod.Post)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await served.GetAsync("/news/it/", host: "127.0.0.1:1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_save_an_atomic_one_a_rename_and_a_deletion_are_followed()
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom());
        var newsroom = served.Newsroom;
        newsroom.Replace(Release, "42.000", "43.000");
        await served.UntilAsync(_ => Published(served, Page).Contains("43.000", StringComparison.Ordinal));

        newsroom.Write("content/releases/2025/lancio/.it.md.swp", newsroom.Read(Release).Replace("43.000", "44.000", StringComparison.Ordinal));
        File.Move(Path.Combine(newsroom.Folder, "content/releases/2025/lancio/.it.md.swp"), Path.Combine(newsroom.Folder, Release), overwrite: true);
        await served.UntilAsync(_ => Published(served, Page).Contains("44.000", StringComparison.Ordinal));

        Directory.Move(Path.Combine(newsroom.Folder, "content/releases/2025"), Path.Combine(newsroom.Folder, "content/releases/2024"));
        await served.UntilAsync(_ => Published(served, Page).Length == 0 && Published(served, Page.Replace("2025", "2024", StringComparison.Ordinal)).Length > 0);

        newsroom.Delete("content/releases/2024/lancio");
        await served.UntilAsync(_ => Published(served, Page.Replace("2025", "2024", StringComparison.Ordinal)).Length == 0);
    }

    [Fact]
    public async Task A_checkout_of_a_thousand_files_ends_in_the_site_of_a_clean_build()
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom());
        var newsroom = served.Newsroom;
        for (var i = 0; i < 1000; i++)
        {
            var number = i.ToString("D3", CultureInfo.InvariantCulture);
            newsroom.Write($"content/releases/2024/nuovo-{number}/it.md", $"---\nheadline: Nuovo {number}\npublished: 2024-{(i % 12) + 1:D2}-0{(i % 9) + 1}T09:00\n---\n\nTesto.\n");
        }

        await served.UntilAsync(_ => Published(served, "/news/it/2024/nuovo-999/").Length > 0);
        // The last build may have begun before the last file came.
        await newsroom.SucceedAsync("build");
        await served.UntilAsync(_ => newsroom.Published().Keys.All(newsroom.Published(served.Site.Output).ContainsKey));
        Same.Site(newsroom.Published(served.Site.Output), newsroom.Published());
    }

    [Fact]
    public async Task An_error_leaves_the_site_as_it_was_and_is_told_until_it_is_mended()
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom());
        var before = await served.ReadAsync(Page);
        served.Newsroom.Replace(Release, "headline:", "hedline:");
        await served.UntilAsync(s => s.HasErrors);
        Published(served, Page).ShouldNotBeEmpty();
        using var events = new StreamReader(await (await served.GetEventsAsync()).Content.ReadAsStreamAsync());
        var told = (await events.ReadLineAsync())!;
        told.ShouldStartWith("data: {");
        told.ShouldContain("content/releases/2025/lancio/it.md:2:1");
        told.ShouldContain("Did you mean 'headline'?");

        served.Newsroom.Replace(Release, "hedline:", "headline:");
        await served.UntilAsync(s => !s.HasErrors);
        (await events.ReadLineAsync()).ShouldBe("");
        (await events.ReadLineAsync())!.ShouldContain("\"errors\":[]");
        Published(served, Page).Length.ShouldBeGreaterThan(before.Length / 2);
    }

    [Fact]
    public async Task A_newsroom_that_cannot_be_built_yet_is_waited_for()
    {
        var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "name:", "nme:");
        await using var served = await ServedNewsroom.StartAsync(newsroom);
        var waiting = await served.GetAsync("/news/it/");
        waiting.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await waiting.Content.ReadAsStringAsync()).ShouldContain("/.presskit/serve.js");

        newsroom.Replace("content/newsroom.yml", "nme:", "name:");
        await served.UntilAsync(s => s.IsThere);
        (await served.GetAsync("/news/it/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_the_system_does_not_tell_of_and_time_that_passes_are_noticed_all_the_same()
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom(), watched: []);
        served.Newsroom.Replace(Release, "42.000", "43.000");
        await served.UntilAsync(_ => Published(served, Page).Contains("43.000", StringComparison.Ordinal));

        served.Newsroom.Time.SetUtcNow(new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero));
        await served.UntilAsync(_ => Published(served, "/news/it/2026/acme-presenta-un-segreto/").Length > 0);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom());
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.RunAsync("serve", "--port", new Uri(served.Url).Port.ToString(CultureInfo.InvariantCulture));
        answer.Code.ShouldBe(ExitCode.Usage);
        answer.Errors.ShouldContain("--port");
        (await newsroom.RunAsync("serve", "--port", "70000")).Code.ShouldBe(ExitCode.Usage);
    }

    private static string Published(ServedNewsroom served, string page)
    {
        var file = Path.Combine(served.Site.Output, page["/news/".Length..], "index.html");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
