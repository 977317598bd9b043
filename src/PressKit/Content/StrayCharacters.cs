using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Content;

/// <summary>Characters that come with something pasted and that no text has: control characters but tabs and line ends, what Unicode
/// keeps for no character, and halves of a pair. HTML and XML may not hold them (HTML, 3.2.5.4; XML 1.0, 2.2). With them go the marks
/// that write letters backwards (Unicode Bidirectional Algorithm, 2.2): with one, a text shows other figures than it says.</summary>
internal static partial class StrayCharacters
{
    private static readonly SearchValues<char> Stray = SearchValues.Create(string.Concat(
        Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n')).Concat(['\u202D', '\u202E', '\uFFFE', '\uFFFF'])));

    /// <summary>The text without them; the first is reported.</summary>
    /// <param name="text">The text, whose line ends are LF.</param>
    /// <param name="at">The place of an offset in it.</param>
    /// <param name="problems">Takes a warning.</param>
    public static string TakeOut(string text, Func<int, Place> at, Problems problems)
    {
        if (First(text) is not (>= 0 and var first)) return text;
        problems.Warn("content.stray-character", at(first), FormattableString.Invariant($"U+{(int)text[first]:X4} is no character of a text and is left out."),
            "Delete it: it came with something pasted, and editors hardly show it.");
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]) && !Stray.Contains(text[i])) clean.Append(text[i]);
        }

        return clean.ToString();
    }

    /// <summary>A text or HTML without the marks that write letters backwards, which entities and translations can bring in too.</summary>
    public static string Upright(string text) =>
        text.AsSpan().IndexOfAny('\u202D', '\u202E') < 0 && !text.Contains("&#", StringComparison.Ordinal) ? text : Backwards().Replace(text, "");

    [GeneratedRegex("[\u202D\u202E]|&#(x0*202[de](?![0-9a-f])|0*823[78](?![0-9]));?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Backwards();

    private static int First(string text)
    {
        var stray = text.AsSpan().IndexOfAny(Stray);
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length && (stray < 0 || i < stray); i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return i;
            i++;
        }

        return stray;
    }
}
