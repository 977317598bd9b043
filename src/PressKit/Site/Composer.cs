using System.Collections.Immutable;
using PressKit.Editions;

namespace PressKit.Site;

/// <summary>Composes the site of public editions: its pages as data, in publishing order: what pages need, releases, standing
/// pages, lists, feeds, and last the site itself.</summary>
public sealed class Composer(Newsroom newsroom)
{
    /// <summary>Releases on a page of the archive.</summary>
    public const int ArchivePageSize = 20;

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
            releases.AddRange(entries.Releases(language).Select(e => ReleaseOf(e, frames[language], entries)));
        pages.AddRange(releases);
        foreach (var language in newsroom.Languages)
            pages.AddRange(entries.Standing(language).Select(e => StandingOf(e, frames[language], entries)));
        var notices = new Withdrawals(newsroom, _addresses, admission.Withdrawn, frames).Compose(entries, problems).ToList();
        pages.AddRange(notices);
        pages.AddRange(new Redirects(newsroom, _addresses, entries, frames).Compose(notices.Select(n => n.Address)));
        foreach (var language in newsroom.Languages) pages.AddRange(Lists(frames[language], frames, entries));
        pages.AddRange(Roots(frames[newsroom.DefaultLanguage]));
        if (newsroom.HasFeeds) pages.AddRange(new FeedPages(newsroom, frames, releases, notices.Where(n => n.IsOwn)).Compose());
        pages.Add(SiteOf(pages));
        return pages;
    }

    private Frame FrameOf(Language language, Entries entries) => new(
        newsroom, language, Addresses.Home(language),
        newsroom.HasFeeds ? Addresses.Feed(language) : null,
        Addresses.Archive(language),
        [.. entries.Topics(language).Select(t => new TopicLink(t, Addresses.Topic(language, t)))],
        [.. entries.Standing(language)]);

    private ReleasePage ReleaseOf(Entry entry, Frame frame, Entries entries) => new(
        entry.Address, frame, entries.Alternates(entry.Edition.Release), entry, SourceOf(entry, entries),
        [.. entry.Edition.FrontMatter.Related.Select(id => entries.Listed(id, frame.Language)).OfType<Entry>()],
        entries.Links(entry));

    private static StandingPage StandingOf(Entry entry, Frame frame, Entries entries) => new(
        entry.Address, frame, entries.Alternates(entry.Edition.Release), entry, SourceOf(entry, entries), entries.Links(entry));

    private static Entry? SourceOf(Entry entry, Entries entries) => entry.Edition.Making == Making.Translated
        ? entries.Find(entry.Edition.Release, entry.Edition.Release.Source.Language)
        : null;

    private IEnumerable<LocalPage> Lists(Frame frame, ImmutableDictionary<Language, Frame> frames, Entries entries)
    {
        var language = frame.Language;
        var all = entries.Listed(language);
        foreach (var topic in frame.Topics)
        {
            // A list of nothing but other languages' releases is no translation of theirs.
            var alternates = entries.HasOwn(topic.Topic, language)
                ? Everywhere(l => entries.HasOwn(topic.Topic, l) ? Addresses.Topic(l, topic.Topic) : null)
                : [new Alternate(language, topic.Address)];
            yield return new TopicPage(topic.Address, frame, alternates, topic.Topic,
                [.. all.Where(e => e.Edition.FrontMatter.Topics.Contains(topic.Topic.Id, StringComparer.Ordinal))]);
        }

        foreach (var page in Archive(frame, all)) yield return page;
        yield return new HomePage(frame.Home, frame, Everywhere(l => Addresses.Home(l)), [.. all.Take(NewestCount)]);
        yield return new NotFoundPage(Addresses.NotFound(language), frame, Everywhere(l => Addresses.NotFound(l)));
    }

    /// <summary>Full pages have their numbers for ever; the newest, which still grows, stands at the archive's own address.</summary>
    private IEnumerable<ArchivePage> Archive(Frame frame, ImmutableArray<Entry> newestFirst)
    {
        var language = frame.Language;
        var oldestFirst = newestFirst.Reverse().Chunk(ArchivePageSize).ToList();
        if (oldestFirst.Count == 0) oldestFirst.Add([]);
        for (var number = 1; number <= oldestFirst.Count; number++)
        {
            var isNewest = number == oldestFirst.Count;
            yield return new ArchivePage(
                Address(number), frame,
                isNewest ? Everywhere(l => Addresses.Archive(l)) : [new Alternate(language, Address(number))],
                number, [.. oldestFirst[number - 1].Reverse()],
                number == 1 ? null : Address(number - 1), isNewest ? null : Address(number + 1));
        }

        Address Address(int number) =>
            number == oldestFirst.Count ? Addresses.Archive(language) : Addresses.Archive(language, number);
    }

    /// <summary>What stands at the site's root: hosts show its 404 page for whatever is missing anywhere.</summary>
    private IEnumerable<LocalPage> Roots(Frame frame)
    {
        yield return new NotFoundPage(new Address("404.html"), frame, Everywhere(l => Addresses.NotFound(l)));
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

    private static Listed? Listed(LocalPage page) => page is NotFoundPage or FeedPage or RedirectPage or WithdrawnPage
        ? null
        : new Listed(page.Address, page.Alternates, page.Default, page switch
        {
            ReleasePage release => release.Entry.Edition.Modified,
            HomePage home => Newest(home.Entries),
            TopicPage topic => Newest(topic.Entries),
            ArchivePage archive => Newest(archive.Entries),
            _ => null,
        });

    private static DateTimeOffset? Newest(ImmutableArray<Entry> entries) =>
        entries.Max(e => e.Edition.Modified);
}
