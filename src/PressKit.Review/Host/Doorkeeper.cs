using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PressKit.Review.People;

namespace PressKit.Review.Host;

/// <summary>Lets in who may come in, and keeps other sites from writing in their name. Everything is closed but for what says of itself
/// that it is open (<see cref="IAllowAnonymous"/>).</summary>
internal sealed class Doorkeeper(Accounts accounts, DeskAddress address, Func<SignInProxy?> proxy)
{
    /// <summary>The field of a form, or the header, that says that a page of the desk wrote it.</summary>
    public const string FormToken = "form-token";

    private const string Bearer = "Bearer ";

    /// <summary>Finds out who it is.</summary>
    public Task RecogniseAsync(HttpContext context, RequestDelegate next)
    {
        if (Recognise(context) is { } visitor) context.Features.Set(visitor);
        return next(context);
    }

    /// <summary>Goes on, or refuses. Whatever somebody tried and may not do is on record.</summary>
    public async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (Visitor.Of(context) is null && !isOpen) await RefuseAsync(context);
        else if (IsWriting(context.Request) && !await IsOwnAsync(context, isOpen))
            await Answers.ForbiddenAsync(context, "review.foreign-page", "This did not come from a page of the desk, or from one that is too old.", "Load the page again; what you wrote is kept.");
        else await next(context);
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden)
            accounts.Record(Visitor.Of(context)?.Person.Name ?? "somebody", "refused", $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}", AddressOf(context));
    }

    /// <summary>Who it is by now, of a request that goes on for long; null where what let them in has ended.</summary>
    public Visitor? Again(HttpContext context) => Recognise(context);

    /// <summary>Signs a device in.</summary>
    public void SetCookie(HttpContext context, string secret) => context.Response.Cookies.Append(address.Cookie, secret, Cookie(TimeSpan.FromDays(30)));

    /// <summary>Signs it out.</summary>
    public void RemoveCookie(HttpContext context) => context.Response.Cookies.Append(address.Cookie, "", Cookie(TimeSpan.Zero));

    /// <summary>Where a request comes from, as far as that is known.</summary>
    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    private CookieOptions Cookie(TimeSpan life) => new()
    {
        // Lax: a link in a message to a translator leads to the edition, and not to a door. No write goes by a link.
        HttpOnly = true, Secure = address.IsEncrypted, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true,
    };

    private Visitor? Recognise(HttpContext context)
    {
        if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && accounts.ByToken(authorization[Bearer.Length..].Trim()) is { } known
                ? new Visitor(known.Person, known.Token, IsProgram: true, "") : null;
        }

        if (context.Request.Cookies[address.Cookie] is { Length: > 0 } secret && accounts.BySession(secret) is { } signedIn)
            return new Visitor(signedIn.Person, signedIn.Session, IsProgram: false, TokenOf(secret));
        return ByProxy(context) is { } person ? new Visitor(person, null, IsProgram: false, TokenOf($"{person.Id} {accounts.Key}")) : null;
    }

    private Person? ByProxy(HttpContext context)
    {
        if (proxy() is not { } named || context.Features.Get<Caller>()?.Address is not { } from || !named.From.Contains(from)) return null;
        // Two of them would leave it to chance whom we believe.
        return context.Request.Headers[named.Header] is [{ Length: > 0 } login] ? accounts.ByLogin(login) : null;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Answers.RefusedAsync(context, StatusCodes.Status401Unauthorized, "review.signed-out", "Nobody is signed in here.", "Open your invitation, or ask for another one; programs send a token.");
        }

        return Answers.SignedOutAsync(context);
    }

    private static bool IsWriting(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private async Task<bool> IsOwnAsync(HttpContext context, bool isOpen)
    {
        var request = context.Request;
        // What no browser adds by itself cannot be sent in somebody's name.
        if (Visitor.Of(context) is { IsProgram: true }) return true;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site != "same-origin") return false;
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !address.IsOwn(origin, request.Host)) return false;
        if (isOpen) return true;
        var expected = Visitor.Of(context)!.FormToken;
        var sent = request.Headers[FormToken].ToString();
        if (sent.Length == 0 && request.HasFormContentType) sent = (await request.ReadFormAsync(context.RequestAborted))[FormToken].ToString();
        return Secret.AreEqual(sent, expected);
    }

    private static string TokenOf(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "form"u8));
}

/// <summary>The machine at the other end of a connection, whatever proxies say of theirs.</summary>
internal sealed record Caller(System.Net.IPAddress? Address);
