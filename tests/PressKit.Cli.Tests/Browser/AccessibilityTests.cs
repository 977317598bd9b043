using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Browser;

/// <summary>The rules of WCAG 2.2 AA that a program can judge, and axe's own of good practice.</summary>
[Collection(SampleAccessibilityCollection.Name)]
public sealed class AccessibilityTests(Sample sample, Chromium chromium)
{
    private const string AllRules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
    private const string ColourRules = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static TheoryData<string, string, string> Pages => SamplePages.All;

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_light_or_dark_on_a_phone_or_a_desk(string theme, string tag, string name)
    {
        await using var reader = await chromium.ReadAsync(sample, sample.Address(tag, name), Screen.Phone, theme: theme);
        await ReadAsync(reader);
    }

    [SkippableTheory]
    [InlineData("press", "it")]
    [InlineData("press", "ja")]
    [InlineData("broadsheet", "it")]
    [InlineData("broadsheet", "ja")]
    public async Task Axe_finds_nothing_in_those_who_speak(string theme, string tag)
    {
        using var newsroom = new TestNewsroom();
        newsroom.UseTheme(theme);
        await newsroom.SucceedAsync("build");
        await using var server = await SiteServer.StartAsync(newsroom.Published());
        foreach (var address in new[] { $"/{tag}/spokespeople/", $"/{tag}/spokespeople/luca/" })
        {
            await using var reader = await chromium.OpenAsync(server, address, Screen.Phone);
            await ReadAsync(reader);
            (await reader.OverflowAsync()).ShouldBeEmpty(address);
        }
    }

    [SkippableTheory]
    [InlineData("press")]
    [InlineData("broadsheet")]
    public async Task Axe_finds_nothing_in_what_was_corrected_or_withdrawn(string theme)
    {
        using var newsroom = new TestNewsroom();
        newsroom.Add(Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "corrected"));
        newsroom.UseTheme(theme);
        await newsroom.SucceedAsync("build");
        await using var server = await SiteServer.StartAsync(newsroom.Published());
        foreach (var path in new[] { "it/2025/la-cosa-premiata-a-torino", "ja/2025/premio", "ar/2025/premio", "it/2025/un-concorso-per-la-cosa", "ja/2025/concorso", "ar/2025/concorso" })
        {
            await using var reader = await chromium.OpenAsync(server, $"/{path}/", Screen.Phone);
            await ReadAsync(reader);
            (await reader.OverflowAsync()).ShouldBeEmpty(path);
        }
    }

    [SkippableTheory]
    [InlineData("press", "it", "film")]
    [InlineData("press", "ja", "映画")]
    [InlineData("press", "ar", "طوكيو")]
    [InlineData("broadsheet", "it", "film")]
    [InlineData("broadsheet", "ja", "映画")]
    [InlineData("broadsheet", "ar", "طوكيو")]
    public async Task Axe_finds_nothing_where_readers_search(string theme, string tag, string question)
    {
        await using var server = await SiteServer.StartAsync(await sample.SearchableAsync(theme));
        await using var reader = await chromium.OpenAsync(server, $"/{tag}/search/", Screen.Phone);
        await ReadAsync(reader);
        (await reader.OverflowAsync()).ShouldBeEmpty();
        await reader.ResizeAsync(Screen.Phone);
        await reader.Page.Locator("#q").FillAsync(question);
        await reader.Page.Locator(".result").First.WaitForAsync();
        await ReadAsync(reader);
        foreach (var screen in Screen.Both)
        {
            await reader.ResizeAsync(screen);
            (await reader.OverflowAsync()).ShouldBeEmpty($"{screen}");
        }

        reader.Complaints.ShouldBeEmpty();
    }

    private static async Task ReadAsync(Reader reader)
    {
        await reader.Page.EvaluateAsync(Axe);
        var paper = new HashSet<string>(StringComparer.Ordinal);
        foreach (var screen in Screen.Both)
        {
            await reader.ResizeAsync(screen);
            var shown = new HashSet<string>(StringComparer.Ordinal);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                paper.Add(await reader.MeasureAsync<string>("getComputedStyle(document.body).backgroundColor"));
                shown.Add(await reader.MeasureAsync<string>("[...document.querySelectorAll('body *')].map(e => +e.checkVisibility()).join('')"));
                (await ViolationsAsync(reader, scheme == ColorScheme.Light ? AllRules : ColourRules)).ShouldBeEmpty($"{screen} {scheme}");
            }

            shown.Count.ShouldBe(1, $"{screen}: light and dark differ in colours alone, which is what the rules of colours are asked of dark for.");
        }

        paper.Count.ShouldBe(2, "Light and dark differ.");
    }

    private static async Task<string[]> ViolationsAsync(Reader reader, string rules)
    {
        var result = await reader.MeasureAsync<string[]>($$"""
            axe.run({ runOnly: {{rules}}, resultTypes: ['violations'] })
              .then(r => [`${r.passes.length} passed`, ...r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)])
            """);
        if (rules == AllRules) result[0].Length.ShouldBeGreaterThan("1 passed".Length, "At least ten rules apply to any page.");
        else result[0].ShouldNotBe("0 passed");
        return result[1..];
    }
}
