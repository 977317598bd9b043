using System.Globalization;

namespace PressKit.Translation.Checks;

/// <summary>Digits of every script.</summary>
internal static class Digits
{
    /// <summary>The text, of the same length, with every decimal digit in ASCII, and Arabic and full-width signs of numbers too.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u065f')) return text;
        return string.Create(text.Length, text, static (plain, original) =>
        {
            for (var i = 0; i < plain.Length; i++) plain[i] = Plain(original[i]);
        });
    }

    /// <summary>Whether a text has a digit.</summary>
    public static bool Any(string plain) => plain.AsSpan().ContainsAnyInRange('0', '9');

    private static char Plain(char c)
    {
        if (c < '\u0660') return c;
        if (char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
            return (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
        return c switch
        {
            '\u066a' or '％' => '%',
            '\u066b' => '.',
            '\u066c' => ',',
            '．' => '.',
            '，' => '，',
            '：' => ':',
            '＄' => '$',
            '￥' => '¥',
            '－' or '−' => '-',
            _ => c,
        };
    }
}
