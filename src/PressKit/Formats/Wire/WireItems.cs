using PressKit.Editions;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Wire;

/// <summary>Makes what a wire format says of the pages that the composer gives.</summary>
/// <param name="site">The site's address.</param>
/// <param name="locales">How its languages are written; it knows every language of the pages.</param>
/// <param name="kind">The format, whose files link to each other.</param>
internal sealed class WireItems(Uri site, Locales locales, WireKind kind)
{
    private readonly SiteUrls _urls = new(site);
    private readonly ItemIds _ids = new(site);
    private readonly DetachedTexts _texts = new(site, locales);

    /// <summary>The item of an edition.</summary>
    public WireItem Of(ReleasePage page)
    {
        var (edition, newsroom) = (page.Entry.Edition, page.Frame.Newsroom);
        var front = edition.FrontMatter;
        var id = _ids.Of(edition);
        return new WireItem(
            id, _urls.Absolute(page.Address), page.Language.Tag, front.Published!.Value, front.Headline, edition.Slug, newsroom.Name,
            _urls.Absolute(page.Frame.Home), _texts.Of(page))
        {
            Version = edition.Version,
            Changed = edition.Modified ?? front.Published.Value,
            Events = [.. EventNotice.Of(edition, page.Entry.Label, LocaleOf(page.Language), locales).Select(EventOf)],
            Subhead = front.Subhead,
            Summary = front.Summary,
            Place = front.Dateline?.Place,
            Notes = front.Notes,
            IsMachine = page.Entry.Label == Label.Machine,
            Topics = [.. front.Topics.Select(t => newsroom.Topics.GetValueOrDefault(t)).OfType<Topic>()
                .Select(t => new WireTopic(t.Id, In(t.Name, page.Frame) ?? t.Id, t.MediaTopic))],
            Contacts = [.. front.Contacts.Select(c => newsroom.Contacts.GetValueOrDefault(c)).OfType<Contact>()
                .Select(c => new WireContact(In(c.Name, page.Frame) ?? c.Id, In(c.Role, page.Frame), c.Email, c.Phone))],
            Speakers = [.. front.Quotes.Select(q => q.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)],
            Images = [.. page.Entry.Media.Select(ImageOf).OfType<WireImage>()],
            Editions = [.. page.Alternates.Where(a => a.Language != page.Language).Select(a => new WireEdition(
                id[..(id.LastIndexOf('/') + 1)] + a.Language.Tag, a.Language.Tag, _urls.Absolute(a.Address), a.Language == edition.Release.Source.Language))],
        };
    }

    /// <summary>The item of an edition that was withdrawn.</summary>
    public WireCancellation Of(WithdrawnPage page)
    {
        var notice = EventNotice.Of(page.Edition.Withdrawal, LocaleOf(page.Language), locales);
        return new WireCancellation(
            _ids.Of(page.Edition), _urls.Absolute(page.Address), _urls.Absolute(kind.At(page.Address)), page.Language.Tag, page.Edition.Published,
            notice.At, page.Edition.Version, notice.Title, EventOf(notice), page.Frame.Newsroom.Name, _urls.Absolute(page.Frame.Home));
    }

    private static WireEvent EventOf(EventNotice notice) => new(notice.Kind == EventKind.Correction, notice.Line, notice.Foreign?.Language.Tag);

    private Locale LocaleOf(Language language) => locales.Find(language)
        ?? throw new InvalidOperationException($"PressKit has no data for {language}; newsroom.yml was not checked against it.");

    /// <summary>The list beside a feed.</summary>
    public WireList Of(FeedPage feed)
    {
        var newsroom = feed.Frame.Newsroom;
        var title = feed.Topic is { } topic ? $"{newsroom.Name} – {In(topic.Name, feed.Frame) ?? topic.Id}" : newsroom.Name;
        return new WireList(
            _urls.Absolute(kind.ListAt(feed.Address)), feed.IsOfAllLanguages ? null : feed.Language.Tag,
            feed.IsOfAllLanguages ? title : $"{title} – {locales.Find(feed.Language)?.Autonym}", newsroom.Name, _urls.Absolute(feed.Frame.Home),
            [.. feed.Pages.Select(page => (Of(page), _urls.Absolute(kind.At(page.Address))))])
        {
            Others = [.. Lists(("current", feed.Current), ("prev-archive", feed.Older), ("next-archive", feed.Newer))],
            Canceled = [.. feed.Withdrawn.Select(Of)],
        };
    }

    private IEnumerable<(string Relation, string Link)> Lists(params IEnumerable<(string Relation, Address? Feed)> lists) =>
        lists.Where(l => l.Feed is not null).Select(l => (l.Relation, _urls.Absolute(kind.ListAt(l.Feed!.Value))));

    private static string? In(LocalisedText text, Frame frame) => text.In(frame.Language, frame.Newsroom.DefaultLanguage);

    private WireImage? ImageOf(PublishedMedia media) =>
        ImageFiles.TypeOf(media) is { } type ? new WireImage(_urls.Absolute(media.Address), type, media) : null;
}
