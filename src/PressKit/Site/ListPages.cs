using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>A page of a list that may go over several.</summary>
/// <param name="Part">Its place among them.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The newest page in the languages that have something of their own on it; of any other page, itself.</param>
public abstract record ListPage(Part Part, Frame Frame, ImmutableArray<Alternate> Alternates)
    : LocalPage(Part.Address, Frame, Alternates);

/// <summary>A page of a language's archive.</summary>
/// <param name="Part">Its place among them.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The archives of the other languages.</param>
/// <param name="Entries">Its releases.</param>
/// <param name="Years">The years that there are, the newest first; empty for all pages but the newest, which would change with them.</param>
public sealed record ArchivePage(
    Part Part, Frame Frame, ImmutableArray<Alternate> Alternates, ImmutableArray<Entry> Entries, ImmutableArray<YearLink> Years)
    : ListPage(Part, Frame, Alternates);

/// <summary>A year of the archive in a language.</summary>
/// <param name="Year">The year.</param>
/// <param name="Address">Its page.</param>
/// <param name="Count">How many releases it has.</param>
public sealed record YearLink(int Year, Address Address, int Count);

/// <summary>A year's releases in a language, by month.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The year in the languages that have a release of their own in it.</param>
/// <param name="Year">The year.</param>
/// <param name="Months">Its months that have a release, the newest first.</param>
public sealed record YearPage(
    Address Address, Frame Frame, ImmutableArray<Alternate> Alternates, int Year, ImmutableArray<MonthOverview> Months)
    : LocalPage(Address, Frame, Alternates);

/// <summary>What the page of a year shows of a month. Of a language's newest month it shows only where that is: a page of releases that
/// readers have found by then, and one that every new release would change.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Address">The month's page.</param>
/// <param name="Count">How many releases it has; null for the newest month.</param>
/// <param name="Newest">The newest of them; empty for the newest month.</param>
public sealed record MonthOverview(DateOnly Month, Address Address, int? Count, ImmutableArray<Entry> Newest);

/// <summary>A month's releases in a language.</summary>
/// <param name="Part">Its place among the month's pages.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The month in the languages that have a release of their own in it.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Year">The page of its year.</param>
/// <param name="Entries">Its releases.</param>
public sealed record MonthPage(
    Part Part, Frame Frame, ImmutableArray<Alternate> Alternates, DateOnly Month, Address Year, ImmutableArray<Entry> Entries)
    : ListPage(Part, Frame, Alternates);

/// <summary>A topic's releases in a language.</summary>
/// <param name="Part">Its place among the topic's pages.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The topic in the languages that have a release of their own on it.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Entries">Its releases.</param>
public sealed record TopicPage(
    Part Part, Frame Frame, ImmutableArray<Alternate> Alternates, Topic Topic, ImmutableArray<Entry> Entries)
    : ListPage(Part, Frame, Alternates)
{
    /// <summary>Its feed, without the ending that each format adds; null where no feed is published.</summary>
    public Address? Feed => Frame.Feed is null ? null : Addresses.Feed(Language, Topic);
}

/// <summary>The releases of a series in a language.</summary>
/// <param name="Part">Its place among the series' pages.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The series in the languages that have a release of their own in it.</param>
/// <param name="Series">The series.</param>
/// <param name="Entries">Its releases.</param>
public sealed record SeriesPage(
    Part Part, Frame Frame, ImmutableArray<Alternate> Alternates, Series Series, ImmutableArray<Entry> Entries)
    : ListPage(Part, Frame, Alternates);

/// <summary>A page of the media library: what the newsroom's releases offer, each file once, with the oldest release that offers it.</summary>
/// <param name="Part">Its place among the library's pages.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The libraries of the languages that have something in theirs.</param>
/// <param name="Items">Its images and documents.</param>
public sealed record MediaLibraryPage(
    Part Part, Frame Frame, ImmutableArray<Alternate> Alternates, ImmutableArray<LibraryItem> Items)
    : ListPage(Part, Frame, Alternates);

/// <summary>An image or document, and the release that offers it.</summary>
public sealed record LibraryItem(PublishedMedia Media, Entry Entry);

/// <summary>Somebody who speaks for the organisation, with what they said in a language.</summary>
/// <param name="Part">Its place among the person's pages.</param>
/// <param name="Frame">What its language's pages share.</param>
/// <param name="Alternates">The person in the languages in which the newsroom presents them.</param>
/// <param name="Person">The person.</param>
/// <param name="Statements">What they said.</param>
public sealed record SpokespersonPage(
    Part Part, Frame Frame, ImmutableArray<Alternate> Alternates, PersonLink Person, ImmutableArray<Statement> Statements)
    : ListPage(Part, Frame, Alternates);

/// <summary>What somebody said, and the release that quotes it.</summary>
public sealed record Statement(Quote Quote, Entry Entry);
