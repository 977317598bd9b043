using Microsoft.Playwright;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Tests.Browser;

/// <summary>What others do while somebody writes: the page follows it, and what is being written goes neither over it nor under it.</summary>
[Collection(BrowserTests.Name)]
public sealed class MeanwhileTests(Chromium chromium)
{
    [SkippableFact]
    public async Task A_text_that_others_save_is_shown_beside_the_one_that_is_being_written()
    {
        var desk = await chromium.DeskAsync();
        var release = desk.Release("under-the-hand", Text);
        await using var anna = await desk.OpenAsync(release: release);
        await using var ken = await desk.OpenAsync(person: "Ken Sato", release: release);
        await ken.AtAsync("Biglietti");
        await ken.TypeAsync("Tickets cost 12 euros");
        await anna.SayAsync("Biglietti", "Tickets from 12 euros.");

        // The news is there before he saves, and takes nothing from what he is writing.
        await ken.Page.Locator(".conflict .theirs", new() { HasText = "Tickets from 12 euros." }).WaitForAsync();
        await ken.HearsAsync("Anna Rossi changed this sentence meanwhile.");
        await ken.TypeAsync(" and more.");
        await ken.PressAsync("Enter");
        await ken.Row("Biglietti").And(ken.Page.Locator(".in-conflict")).WaitForAsync();
        (await ken.SaysAsync("Biglietti")).ShouldBe("Tickets cost 12 euros and more.");
        anna.Sentence("Biglietti").Target.ShouldBe("Tickets from 12 euros.");

        await ken.AtAloneAsync("Biglietti");
        await ken.PressAsync("Tab");
        await ken.PressAsync("Tab");
        (await ken.Page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("Take theirs");
        await ken.PressAsync("Enter");
        await ken.SavedAsync();
        (await ken.SaysAsync("Biglietti")).ShouldBe("Tickets from 12 euros.");
        (await ken.Page.Locator(".reply").CountAsync()).ShouldBe(0);
    }

    [SkippableFact]
    public async Task What_others_save_elsewhere_in_a_paragraph_leaves_what_is_being_written_alone()
    {
        var desk = await chromium.DeskAsync();
        var release = desk.Release("next-door", Text);
        await using var anna = await desk.OpenAsync(release: release);
        await using var ken = await desk.OpenAsync(person: "Ken Sato", release: release);
        await ken.AtAsync("Bianchi");
        await ken.TypeAsync("The opening ni");
        await anna.SayAsync("domani", "The theatre opens tomorrow at 8 p.m.");
        await ken.StateAsync("domani", "translated");
        (await ken.SaysAsync("domani")).ShouldBe("The theatre opens tomorrow at 8 p.m.");
        await ken.TypeAsync("ght is Maria Bianchi’s.");
        await ken.PressAsync("Enter");
        await ken.StateAsync("Bianchi", "translated");
        anna.Sentence("Bianchi").Target.ShouldBe("The opening night is Maria Bianchi’s.");
        (await ken.Page.Locator(".reply").CountAsync()).ShouldBe(0);
    }

    [SkippableFact]
    public async Task A_sentence_that_others_move_takes_along_what_is_being_written_for_it()
    {
        var desk = await chromium.DeskAsync();
        var release = desk.Release("moved", Text);
        await using var anna = await desk.OpenAsync(release: release);
        await using var ken = await desk.OpenAsync(person: "Ken Sato", release: release);
        await ken.AtAsync("Bianchi");
        await ken.TypeAsync("The opening ni");
        await anna.AtAsync("domani");
        await anna.PressAsync("Alt+s");
        await anna.Page.Locator("#cut input[name=source]:focus").FillAsync("Il teatro apre");
        await anna.PressAsync("Enter");
        await ken.Page.WaitForFunctionAsync("() => document.querySelectorAll('.row').length === 5");
        (await ken.SaysAsync("Bianchi")).ShouldBe("The opening ni");
        (await ken.Field.GetAttributeAsync("aria-label")).ShouldBe("Translation of sentence 4");
        await ken.PressAsync("Control+End");
        await ken.TypeAsync("ght is Maria Bianchi’s.");
        await ken.PressAsync("Enter");
        await ken.StateAsync("Bianchi", "translated");
        ken.Sentence("Bianchi").Target.ShouldBe("The opening night is Maria Bianchi’s.");
        ken.Sentence("domani").Target.ShouldBeNull();
    }

    [SkippableFact]
    public async Task A_source_that_changes_under_the_hand_keeps_what_is_being_written()
    {
        var desk = await chromium.DeskAsync();
        var release = desk.Release("rewritten", Text);
        await using var anna = await desk.OpenAsync(release: release);
        await anna.SayAsync("domani", "The theatre opens tomorrow at 8 p.m.");
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 eu");
        desk.Release("rewritten", Text.Replace("Biglietti da 12 euro, in vendita da lunedì.", "Biglietti da 15 euro, in vendita da martedì.\n\nTutto è nuovo.", StringComparison.Ordinal));
        await anna.Row("Tutto è nuovo").WaitForAsync();
        await anna.HearsAsync("The author changed the text.");
        (await anna.SaysAsync("Biglietti da 15")).ShouldBe("Tickets from 12 eu");
        (await anna.Row("Biglietti da 15").Locator(".reply").InnerTextAsync()).ShouldContain("read it again");
        (await anna.Field.GetAttributeAsync("aria-label")).ShouldBe("Translation of sentence 4");
        await anna.WriteAsync("Tickets from 15 euros, on sale from Tuesday.");
        await anna.PressAsync("Enter");
        await anna.StateAsync("Biglietti da 15", "translated");
        anna.Sentence("Biglietti").Target.ShouldBe("Tickets from 15 euros, on sale from Tuesday.");
        (await anna.SaysAsync("domani")).ShouldBe("The theatre opens tomorrow at 8 p.m.");
    }

    [SkippableFact]
    public async Task What_was_written_for_a_sentence_that_is_gone_is_kept_until_it_is_thrown_away()
    {
        var desk = await chromium.DeskAsync();
        var release = desk.Release("gone", Text);
        await using var anna = await desk.OpenAsync(release: release);
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 euros");
        desk.Release("gone", Text.Replace("Biglietti da 12 euro, in vendita da lunedì.", "", StringComparison.Ordinal));
        await anna.Page.Locator(".left-over", new() { HasText = "Tickets from 12 euros" }).WaitForAsync();
        await anna.ReloadAsync();
        await anna.Page.Locator(".left-over", new() { HasText = "Biglietti da 12 euro, in vendita da lunedì." }).WaitForAsync();
        await anna.Page.GetByText("Throw it away").FocusAsync();
        await anna.PressAsync("Enter");
        await anna.ReloadAsync();
        (await anna.Page.Locator(".left-over").CountAsync()).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Two_tabs_of_one_person_follow_each_other()
    {
        var desk = await chromium.DeskAsync();
        var release = desk.Release("two-tabs", Text);
        await using var anna = await desk.OpenAsync(release: release);
        await anna.AtAsync("Bianchi");
        await anna.TypeAsync("Half a sen");
        var other = new Writer(await anna.Page.Context.NewPageAsync(), desk, anna.Edition);
        await other.Page.GotoAsync(anna.Page.Url);
        await other.ReadyAsync();

        // A draft belongs to the tab in which it is being written.
        (await other.SaysAsync("Bianchi")).ShouldBe("");
        await other.SayAsync("domani", "The theatre opens tomorrow at 8 p.m.");
        await anna.StateAsync("domani", "translated");
        (await anna.SaysAsync("domani")).ShouldBe("The theatre opens tomorrow at 8 p.m.");
        (await anna.SaysAsync("Bianchi")).ShouldBe("Half a sen");
        await other.AtAsync("Bianchi");
        await other.TypeAsync("A whole sentence.");
        await other.PressAsync("Enter");
        await anna.Page.Locator(".conflict .theirs", new() { HasText = "A whole sentence." }).WaitForAsync();
        (await anna.SaysAsync("Bianchi")).ShouldBe("Half a sen");
    }

    [SkippableFact]
    public async Task What_happened_while_the_server_was_gone_is_shown_when_it_is_back()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.AtAsync("Amleto");
        await desk.KillAsync();
        await anna.Page.Locator("#sync[data-state=away]").WaitForAsync();
        (await anna.Page.Locator("#sync").InnerTextAsync()).ShouldBe("Not connected");
        await using (var room = desk.Newsroom.Open("elsewhere"))
        {
            var sentence = room.View(anna.Edition, matches: false)!.Units.SelectMany(u => u.Sentences).First(s => s.Source.Contains("Biglietti", StringComparison.Ordinal));
            (await room.SaveAsync(anna.Edition, new Reviewer("Ken Sato", ReviewRole.Reviewer), sentence.Name, sentence.Version, "Tickets from 12 euros.")).IsDone.ShouldBeTrue();
        }

        await desk.StartAsync();
        await anna.StateAsync("Biglietti", "translated");
        (await anna.SaysAsync("Biglietti")).ShouldBe("Tickets from 12 euros.");
        await anna.SavedAsync();
        await anna.HearsAsync("Connected again.");
    }

    [SkippableFact]
    public async Task A_session_that_ended_keeps_what_is_written_until_somebody_signs_in_again()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        var session = await anna.Page.Context.CookiesAsync();
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 euros.");
        await anna.Page.Context.ClearCookiesAsync();
        await anna.PressAsync("Enter");
        await anna.Page.Locator("#sync[data-state=signed-out]", new() { HasText = "Signed out: 1 kept on this device" }).WaitForAsync();
        await anna.Page.GetByText("You are signed out.").First.WaitForAsync();
        (await anna.SaysAsync("Biglietti")).ShouldBe("Tickets from 12 euros.");

        await anna.Page.Context.AddCookiesAsync(session.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite, Expires = c.Expires }));
        await anna.StateAsync("Biglietti", "translated");
        desk.Saved("Biglietti").ShouldBe("Tickets from 12 euros.");
        await anna.HearsAsync("Signed in again.");
    }

    [SkippableFact]
    public async Task What_somebody_left_on_a_device_is_nobody_elses()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.OfflineAsync(true);
        await anna.AtAloneAsync("Biglietti");
        await anna.TypeAsync("Hers");
        var context = anna.Page.Context;
        await anna.Page.CloseAsync();
        await context.SetOfflineAsync(false);
        var ken = await desk.OpenAsync(person: "Ken Sato");
        var his = await ken.Page.Context.CookiesAsync();
        await context.ClearCookiesAsync();
        await context.AddCookiesAsync(his.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite, Expires = c.Expires }));
        var after = new Writer(await context.NewPageAsync(), desk, anna.Edition);
        await after.Page.GotoAsync(desk.AddressOf(EditorDesk.Address("en")));
        await after.ReadyAsync();
        (await after.SaysAsync("Biglietti")).ShouldBe("");
    }

    private const string Text = """
        ---
        headline: Il teatro apre
        published: 2026-02-01T09:00:00+01:00
        ---

        Il teatro apre domani alle 20. La prima è di Maria Bianchi.

        Biglietti da 12 euro, in vendita da lunedì.
        """;
}
