using System.Net;
using System.Net.Http.Json;
using PressKit.Editions.Reviewing;
using PressKit.Review.Api;
using PressKit.Review.Tests.Desk;
using PressKit.Review.Tests.Host;

namespace PressKit.Review.Tests.Api;

public sealed class ReleaseApiTests
{
    private const string Release = "/api/releases/2026/stagione";

    [Fact]
    public async Task A_program_finds_words_in_all_languages_replaces_them_and_takes_that_back()
    {
        await using var server = await DeskServer.TeamAsync();
        await SaveAsync(server, DeskNewsroom.English, "The Arena opens <1>tomorrow</1>.");
        await SaveAsync(server, DeskNewsroom.Japanese, "Arenaは<1>明日</1>。");
        var program = server.Program("Ken Sato", ("en", ReviewRole.Translator), ("ja", ReviewRole.Reader));
        var found = (await program.GetFromJsonAsync<HitsAnswer[]>($"{Release}/hits?find=Arena&put=Teatro&source=domani", DeskServer.Json))!;
        found.Select(f => (f.Language, f.Role, Hits: f.Hits.Count())).ShouldBe([("en", ReviewRole.Translator, 1), ("ja", ReviewRole.Reader, 1)]);
        var hit = found[0].Hits.Single();
        hit.After.ShouldBe("The Teatro opens <1>tomorrow</1>.");
        hit.InTarget.Single().Start.ShouldBe(4);
        (await ReplaceAsync(program, "ja", found[1].Hits.Single())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var replaced = (await (await ReplaceAsync(program, "en", hit)).Content.ReadFromJsonAsync<LanguageReplaced[]>(DeskServer.Json))!.Single();
        replaced.Events.ShouldHaveSingleItem().Target.ShouldBe("The Teatro opens <1>tomorrow</1>.");
        (await (await ReplaceAsync(program, "en", hit)).Content.ReadFromJsonAsync<LanguageReplaced[]>(DeskServer.Json))!.Single().Left.ShouldHaveSingleItem();
        var undone = await program.PostAsJsonAsync($"{Release}/replacements/undo", new { editions = new[] { new { language = "en", events = new[] { replaced.Events[0].Id, "no-such" } } } });
        var answer = (await undone.Content.ReadFromJsonAsync<LanguageUndone[]>(DeskServer.Json))!.Single();
        answer.Left.ShouldBe(["no-such"]);
        answer.Events.ShouldHaveSingleItem().Target.ShouldBe("The Arena opens <1>tomorrow</1>.");
    }

    [Fact]
    public async Task A_language_or_a_release_that_somebody_may_not_see_is_not_there()
    {
        await using var server = await DeskServer.TeamAsync();
        await SaveAsync(server, DeskNewsroom.English, "The Arena opens <1>tomorrow</1>.");
        var program = server.Program("Ken Sato", ("ja", ReviewRole.Editor));
        (await program.GetFromJsonAsync<HitsAnswer[]>($"{Release}/hits?find=Arena", DeskServer.Json))!.ShouldHaveSingleItem().Language.ShouldBe("ja");
        var wish = new { editions = new[] { new { language = "en", replacements = Array.Empty<object>() } } };
        (await program.PostAsJsonAsync($"{Release}/replacements", wish)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await program.GetAsync("/api/releases/2026/none/hits?find=a")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await program.GetAsync("/api/releases/2026/..%2F..%2Fprivate/hits?find=a")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> ReplaceAsync(HttpClient program, string language, HitAnswer hit) => program.PostAsJsonAsync($"{Release}/replacements", new
    {
        editions = new[] { new { language, replacements = new[] { new { sentence = new { unit = hit.Sentence.Unit, segment = hit.Sentence.Segment }, version = hit.Version, before = hit.Target, after = hit.After } } } },
    });

    private static async Task SaveAsync(DeskServer server, EditionName name, string text)
    {
        var sentence = server.Desk.View(name)!.Units.SelectMany(u => u.Sentences).Single(s => s.Source.Contains("domani", StringComparison.Ordinal));
        (await server.Desk.SaveAsync(name, DeskNewsroom.Anna, sentence.Name, sentence.Version, text)).IsDone.ShouldBeTrue();
    }
}
