using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PressKit.Editions;
using PressKit.Formats.Kits;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes what lists show of releases: entries, dates, images.</summary>
internal sealed class EntryModels(SiteUrls urls, ImageModels images, Locales locales)
{
    private readonly ConditionalWeakTable<Frame, Dictionary<string, LinkModel>> _topics = [];

    /// <summary>Releases in a list.</summary>
    public ImmutableArray<EntryModel> Of(IEnumerable<Entry> entries, Frame frame, Locale locale) =>
        [.. entries.Select(e => Of(e, frame, locale))];

    /// <summary>A release in a list.</summary>
    public EntryModel Of(Entry entry, Frame frame, Locale locale)
    {
        var (front, language) = (entry.Edition.FrontMatter, entry.Edition.Language);
        var other = language == frame.Language ? null : locales.Find(language);
        return new EntryModel(
            urls.Local(entry.Address), front.Headline, front.Summary, Date(front.Published, locale), Topics(entry, frame),
            EventNotice.Of(entry.Edition, entry.Label, locale, locales).Select(e => Event(e, locale)).FirstOrDefault(), ImageFiles.Lead(entry) is { } image ? images.Image(image, locale) : null, NoticeOf(entry, locale),
            other is null ? null : new LanguageModel(language.Tag, other.Autonym, other.Direction),
            other is null ? null : locale.Strings.OnlyInLanguage.With(locale.InLanguage(language)));
    }

    /// <summary>What readers are told of a correction, a withdrawal or a reinstatement.</summary>
    public EventModel Event(EventNotice notice, Locale locale) => new(
        notice.Title, Date(notice.At, locale)!, notice.Text,
        notice.Foreign is { } other ? new LanguageModel(other.Language.Tag, other.Autonym, other.Direction) : null, notice.Mark);

    /// <summary>When a release was corrected or reinstated last; null where it never was.</summary>
    public static DateModel? Updated(Entry entry, Locale locale) => entry.Edition.Events.IsEmpty ? null : Date(entry.Edition.Modified, locale);

    private static string? NoticeOf(Entry entry, Locale locale) =>
        entry.Label == Label.Machine ? locale.Strings.MachineDraft : entry.Edition.IsStale ? locale.Strings.EarlierVersion : null;

    /// <summary>When something was published.</summary>
    public static DateModel? Date(DateTimeOffset? instant, Locale locale) => instant is { } at ? new DateModel(at, locale) : null;

    /// <summary>A release's topics, those with a page in the language.</summary>
    public ImmutableArray<LinkModel> Topics(Entry entry, Frame frame)
    {
        var links = _topics.GetValue(frame, f => f.Topics.ToDictionary(t => t.Topic.Id, t => TopicLink(t, f), StringComparer.Ordinal));
        return [.. entry.Edition.FrontMatter.Topics.Select(id => links.GetValueOrDefault(id)).OfType<LinkModel>()];
    }

    /// <summary>A link to a topic's page.</summary>
    public LinkModel TopicLink(TopicLink topic, Frame frame) => new(
        urls.Local(topic.Address), topic.Topic.Name.In(frame.Language, frame.Newsroom.DefaultLanguage) ?? topic.Topic.Id,
        topic.Topic.Name.Foreign(frame.Language, frame.Newsroom.DefaultLanguage)?.Tag);

    /// <summary>A link to a series' page.</summary>
    public LinkModel SeriesLink(SeriesLink series, Frame frame) => new(
        urls.Local(series.Address), series.Series.Name.In(frame.Language, frame.Newsroom.DefaultLanguage) ?? series.Series.Id,
        series.Series.Name.Foreign(frame.Language, frame.Newsroom.DefaultLanguage)?.Tag);

    /// <summary>A link to a release.</summary>
    public LinkModel Link(Entry entry, Frame frame) => new(
        urls.Local(entry.Address), entry.Edition.FrontMatter.Headline, entry.Edition.Language == frame.Language ? null : entry.Edition.Language.Tag);

    /// <summary>An image or document of the media library.</summary>
    public LibraryItemModel LibraryItem(LibraryItem item, Frame frame, Locale locale)
    {
        var (media, language) = (item.Media, item.Entry.Edition.Language);
        var file = KitNames.Safe(Path.GetFileName(media.File.Path));
        var image = ImageFiles.TypeOf(media) is null ? null : images.Image(media, locale);
        return new LibraryItemModel(
            urls.Local(media.Address), file, image, media.Item.Caption ?? media.Item.Alt ?? file, ImageModels.KindOf(media), locale.FileSize(media.File.Length),
            media.Item.Credit, media.Item.Licence, Link(item.Entry, frame), Date(item.Entry.Edition.FrontMatter.Published, locale),
            language == frame.Language || locales.Find(language) is not { } other ? null : new LanguageModel(language.Tag, other.Autonym, other.Direction),
            language == frame.Language ? null : locale.Strings.OnlyInLanguage.With(locale.InLanguage(language)));
    }
}
