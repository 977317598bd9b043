using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>Those who speak for the organisation, as a language presents them.</summary>
public sealed record SpokespeoplePage(Address Address, Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(Address, Frame, Alternates);

/// <summary>Everybody whom journalists may ask.</summary>
public sealed record ContactsPage(Address Address, Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(Address, Frame, Alternates);

/// <summary>What feeds there are in a language, and how one subscribes to them.</summary>
public sealed record SubscribingPage(Address Address, Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(Address, Frame, Alternates);

/// <summary>Where a language's releases are searched.</summary>
public sealed record SearchPage(Address Address, Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(Address, Frame, Alternates);

/// <summary>The accessibility statement of a newsroom that has written none of its own in the language.</summary>
public sealed record AccessibilityPage(Address Address, Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(Address, Frame, Alternates);

/// <summary>The list of all feeds, for feed readers.</summary>
/// <param name="Frames">Every language, with its topics.</param>
public sealed record FeedListPage(ImmutableArray<Frame> Frames) : Page(Addresses.FeedList);
