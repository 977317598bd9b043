using System.Collections.Immutable;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.People;

/// <summary>Somebody who may use the desk.</summary>
/// <param name="Id">Their identity, which never changes.</param>
/// <param name="Name">By what name histories and approvals call them.</param>
public sealed record Person(string Id, string Name)
{
    /// <summary>What stands for all languages in <see cref="Roles"/>, and for all releases in <see cref="Embargoed"/>.</summary>
    public const string All = "*";

    /// <summary>Their address, for the author of commits; null where nobody knows it.</summary>
    public string? Email { get; init; }

    /// <summary>How the sign-in proxy calls them; null where they do not come through it.</summary>
    public string? Login { get; init; }

    /// <summary>What they may do, by language; what <see cref="All"/> says holds for those that are not named.</summary>
    public ImmutableSortedDictionary<string, ReviewRole> Roles { get; init; } = ImmutableSortedDictionary<string, ReviewRole>.Empty;

    /// <summary>The releases under embargo that they may see, by id, or <see cref="All"/>.</summary>
    public ImmutableArray<string> Embargoed { get; init; } = [];

    /// <summary>The invitation that nobody has used yet; else null.</summary>
    public Grant? Invitation { get; init; }

    /// <summary>Where they are signed in.</summary>
    public ImmutableArray<Grant> Sessions { get; init; } = [];

    /// <summary>With what their programs come.</summary>
    public ImmutableArray<Grant> Tokens { get; init; } = [];

    /// <summary>Whether they may not come in any more. They are kept, since histories name them.</summary>
    public bool HasLeft { get; init; }

    /// <summary>What they may do in a language; null where they may not even read it.</summary>
    public ReviewRole? RoleIn(Language language) => HasLeft ? null
        : Roles.TryGetValue(language.Tag, out var role) || Roles.TryGetValue(All, out role) ? role : null;

    /// <summary>Whether they settle who may do what.</summary>
    public bool IsAdministrator => !HasLeft && Roles.GetValueOrDefault(All) == ReviewRole.Administrator;

    /// <summary>Whether they may see a release while it is under embargo.</summary>
    public bool MaySeeEmbargoed(string release) => Embargoed.Contains(All, StringComparer.Ordinal) || Embargoed.Contains(release, StringComparer.Ordinal);
}

/// <summary>What lets somebody in: an invitation, a session, a token.</summary>
/// <param name="Id">Its identity, by which it is listed and ended.</param>
/// <param name="Hash">The hash of its secret.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Expires">Until when it holds.</param>
public sealed record Grant(string Id, string Hash, DateTimeOffset Made, DateTimeOffset Expires)
{
    /// <summary>What it is for: the device of a session, the name of a token.</summary>
    public string Label { get; init; } = "";

    /// <summary>When it was used last, to a few minutes; null where it never was.</summary>
    public DateTimeOffset? Seen { get; init; }
}
