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
}
