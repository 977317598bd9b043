namespace PressKit.Cli.Tests.Browser;

/// <summary>Searching in a browser, under the site's own content-security policy.</summary>
[Collection(SampleCollection.Name)]
public sealed class SearchPageTests(Chromium chromium)
{
    [SkippableTheory]
    [InlineData("it", "opera", "Apertura", "opera")]
    [InlineData("ja", "映画祭", "受賞", "映画")]
    [InlineData("ar", "طوكيو", "جائزة", "طوكيو")]
    public async Task What_is_typed_is_found_and_marked(string tag, string question, string headline, string marked)
    {
        await using var server = await ServeAsync();
        await using var reader = await chromium.OpenAsync(server, $"/{tag}/search/", Screen.Phone);
        await reader.TabToAsync("#q");
        await reader.Page.Keyboard.TypeAsync(question);
        var result = reader.Page.Locator(".result").First;
        await result.WaitForAsync();
        (await result.Locator("a").InnerTextAsync()).ShouldBe(headline);
        (await result.Locator("mark").First.InnerTextAsync()).ShouldContain(marked);
        reader.Address.ShouldContain($"?q={question}");
        await reader.TabToAsync(".result a", atMost: 3);
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Locator("article.release").WaitForAsync();
        reader.Complaints.ShouldBeEmpty();
        (await reader.OverflowAsync()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_search_can_be_linked_and_what_is_not_there_is_not_found()
    {
        await using var server = await ServeAsync();
        await using var reader = await chromium.OpenAsync(server, "/it/search/?q=premio", Screen.Desktop);
        await reader.Page.Locator(".result").First.WaitForAsync();
        (await reader.Page.Locator(".search-status").InnerTextAsync()).ShouldBe("1 risultato");
        await reader.Page.Locator("#q").FillAsync("<img src=x onerror=alert(1)>zzz");
        await reader.Page.Locator(".search-status", new() { HasText = "Nessun risultato" }).WaitForAsync();
        (await reader.Page.Locator(".result").CountAsync()).ShouldBe(0);
        (await reader.MeasureAsync<int>("document.querySelectorAll('main img').length")).ShouldBe(0);
        reader.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task What_looks_like_markup_in_a_release_is_text_in_what_was_found()
    {
        await using var server = await ServeAsync();
        await using var reader = await chromium.OpenAsync(server, "/it/search/?q=formula", Screen.Desktop);
        var result = reader.Page.Locator(".result").First;
        await result.WaitForAsync();
        (await result.Locator("p").InnerTextAsync()).ShouldContain("a & b");
        (await result.Locator("b").CountAsync()).ShouldBe(0);
    }

    [SkippableFact]
    public async Task An_older_part_is_asked_where_the_newest_does_not_fill_the_page()
    {
        using var newsroom = SearchTests.Newsroom();
        await newsroom.SucceedAsync("build");
        var files = newsroom.Published();
        const string index = "it/search/index/";
        foreach (var (path, bytes) in files.Where(f => f.Key.StartsWith(index + "2026-01/", StringComparison.Ordinal)).ToList()) files[path.Replace("/2026-01/", "/1999-12/", StringComparison.Ordinal)] = bytes;
        System.Text.Encoding.UTF8.GetString(files[index + "parts.json"]).ShouldBe("[\"2026-01\"]");
        files[index + "parts.json"] = "[\"2026-01\",\"1999-12\"]"u8.ToArray();
        await using var server = await SiteServer.StartAsync(files);
        await using var reader = await chromium.OpenAsync(server, "/it/search/?q=premio", Screen.Desktop);
        await reader.Page.Locator(".result").Nth(1).WaitForAsync();
        (await reader.Page.Locator(".search-status").InnerTextAsync()).ShouldBe("2 risultati");
        reader.Complaints.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("premio", "3 risultati")]
    [InlineData("%22premio+del+teatro%22", "3 risultati")]
    [InlineData("Vercingetorige", "Nessun risultato")]
    public async Task The_register_says_which_older_parts_are_asked_and_one_that_it_does_not_know_is_asked(string question, string status)
    {
        using var newsroom = SearchTests.Newsroom();
        await newsroom.SucceedAsync("build");
        var files = newsroom.Published();
        const string index = "it/search/index/";
        var part = files.Where(f => f.Key.StartsWith(index + "2026-01/", StringComparison.Ordinal)).ToList();
        foreach (var name in new[] { "1999-12", "1997-12", "register" })
        {
            foreach (var (path, bytes) in part) files[path.Replace("/2026-01/", $"/{name}/", StringComparison.Ordinal)] = bytes;
        }

        // A part without a file: it cannot be asked, and need not be. Another that is not in the register yet.
        var names = part.Where(f => f.Key.EndsWith(".pf_fragment", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f.Key), _ => "1999-12", StringComparer.Ordinal);
        names["it_0000000"] = "1998-12";
        files[index + "register/names.json"] = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(names);
        files[index + "parts.json"] = """["2026-01","1999-12","1998-12","1997-12","register"]"""u8.ToArray();
        await using var server = await SiteServer.StartAsync(files);
        await using var reader = await chromium.OpenAsync(server, $"/it/search/?q={question}", Screen.Desktop);
        await reader.Page.Locator(".search-status", new() { HasText = status }).WaitForAsync();
        (await reader.Page.Locator(".result").CountAsync()).ShouldBe(char.IsDigit(status[0]) ? status[0] - '0' : 0);
        reader.Complaints.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("premio+Zanzibar", "1 risultato")]
    [InlineData("premio+teatri", "2 risultati")]
    [InlineData("prem", "2 risultati")]
    [InlineData("premioxyz", "Nessun risultato")]
    [InlineData("premio+Vercingetorige", "Nessun risultato")]
    [InlineData("%22premio+del+teatro%22", "2 risultati")]
    public async Task Every_word_that_is_asked_for_is_in_what_is_found_and_none_is_taken_for_a_shorter_one(string question, string status)
    {
        using var newsroom = SearchTests.Newsroom();
        await newsroom.SucceedAsync("build");
        var files = newsroom.Published();
        newsroom.Replace("content/releases/2026/premio/it.md", "Formula:", "Zanzibar. Formula:");
        await newsroom.SucceedAsync("build");
        const string index = "it/search/index/";
        foreach (var (path, bytes) in newsroom.Published().Where(f => f.Key.StartsWith(index + "2026-01/", StringComparison.Ordinal)))
            files[path.Replace("/2026-01/", "/1999-12/", StringComparison.Ordinal)] = bytes;
        files[index + "parts.json"] = "[\"2026-01\",\"1999-12\"]"u8.ToArray();
        await using var server = await SiteServer.StartAsync(files);
        await using var reader = await chromium.OpenAsync(server, $"/it/search/?q={question}", Screen.Desktop);
        await reader.Page.Locator(".search-status", new() { HasText = status }).WaitForAsync();
        (await reader.Page.Locator(".result").CountAsync()).ShouldBe(char.IsDigit(status[0]) ? status[0] - '0' : 0);
        reader.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task An_excerpt_says_where_text_is_left_out()
    {
        using var newsroom = SearchTests.Newsroom();
        var (words, others) = (string.Join(' ', Enumerable.Repeat("parola", 60)), string.Join(' ', Enumerable.Repeat("altra", 60)));
        newsroom.Write("content/releases/2026/lungo/it.md", $"---\nheadline: Lungo\npublished: 2026-01-10T09:00\n---\n\n{words} zanzara {others}. Breve.\n");
        await newsroom.SucceedAsync("build");
        await using var server = await SiteServer.StartAsync(newsroom.Published());
        await using var reader = await chromium.OpenAsync(server, "/it/search/?q=zanzara", Screen.Desktop);
        var middle = reader.Page.Locator(".result p").First;
        await middle.WaitForAsync();
        (await middle.InnerTextAsync()).ShouldMatch("^… .*parola zanzara altra.* …$");
        await reader.GoAsync("/it/search/?q=stagione");
        var whole = reader.Page.Locator(".result p").First;
        await whole.WaitForAsync();
        (await whole.InnerTextAsync()).ShouldNotContain("…");
    }

    [SkippableFact]
    public async Task Without_scripts_the_page_leads_to_the_archive()
    {
        await using var server = await ServeAsync();
        await using var reader = await chromium.OpenAsync(server, "/it/search/", Screen.Phone, scripts: false);
        (await reader.Page.Locator("form").IsVisibleAsync()).ShouldBeFalse();
        (await reader.Page.Locator("main a[href='/it/archive/']").First.IsVisibleAsync()).ShouldBeTrue();
    }

    private static async Task<SiteServer> ServeAsync()
    {
        using var newsroom = SearchTests.Newsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "deployment: { hosts: [netlify] }\n");
        await newsroom.SucceedAsync("build");
        return await SiteServer.StartAsync(newsroom.Published());
    }
}
