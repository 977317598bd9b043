using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>Newsrooms whose readers search with Pagefind.</summary>
public sealed class SearchTests
{
    [SkippableFact]
    public async Task Every_language_has_an_index_of_its_public_releases_and_of_nothing_else()
    {
        using var newsroom = Newsroom();
        newsroom.Write("content/releases/2026/segreto/it.md", Release("Segreto", "Zanzibar è il nome in codice.", "embargo: 2026-09-01T09:00"));
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        Urls(site, "it").ShouldBe(["/it/2026/apertura/", "/it/2026/premio/"]);
        Urls(site, "ja").ShouldBe(["/ja/2026/premio/"]);
        Text(site, "it").ShouldContain("La stagione apre con un'opera nuova.");
        Text(site, "it").ShouldContain("Ada Neri");
        Text(site, "it").ShouldNotContain("Zanzibar");
        site.Keys.ShouldNotContain(path => path.Contains("pagefind-ui", StringComparison.Ordinal));
        Html(site, "it/search/").ShouldContain("data-search=\"/it/search/index/pagefind.js\"");
    }

    [SkippableTheory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public async Task A_site_without_search_publishes_and_names_nothing_of_it(string theme)
    {
        using var newsroom = Newsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + $"theme: {theme}\n");
        await newsroom.SucceedAsync("build");
        newsroom.Published().Keys.ShouldContain(path => path.StartsWith("theme/search.", StringComparison.Ordinal));

        newsroom.Replace("content/newsroom.yml", "search: pagefind\n", "");
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        site.Keys.ShouldNotContain(path => path.Contains("search", StringComparison.Ordinal));
        foreach (var (path, bytes) in site.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
            Encoding.UTF8.GetString(bytes).ShouldNotContain("search", Case.Insensitive, path);
    }

    [SkippableFact]
    public async Task What_is_withdrawn_is_in_no_index_and_in_nothing_else_that_is_published()
    {
        using var newsroom = Newsroom();
        newsroom.Write("content/releases/2026/ritirato/it.md", Release("Ritirato", "Zanzibar è il nome in codice."));
        await newsroom.SucceedAsync("build");
        Urls(newsroom.Published(), "it").ShouldContain("/it/2026/ritirato/");
        await newsroom.SucceedAsync("withdraw", "2026/ritirato", "--reason", "Pubblicato per errore.");
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        Urls(site, "it").ShouldBe(["/it/2026/apertura/", "/it/2026/premio/"]);
        foreach (var (path, bytes) in site.Where(f => !f.Key.Contains("/search/index/", StringComparison.Ordinal)))
            Encoding.UTF8.GetString(bytes).ShouldNotContain("Zanzibar", customMessage: path);
        Text(site, "it").ShouldNotContain("Zanzibar");
    }

    [SkippableFact]
    public async Task A_warm_build_equals_a_clean_one_and_nothing_is_indexed_twice()
    {
        using var newsroom = Newsroom();
        await newsroom.SucceedAsync("build");
        var made = File.GetLastWriteTimeUtc(Path.Combine(newsroom.Folder, ".presskit/search/ja/2026-01/list"));
        newsroom.Write("content/releases/2026/nuovo/it.md", Release("Nuovo", "Un comunicato in più."));
        await newsroom.SucceedAsync("build");
        File.GetLastWriteTimeUtc(Path.Combine(newsroom.Folder, ".presskit/search/ja/2026-01/list")).ShouldBe(made);
        Urls(newsroom.Published(), "it").Length.ShouldBe(3);

        newsroom.Replace("content/releases/2026/nuovo/it.md", "Un comunicato in più.", "Altro ancora.");
        await newsroom.SucceedAsync("build");
        Text(newsroom.Published(), "it").ShouldNotContain("in più");
        await newsroom.SucceedAsync("build", "--output", "clean");
        Same.Site(newsroom.Published(), newsroom.Published(Path.Combine(newsroom.Folder, "clean")));
    }

    [SkippableFact]
    public async Task What_was_damaged_or_deleted_in_the_store_is_made_again()
    {
        using var newsroom = Newsroom();
        await newsroom.SucceedAsync("build");
        var before = newsroom.Published();
        var store = Path.Combine(newsroom.Folder, ".presskit/search/it");
        foreach (var file in Directory.GetFiles(store, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("list", StringComparison.Ordinal))) File.AppendAllText(file, "x");
        Directory.Delete(newsroom.Output, recursive: true);
        await newsroom.SucceedAsync("build");
        Same.Site(newsroom.Published(), before);

        File.WriteAllText(Path.Combine(store, "2026-01/list"), "damaged");
        await newsroom.SucceedAsync("build");
        Same.Site(newsroom.Published(), before);
    }

    [SkippableFact]
    public async Task A_tool_that_was_chosen_and_is_missing_stops_with_3_and_the_command_that_installs_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "The path is another there.");
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "search: pagefind\n");
        using var process = Start(newsroom, "/nowhere");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(ExitCode.Service, errors);
        errors.ShouldContain("npm install --global pagefind");
        Directory.Exists(newsroom.Output).ShouldBeFalse();
    }

    [SkippableTheory]
    [InlineData("head -c 8 >/dev/null; echo surprising; exit 1", "broke off")]
    [InlineData("head -c 8 >/dev/null; printf 'eyJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJubyBsdWNrIn19,'; sleep 5", "no luck")]
    [InlineData("head -c 8 >/dev/null; printf '!!!,'; sleep 5", "cannot be read")]
    public async Task Where_the_tool_fails_every_page_is_published_and_the_problem_says_why(string script, string why)
    {
        Skip.If(OperatingSystem.IsWindows(), "A script stands in for the tool.");
        using var newsroom = Newsroom();
        newsroom.Write("bin/pagefind", "#!/bin/sh\n[ \"$1\" = --version ] && echo pagefind 9 && exit\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(newsroom.Folder, "bin/pagefind"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var process = Start(newsroom, $"{Path.Combine(newsroom.Folder, "bin")}:/usr/bin:/bin");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(ExitCode.Service, errors);
        errors.ShouldContain(why);
        newsroom.Published().Keys.ShouldContain("it/2026/premio/index.html");
        newsroom.Published().Keys.ShouldNotContain(path => path.Contains("pagefind", StringComparison.Ordinal));
    }

    /// <summary>A newsroom with two Italian releases and a Japanese one; the test is skipped without Pagefind.</summary>
    internal static TestNewsroom Newsroom()
    {
        FindTool();
        var newsroom = new TestNewsroom(null);
        newsroom.Write("content/newsroom.yml", "name: Aurora\nurl: https://press.aurora.example/\ntimezone: Europe/Rome\nlanguages: [it, ja, ar]\nsearch: pagefind\n");
        newsroom.Write("content/releases/2026/apertura/it.md", Release("Apertura", "La stagione apre con un’opera nuova.", "quotes:\n  - { text: Sarà una festa, speaker: Ada Neri }"));
        newsroom.Write("content/releases/2026/premio/it.md", Release("Premio", "Il premio del teatro va a **Luca**. Formula: <b>a & b</b>."));
        newsroom.Write("content/releases/2026/premio/ja.md", Release("受賞", "東京で開催された映画祭で劇場賞を受賞しました。", "slug: premio"));
        newsroom.Write("content/releases/2026/premio/ar.md", Release("جائزة", "فاز المسرح بالجائزة في طوكيو.", "slug: premio"));
        newsroom.Write("content/releases/2026/premio/record.yml", "source: it\n");
        return newsroom;
    }

    /// <summary>Lets newsrooms of this process find npm's Pagefind.</summary>
    internal static void FindTool()
    {
        var tool = Repository.PathTo("tests", "node_modules", ".bin");
        Skip.IfNot(File.Exists(Path.Combine(tool, "pagefind")), "npm's package pagefind is not installed: run ./test.");
        if (Environment.GetEnvironmentVariable("PATH") is { } path && !path.Contains(tool, StringComparison.Ordinal)) Environment.SetEnvironmentVariable("PATH", $"{path}:{tool}");
    }

    private static string Release(string headline, string text, string more = "") =>
        $"---\nheadline: {headline}\npublished: 2026-01-10T09:00\n{more}\n---\n\n{text}\n";

    private static string Html(SortedDictionary<string, byte[]> site, string page) => Encoding.UTF8.GetString(site[page + "index.html"]);

    private static string[] Urls(SortedDictionary<string, byte[]> site, string language) =>
        [.. Fragments(site, language).Select(f => f.GetProperty("url").GetString()!).Order(StringComparer.Ordinal)];

    private static string Text(SortedDictionary<string, byte[]> site, string language) =>
        string.Join('\n', Fragments(site, language).Select(f => f.GetProperty("content").GetString()));

    /// <summary>What Pagefind keeps of each page: compressed, behind a word of its own.</summary>
    private static IEnumerable<JsonElement> Fragments(SortedDictionary<string, byte[]> site, string language)
    {
        foreach (var (_, bytes) in site.Where(f => f.Key.StartsWith($"{language}/search/index/", StringComparison.Ordinal) && f.Key.Contains("/fragment/", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
            yield return JsonDocument.Parse(text.ReadToEnd()["pagefind_dcd".Length..]).RootElement;
        }
    }

    private static Process Start(TestNewsroom newsroom, string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "PressKit.Cli.dll"), "build", "--now", "2026-01-20T12:00Z"])
        {
            WorkingDirectory = newsroom.Folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = path;
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        return Process.Start(start)!;
    }
}
