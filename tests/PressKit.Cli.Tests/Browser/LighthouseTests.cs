using System.Diagnostics;
using System.Text.Json;
using PressKit.Testing;
using PressKit.Testing.Browser;

namespace PressKit.Cli.Tests.Browser;

/// <summary>The sample newsroom before Lighthouse, at its own address: encrypted, compressed, and with the headers that PressKit writes
/// for its host. Its score of speed is the machine's too, and is measured by hand (CONTRIBUTING.md); what makes a page fast is not.</summary>
[Collection(SampleLighthouseCollection.Name)]
public sealed class LighthouseTests(Sample sample)
{
    [SkippableTheory]
    [InlineData("press", "it", "home", "phone", "desktop")]
    [InlineData("press", "it", "release", "phone", "desktop")]
    [InlineData("press", "it", "search", "phone", "desktop")]
    [InlineData("press", "ja", "search", "phone")]
    [InlineData("press", "ar", "release", "phone")]
    [InlineData("broadsheet", "it", "home", "phone", "desktop")]
    [InlineData("broadsheet", "it", "release", "phone", "desktop")]
    [InlineData("broadsheet", "it", "search", "phone", "desktop")]
    public async Task Lighthouse_finds_nothing_to_mend(string theme, string tag, string name, params string[] screens)
    {
        await using var server = await SiteServer.StartSecureAsync(await sample.SearchableAsync(theme));
        var address = Sample.Site + (name == "search" ? $"{tag}/search/" : sample.Address(tag, name)[1..]);
        var reports = await RunAsync(server, screens.Select(screen => $"{screen}:{address}"));
        reports.Length.ShouldBe(screens.Length);
        foreach (var report in reports)
        {
            report.Error.ShouldBeNull(report.Page);
            foreach (var category in new[] { "accessibility", "best-practices", "seo" })
                report.Scores[category].ShouldBe(1, $"{report.Page} {category}: {string.Join("; ", report.Failed[category])}");
            report.LayoutShift.ShouldBeLessThan(0.001, report.Page);
            report.Weight.ShouldBeInRange(5_000, 50_000, report.Page);
        }
    }

    private static async Task<Report[]> RunAsync(SiteServer server, IEnumerable<string> pages)
    {
        Skip.IfNot(File.Exists(DebianChromium.Program), $"There is no {DebianChromium.Program}.");
        Skip.IfNot(File.Exists("/usr/bin/node") && Directory.Exists(Repository.PathTo("tests", "node_modules", "lighthouse")), "npm's package lighthouse is not installed: run ./test.");
        var script = Repository.PathTo("tests", "PressKit.Cli.Tests", "Browser", "lighthouse.mjs");
        var start = new ProcessStartInfo("/usr/bin/node", [script, DebianChromium.Program, new Uri(server.Url).Authority, "provided", .. pages])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Report>(line, JsonSerializerOptions.Web)!)];
    }

    private sealed record Report(string Page, string? Error, Dictionary<string, double> Scores, Dictionary<string, string[]> Failed, double LayoutShift, long Weight);
}
