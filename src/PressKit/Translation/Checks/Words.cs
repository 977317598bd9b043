using System.Text;

namespace PressKit.Translation.Checks;

/// <summary>Words of a text, in scripts that put spaces between them.</summary>
internal static class Words
{
    /// <summary>Whether a character makes one word with its neighbours: a letter or mark of a script with spaces.</summary>
    public static bool Joins(char c) => c is not (>= '\u1100' and <= '\u11ff') and < '\u2e80' && (char.IsLetter(c) || IsMark(c));

    /// <summary>Whether a character is of Chinese, Japanese or Korean writing, full-width punctuation included.</summary>
    public static bool IsEastAsian(char c) => c is (>= '\u2e80' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef');

    /// <summary>Whether a character is a Han character or kana.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

    /// <summary>The words with their places.</summary>
    public static List<(string Word, TextSpan Span)> Of(string text)
    {
        var words = new List<(string, TextSpan)>();
        for (var at = 0; at < text.Length;)
        {
            if (!Joins(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && Joins(text[at])) at++;
            words.Add((text[start..at], new TextSpan(start, at - start)));
        }

        return words;
    }

    /// <summary>Letters without marks, in lower case: <c>Tóquio</c> and <c>toquio</c> are the same.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(c) && c != '\u0640') folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
