using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PressKit.Formats.Feeds;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes what pages of every kind show.</summary>
/// <param name="urls">Writes addresses.</param>
/// <param name="entries">Makes links to topics and series.</param>
/// <param name="images">Makes the images of cards.</param>
/// <param name="locales">How the site's languages are written.</param>
internal sealed class SharedModels(SiteUrls urls, EntryModels entries, ImageModels images, Locales locales)
{
    private const string Default = "x-default";
    private static readonly Address Root = new("");

    /// <summary>The same page, for readers who want to choose where the host chooses for them.</summary>
    private static readonly Address Choice = new("index.html");
    private readonly ConditionalWeakTable<Frame, SiteModel> _sites = [];
    private readonly ConcurrentDictionary<Language, string> _openGraph = new();

    /// <summary>What all pages of a language share.</summary>
    public SiteModel Site(Frame frame, Locale locale) => _sites.GetValue(frame, _ =>
    {
        var name = frame.Newsroom.Name;
        return new SiteModel(
            name, frame.Newsroom.Tagline.Texts.GetValueOrDefault(frame.Language), urls.Local(frame.Home), urls.Local(frame.Archive),
            frame.Feed is { } feed ? Feeds(frame.Newsroom, feed, $"{name} – {locale.Autonym}") : [],
            [.. frame.Topics.Select(t => entries.TopicLink(t, frame)).OrderBy(t => t.Name, locale.Order)],
            [.. frame.Series.Select(s => entries.SeriesLink(s, frame)).OrderBy(s => s.Name, locale.Order)],
            [.. frame.Standing.Where(s => s.Address != frame.Contacts && s.Address != frame.Accessibility)
                .Select(s => new LinkModel(urls.Local(s.Address), s.Edition.FrontMatter.Headline))],
            Local(frame.MediaLibrary), frame.People.IsEmpty ? null : urls.Local(Addresses.Spokespeople(frame.Language)), Local(frame.Contacts),
            Local(frame.Subscribing), Local(frame.Search), urls.Local(frame.Accessibility), urls.Local(frame.Newsroom.Deployment.Negotiates ? Choice : Root), frame.Newsroom.Languages.Length > 1,
            locale.Strings.PublishedBy.With("PressKit"))
        {
            Manifest = Publishes(frame, "web-manifest") ? urls.Local(ManifestFormat.Of(frame.Language)) : null,
        };
    });

    /// <summary>Whether the newsroom publishes a format.</summary>
    public static bool Publishes(Frame frame, string format) => frame.Newsroom.Formats.Contains(format, StringComparer.Ordinal);

    private string? Local(Address? address) => address is { } there ? urls.Local(there) : null;

    /// <summary>The feeds of a topic; none where no feed is published.</summary>
    public ImmutableArray<FeedModel> Feeds(TopicPage page) => page.Feed is { } feed
        ? Feeds(page.Frame.Newsroom, feed, $"{page.Frame.Newsroom.Name} – {page.Topic.Name.In(page.Language, page.Frame.Newsroom.DefaultLanguage) ?? page.Topic.Id}")
        : [];

    /// <summary>A feed in each format that is published.</summary>
    public ImmutableArray<FeedModel> Feeds(Newsroom newsroom, Address feed, string name) =>
        [.. FeedKind.Of(newsroom).Select(kind => new FeedModel(urls.Absolute(kind.At(feed)), $"{name} ({kind.Title})", kind.Title, kind.MediaType))];

    /// <summary>A language.</summary>
    public static LanguageModel Language(Locale locale) => new(locale.Language.Tag, locale.Autonym, locale.Direction);

    /// <summary>The page's languages for search engines, as the sitemap lists them.</summary>
    private ImmutableArray<AlternateModel> Alternates(LocalPage page)
    {
        var all = page.Alternates.Select(a => new AlternateModel(a.Language.Tag, urls.Absolute(a.Address)));
        return page.Default is { } address ? [.. all, new AlternateModel(Default, urls.Absolute(address))] : [.. all];
    }

    /// <summary>The page's languages for readers.</summary>
    public ImmutableArray<LanguageLinkModel> Languages(LocalPage page) =>
    [
        .. page.Alternates.Select(a =>
        {
            var locale = LocaleOf(a.Language);
            return new LanguageLinkModel(
                a.Language.Tag, locale.Autonym, locale.Direction, urls.Local(a.Address), a.Language == page.Language);
        }),
    ];

    /// <summary>What a page has that stands in lists and may be linked to.</summary>
    /// <param name="page">The page.</param>
    /// <param name="locale">Its language.</param>
    /// <param name="name">Its own title.</param>
    /// <param name="description">One or two sentences about it; null where nobody wrote any.</param>
    /// <param name="entry">Whose image stands for it where it is shared; null for the newsroom's own.</param>
    public PageHead Head(LocalPage page, Locale locale, string name, string? description = null, Entry? entry = null) =>
        Head(page, locale, name, Card(page, page is ReleasePage ? "article" : "website", name, description, entry)) with
        {
            Description = description,
            Canonical = urls.Absolute(page.Address),
            Alternates = Alternates(page),
        };

    /// <summary>What a first page has: the newsroom's name, and its one line.</summary>
    public PageHead Front(LocalPage page, Locale locale, Entry? entry = null)
    {
        var site = Site(page.Frame, locale);
        var head = Head(page, locale, site.Name, site.Tagline, entry);
        return head with { Title = site.Tagline is null ? site.Name : $"{site.Name} – {site.Tagline}" };
    }

    /// <summary>What a page has that nobody is to link to.</summary>
    public PageHead Apart(LocalPage page, Locale locale, string name) => Head(page, locale, name, Card(page, "website", name, null, null));

    private PageHead Head(LocalPage page, Locale locale, string name, CardModel card)
    {
        var site = Site(page.Frame, locale);
        return new PageHead(Language(locale), site, locale.Strings, $"{name} – {site.Name}", card)
        {
            Languages = Languages(page),
            Feeds = site.Feeds,
        };
    }

    /// <summary>How a page looks where it is shared, with the image of an entry.</summary>
    private CardModel Card(LocalPage page, string type, string title, string? description, Entry? entry)
    {
        var card = new CardModel(
            type, title, description, OpenGraph(page.Language),
            [.. page.Alternates.Where(a => a.Language != page.Language).Select(a => OpenGraph(a.Language))],
            null, null, null, null);
        return images.Shared(card, entry, page.Frame.Newsroom);
    }

    private string OpenGraph(Language language) => _openGraph.GetOrAdd(language, OpenGraphLocale.Of);

    /// <summary>How a language of the site is written.</summary>
    public Locale LocaleOf(Language language) => locales.Find(language)
        ?? throw new InvalidOperationException($"PressKit has no data for {language}; newsroom.yml was not checked against it.");
}
