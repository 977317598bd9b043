using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PressKit.Translation.Checks;

/// <summary>Finds dates and times with digits, in words and in figures.</summary>
internal static partial class DateReader
{
    /// <summary>The dates of a text.</summary>
    public static IEnumerable<Quantity> Dates(char[] text, LanguageRules rules)
    {
        var open = new string(text);
        if (HasFigures(open))
        {
            foreach (Match match in Figures().Matches(open))
            {
                if (InFigures(match, rules) is { } date) yield return date;
            }
        }

        // To look for a name is quicker than for a date with one.
        var hasMonth = open.AsSpan().ContainsAny(rules.MonthNames);
        foreach (var (pattern, needsMonth) in rules.Dates)
        {
            if (needsMonth && !hasMonth) continue;
            // What was read is closed meanwhile.
            foreach (Match match in pattern.Matches(open = new string(text)))
            {
                if (InWords(match, rules, text) is { } date) yield return date;
            }
        }
    }

    /// <summary>The times of a text.</summary>
    public static IEnumerable<Quantity> Times(char[] text, LanguageRules rules)
    {
        foreach (var pattern in rules.Times)
        {
            var open = new string(text);
            foreach (Match match in pattern.Matches(open))
            {
                var hour = Int(match, "h");
                var half = match.Groups["p"] is { Success: true } p && rules.Common.DayPeriods.TryGetValue(p.Value.ToLowerInvariant(), out var shift) ? shift : (int?)null;
                var minutes = (half is { } add ? hour % 12 + add : hour % 24) * 60 + (match.Groups["half"].Success ? 30 : Int(match, "m"));
                var (zone, end) = ZoneAt(open, match.Index + match.Length, rules.Common.Zones);
                yield return new Quantity(QuantityKind.Time, new TextSpan(match.Index, end - match.Index), minutes)
                {
                    IsHalfKnown = half is not null || hour > 12 || hour == 0, Zone = zone,
                };
            }
        }
    }

    // A digit, one of the signs that part a date, and a digit.
    private static bool HasFigures(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is '.' or '/' or '-' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])) return true;
        }

        return false;
    }

    private static Quantity? InFigures(Match match, LanguageRules rules)
    {
        var (a, b, c) = (Int(match, "a"), Int(match, "b"), Int(match, "c"));
        var (year, month, day) = match.Groups["a"].Length == 4 ? (a, b, c) : rules.DayFirst ? (c, b, a) : (c, a, b);
        if (month > 12 && day <= 12) (month, day) = (day, month);
        return month is < 1 or > 12 || day is < 1 or > 31 || year < 1000 ? null
            : new Quantity(QuantityKind.Date, new TextSpan(match.Index, match.Length)) { Year = year, Month = month, Day = day, Raw = match.Value };
    }

    private static Quantity? InWords(Match match, LanguageRules rules, char[] text)
    {
        var day = Int(match, "d");
        var month = MonthOf(match.Groups["mon"].Value, rules.Months);
        var year = match.Groups["y"].Value == "元" ? 1 : Int(match, "y");
        if (match.Groups["era"] is { Success: true } era) year += rules.House.Eras.GetValueOrDefault(era.Value);
        if (match.Groups["mon"].Success && month is < 1 or > 12 || day > 31) return null;
        var end = match.Index + match.Length;
        var rest = new string(text, end, Math.Min(16, text.Length - end)).TrimStart();
        if (year > 0 && rules.BeforeChrist.Any(b => rest.StartsWith(b, StringComparison.Ordinal))) year = -year;
        var isMonth = day == 0 && year == 0;
        return new Quantity(isMonth ? QuantityKind.Month : QuantityKind.Date, new TextSpan(match.Index, match.Length))
        {
            Day = day, Month = month, Year = year, Raw = match.Value,
            Weekday = match.Groups["w"] is { Success: true } weekday ? IndexOf(weekday.Value, rules.Weekdays) : -1,
        };
    }

    private static int MonthOf(string name, ImmutableArray<ImmutableArray<string>> months) =>
        name.Length == 0 ? 0 : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : IndexOf(name, months) + 1;

    private static int IndexOf(string name, ImmutableArray<ImmutableArray<string>> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Contains(name, StringComparer.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    private static (int? Zone, int End) ZoneAt(string text, int end, Dictionary<string, int> zones)
    {
        var at = end;
        while (at < text.Length && text[at] is ' ' or '\u00a0' or '\u202f' or '(' or '（' or ',') at++;
        foreach (var (name, offset) in zones.OrderByDescending(z => z.Key.Length))
        {
            if (string.CompareOrdinal(text, at, name, 0, name.Length) != 0) continue;
            var after = at + name.Length;
            if (after < text.Length && (char.IsAsciiLetter(text[after]) || name == "Z" && at > end)) continue;
            var shift = Shift().Match(text, after, text.Length - after);
            if (!shift.Success || shift.Index != after || offset != 0) return (offset, after);
            var sign = shift.Value[0] == '+' ? 1 : -1;
            return (sign * (Int(shift, "h") * 60 + Int(shift, "m")), after + shift.Length);
        }

        return (null, end);
    }

    private static int Int(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex(@"(?<![\d.,/-])((?<a>\d{4})-(?<b>\d{1,2})-(?<c>\d{1,2})|(?<a>\d{4})/(?<b>\d{1,2})/(?<c>\d{1,2})|(?<a>\d{1,2})(?<s>[./-])(?<b>\d{1,2})\k<s>(?<c>\d{4}))(?![\d/-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"[+-](?<h>\d{1,2})(:(?<m>\d\d))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shift();
}
