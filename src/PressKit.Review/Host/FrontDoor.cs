using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PressKit.Review.People;

namespace PressKit.Review.Host;

/// <summary>Where people come in and go out: the link of whoever is alone, invitations, and signing out.</summary>
internal sealed class FrontDoor(Accounts accounts, Doorkeeper keeper)
{
    private string? _link;

    /// <summary>Who may come in.</summary>
    public Doorkeeper Keeper => keeper;

    /// <summary>Makes the link that lets whoever opens it first in.</summary>
    /// <returns>Its secret.</returns>
    public string Open()
    {
        var secret = Secret.New();
        _link = Secret.HashOf(secret);
        return secret;
    }

    /// <summary>Opens it.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").AllowAnonymous().RequireRateLimiting(Limits.SignIn);
        open.MapGet("/enter/{secret}", Enter);
        open.MapGet("/join/{secret}", (HttpContext context, string secret) => FrontDoorPages.Invitation(accounts.Invitee(secret)));
        open.MapPost("/join/{secret}", Join);
        routes.MapPost("/sign-out", SignOut);
    }

    /// <summary>The device of a request in a few words, for the list of sessions: no more than the browser says by itself.</summary>
    internal static string DeviceOf(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        var browser = agent.Contains("Firefox/", StringComparison.Ordinal) ? "Firefox" : agent.Contains("Edg/", StringComparison.Ordinal) ? "Edge"
            : agent.Contains("Chrome/", StringComparison.Ordinal) ? "Chrome" : agent.Contains("Safari/", StringComparison.Ordinal) ? "Safari" : "A browser";
        var system = agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal) ? "iOS" : agent.Contains("Android", StringComparison.Ordinal) ? "Android"
            : agent.Contains("Windows", StringComparison.Ordinal) ? "Windows" : agent.Contains("Mac OS", StringComparison.Ordinal) ? "macOS" : agent.Contains("Linux", StringComparison.Ordinal) ? "Linux" : null;
        return system is null ? browser : $"{browser} on {system}";
    }

    private IResult Enter(HttpContext context, string secret)
    {
        // Who is in already has opened it before.
        if (Visitor.Of(context) is not null) return Results.LocalRedirect("/");
        var known = _link;
        if (known is null || !Secret.Is(secret, known) || Interlocked.CompareExchange(ref _link, null, known) != known)
        {
            accounts.Record("somebody", "refused", "a link that does not hold", Doorkeeper.AddressOf(context));
            return FrontDoorPages.NoLink();
        }

        keeper.SetCookie(context, accounts.Enter(DeviceOf(context)));
        return Results.LocalRedirect("/");
    }

    private IResult Join(HttpContext context, string secret)
    {
        if (accounts.Accept(secret, DeviceOf(context), Doorkeeper.AddressOf(context)) is not { } joined) return FrontDoorPages.Invitation(null);
        keeper.SetCookie(context, joined.Secret);
        // Another answer than a redirect with the method kept: the form is not sent again.
        context.Response.Headers.Location = "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private IResult SignOut(HttpContext context)
    {
        if (Visitor.Of(context) is { Grant: { } grant } visitor) accounts.End(visitor.Person.Id, grant.Id, visitor.Person.Name, Doorkeeper.AddressOf(context));
        keeper.RemoveCookie(context);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return FrontDoorPages.SignedOut();
    }
}
