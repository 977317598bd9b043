using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PressKit.Formats.Feeds;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes the model of each kind of page: all that its template will see, in the reader's language.</summary>
internal sealed class PageModels(SiteUrls urls, EntryModels entries, ImageModels images, ReleaseModels releases, StructuredData data, Locales locales)
{
    private const string Default = "x-default";
    private static readonly Address Root = new("");

    /// <summary>The same page, for readers who want to choose where the host chooses for them.</summary>
    private static readonly Address Choice = new("index.html");
    private readonly ConditionalWeakTable<Frame, SiteModel> _sites = [];

    /// <summary>The model of a page; null for a kind that is not HTML.</summary>
    public PageModel? Of(LocalPage page)
    {
        var locale = LocaleOf(page.Language);
        return page switch
        {
            HomePage home => Home(home, locale),
            ArchivePage archive => Archive(archive, locale),
            TopicPage topic => Topic(topic, locale),
            ReleasePage release => Release(release, locale),
            StandingPage standing => Standing(standing, locale),
            RedirectPage redirect => Redirect(redirect, locale),
            WithdrawnPage withdrawn => Withdrawn(withdrawn, locale),
            NotFoundPage missing => NotFound(missing, locale),
            RootPage root => RootOf(root, locale),
            _ => null,
        };
    }

    private HomeModel Home(HomePage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        var all = entries.Of(page.Entries, page.Frame, locale);
        return new HomeModel
        {
            Language = Language(locale),
            Site = site,
            Strings = locale.Strings,
            Title = site.Tagline is null ? site.Name : $"{site.Name} – {site.Tagline}",
            Description = site.Tagline,
            Canonical = urls.Absolute(page.Address),
            Alternates = Alternates(page),
            Languages = Languages(page),
            Feeds = site.Feeds,
            StructuredData = data.Of(page, site.Tagline),
            Card = Card(page, "website", site.Name, site.Tagline, page.Entries.FirstOrDefault()),
            Lead = all.FirstOrDefault(),
            Entries = [.. all.Skip(1)],
        };
    }

    private ArchiveModel Archive(ArchivePage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        var strings = locale.Strings;
        var number = page.Newer is null ? null : strings.PageNumber.With(locale.Number(page.Number));
        var name = number is null ? strings.Archive : $"{strings.Archive}, {number}";
        return new ArchiveModel
        {
            Language = Language(locale),
            Site = site,
            Strings = strings,
            Title = $"{name} – {site.Name}",
            Canonical = urls.Absolute(page.Address),
            Alternates = Alternates(page),
            Languages = Languages(page),
            Feeds = site.Feeds,
            Card = Card(page, "website", name, null, null),
            Number = number,
            Entries = entries.Of(page.Entries, page.Frame, locale),
            Older = page.Older is { } older ? urls.Local(older) : null,
            Newer = page.Newer is { } newer ? urls.Local(newer) : null,
        };
    }

    private TopicModel Topic(TopicPage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        var name = page.Topic.Name.In(page.Language, page.Frame.Newsroom.DefaultLanguage) ?? page.Topic.Id;
        return new TopicModel
        {
            Language = Language(locale),
            Site = site,
            Strings = locale.Strings,
            Title = $"{name} – {site.Name}",
            Canonical = urls.Absolute(page.Address),
            Alternates = Alternates(page),
            Languages = Languages(page),
            Feeds = [.. Feeds(page), .. site.Feeds],
            Card = Card(page, "website", name, null, null),
            Name = name,
            Count = locale.Count(locale.Strings.ReleasesCount, page.Entries.Length),
            Entries = entries.Of(page.Entries, page.Frame, locale),
        };
    }

    private ReleaseModel Release(ReleasePage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        var release = releases.Of(page, locale);
        return new ReleaseModel
        {
            Language = Language(locale),
            Site = site,
            Strings = locale.Strings,
            Title = $"{release.Headline} – {site.Name}",
            Description = release.Summary ?? release.Subhead,
            Canonical = urls.Absolute(page.Address),
            Alternates = Alternates(page),
            Languages = Languages(page),
            Feeds = site.Feeds,
            StructuredData = data.Of(page, locale),
            Card = Card(page, "article", release.Headline, release.Summary ?? release.Subhead, page.Entry) with
            {
                Published = release.Date?.Iso,
                Modified = release.Updated?.Iso,
                Topics = [.. release.Topics.Select(t => t.Name)],
            },
            Embeds = Embeds(page),
            Release = release,
        };
    }

    private StandingModel Standing(StandingPage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        var text = releases.Of(page, locale);
        return new StandingModel
        {
            Language = Language(locale),
            Site = site,
            Strings = locale.Strings,
            Title = $"{text.Headline} – {site.Name}",
            Description = text.Summary ?? text.Subhead,
            Canonical = urls.Absolute(page.Address),
            Alternates = Alternates(page),
            Languages = Languages(page),
            Feeds = site.Feeds,
            Card = Card(page, "website", text.Headline, text.Summary ?? text.Subhead, page.Entry),
            Page = text,
        };
    }

    private RedirectModel Redirect(RedirectPage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        return new RedirectModel
        {
            Language = Language(locale),
            Site = site,
            Strings = locale.Strings,
            Title = $"{locale.Strings.MovedTitle} – {site.Name}",
            Canonical = urls.Absolute(page.Target.Address),
            Card = Card(page, "website", locale.Strings.MovedTitle, null, null),
            Url = urls.Local(page.Target.Address),
            Refresh = $"0; url={urls.Local(page.Target.Address)}",
            Headline = page.Target.Edition.FrontMatter.Headline,
            Target = Language(LocaleOf(page.Target.Edition.Language)),
        };
    }

    private WithdrawnModel Withdrawn(WithdrawnPage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        return new WithdrawnModel
        {
            Language = Language(locale),
            Site = site,
            Strings = locale.Strings,
            Title = $"{locale.Strings.GoneTitle} – {site.Name}",
            Languages = Languages(page),
            Feeds = site.Feeds,
            Card = Card(page, "website", locale.Strings.GoneTitle, null, null),
            Withdrawal = entries.Event(EventNotice.Of(page.Edition.Withdrawal, locale, locales), locale),
        };
    }

    private NotFoundModel NotFound(NotFoundPage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        return new NotFoundModel
        {
            Language = Language(locale),
            Site = site,
            Strings = locale.Strings,
            Title = $"{locale.Strings.NotFoundTitle} – {site.Name}",
            Languages = Languages(page),
            Feeds = site.Feeds,
            Card = Card(page, "website", locale.Strings.NotFoundTitle, null, null),
        };
    }

    private RootModel RootOf(RootPage page, Locale locale)
    {
        var site = Site(page.Frame, locale);
        var taglines = page.Frame.Newsroom.Tagline.Texts;
        return new RootModel
        {
            Language = Language(locale),
            Site = site,
            Strings = locale.Strings,
            Title = site.Tagline is null ? site.Name : $"{site.Name} – {site.Tagline}",
            Description = site.Tagline,
            Canonical = urls.Absolute(Root),
            Alternates = Alternates(page),
            Languages = Languages(page),
            Feeds = site.Feeds,
            Card = Card(page, "website", site.Name, site.Tagline, null),
            Choices =
            [
                .. Languages(page).Zip(page.Alternates, (link, alternate) => new ChoiceModel(
                    link.Tag, link.Name, link.Direction, link.Url, taglines.GetValueOrDefault(alternate.Language))),
            ],
        };
    }

    private SiteModel Site(Frame frame, Locale locale) => _sites.GetValue(frame, _ =>
    {
        var name = frame.Newsroom.Name;
        return new SiteModel(
            name, frame.Newsroom.Tagline.Texts.GetValueOrDefault(frame.Language), urls.Local(frame.Home), urls.Local(frame.Archive),
            frame.Feed is { } feed ? Feeds(frame.Newsroom, feed, $"{name} – {locale.Autonym}") : [],
            [.. frame.Topics.Select(t => entries.TopicLink(t, frame)).OrderBy(t => t.Name, locale.Order)],
            [.. frame.Standing.Select(s => new LinkModel(urls.Local(s.Address), s.Edition.FrontMatter.Headline))],
            urls.Local(frame.Newsroom.Deployment.Negotiates ? Choice : Root), frame.Newsroom.Languages.Length > 1, locale.Strings.PublishedBy.With("PressKit"))
        {
            Manifest = Publishes(frame, "web-manifest") ? urls.Local(ManifestFormat.Of(frame.Language)) : null,
        };
    });

    private ImmutableArray<FeedModel> Feeds(TopicPage page) => page.Feed is { } feed
        ? Feeds(page.Frame.Newsroom, feed, $"{page.Frame.Newsroom.Name} – {page.Topic.Name.In(page.Language, page.Frame.Newsroom.DefaultLanguage) ?? page.Topic.Id}")
        : [];

    private ImmutableArray<FeedModel> Feeds(Newsroom newsroom, Address feed, string name) =>
        [.. FeedKind.Of(newsroom).Select(kind => new FeedModel(urls.Absolute(kind.At(feed)), $"{name} ({kind.Title})", kind.Title, kind.MediaType))];

    private ImmutableArray<FeedModel> Embeds(ReleasePage page) => Publishes(page.Frame, "oembed")
        ? [.. OEmbedFormat.Kinds.Select(kind => new FeedModel(
            urls.Absolute(new Address(page.Address.Path + kind.Ending)), page.Entry.Edition.FrontMatter.Headline, "oEmbed", kind.Type))]
        : [];

    private static bool Publishes(Frame frame, string format) => frame.Newsroom.Formats.Contains(format, StringComparer.Ordinal);

    private static LanguageModel Language(Locale locale) => new(locale.Language.Tag, locale.Autonym, locale.Direction);

    /// <summary>The page's languages for search engines, as the sitemap lists them.</summary>
    private ImmutableArray<AlternateModel> Alternates(LocalPage page)
    {
        var all = page.Alternates.Select(a => new AlternateModel(a.Language.Tag, urls.Absolute(a.Address)));
        return page.Default is { } address ? [.. all, new AlternateModel(Default, urls.Absolute(address))] : [.. all];
    }

    private ImmutableArray<LanguageLinkModel> Languages(LocalPage page) =>
    [
        .. page.Alternates.Select(a =>
        {
            var locale = LocaleOf(a.Language);
            return new LanguageLinkModel(
                a.Language.Tag, locale.Autonym, locale.Direction, urls.Local(a.Address), a.Language == page.Language);
        }),
    ];

    private CardModel Card(LocalPage page, string type, string title, string? description, Entry? entry)
    {
        var card = new CardModel(
            type, title, description, OpenGraphLocale.Of(page.Language),
            [.. page.Alternates.Where(a => a.Language != page.Language).Select(a => OpenGraphLocale.Of(a.Language))],
            null, null, null, null);
        return images.Shared(card, entry, page.Frame.Newsroom);
    }

    private Locale LocaleOf(Language language) => locales.Find(language)
        ?? throw new InvalidOperationException($"PressKit has no data for {language}; newsroom.yml was not checked against it.");
}
