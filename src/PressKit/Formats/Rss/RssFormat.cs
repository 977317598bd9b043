using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Rss;

/// <summary>The feeds that journalists subscribe to: RSS 2.0, a file a language, every release with its whole text.</summary>
public sealed partial class RssFormat : IFormat
{
    /// <summary>To be raised when the same pages would give other bytes.</summary>
    private const string Version = "1";

    private readonly Uri _site;
    private readonly SiteUrls _urls;
    private readonly Locales _locales;

    /// <summary>The format for one site.</summary>
    /// <param name="site">The site's address.</param>
    /// <param name="locales">How its languages are written; it knows every language of the pages.</param>
    public RssFormat(Uri site, Locales locales) => (_site, _urls, _locales) = (site, new SiteUrls(site), locales);

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not FeedPage feed) yield break;
        var channel = Channel(feed);
        yield return new OutputFile(feed.Address.File, Hash.Of("rss", Version, channel.Key), stream => RssWriter.Write(channel, stream));
    }

    private RssChannel Channel(FeedPage feed)
    {
        var (newsroom, language) = (feed.Frame.Newsroom, feed.Language);
        var locale = _locales.Find(language)
            ?? throw new InvalidOperationException($"PressKit has no data for {language}; newsroom.yml was not checked against it.");
        return new RssChannel(
            $"{newsroom.Name} – {locale.Autonym}", _urls.Absolute(feed.Frame.Home), _urls.Absolute(feed.Address),
            newsroom.Tagline.In(language, newsroom.DefaultLanguage) ?? locale.Strings.LatestReleases, language.Tag,
            [.. feed.Pages.Select(page => Item(page, locale))]);
    }

    private RssItem Item(ReleasePage page, Locale locale)
    {
        var (newsroom, front) = (page.Frame.Newsroom, page.Entry.Edition.FrontMatter);
        var published = front.Published
            ?? throw new InvalidOperationException($"{page.Entry.Edition.File} is in a feed and has no date; the gate let it through.");
        return new RssItem(
            front.Headline, _urls.Absolute(page.Address), Id(page, published), published, front.Summary ?? front.Subhead,
            newsroom.Name,
            [.. front.Topics.Select(id => newsroom.Topics.GetValueOrDefault(id)).OfType<Topic>()
                .Select(topic => topic.Name.In(page.Language, newsroom.DefaultLanguage) ?? topic.Id)],
            [.. page.Alternates.Where(a => a.Language != page.Language)
                .Select(a => new RssAlternate(a.Language.Tag, _urls.Absolute(a.Address)))],
            ImageFiles.Card(page.Entry) is { } image
                ? new RssImage(_urls.Absolute(image.Address), image.File.Length, ImageFiles.TypeOf(image)!) : null,
            Text(page, locale));
    }

    /// <summary>A tag URI (RFC 4151) of what never changes: neither headline nor address, which corrections change.</summary>
    private string Id(ReleasePage page, DateTimeOffset published)
    {
        var release = string.Join('/', page.Entry.Edition.Release.Id.Split('/').Select(Uri.EscapeDataString));
        return FormattableString.Invariant($"tag:{_site.IdnHost},{published.Year:0000}:{release}/{page.Language.Tag}");
    }

    private RssText Text(ReleasePage page, Locale locale)
    {
        var body = page.Entry.Edition.Body;
        var above = Notice(page, locale) + Image(page.Entry) + Subhead(page.Entry.Edition.FrontMatter);
        var dateline = DatelinedText.Dateline(page.Entry.Edition.FrontMatter, locale);
        var self = HtmlText.Escaped(_urls.Absolute(page.Address));
        var links = page.Links.ToDictionary(
            link => link.Target, link => _urls.AbsoluteLink(link.Leads, page.Address), StringComparer.Ordinal);
        var key = Hash.Of(
            [body.Key, above, dateline, self, locale.Language.Tag, .. page.Links.SelectMany(l => new[] { l.Target, links[l.Target] })]);
        return new RssText(key, () =>
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
