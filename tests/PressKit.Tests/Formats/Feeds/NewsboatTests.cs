using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PressKit.Formats;
using PressKit.Formats.Feeds;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Testing;

namespace PressKit.Tests.Formats.Feeds;

/// <summary>A feed in the hands of a real reader.</summary>
public sealed class NewsboatTests
{
    [SkippableFact]
    public async Task A_reader_takes_every_item_with_its_id_date_and_whole_text()
    {
        Skip.IfNot(OnPath("newsboat"), "newsboat is not installed (Debian package newsboat).");
        Skip.IfNot(OnPath("sqlite3"), "sqlite3 is not installed (Debian package sqlite3).");
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Serve(listener, cancellation.Token);
        var urls = string.Join('\n', SomeSite.Languages.Select(l => $"http://{listener.LocalEndpoint}/{l}/feed.xml"));
        await File.WriteAllTextAsync(Path.Join(folder.Path, "urls"), urls + "\n", cancellation.Token);
        await File.WriteAllTextAsync(Path.Join(folder.Path, "config"), "browser \"true\"\n", cancellation.Token);
        string[] files = ["-u", Path.Join(folder.Path, "urls"), "-c", Path.Join(folder.Path, "cache"), "-C", Path.Join(folder.Path, "config")];

        await Run(folder, "newsboat", [.. files, "-x", "reload"], cancellation.Token);
        var unread = await Run(folder, "newsboat", [.. files, "-x", "print-unread"], cancellation.Token);
        var rows = await Run(folder, "sqlite3", ["-json", Path.Join(folder.Path, "cache"),
            "select title, author, guid, url, pubDate, content, enclosure_url from rss_item order by guid"], cancellation.Token);

        await cancellation.CancelAsync();
        await serving;
        unread.ShouldContain($"{SomeSite.Languages.Length} unread");
        var items = JsonDocument.Parse(rows).RootElement.EnumerateArray().ToList();
        items.Select(i => i.GetProperty("guid").GetString()).ShouldBe(
            SomeSite.Languages.Select(l => $"tag:press.example,2025:2025/tokyo/{l}").Order(StringComparer.Ordinal));
        foreach (var (item, language) in items.Zip(SomeSite.Languages.OrderBy(l => l.Tag, StringComparer.Ordinal)))
        {
            item.GetProperty("title").GetString().ShouldBe(SomeSite.FrontMatter(language).Headline);
            item.GetProperty("author").GetString().ShouldBe("Kaleidos");
            item.GetProperty("url").GetString().ShouldBe($"https://press.example/{language}/2025/tokyo/");
            item.GetProperty("pubDate").GetInt64().ShouldBe(new DateTimeOffset(2025, 11, 3, 8, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
            var text = item.GetProperty("content").GetString().ShouldNotBeNull();
            text.ShouldContain("<blockquote>");
            text.ShouldContain("class=\"dateline\"");
        }
    }

    [SkippableFact]
    public async Task A_reader_takes_every_feed_from_the_list_of_all()
    {
        Skip.IfNot(OnPath("newsboat"), "newsboat is not installed (Debian package newsboat).");
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var list = new FeedListFormat(SomeSite.Url, new Locales()).Files(new FeedListPage([.. SomeSite.Languages.Select(l => SomeSite.Frame(l))])).Single();
        await using (var file = File.Create(Path.Join(folder.Path, "feeds.opml"))) list.Write(file);
        await File.WriteAllTextAsync(Path.Join(folder.Path, "urls"), "", cancellation.Token);
        await File.WriteAllTextAsync(Path.Join(folder.Path, "config"), "browser \"true\"\n", cancellation.Token);
        string[] files = ["-u", Path.Join(folder.Path, "urls"), "-c", Path.Join(folder.Path, "cache"), "-C", Path.Join(folder.Path, "config")];

        await Run(folder, "newsboat", [.. files, "-i", Path.Join(folder.Path, "feeds.opml")], cancellation.Token);

        var urls = await File.ReadAllLinesAsync(Path.Join(folder.Path, "urls"), cancellation.Token);
        urls.Count(line => line.StartsWith("https://press.example/", StringComparison.Ordinal)).ShouldBe((SomeSite.Languages.Length * 3) + 1);
    }

    /// <summary>Answers every request with the feed of the language that its path names, until it is cancelled.</summary>
    private static async Task Serve(TcpListener listener, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(cancellation);
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, leaveOpen: true);
                var tag = (await reader.ReadLineAsync(cancellation))!.Split(' ', '/')[2];
                while (!string.IsNullOrEmpty(await reader.ReadLineAsync(cancellation)))
                {
                    // The rest of the head says nothing that the answer depends on.
                }

                var feed = Feed(Language.Parse(tag));
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8\r\nContent-Length: {feed.Length}\r\nConnection: close\r\n\r\n"), cancellation);
                await stream.WriteAsync(feed, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has what it wanted.
        }
    }

    private static byte[] Feed(Language language)
    {
        using var stream = new MemoryStream();
        var feed = SomeSite.Feed(language, SomeSite.ReleasePage(language));
        new FeedFormat(FeedKind.All[0], SomeSite.Url, new Locales(), new ImageSizes(), new PageKeys()).Files(feed).Single().Write(stream);
        return stream.ToArray();
    }

    private static async Task<string> Run(TemporaryFolder home, string command, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = home.Path,
        };
        start.Environment["HOME"] = home.Path;
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var proxy in (string[])["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"]) start.Environment.Remove(proxy);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        process.ExitCode.ShouldBe(0, $"{command} {string.Join(' ', arguments)}: {await errors}");
        return output;
    }

    private static bool OnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Join(folder, command)));
}
