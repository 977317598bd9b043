using System.Diagnostics;

namespace PressKit.Cli.Tests;

/// <summary>Feeds before a validator that nobody here wrote: Ruby's <c>rss</c>, which refuses what RSS 2.0 does not allow.</summary>
public sealed class FeedValidatorTests
{
    private const string Validator = """
        require "rss"
        feed = RSS::Parser.parse(STDIN.read, do_validate: true)
        print feed.class, " ", feed.items.size
        """;

    [SkippableFact]
    public async Task The_validator_accepts_the_feeds()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("publish");
        foreach (var language in new[] { "it", "en", "ja", "ar" })
        {
            (await ValidateAsync(newsroom.Read($"output/{language}/feed.xml"))).ShouldBe("RSS::Rss 1", language);
            (await ValidateAsync(newsroom.Read($"output/{language}/feed.atom"))).ShouldBe("RSS::Atom::Feed 1", language);
        }
    }

    [SkippableFact]
    public async Task The_validator_refuses_a_feed_that_is_not_right()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var feed = newsroom.Read("output/it/feed.xml");
        (await ValidateAsync(feed.Replace("Mon, 03 Nov 2025", "lunedì 3 novembre", StringComparison.Ordinal))).ShouldContain("NotAvailableValueError");
    }

    private static async Task<string> ValidateAsync(string feed)
    {
        Skip.IfNot(File.Exists("/usr/bin/ruby"), "Ruby is not installed: run ./test.");
        var start = new ProcessStartInfo("/usr/bin/ruby", ["-e", Validator])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["LANG"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var answers = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(feed);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        var answer = string.Concat(await answers);
        Skip.If(answer.Contains("cannot load such file -- rss", StringComparison.Ordinal), "Debian's ruby-rss is not installed: run ./test.");
        return answer;
    }
}
