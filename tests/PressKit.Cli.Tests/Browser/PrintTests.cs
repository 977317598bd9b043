using Microsoft.Playwright;

namespace PressKit.Cli.Tests.Browser;

/// <summary>What reaches paper.</summary>
[Collection(SampleCollection.Name)]
public sealed class PrintTests(Sample sample, Chromium chromium)
{
    [SkippableTheory]
    [MemberData(nameof(SamplePages.ThemesAndTags), MemberType = typeof(SamplePages))]
    public async Task Paper_has_the_text_and_its_address_but_nothing_to_press(string theme, string tag)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, "release"), Screen.Desktop, theme: theme);
        string[] pressed = [".menu", ".languages", ".colophon nav", ".other-languages"];
        foreach (var selector in pressed) (await ShownAsync(reader, selector)).ShouldBeTrue(selector);
        (await ShownAsync(reader, ".printed")).ShouldBeFalse();
        await reader.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print, ColorScheme = ColorScheme.Dark });
        foreach (var selector in pressed) (await ShownAsync(reader, selector)).ShouldBeFalse(selector);
        foreach (var selector in new[] { ".wordmark", "h1", ".e-content", ".quotations", ".contacts", ".printed" }) (await ShownAsync(reader, selector)).ShouldBeTrue(selector);
        (await reader.Page.Locator(".printed").InnerTextAsync()).ShouldBe(Sample.Site + sample.Release(tag, "tokyo-contest")[1..]);
        (await reader.MeasureAsync<string>("getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor"))
            .ShouldBe("rgb(0, 0, 0)rgb(255, 255, 255)", "Dark is not printed.");
    }

    private static async Task<bool> ShownAsync(Reader reader, string selector) =>
        await reader.Page.Locator($"{selector}:visible").CountAsync() > 0;
}
