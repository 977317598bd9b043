using System.Collections.Immutable;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Feeds;

/// <summary>Makes what a feed says of the page that the composer gives.</summary>
/// <param name="site">The site's address.</param>
/// <param name="locales">How its languages are written; it knows every language of the pages.</param>
/// <param name="kind">The format, whose files link to each other.</param>
internal sealed class FeedContents(Uri site, Locales locales, FeedKind kind)
{
    private readonly SiteUrls _urls = new(site);
    private readonly ItemIds _ids = new(site);
    private readonly DetachedTexts _texts = new(site, locales);

    /// <summary>Says that a feed may be written: what several carry is rendered once.</summary>
    public void Expect(FeedPage feed)
    {
        foreach (var page in feed.Pages) _texts.Of(page).Expect();
    }

    /// <summary>The content of a feed.</summary>
    public FeedContent Of(FeedPage feed)
    {
        var newsroom = feed.Frame.Newsroom;
        var locale = LocaleOf(feed.Language);
        var title = feed.Topic is { } topic ? $"{newsroom.Name} – {NameOf(topic, feed.Frame)}" : newsroom.Name;
        return new FeedContent(
            feed.IsOfAllLanguages ? title : $"{title} – {locale.Autonym}",
            newsroom.Tagline.In(feed.Language, newsroom.DefaultLanguage) ?? locale.Strings.LatestReleases,
            _urls.Absolute(feed.Home), At(feed.Address), feed.IsOfAllLanguages ? null : feed.Language.Tag, newsroom.Name,
            [.. feed.Pages.Select(Item)])
        {
            Hubs = [.. newsroom.Feeds.Hubs.Select(hub => hub.AbsoluteUri)],
            Current = feed.Current is { } current ? At(current) : null,
            Older = feed.Older is { } older ? At(older) : null,
            Newer = feed.Newer is { } newer ? At(newer) : null,
            Withdrawn = [.. feed.Withdrawn.Select(Withdrawal)],
        };
    }

    private FeedWithdrawal Withdrawal(WithdrawnPage page)
    {
        var locale = LocaleOf(page.Language);
        var (edition, id) = (page.Edition, _ids.Of(page.Edition));
        var notice = EventNotice.Of(edition.Withdrawal, locale, locales);
        var html = $"<p>{HtmlText.Escaped(locale.Strings.GoneText)}</p>\n{notice.Html}";
        return new FeedWithdrawal(id, _urls.Absolute(page.Address), page.Language.Tag, edition.Published, Told(notice.At, id), notice.Title,
            locale.IsRightToLeft ? $"<div lang=\"{locale.Language}\" dir=\"rtl\">\n{html}</div>\n" : html, notice.Line);
    }

    private string At(Address feed) => _urls.Absolute(kind.At(feed));

    private Locale LocaleOf(Language language) => locales.Find(language)
        ?? throw new InvalidOperationException($"PressKit has no data for {language}; newsroom.yml was not checked against it.");

    private FeedItem Item(ReleasePage page)
    {
        var front = page.Entry.Edition.FrontMatter;
        var published = front.Published
            ?? throw new InvalidOperationException($"{page.Entry.Edition.File} is in a feed and has no date; the gate let it through.");
        var id = _ids.Of(page.Entry.Edition);
        var images = page.Entry.Media.Select(ImageOf).OfType<FeedImage>().ToImmutableArray();
        return new FeedItem(
            front.Headline, _urls.Absolute(page.Address), id, page.Language.Tag, published, Told(page.Entry.Edition.Modified ?? published, id), front.Summary ?? front.Subhead,
            [.. front.Topics.Select(t => page.Frame.Newsroom.Topics.GetValueOrDefault(t)).OfType<Topic>().Select(t => new FeedTopic(t.Id, NameOf(t, page.Frame)))],
            [.. page.Alternates.Where(a => a.Language != page.Language).Select(a => new FeedAlternate(a.Language.Tag, _urls.Absolute(a.Address)))],
            images, ImageFiles.Card(page.Entry) is { } card ? ImageOf(card) : null, _texts.Of(page));
    }

    private FeedImage? ImageOf(PublishedMedia media) =>
        ImageFiles.TypeOf(media) is { } type ? new FeedImage(_urls.Absolute(media.Address), type, media) : null;

    private static string NameOf(Topic topic, Frame frame) => topic.Name.In(frame.Language, frame.Newsroom.DefaultLanguage) ?? topic.Id;

    /// <summary>An instant that no other item has, though all languages of a release are published at once: readers sort by it,
    /// and W3C's validator warns of two that are equal. Less than a second of it is the item's own.</summary>
    private static DateTimeOffset Told(DateTimeOffset instant, string id)
    {
        var own = Convert.ToInt64(Hash.Of(id)[..8], 16) % 999_999 + 1;
        return instant.AddTicks(own * TimeSpan.TicksPerMicrosecond - instant.Ticks % TimeSpan.TicksPerSecond);
    }
}
