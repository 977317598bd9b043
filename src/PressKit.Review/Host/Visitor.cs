using Microsoft.AspNetCore.Http;
using PressKit.Editions.Reviewing;
using PressKit.Review.People;

namespace PressKit.Review.Host;

/// <summary>Whoever made a request, as far as they proved who they are.</summary>
/// <param name="Person">Who.</param>
/// <param name="Grant">What let them in: a session or a token; null where a sign-in proxy did.</param>
/// <param name="IsProgram">Whether a token let them in: what no browser sends by itself.</param>
/// <param name="FormToken">What every form and script of the desk sends back, and no other site knows.</param>
public sealed record Visitor(Person Person, Grant? Grant, bool IsProgram, string FormToken)
{
    /// <summary>Whoever made a request; null where they have not signed in.</summary>
    public static Visitor? Of(HttpContext context) => context.Features.Get<Visitor>();

    /// <summary>What somebody may do in an edition's language.</summary>
    public Reviewer? In(Language language) => Person.RoleIn(language) is { } role ? new Reviewer(Person.Name, role) { Email = Person.Email } : null;
}
