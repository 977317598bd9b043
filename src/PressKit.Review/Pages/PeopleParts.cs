using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PressKit.Editions.Reviewing;
using PressKit.Review.People;

namespace PressKit.Review.Pages;

/// <summary>Parts of the pages of people.</summary>
/// <param name="setup">What the pages are made with.</param>
internal sealed class PeopleParts(PagesSetup setup)
{
    private const string Field = "role-";
    private static readonly ReviewRole[] Roles = Enum.GetValues<ReviewRole>();

    /// <summary>What somebody may do, in a sentence.</summary>
    public Html RolesOf(Person person)
    {
        if (person.HasLeft) return new Html("may not come in any more");
        var roles = person.Roles.Select(r => $"{ReviewRules.WordOf(r.Value)} in {(r.Key == Person.All ? person.Roles.Count > 1 ? "all others" : "all languages" : NameOf(r.Key))}");
        var embargoed = person.Embargoed.Contains(Person.All, StringComparer.Ordinal) ? ["all releases under embargo"] : person.Embargoed.IsEmpty ? Array.Empty<string>() : [$"under embargo: {string.Join(", ", person.Embargoed)}"];
        return Html.Escaped(string.Join("; ", [person.Roles.IsEmpty ? "nothing" : string.Join(", ", roles), .. embargoed]));
    }

    /// <summary>Somebody in the list.</summary>
    public Html Row(Person person)
    {
        var seen = person.Sessions.Concat(person.Tokens).Max(g => g.Seen);
        var devices = person.Sessions.IsEmpty ? person.Invitation is null ? "nowhere" : "invited" : string.Join(", ", person.Sessions.Select(s => s.Label).Distinct(StringComparer.Ordinal));
        return Html.Of($"""<tr><th scope="row"><a href="/people/{person.Id}">{person.Name}</a></th><td>{RolesOf(person)}</td><td>{devices}</td><td class="due">{(seen is { } at ? Time(at) : Html.Nothing)}</td></tr>""");
    }

    /// <summary>What lets somebody in, with a button that ends it.</summary>
    public Html Grants(ImmutableArray<Grant> grants, string end, Html token, string label, string? here) => grants.IsEmpty ? new Html("<p class=\"note\">None.</p>") : Html.Of($"""
        <ul class="grants">{grants.Select(g => Html.Of($"""
            <li><span><b>{(g.Label.Length > 0 ? g.Label : "Link")}</b>{(g.Id == here ? " (here)" : "")} <span class="note">since {Time(g.Made)}{(g.Seen is { } seen ? Html.Of($", seen {Time(seen)}") : Html.Nothing)}, until {Time(g.Expires)}</span></span>
            <form method="post" action="{end}">{token}<input type="hidden" name="grant" value="{g.Id}"><button aria-label="{label}: {g.Label}">{label}</button></form></li>
            """))}</ul>
        """);

    /// <summary>The fields that say what somebody may do.</summary>
    public Html Fields(Person person) => Html.Of($"""
        <fieldset><legend>May do</legend><div class="fields">{Scopes().Select(s => Html.Of($"""
            <label><bdi lang="{(s.Key == Person.All ? "en" : s.Key)}">{s.Name}</bdi> <select name="{Field}{s.Key}"><option value="">{(s.Key == Person.All ? "nothing" : "as in all")}</option>{Roles.Where(r => s.Key == Person.All || r < ReviewRole.Administrator).Select(r => Option(r, person.Roles.TryGetValue(s.Key, out var has) && has == r))}</select></label>
            """))}</div></fieldset>
        <p><label>Releases under embargo that they may see, by id, with commas between them; * for all <input name="embargoed" value="{string.Join(", ", person.Embargoed)}" autocomplete="off"></label></p>
        """);

    /// <summary>The roles of a form.</summary>
    public ImmutableSortedDictionary<string, ReviewRole> RolesIn(IFormCollection form)
    {
        var roles = Wanted.NoRoles.ToBuilder();
        foreach (var (scope, _) in Scopes())
        {
            if (Roles.FirstOrDefault(r => ReviewRules.WordOf(r) == form[Field + scope].ToString(), (ReviewRole)(-1)) is var role && Enum.IsDefined(role)) roles[scope] = role;
        }

        return roles.ToImmutable();
    }

    /// <summary>The releases under embargo of a form.</summary>
    public static ImmutableArray<string> Named(IFormCollection form) => [.. form["embargoed"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>An instant, in UTC.</summary>
    public Html Time(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return Html.Of($"""<time datetime="{utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}">{utc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}</time>""");
    }

    private static Html Option(ReviewRole role, bool isChosen) => Html.Of($"""<option value="{ReviewRules.WordOf(role)}"{new Html(isChosen ? " selected" : "")}>{ReviewRules.WordOf(role)}</option>""");

    private IEnumerable<(string Key, string Name)> Scopes() => setup.Desk.Newsroom.Languages.Select(l => (l.Tag, NameOf(l.Tag))).Prepend((Person.All, "All languages"));

    private string NameOf(string tag) => Language.TryParse(tag, out var language) ? setup.Locales.Find(language)?.Autonym ?? tag : tag;
}
