using System.Net;
using PressKit.Editions.Reviewing;
using PressKit.Review.People;
using PressKit.Review.Tests.Desk;

namespace PressKit.Review.Tests.Host;

public sealed class SignInProxyTests
{
    [Fact]
    public async Task Whom_the_proxy_names_is_signed_in_and_nobody_else()
    {
        await using var server = await StartAsync("127.0.0.1");
        (await AskAsync(server, "ken")).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(server, "KEN")).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(server, "mallory")).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(server)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(server, "mallory", "ken")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task From_another_address_the_header_means_nothing_whatever_is_said_of_where_it_comes_from()
    {
        await using var server = await StartAsync("10.0.0.5");
        (await AskAsync(server, "ken")).ShouldBe(HttpStatusCode.Unauthorized);
        using var request = Request("ken");
        request.Headers.Add("X-Forwarded-For", "10.0.0.5");
        (await server.Browser().SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_write_takes_the_forms_token_here_too()
    {
        await using var server = await StartAsync("127.0.0.1");
        using var request = Request("ken");
        (request.Method, request.RequestUri) = (HttpMethod.Post, new Uri("/sign-out", UriKind.Relative));
        (await server.Browser().SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_proxy_that_newsroom_yml_names_no_more_is_believed_no_more()
    {
        await using var server = await StartAsync("127.0.0.1");
        (await AskAsync(server, "ken")).ShouldBe(HttpStatusCode.OK);
        var settings = server.Newsroom.Read("content/newsroom.yml");
        server.Newsroom.Write("content/newsroom.yml", settings.Replace("[127.0.0.1]", "[10.0.0.5, 10.0.0.6]", StringComparison.Ordinal));
        (await AskAsync(server, "ken")).ShouldBe(HttpStatusCode.Unauthorized);
        server.Newsroom.Write("content/newsroom.yml", settings.Replace("X-User", "X-Person", StringComparison.Ordinal));
        (await AskAsync(server, "ken")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<DeskServer> StartAsync(string from)
    {
        var newsroom = new DeskNewsroom($"{{ address: 'https://desk.example.org', proxy: {{ header: X-User, from: [{from}] }} }}");
        Accounts.OfTeam(newsroom.Folder, newsroom.Time).Invite(new Wanted("Ken Sato") { Login = "ken", Roles = Wanted.NoRoles.Add("ja", ReviewRole.Reviewer) }, "command");
        return await DeskServer.StartAsync(newsroom);
    }

    private static async Task<HttpStatusCode> AskAsync(DeskServer server, params string[] users)
    {
        using var request = Request(users);
        return (await server.Browser().SendAsync(request)).StatusCode;
    }

    private static HttpRequestMessage Request(params string[] users)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Host = "desk.example.org";
        if (users.Length > 0) request.Headers.Add("X-User", users);
        return request;
    }
}
