using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PressKit.Editions.Reviewing;
using PressKit.Review.Api;
using PressKit.Review.Host;
using PressKit.Review.People;

namespace PressKit.Review.Pages;

/// <summary>The pages of people: where oneself is signed in, and one's tokens; for administrators everybody, and the audit log. Forms do
/// everything; no script is needed.</summary>
internal sealed class AccountPages
{
    private const int Shown = 200;
    private const int LongestLife = 365;
    private readonly Accounts _accounts;
    private readonly DeskAddress _address;
    private readonly bool _isTeam;
    private readonly Shell _shell;
    private readonly PeopleParts _parts;
    private readonly Func<bool> _needsRestart;

    /// <summary>The pages of a desk.</summary>
    public AccountPages(PagesSetup setup, Accounts accounts, DeskAddress address, bool isTeam)
    {
        (_accounts, _address, _isTeam) = (accounts, address, isTeam);
        (_shell, _parts, _needsRestart) = (new Shell(setup, new Assets()), new PeopleParts(setup), setup.NeedsRestart);
    }

    /// <summary>What stands in the head of every page.</summary>
    public static IEnumerable<(string Label, string Address)> Links(HttpContext context, bool isTeam)
    {
        if (Visitor.Of(context) is not { } visitor) yield break;
        if (isTeam && visitor.Person.IsAdministrator) yield return (Words.People, "/people");
        yield return (visitor.Person.Name, "/me");
    }

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me", (HttpContext context) => Me(context, Html.Nothing));
        // As delegates: as request delegates their answers would be dropped.
        routes.MapPost("/me/end", (Delegate)EndOwnAsync);
        routes.MapPost("/me/tokens", (Delegate)MakeTokenAsync);
        var people = routes.MapGroup("/people").AddEndpointFilter(PeopleApi.OnlyAdministratorsAsync);
        people.MapGet("", (HttpContext context) => Everybody(context, Html.Nothing));
        people.MapPost("", (Delegate)InviteAsync);
        people.MapGet("/{person}", (HttpContext context, string person) => One(context, person, Html.Nothing));
        people.MapPost("/{person}", ChangeAsync);
        people.MapPost("/{person}/invitation", InviteAgain);
        people.MapPost("/{person}/end", EndAsync);
        routes.MapGet("/audit", Audit).AddEndpointFilter(PeopleApi.OnlyAdministratorsAsync);
    }

    private IResult Me(HttpContext context, Html message)
    {
        var (me, token) = (_accounts.Find(Visitor.Of(context)!.Person.Id)!, _shell.Token(context));
        return _shell.Page(context, me.Name, "account", Html.Of($"""
            <main id="main" class="list narrow" tabindex="-1"><h1>{me.Name}</h1><p class="lead">{_parts.RolesOf(me)}</p>{message}
            <section aria-labelledby="devices"><h2 id="devices">Signed in on</h2>{_parts.Grants(me.Sessions, "/me/end", token, "Sign out there", Visitor.Of(context)!.Grant?.Id)}
            <form method="post" action="/sign-out" class="line">{token}<button>Sign out here</button><span class="note">What you wrote here and is not saved yet is deleted from this browser.</span></form></section>
            <section aria-labelledby="tokens"><h2 id="tokens">Tokens of programs</h2><p class="note">A program with a token may do what you may. <a href="/api/openapi.json">What it can ask for</a></p>
            {_parts.Grants(me.Tokens, "/me/end", token, "End it", null)}
            <form method="post" action="/me/tokens" class="line">{token}<label>Name <input name="label" required maxlength="80" autocomplete="off"></label>
            <label>Days <input name="days" type="number" min="1" max="{LongestLife}" value="90" required></label><button>Make a token</button></form></section>
            {Html.If(!_isTeam, () => new Html("<section><h2>Others</h2><p class=\"note\">The desk is yours alone. To work with others, invite an administrator with <code>presskit review invite</code>, and start it again.</p></section>"))}
            </main>
            """));
    }

    private async Task<IResult> EndOwnAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        _accounts.End(Visitor.Of(context)!.Person.Id, form["grant"].ToString(), Visitor.Of(context)!.Person.Name, Doorkeeper.AddressOf(context));
        return SeeOther(context, "/me");
    }

    private async Task<IResult> MakeTokenAsync(HttpContext context)
    {
        // A token makes no other tokens, by this door as by the other.
        if (Visitor.Of(context)!.IsProgram) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var label = form["label"].ToString();
        if (string.IsNullOrWhiteSpace(label) || !int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > LongestLife)
            return Me(context, Message("A token has a name, and holds for a day to a year.", isBad: true));
        var (_, secret) = _accounts.MakeToken(Visitor.Of(context)!.Person, label, TimeSpan.FromDays(days), Doorkeeper.AddressOf(context));
        return Me(context, Once("The token, shown this once:", secret));
    }

    private IResult Everybody(HttpContext context, Html message)
    {
        var token = _shell.Token(context);
        return _shell.Page(context, Words.People, "account", Html.Of($"""
            <main id="main" class="list" tabindex="-1"><h1>{Words.People}</h1><p class="lead">Who may use the desk. <a href="/audit">What was done with accounts</a></p>{message}
            {Html.If(_needsRestart(), () => Message("newsroom.yml names another address of the desk, or other addresses of its sign-in proxy, than when the desk was started. Start it again.", isBad: true))}
            <div class="scroll" tabindex="0" role="region" aria-label="People and what they may do"><table><caption class="unseen">People and what they may do</caption><thead><tr><th scope="col">Name</th><th scope="col">May</th><th scope="col">Signed in on</th><th scope="col">Seen</th></tr></thead>
            <tbody>{_accounts.People.Select(_parts.Row)}</tbody></table></div>
            <section aria-labelledby="invite"><h2 id="invite">Invite somebody</h2>
            <form method="post" action="/people" class="stack">{token}<div class="fields"><label>Name <input name="name" required maxlength="80" autocomplete="off"></label>
            <label>E-mail <input name="email" type="email" autocomplete="off"></label><label>Name at the sign-in proxy <input name="login" autocomplete="off"></label></div>
            {_parts.Fields(new Person("", "") { Roles = Wanted.NoRoles.Add(Person.All, ReviewRole.Translator) })}<p><button>Make an invitation</button></p></form></section></main>
            """));
    }

    private IResult One(HttpContext context, string id, Html message)
    {
        if (_accounts.Find(id) is not { } person) return Results.NotFound();
        var token = _shell.Token(context);
        return _shell.Page(context, person.Name, "account", Html.Of($"""
            <main id="main" class="list narrow" tabindex="-1"><p><a href="/people">{Words.People}</a></p><h1>{person.Name}</h1><p class="lead">{_parts.RolesOf(person)}</p>{message}
            <form method="post" action="/people/{id}" class="stack">{token}<div class="fields"><label>E-mail <input name="email" type="email" value="{person.Email ?? ""}" autocomplete="off"></label>
            <label>Name at the sign-in proxy <input name="login" value="{person.Login ?? ""}" autocomplete="off"></label></div>
            {_parts.Fields(person)}<p><label class="tick"><input type="checkbox" name="left" value="1"{new Html(person.HasLeft ? " checked" : "")}> May not come in any more</label></p><p><button>Save</button></p></form>
            <section aria-labelledby="devices"><h2 id="devices">Signed in on</h2>{_parts.Grants(person.Sessions, $"/people/{id}/end", token, "End it", null)}</section>
            <section aria-labelledby="tokens"><h2 id="tokens">Tokens of programs</h2>{_parts.Grants(person.Tokens, $"/people/{id}/end", token, "End it", null)}</section>
            <section aria-labelledby="invitation"><h2 id="invitation">Invitation</h2>{_parts.Grants([.. new[] { person.Invitation }.OfType<Grant>()], $"/people/{id}/end", token, "Take it back", null)}
            <form method="post" action="/people/{id}/invitation" class="line">{token}<button>Make another invitation</button><span class="note">For another device, or when one was lost.</span></form></section></main>
            """));
    }

    private async Task<IResult> InviteAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var roles = _parts.RolesIn(form);
        if (string.IsNullOrWhiteSpace(form["name"]) || roles.Count == 0 || PeopleApi.WrongIn(roles) is not null) return Everybody(context, Message("Say who, and what they may do in at least one language.", isBad: true));
        var wanted = new Wanted(form["name"].ToString()) { Email = Text(form, "email"), Login = Text(form, "login"), Roles = roles, Embargoed = PeopleParts.Named(form) };
        return Everybody(context, Invited(context, wanted));
    }

    private IResult InviteAgain(HttpContext context, string person) =>
        _accounts.Find(person) is { } known ? One(context, person, Invited(context, new Wanted(known.Name))) : Results.NotFound();

    private Html Invited(HttpContext context, Wanted wanted) =>
        Once($"An invitation for {wanted.Name}: it signs one device in, once, within a week. Send it to nobody else. It is shown this once:",
            $"{_address.Url}/join/{_accounts.Invite(wanted, Visitor.Of(context)!.Person.Name, Doorkeeper.AddressOf(context))}");

    private async Task<IResult> ChangeAsync(HttpContext context, string person)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var roles = _parts.RolesIn(form);
        if (_accounts.Find(person) is null) return Results.NotFound();
        if (PeopleApi.WrongIn(roles) is { } wrong) return One(context, person, Message(wrong, isBad: true));
        var changed = _accounts.Settle(person, p => p with { Email = Text(form, "email"), Login = Text(form, "login"), Roles = roles, Embargoed = PeopleParts.Named(form), HasLeft = form["left"] == "1" },
            Visitor.Of(context)!.Person.Name, Doorkeeper.AddressOf(context));
        return One(context, person, changed is null ? Message("Nobody would be left to settle who may do what. Make somebody else an administrator first.", isBad: true) : Message("Saved.", isBad: false));
    }

    private async Task<IResult> EndAsync(HttpContext context, string person)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        _accounts.End(person, form["grant"].ToString(), Visitor.Of(context)!.Person.Name, Doorkeeper.AddressOf(context));
        return SeeOther(context, $"/people/{Uri.EscapeDataString(person)}");
    }

    private IResult Audit(HttpContext context)
    {
        var (last, broken) = _accounts.Verify();
        var proof = broken is { } line ? Message(string.Create(CultureInfo.InvariantCulture, $"Line {line} of the log is not as it was written."), isBad: true)
            : Html.Of($"""<p class="lead">{(last is null ? "Nothing yet." : string.Create(CultureInfo.InvariantCulture, $"All {last.Number} lines are as they were written."))}</p>""");
        return _shell.Page(context, "Audit log", "account", Html.Of($"""
            <main id="main" class="list" tabindex="-1"><p><a href="/people">{Words.People}</a></p><h1>Audit log</h1>{proof}
            <div class="scroll" tabindex="0" role="region" aria-label="What was done with accounts, the newest first"><table><caption class="unseen">What was done with accounts, the newest first</caption><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Whom</th><th scope="col">From</th></tr></thead>
            <tbody>{_accounts.Audit(Shown).Select(e => Html.Of($"""<tr><td class="due">{_parts.Time(e.At)}</td><td>{e.Who}</td><td>{e.What}</td><td>{e.Whom ?? ""}</td><td>{e.From ?? ""}</td></tr>"""))}</tbody></table></div></main>
            """));
    }

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? Accounts.Short(text) : null;

    private static Html Message(string text, bool isBad) => Html.Of($"""<p class="message{(isBad ? "" : " good")}" role="{(isBad ? "alert" : "status")}">{text}</p>""");

    private static Html Once(string text, string secret) => Html.Of($"""<div class="message good" role="status"><p>{text}</p><p><input class="secret" readonly value="{secret}" aria-label="Copy it now"></p></div>""");

    private static IResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
