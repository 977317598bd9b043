using System.Collections.Immutable;
using PressKit.Formats.Text;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes what the page of a release, or a standing page, shows of its text.</summary>
/// <param name="urls">Writes addresses.</param>
/// <param name="entries">Makes entries.</param>
/// <param name="media">Makes images and downloads.</param>
/// <param name="locales">Names languages in each other.</param>
/// <param name="markdown">Renders Markdown that has no links of its own to resolve: a boilerplate.</param>
internal sealed class ReleaseModels(SiteUrls urls, EntryModels entries, ImageModels media, Locales locales, Func<string, string> markdown)
{
    /// <summary>A release.</summary>
    public ReleaseTextModel Of(ReleasePage page, Locale locale) => Text(page.Entry, page.Source, page.Links, page.Frame, locale) with
    {
        Date = EntryModels.Date(page.Entry.Edition.FrontMatter.Published, locale),
        Updated = EntryModels.Updated(page.Entry, locale),
        Events = [.. EventNotice.Of(page.Entry.Edition, page.Entry.Label, locale, locales).Select(e => entries.Event(e, locale))],
        Kit = media.Kit(page.Entry, page.Frame, locale),
        Related = entries.Of(page.Related, page.Frame, locale),
        Reading = new Lazy<string>(() => locale.Count(locale.Strings.ReadingTime, ReadingTime.Minutes(page.Entry.Edition.Body.Html(_ => null)))),
        PlainText = page.Frame.Newsroom.HasPlainText ? urls.Local(TextFormat.At(page.Address)) : null,
        PlainTextName = page.Frame.Newsroom.HasPlainText ? page.Entry.Edition.Slug + ".txt" : null,
        Series = page.Series is { } place ? Place(place, page.Frame, locale) : null,
    };

    /// <summary>A standing page.</summary>
    public ReleaseTextModel Of(StandingPage page, Locale locale) => Text(page.Entry, page.Source, page.Links, page.Frame, locale);

    private ReleaseTextModel Text(Entry entry, Entry? source, ImmutableArray<ResolvedLink> links, Frame frame, Locale locale)
    {
        var front = entry.Edition.FrontMatter;
        var body = media.Shown(entry, Body(entry.Edition.Body, links));
        var dateline = DatelinedText.Dateline(front, locale);
        var images = media.Of(entry, locale);
        return new ReleaseTextModel
        {
            Url = urls.Local(entry.Address),
            Headline = front.Headline,
            Subhead = front.Subhead,
            Summary = front.Summary,
            Dateline = dateline,
            Topics = entries.Topics(entry, frame),
            Label = Label(entry, source, locale),
            Image = images.FirstOrDefault(),
            Body = body,
            BodyWithDateline = Datelined(body, dateline, locale.Language),
            Quotations = [.. front.Quotes.Select(q => new QuotationModel(locale.Quote(q.Text), q.Speaker, q.Role, PageOf(q.Person, frame)))],
            QuotationMarks = string.Join('|', locale.Quotes.Open, locale.Quotes.Close, locale.InnerQuotes.Open, locale.InnerQuotes.Close),
            Notes = front.Notes,
            Boilerplate = Boilerplate(front, frame, locale),
            Contacts = front.Contacts.IsEmpty ? [] : ContactModels.Of(front.Contacts.Select(id => frame.Newsroom.Contacts.GetValueOrDefault(id)).OfType<Contact>(), frame, locale),
            Images = images,
            Downloads = media.Downloads(entry, locale),
            Extra = front.Extra,
        };
    }

    private SeriesPlaceModel Place(SeriesPlace place, Frame frame, Locale locale)
    {
        var name = place.Series.Name.In(frame.Language, frame.Newsroom.DefaultLanguage) ?? place.Series.Id;
        return new SeriesPlaceModel(
            urls.Local(place.Address), locale.Strings.PartOfSeries.With(locale.Quote(locale.Isolated(name))),
            place.Previous is { } previous ? entries.Of(previous, frame, locale) : null,
            place.Next is { } next ? entries.Of(next, frame, locale) : null);
    }

    private string? PageOf(string? person, Frame frame) =>
        person is not null && frame.People.FirstOrDefault(p => p.Person.Id == person) is { } link ? urls.Local(link.Address) : null;

    private Markup Body(Body body, ImmutableArray<ResolvedLink> links)
    {
        var addresses = links.ToDictionary(l => l.Target, l => urls.Link(l.Leads), StringComparer.Ordinal);
        return new Markup(() => body.Html(target => addresses.GetValueOrDefault(target)));
    }

    private static Markup Datelined(Markup body, string? dateline, Language language) =>
        dateline is null ? body : new Markup(() => DatelinedText.Of(body.Html, dateline, language));

    private LabelModel? Label(Entry entry, Entry? source, Locale locale) => TranslationNotice.Of(entry, source, locale) is { } notice
        ? new LabelModel(notice.IsMachine, notice.Text, notice.Original is { } original
            ? new OriginalModel(urls.Local(original.Address), original.Language.Tag, original.Text) : null)
        : null;

    private BoilerplateModel? Boilerplate(FrontMatter front, Frame frame, Locale locale)
    {
        if (front.Boilerplate is null || !frame.Newsroom.Boilerplates.TryGetValue(front.Boilerplate, out var boilerplate)) return null;
        var texts = boilerplate.Markdown.Texts;
        var language = texts.ContainsKey(frame.Language) ? frame.Language
            : texts.ContainsKey(frame.Newsroom.DefaultLanguage) ? frame.Newsroom.DefaultLanguage
            : texts.Keys.FirstOrDefault();
        if (language is null) return null;
        var text = texts[language];
        var isForeign = language != frame.Language;
        return new BoilerplateModel(
            locale.Strings.AboutOrganisation.With(locale.Isolated(frame.Newsroom.Name)),
            new Markup(() => markdown(text)),
            isForeign ? language.Tag : null, isForeign ? locales.Find(language)?.Direction : null);
    }
}
