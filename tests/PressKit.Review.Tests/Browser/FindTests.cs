using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PressKit.Review.Tests.Browser;

/// <summary>Find and replace in all languages of a release, by keyboard.</summary>
[Collection(BrowserTests.Name)]
public sealed class FindTests(Chromium chromium)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [SkippableTheory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public async Task Somebody_finds_leaves_one_out_replaces_and_takes_it_back(bool scripts, int width)
    {
        var desk = await chromium.DeskAsync();
        var release = desk.Release(scripts ? "find-scripts" : "find-forms", "---\nheadline: Il teatro\npublished: 2026-02-01T09:00:00+01:00\n---\n\nIl teatro apre.\n\nIl teatro chiude.\n");
        foreach (var (language, opens, closes) in new[] { ("en", "The Arena opens.", "The Arena closes."), ("ar", "يفتح Arena أبوابه.", "يغلق Arena أبوابه.") })
        {
            await using var writer = await desk.OpenAsync(language, release: release);
            await writer.SayAsync("apre", opens);
            await writer.SayAsync("chiude", closes);
        }

        await using var anna = await desk.OpenAsync(release: release, width: width, scripts: scripts);
        var page = anna.Page;
        await page.GotoAsync(desk.AddressOf($"/find/{release}"));
        await page.Keyboard.TypeAsync("Arena");
        await anna.TabToAsync("Replace with");
        await page.Keyboard.TypeAsync("Teatro");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#found")).ToHaveTextAsync("Found in 4 sentences, 2 languages");
        await LookAsync(page, scripts);

        await page.Locator(".hits input").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await anna.TabToAsync("Replace in what is ticked");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Replaced in 3 sentences");
        await Assertions.Expect(page.Locator(".hits li")).ToContainTextAsync("Il teatro apre.");
        (await page.Locator(".hits li").BoundingBoxAsync())!.Height.ShouldBeGreaterThan(40);
        desk.Saved("apre", release: release).ShouldBe("The Arena opens.");
        desk.Saved("chiude", release: release).ShouldBe("The Teatro closes.");
        desk.Saved("apre", "ar", release).ShouldBe("يفتح Teatro أبوابه.");
        await LookAsync(page, scripts);

        await anna.TabToAsync("Undo");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Taken back in 3 sentences");
        desk.Saved("chiude", "ar", release).ShouldBe("يغلق Arena أبوابه.");
    }

    private static async Task LookAsync(IPage page, bool scripts)
    {
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue();
        if (!scripts) return;
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.EvaluateAsync(Axe);
            (await page.EvaluateAsync<string[]>("""
                axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
                  .then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`))
                """)).ShouldBeEmpty(scheme.ToString());
        }
    }
}
