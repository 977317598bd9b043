using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using PressKit.Formats.Search;
using PressKit.Testing;

namespace PressKit.Benchmarks.Search;

/// <summary>Measures searches. <c>search [PAGES] [LANGUAGES]</c>: indexes so many releases of a language, and asks questions in Chromium,
/// each in a browser that has loaded nothing yet, of a host that is 40 ms away.</summary>
internal static class SearchReport
{
    private const string Page = """
        <!doctype html><html lang="LANGUAGE"><title>Search</title><main>
        <form class="search-form" data-search="/pagefind.js" data-busy="busy" data-none="none" hidden>
        <input id="q" name="q" type="search"><button>Search</button><data value="other" hidden>{0} found</data></form>
        <p class="search-status" role="status"></p><p class="nothing search-elsewhere" hidden></p>
        <ol class="results"></ol><p class="search-more"><button type="button" hidden>More</button></p></main>
        <script type="module" src="/search.js"></script></html>
        """;

    public static async Task RunAsync(string[] arguments)
    {
        var count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000;
        Environment.SetEnvironmentVariable("PATH", $"{Environment.GetEnvironmentVariable("PATH")}:{Repository.PathTo("tests", "node_modules", ".bin")}");
        var tool = Pagefind.Find() ?? throw new InvalidOperationException("There is no pagefind: run ./test once, or npm install --global pagefind.");
        Console.WriteLine(Invariant($"{tool.Version}; {Environment.ProcessorCount} processors, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        foreach (var tag in (arguments.Length > 1 ? arguments[1] : "it,ja").Split(',')) await MeasureAsync(SearchCorpus.Of(tag, count));
    }

    private static async Task MeasureAsync(SearchCorpus corpus)
    {
        var folder = Directory.CreateTempSubdirectory("presskit-search-");
        try
        {
            var parts = SearchPart.Of(corpus.Language, corpus.Records()).ToList();
            Console.WriteLine(Invariant($"\n## {corpus.Language}: {parts.Sum(p => p.Records.Length)} releases in {parts.Count} parts, words from {corpus.Source}\n"));
            var watch = Stopwatch.StartNew();
            SortedDictionary<string, byte[]>? newest = null;
            long peak;
            using (var memory = new PeakMemory("pagefind"))
            {
                var words = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var part in parts.Append(SearchRegister.Of(parts, p => words[p.Name])).OfType<SearchPart>())
                {
                    var files = Pagefind.Index(part.Language, part.Records, CancellationToken.None);
                    newest ??= files;
                    if (part.Name == SearchRegister.Name) SearchRegister.Finish(files);
                    else
                    {
                        SearchRegister.AddWords(files);
                        words[part.Name] = Encoding.UTF8.GetString(files[SearchRegister.Words]);
                        files.Remove(SearchRegister.Words);
                    }

                    foreach (var (path, bytes) in files)
                    {
                        var file = Path.Combine(folder.FullName, Pagefind.IsShared(path) ? path : Path.Combine(part.Name, path));
                        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                        await File.WriteAllBytesAsync(file, bytes);
                    }
                }

                peak = memory.Most();
            }

            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "parts.json"), JsonSerializer.SerializeToUtf8Bytes(parts.Select(p => p.Name).Concat(parts.Count < SearchRegister.Fewest ? [] : [SearchRegister.Name])));
            var all = folder.GetFiles("*", SearchOption.AllDirectories);
            Console.WriteLine(Invariant($"- Index: {watch.Elapsed.TotalSeconds:0} s, at most {peak / 1024} MiB, {all.Length} files of {all.Sum(f => f.Length) / 1e6:0.0} MB, of which {all.Count(f => f.Extension != ".pf_fragment")} files of {all.Where(f => f.Extension != ".pf_fragment").Sum(f => f.Length) / 1e6:0.0} MB are no excerpts."));
            watch.Restart();
            var renewed = Pagefind.Index(corpus.Language, SearchPart.Of(corpus.Language, corpus.Records(more: 1)).First().Records, CancellationToken.None);
            var changed = renewed.Where(f => !newest!.TryGetValue(f.Key, out var before) || !before.AsSpan().SequenceEqual(f.Value)).ToList();
            Console.WriteLine(Invariant($"- One new release: {watch.Elapsed.TotalSeconds:0.0} s, {changed.Count} files of {changed.Sum(f => f.Value.Length) / 1e6:0.00} MB are others.\n"));
            await AskAsync(corpus, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AskAsync(SearchCorpus corpus, string folder)
    {
        using var host = new IndexHost(folder, Page.Replace("LANGUAGE", corpus.Language.Tag, StringComparison.Ordinal), await File.ReadAllBytesAsync(Repository.PathTo("templates", "press", "assets", "search.js")));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        Console.WriteLine("| question | requests | KB | first result, ms | answer, ms | found |\n|---|---:|---:|---:|---:|---|");
        foreach (var (what, question) in corpus.Questions)
        {
            await using var context = await browser.NewContextAsync();
            var page = await context.NewPageAsync();
            page.SetDefaultTimeout(120_000);
            host.Take();
            var watch = Stopwatch.StartNew();
            await page.GotoAsync($"{host.Url}search/?q={Uri.EscapeDataString(question)}", new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForFunctionAsync("document.querySelector('.result') || ['none'].includes(document.querySelector('.search-status')?.textContent)");
            var first = watch.ElapsedMilliseconds;
            await page.WaitForFunctionAsync("!['', 'busy'].includes(document.querySelector('.search-status').textContent)");
            var done = watch.ElapsedMilliseconds;
            var answers = host.Take();
            Console.WriteLine(Invariant($"| {what}: {question} | {answers.Count} | {answers.Sum(a => a.Bytes) / 1000} | {first} | {done} | {await page.Locator(".search-status").InnerTextAsync()} |"));
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
