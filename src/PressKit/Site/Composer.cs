using System.Collections.Immutable;
using PressKit.Editions;

namespace PressKit.Site;

/// <summary>Composes the site of public editions: its pages as data, in publishing order: what pages need, releases, standing
/// pages, lists, feeds, and last the site itself.</summary>
public sealed class Composer(Newsroom newsroom)
{
    /// <summary>Releases on a first page and in a feed.</summary>
    public const int NewestCount = 10;

    private readonly Addresses _addresses = new(newsroom);

    /// <summary>The pages of the site.</summary>
    /// <param name="admission">All that may be public, and of what was withdrawn where it stood.</param>
    /// <param name="problems">Takes what is wrong between editions, such as two with one address.</param>
    public IReadOnlyList<Page> Compose(Admission admission, Problems problems)
    {
        var entries = new Entries(newsroom, _addresses, admission.Admitted, problems);
        var pages = new List<Page> { new ThemePage() };
        pages.AddRange(entries.Media);
        var frames = newsroom.Languages.ToImmutableDictionary(l => l, l => FrameOf(l, entries));
        var releases = new List<ReleasePage>();
        foreach (var language in newsroom.Languages)
        {
            var series = new SeriesPlaces(frames[language], entries);
            releases.AddRange(entries.Releases(language).Select(e => ReleaseOf(e, frames[language], entries, series.Of(e))));
        }

        pages.AddRange(releases);
        foreach (var language in newsroom.Languages)
            pages.AddRange(entries.Standing(language).Select(e => StandingOf(e, frames[language], entries)));
        var notices = new Withdrawals(newsroom, _addresses, admission.Withdrawn, frames).Compose(entries, problems).ToList();
        pages.AddRange(notices);
        pages.AddRange(new Redirects(newsroom, _addresses, entries, frames).Compose(notices.Select(n => n.Address), problems));
        var lists = new Lists(newsroom, entries);
        var house = new House(newsroom, entries, frames);
        foreach (var frame in newsroom.Languages.Select(l => frames[l]))
        {
            pages.AddRange(house.Of(frame));
            pages.AddRange(lists.Of(frame));
            pages.Add(new HomePage(frame.Home, frame, Everywhere(l => Addresses.Home(l)), [.. entries.Listed(frame.Language).Take(NewestCount)]));
        }

        pages.AddRange(Roots(frames[newsroom.DefaultLanguage]));
        if (newsroom.HasFeeds) pages.AddRange(new FeedPages(newsroom, frames, releases, notices.Where(n => n.IsOwn)).Compose());
        if (newsroom.IsSubscribable) pages.Add(new FeedListPage([.. newsroom.Languages.Select(l => frames[l])]));
        pages.Add(SiteOf(pages));
        return pages;
    }

    /// <summary>The pages that show the texts of some releases: their own, and the feeds that carry them. All else of the site is as it
    /// was when its sketch was made.</summary>
    /// <param name="admission">Of what may be public, at least these releases, those that share a feed or a series with them, those that
    /// any of them names, and all standing pages.</param>
    /// <param name="sketch">The rest of the site.</param>
    /// <param name="folders">The folders of the releases.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public IReadOnlyList<Page> ComposeTexts(Admission admission, SiteSketch sketch, IReadOnlySet<string> folders, Problems problems)
    {
        var entries = new Entries(newsroom, _addresses, admission.Admitted, problems);
        var frames = newsroom.Languages.ToDictionary(l => l, l => sketch.Whole(FrameOf(l, entries)));
        var feeds = sketch.Feeds.Where(feed => feed.Members.Any(m => folders.Contains(m.Folder))).ToList();
        var carried = feeds.SelectMany(feed => feed.Members).Select(m => m.Folder).Concat(folders).ToHashSet(StringComparer.Ordinal);
        var releases = new Dictionary<FeedMember, ReleasePage>();
        foreach (var language in newsroom.Languages)
        {
            var series = new SeriesPlaces(frames[language], entries);
            foreach (var entry in entries.Releases(language).Where(e => carried.Contains(e.Edition.Release.Folder)))
                releases[new FeedMember(entry.Edition.Release.Folder, language)] = ReleaseOf(entry, frames[language], entries, series.Of(entry));
        }

        return
        [
            .. releases.Values.Where(page => folders.Contains(page.Entry.Edition.Release.Folder)),
            .. newsroom.Languages.SelectMany(l => entries.Standing(l).Where(e => folders.Contains(e.Edition.Release.Folder)).Select(e => StandingOf(e, frames[l], entries))),
            .. feeds.Select(feed => feed.With(frames[feed.Language], member => releases[member])),
        ];
    }

    private Frame FrameOf(Language language, Entries entries) => new(
        newsroom, language, Addresses.Home(language),
        newsroom.HasFeeds ? Addresses.Feed(language) : null,
        Addresses.Archive(language),
        [.. entries.Topics(language).Select(t => new TopicLink(t, Addresses.Topic(language, t)))],
        [.. entries.Standing(language)])
    {
        Series = [.. entries.Series(language).Select(s => new SeriesLink(s, Addresses.Series(language, s)))],
        People = [.. entries.People(language)],
        MediaLibrary = entries.Library(language).IsEmpty ? null : Addresses.MediaLibrary(language),
        Contacts = newsroom.Contacts.IsEmpty && !entries.HasStanding(House.Contacts, language) ? null : Addresses.Contacts(language),
        Subscribing = newsroom.IsSubscribable ? Addresses.Subscribing(language) : null,
    };

    private static ReleasePage ReleaseOf(Entry entry, Frame frame, Entries entries, SeriesPlace? series) => new(
        entry.Address, frame, entries.Alternates(entry.Edition.Release), entry, SourceOf(entry, entries),
        [.. entry.Edition.FrontMatter.Related.Select(id => entries.Listed(id, frame.Language)).OfType<Entry>()],
        entries.Links(entry))
    {
        Series = series,
    };

    private static StandingPage StandingOf(Entry entry, Frame frame, Entries entries) => new(
        entry.Address, frame, entries.Alternates(entry.Edition.Release), entry, SourceOf(entry, entries), entries.Links(entry));

    private static Entry? SourceOf(Entry entry, Entries entries) => entry.Edition.Making == Making.Translated
        ? entries.Find(entry.Edition.Release, entry.Edition.Release.Source.Language)
        : null;

    /// <summary>What stands at the site's root: hosts show its 404 page for whatever is missing anywhere, and its
    /// 410 page for what is gone for good.</summary>
    private IEnumerable<LocalPage> Roots(Frame frame)
    {
        yield return new NotFoundPage(new Address("404.html"), frame, Everywhere(l => Addresses.NotFound(l)));
        yield return new GonePage(new Address("410.html"), frame, Everywhere(l => Addresses.Gone(l)));
        yield return new RootPage(frame, Everywhere(l => Addresses.Home(l)));
    }

    private ImmutableArray<Alternate> Everywhere(Func<Language, Address?> address) =>
        [.. newsroom.Languages.Select(l => address(l) is { } a ? new Alternate(l, a) : null).OfType<Alternate>()];

    /// <summary>The releases are listed the oldest first: a new one leaves the full parts of a sitemap as they are.</summary>
    private SitePage SiteOf(List<Page> pages)
    {
        var releases = pages.OfType<ReleasePage>()
            .OrderBy(p => p.Entry.Edition.FrontMatter.Published).ThenBy(p => p.Address.Path, StringComparer.Ordinal).ToImmutableArray();
        var listed = releases.Concat(pages.OfType<LocalPage>().Where(p => p is not ReleasePage)).Select(Listed).OfType<Listed>();
        return new SitePage(newsroom.Url, [.. listed])
        {
            Releases = releases,
            Feeds = [.. pages.OfType<FeedPage>()],
            Redirects = [.. pages.OfType<RedirectPage>()],
            Gone = [.. pages.OfType<WithdrawnPage>().Select(p => p.Address)],
        };
    }

    private static Listed? Listed(LocalPage page) => page is NotFoundPage or GonePage or FeedPage or RedirectPage or WithdrawnPage
        ? null
        : new Listed(page.Address, page.Alternates, page.Default, page switch
        {
            ReleasePage release => release.Entry.Edition.Modified,
            HomePage home => Newest(home.Entries),
            TopicPage topic => Newest(topic.Entries),
            SeriesPage series => Newest(series.Entries),
            ArchivePage archive => Newest(archive.Entries),
            MonthPage month => Newest(month.Entries),
            YearPage year => Newest([.. year.Months.SelectMany(m => m.Newest)]),
            MediaLibraryPage library => library.Items.Max(i => i.Entry.Edition.FrontMatter.Published),
            _ => null,
        });

    private static DateTimeOffset? Newest(ImmutableArray<Entry> entries) =>
        entries.Max(e => e.Edition.Modified);
}
