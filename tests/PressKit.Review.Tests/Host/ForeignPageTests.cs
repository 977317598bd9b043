using System.Net;
using System.Net.Http.Json;
using PressKit.Review.Host;

namespace PressKit.Review.Tests.Host;

/// <summary>What pages of other sites try in the browser of somebody who is signed in.</summary>
public sealed class ForeignPageTests
{
    [Fact]
    public async Task A_write_without_the_forms_token_is_refused()
    {
        await using var server = await DeskServer.AloneAsync();
        var browser = await server.EnteredAsync();
        var answer = await browser.PostAsJsonAsync("/api/me/tokens", new { label = "stolen", days = 1 });
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        server.Server.Accounts.People.Single().Tokens.ShouldBeEmpty();
        server.Server.Accounts.Audit(1).Single().What.ShouldBe("refused");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_write_from_another_origin_is_refused_even_with_the_token(string header, string value)
    {
        await using var server = await DeskServer.AloneAsync();
        var browser = await server.EnteredAsync();
        (await SendAsync(browser, await TokenAsync(server, browser), header, value)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_write_of_the_desks_own_page_is_done()
    {
        await using var server = await DeskServer.AloneAsync();
        var browser = await server.EnteredAsync();
        (await SendAsync(browser, await TokenAsync(server, browser), "Sec-Fetch-Site", "same-origin")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_sign_somebody_in_as_somebody_else()
    {
        await using var server = await DeskServer.TeamAsync();
        var secret = server.Server.Accounts.Invite(new Review.People.Wanted("Mallory"), "test");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/join/{secret}");
        request.Headers.Add("Origin", "https://evil.example");
        (await server.Browser().SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:4747")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost.evil.example")]
    public async Task A_name_that_leads_to_this_machine_by_a_trick_gets_nothing(string host)
    {
        await using var server = await DeskServer.AloneAsync();
        var browser = await server.EnteredAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Host = host;
        (await browser.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/me")]
    [InlineData("/join/x")]
    [InlineData("/nothing")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string address)
    {
        await using var server = await DeskServer.AloneAsync();
        var headers = (await server.Browser().GetAsync(address)).Headers;
        headers.GetValues("Content-Security-Policy").Single().ShouldBe(SecurityHeaders.Policy);
        SecurityHeaders.Policy.ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("same-origin");
        headers.CacheControl!.NoStore.ShouldBeTrue();
        headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task A_body_larger_than_the_desk_takes_is_refused()
    {
        await using var server = await DeskServer.AloneAsync();
        var program = server.Program("Ken Sato", ("en", Editions.Reviewing.ReviewRole.Editor));
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/editions/2026/stagione/en/sentences/headline/1") { Content = JsonContent.Create(new { text = new string('a', 1 << 21) }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
        (await program.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        server.Notes.ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient browser, string token, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/me/tokens") { Content = JsonContent.Create(new { label = "mine", days = 1 }) };
        request.Headers.Add(Doorkeeper.FormToken, token);
        request.Headers.TryAddWithoutValidation(header, value);
        return (await browser.SendAsync(request)).StatusCode;
    }

    private static async Task<string> TokenAsync(DeskServer server, HttpClient browser) => (await browser.GetFromJsonAsync<Review.Api.MeAnswer>("/api/me", DeskServer.Json))!.FormToken!;
}
