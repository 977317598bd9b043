using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PressKit.Editions.Reviewing;
using PressKit.Review.Api;
using PressKit.Review.Tests.Host;

namespace PressKit.Review.Tests.Api;

public sealed class EditionApiTests
{
    private const string English = "/api/editions/2026/stagione/en";

    [Fact]
    public async Task A_save_names_the_version_that_was_read_and_gives_the_next_one()
    {
        await using var server = await DeskServer.TeamAsync();
        var program = server.Program("Ken Sato", ("en", ReviewRole.Translator));
        var (address, version) = await FindAsync(program, "Biglietti");
        var saved = await SaveAsync(program, address, version, "Tickets from 12 euros.");
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await saved.Content.ReadFromJsonAsync<SentenceAnswer>(DeskServer.Json);
        answer!.Target.ShouldBe("Tickets from 12 euros.");
        saved.Headers.ETag!.Tag.ShouldBe($"\"{answer.Version}\"");
        answer.Version.ShouldNotBe(version);
        server.Newsroom.Read(Desk.DeskNewsroom.File("en.history.jsonl")).ShouldContain("Tickets from 12 euros.");
    }

    [Fact]
    public async Task A_save_against_an_older_version_is_answered_with_both_texts()
    {
        await using var server = await DeskServer.TeamAsync();
        var ken = server.Program("Ken Sato", ("en", ReviewRole.Translator));
        var mia = server.Program("Mia Berg", ("en", ReviewRole.Translator));
        var (address, version) = await FindAsync(ken, "Biglietti");
        await SaveAsync(ken, address, version, "Tickets from 12 euros.");
        var second = await SaveAsync(mia, address, version, "Tickets cost 12 euros.");
        second.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var conflict = (await second.Content.ReadFromJsonAsync<ConflictAnswer>(DeskServer.Json))!;
        conflict.Yours.ShouldBe("Tickets cost 12 euros.");
        conflict.Theirs.ShouldSatisfyAllConditions(t => t!.Text.ShouldBe("Tickets from 12 euros."), t => t!.By.ShouldBe("Ken Sato"));
        (await SaveAsync(mia, address, conflict.Theirs!.Version, "Tickets cost 12 euros.")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_save_without_a_version_is_refused()
    {
        await using var server = await DeskServer.TeamAsync();
        var program = server.Program("Ken Sato", ("en", ReviewRole.Translator));
        var (address, _) = await FindAsync(program, "Biglietti");
        (await program.PutAsJsonAsync(address, new { text = "Tickets." })).StatusCode.ShouldBe((HttpStatusCode)428);
    }

    [Fact]
    public async Task Nobody_does_more_than_their_role_in_the_language_allows()
    {
        await using var server = await DeskServer.TeamAsync();
        var reader = server.Program("Rae Lee", ("en", ReviewRole.Reader));
        var (address, version) = await FindAsync(reader, "Biglietti");
        (await SaveAsync(reader, address, version, "Tickets.")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var translator = server.Program("Tom Hill", ("en", ReviewRole.Translator));
        var saved = await SaveAsync(translator, address, version, "Tickets from 12 euros.");
        (await ApproveAsync(translator, address, saved.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var reviewer = server.Program("Rita Vogel", ("en", ReviewRole.Reviewer));
        (await ApproveAsync(reviewer, address, saved.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_language_in_which_somebody_has_no_role_does_not_exist_for_them()
    {
        await using var server = await DeskServer.TeamAsync();
        var program = server.Program("Ken Sato", ("ja", ReviewRole.Editor));
        (await program.GetAsync(English)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await program.GetFromJsonAsync<SummaryAnswer[]>("/api/releases", DeskServer.Json))!.Select(r => r.Language).ShouldBe(["ja"]);
        (await program.PutAsJsonAsync($"{English}/sentences/headline/1", new { text = "x" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_release_under_embargo_exists_only_for_those_who_are_named()
    {
        var newsroom = new Desk.DeskNewsroom();
        newsroom.Write(Desk.DeskNewsroom.File("it.md"), newsroom.Read(Desk.DeskNewsroom.File("it.md")).Replace("published:", "embargo: 2026-01-21T09:00:00+01:00\npublished:", StringComparison.Ordinal));
        Review.People.Accounts.OfTeam(newsroom.Folder, newsroom.Time).Invite(new Review.People.Wanted("Ada Neri") { Roles = Review.People.Wanted.NoRoles.Add("*", ReviewRole.Administrator) }, "command");
        await using var server = await DeskServer.StartAsync(newsroom);
        var others = server.Program("Ken Sato", ("*", ReviewRole.Administrator));
        (await others.GetAsync(English)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await others.GetStringAsync("/api/releases")).ShouldBe("[]");
        var named = server.Program("Mia Berg", ["2026/stagione"], ("en", ReviewRole.Translator));
        (await named.GetAsync(English)).StatusCode.ShouldBe(HttpStatusCode.OK);
        newsroom.Time.Advance(TimeSpan.FromDays(1));
        (await others.GetAsync(English)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_edition_is_signed_off_in_the_version_that_was_read()
    {
        await using var server = await DeskServer.TeamAsync();
        var editor = server.Program("Ken Sato", ("en", ReviewRole.Editor));
        var edition = (await editor.GetFromJsonAsync<EditionAnswer>(English, DeskServer.Json))!;
        foreach (var sentence in edition.Units.SelectMany(u => u.Sentences))
            (await SaveAsync(editor, FormattableString.Invariant($"{English}/sentences/{sentence.Unit}/{sentence.Segment}"), sentence.Version, sentence.Source)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SignOffAsync(editor, edition.Version)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        var present = (await editor.GetFromJsonAsync<EditionAnswer>(English, DeskServer.Json))!;
        (await SignOffAsync(editor, present.Version)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await editor.GetFromJsonAsync<EditionAnswer>(English, DeskServer.Json))!.ApprovedBy.ShouldBe("Ken Sato");
        server.Newsroom.Read(Desk.DeskNewsroom.File("record.yml")).ShouldContain("Ken Sato");
    }

    [Theory]
    [InlineData("/api/editions/2026/../en")]
    [InlineData("/api/editions/..%2F..%2Fprivate/review/en")]
    [InlineData("/api/editions/pages/..%2F..%2Fnewsroom/en")]
    [InlineData("/api/editions/2026/stagione%00/en")]
    [InlineData("/api/editions/2026/stagione/..%2Fit")]
    [InlineData("/assets/..%2F..%2Fprivate/people.json")]
    public async Task No_path_leads_out_of_the_releases(string address)
    {
        await using var server = await DeskServer.TeamAsync();
        var answer = await server.Program("Ken Sato", ("*", ReviewRole.Administrator)).GetAsync(address);
        ((int)answer.StatusCode).ShouldBeInRange(400, 404);
        server.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_sent_and_cannot_be_read_is_refused_without_telling_why_it_failed_inside()
    {
        await using var server = await DeskServer.TeamAsync();
        var program = server.Program("Ken Sato", ("en", ReviewRole.Translator));
        var (address, version) = await FindAsync(program, "Biglietti");
        foreach (var body in new[] { "{", "[]", "{\"text\":null}", "{\"text\":1}", "{\"text\":\"a\",\"state\":\"final\"}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            var answer = await program.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Exception");
        }
    }

    [Fact]
    public async Task The_description_names_every_endpoint_and_no_other()
    {
        await using var server = await DeskServer.TeamAsync();
        using var description = JsonDocument.Parse(await server.Browser().GetStringAsync("/api/openapi.json"));
        var described = description.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")).Order(StringComparer.Ordinal).ToList();
        described.ShouldBe(server.Server.ApiRoutes.Order(StringComparer.Ordinal));
        described.ShouldContain("PUT /api/editions/{folder}/{name}/{language}/sentences/{unit}/{segment}");
        description.RootElement.GetProperty("openapi").GetString().ShouldStartWith("3.1");
    }

    private static async Task<(string Address, string Version)> FindAsync(HttpClient program, string text)
    {
        var edition = await program.GetFromJsonAsync<EditionAnswer>(English, DeskServer.Json);
        var sentence = edition!.Units.SelectMany(u => u.Sentences).Single(s => s.Source.Contains(text, StringComparison.Ordinal));
        return (FormattableString.Invariant($"{English}/sentences/{sentence.Unit}/{sentence.Segment}"), sentence.Version);
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient program, string address, string version, string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(new { text }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return program.SendAsync(request);
    }

    private static Task<HttpResponseMessage> SignOffAsync(HttpClient program, string version)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{English}/sign-off") { Content = JsonContent.Create(new { note = "Read against the source." }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return program.SendAsync(request);
    }

    private static Task<HttpResponseMessage> ApproveAsync(HttpClient program, string address, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/approval");
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return program.SendAsync(request);
    }
}
