namespace PressKit.Review.Tests.Browser;

/// <summary>What is written outlives closed tabs, crashed servers and lost connections, and nobody's text goes in over somebody
/// else's.</summary>
[Collection(BrowserTests.Name)]
public sealed class AwayTests(Chromium chromium)
{
    [SkippableFact]
    public async Task A_server_that_is_killed_gets_the_text_when_it_is_back()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 euros.");
        await desk.KillAsync();
        await anna.PressAsync("Enter");
        await anna.Page.Locator("#sync[data-state=away]").WaitForAsync();
        await anna.TypeAsync("Hamlet, from 3 March");
        (await anna.SaysAsync("Amleto")).ShouldBe("Hamlet, from 3 March");
        await desk.StartAsync();
        await anna.StateAsync("Biglietti", "translated");
        desk.Saved("Biglietti").ShouldBe("Tickets from 12 euros.");
        await anna.PressAsync("Enter");
        await anna.SavedAsync();
        desk.Saved("Amleto").ShouldBe("Hamlet, from 3 March");
    }

    [SkippableFact]
    public async Task A_save_whose_answer_was_lost_is_no_conflict()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 euros.");
        var isFirst = true;
        await anna.Page.RouteAsync("**/edit/**", async route =>
        {
            if (route.Request.Method != "POST" || route.Request.PostData?.Contains("do=save", StringComparison.Ordinal) != true || !isFirst)
            {
                await route.ContinueAsync();
                return;
            }

            // The server saves it, and its answer gets lost.
            isFirst = false;
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await anna.PressAsync("Enter");
        await anna.SavedAsync();
        (await anna.Page.Locator(".reply").CountAsync()).ShouldBe(0);
        desk.Saved("Biglietti").ShouldBe("Tickets from 12 euros.");
    }

    [SkippableFact]
    public async Task Typing_goes_on_without_a_connection_and_is_saved_with_it()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync("ar");
        await anna.OfflineAsync(true);
        await anna.AtAloneAsync("Biglietti");
        await anna.TypeAsync("التذاكر من 12 يورو");
        await anna.PressAsync("Enter");
        await anna.Page.Locator("#sync[data-state=away]").WaitForAsync();
        (await anna.Page.Locator("#sync").InnerTextAsync()).ShouldContain("kept on this device");
        await anna.OfflineAsync(false);
        await anna.StateAsync("Biglietti", "translated");
        desk.Saved("Biglietti", "ar").ShouldBe("التذاكر من 12 يورو");
    }

    [SkippableFact]
    public async Task A_tab_that_was_closed_has_its_draft_when_it_is_opened_again()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.OfflineAsync(true);
        await anna.AtAloneAsync("Biglietti");
        await anna.TypeAsync("Half a sen");
        var context = anna.Page.Context;
        await anna.Page.CloseAsync();
        await context.SetOfflineAsync(false);
        var again = new Writer(await context.NewPageAsync(), desk, anna.Edition);
        await again.Page.GotoAsync(desk.AddressOf(EditorDesk.Address("en")));
        await again.ReadyAsync();
        (await again.SaysAsync("Biglietti")).ShouldBe("Half a sen");
    }

    [SkippableFact]
    public async Task Two_people_see_each_other_and_both_texts_of_a_conflict()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        var ken = await desk.OpenAsync(person: "Ken Sato");
        await anna.AtAsync("Biglietti");
        await ken.AtAsync("Biglietti");
        await anna.Page.Locator(".person", new() { HasText = "Ken Sato is here" }).WaitForAsync();
        await ken.Page.Locator(".person", new() { HasText = "Anna Rossi is here" }).WaitForAsync();
        await ken.TypeAsync("Tickets cost 12 euros and more.");
        await anna.TypeAsync("Tickets from 12 euros.");
        await anna.PressAsync("Enter");
        await anna.SavedAsync();
        await ken.PressAsync("Enter");
        await ken.Page.Locator(".reply.conflict").WaitForAsync();
        (await ken.Page.Locator(".reply.conflict .theirs").InnerTextAsync()).ShouldBe("Tickets from 12 euros.");
        (await ken.SaysAsync("Biglietti")).ShouldBe("Tickets cost 12 euros and more.");
        desk.Saved("Biglietti").ShouldBe("Tickets from 12 euros.");
        await ken.Page.GetByText("Keep mine").FocusAsync();
        await ken.PressAsync("Enter");
        await ken.SavedAsync();
        desk.Saved("Biglietti").ShouldBe("Tickets cost 12 euros and more.");
        await anna.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.target')].some(t => t.textContent === 'Tickets cost 12 euros and more.')");
    }
}
