using System.Buffers;
using System.Text;

namespace PressKit.Formats;

/// <summary>Text inside HTML that no template writes.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Meaningful = SearchValues.Create("&<>\"'");

    /// <summary>The text with what HTML would read as markup escaped, for elements and quoted attributes alike. Letters of
    /// all scripts stay as they are.</summary>
    public static string Escaped(string text) => !text.AsSpan().ContainsAny(Meaningful) ? text : new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString();
}
