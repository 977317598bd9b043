using System.Net;
using System.Net.Http.Json;
using PressKit.Editions.Reviewing;
using PressKit.Review.Api;
using PressKit.Review.Tests.Host;

namespace PressKit.Review.Tests.Api;

public sealed class PeopleApiTests
{
    [Theory]
    [InlineData(ReviewRole.Reader)]
    [InlineData(ReviewRole.Editor)]
    public async Task People_are_the_business_of_administrators(ReviewRole role)
    {
        await using var server = await DeskServer.TeamAsync();
        var program = server.Program("Ken Sato", ("*", role));
        var ada = server.Server.Accounts.People[0].Id;
        foreach (var answer in new[]
        {
            await program.GetAsync("/api/people"), await program.GetAsync("/api/audit"), await program.PatchAsJsonAsync($"/api/people/{ada}", new { hasLeft = true }),
            await program.PostAsJsonAsync("/api/people", new { name = "Mallory", roles = new Dictionary<string, string> { ["*"] = "administrator" } }),
            await program.DeleteAsync($"/api/people/{ada}/access/x"),
        }) answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        server.Server.Accounts.People.Length.ShouldBe(2);
        server.Server.Accounts.Audit(5).Count(e => e.What == "refused" && e.Who == "Ken Sato").ShouldBe(5);
    }

    [Fact]
    public async Task An_administrator_invites_changes_and_ends()
    {
        await using var server = await DeskServer.TeamAsync();
        var program = server.Program("Ada Secunda", ("*", ReviewRole.Administrator));
        var invited = await program.PostAsJsonAsync("/api/people", new { name = "Ken Sato", roles = new Dictionary<string, string> { ["ja"] = "reviewer" } });
        invited.StatusCode.ShouldBe(HttpStatusCode.Created);
        var link = (await invited.Content.ReadFromJsonAsync<InvitationAnswer>(DeskServer.Json))!.Link;
        var browser = server.Browser();
        (await browser.PostAsync(new Uri(link).AbsolutePath, null)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var ken = (await program.GetFromJsonAsync<PersonAnswer[]>("/api/people", DeskServer.Json))!.Single(p => p.Name == "Ken Sato");
        (await program.PatchAsJsonAsync($"/api/people/{ken.Id}", new { roles = new Dictionary<string, string> { ["ja"] = "editor" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetStringAsync("/api/me")).ShouldContain("\"ja\":\"editor\"");
        (await program.DeleteAsync($"/api/people/{ken.Id}/access/{ken.Sessions.Single().Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.GetAsync("/api/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"name":" ","roles":{"ja":"editor"}}""", 422)]
    [InlineData("""{"name":"Ken","roles":{"ja":"administrator"}}""", 422)]
    [InlineData("""{"name":"Ken","roles":{"../x":"editor"}}""", 422)]
    [InlineData("""{"name":"Ken","roles":{"ja":"king"}}""", 400)]
    [InlineData("""{"name":"Ken","roles":{"ja":4}}""", 400)]
    [InlineData("""{"name":"Ken","roles":{"ja":"editor"},"isAdministrator":true}""", 400)]
    public async Task An_invitation_that_makes_no_sense_is_refused(string body, int status)
    {
        await using var server = await DeskServer.TeamAsync();
        var program = server.Program("Ada Secunda", ("*", ReviewRole.Administrator));
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        ((int)(await program.PostAsync("/api/people", content)).StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task A_token_makes_no_other_tokens_and_nobody_ends_what_is_anothers()
    {
        await using var server = await DeskServer.TeamAsync();
        var ken = server.Program("Ken Sato", ("ja", ReviewRole.Reviewer));
        (await ken.PostAsJsonAsync("/api/me/tokens", new { label = "more", days = 1 })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        server.Program("Mia Berg", ("ja", ReviewRole.Reviewer));
        var others = server.Server.Accounts.People.Single(p => p.Name == "Mia Berg").Tokens.Single().Id;
        (await ken.DeleteAsync($"/api/me/access/{others}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        server.Server.Accounts.People.Single(p => p.Name == "Mia Berg").Tokens.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_program_that_has_gone_wild_is_stopped_and_others_go_on()
    {
        await using var server = await DeskServer.TeamAsync();
        var wild = server.Program("Ken Sato", ("ja", ReviewRole.Reviewer));
        var statuses = new List<HttpStatusCode>();
        while (statuses.Count < 10_000 && !statuses.Contains(HttpStatusCode.TooManyRequests)) statuses.AddRange(await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (await wild.GetAsync("/api/me")).StatusCode)));
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
        (await server.Program("Mia Berg", ("ja", ReviewRole.Reviewer)).GetAsync("/api/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
