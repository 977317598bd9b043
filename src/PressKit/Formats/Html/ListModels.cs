using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes the models of lists that may go over several pages.</summary>
/// <param name="urls">Writes addresses.</param>
/// <param name="shared">Makes what all pages show.</param>
/// <param name="entries">Makes entries.</param>
internal sealed class ListModels(SiteUrls urls, SharedModels shared, EntryModels entries)
{
    /// <summary>The model of a list; null for a page of any other kind.</summary>
    public PageModel? Of(LocalPage page, Locale locale) => page switch
    {
        ArchivePage archive => Archive(archive, locale),
        YearPage year => Year(year, locale),
        MonthPage month => Month(month, locale),
        TopicPage topic => Topic(topic, locale),
        SeriesPage series => Series(series, locale),
        MediaLibraryPage library => Library(library, locale),
        _ => null,
    };

    /// <summary>The number of a page in words; null for the newest.</summary>
    public static string? Number(Part part, Locale locale) =>
        part.IsNewest ? null : locale.Strings.PageNumber.With(locale.Number(part.Number));

    private ArchiveModel Archive(ArchivePage page, Locale locale)
    {
        var name = Title(locale.Strings.Archive, page.Part, locale);
        return new ArchiveModel(shared.Head(page, locale, name))
        {
            Number = Number(page.Part, locale),
            Older = Local(page.Part.Older),
            Newer = Local(page.Part.Newer),
            Entries = entries.Of(page.Entries, page.Frame, locale),
            Years = [.. page.Years.Select(y => new PeriodModel(urls.Local(y.Address), YearName(y.Year, locale), Count(y.Count, locale), [], true))],
        };
    }

    private YearModel Year(YearPage page, Locale locale)
    {
        var name = YearName(page.Year, locale);
        return new YearModel(shared.Head(page, locale, $"{locale.Strings.Archive}, {name}"))
        {
            Name = name,
            Count = page.Months.All(m => m.Count is not null) ? Count(page.Months.Sum(m => m.Count!.Value), locale) : null,
            Months =
            [
                .. page.Months.Select(m => new PeriodModel(
                    urls.Local(m.Address), MonthName(m.Month, locale), m.Count is { } count ? Count(count, locale) : null,
                    entries.Of(m.Newest, page.Frame, locale), m.Count is null || m.Count > m.Newest.Length)),
            ],
        };
    }

    private MonthModel Month(MonthPage page, Locale locale)
    {
        var name = MonthName(page.Month, locale);
        var title = Title(name, page.Part, locale);
        return new MonthModel(shared.Head(page, locale, title))
        {
            Number = Number(page.Part, locale),
            Older = Local(page.Part.Older),
            Newer = Local(page.Part.Newer),
            Name = name,
            Year = new LinkModel(urls.Local(page.Year), YearName(page.Month.Year, locale)),
            Count = page.Part.Total is { } total ? Count(total, locale) : null,
            Entries = entries.Of(page.Entries, page.Frame, locale),
        };
    }

    private TopicModel Topic(TopicPage page, Locale locale)
    {
        var site = shared.Site(page.Frame, locale);
        var link = entries.TopicLink(new TopicLink(page.Topic, page.Address), page.Frame);
        var title = Title(link.Name, page.Part, locale);
        return new TopicModel(shared.Head(page, locale, title) with { Feeds = [.. shared.Feeds(page), .. site.Feeds] })
        {
            Number = Number(page.Part, locale),
            Older = Local(page.Part.Older),
            Newer = Local(page.Part.Newer),
            Name = link.Name,
            NameTag = link.Tag,
            Count = page.Part.Total is { } total ? Count(total, locale) : null,
            Entries = entries.Of(page.Entries, page.Frame, locale),
        };
    }

    private SeriesModel Series(SeriesPage page, Locale locale)
    {
        var link = entries.SeriesLink(new SeriesLink(page.Series, page.Address), page.Frame);
        var title = Title(link.Name, page.Part, locale);
        var text = page.Series.Text.Texts.GetValueOrDefault(page.Language);
        return new SeriesModel(shared.Head(page, locale, title, text, page.Entries.FirstOrDefault()))
        {
            Number = Number(page.Part, locale),
            Older = Local(page.Part.Older),
            Newer = Local(page.Part.Newer),
            Name = link.Name,
            NameTag = link.Tag,
            Text = text,
            Count = page.Part.Total is { } total ? Count(total, locale) : null,
            Entries = entries.Of(page.Entries, page.Frame, locale),
        };
    }

    private MediaModel Library(MediaLibraryPage page, Locale locale)
    {
        var title = Title(locale.Strings.MediaLibrary, page.Part, locale);
        return new MediaModel(shared.Head(page, locale, title))
        {
            Number = Number(page.Part, locale),
            Older = Local(page.Part.Older),
            Newer = Local(page.Part.Newer),
            Items = [.. page.Items.Select(i => entries.LibraryItem(i, page.Frame, locale))],
        };
    }

    /// <summary>The title of a page, with its number where it is not the newest.</summary>
    public static string Title(string name, Part part, Locale locale) => Number(part, locale) is { } number ? $"{name}, {number}" : name;

    private static string Count(int releases, Locale locale) => locale.Count(locale.Strings.ReleasesCount, releases);

    private static string YearName(int year, Locale locale) => locale.Year(new DateOnly(year, 1, 1));

    private static string MonthName(DateOnly month, Locale locale) => Casing.Capitalised(locale.YearMonth(month), locale.Language);

    private string? Local(Address? address) => address is { } there ? urls.Local(there) : null;
}
