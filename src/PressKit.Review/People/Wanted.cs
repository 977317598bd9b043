using System.Collections.Immutable;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.People;

/// <summary>Who is to be invited; somebody of this name who is known already gets another invitation.</summary>
/// <param name="Name">By what name histories and approvals are to call them.</param>
public sealed record Wanted(string Name)
{
    /// <summary>Nothing in any language.</summary>
    public static ImmutableSortedDictionary<string, ReviewRole> NoRoles { get; } = ImmutableSortedDictionary.Create<string, ReviewRole>(StringComparer.Ordinal);

    /// <summary>Their address; null where nobody knows it.</summary>
    public string? Email { get; init; }

    /// <summary>How the sign-in proxy calls them; null where they do not come through it.</summary>
    public string? Login { get; init; }

    /// <summary>What they are to do, by language.</summary>
    public ImmutableSortedDictionary<string, ReviewRole> Roles { get; init; } = NoRoles;

    /// <summary>The releases under embargo that they are to see.</summary>
    public ImmutableArray<string> Embargoed { get; init; } = [];
}
