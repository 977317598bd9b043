using System.Text;

namespace PressKit.Languages;

/// <summary>Capital letters as a language writes them, where Unicode's plain mapping is not enough.</summary>
internal static class Casing
{
    /// <summary>All in capitals: <c>MÜNCHEN</c>, <c>MEISSEN</c>, <c>İZMİR</c> in Turkish.</summary>
    public static string Capitals(string text, Language language)
    {
        if (language.Primary is "tr" or "az") text = text.Replace('i', 'İ').Replace('ı', 'I');
        return text.Replace("ß", "SS", StringComparison.Ordinal).ToUpperInvariant();
    }

    /// <summary>With a capital in front. Georgian has none there.</summary>
    public static string Capitalised(string text, Language language)
    {
        if (text.Length == 0 || language.Primary == "ka") return text;
        Rune.DecodeFromUtf16(text, out var first, out var length);
        return Capitals(first.ToString(), language) + text[length..];
    }
}
