using Microsoft.Playwright;

namespace PressKit.Cli.Tests.Browser;

/// <summary>What the theme's script adds to a release, and that nothing of it is seen without.</summary>
[Collection(SampleCollection.Name)]
public sealed class CopyTests(Sample sample, Chromium chromium)
{
    [SkippableTheory]
    [InlineData("it", "Copiato")]
    [InlineData("ja", "コピーしました")]
    [InlineData("ar", "تم النسخ")]
    public async Task A_button_copies_the_text_and_says_so(string tag, string copied)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, "release"), Screen.Phone);
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await reader.Page.Locator("[data-copy=text]").ClickAsync();
        await reader.Page.Locator($"[data-copy=text]:text-is('{copied}')").WaitForAsync();
        (await reader.Page.Locator(".tools output").TextContentAsync()).ShouldBe(copied);
        var text = await reader.MeasureAsync<string>("navigator.clipboard.readText()");
        text.ShouldStartWith((await reader.Page.Locator("h1").InnerTextAsync()) + "\n\n");
        text.ShouldContain("Kuaishou Technology");
        if (await reader.Page.Locator(".label").CountAsync() > 0) text.ShouldContain((await reader.Page.Locator(".label").InnerTextAsync()).Trim(), customMessage: "Who made a text goes with it.");
        text.ShouldNotContain(sample.Pages["it/index.html"].QuerySelector(".credit")!.TextContent);

        await reader.Page.Locator("[data-copy=link]").ClickAsync();
        await reader.Page.Locator($"[data-copy=link]:text-is('{copied}')").WaitForAsync();
        (await reader.MeasureAsync<string>("navigator.clipboard.readText()")).ShouldBe(Sample.Site + sample.Release(tag, "tokyo-contest")[1..]);
        reader.Complaints.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("it", "Dice: «Il “patto” tiene.» Ha 4.600[1] posti, 10⁶ m². 山田（やまだ）さん\n\nUna nota.")]
    [InlineData("ja", "Dice: 「Il 『patto』 tiene.」 Ha 4.600[1] posti, 10⁶ m². 山田（やまだ）さん\n\nUna nota.")]
    public async Task What_a_browser_adds_to_the_text_is_copied_with_it(string tag, string expected)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, "release"), Screen.Desktop);
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await reader.Page.EvaluateAsync("""
            document.querySelector('.text').innerHTML = '<p>Dice: <q>Il <q>patto</q> tiene.</q> Ha 4.600<a class="footnote-ref" href="#n"><sup>1</sup></a> posti, 10<sup>6</sup> m<sup>2</sup>. '
              + '<ruby>山田<rt>やまだ</rt></ruby>さん</p><p>Una nota.<a class="footnote-back-ref" href="#n">↩</a></p>'
            """);
        await reader.Page.Locator("[data-copy=text]").ClickAsync();
        await reader.Page.Locator(".tools output:not(:empty)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await reader.MeasureAsync<string>("navigator.clipboard.readText()")).ShouldContain(expected);
        (await reader.Page.Locator(".text").InnerTextAsync()).ShouldNotContain("«");
        reader.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Without_scripts_no_button_is_shown_and_the_plain_text_can_be_had()
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address("it", "release"), Screen.Desktop, scripts: false);
        (await reader.Page.Locator(".tools button:visible").CountAsync()).ShouldBe(0);
        var link = reader.Page.Locator(".tools a");
        (await link.IsVisibleAsync()).ShouldBeTrue();
        sample.Files.Keys.ShouldContain((await link.GetAttributeAsync("href"))![1..]);
    }

    [SkippableFact]
    public async Task Buttons_that_appear_move_nothing()
    {
        await using var without = await chromium.ReadAsync(sample, sample.Address("it", "release"), Screen.Phone, scripts: false);
        await using var with = await chromium.ReadAsync(sample, sample.Address("it", "release"), Screen.Phone);
        (await with.Page.Locator(".tools button:visible").CountAsync()).ShouldBe(3);
        var moved = await with.MeasureAsync<double>("""
            new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))
              .observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => done(0), 300))
            """);
        moved.ShouldBeLessThan(0.01);
        (await with.BoxAsync("h1")).Y.ShouldBe((await without.BoxAsync("h1")).Y);
    }
}
