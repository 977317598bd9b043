using Microsoft.Playwright;

namespace PressKit.Review.Tests.Browser;

/// <summary>Writing in other scripts: compositions of an input method, and text of both directions, with codes in them.</summary>
[Collection(BrowserTests.Name)]
public sealed class ScriptTests(Chromium chromium)
{
    [SkippableFact]
    public async Task A_composition_is_typed_converted_and_taken_without_leaving_the_sentence()
    {
        await using var anna = await OpenAsync("composed", "ja");
        await anna.AtAsync("Biglietti");
        var keyboard = await anna.Page.Context.NewCDPSessionAsync(anna.Page);
        foreach (var reading in new[] { "ち", "ちけ", "ちけっと" }) await ComposeAsync(keyboard, reading);
        await ComposeAsync(keyboard, "チケット");
        (await anna.SaysAsync("Biglietti")).ShouldBe("チケット");

        // The keys of a composition are the input method's: Enter takes a word, the arrows choose another, Escape undoes one.
        foreach (var key in new[] { "Enter", "ArrowDown", "Escape", "1" })
            await anna.Field.DispatchEventAsync("keydown", new { key, code = key, isComposing = true, keyCode = 229, bubbles = true, altKey = key == "1" });
        (await anna.Field.GetAttributeAsync("aria-label")).ShouldBe("Translation of sentence 3");
        (await anna.Page.Locator("#sync").GetAttributeAsync("data-state")).ShouldBe("unsaved");
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "チケット" });
        await ComposeAsync(keyboard, "は");
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "は12ユーロから。" });
        (await anna.SaysAsync("Biglietti")).ShouldBe("チケットは12ユーロから。");
        await anna.PressAsync("Enter");
        await anna.HearsAsync("Saved.");
        anna.Sentence("Biglietti").Target.ShouldBe("チケットは12ユーロから。");
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_composition_over_codes_leaves_them()
    {
        await using var anna = await OpenAsync("composed-over", "ja");
        await anna.AtAsync("in rete");
        await anna.PressAsync("Alt+o");
        await anna.PressAsync("Control+A");
        var keyboard = await anna.Page.Context.NewCDPSessionAsync(anna.Page);
        await ComposeAsync(keyboard, "ばんぐみ");
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "番組は公開中" });
        await anna.Page.WaitForFunctionAsync("() => document.querySelectorAll('.target:focus img.chip').length === 2");
        (await anna.SaysAsync("in rete")).ShouldBe("番組は公開中<1></1>");

        // Between the ends of a link, too.
        await anna.PressAsync("ArrowLeft");
        await ComposeAsync(keyboard, "うぇぶ");
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "ウェブ" });
        (await anna.SaysAsync("in rete")).ShouldBe("番組は公開中<1>ウェブ</1>");
        await anna.PressAsync("Enter");
        await anna.StateAsync("in rete", "translated");
        anna.Sentence("in rete").Target.ShouldBe("番組は公開中<1>ウェブ</1>");
    }

    [SkippableFact]
    public async Task Text_of_both_directions_is_read_and_moved_through_in_its_order()
    {
        await using var anna = await OpenAsync("mixed", "ar");
        await anna.AtAsync("in rete");
        await anna.Page.Keyboard.InsertTextAsync("البرنامج على «example.org» و“Teatro” (12%).");
        (await anna.SaysAsync("in rete")).ShouldBe("البرنامج على «example.org» و“Teatro” (12%).");

        // From its right end the caret goes leftwards, a character a step, with Shift selecting.
        await anna.PressAsync("Control+Home");
        (await CaretAsync(anna)).ShouldBe(0);
        await anna.PressAsync("ArrowLeft");
        await anna.PressAsync("ArrowLeft");
        (await CaretAsync(anna)).ShouldBe(2);
        await anna.PressAsync("ArrowRight");
        (await CaretAsync(anna)).ShouldBe(1);
        await anna.PressAsync("Control+Home");
        for (var i = 0; i < "البرنامج".Length; i++) await anna.PressAsync("Shift+ArrowLeft");
        (await anna.Page.EvaluateAsync<string>("getSelection().toString()")).ShouldBe("البرنامج");

        // A link goes around what is selected, and each of its ends is one step for the caret.
        await anna.PressAsync("Alt+c");
        (await anna.SaysAsync("in rete")).ShouldBe("<1>البرنامج</1> على «example.org» و“Teatro” (12%).");
        await anna.PressAsync("Control+Home");
        await anna.PressAsync("ArrowLeft");
        await anna.TypeAsync("هذا ");
        (await anna.SaysAsync("in rete")).ShouldBe("<1>هذا البرنامج</1> على «example.org» و“Teatro” (12%).");
        await anna.PressAsync("Control+Home");
        await anna.PressAsync("Delete");
        (await anna.SaysAsync("in rete")).ShouldBe("<1>هذا البرنامج</1> على «example.org» و“Teatro” (12%).");
        await anna.PressAsync("Enter");
        await anna.StateAsync("in rete", "translated");
        anna.Sentence("in rete").Target.ShouldBe("<1>هذا البرنامج</1> على «example.org» و“Teatro” (12%).");
        (await anna.Row("in rete").Locator(".target").EvaluateAsync<string>("e => getComputedStyle(e).direction")).ShouldBe("rtl");
        (await anna.Row("in rete").Locator(".source").EvaluateAsync<string>("e => getComputedStyle(e).direction")).ShouldBe("ltr");
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("ja", "番組は<1>オンライン</1>で。")]
    [InlineData("ar", "البرنامج <1>على الشبكة</1> الآن.")]
    public async Task A_link_and_what_stands_in_it_go_through_the_clipboard_and_back(string language, string text)
    {
        await using var anna = await OpenAsync($"clipboard-{language}", language);
        await anna.AtAsync("in rete");
        await anna.Page.Keyboard.InsertTextAsync(text[..text.IndexOf('<', StringComparison.Ordinal)]);
        await anna.PressAsync("Alt+c");
        await anna.PressAsync("ArrowLeft".Replace("Left", language == "ar" ? "Right" : "Left", StringComparison.Ordinal));
        await anna.Page.Keyboard.InsertTextAsync(text[(text.IndexOf('>', StringComparison.Ordinal) + 1)..text.IndexOf("</", StringComparison.Ordinal)]);
        await anna.PressAsync("Control+End");
        await anna.Page.Keyboard.InsertTextAsync(text[(text.LastIndexOf('>') + 1)..]);
        (await anna.SaysAsync("in rete")).ShouldBe(text);
        await anna.PressAsync("Control+A");
        await anna.PressAsync("Control+C");
        await anna.PressAsync("Control+V");
        (await anna.SaysAsync("in rete")).ShouldBe(text);
        await anna.PressAsync("Control+Z");
        (await anna.SaysAsync("in rete")).ShouldBe(text);
    }

    private static Task<System.Text.Json.JsonElement?> ComposeAsync(ICDPSession keyboard, string text) =>
        keyboard.SendAsync("Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });

    /// <summary>How many characters stand before the caret.</summary>
    private static Task<int> CaretAsync(Writer writer) => writer.Field.EvaluateAsync<int>("""
        field => { const [s, r] = [getSelection(), document.createRange()]; r.selectNodeContents(field); r.setEnd(s.focusNode, s.focusOffset); return r.toString().length; }
        """);

    private async Task<Writer> OpenAsync(string name, string language)
    {
        var desk = await chromium.DeskAsync();
        return await desk.OpenAsync(language, release: desk.Release(name, "---\nheadline: Il programma\npublished: 2026-02-01T09:00:00+01:00\n---\n\nIl programma è [in rete](https://example.org).\n\nBiglietti da 12 euro.\n"));
    }
}
