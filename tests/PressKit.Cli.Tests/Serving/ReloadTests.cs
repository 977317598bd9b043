using Microsoft.Playwright;
using PressKit.Cli.Tests.Browser;

namespace PressKit.Cli.Tests.Serving;

/// <summary>What somebody sees who works on a newsroom with a browser beside the editor.</summary>
public sealed class ReloadTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Release = "content/releases/2025/lancio/it.md";

    [SkippableFact]
    public async Task A_page_loads_itself_again_on_a_save_and_says_what_is_wrong()
    {
        await using var served = await ServedNewsroom.StartAsync(new TestNewsroom());
        var page = await chromium.NewPageAsync();
        await page.GotoAsync(served.Url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "/news/it/2025/acme-presenta-la-cosa/");

        served.Newsroom.Replace(Release, "42.000", "43.000");
        await page.GetByText("43.000").First.WaitForAsync();

        served.Newsroom.Replace(Release, "headline:", "hedline:");
        var panel = page.GetByRole(AriaRole.Alert);
        await panel.WaitForAsync();
        (await panel.InnerTextAsync()).ShouldContain("content/releases/2025/lancio/it.md:2:1");
        await page.GetByText("43.000").First.WaitForAsync();

        served.Newsroom.Replace(Release, "hedline:", "headline:");
        await panel.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
