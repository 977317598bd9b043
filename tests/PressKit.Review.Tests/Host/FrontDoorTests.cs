using System.Net;
using PressKit.Editions.Reviewing;
using PressKit.Review.Host;
using PressKit.Review.People;

namespace PressKit.Review.Tests.Host;

public sealed class FrontDoorTests
{
    [Fact]
    public async Task The_link_lets_one_browser_in_and_no_other()
    {
        await using var server = await DeskServer.AloneAsync();
        var first = await server.EnteredAsync();
        (await first.GetAsync("/api/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var second = server.Browser();
        (await second.GetAsync(new Uri(server.Server.Link!))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await second.GetAsync("/api/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        // Who is in may click it again.
        (await first.GetAsync(new Uri(server.Server.Link!))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_outlives_the_server()
    {
        using var newsroom = new Desk.DeskNewsroom();
        var secret = Accounts.OfOne(newsroom.Folder, newsroom.Time, "Anna Rossi", null).Enter("Firefox on Linux");
        var again = Accounts.OfOne(newsroom.Folder, newsroom.Time, "Anna Rossi", null);
        again.BySession(secret)!.Value.Person.Name.ShouldBe("Anna Rossi");
        newsroom.Time.Advance(TimeSpan.FromDays(8));
        again.BySession(secret).ShouldBeNull();
        await Task.CompletedTask;
    }

    [Fact]
    public async Task An_invitation_is_used_up_by_the_button_and_not_by_looking_at_it()
    {
        await using var server = await DeskServer.TeamAsync();
        var secret = server.Server.Accounts.Invite(new Wanted("Ken Sato") { Roles = Wanted.NoRoles.Add("ja", ReviewRole.Reviewer) }, "test");
        var browser = server.Browser();
        for (var look = 0; look < 2; look++) (await browser.GetStringAsync($"/join/{secret}")).ShouldContain("Welcome, Ken Sato");
        var joined = await browser.PostAsync($"/join/{secret}", null);
        joined.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.GetStringAsync("/api/me")).ShouldContain("Ken Sato");
        (await server.Browser().PostAsync($"/join/{secret}", null)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task An_invitation_is_too_old_after_a_week()
    {
        await using var server = await DeskServer.TeamAsync();
        var secret = server.Server.Accounts.Invite(new Wanted("Ken Sato"), "test");
        server.Newsroom.Time.Advance(TimeSpan.FromDays(7));
        (await server.Browser().GetAsync($"/join/{secret}")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await server.Browser().PostAsync($"/join/{secret}", null)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Whoever_tries_to_guess_is_stopped()
    {
        await using var server = await DeskServer.TeamAsync();
        var browser = server.Browser();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= Limits.Tries; i++) answers.Add((await browser.PostAsync($"/join/guess{i}", null)).StatusCode);
        answers.Take(Limits.Tries).ShouldAllBe(a => a == HttpStatusCode.Gone);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/releases")]
    [InlineData("/api/me")]
    [InlineData("/api/releases")]
    [InlineData("/api/people")]
    [InlineData("/api/editions/2026/stagione/en")]
    [InlineData("/nothing/at/all")]
    public async Task Nothing_is_open_to_strangers(string address)
    {
        await using var server = await DeskServer.TeamAsync();
        var answer = await server.Browser().GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("stagione");
    }

    [Fact]
    public async Task A_cookie_behind_https_is_bound_to_the_host_and_to_https()
    {
        await using var server = await DeskServer.TeamAsync("{ address: https://desk.example.org }");
        var secret = server.Server.Accounts.Invite(new Wanted("Ken Sato"), "test");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/join/{secret}");
        request.Headers.Host = "desk.example.org";
        var joined = await server.Browser().SendAsync(request);
        var cookie = joined.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-presskit=");
        foreach (var attribute in new[] { "secure", "httponly", "samesite=lax", "path=/" }) cookie.ShouldContain(attribute);
        cookie.ShouldNotContain("domain=");
        joined.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=31536000");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        await using var server = await DeskServer.AloneAsync();
        var browser = await server.EnteredAsync();
        var session = server.Server.Accounts.People.Single().Sessions.Single();
        server.Server.Accounts.End(server.Server.Accounts.People.Single().Id, session.Id, "test", null).ShouldBeTrue();
        (await browser.GetAsync("/api/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
