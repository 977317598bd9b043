namespace PressKit.Cli.Tests.Browser;

/// <summary>What holds for every page on a phone and on a desk.</summary>
[Collection(SampleCollection.Name)]
public sealed class LayoutTests(Sample sample, Chromium chromium)
{
    public static TheoryData<string, string, string> Pages => SamplePages.All;

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_its_window_reads_in_its_direction_and_asks_its_own_host_alone(string theme, string tag, string name)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, name), Screen.Phone, theme: theme);
        foreach (var screen in Screen.Both)
        {
            await reader.ResizeAsync(screen);
            (await reader.OverflowAsync()).ShouldBeEmpty($"{screen}");
            (await reader.MeasureAsync<string>("getComputedStyle(document.body).direction")).ShouldBe(tag == "ar" ? "rtl" : "ltr");
            (await reader.SmallTextAsync()).ShouldBeEmpty($"{screen}");
        }

        reader.Complaints.ShouldBeEmpty();
        (await reader.MeasureAsync<bool>("[...document.images].every(i => i.loading === 'lazy' || i.naturalWidth > 0)")).ShouldBeTrue("Each image is shown.");
    }

    [SkippableFact]
    public async Task An_address_that_leads_nowhere_shows_the_roots_404_page()
    {
        await using var reader = await chromium.ReadAsync(sample, "/it/2025/niente/", Screen.Phone);
        (await reader.MeasureAsync<string>("document.querySelector('h1').textContent")).ShouldBe(
            sample.Pages["404.html"].QuerySelector("h1")!.TextContent);
        reader.Complaints.Where(c => c.StartsWith("404: ", StringComparison.Ordinal)).ShouldHaveSingleItem("Its style is found from everywhere.");
    }

    [SkippableTheory]
    [MemberData(nameof(SamplePages.ThemesAndTags), MemberType = typeof(SamplePages))]
    public async Task Links_in_the_masthead_are_large_enough_for_a_finger(string theme, string tag)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, "release"), Screen.Phone, theme: theme);
        await reader.Page.Locator(".languages summary").ClickAsync();
        var targets = await reader.MeasureAsync<string[]>("""
            [...document.querySelectorAll('.masthead :is(a, summary)')].map(e => {
              const box = e.getBoundingClientRect();
              return `${box.width >= 24 && box.height >= 24 ? 'large' : 'small'} ${e.textContent.trim()} ${box.width}×${box.height}`;
            })
            """);
        targets.Length.ShouldBeGreaterThan(12);
        targets.Where(t => !t.StartsWith("large", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task In_Arabic_the_masthead_begins_at_the_right()
    {
        await using var arabic = await chromium.ReadAsync(sample, "/ar/", Screen.Desktop);
        (await arabic.BoxAsync(".wordmark")).X.ShouldBeGreaterThan(await RightOfAsync(arabic, ".menu"));
        (await arabic.BoxAsync(".menu")).X.ShouldBeGreaterThan(await RightOfAsync(arabic, ".languages"));
        await arabic.ResizeAsync(Screen.Phone);
        (await arabic.BoxAsync(".wordmark")).X.ShouldBeGreaterThan(await RightOfAsync(arabic, ".languages"));

        await using var italian = await chromium.ReadAsync(sample, "/it/", Screen.Desktop);
        (await italian.BoxAsync(".menu")).X.ShouldBeGreaterThan(await RightOfAsync(italian, ".wordmark"));
    }

    [SkippableFact]
    public async Task Code_in_an_Arabic_release_runs_from_left_to_right()
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Release("ar", "right-to-left"), Screen.Phone);
        var directions = await reader.MeasureAsync<string[]>("""
            [...document.querySelectorAll('article :is(pre, code)')].map(e => `${e.localName} ${getComputedStyle(e).direction} ${getComputedStyle(e).unicodeBidi}`)
            """);
        directions.ShouldNotBeEmpty();
        directions.Where(d => !d.EndsWith(" ltr isolate", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task<float> RightOfAsync(Reader reader, string selector)
    {
        var box = await reader.BoxAsync(selector);
        return box.X + box.Width;
    }
}
