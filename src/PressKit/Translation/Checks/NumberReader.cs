using System.Globalization;

namespace PressKit.Translation.Checks;

/// <summary>Reads digits as the language writes them: its own separators first, and else those of another language.</summary>
internal static class NumberReader
{
    private const string Spaces = "\u00a0\u202f\u2009 ";

    /// <summary>The number that begins at a digit: how long it is, its value, and whether its separators are foreign.</summary>
    public static (int Length, decimal Value, bool IsForeign) Read(string plain, int start, LanguageRules rules)
    {
        var length = LengthAt(plain, start);
        while (true)
        {
            var token = plain.Substring(start, length);
            if (Parse(token, rules.Decimal, rules.Group) is { } own) return (length, own, token.AsSpan().IndexOfAny('\'', '’') > 0 && !IsSwiss(rules.Language));
            // A sign of neither kind before three digits groups them.
            var at = token.IndexOfAny(['.', ',']);
            var grouped = at > 0 && token.Length - at == 4 ? Parse(token, "\0", token[at].ToString()) : null;
            if ((grouped ?? (rules.Decimal == "," ? Parse(token, ".", ",") : Parse(token, ",", "."))) is { } other) return (length, other, true);

            // Not one number: a list, or a number at the end of a clause.
            length = token.LastIndexOfAny(['.', ',', '\'', '’', .. Spaces]);
        }
    }

    /// <summary>A number as the language writes it.</summary>
    public static string Write(decimal value, LanguageRules rules)
    {
        var text = value.ToString("0.##########", CultureInfo.InvariantCulture).Split('.');
        var whole = text[0].TrimStart('-');
        if (whole.Length >= 3 + rules.MinimumGroupingDigits)
        {
            for (var i = whole.Length - 3; i > 0; i -= 3) whole = whole.Insert(i, rules.Group);
        }

        return (value < 0 ? "-" : "") + whole + (text.Length > 1 ? rules.Decimal + text[1] : "");
    }

    // Only there an apostrophe groups digits.
    private static bool IsSwiss(Language language) => language.Tag.EndsWith("-CH", StringComparison.Ordinal) || language.Tag.EndsWith("-LI", StringComparison.Ordinal);

    private static int LengthAt(string plain, int start)
    {
        var at = start;
        var first = true;
        while (true)
        {
            var run = at;
            while (at < plain.Length && char.IsAsciiDigit(plain[at])) at++;
            if (at >= plain.Length - 1) break;
            var space = Spaces.Contains(plain[at], StringComparison.Ordinal);
            if (!space && plain[at] is not ('.' or ',' or '\'' or '’') || !char.IsAsciiDigit(plain[at + 1])) break;
            var following = at + 1;
            while (following < plain.Length && char.IsAsciiDigit(plain[following])) following++;
            if (space && (following - at != 4 || at - run > 3 || (!first && at - run != 3))) break;
            first = false;
            at++;
        }

        return at - start;
    }

    /// <summary>The value of digits with these separators; null where they are not placed as in a number.</summary>
    private static decimal? Parse(string token, string point, string group)
    {
        var parts = token.Split(point[0]);
        if (parts.Length > 2) return null;
        var groups = parts[0].Split([group[0], '’', '\'', .. Spaces]);
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(g => g.Length != 3))) return null;
        if (parts.Length == 2 && !parts[1].All(char.IsAsciiDigit)) return null;
        var digits = string.Concat(groups);
        if (!digits.All(char.IsAsciiDigit) || digits.Length is 0 or > 20) return null;
        return decimal.TryParse(digits + (parts.Length == 2 ? "." + parts[1] : ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value : null;
    }
}
