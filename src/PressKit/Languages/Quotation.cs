using System.Text;

namespace PressKit.Languages;

/// <summary>Puts a text into a language's quotation marks. Marks like them in the text become the language's inner ones, straight ones
/// too, and those that an author put around all of it are not put there twice.</summary>
internal static class Quotation
{
    /// <summary>The text in quotation marks.</summary>
    /// <param name="text">What is quoted.</param>
    /// <param name="outer">The marks around it, with the spaces that belong inside them.</param>
    /// <param name="inner">The marks inside others.</param>
    public static string Of(string text, (string Open, string Close) outer, (string Open, string Close) inner)
    {
        var (open, close) = (outer.Open.Trim(), outer.Close.Trim());
        var inside = Nested(Bare(Bare(text, open, close), "\"", "\""), open, close, inner);
        return outer.Open + Nested(inside, "\"", "\"", inner) + outer.Close;
    }

    /// <summary>The text without the marks around all of it.</summary>
    private static string Bare(string text, string open, string close)
    {
        if (text.Length <= open.Length + close.Length || !text.StartsWith(open, StringComparison.Ordinal) || !text.EndsWith(close, StringComparison.Ordinal)) return text;
        var inside = text[open.Length..^close.Length].Trim();
        return inside.Contains(open, StringComparison.Ordinal) || inside.Contains(close, StringComparison.Ordinal) ? text : inside;
    }

    /// <summary>The text with the marks in it made inner ones; as it is where they are not in pairs.</summary>
    private static string Nested(string text, string open, string close, (string Open, string Close) inner)
    {
        var (nested, isOpen) = (new StringBuilder(text.Length), false);
        for (var i = 0; i < text.Length; i++)
        {
            var mark = isOpen ? close : open;
            if (string.CompareOrdinal(text, i, mark, 0, mark.Length) != 0 || (mark == "\"" && IsInWord(text, i)))
            {
                nested.Append(text[i]);
                continue;
            }

            if (isOpen) TrimEnd(nested);
            nested.Append(isOpen ? inner.Close : inner.Open);
            i += mark.Length - 1;
            isOpen = !isOpen;
            while (isOpen && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])) i++;
        }

        return isOpen ? text : nested.ToString();
    }

    /// <summary>Hebrew writes a straight mark inside of acronyms.</summary>
    private static bool IsInWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text.Length--;
    }
}
