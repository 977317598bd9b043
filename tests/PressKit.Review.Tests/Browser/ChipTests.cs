namespace PressKit.Review.Tests.Browser;

/// <summary>Codes as chips: whatever is done to a text with keys, mouse or clipboard, a link keeps both its ends, once each and in order.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChipTests(Chromium chromium)
{
    private const string Whole = "Il programma è <1>in rete</1> e in sala.";

    [SkippableTheory]
    [InlineData("select all, delete", "Control+A Delete", "<1></1>")]
    [InlineData("select all, type", "Control+A x", "x<1></1>")]
    [InlineData("delete to the start by words", "Control+End Control+Backspace Control+Backspace Control+Backspace Control+Backspace Control+Backspace Control+Backspace Control+Backspace Control+Backspace", null)]
    [InlineData("delete from the start by words", "Control+Home Control+Delete Control+Delete Control+Delete Control+Delete Control+Delete Control+Delete Control+Delete", null)]
    [InlineData("delete from the start", "Control+Home Delete*60", "<1></1>")]
    [InlineData("delete from the end", "Control+End Backspace*60", "<1></1>")]
    [InlineData("cut all, paste twice", "Control+A Control+X Control+V Control+V", null)]
    [InlineData("cut one end", "Control+Home ArrowRight*14 Shift+ArrowRight*4 Control+X", null)]
    [InlineData("type over one end", "Control+End ArrowLeft*12 Shift+ArrowRight*6 y", null)]
    [InlineData("make it bold", "Control+A Control+B", Whole)]
    public async Task A_link_cannot_be_broken_by_keys(string _, string keys, string? expected)
    {
        await using var anna = await OpenAsync("keys-" + keys.GetHashCode(StringComparison.Ordinal).ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var key in keys.Split(' '))
        {
            for (var times = key.Split('*') is [_, var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1; times > 0; times--) await anna.PressAsync(key.Split('*')[0]);
        }

        var says = await anna.SaysAsync("in rete");
        says.Split("<1>").Length.ShouldBe(2, says);
        says.Split("</1>").Length.ShouldBe(2, says);
        says.IndexOf("<1>", StringComparison.Ordinal).ShouldBeLessThan(says.IndexOf("</1>", StringComparison.Ordinal), says);
        if (expected is not null) says.ShouldBe(expected);
        await anna.PressAsync("Control+A");
        await anna.PressAsync("Alt+u");
        (await anna.SaysAsync("in rete")).ShouldBe("");
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task What_is_undone_and_done_again_keeps_its_codes()
    {
        await using var anna = await OpenAsync("undone");
        await anna.PressAsync("Control+A");
        await anna.TypeAsync("New");
        (await anna.SaysAsync("in rete")).ShouldBe("New<1></1>");
        for (var i = 0; i < 6 && await anna.SaysAsync("in rete") != Whole; i++) await anna.PressAsync("Control+Z");
        (await anna.SaysAsync("in rete")).ShouldBe(Whole);
        for (var i = 0; i < 6 && await anna.SaysAsync("in rete") != "New<1></1>"; i++) await anna.PressAsync("Control+Shift+Z");
        (await anna.SaysAsync("in rete")).ShouldBe("New<1></1>");
    }

    [SkippableFact]
    public async Task Neither_a_chip_nor_a_selection_is_dragged_and_foreign_text_comes_in_bare()
    {
        await using var anna = await OpenAsync("dragged");
        var chip = (await anna.Field.Locator("img.chip").First.BoundingBoxAsync())!;
        await anna.Page.Mouse.MoveAsync(chip.X + 4, chip.Y + 4);
        await anna.Page.Mouse.DownAsync();
        await anna.Page.Mouse.MoveAsync(chip.X + 160, chip.Y + 4, new() { Steps = 6 });
        await anna.Page.Mouse.UpAsync();
        (await anna.SaysAsync("in rete")).ShouldBe(Whole);
        foreach (var (type, data) in new[] { ("drop", "<b>foreign</b>"), ("paste", "<img src=x onerror=alert(1)>two\nlines <1>") })
        {
            await anna.Field.EvaluateAsync("""
                (field, [type, data]) => {
                  getSelection().selectAllChildren(field); getSelection().collapseToEnd();
                  const transfer = new DataTransfer(); transfer.setData('text/html', data); transfer.setData('text/plain', data);
                  field.dispatchEvent(type === 'paste' ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }) : new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
                }
                """, new[] { type, data });
        }

        (await anna.SaysAsync("in rete")).ShouldBe(Whole + "<<img src=x onerror=alert(1)>two lines <<1>");
        (await anna.Field.Locator(":not(img.chip)").CountAsync()).ShouldBe(0);
        await anna.PressAsync("Enter");
        await anna.StateAsync("in rete", "translated");
        anna.Sentence("in rete").Target.ShouldBe(Whole + "<<img src=x onerror=alert(1)>two lines <<1>");
        anna.Complaints.ShouldBeEmpty();
    }

    private async Task<Writer> OpenAsync(string name)
    {
        var desk = await chromium.DeskAsync();
        var anna = await desk.OpenAsync(release: desk.Release(name, "---\nheadline: Il programma\npublished: 2026-02-01T09:00:00+01:00\n---\n\nIl programma è [in rete](https://example.org) e in sala.\n\nBasta.\n"));
        await anna.AtAsync("in rete");
        await anna.PressAsync("Alt+o");
        (await anna.SaysAsync("in rete")).ShouldBe(Whole);
        return anna;
    }
}
