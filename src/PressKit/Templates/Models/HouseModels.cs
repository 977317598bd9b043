using System.Collections.Immutable;

namespace PressKit.Templates.Models;

/// <summary>Those who speak for the organisation: <c>spokespeople.hbs</c>.</summary>
public sealed record SpokespeopleModel(PageHead Head) : PageModel(Head)
{
    /// <summary>The people, in the newsroom's order.</summary>
    public ImmutableArray<PersonModel> People { get; init; } = [];
}

/// <summary>Somebody who speaks for the organisation, with what they said: <c>spokesperson.hbs</c>.</summary>
public sealed record SpokespersonModel(PageHead Head) : ListModel(Head)
{
    /// <summary>The person.</summary>
    public required PersonModel Person { get; init; }

    /// <summary>What they said, the newest first.</summary>
    public ImmutableArray<StatementModel> Statements { get; init; } = [];
}

/// <summary>Somebody who speaks for the organisation.</summary>
/// <param name="Url">The address of their page.</param>
/// <param name="Name">Their name.</param>
/// <param name="NameTag">The tag of the name's language where it is not the page's; else null.</param>
/// <param name="Role">What they are, if that is said in this language.</param>
/// <param name="Biography">Who they are, by paragraphs; empty where nobody wrote it in this language.</param>
/// <param name="Portrait">Their picture, if any.</param>
/// <param name="Contact">Through whom they are reached, if that is said.</param>
public sealed record PersonModel(
    string Url, string Name, string? NameTag, string? Role, ImmutableArray<string> Biography, ImageModel? Portrait, ContactModel? Contact);

/// <summary>What somebody said.</summary>
/// <param name="Text">The quotation, in the quotation marks of the language.</param>
/// <param name="Release">The release that quotes it.</param>
/// <param name="Date">When that was published.</param>
public sealed record StatementModel(string Text, LinkModel Release, DateModel? Date);

/// <summary>Whom journalists may ask: <c>contacts.hbs</c>.</summary>
public sealed record ContactsModel(PageHead Head) : PageModel(Head)
{
    /// <summary>The contacts, those who speak the page's language first.</summary>
    public ImmutableArray<ContactModel> Contacts { get; init; } = [];
}

/// <summary>What feeds there are: <c>feeds.hbs</c>.</summary>
public sealed record FeedsModel(PageHead Head) : PageModel(Head)
{
    /// <summary>What can be subscribed to: everything in the language, each topic in it, and all languages.</summary>
    public ImmutableArray<SubscriptionModel> Subscriptions { get; init; } = [];

    /// <summary>The address of the list of all feeds, for feed readers.</summary>
    public required string List { get; init; }
}

/// <summary>Something that can be subscribed to.</summary>
/// <param name="Name">What it brings.</param>
/// <param name="Tag">The tag of the name's language where it is not the page's; else null.</param>
/// <param name="Feeds">Its feeds, one a format.</param>
public sealed record SubscriptionModel(string Name, string? Tag, ImmutableArray<FeedModel> Feeds);

/// <summary>Where readers search: <c>search.hbs</c>, if the newsroom has chosen a tool for it.</summary>
public sealed record SearchModel(PageHead Head) : PageModel(Head)
{
    /// <summary>The address of the script that searches the releases in the language.</summary>
    public required string Index { get; init; }

    /// <summary>That nothing was found; <c>{0}</c> is what was searched for.</summary>
    public required string None { get; init; }

    /// <summary>How many releases were found, in the language's plural forms.</summary>
    public ImmutableArray<CountModel> Counts { get; init; } = [];
}

/// <summary>A text that counts something.</summary>
/// <param name="Category">The plural category: <c>one</c>, <c>other</c>.</param>
/// <param name="Text">The text; <c>{0}</c> is the number.</param>
public sealed record CountModel(string Category, string Text);

/// <summary>The accessibility statement, where the newsroom has none of its own: <c>accessibility.hbs</c>.</summary>
public sealed record AccessibilityModel(PageHead Head) : PageModel(Head)
{
    /// <summary>Whom to write to, those who speak the page's language first.</summary>
    public ImmutableArray<ContactModel> Contacts { get; init; } = [];
}
