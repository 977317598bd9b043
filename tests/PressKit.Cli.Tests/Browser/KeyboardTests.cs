using Microsoft.Playwright;

namespace PressKit.Cli.Tests.Browser;

/// <summary>Reading without scripts and without a mouse.</summary>
[Collection(SampleCollection.Name)]
public sealed class KeyboardTests(Sample sample, Chromium chromium)
{
    [SkippableTheory]
    [InlineData("it", "dialogare", "Kuaishou Technology")]
    [InlineData("ja", "東京", "Kuaishou Technology")]
    [InlineData("ar", "طوكيو", "Kuaishou Technology")]
    public async Task Without_scripts_a_release_reads_whole(string tag, string inHeadline, string inBody)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, "release"), Screen.Phone, scripts: false);
        (await reader.Page.Locator("h1").IsVisibleAsync()).ShouldBeTrue();
        (await reader.Page.Locator("h1").InnerTextAsync()).ShouldContain(inHeadline);
        (await reader.Page.Locator(".e-content").IsVisibleAsync()).ShouldBeTrue();
        (await reader.Page.Locator(".e-content").InnerTextAsync()).ShouldContain(inBody);
        (await reader.Page.Locator(".e-content > *:visible").CountAsync()).ShouldBe(await reader.Page.Locator(".e-content > *").CountAsync());
    }

    [SkippableTheory]
    [InlineData("press", "it", "ja")]
    [InlineData("press", "ja", "ar")]
    [InlineData("press", "ar", "it")]
    [InlineData("broadsheet", "ja", "ar")]
    public async Task The_keyboard_alone_leads_to_the_same_release_in_another_language(string theme, string from, string to)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(from, "release"), Screen.Phone, scripts: false, theme: theme);
        var choice = $".languages a[hreflang={to}]";
        await reader.TabToAsync(".languages summary", atMost: 10);
        (await reader.Page.Locator(choice).IsVisibleAsync()).ShouldBeFalse();
        await reader.Page.Keyboard.PressAsync("Enter");
        (await reader.Page.Locator(choice).IsVisibleAsync()).ShouldBeTrue();
        await reader.TabToAsync(choice, atMost: 12);
        await reader.Page.Keyboard.PressAsync("Enter");
        // The driver looks; waiting for the address here can miss a page that is there already.
        await reader.Page.Locator($"html[lang={to}]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        reader.Address.ShouldBe(sample.Release(to, "tokyo-contest"));
        reader.Complaints.ShouldBeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(SamplePages.ThemesAndTags), MemberType = typeof(SamplePages))]
    public async Task The_first_tab_shows_the_skip_link_which_leads_past_the_menu(string theme, string tag)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, "release"), Screen.Phone, theme: theme);
        (await reader.BoxAsync(".skip")).Y.ShouldBeLessThan(0);
        await reader.TabToAsync(".skip", atMost: 1);
        var box = await reader.BoxAsync(".skip");
        box.Y.ShouldBeGreaterThanOrEqualTo(0);
        box.X.ShouldBeGreaterThanOrEqualTo(0);
        (box.X + box.Width).ShouldBeLessThanOrEqualTo(Screen.Phone.Width);
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");
        (await reader.MeasureAsync<bool>("document.activeElement.closest('main') !== null")).ShouldBeTrue("The next stop lies in the page's content.");
    }

    [SkippableTheory]
    [InlineData("press", "it", "home")]
    [InlineData("press", "it", "release")]
    [InlineData("press", "ja", "release")]
    [InlineData("press", "ar", "release")]
    [InlineData("press", "en", "root")]
    [InlineData("broadsheet", "it", "home")]
    [InlineData("broadsheet", "it", "release")]
    [InlineData("broadsheet", "ja", "release")]
    [InlineData("broadsheet", "ar", "release")]
    [InlineData("broadsheet", "en", "root")]
    public async Task Whatever_has_the_focus_shows_it(string theme, string tag, string name)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, name), Screen.Phone, theme: theme);
        var stops = 0;
        while (true)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            var focus = await reader.MeasureAsync<string?>("""
                (() => {
                  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
                  if (e === document.body || e.dataset.seen) return null;
                  e.dataset.seen = true;
                  const visible = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== style.backgroundColor
                    && box.width > 1 && box.bottom > 0 && box.top < innerHeight;
                  return `${visible ? 'visible' : 'hidden'} ${e.outerHTML.slice(0, 80)} ${style.outline}`;
                })()
                """);
            if (focus is null) break;
            focus.ShouldStartWith("visible");
            stops++;
        }

        stops.ShouldBeGreaterThanOrEqualTo(10);
    }
}
