using Microsoft.Playwright;
using PressKit.Translation;

namespace PressKit.Review.Tests.Browser;

/// <summary>Approving, rejecting, handing over and signing off, by keyboard.</summary>
[Collection(BrowserTests.Name)]
public sealed class JudgingTests(Chromium chromium)
{
    [SkippableFact]
    public async Task A_paragraph_is_approved_as_a_whole()
    {
        await using var anna = await OpenAsync("paragraph");
        await anna.SayAsync("domani", "The theatre opens tomorrow.");
        await anna.AtAsync("Bianchi");
        await anna.TypeAsync("It is Maria Bianchi’s evening.");
        await anna.PressAsync("Alt+p");
        await anna.StateAsync("domani", "reviewed");
        await anna.StateAsync("Bianchi", "reviewed");
        await anna.HearsAsync("Paragraph approved.");
        anna.Sentence("Bianchi").Translation.Provenance!.Revised!.By.ShouldBe("Anna Rossi");
    }

    [SkippableFact]
    public async Task Whoever_is_rejected_reads_by_whom_and_why()
    {
        await using var anna = await OpenAsync("rejected");
        await using var ken = await anna.Desk.OpenAsync(person: "Ken Sato", release: anna.Edition.Release);
        await anna.SayAsync("domani", "The theatre opens soon.");
        await ken.StateAsync("domani", "translated");
        await ken.AtAsync("domani");
        await ken.PressAsync("Alt+r");
        await ken.TypeAsync("It says tomorrow.");
        await ken.PressAsync("Enter");
        await anna.Row("domani").Locator(".sign.rejected").WaitForAsync();
        await anna.AtAsync("domani");
        (await anna.Page.Locator(".notice.rejected").InnerTextAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain("Rejected by Ken Sato"), t => t.ShouldContain("It says tomorrow."));
        await anna.WriteAsync("The theatre opens tomorrow.");
        await anna.PressAsync("Enter");
        await ken.Row("domani").Locator(".sign.rejected").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [SkippableFact]
    public async Task A_language_is_signed_off_when_all_of_it_is_there_and_a_change_takes_that_back()
    {
        await using var anna = await OpenAsync("signed-off");
        await using var ken = await anna.Desk.OpenAsync(person: "Ken Sato", release: anna.Edition.Release);
        await anna.SayAsync("Il teatro comincia", "The theatre begins");
        await anna.SayAsync("domani", "The theatre opens tomorrow.");
        await SignOffAsync(anna);
        await anna.Page.Locator("#whole .reply.refused").WaitForAsync();
        anna.Desk.Desk.View(anna.Edition)!.Approval.ShouldBeNull();

        await anna.SayAsync("Bianchi", "It is Maria Bianchi’s evening.");
        await anna.PressAsync("Alt+w");
        await anna.TabToAsync("Approve every sentence");
        await anna.PressAsync("Enter");
        await anna.StateAsync("Bianchi", "reviewed");
        await SignOffAsync(anna);
        await anna.StateAsync("Bianchi", "final");
        await anna.HearsAsync("Signed off.");
        await anna.Page.Locator("#whole", new() { HasText = "Signed off by Anna Rossi" }).WaitForAsync();
        anna.Desk.Newsroom.Read("content/releases/2026/signed-off/record.yml").ShouldContain("Anna Rossi");
        anna.Desk.Desk.View(anna.Edition)!.HeldBack.ShouldBeNull();

        // Whoever has the edition open sees it, and whoever changes a word of it takes it back.
        await ken.StateAsync("Bianchi", "final");
        await ken.AtAsync("Bianchi");
        await ken.WriteAsync("It is the evening of Maria Bianchi.");
        await ken.PressAsync("Shift+Enter");
        await anna.Page.Locator("#summary", new() { HasText = "the approval by Anna Rossi does not hold any more" }).WaitForAsync();
        await anna.AtAsync("Bianchi");
        (await anna.Page.Locator("#changes").InnerTextAsync()).ShouldContain("No longer final: Ken Sato wrote it since.");
        anna.Sentence("Bianchi").Translation.State.ShouldBe(SegmentState.Translated);
    }

    [SkippableFact]
    public async Task A_sentence_that_was_refused_keeps_an_edition_from_being_signed_off()
    {
        await using var anna = await OpenAsync("refused");
        foreach (var (part, text) in new[] { ("Il teatro comincia", "The theatre begins"), ("domani", "The theatre opens tomorrow."), ("Bianchi", "It is Maria Bianchi’s evening.") }) await anna.SayAsync(part, text);
        await anna.AtAsync("domani");
        await anna.PressAsync("Alt+r");
        await anna.TypeAsync("When?");
        await anna.PressAsync("Enter");
        await anna.Row("domani").Locator(".sign.rejected").WaitForAsync();
        await SignOffAsync(anna);
        (await anna.Page.Locator("#whole .reply.refused").InnerTextAsync()).ShouldContain("A sentence was refused");
        await anna.HearsAsync("A sentence was refused");
    }

    [SkippableFact]
    public async Task An_edition_is_handed_over()
    {
        await using var anna = await OpenAsync("handed-over");
        await anna.PressAsync("Alt+w");
        await anna.TabToAsync("To");
        await anna.TypeAsync("Ken Sato");
        await anna.PressAsync("Enter");
        await anna.Page.Locator("#whole", new() { HasText = "In the hands of Ken Sato" }).WaitForAsync();
        await anna.Page.GotoAsync(anna.Desk.AddressOf("/"));
        (await anna.Page.Locator($".queue tr:has(a[href='{EditorDesk.Address("en", anna.Edition.Release)}']) td").Last.InnerTextAsync()).ShouldBe("Ken Sato");
    }

    [SkippableFact]
    public async Task A_second_person_revises_where_the_newsroom_asks_for_one()
    {
        await using var desk = await EditorDesk.StartAsync(chromium, "{ secondPerson: true }");
        var anna = await desk.OpenAsync();
        var ken = await desk.OpenAsync(person: "Ken Sato");
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 euros, on sale from Monday.");
        await anna.PressAsync("Control+Enter");
        await anna.Row("Biglietti").Locator(".reply.refused", new() { HasText = "a second person has to review it" }).WaitForAsync();
        (await anna.Field.GetAttributeAsync("aria-label")).ShouldBe("Translation of sentence 5");
        desk.Saved("Biglietti").ShouldBe("Tickets from 12 euros, on sale from Monday.");
        desk.Sentence("Biglietti").Translation.State.ShouldBe(SegmentState.Translated);
        await ken.StateAsync("Biglietti", "translated");
        await ken.AtAsync("Biglietti");
        await ken.PressAsync("Control+Enter");
        await ken.StateAsync("Biglietti", "reviewed");
        await anna.StateAsync("Biglietti", "reviewed");
    }

    private static async Task SignOffAsync(Writer writer)
    {
        await writer.SavedAsync();
        await writer.PressAsync("Alt+w");
        await writer.TabToAsync("Sign the edition off");
        await writer.PressAsync("Enter");
    }

    private async Task<Writer> OpenAsync(string name)
    {
        var desk = await chromium.DeskAsync();
        return await desk.OpenAsync(release: desk.Release(name, """
            ---
            headline: Il teatro comincia
            published: 2026-02-01T09:00:00+01:00
            ---

            Il teatro apre domani. La serata è di Maria Bianchi.
            """));
    }
}
