using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PressKit.Review.Tests.Browser;

/// <summary>The pages of people: in, out, and who may do what.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccountPagesTests(Chromium chromium)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_administrator_invites_somebody_who_comes_in_and_is_let_go(bool scripts)
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = (await desk.OpenAsync(scripts: scripts)).Page;
        await anna.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await anna.GetByLabel("Name", new() { Exact = true }).FillAsync("Mia Berg");
        await anna.GetByLabel("日本語").SelectOptionAsync("reviewer");
        await anna.GetByLabel("All languages").SelectOptionAsync("");
        await anna.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        var link = await anna.Locator("input.secret").InputValueAsync();

        await using var context = await anna.Context.Browser!.NewContextAsync(new() { JavaScriptEnabled = scripts });
        var mia = await context.NewPageAsync();
        await mia.GotoAsync(link);
        await mia.GetByRole(AriaRole.Button, new() { Name = "Sign in here" }).ClickAsync();
        await mia.GetByRole(AriaRole.Link, new() { Name = "Mia Berg" }).ClickAsync();
        await Assertions.Expect(mia.Locator(".lead")).ToContainTextAsync("reviewer in 日本語");
        (await mia.GetByRole(AriaRole.Link, new() { Name = "People" }).CountAsync()).ShouldBe(0);
        (await mia.GotoAsync(desk.AddressOf("/people")))!.Status.ShouldBe(403);

        await anna.GotoAsync(desk.AddressOf("/people"));
        await anna.GetByRole(AriaRole.Link, new() { Name = "Mia Berg" }).ClickAsync();
        await anna.GetByLabel("May not come in any more").CheckAsync();
        await anna.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(anna.GetByRole(AriaRole.Status).Filter(new() { HasText = "Saved." })).ToBeVisibleAsync();
        (await mia.GotoAsync(desk.AddressOf("/")))!.Status.ShouldBe(401);

        await anna.GotoAsync(desk.AddressOf("/audit"));
        await Assertions.Expect(anna.Locator("main")).ToContainTextAsync("as they were written");
        await Assertions.Expect(anna.Locator("tbody tr").First).ToContainTextAsync("left");
    }

    [SkippableFact]
    public async Task Signing_out_leaves_nothing_in_the_browser()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.Page.EvaluateAsync("localStorage.setItem('something', 'secret')");
        await anna.Page.GotoAsync(desk.AddressOf("/me"));
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out here" }).ClickAsync();
        await Assertions.Expect(anna.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("You are signed out");
        (await anna.Page.GotoAsync(desk.AddressOf("/")))!.Status.ShouldBe(401);
        (await anna.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
    }

    [SkippableFact]
    public async Task A_token_is_shown_once()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = (await desk.OpenAsync()).Page;
        await anna.GotoAsync(desk.AddressOf("/me"));
        await anna.GetByLabel("Name").FillAsync("nightly report");
        await anna.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        (await anna.Locator("input.secret").InputValueAsync()).ShouldStartWith("pk_");
        await anna.GotoAsync(desk.AddressOf("/me"));
        (await anna.ContentAsync()).ShouldNotContain("pk_");
        await Assertions.Expect(anna.Locator(".grants").Last).ToContainTextAsync("nightly report");
    }

    [SkippableTheory]
    [InlineData("/me", 1280)]
    [InlineData("/me", 320)]
    [InlineData("/people", 1280)]
    [InlineData("/people", 320)]
    [InlineData("/audit", 1280)]
    [InlineData("/join/used", 320)]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(string path, int width)
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = (await desk.OpenAsync(width: width)).Page;
        await anna.GotoAsync(desk.AddressOf(path));
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await anna.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await anna.EvaluateAsync(Axe);
            (await anna.EvaluateAsync<string[]>("""
                axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
                  .then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`))
                """)).ShouldBeEmpty(scheme.ToString());
        }

        (await anna.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue();
    }
}
