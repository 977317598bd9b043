using PressKit.Languages;

namespace PressKit.Formats;

/// <summary>Puts a dateline where the press has it: at the beginning of the text's first paragraph.</summary>
internal static class DatelinedText
{
    /// <summary>The dateline of an edition; null where its front matter names no place.</summary>
    public static string? Dateline(FrontMatter front, Locale locale)
    {
        if (front.Dateline is not { Place: not null } dateline) return null;
        var date = dateline.Date ?? (front.Published is { } at ? DateOnly.FromDateTime(at.Date) : null);
        return date is { } day ? locale.Dateline(dateline.Place, day) : dateline.Place;
    }

    /// <summary>The text with its dateline; as a line of its own where the text does not begin with a paragraph.</summary>
    /// <param name="html">The text.</param>
    /// <param name="dateline">The dateline.</param>
    /// <param name="language">The language, which decides on the space behind the dateline.</param>
    public static string Of(string html, string dateline, Language language)
    {
        var span = $"<span class=\"dateline\">{HtmlText.Escaped(dateline)}</span>";
        var space = language.Unspaced ? "\u3000" : " ";
        var isParagraph = html.StartsWith("<p>", StringComparison.Ordinal) || html.StartsWith("<p ", StringComparison.Ordinal);
        return isParagraph ? html.Insert(html.IndexOf('>', StringComparison.Ordinal) + 1, span + space) : $"<p>{span}</p>\n{html}";
    }
}
