using System.Diagnostics;
using System.Globalization;
using PressKit.Testing;

namespace PressKit.Benchmarks.Site;

/// <summary>Measures <c>presskit serve</c>: <c>serve [EDITS] [NEWSROOM]</c>. An edition is edited again and again, in a copy of PressKit's
/// own newsroom and in one of a thousand pages, or in a copy of another; measured is
/// the time from the end of each save until a browser is told to load its page anew.</summary>
internal static class ServeReport
{
    // Whoever edits looks at the page before the next save; what was just saved is known by its contents for two seconds.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.3);

    public static async Task RunAsync(string[] arguments)
    {
        if (Run.FirstLine(Repository.PathTo("presskit"), "--version") is not { } own) throw new InvalidOperationException("The tool cannot be built.");
        var edits = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 30;
        Console.WriteLine($"PressKit {own}, {edits} edits each");
        if (arguments.Length > 1) await MeasureAsync(Path.GetFileName(arguments[1]), arguments[1], edits);
        else
        {
            await MeasureAsync("the sample", Repository.PathTo(), edits);
            using var folder = new TemporaryFolder();
            new NewsroomFolder(new SiteCorpus(100, SiteCorpus.AllLanguages[..10]), folder.Path).Write(fromXliff: false);
            await MeasureAsync("1,000 pages", folder.Path, edits);
        }
    }

    private static async Task MeasureAsync(string name, string original, int edits)
    {
        using var folder = new TemporaryFolder();
        Copy(original, folder.Path);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.PathTo("artifacts", "tool", "PressKit.Cli.dll"), "serve", "--port", "0", "--newsroom", folder.Path])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        })!;
        try
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var home = new Uri(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("serve did not start."));
            using var browser = new HttpClient();
            using var events = new StreamReader(await browser.GetStreamAsync(new Uri(home, "/.presskit/events?seen=0")));
            await EventAsync(events);
            var edited = Directory.GetFiles(Path.Combine(folder.Path, "content", "releases"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
            var text = await File.ReadAllTextAsync(edited);
            var took = new List<double>();
            for (var edit = 0; edit < edits; edit++)
            {
                await Task.Delay(Pause);
                await File.WriteAllTextAsync(edited, string.Create(CultureInfo.InvariantCulture, $"{text}\nEdit {edit}.\n"));
                var since = Stopwatch.GetTimestamp();
                await EventAsync(events);
                took.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }

            took.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: from the save to the reload {took[edits / 2]:F0} ms, the first quarter of edits within {took[edits / 4]:F0} ms, the last after {took[^1]:F0} ms"));
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task EventAsync(StreamReader events)
    {
        while (await events.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal)) return;
        }

        throw new InvalidOperationException("serve ended.");
    }

    private static void Copy(string from, string to)
    {
        foreach (var part in new[] { "content", "templates" })
        {
            foreach (var file in Directory.GetFiles(Path.Combine(from, part), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy, overwrite: true);
            }
        }
    }
}
