using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PressKit.Editions.Reviewing;
using PressKit.Review.Host;
using PressKit.Review.People;

namespace PressKit.Review.Api;

/// <summary>Somebody who may use the desk.</summary>
public sealed record PersonAnswer(string Id, string Name, string? Email, string? Login, IReadOnlyDictionary<string, ReviewRole> Roles, ImmutableArray<string> Embargoed, bool HasLeft)
{
    /// <summary>Where they are signed in.</summary>
    public ImmutableArray<GrantAnswer> Sessions { get; init; } = [];

    /// <summary>Their programs' tokens, without the secrets, which nobody has any more.</summary>
    public ImmutableArray<GrantAnswer> Tokens { get; init; } = [];

    internal static PersonAnswer Of(Person person) => new(person.Id, person.Name, person.Email, person.Login, person.Roles, person.Embargoed, person.HasLeft)
    {
        Sessions = [.. person.Sessions.Select(GrantAnswer.Of)], Tokens = [.. person.Tokens.Select(GrantAnswer.Of)],
    };
}

/// <summary>A session or a token.</summary>
public sealed record GrantAnswer(string Id, string Label, DateTimeOffset Made, DateTimeOffset Expires, DateTimeOffset? Seen)
{
    internal static GrantAnswer Of(Grant grant) => new(grant.Id, grant.Label, grant.Made, grant.Expires, grant.Seen);
}

/// <summary>Who is to be invited.</summary>
public sealed record InvitationWish(string Name, Dictionary<string, ReviewRole> Roles, string? Email = null, string? Login = null, string[]? Embargoed = null);

/// <summary>A link that signs one device in, once.</summary>
public sealed record InvitationAnswer(string Link);

/// <summary>What is to be changed of somebody; what is left out stays.</summary>
public sealed record PersonWish(string? Email = null, string? Login = null, Dictionary<string, ReviewRole>? Roles = null, string[]? Embargoed = null, bool? HasLeft = null);

/// <summary>A token to be made.</summary>
public sealed record TokenWish(string Label, int Days);

/// <summary>A token; its secret is shown this once.</summary>
public sealed record TokenAnswer(string Id, string Label, DateTimeOffset Expires, string Secret);

/// <summary>People, sessions and tokens. Everybody has their own; all of them are for administrators.</summary>
internal sealed class PeopleApi(Accounts accounts, DeskAddress address)
{
    private const int LongestLife = 365;

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("/me").WithTags("Me");
        own.MapGet("", Me).Produces<MeAnswer>().WithSummary("Who asks, and what they may do.");
        own.MapGet("/access", OwnAccess).Produces<PersonAnswer>().WithSummary("Where one is signed in, and one's tokens.");
        own.MapPost("/tokens", MakeToken).Produces<TokenAnswer>(201).Produces<Fault>(422).WithSummary("Makes a token for a program of one's own.");
        own.MapDelete("/access/{grant}", EndOwn).Produces(204).Produces<Fault>(404).WithSummary("Ends a session or a token of one's own.");

        var people = api.MapGroup("/people").WithTags("People").AddEndpointFilter(OnlyAdministratorsAsync).Refuses(StatusCodes.Status403Forbidden);
        people.MapGet("", () => TypedResults.Ok(accounts.People.Select(PersonAnswer.Of))).Produces<PersonAnswer[]>().WithSummary("Everybody who may use the desk.");
        people.MapPost("", Invite).Produces<InvitationAnswer>(201).Produces<Fault>(422).WithSummary("Invites somebody.");
        people.MapPatch("/{person}", Change).Produces<PersonAnswer>().Produces<Fault>(404).Produces<Fault>(422).WithSummary("Changes what somebody may do.");
        people.MapDelete("/{person}/access/{grant}", End).Produces(204).Produces<Fault>(404).WithSummary("Ends a session, a token or an invitation.");
        api.MapGet("/audit", (int? most) => TypedResults.Ok(accounts.Audit(Math.Clamp(most ?? 100, 1, 1000)))).AddEndpointFilter(OnlyAdministratorsAsync)
            .Produces<AuditEntry[]>().Produces<Fault>(403).WithTags("People").WithSummary("What was done with accounts, the newest first.");
    }

    /// <summary>What is wrong with roles; null where nothing is.</summary>
    internal static string? WrongIn(IEnumerable<KeyValuePair<string, ReviewRole>> roles)
    {
        foreach (var (language, role) in roles)
        {
            if (language != Person.All && (!Language.TryParse(language, out var tag) || tag.Tag != language)) return $"'{language}' is no language.";
            if (!Enum.IsDefined(role)) return "There is no such role.";
            if (role == ReviewRole.Administrator && language != Person.All) return "An administrator is one in all languages.";
        }

        return null;
    }

    /// <summary>Keeps everybody else out.</summary>
    internal static async ValueTask<object?> OnlyAdministratorsAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        Visitor.Of(call.HttpContext) is { Person.IsAdministrator: true } ? await next(call)
            : ApiResults.Fault(StatusCodes.Status403Forbidden, new Fault("review.not-allowed", "This is for administrators.", "Ask one of them."));

    private static Ok<MeAnswer> Me(HttpContext context)
    {
        var (visitor, me) = (Visitor.Of(context)!, Visitor.Of(context)!.Person);
        return TypedResults.Ok(new MeAnswer(me.Id, me.Name, me.Email, me.Roles, me.IsAdministrator, me.Embargoed) { FormToken = visitor.IsProgram ? null : visitor.FormToken });
    }

    private static Ok<PersonAnswer> OwnAccess(HttpContext context) => TypedResults.Ok(PersonAnswer.Of(Visitor.Of(context)!.Person));

    private IResult MakeToken(HttpContext context, TokenWish wish)
    {
        if (string.IsNullOrWhiteSpace(wish.Label) || wish.Days is < 1 or > LongestLife)
            return ApiResults.Fault(422, new Fault("review.bad-token", $"A token has a name, and holds for one to {LongestLife} days.", "Send both."));
        if (Visitor.Of(context) is { IsProgram: true })
            return ApiResults.Fault(403, new Fault("review.not-allowed", "A token makes no other tokens.", "Make it at the desk."));
        var (token, secret) = accounts.MakeToken(Visitor.Of(context)!.Person, wish.Label, TimeSpan.FromDays(wish.Days), Doorkeeper.AddressOf(context));
        return TypedResults.Json(new TokenAnswer(token.Id, token.Label, token.Expires, secret), statusCode: StatusCodes.Status201Created);
    }

    private IResult EndOwn(HttpContext context, string grant) => End(context, Visitor.Of(context)!.Person.Id, grant);

    private IResult End(HttpContext context, string person, string grant) =>
        accounts.End(person, grant, Visitor.Of(context)!.Person.Name, Doorkeeper.AddressOf(context)) ? TypedResults.NoContent() : ApiResults.NotFound();

    private IResult Invite(HttpContext context, InvitationWish wish)
    {
        if (string.IsNullOrWhiteSpace(wish.Name)) return Wrong("Nobody is named.");
        if (WrongIn(wish.Roles) is { } wrong) return Wrong(wrong);
        var wanted = new Wanted(wish.Name) { Email = wish.Email, Login = wish.Login, Roles = wish.Roles.ToImmutableSortedDictionary(StringComparer.Ordinal), Embargoed = [.. wish.Embargoed ?? []] };
        var secret = accounts.Invite(wanted, Visitor.Of(context)!.Person.Name, Doorkeeper.AddressOf(context));
        return TypedResults.Json(new InvitationAnswer($"{address.Url}/join/{secret}"), statusCode: StatusCodes.Status201Created);
    }

    private IResult Change(HttpContext context, string person, PersonWish wish)
    {
        if (accounts.Find(person) is null) return ApiResults.NotFound();
        if (WrongIn(wish.Roles ?? []) is { } wrong) return Wrong(wrong);
        var changed = accounts.Settle(person, p => p with
        {
            Email = wish.Email ?? p.Email, Login = wish.Login ?? p.Login, Roles = wish.Roles?.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? p.Roles,
            Embargoed = wish.Embargoed is { } named ? [.. named] : p.Embargoed, HasLeft = wish.HasLeft ?? p.HasLeft,
        }, Visitor.Of(context)!.Person.Name, Doorkeeper.AddressOf(context));
        return changed is null ? Wrong("Nobody would be left to settle who may do what.") : TypedResults.Ok(PersonAnswer.Of(changed));
    }

    private static IResult Wrong(string message) => ApiResults.Fault(422, new Fault("review.bad-person", message, "Mend it, and send it again."));
}
