using System.Collections.Immutable;
using System.Globalization;
using PressKit.Languages;

namespace PressKit.Templates.Models;

/// <summary>A release in a list.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Summary">One or two sentences; null where nobody wrote any.</param>
/// <param name="Date">When it was published; null for a preview of what has no date yet.</param>
/// <param name="Topics">Its topics.</param>
/// <param name="Event">Its last correction, or its return after a withdrawal; null where there was none.</param>
/// <param name="Image">Its lead image; null where there is none.</param>
/// <param name="Notice">That a machine translated it and nobody has revised it, or that its source has changed since, in a word or two;
/// null where neither is so.</param>
/// <param name="Language">The language of its headline and summary and of the page that it leads to, where that is not this page's;
/// else null.</param>
/// <param name="LanguageNotice">That there is nothing but that language, in a few words of this page's; null where there is more.</param>
public sealed record EntryModel(
    string Url, string Headline, string? Summary, DateModel? Date, ImmutableArray<LinkModel> Topics, EventModel? Event, ImageModel? Image,
    string? Notice, LanguageModel? Language, string? LanguageNotice);

/// <summary>A date.</summary>
/// <param name="instant">The instant, of which readers are told the day.</param>
/// <param name="locale">The page's language.</param>
public sealed class DateModel(DateTimeOffset instant, Locale locale)
{
    /// <summary>For machines, in ISO 8601 with its offset: <c>2025-11-03T09:00:00+01:00</c>.</summary>
    public string Iso => InIso(instant);

    /// <summary>For readers, in the page's language, with the month in full.</summary>
    public string Text => locale.Date(Day);

    /// <summary>The same in little room.</summary>
    public string Short => locale.ShortDate(Day);

    private DateOnly Day => DateOnly.FromDateTime(instant.Date);

    /// <summary>An instant in ISO 8601 with its offset.</summary>
    public static string InIso(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
