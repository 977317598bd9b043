using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PressKit.Review.Tests.Browser;

/// <summary>The desk's pages for everybody: without scripts, without a mouse, enlarged, in light and dark.</summary>
[Collection(BrowserTests.Name)]
public sealed class EveryoneTests(Chromium chromium)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [SkippableTheory]
    [InlineData("/", 1280)]
    [InlineData("/", 320)]
    [InlineData("/releases", 1280)]
    [InlineData("/releases", 320)]
    [InlineData("/edit/en/2026/stagione", 1600)]
    [InlineData("/edit/ja/2026/stagione", 640)]
    [InlineData("/edit/ar/2026/stagione", 320)]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(string path, int width)
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync(width: width);
        await anna.AtAsync("in rete");
        await anna.TypeAsync("abc  def 3");
        await anna.Page.GotoAsync(desk.AddressOf(path));
        if (path.StartsWith("/edit", StringComparison.Ordinal))
        {
            await anna.ReadyAsync();
            await anna.AtAsync("Bianchi");
        }

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await anna.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            // Axe comes from outside, past the page's own policy, as a browser's extension does.
            await anna.Page.EvaluateAsync(Axe);
            (await anna.Page.EvaluateAsync<string[]>("""
                axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
                  .then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`))
                """)).ShouldBeEmpty(scheme.ToString());
        }

        (await anna.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task The_editor_works_without_scripts()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync(scripts: false);
        await anna.Row("Biglietti").Locator("a.number").ClickAsync();
        await anna.Page.Locator("textarea[name=text]").FillAsync("Tickets from 12 euros.");
        await anna.Page.Locator("form.plain button").ClickAsync();
        await anna.Page.Locator(".row.translated").WaitForAsync();
        desk.Saved("Biglietti").ShouldBe("Tickets from 12 euros.");
        await anna.Page.Locator("form.approve button").ClickAsync();
        await anna.Page.Locator(".row.reviewed").WaitForAsync();
    }

    [SkippableFact]
    public async Task A_reader_reads_and_asks_and_changes_nothing()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var lia = await desk.OpenAsync(person: "Lia Verdi");
        (await lia.Page.Locator("[contenteditable]").CountAsync()).ShouldBe(0);
        (await lia.Page.Locator("form.approve").CountAsync()).ShouldBe(0);
        (await lia.Page.Locator("#say").CountAsync()).ShouldBe(1);
    }

    [SkippableFact]
    public async Task The_queue_leads_to_editions_by_keyboard()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.Page.GotoAsync(desk.AddressOf("/"));
        var rows = await anna.Page.Locator(".queue tbody tr").CountAsync();
        rows.ShouldBe(3);
        await anna.PressAsync("j");
        await anna.PressAsync("j");
        await anna.PressAsync("Enter");
        await anna.ReadyAsync();
        anna.Page.Url.ShouldContain("/edit/", Case.Sensitive, rows.ToString(CultureInfo.InvariantCulture));
    }
}
