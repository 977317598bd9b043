using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace PressKit.Cli.Tests.Commands;

public sealed partial class ReviewTests
{
    [SkippableFact]
    public async Task The_desk_opens_on_loopback_lets_in_by_the_printed_link_and_ends_when_it_is_told_to()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Neither kill nor 'env --default-signal' is everywhere.");
        using var newsroom = new TestNewsroom();
        using var desk = Start(newsroom, "review", "--port", "0", "--by", "Anna Rossi");
        var link = Link().Match((await desk.StandardOutput.ReadLineAsync()).ShouldNotBeNull());
        link.Success.ShouldBeTrue();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() });
        (await browser.GetStringAsync(link.Value)).ShouldContain("Anna Rossi");
        using var stranger = new HttpClient();
        (await stranger.GetAsync(new Uri(new Uri(link.Value), "/"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await newsroom.RunAsync("review", "--port", "0")).Errors.ShouldContain("[review.busy]");
        using var kill = Process.Start("kill", ["-INT", FormattableString.Invariant($"{desk.Id}")]);
        await desk.WaitForExitAsync();
        desk.ExitCode.ShouldBe(ExitCode.Done, await desk.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task An_invitation_is_a_link_and_its_secret_stands_nowhere_else()
    {
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.SucceedAsync("review", "invite", "Anna Rossi", "--role", "administrator", "--embargoed", "*");
        answer.Output.ShouldStartWith("http://127.0.0.1:4747/join/");
        var secret = answer.Output.Trim().Split('/')[^1];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(newsroom.Folder, "private"), "*", SearchOption.AllDirectories)) File.ReadAllText(file).ShouldNotContain(secret);
        File.ReadAllText(Path.Combine(newsroom.Folder, "private", "review", "people.json")).ShouldContain("\"*\": \"administrator\"");
        (await newsroom.SucceedAsync("review", "audit")).Output.ShouldContain("command: invited Anna Rossi (*: administrator; under embargo: *)");
    }

    [Fact]
    public async Task An_audit_log_that_was_changed_is_an_error()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("review", "invite", "Anna Rossi", "--role", "administrator");
        await newsroom.SucceedAsync("review", "invite", "Ken Sato", "--language", "en");
        newsroom.Replace("private/review/audit.jsonl", "Ken Sato", "Ken Satō");
        var answer = await newsroom.RunAsync("review", "audit");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe(["private/review/audit.jsonl:2:1 review.audit-broken"]);
    }

    [Theory]
    [InlineData("review", "invite", "Anna Rossi", "--role", "king")]
    [InlineData("review", "invite", "Anna Rossi", "--language", "xx-nowhere")]
    [InlineData("review", "--listen", "nowhere")]
    [InlineData("review", "--listen", "0.0.0.0")]
    [InlineData("review", "--port", "70000")]
    public async Task What_makes_no_sense_is_explained(params string[] arguments)
    {
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.RunAsync(arguments);
        answer.Code.ShouldBe(ExitCode.Usage);
        answer.Errors.ShouldContain("presskit: ");
        Directory.Exists(Path.Combine(newsroom.Folder, "private")).ShouldBeFalse();
    }

    private static Process Start(TestNewsroom newsroom, params string[] arguments)
    {
        // Whoever runs these tests in the background may have them ignore interrupts, and what they start would, too.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "PressKit.Cli.dll"), .. arguments])
        {
            WorkingDirectory = newsroom.Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        // It starts without the machine's data of languages.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+/enter/[A-Za-z0-9_-]{43}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
