using Microsoft.Playwright;

namespace PressKit.Review.Tests.Browser;

/// <summary>People write at the editor through the real server, by keyboard alone.</summary>
[Collection(BrowserTests.Name)]
public sealed class EditorTests(Chromium chromium)
{
    [SkippableFact]
    public async Task What_is_typed_is_saved_when_one_goes_on()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 euros, on sale from Monday.");
        await anna.PressAsync("Enter");
        await anna.StateAsync("Biglietti", "translated");
        await anna.SavedAsync();
        desk.Saved("Biglietti").ShouldBe("Tickets from 12 euros, on sale from Monday.");
        (await anna.Field.GetAttributeAsync("aria-label")).ShouldBe("Translation of sentence 6");
        anna.Complaints.ShouldBeEmpty();
        desk.Notes.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Codes_are_put_in_by_a_key_and_cannot_be_broken()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.AtAsync("in rete");
        await anna.TypeAsync("The programme is online and in the hall.");
        for (var i = 0; i < 17; i++) await anna.PressAsync("ArrowLeft");
        await anna.PressAsync("Shift+ArrowLeft");
        for (var i = 0; i < 5; i++) await anna.PressAsync("Shift+ArrowLeft");
        await anna.PressAsync("Alt+c");
        (await anna.SaysAsync("in rete")).ShouldBe("The programme is <2>online</2> and in the hall.");
        // A link may not be lost: to delete towards its end is to go past it, and what is selected with it leaves it there.
        await anna.PressAsync("Backspace");
        await anna.PressAsync("Backspace");
        (await anna.SaysAsync("in rete")).ShouldBe("The programme is <2>onlin</2> and in the hall.");
        await anna.PressAsync("Control+A");
        await anna.TypeAsync("X");
        (await anna.SaysAsync("in rete")).ShouldBe("X<2></2>");
        await anna.PressAsync("Control+Z");
        (await anna.SaysAsync("in rete")).ShouldBe("The programme is <2>onlin</2> and in the hall.");
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task What_is_copied_with_its_codes_is_pasted_with_them_once()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.AtAsync("domani");
        await anna.PressAsync("Alt+o");
        (await anna.SaysAsync("domani")).ShouldBe("Il teatro apre <1>domani</1> alle 20.");
        await anna.PressAsync("Control+A");
        await anna.PressAsync("Control+X");
        (await anna.SaysAsync("domani")).ShouldBe("");
        await anna.PressAsync("Control+V");
        await anna.PressAsync("Control+V");
        (await anna.SaysAsync("domani")).ShouldBe("Il teatro apre <1>domani</1> alle 20.Il teatro apre domani alle 20.");
        await anna.PressAsync("Alt+u");
        (await anna.SaysAsync("domani")).ShouldBe("");
    }

    [SkippableTheory]
    [InlineData("ja", "ltr", "チケットは12ユーロから、月曜日発売。")]
    [InlineData("ar", "rtl", "التذاكر من 12 يورو، وتُباع ابتداءً من الاثنين.")]
    public async Task An_input_method_writes_as_it_does_anywhere(string language, string direction, string text)
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync(language);
        await anna.AtAsync("Biglietti");
        (await anna.Field.GetAttributeAsync("lang")).ShouldBe(language);
        (await anna.Field.GetAttributeAsync("dir")).ShouldBe(direction);
        (await anna.Field.EvaluateAsync<bool>("e => e.spellcheck")).ShouldBeTrue();
        var session = await anna.Page.Context.NewCDPSessionAsync(anna.Page);
        await session.SendAsync("Input.imeSetComposition", new() { ["text"] = text[..4], ["selectionStart"] = 4, ["selectionEnd"] = 4 });
        // Enter belongs to the input method while it is at work: nothing is saved, and nobody is led away.
        await anna.Field.DispatchEventAsync("keydown", new { key = "Enter", isComposing = true, keyCode = 229 });
        (await anna.SaysAsync("Biglietti")).ShouldBe(text[..4]);
        (await anna.Field.GetAttributeAsync("aria-label")).ShouldBe("Translation of sentence 5");
        await session.SendAsync("Input.insertText", new() { ["text"] = text });
        await anna.PressAsync("Control+Enter");
        await anna.StateAsync("Biglietti", "reviewed");
        desk.Saved("Biglietti", language).ShouldBe(text);
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_whole_session_goes_by_keyboard()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync("ja");
        await anna.AtAsync("La stagione");
        await anna.TypeAsync("シーズンは3月3日に開幕");
        await anna.PressAsync("Enter");
        await anna.HelpAsync();
        await anna.PressAsync("Alt+m");
        await anna.Page.Locator("#suggestion [data-text]").WaitForAsync();
        await anna.PressAsync("Alt+m");
        (await anna.SaysAsync("domani")).ShouldBe("IL TEATRO APRE <1>DOMANI</1> ALLE 20.");
        await anna.WriteAsync("劇場は明日20時に開場します。");
        await anna.PressAsync("Control+Enter");
        await anna.StateAsync("domani", "reviewed");
        await anna.Page.WaitForFunctionAsync("() => document.activeElement.ariaLabel === 'Translation of sentence 3'");
        await anna.HelpAsync();
        (await anna.Page.Locator(".terms").InnerTextAsync()).ShouldContain("初日");
        await anna.PressAsync("Alt+q");
        await anna.TypeAsync("Who is Maria Bianchi?");
        await anna.PressAsync("Tab");
        await anna.PressAsync("Tab");
        await anna.PressAsync("Enter");
        await anna.Page.Locator(".said.asked").WaitForAsync();
        desk.Sentence("Bianchi", "ja").OpenQuestions.ShouldHaveSingleItem().Text.ShouldBe("Who is Maria Bianchi?");
        await anna.PressAsync("Escape");
        await anna.PressAsync("Shift+?");
        await anna.Page.Locator("#keys[open]").WaitForAsync();
        await anna.PressAsync("Escape");
        await anna.PressAsync("Alt+n");
        (await anna.Field.CountAsync()).ShouldBe(1);
        anna.Complaints.ShouldBeEmpty();
        desk.Notes.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task The_page_beside_it_follows_what_is_typed_and_runs_nothing()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync(width: 1600);
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets <script>alert(1)</script> from 12 euros");
        var page = anna.Page.FrameLocator("#frame");
        await page.GetByText("Tickets <script>alert(1)</script> from 12 euros").WaitForAsync();
        (await anna.Page.Locator("#frame").GetAttributeAsync("sandbox")).ShouldBe("allow-same-origin");
        desk.Saved("Biglietti").ShouldBeNull();
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Sentences_are_split_and_joined_approved_and_rejected()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 euros, on sale from Monday.");
        for (var i = 0; i < " on sale from Monday.".Length; i++) await anna.PressAsync("ArrowLeft");
        await anna.PressAsync("Alt+d");
        await anna.PressAsync("Enter");
        await anna.SavedAsync();
        await anna.AtAsync("Biglietti");
        await anna.PressAsync("Control+End");
        for (var i = 0; i < " on sale from Monday.".Length; i++) await anna.PressAsync("ArrowLeft");
        await anna.PressAsync("Alt+s");
        await anna.PressAsync("Enter");
        await anna.Row("in vendita").And(anna.Page.Locator("[data-n='2']")).WaitForAsync();
        desk.Sentence("Biglietti").Target.ShouldBe("Tickets from 12 euros,");
        desk.Sentence("in vendita").Target.ShouldBe("on sale from Monday.");
        await anna.AtAsync("Biglietti");
        await anna.PressAsync("Alt+j");
        await anna.Page.WaitForFunctionAsync("() => document.querySelectorAll('.row').length === 7");
        await anna.AtAsync("Biglietti");
        await anna.PressAsync("Alt+r");
        await anna.TypeAsync("From when?");
        await anna.PressAsync("Enter");
        await anna.Row("Biglietti").Locator(".sign.rejected").WaitForAsync();
        desk.Sentence("Biglietti").Rejection.ShouldNotBeNull().Text.ShouldBe("From when?");
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Words_are_replaced_where_they_were_shown_and_ticked()
    {
        await using var desk = await EditorDesk.StartAsync(chromium);
        var anna = await desk.OpenAsync();
        foreach (var (part, text) in new[] { ("La stagione", "The season starts on 3 March"), ("Biglietti", "The season ticket costs 12 euros.") })
        {
            await anna.AtAsync(part);
            await anna.TypeAsync(text);
            await anna.PressAsync("Enter");
            await anna.StateAsync(part, "translated");
        }

        await anna.PressAsync("Alt+g");
        await anna.TypeAsync("season");
        await anna.PressAsync("Tab");
        await anna.TypeAsync("year");
        await anna.Page.Locator("#replace li").Nth(1).WaitForAsync();
        await anna.PressAsync("Enter");
        await anna.Page.Locator("#replace:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        desk.Saved("La stagione").ShouldBe("The year starts on 3 March");
        desk.Saved("Biglietti").ShouldBe("The year ticket costs 12 euros.");
        desk.Newsroom.Read("content/releases/2026/stagione/en.history.jsonl").ShouldContain("\"replaced\"");
        anna.Complaints.ShouldBeEmpty();
    }
}
