using Microsoft.Playwright;

namespace PressKit.Review.Tests.Browser;

/// <summary>What stands beside a sentence, by keyboard: checks, matches, terms, machines, differences, talk, history.</summary>
[Collection(BrowserTests.Name)]
public sealed class HelpTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Checks_speak_up_while_one_types_and_a_key_mends()
    {
        await using var anna = await OpenAsync("checks", "Biglietti da 12 euro, in vendita da lunedì.");
        await anna.AtAsync("Biglietti");
        await anna.TypeAsync("Tickets from 12 euros, on sale from Monday");
        await anna.HearsAsync("1 finding");
        (await anna.Page.Locator("#checks kbd").InnerTextAsync()).ShouldBe("Alt X");
        anna.Sentence("Biglietti").Target.ShouldBeNull();
        await anna.PressAsync("Alt+x");
        (await anna.SaysAsync("Biglietti")).ShouldBe("Tickets from 12 euros, on sale from Monday.");
        await anna.HearsAsync("Checks find nothing any more.");
        (await anna.Page.Locator("#checks li").CountAsync()).ShouldBe(0);
        await anna.PressAsync("Control+Z");
        (await anna.SaysAsync("Biglietti")).ShouldBe("Tickets from 12 euros, on sale from Monday");
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task What_a_check_found_is_kept_with_a_reason()
    {
        await using var anna = await OpenAsync("kept", "Abbonamenti da 90 euro.");
        await anna.SayAsync("Abbonamenti", "Season tickets from 95 euros.");
        await anna.AtAsync("Abbonamenti");
        await anna.Page.Locator("#checks li", new() { HasText = "95 euros" }).WaitForAsync();
        await anna.TabToAsync("Keep it");
        await anna.PressAsync("Enter");
        await anna.PressAsync("Tab");
        await anna.TypeAsync("The price here has the fee in it.");
        await anna.PressAsync("Enter");
        await anna.Page.Locator("#checks li", new() { HasText = "95 euros" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        anna.Desk.Newsroom.Read("content/releases/2026/kept/dismissed.yml").ShouldContain("The price here has the fee in it.");
    }

    [SkippableTheory]
    [InlineData("en", "The museum stays open on Sundays until 6 p.m.")]
    [InlineData("ja", "美術館は日曜日、18時まで開館します。")]
    public async Task A_match_shows_where_it_differs_and_a_key_takes_it(string language, string known)
    {
        await using var anna = await OpenAsync($"matches-{language}", "Il museo resta aperto il sabato fino alle 18.", language);
        await anna.AtAsync("sabato");
        (await anna.Page.Locator(".matches del").AllInnerTextsAsync()).ShouldContain(d => d.Contains("domenica", StringComparison.Ordinal));
        (await anna.Page.Locator(".matches ins").AllInnerTextsAsync()).ShouldContain(i => i.Contains("sabato", StringComparison.Ordinal));
        (await anna.Page.Locator(".matches .by").First.InnerTextAsync()).ShouldContain("old.tmx");
        await anna.PressAsync("Alt+1");
        (await anna.SaysAsync("sabato")).ShouldBe(known);
        await anna.HearsAsync("Match taken.");
        (await anna.Field.CountAsync()).ShouldBe(1);
        anna.Complaints.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("en", "opening night")]
    [InlineData("ar", "ليلة الافتتاح")]
    public async Task Terms_are_marked_and_stand_with_their_entries(string language, string wanted)
    {
        await using var anna = await OpenAsync($"terms-{language}", "La prima è di Carla Neri.", language);
        await anna.AtAsync("Carla");
        (await anna.Row("Carla").Locator(".source .term").InnerTextAsync()).ShouldBe("prima");
        (await anna.Page.Locator(".terms").InnerTextAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain(wanted), t => t.ShouldContain("never “premiere”"));
    }

    [SkippableFact]
    public async Task A_machine_is_asked_only_when_a_key_says_so()
    {
        await using var anna = await OpenAsync("machine", "Le prove durano sei settimane.");
        await anna.AtAsync("prove");
        (await anna.Page.Locator("#suggestion").InnerTextAsync()).ShouldBe("");
        await anna.PressAsync("Alt+m");
        await anna.HearsAsync("A suggestion is there.");
        (await anna.Page.Locator("#suggestion .by").InnerTextAsync()).ShouldContain("capitals");
        (await anna.SaysAsync("prove")).ShouldBe("");
        await anna.PressAsync("Alt+m");
        (await anna.SaysAsync("prove")).ShouldBe("LE PROVE DURANO SEI SETTIMANE.");
        anna.Sentence("prove").Target.ShouldBeNull();
    }

    [SkippableFact]
    public async Task A_source_that_changed_since_the_approval_shows_the_words()
    {
        await using var anna = await OpenAsync("source-changed", "Il bar apre alle 18 ogni lunedì.");
        await anna.AtAsync("bar");
        await anna.TypeAsync("The bar opens at 6 p.m. every Monday.");
        await anna.PressAsync("Control+Enter");
        await anna.StateAsync("bar", "reviewed");
        Write(anna, "source-changed", "Il bar apre alle 18 ogni martedì.");
        await anna.Row("martedì").Locator(".sign.changed").WaitForAsync();
        await anna.AtAsync("martedì");
        await anna.PressAsync("Alt+d");
        var changes = anna.Page.Locator("#changes");
        (await changes.Locator("del").AllInnerTextsAsync()).ShouldBe(["lunedì"]);
        (await changes.Locator("ins").AllInnerTextsAsync()).ShouldBe(["martedì"]);
        (await changes.InnerTextAsync()).ShouldContain("The bar opens at 6 p.m. every Monday.");
        anna.Sentence("martedì").Translation.State.ShouldBe(Translation.SegmentState.Initial);
    }

    [SkippableFact]
    public async Task A_question_to_the_author_stays_open_until_somebody_answers()
    {
        await using var anna = await OpenAsync("talk", "Il coro canta a cappella.");
        await using var ken = await anna.Desk.OpenAsync(person: "Ken Sato", release: anna.Edition.Release);
        await anna.AtAsync("coro");
        await anna.PressAsync("Alt+k");
        await anna.TypeAsync("Nice line.");
        await anna.PressAsync("Enter");
        await anna.Page.Locator(".said.commented", new() { HasText = "Nice line." }).WaitForAsync();
        await anna.HelpAsync();
        await anna.PressAsync("Alt+q");
        await anna.TypeAsync("Which choir?");
        await anna.PressAsync("Enter");
        await anna.HearsAsync("Asked.");
        (await anna.Field.CountAsync()).ShouldBe(1);

        await ken.Row("coro").Locator(".sign.asked").WaitForAsync();
        await ken.AtAsync("coro");
        (await ken.Page.Locator(".said.asked").InnerTextAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain("Which choir?"), t => t.ShouldContain("Anna Rossi asks the author"));
        await ken.TabToAsync("Answer");
        await ken.TypeAsync("The one of the theatre.");
        await ken.PressAsync("Enter");
        await ken.Row("coro").Locator(".sign.asked").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await anna.Row("coro").Locator(".sign.asked").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        anna.Sentence("coro").OpenQuestions.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task History_says_who_and_when_and_brings_back()
    {
        await using var anna = await OpenAsync("history", "La sala ha 600 posti.");
        await using var ken = await anna.Desk.OpenAsync(person: "Ken Sato", release: anna.Edition.Release);
        await anna.SayAsync("sala", "The hall has 600 seats.");
        await ken.StateAsync("sala", "translated");
        await ken.SayAsync("sala", "The room has 600 seats.");
        await anna.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.target')].some(t => t.textContent.startsWith('The room'))");
        await anna.AtAsync("sala");
        await anna.PressAsync("Alt+h");
        var events = anna.Page.Locator("#history[open] li");
        (await events.Nth(0).InnerTextAsync()).ShouldStartWith("Ken Sato wrote");
        (await events.Nth(0).Locator("del").InnerTextAsync()).ShouldBe("hall");
        (await events.Nth(1).InnerTextAsync()).ShouldStartWith("Anna Rossi wrote");
        DateTimeOffset.TryParse(await events.Nth(1).Locator("time").GetAttributeAsync("datetime"), System.Globalization.CultureInfo.InvariantCulture, out var at).ShouldBeTrue();
        at.ShouldBeLessThanOrEqualTo(TimeProvider.System.GetUtcNow());
        await anna.TabToAsync("Bring back");
        await anna.PressAsync("Enter");
        await anna.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.target')].some(t => t.textContent.startsWith('The hall'))");
        anna.Sentence("sala").Target.ShouldBe("The hall has 600 seats.");
    }

    [SkippableFact]
    public async Task Whoever_comes_back_from_help_goes_on_where_they_were()
    {
        await using var anna = await OpenAsync("caret", "Il foyer resta chiuso.");
        await anna.AtAsync("foyer");
        await anna.TypeAsync("The foyer closed.");
        for (var i = 0; i < "closed.".Length; i++) await anna.PressAsync("ArrowLeft");
        await anna.PressAsync("Alt+r");
        await anna.Page.Locator("#reject[open] input:focus").WaitForAsync();
        await anna.PressAsync("Escape");
        await anna.TypeAsync("stays ");
        (await anna.SaysAsync("foyer")).ShouldBe("The foyer stays closed.");
        (await anna.Page.Locator("#reject[open]").CountAsync()).ShouldBe(0);
        await anna.PressAsync("F6");
        await anna.PressAsync("F6");
        await anna.TypeAsync("shut and ");
        (await anna.SaysAsync("foyer")).ShouldBe("The foyer stays shut and closed.");
    }

    private static void Write(Writer writer, string name, string text) => writer.Desk.Release(name, Text(text));

    private static string Text(string text) => $"---\nheadline: Il teatro\npublished: 2026-02-01T09:00:00+01:00\n---\n\n{text}\n";

    private async Task<Writer> OpenAsync(string name, string text, string language = "en")
    {
        var desk = await chromium.DeskAsync();
        return await desk.OpenAsync(language, release: desk.Release(name, Text(text)));
    }
}
