using System.Text;

namespace PressKit.Formats.Html;

/// <summary>Puts a dateline where the press has it: at the beginning of the text's first paragraph.</summary>
internal static class DatelinedHtml
{
    /// <summary>The text with its dateline; as a line of its own where the text does not begin with a paragraph.</summary>
    /// <param name="html">The text.</param>
    /// <param name="dateline">The dateline.</param>
    /// <param name="space">What stands between it and the first word.</param>
    public static string Of(string html, string dateline, string space)
    {
        var span = $"<span class=\"dateline\">{Escaped(dateline)}</span>";
        var isParagraph = html.StartsWith("<p>", StringComparison.Ordinal) || html.StartsWith("<p ", StringComparison.Ordinal);
        return isParagraph ? html.Insert(html.IndexOf('>', StringComparison.Ordinal) + 1, span + space) : $"<p>{span}</p>\n{html}";
    }

    private static string Escaped(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString();
}
