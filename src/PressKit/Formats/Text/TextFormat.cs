using System.Text;
using PressKit.Formats.Html;
using PressKit.Formats.Kits;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Text;

/// <summary>Every release as plain text, for desks that paste: a paragraph is one line, since whoever pastes it knows how long lines
/// are. UTF-8 with a byte order mark, for hosts seldom say how a text file is encoded.</summary>
public sealed class TextFormat : IFormat
{
    /// <summary>To be raised when the same release would give other bytes.</summary>
    private const string Version = "2";

    private readonly SiteUrls _urls;
    private readonly Locales _locales;
    private readonly PageKeys _keys;
    private readonly Func<string, string> _markdown;

    /// <summary>The format for one site.</summary>
    /// <param name="site">The site's address.</param>
    /// <param name="locales">How its languages are written; it knows every language of the pages.</param>
    /// <param name="keys">The keys of pages.</param>
    /// <param name="markdown">Renders a boilerplate's Markdown.</param>
    internal TextFormat(Uri site, Locales locales, PageKeys keys, Func<string, string> markdown) =>
        (_urls, _locales, _keys, _markdown) = (new SiteUrls(site), locales, keys, markdown);

    /// <summary>Where the text of a release stands: in the folder of its page.</summary>
    public static Address At(Address page) => new(page.Path + "release.txt");

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is ReleasePage release) yield return new OutputFile(At(page.Address).File, Hash.Of("text", Version, _keys.Of(page)), stream => Write(release, stream));
    }

    /// <summary>Writes the text of a release.</summary>
    public void Write(ReleasePage page, Stream stream)
    {
        var locale = _locales.Find(page.Language)
            ?? throw new InvalidOperationException($"PressKit has no data for {page.Language}; newsroom.yml was not checked against it.");
        var front = page.Entry.Edition.FrontMatter;
        var links = page.Links.ToDictionary(l => l.Target, l => _urls.AbsoluteLink(l.Leads, page.Address), StringComparer.Ordinal);
        var html = page.Entry.Edition.Body.Html(target => links.GetValueOrDefault(target));
        if (DatelinedText.Dateline(front, locale) is { } dateline) html = DatelinedText.Of(html, dateline, locale.Language);
        var sections = new List<string> { Head(page, locale), PlainText.Of(html, locale) };
        if (Boilerplate(front, page.Frame) is { } boilerplate)
            sections.Add($"{locale.Strings.AboutOrganisation.With(page.Frame.Newsroom.Name)}\n\n{PlainText.Of(_markdown(boilerplate), locale)}");
        sections.Add(Tail(page, locale));
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        writer.NewLine = "\n";
        writer.Write(Directions.Marked(string.Join("\n\n", sections.Where(s => s.Length > 0)), locale.IsRightToLeft) + "\n");
    }

    private string Head(ReleasePage page, Locale locale)
    {
        var front = page.Entry.Edition.FrontMatter;
        var date = front.Published is { } at ? locale.Date(DateOnly.FromDateTime(at.Date)) : null;
        var notice = TranslationNotice.Of(page.Entry, page.Source, locale);
        var original = notice?.Original is { } link ? $"{link.Text}: {_urls.Absolute(link.Address)}" : null;
        var events = EventNotice.Of(page.Entry.Edition, page.Entry.Label, locale, _locales)
            .Select(e => Lines($"{e.Title} – {e.Date}", e.Text, e.Mark));
        return Sections(
            Lines(locale.Strings.PressRelease, page.Frame.Newsroom.Name, date),
            Lines(front.Headline, front.Subhead), Sections(events), Lines(notice?.Text, original), front.Summary);
    }

    private string Tail(ReleasePage page, Locale locale)
    {
        var (front, newsroom, strings) = (page.Entry.Edition.FrontMatter, page.Frame.Newsroom, locale.Strings);
        var contacts = ContactModels.ReadersFirst(front.Contacts.Select(id => newsroom.Contacts.GetValueOrDefault(id)).OfType<Contact>(), page.Language);
        return Sections(
            Section(strings.Quotations, front.Quotes.Select(q => Lines(locale.Quote(q.Text), Speaker(q, locale)))),
            Section(strings.NotesToEditors, front.Notes is { } notes ? [notes] : []),
            Section(strings.ContactPress, contacts.Select(c => ContactOf(c, page.Frame, locale))),
            Section(strings.Images, page.Entry.Media.Where(m => ImageFiles.TypeOf(m) is not null).Select(Media)),
            Section(strings.Downloads, page.Entry.Media.Where(m => ImageFiles.TypeOf(m) is null).Select(Media)),
            _urls.Absolute(page.Address));
    }

    private static string? Speaker(Quote quote, Locale locale)
    {
        if (quote.Speaker is null) return null;
        var role = quote.Role is null ? "" : locale.Language.Unspaced ? $"（{quote.Role}）" : $" ({quote.Role})";
        return $"— {quote.Speaker}{role}";
    }

    private static string ContactOf(Contact contact, Frame frame, Locale locale)
    {
        var fallback = frame.Newsroom.DefaultLanguage;
        return Lines(
            contact.Name.In(frame.Language, fallback) ?? contact.Id, contact.Role.In(frame.Language, fallback), contact.Email,
            contact.Phone is null ? null : Directions.LeftToRight(contact.Phone, locale.IsRightToLeft), ContactModels.LanguagesOf(contact, locale));
    }

    private string Media(PublishedMedia media)
    {
        string?[] terms = [media.Item.Credit, media.Item.Licence];
        return Lines(
            media.Item.Caption ?? media.Item.Alt ?? KitNames.Safe(Path.GetFileName(media.File.Path)),
            string.Join(" · ", terms.OfType<string>()), _urls.Absolute(media.Address));
    }

    /// <summary>The boilerplate in the edition's language, or else in the newsroom's.</summary>
    private static string? Boilerplate(FrontMatter front, Frame frame) =>
        front.Boilerplate is { } id && frame.Newsroom.Boilerplates.TryGetValue(id, out var boilerplate)
            ? boilerplate.Markdown.In(frame.Language, frame.Newsroom.DefaultLanguage)
            : null;

    private static string Section(string heading, IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? "" : Sections([heading, .. all]);
    }

    private static string Sections(params IEnumerable<string?> parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string Lines(params IEnumerable<string?> parts) => string.Join('\n', parts.Where(p => !string.IsNullOrEmpty(p)));
}
