using PressKit.Editions;
using PressKit.Languages;

namespace PressKit.Formats;

/// <summary>What a page or a feed says, in the reader's language, of a correction, a withdrawal or a reinstatement.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Title">What it was, in a word or two.</param>
/// <param name="Date">The date.</param>
/// <param name="Text">Why.</param>
/// <param name="Language">The language of <paramref name="Text"/>.</param>
/// <param name="Foreign">The locale of that language where it is not the reader's; else null.</param>
/// <param name="Mark">That the text is in another language, or that nobody has revised a machine's translation of it; null where
/// neither is so.</param>
internal sealed record EventNotice(
    EventKind Kind, DateTimeOffset At, string Title, string Date, string Text, Language Language, Locale? Foreign, string? Mark)
{
    /// <summary>A notice in a language.</summary>
    /// <param name="told">What is told.</param>
    /// <param name="locale">The reader's language.</param>
    /// <param name="locales">How languages are written.</param>
    /// <param name="label">What the page says of its text: where all of it is a machine's, nothing is said twice.</param>
    public static EventNotice Of(EventText told, Locale locale, Locales locales, Label label = Label.None)
    {
        var strings = locale.Strings;
        var isForeign = told.Language != locale.Language;
        return new EventNotice(
            told.Event.Kind, told.Event.At,
            told.Event.Kind switch { EventKind.Withdrawal => strings.GoneTitle, EventKind.Reinstatement => strings.Reinstated, _ => strings.Correction },
            locale.Date(DateOnly.FromDateTime(told.Event.At.Date)), told.Text, told.Language, isForeign ? locales.Find(told.Language) : null,
            isForeign ? strings.OnlyInLanguage.With(locale.InLanguage(told.Language))
            : told.IsMachine && label != Label.Machine ? strings.MachineDraft : null);
    }

    /// <summary>The notices of an edition, the newest first.</summary>
    public static IEnumerable<EventNotice> Of(Edition edition, Label label, Locale locale, Locales locales) =>
        edition.Events.IsEmpty ? [] : edition.Events.Reverse().Select(told => Of(told, locale, locales, label));

    /// <summary>A line of plain text.</summary>
    public string Line => string.Join(" – ", new[] { Title, Date, Text }.Select(part => part.ReplaceLineEndings(" ")));

    /// <summary>A paragraph of HTML that can be read anywhere.</summary>
    public string Html
    {
        get
        {
            var text = HtmlText.Escaped(Text);
            if (Foreign is { } other) text = $"<span lang=\"{other.Language}\" dir=\"{other.Direction}\">{text}</span>";
            var mark = Mark is null ? "" : $" <em>({HtmlText.Escaped(Mark)})</em>";
            return $"<p><strong>{HtmlText.Escaped(Title)}</strong> {HtmlText.Escaped(Date)}<br>{text}{mark}</p>\n";
        }
    }
}
