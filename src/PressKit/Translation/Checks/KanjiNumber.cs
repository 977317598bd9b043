namespace PressKit.Translation.Checks;

/// <summary>Numbers in Han characters: 三, 十二, 二〇二五, 四百万.</summary>
internal static class KanjiNumber
{
    /// <summary>The number at a place; null where there is none. A lone 千 or 万 is none.</summary>
    public static (int Length, decimal Value)? At(string text, int at)
    {
        var end = at;
        while (end < text.Length && (Digit(text[end]) >= 0 || Scale(text[end]) > 0)) end++;
        if (end == at || (end == at + 1 && Scale(text[at]) >= 1000)) return null;
        var digits = text[at..end];
        if (digits.All(c => Digit(c) >= 0))
        {
            if (digits.Length > 1 && digits.Length != 4 && !digits.Contains('〇', StringComparison.Ordinal)) return (1, Digit(text[at]));
            return (digits.Length, digits.Aggregate(0m, (value, c) => value * 10 + Digit(c)));
        }

        var (total, section, digit) = (0m, 0m, 0m);
        foreach (var c in digits)
        {
            if (Digit(c) is >= 0 and var d)
            {
                digit = d;
                continue;
            }

            var scale = Scale(c);
            if (scale < 10_000) section += Math.Max(digit, 1) * scale;
            else (total, section) = (total + Math.Max(section + digit, 1) * scale, 0);
            digit = 0;
        }

        return (digits.Length, total + section + digit);
    }

    private static int Digit(char c) => c == '零' ? 0 : c == '两' ? 2 : "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);

    private static decimal Scale(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '億' or '亿' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => 0,
    };
}
