using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Feeds;

/// <summary>Makes what a feed says of the page that the composer gives.</summary>
/// <param name="site">The site's address.</param>
/// <param name="locales">How its languages are written; it knows every language of the pages.</param>
/// <param name="kind">The format, whose files link to each other.</param>
internal sealed partial class FeedContents(Uri site, Locales locales, FeedKind kind)
{
    private readonly SiteUrls _urls = new(site);

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
        };
    }

    private string At(Address feed) => _urls.Absolute(kind.At(feed));

    private Locale LocaleOf(Language language) => locales.Find(language)
        ?? throw new InvalidOperationException($"PressKit has no data for {language}; newsroom.yml was not checked against it.");

    private FeedItem Item(ReleasePage page)
    {
        var front = page.Entry.Edition.FrontMatter;
        var published = front.Published
            ?? throw new InvalidOperationException($"{page.Entry.Edition.File} is in a feed and has no date; the gate let it through.");
        var id = Id(page, published);
        var images = page.Entry.Media.Select(ImageOf).OfType<FeedImage>().ToImmutableArray();
        return new FeedItem(
            front.Headline, _urls.Absolute(page.Address), id, page.Language.Tag, published, Told(published, id), front.Summary ?? front.Subhead,
            [.. front.Topics.Select(t => page.Frame.Newsroom.Topics.GetValueOrDefault(t)).OfType<Topic>().Select(t => new FeedTopic(t.Id, NameOf(t, page.Frame)))],
            [.. page.Alternates.Where(a => a.Language != page.Language).Select(a => new FeedAlternate(a.Language.Tag, _urls.Absolute(a.Address)))],
            images, ImageFiles.Card(page.Entry) is { } card ? ImageOf(card) : null, Text(page, LocaleOf(page.Language)));
    }

    private FeedImage? ImageOf(PublishedMedia media) =>
        ImageFiles.TypeOf(media) is { } type ? new FeedImage(_urls.Absolute(media.Address), type, media) : null;

    private static string NameOf(Topic topic, Frame frame) => topic.Name.In(frame.Language, frame.Newsroom.DefaultLanguage) ?? topic.Id;

    /// <summary>A tag URI (RFC 4151) of what never changes: neither headline nor address, which corrections change.</summary>
    private string Id(ReleasePage page, DateTimeOffset published)
    {
        var release = string.Join('/', page.Entry.Edition.Release.Id.Split('/').Select(Uri.EscapeDataString));
        return FormattableString.Invariant($"tag:{site.IdnHost},{published.Year:0000}:{release}/{page.Language.Tag}");
    }

    /// <summary>An instant that no other item has, though all languages of a release are published at once: readers sort by it,
    /// and W3C's validator warns of two that are equal. Less than a second of it is the item's own.</summary>
    private static DateTimeOffset Told(DateTimeOffset instant, string id)
    {
        var own = Convert.ToInt64(Hash.Of(id)[..8], 16) % 999_999 + 1;
        return instant.AddTicks(own * TimeSpan.TicksPerMicrosecond - instant.Ticks % TimeSpan.TicksPerSecond);
    }

    private FeedText Text(ReleasePage page, Locale locale)
    {
        var body = page.Entry.Edition.Body;
        var above = Notice(page, locale) + Image(page.Entry) + Subhead(page.Entry.Edition.FrontMatter);
        var dateline = DatelinedText.Dateline(page.Entry.Edition.FrontMatter, locale);
        var self = HtmlText.Escaped(_urls.Absolute(page.Address));
        var links = page.Links.ToDictionary(
            link => link.Target, link => _urls.AbsoluteLink(link.Leads, page.Address), StringComparer.Ordinal);
        var key = Hash.Of(
            [body.Key, above, dateline, self, locale.Language.Tag, .. page.Links.SelectMany(l => new[] { l.Target, links[l.Target] })]);
        return new FeedText(key, () =>
        {
            var html = OnItsPage().Replace(body.Html(target => links.GetValueOrDefault(target)), _ => self + "#");
            if (dateline is not null) html = DatelinedText.Of(html, dateline, locale.Language);
            html = above + html;
            return locale.IsRightToLeft ? $"<div lang=\"{locale.Language}\" dir=\"rtl\">\n{html}</div>\n" : html;
        });
    }

    private string Notice(ReleasePage page, Locale locale)
    {
        if (TranslationNotice.Of(page.Entry, page.Source, locale) is not { } notice) return "";
        var text = $"<em>{HtmlText.Escaped(notice.Text)}</em>";
        if (notice.Original is not { } original) return $"<p>{text}</p>\n";
        var url = HtmlText.Escaped(_urls.Absolute(original.Address));
        return $"<p>{text} <a href=\"{url}\" hreflang=\"{original.Language}\">{HtmlText.Escaped(original.Text)}</a></p>\n";
    }

    private string Image(Entry entry)
    {
        if (ImageFiles.Lead(entry) is not { } image) return "";
        var legend = string.Join(" – ", new[] { image.Item.Caption, image.Item.Credit }.OfType<string>());
        var caption = legend.Length == 0 ? "" : $"<figcaption>{HtmlText.Escaped(legend)}</figcaption>";
        return $"<figure><img src=\"{HtmlText.Escaped(_urls.Absolute(image.Address))}\" alt=\"{HtmlText.Escaped(image.Item.Alt ?? "")}\">{caption}</figure>\n";
    }

    private static string Subhead(FrontMatter front) =>
        front.Subhead is { } subhead ? $"<p><strong>{HtmlText.Escaped(subhead)}</strong></p>\n" : "";

    /// <summary>Links that Markdown itself makes to places of its page: footnotes, headings. In a text, quotation marks are
    /// escaped, so that this stands in tags only.</summary>
    [GeneratedRegex("(?<=<a [^>]*href=\")#", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OnItsPage();
}
