using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats;

/// <summary>The text of a release as it is read away from its page, rendered when it is written.</summary>
/// <param name="render">Renders it.</param>
internal sealed class DetachedText(Func<string> render)
{
    private readonly Lock _rendering = new();
    private int _uses;
    private string? _html;

    /// <summary>Says that one more file may ask for its HTML.</summary>
    public void Expect() => Interlocked.Increment(ref _uses);

    /// <summary>The HTML: rendered once for all files that ask, and kept until the last of them did.</summary>
    public string Html()
    {
        lock (_rendering)
        {
            var html = _html ?? render();
            _html = Interlocked.Decrement(ref _uses) > 0 ? html : null;
            return html;
        }
    }
}

/// <summary>Makes texts that can be read anywhere: every address absolute, with image, subhead and dateline, and with corrections and
/// the notice of a translation first.</summary>
/// <param name="site">The site's address.</param>
/// <param name="locales">How its languages are written; it knows every language of the pages.</param>
internal sealed partial class DetachedTexts(Uri site, Locales locales)
{
    private readonly SiteUrls _urls = new(site);
    private readonly ConditionalWeakTable<ReleasePage, DetachedText> _made = [];

    /// <summary>The text of an edition; several files get the same.</summary>
    public DetachedText Of(ReleasePage page) => _made.GetValue(page, p => new DetachedText(() => Render(p)));

    private string Render(ReleasePage page)
    {
        var locale = locales.Find(page.Language)
            ?? throw new InvalidOperationException($"PressKit has no data for {page.Language}; newsroom.yml was not checked against it.");
        var (edition, self) = (page.Entry.Edition, HtmlText.Escaped(_urls.Absolute(page.Address)));
        var links = page.Links.ToDictionary(
            link => link.Target, link => _urls.AbsoluteLink(link.Leads, page.Address), StringComparer.Ordinal);
        var html = OnItsPage().Replace(edition.Body.Html(target => links.GetValueOrDefault(target)), _ => self + "#");
        if (DatelinedText.Dateline(edition.FrontMatter, locale) is { } dateline) html = DatelinedText.Of(html, dateline, locale.Language);
        html = Events(page, locale) + Notice(page, locale) + Image(page.Entry) + Subhead(edition.FrontMatter) + html;
        return locale.IsRightToLeft ? $"<div lang=\"{locale.Language}\" dir=\"rtl\">\n{html}</div>\n" : html;
    }

    private string Events(ReleasePage page, Locale locale) =>
        string.Concat(EventNotice.Of(page.Entry.Edition, page.Entry.Label, locale, locales).Select(notice => notice.Html));

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
