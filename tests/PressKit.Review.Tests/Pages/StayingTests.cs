using PressKit.Editions.Reviewing;
using PressKit.Review.Tests.Desk;
using PressKit.Review.Tests.Host;

namespace PressKit.Review.Tests.Pages;

/// <summary>What becomes of those who look on while something changes.</summary>
public sealed class StayingTests
{
    [Fact]
    public async Task Who_follows_an_edition_is_told_no_more_when_what_let_them_in_has_ended()
    {
        await using var server = await DeskServer.TeamAsync();
        var ken = server.Program("Ken Sato", ("en", ReviewRole.Translator));
        using var answer = await ken.GetAsync(new Uri("/live/en/2026/stagione", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var told = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await told.ReadLineAsync()).ShouldNotBeNull();
        var accounts = server.Server.Accounts;
        var person = accounts.People.Single(p => p.Name == "Ken Sato");
        accounts.End(person.Id, person.Tokens.Single().Id, "test", null).ShouldBeTrue();
        var sentence = server.Desk.View(DeskNewsroom.English)!.Units[0].Sentences[0];
        await server.Desk.SaveAsync(DeskNewsroom.English, DeskNewsroom.Anna, sentence.Name, sentence.Version, "The season starts on 3 March");
        server.Newsroom.Time.Advance(TimeSpan.FromSeconds(3));
        (await told.ReadToEndAsync()).ShouldNotContain("Anna Rossi");
    }

    [Fact]
    public async Task Nobody_approves_a_whole_edition_that_was_changed_since_they_saw_it()
    {
        await using var server = await DeskServer.TeamAsync();
        var (desk, english) = (server.Desk, DeskNewsroom.English);
        var seen = desk.View(english)!;
        await desk.SaveAsync(english, DeskNewsroom.Anna, seen.Units[0].Sentences[0].Name, seen.Units[0].Sentences[0].Version, "The season starts on 3 March");
        var rita = server.Program("Rita Vogel", ("en", ReviewRole.Reviewer));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("do", "review-all"), KeyValuePair.Create("version", seen.Version)]);
        (await (await rita.PostAsync(new Uri("/edit/en/2026/stagione", UriKind.Relative), form)).Content.ReadAsStringAsync()).ShouldContain("changed meanwhile");
        desk.Sentence(english, seen.Units[0].Sentences[0].Name)!.Translation.State.ShouldBe(Translation.SegmentState.Translated);
    }

    [Fact]
    public async Task Nobody_approves_a_paragraph_of_which_a_sentence_was_changed_since_they_saw_it()
    {
        await using var server = await DeskServer.TeamAsync();
        var (desk, english) = (server.Desk, DeskNewsroom.English);
        var seen = desk.View(english)!.Units[^1];
        (await desk.SaveAsync(english, DeskNewsroom.Anna, seen.Sentences[0].Name, seen.Sentences[0].Version, "Tickets at 12 euros.")).IsDone.ShouldBeTrue();
        var rita = server.Program("Rita Vogel", ("en", ReviewRole.Reviewer));

        await ApproveAsync(seen.Sentences.Select(s => s.Version));
        (await ApproveAsync([])).ShouldContain("changed meanwhile");
        desk.Sentence(english, seen.Sentences[0].Name)!.Translation.State.ShouldBe(Translation.SegmentState.Translated);
        await ApproveAsync(desk.View(english)!.Units.Single(u => u.Id == seen.Id).Sentences.Select(s => s.Version));
        desk.Sentence(english, seen.Sentences[0].Name)!.Translation.State.ShouldBe(Translation.SegmentState.Reviewed);

        async Task<string> ApproveAsync(IEnumerable<string> versions)
        {
            using var form = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("do", "review-unit"), KeyValuePair.Create("at", $"{seen.Id}.1"), KeyValuePair.Create("versions", string.Join(' ', versions)),
            ]);
            return await (await rita.PostAsync(new Uri("/edit/en/2026/stagione", UriKind.Relative), form)).Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task A_token_makes_no_other_tokens_at_the_page_either()
    {
        await using var server = await DeskServer.TeamAsync();
        var ken = server.Program("Ken Sato", ("en", ReviewRole.Translator));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("label", "another"), KeyValuePair.Create("days", "30")]);

        (await ken.PostAsync(new Uri("/me/tokens", UriKind.Relative), form)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        server.Server.Accounts.People.Single(p => p.Name == "Ken Sato").Tokens.Length.ShouldBe(1);
    }
}
