using System.Collections.Immutable;

namespace PressKit.Site;

/// <summary>Composes a language's lists: topics, series, the archive by page, month and year, the media library. A new release
/// changes its own month and the newest page of every other list that has it; its year, where it is not of the newest month.</summary>
/// <param name="newsroom">The newsroom.</param>
/// <param name="entries">What is public.</param>
internal sealed class Lists(Newsroom newsroom, Entries entries)
{
    /// <summary>Releases on a page of a list.</summary>
    public const int PageSize = 20;

    /// <summary>Images and documents on a page of the media library.</summary>
    public const int LibraryPageSize = 24;

    /// <summary>Releases that the page of a year shows of a month.</summary>
    public const int NewestOfMonth = 10;

    /// <summary>A language's lists, the archive's newest page last.</summary>
    public IEnumerable<LocalPage> Of(Frame frame)
    {
        var all = entries.Listed(frame.Language);
        return [.. Topics(frame, all), .. Series(frame, all), .. Library(frame), .. Archive(frame, all)];
    }

    private IEnumerable<TopicPage> Topics(Frame frame, ImmutableArray<Entry> all)
    {
        var byTopic = all.SelectMany(e => e.Edition.FrontMatter.Topics.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Entry: e)))
            .ToLookup(x => x.Id, x => x.Entry, StringComparer.Ordinal);
        return from link in frame.Topics
               from page in Part.Of([.. byTopic[link.Topic.Id]], PageSize, Least(frame.Language), n => Addresses.Topic(frame.Language, link.Topic, n))
               select new TopicPage(page.Part, frame,
                   Alternates(page.Part, frame, h => h.Has(link.Topic), l => Addresses.Topic(l, link.Topic)), link.Topic, page.Entries);
    }

    private IEnumerable<SeriesPage> Series(Frame frame, ImmutableArray<Entry> all)
    {
        var bySeries = all.ToLookup(e => e.Edition.FrontMatter.Series, StringComparer.Ordinal);
        return from link in frame.Series
               from page in Part.Of([.. bySeries[link.Series.Id]], PageSize, Least(frame.Language), n => Addresses.Series(frame.Language, link.Series, n))
               select new SeriesPage(page.Part, frame,
                   Alternates(page.Part, frame, h => h.Has(link.Series), l => Addresses.Series(l, link.Series)), link.Series, page.Entries);
    }

    private IEnumerable<MediaLibraryPage> Library(Frame frame)
    {
        if (frame.MediaLibrary is null) return [];
        var language = frame.Language;
        return from page in Part.Of(entries.Library(language), LibraryPageSize, Least(language), n => Addresses.MediaLibrary(language, n))
               select new MediaLibraryPage(page.Part, frame,
                   Alternates(page.Part, frame, h => h.HasMedia, l => Addresses.MediaLibrary(l)), page.Entries);
    }

    private IEnumerable<LocalPage> Archive(Frame frame, ImmutableArray<Entry> all)
    {
        var language = frame.Language;
        var years = new List<YearLink>();
        var dated = all.GroupBy(Holdings.MonthOf).Where(m => m.Key is not null).Select(m => (Month: m.Key!.Value, Entries: m.ToImmutableArray())).ToList();
        var newest = dated.Select(m => m.Month).DefaultIfEmpty().Max();
        foreach (var year in dated.GroupBy(m => m.Month.Year))
        {
            var address = Addresses.Year(language, year.Key);
            var number = year.Key;
            foreach (var (month, releases) in year)
            {
                foreach (var (part, page) in Part.Of(releases, PageSize, Least(language), n => Addresses.Month(language, month, n)))
                    yield return new MonthPage(part, frame, Alternates(part, frame, h => h.Has(month), l => Addresses.Month(l, month)), month, address, page);
            }

            yield return new YearPage(address, frame, Alternates(address, frame, h => h.Has(number), l => Addresses.Year(l, number)), number,
            [
                .. year.Select(m => m.Month == newest
                    ? new MonthOverview(m.Month, Addresses.Month(language, m.Month), null, [])
                    : new MonthOverview(m.Month, Addresses.Month(language, m.Month), m.Entries.Length, [.. m.Entries.Take(NewestOfMonth)])),
            ]);
            years.Add(new YearLink(number, address, year.Sum(m => m.Entries.Length)));
        }

        foreach (var (part, page) in Part.Of(all, PageSize, Least(language), n => Addresses.Archive(language, n)))
        {
            yield return new ArchivePage(part, frame, Alternates(part, frame, _ => true, l => Addresses.Archive(l)), page,
                part.IsNewest ? [.. years] : []);
        }
    }

    private int Least(Language language) => Part.Least(newsroom, language);

    /// <summary>The newest page of a list in the languages that have something of their own on it; of any other page, itself.</summary>
    private ImmutableArray<Alternate> Alternates(Part part, Frame frame, Func<Holdings, bool> has, Func<Language, Address> address) =>
        part.IsNewest ? Alternates(part.Address, frame, has, address) : [new Alternate(frame.Language, part.Address)];

    private ImmutableArray<Alternate> Alternates(Address own, Frame frame, Func<Holdings, bool> has, Func<Language, Address> address) =>
        has(entries.Holdings(frame.Language))
            ? [.. newsroom.Languages.Where(l => has(entries.Holdings(l))).Select(l => new Alternate(l, address(l)))]
            : [new Alternate(frame.Language, own)];
}
