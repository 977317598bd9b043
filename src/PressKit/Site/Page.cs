using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PressKit.Editions;

namespace PressKit.Site;

/// <summary>A page of the composed site: pure data, of public editions only. The kinds are the records below.</summary>
/// <param name="Address">Where it stands.</param>
public abstract record Page(Address Address);

/// <summary>The files that belong to the look of the site; the first page, so that no page is public before its style.</summary>
public sealed record ThemePage() : Page(new Address("theme/"));

/// <summary>An image or document of a public edition.</summary>
public sealed record MediaPage(Address Address, MediaFile File) : Page(Address)
{
    /// <summary>Whether it stands for a page where that is shared.</summary>
    public bool IsCard { get; init; }
}

/// <summary>A page in a language, with what all pages in that language share.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The same page in every language that has it, its own included, in the newsroom's order.</param>
public abstract record LocalPage(Address Address, Frame Frame, ImmutableArray<Alternate> Alternates) : Page(Address)
{
    /// <summary>The language of the page.</summary>
    public Language Language => Frame.Language;

    /// <summary>Where a reader of any other language is led (<c>x-default</c>): from the first pages to the root, else to the
    /// page in the newsroom's default language, or else in the first that there is; null for a page in one language alone.</summary>
    public Address? Default
    {
        get
        {
            if (this is HomePage or RootPage) return new Address("");
            foreach (var alternate in Alternates)
            {
                if (alternate.Language == Frame.Newsroom.DefaultLanguage) return alternate.Address;
            }

            return Alternates.Length > 1 ? Alternates[0].Address : null;
        }
    }
}

/// <summary>One public edition of a dated release.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">Its release's public editions.</param>
/// <param name="Entry">The edition.</param>
/// <param name="Source">The source edition, where this one was translated and that one is public; else null.</param>
/// <param name="Related">Related releases in the same language.</param>
/// <param name="Links">Where the targets of its text lead, each as the author wrote it; a null address is a link that must
/// not be.</param>
public sealed record ReleasePage(
    Address Address, Frame Frame, ImmutableArray<Alternate> Alternates, Entry Entry, Entry? Source,
    ImmutableArray<Entry> Related, ImmutableArray<ResolvedLink> Links) : LocalPage(Address, Frame, Alternates)
{
    /// <summary>Its place in the series that it belongs to; null where it belongs to none.</summary>
    public SeriesPlace? Series { get; init; }
}

/// <summary>The place of a release in its series, as a language's lists have it.</summary>
/// <param name="Series">The series.</param>
/// <param name="Address">The series' page.</param>
/// <param name="Previous">The release before it in time; null for the first.</param>
/// <param name="Next">The release after it in time; null for the newest.</param>
public sealed record SeriesPlace(Series Series, Address Address, Entry? Previous, Entry? Next);

/// <summary>A standing page: about, contact.</summary>
public sealed record StandingPage(
    Address Address, Frame Frame, ImmutableArray<Alternate> Alternates, Entry Entry, Entry? Source,
    ImmutableArray<ResolvedLink> Links) : LocalPage(Address, Frame, Alternates);

/// <summary>A language's first page, with its newest releases, the newest first. Where the newsroom lists what is missing in the
/// language, an entry of a list can be in another one.</summary>
public sealed record HomePage(
    Address Address, Frame Frame, ImmutableArray<Alternate> Alternates, ImmutableArray<Entry> Entries)
    : LocalPage(Address, Frame, Alternates);

/// <summary>A feed: releases in full, the newest or last changed first.</summary>
/// <param name="Address">Where the feed stands, without the ending that each format adds.</param>
/// <param name="Frame">What its language's pages share; of a feed of all languages, those of the default language.</param>
/// <param name="Alternates">The feeds of the other languages.</param>
/// <param name="Home">The page that it is the feed of.</param>
/// <param name="Pages">The release pages that it carries.</param>
public sealed record FeedPage(
    Address Address, Frame Frame, ImmutableArray<Alternate> Alternates, Address Home, ImmutableArray<ReleasePage> Pages)
    : LocalPage(Address, Frame, Alternates)
{
    /// <summary>Releases that it would carry if they were not withdrawn; of their languages each the notice at its own address.</summary>
    public ImmutableArray<WithdrawnPage> Withdrawn { get; init; } = [];

    /// <summary>The topic that it is of; null for all.</summary>
    public Topic? Topic { get; init; }

    /// <summary>Whether it carries every edition.</summary>
    public bool IsOfAllLanguages { get; init; }

    /// <summary>The feed that one subscribes to, where this is an archive of it; else null.</summary>
    public Address? Current { get; init; }

    /// <summary>The archive before it in time; null where there is none.</summary>
    public Address? Older { get; init; }

    /// <summary>The archive after it in time; null where there is none.</summary>
    public Address? Newer { get; init; }
}

/// <summary>An address from which readers are led on, at once and without a script: a former one, or that of a release in a language
/// that it is not public in. No list and no search engine has it.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Target">The edition that it leads to.</param>
public sealed record RedirectPage(Address Address, Frame Frame, Entry Target) : LocalPage(Address, Frame, [])
{
    /// <summary>Whether it leads there for ever; else until the release is public in the page's own language.</summary>
    public bool IsForGood => Target.Edition.Language == Language;
}

/// <summary>What readers find where a release was withdrawn. Hosts answer 410 (gone) with it; no list and no search engine has
/// it.</summary>
/// <param name="Address">Where it stands: at the edition's address, or at one from which readers were led to it.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The notices in other languages.</param>
/// <param name="Edition">What was withdrawn.</param>
/// <param name="IsOwn">Whether it stands at the edition's own address.</param>
public sealed record WithdrawnPage(
    Address Address, Frame Frame, ImmutableArray<Alternate> Alternates, WithdrawnEdition Edition, bool IsOwn) : LocalPage(Address, Frame, Alternates);

/// <summary>What a language's readers see where there is no page.</summary>
public sealed record NotFoundPage(Address Address, Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(Address, Frame, Alternates);

/// <summary>What a language's readers see where there was a page, and is none any more (HTTP 410).</summary>
public sealed record GonePage(Address Address, Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(Address, Frame, Alternates);

/// <summary>The page at the site's root, which leads to every language.</summary>
public sealed record RootPage(Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(new Address(""), Frame, Alternates);

/// <summary>The site itself: every page that a search engine may list, with its languages.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Pages">Its pages, so that what is new stands last among the releases.</param>
public sealed record SitePage(Uri Url, ImmutableArray<Listed> Pages) : Page(new Address(""))
{
    /// <summary>The release pages among them.</summary>
    public ImmutableArray<ReleasePage> Releases { get; init; } = [];

    /// <summary>Its feeds.</summary>
    public ImmutableArray<FeedPage> Feeds { get; init; } = [];

    /// <summary>The addresses from which readers are led on.</summary>
    public ImmutableArray<RedirectPage> Redirects { get; init; } = [];

    /// <summary>Where a release was withdrawn: hosts are to answer 410 (gone) with the notice that stands there.</summary>
    public ImmutableArray<Address> Gone { get; init; } = [];
}

/// <summary>A page that may be listed.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Alternates">Its languages, its own included.</param>
/// <param name="Default">Where a reader of any other language is led; null where there is no such page.</param>
/// <param name="Changed">When it last changed significantly; null where that is not known.</param>
public sealed record Listed(
    Address Address, ImmutableArray<Alternate> Alternates, Address? Default, DateTimeOffset? Changed);

/// <summary>A page in a language.</summary>
public sealed record Alternate(Language Language, Address Address);

/// <summary>A public edition with its address.</summary>
public sealed record Entry(Edition Edition, Label Label, Address Address)
{
    /// <summary>What its front matter offers, in that order, hence the lead image first.</summary>
    public ImmutableArray<PublishedMedia> Media { get; init; } = [];
}

/// <summary>An image or document that the front matter of a public edition offers, and where it stands on the site.</summary>
public sealed record PublishedMedia(MediaItem Item, MediaFile File, Address Address);

/// <summary>A link's target as the author wrote it, and where it leads: an address of the site, an absolute one, or nowhere.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ResolvedLink(string Target, string? Leads);

/// <summary>What all pages in one language share.</summary>
/// <param name="Newsroom">The newsroom.</param>
/// <param name="Language">The language.</param>
/// <param name="Home">Its first page.</param>
/// <param name="Feed">Its feed, without the ending that each format adds; null where no feed is published.</param>
/// <param name="Archive">The newest page of its archive.</param>
/// <param name="Topics">Topics with a public release in the language.</param>
/// <param name="Standing">Standing pages in the language.</param>
public sealed record Frame(
    Newsroom Newsroom, Language Language, Address Home, Address? Feed, Address Archive,
    ImmutableArray<TopicLink> Topics, ImmutableArray<Entry> Standing)
{
    /// <summary>Series with a release in the language.</summary>
    public ImmutableArray<SeriesLink> Series { get; init; } = [];

    /// <summary>Those whom the newsroom presents in the language.</summary>
    public ImmutableArray<PersonLink> People { get; init; } = [];

    /// <summary>The page of all images and documents; null where there is none in the language.</summary>
    public Address? MediaLibrary { get; init; }

    /// <summary>The page of all contacts, or the newsroom's own; null where there are none.</summary>
    public Address? Contacts { get; init; }

    /// <summary>The page about the feeds; null where no feed is published.</summary>
    public Address? Subscribing { get; init; }

    /// <summary>Where its releases are searched; null where the newsroom has chosen no tool for it.</summary>
    public Address? Search => Newsroom.Search == SearchTool.None ? null : Addresses.Search(Language);

    /// <summary>The accessibility statement, or the newsroom's own.</summary>
    public Address Accessibility => Addresses.Accessibility(Language);
}

/// <summary>A topic with its page in a language.</summary>
public sealed record TopicLink(Topic Topic, Address Address);

/// <summary>A series with its page in a language.</summary>
public sealed record SeriesLink(Series Series, Address Address);

/// <summary>Somebody who speaks for the organisation, with their page in a language.</summary>
/// <param name="Person">The person.</param>
/// <param name="Address">Their page.</param>
/// <param name="Portrait">Their picture, and where it stands; null where there is none.</param>
public sealed record PersonLink(Spokesperson Person, Address Address, PublishedMedia? Portrait);
