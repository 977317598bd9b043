using System.Text;
using Microsoft.Playwright;

namespace PressKit.Cli.Tests.Browser;

/// <summary>Every kind of page under the site's own content-security policy: nothing of it is refused, and nothing else gets in.</summary>
[Collection(SampleSafetyCollection.Name)]
public sealed class ContentSecurityTests(Sample sample, Chromium chromium)
{
    public static TheoryData<string, string, string> Pages => SamplePages.All;

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_needs_nothing_that_the_policy_forbids(string theme, string tag, string name)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, name), Screen.Desktop, theme: theme);
        await reader.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => (window.refused ??= []).push(`${e.violatedDirective} ${e.blockedURI}`))");
        var answer = await reader.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Load });
        (await answer!.HeaderValueAsync("Content-Security-Policy")).ShouldNotBeNull().ShouldContain("default-src 'none'");
        (await reader.MeasureAsync<string[]?>("window.refused ?? null")).ShouldBeNull();
        reader.Complaints.ShouldBeEmpty();
        (await reader.MeasureAsync<int>("document.styleSheets.length")).ShouldBeGreaterThan(0);
    }

    [SkippableFact]
    public async Task A_script_and_a_style_in_a_page_are_refused()
    {
        var page = Encoding.UTF8.GetString(sample.Files["it/index.html"])
            .Replace("<body>", "<body style=\"color:red\"><script>window.ran = true</script><img src=\"https://example.org/a.png\" alt=\"\">", StringComparison.Ordinal);
        var files = new Dictionary<string, byte[]>(sample.Files, StringComparer.Ordinal) { ["it/index.html"] = Encoding.UTF8.GetBytes(page) };
        await using var server = await SiteServer.StartAsync(files);
        await using var reader = await chromium.OpenAsync(server, "/it/", Screen.Phone);
        (await reader.MeasureAsync<bool>("window.ran === true")).ShouldBeFalse();
        reader.Complaints.Count(c => c.Contains("Content Security Policy", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
    }
}
