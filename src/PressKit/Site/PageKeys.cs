using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Site;

/// <summary>The keys of pages: a hash over all that a format can see of a page, so that pages with one key give the same files. Nothing
/// is rendered for it. What many pages share is hashed once: a frame, an entry, of which lists see all but the text.</summary>
public sealed class PageKeys
{
    private readonly ConcurrentDictionary<object, UInt128> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The key of a page in a language, or of the list of feeds.</summary>
    public string Of(Page page) => NumberOf(page).ToString("x32", CultureInfo.InvariantCulture);

    private UInt128 NumberOf(Page page) => Known(page, Add);

    private UInt128 Known<T>(T shared, Action<KeyWriter, T> add) where T : class
    {
        if (_known.TryGetValue(shared, out var known)) return known;
        using var key = new KeyWriter();
        add(key, shared);
        return _known[shared] = key.Number();
    }

    private void Add(KeyWriter key, Page page)
    {
        key.Add(page.GetType().Name);
        key.Add(page.Address);
        if (page is LocalPage local)
        {
            Add(key, local.Frame);
            key.Each(local.Alternates, key.Add);
        }

        switch (page)
        {
            case ReleasePage release: Add(key, release); break;
            case StandingPage standing: AddText(key, standing.Entry, standing.Source, standing.Links); break;
            case FeedPage feed: Add(key, feed); break;
            case ListPage list: Add(key, list); break;
            case YearPage year: Add(key, year); break;
            case HomePage home: Add(key, home.Entries); break;
            case RedirectPage redirect: Add(key, redirect.Target); break;
            case WithdrawnPage withdrawn: Add(key, withdrawn); break;
            case FeedListPage feeds: key.Each(feeds.Frames, frame => Add(key, frame)); break;
            // What their frame says is all that they show.
            case SpokespeoplePage or ContactsPage or SubscribingPage or SearchPage or AccessibilityPage or NotFoundPage or GonePage or RootPage: break;
            default: throw new NotSupportedException($"A {page.GetType().Name} has no key.");
        }
    }

    private void Add(KeyWriter key, ReleasePage page)
    {
        AddText(key, page.Entry, page.Source, page.Links);
        Add(key, page.Related);
        key.Add(page.Series is not null);
        if (page.Series is not { } place) return;
        key.Add(place.Series);
        key.Add(place.Address);
        Add(key, place.Previous);
        Add(key, place.Next);
    }

    /// <summary>Adds an edition with its text, where the links in that lead, and the images in it.</summary>
    private void AddText(KeyWriter key, Entry entry, Entry? source, ImmutableArray<ResolvedLink> links)
    {
        Add(key, entry);
        Add(key, source);
        key.Add(entry.Edition.Body.Key);
        key.Each(links, link =>
        {
            key.Add(link.Target);
            key.Add(link.Leads);
        });
        foreach (var file in entry.Edition.Release.Media)
        {
            if (entry.Edition.Body.Targets.Contains(file.Path, StringComparer.Ordinal)) key.Add(file);
        }
    }

    private void Add(KeyWriter key, FeedPage feed)
    {
        key.Add(feed.Home);
        key.Each(feed.Pages, page => key.Add(NumberOf(page)));
        key.Each(feed.Withdrawn, page => key.Add(NumberOf(page)));
        key.Add(feed.Topic is not null);
        if (feed.Topic is { } topic) key.Add(topic);
        key.Add(feed.IsOfAllLanguages);
        key.Add(feed.Current);
        key.Add(feed.Older);
        key.Add(feed.Newer);
    }

    private void Add(KeyWriter key, ListPage list)
    {
        key.Add(list.Part.Number);
        key.Add(list.Part.Older);
        key.Add(list.Part.Newer);
        key.Add(list.Part.Total);
        switch (list)
        {
            case ArchivePage archive:
                Add(key, archive.Entries);
                key.Each(archive.Years, year =>
                {
                    key.Add(year.Year);
                    key.Add(year.Address);
                    key.Add(year.Count);
                });
                break;
            case MonthPage month:
                key.Add(month.Month);
                key.Add(month.Year);
                Add(key, month.Entries);
                break;
            case TopicPage topic:
                key.Add(topic.Topic);
                Add(key, topic.Entries);
                break;
            case SeriesPage series:
                key.Add(series.Series);
                Add(key, series.Entries);
                break;
            case MediaLibraryPage library:
                key.Each(library.Items, item =>
                {
                    key.Add(item.Media);
                    Add(key, item.Entry);
                });
                break;
            case SpokespersonPage person:
                key.Add(person.Person);
                key.Each(person.Statements, statement =>
                {
                    key.Add(statement.Quote);
                    Add(key, statement.Entry);
                });
                break;
            default: throw new NotSupportedException($"A {list.GetType().Name} has no key.");
        }
    }

    private void Add(KeyWriter key, YearPage page)
    {
        key.Add(page.Year);
        key.Each(page.Months, month =>
        {
            key.Add(month.Month);
            key.Add(month.Address);
            key.Add(month.Count);
            Add(key, month.Newest);
        });
    }

    private static void Add(KeyWriter key, WithdrawnPage page)
    {
        var edition = page.Edition;
        key.Add(page.IsOwn);
        key.Add(edition.Release);
        key.Add(edition.Language);
        key.Add(edition.Slug);
        key.Add(edition.Published);
        key.Add(edition.Topics);
        key.Add(edition.Version);
        key.Add(edition.Withdrawal);
    }

    private void Add(KeyWriter key, ImmutableArray<Entry> entries) => key.Each(entries, entry => Add(key, entry));

    private void Add(KeyWriter key, Entry? entry)
    {
        key.Add(entry is not null);
        if (entry is not null) key.Add(Known(entry, AddEntry));
    }

    private static void AddEntry(KeyWriter key, Entry entry)
    {
        var edition = entry.Edition;
        key.Add(entry.Address);
        key.Add((int)entry.Label);
        key.Each(entry.Media, key.Add);
        key.Add(edition.Release.Id);
        key.Add(edition.Release.Source.Language);
        key.Add(edition.Language);
        key.Add((int)edition.Making);
        key.Add(edition.Slug);
        key.Add(edition.Version);
        key.Add(edition.IsStale);
        key.Add(edition.Repaired);
        key.Add(edition.Makers);
        key.Add(edition.Translators);
        key.Add(edition.MachineSegments);
        key.Each(edition.Events, key.Add);
        key.Add(edition.FrontMatter);
    }

    private void Add(KeyWriter key, Frame frame) => key.Add(Known(frame, AddFrame));

    private void AddFrame(KeyWriter key, Frame frame)
    {
        key.Add(Known(frame.Newsroom, DataKeys.Add));
        key.Add(frame.Language);
        key.Add(frame.Home);
        key.Add(frame.Feed);
        key.Add(frame.Archive);
        key.Each(frame.Topics, link =>
        {
            key.Add(link.Topic);
            key.Add(link.Address);
        });
        Add(key, frame.Standing);
        key.Each(frame.Series, link =>
        {
            key.Add(link.Series);
            key.Add(link.Address);
        });
        key.Each(frame.People, key.Add);
        key.Add(frame.MediaLibrary);
        key.Add(frame.Contacts);
        key.Add(frame.Subscribing);
    }
}
