using System.Net;
using System.Text.RegularExpressions;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Review.Tests.Desk;
using PressKit.Review.Tests.Host;

namespace PressKit.Review.Tests.Pages;

/// <summary>Find and replace in all languages of a release, by forms alone.</summary>
public sealed partial class FindPageTests
{
    private const string Address = "/find/2026/stagione";

    [Fact]
    public async Task Words_are_found_in_every_language_and_marked_and_replaced_where_they_are_ticked()
    {
        await using var server = await TranslatedAsync();
        var ken = server.Program("Ken Sato", ("*", ReviewRole.Translator));
        var page = await ken.GetStringAsync($"{Address}?find=Arena&put=Teatro");
        page.ShouldContain("Found in 3 sentences, 2 languages");
        page.ShouldContain("The <del>Arena</del><ins>Teatro</ins> opens");
        var hits = Hits(page);
        hits.Count.ShouldBe(3);
        var answer = await SendAsync(ken, [("do", "replace"), ("find", "Arena"), ("put", "Teatro"), ("case", "1"), .. hits.Where(h => !h.StartsWith("ja", StringComparison.Ordinal)).Select(h => ("hit", h))]);
        answer.ShouldContain("Replaced in 2 sentences");
        Said(server.Desk, DeskNewsroom.English, "domani").ShouldBe("The Teatro opens <1>tomorrow</1>.");
        Said(server.Desk, DeskNewsroom.Japanese, "Biglietti").ShouldBe("Arenaは12ユーロ。");
    }

    [Fact]
    public async Task Sentences_are_found_by_what_their_source_says()
    {
        await using var server = await TranslatedAsync();
        var page = await server.Program("Ken Sato", ("*", ReviewRole.Translator)).GetStringAsync($"{Address}?source=biglietti&language=en");
        page.ShouldContain("<mark>Biglietti</mark> da 12 euro");
        page.ShouldContain("Found in 1 sentence, 1 language");
        (await server.Program("Mia Berg", ("*", ReviewRole.Translator)).GetStringAsync($"{Address}?source=biglietti&case=1")).ShouldContain("Nothing found");
    }

    [Fact]
    public async Task A_language_that_somebody_reads_only_is_shown_and_stays_and_others_are_not_there()
    {
        await using var server = await TranslatedAsync();
        var rae = server.Program("Rae Lee", ("en", ReviewRole.Reader));
        var page = await rae.GetStringAsync($"{Address}?find=Arena&put=x");
        page.ShouldContain("Found in 2 sentences, 1 language");
        page.ShouldNotContain("Arenaは");
        await SendAsync(rae, [("do", "replace"), ("find", "Arena"), ("put", "x"), .. Hits(page).Select(h => ("hit", h))]);
        Said(server.Desk, DeskNewsroom.English, "Biglietti").ShouldBe("Tickets at the Arena.");
        (await server.Program("Tom Hill").GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_shown_is_left_alone()
    {
        await using var server = await TranslatedAsync();
        var ken = server.Program("Ken Sato", ("*", ReviewRole.Translator));
        var hits = Hits(await ken.GetStringAsync($"{Address}?find=Arena&put=Teatro"));
        await SaveAsync(server.Desk, DeskNewsroom.English, "Biglietti", "Tickets at the Arena, now.");
        var answer = await SendAsync(ken, [("do", "replace"), ("find", "Arena"), ("put", "Teatro"), ("case", "1"), .. hits.Select(h => ("hit", h))]);
        answer.ShouldContain("Replaced in 2 sentences");
        answer.ShouldContain("1 sentence was changed since and left alone");
        Said(server.Desk, DeskNewsroom.English, "Biglietti").ShouldBe("Tickets at the Arena, now.");
    }

    [Fact]
    public async Task What_was_replaced_is_taken_back_unless_somebody_approved_it_since()
    {
        await using var server = await TranslatedAsync();
        var (desk, english) = (server.Desk, DeskNewsroom.English);
        await ApproveAsync(desk, "domani");
        var ken = server.Program("Ken Sato", ("*", ReviewRole.Translator));
        var page = await ken.GetStringAsync($"{Address}?find=Arena&put=Teatro&language=en");
        page.ShouldContain("reviewed: replacing takes the approval back");
        var answer = await SendAsync(ken, [("do", "replace"), ("find", "Arena"), ("put", "Teatro"), ("case", "1"), ("language", "en"), .. Hits(page).Select(h => ("hit", h))]);
        answer.ShouldContain("1 approval was taken back");
        await ApproveAsync(desk, "Biglietti");
        answer = await SendAsync(ken, [("do", "undo"), .. Event().Matches(answer).Select(m => ("event", m.Groups["value"].Value))]);
        answer.ShouldContain("Taken back in 1 sentence");
        Said(desk, english, "domani").ShouldBe("The Arena opens <1>tomorrow</1>.");
        Said(desk, english, "Biglietti").ShouldBe("Tickets at the Teatro.");
    }

    [Fact]
    public async Task Markup_in_what_is_looked_for_or_put_in_stays_text()
    {
        await using var server = await TranslatedAsync();
        var ken = server.Program("Ken Sato", ("*", ReviewRole.Translator));
        var page = await ken.GetStringAsync($"{Address}?find=Arena&put={Uri.EscapeDataString("<2/><script>\"")}");
        page.ShouldNotContain("<script>\"");
        await SendAsync(ken, [("do", "replace"), ("find", "Arena"), ("put", "<1>"), ("case", "1"), .. Hits(page).Select(h => ("hit", h))]);
        Said(server.Desk, DeskNewsroom.English, "domani").ShouldBe("The <<1> opens <1>tomorrow</1>.");
    }

    private static async Task<DeskServer> TranslatedAsync()
    {
        var server = await DeskServer.TeamAsync();
        await SaveAsync(server.Desk, DeskNewsroom.English, "domani", "The Arena opens <1>tomorrow</1>.");
        await SaveAsync(server.Desk, DeskNewsroom.English, "Biglietti", "Tickets at the Arena.");
        await SaveAsync(server.Desk, DeskNewsroom.Japanese, "Biglietti", "Arenaは12ユーロ。");
        return server;
    }

    private static async Task SaveAsync(ReviewDesk desk, EditionName name, string part, string text)
    {
        var sentence = Sentence(desk, name, part);
        (await desk.SaveAsync(name, DeskNewsroom.Anna, sentence.Name, sentence.Version, text)).IsDone.ShouldBeTrue();
    }

    private static async Task ApproveAsync(ReviewDesk desk, string part)
    {
        var sentence = Sentence(desk, DeskNewsroom.English, part);
        (await desk.ReviewAsync(DeskNewsroom.English, DeskNewsroom.Anna, [(sentence.Name, sentence.Version)])).IsDone.ShouldBeTrue();
    }

    private static SentenceView Sentence(ReviewDesk desk, EditionName name, string part) =>
        desk.View(name)!.Units.SelectMany(u => u.Sentences).Single(s => s.Source.Contains(part, StringComparison.Ordinal));

    private static string? Said(ReviewDesk desk, EditionName name, string part) => Sentence(desk, name, part).Target;

    private static List<string> Hits(string page) => [.. Hit().Matches(page).Select(m => m.Groups["value"].Value)];

    private static async Task<string> SendAsync(HttpClient program, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await (await program.PostAsync(new Uri(Address, UriKind.Relative), form)).Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"hit\" value=\"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hit();

    [GeneratedRegex("name=\"event\" value=\"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Event();
}
