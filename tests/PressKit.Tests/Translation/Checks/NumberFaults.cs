using System.Collections.Immutable;
using PressKit.Translation.Checks;

namespace PressKit.Tests.Translation.Checks;

/// <summary>Faults of numbers, dates, times and what is written with them.</summary>
internal static class NumberFaults
{
    private static readonly (string From, string To)[] Money =
        [("dollari", "euro"), ("$", "€"), ("dollars", "euros"), ("Dollar", "Euro"), ("dólares", "euros"), ("dòlars", "euros"), ("dollar", "euro"), ("dolarów", "euro"), ("долларов", "евро"),
        ("ドル", "円"), ("美元", "欧元"), ("달러", "유로"), ("دولار", "يورو"), ("euros", "dollars"), ("euro", "sterline"), ("Euro", "Franken"), ("€", "£"), ("евро", "юаней"), ("ユーロ", "ドル"), ("欧元", "英镑"), ("유로", "엔"), ("يورو", "ريال")];

    private static readonly (string From, string To)[] Units = [(" km", " m"), ("km", "m"), ("キロメートル", "メートル"), ("公里", "米"), (" كم", " م"), (" км", " м")];

    public static ImmutableArray<Fault> All { get; } =
    [
        new("numbers", ChangedDigit), new("numbers", LostNumber), new("numbers", ForeignSeparator), new("numbers", LostScale),
        new("extra-number", (s, r) => Pair(s) is { Code: false } && SpaceBetweenWords(s, r) is { } at ? Fault.Edit(s, at, 0, " 377") : null),
        new("number-format", OtherFormat),
        new("currency-amount", (s, _) => Swapped(s, Money)),
        new("units", (s, _) => Swapped(s, Units)),
        new("dates", OtherDay), new("dates", (s, r) => OtherName(s, r, l => l.Months)), new("dates", (s, r) => OtherName(s, r, l => l.Weekdays)), new("dates", OtherYear),
        new("times-zones", OtherTime),
        new("times-zones", (s, _) => s.Target.Text.IndexOf("CET", StringComparison.Ordinal) is > 0 and var at ? Fault.Edit(s, at, 3, "EST") : null, (t, l) => l.Language.Primary == "ja" || l.Language.Primary == "zh" ? Fault.Before(t, "（14:30 CET）") : Fault.Before(t, "(14:30 CET)")),
        new("number-in-word", (s, r) => s.Unit.To.Unspaced || s.Unit.To.Language.Primary is "ko" or "ar" or "ru" ? null
            : Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && i + 5 < t.Length && t[i] == ' ' && char.IsDigit(t[i - 1]) && t.AsSpan(i + 1, 4).IndexOfAnyExceptInRange('a', 'z') < 0
                && (i + 5 == t.Length || !char.IsAsciiDigit(t[i + 1])) && !HasUnit(t, i)), r) is { } at ? Fault.Edit(s, at, 1, "") : null),
        new("percent-sign-spacing", (s, _) => s.Target.Text.IndexOf('%', StringComparison.Ordinal) is > 1 and var at ? char.IsDigit(s.Target.Text[at - 1]) ? Fault.Edit(s, at, 0, " ") : Fault.Edit(s, at - 1, 1, "") : null),
    ];

    // A whole sentence and no code between words, so that a number can stand anywhere.
    private static (bool Code, int Length) Pair(CheckedSegment s) => (s.Target.Text.Contains(CheckedText.Code, StringComparison.Ordinal), s.Target.Text.Length);

    private static int? SpaceBetweenWords(CheckedSegment s, Random r) => s.Unit.To.Unspaced
        ? Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => i > 0 && char.IsLetter(t[i]) && !char.IsAscii(t[i]) && char.IsLetter(t[i - 1]) && !char.IsAscii(t[i - 1])
            && t[i] is not ('年' or '月' or '日' or '万' or '億' or '亿' or '時' or '时') && t[i - 1] is not ('第')), r)
        : Fault.AnyOf(Fault.Places(s.Target.Text, (t, i) => t[i] == ' ' && i > 1 && i + 2 < t.Length && char.IsLetter(t[i - 1]) && char.IsLetter(t[i + 1]) && char.IsLetter(t[i + 2])), r);

    private static bool HasUnit(string text, int space) => text.AsSpan(space + 1).StartsWith("mili", StringComparison.Ordinal) || text.AsSpan(space + 1).StartsWith("mill", StringComparison.Ordinal)
        || text.AsSpan(space + 1).StartsWith("doll", StringComparison.Ordinal) || text.AsSpan(space + 1).StartsWith("dóla", StringComparison.Ordinal) || text.AsSpan(space + 1).StartsWith("euro", StringComparison.Ordinal)
        || text.AsSpan(space + 1).StartsWith("dola", StringComparison.Ordinal) || text.AsSpan(space + 1).StartsWith("mila", StringComparison.Ordinal);

    /// <summary>Runs of digits that are a number of their own, not part of an address, a date or a time.</summary>
    private static List<(int Start, int Length)> Numbers(CheckedSegment s)
    {
        var (text, found) = (s.Target.Text, new List<(int, int)>());
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (text[i] is '.' or ',' || text[i].ToString() == s.Unit.To.Group && i - start <= 3)))) i++;
            var (before, after) = (start > 0 ? text[start - 1] : ' ', i < text.Length ? text[i] : ' ');
            if (char.IsAsciiLetter(before) || before is '/' or '@' or '+' or '.' or ':' or '-' || after is '@' or ':' or '/' or '年' or '月' or '日' or '时' or '時' or '分' or '년' or '월' or '일' or '시' or '분' || char.IsAsciiLetter(after)) continue;
            if (s.Source.Text.Contains(':', StringComparison.Ordinal) && i - start == 2 && text[start..].Contains(':', StringComparison.Ordinal) && after == ':') continue;
            if (IsDated(s, text, start, i) || s.TargetQuantities.Of(QuantityKind.Time).Any(q => q.Span.Overlaps(new TextSpan(start, i - start)))) continue;
            found.Add((start, i - start));
        }

        return found;
    }

    private static bool IsDated(CheckedSegment s, string text, int start, int end)
    {
        var from = Math.Max(0, start - 18);
        var around = text[from..Math.Min(text.Length, end + 22)];
        return CleanPairs.Written.TryGetValue(s.Unit.To.Language.Tag, out var l) && l.Months.Any(m => around.Contains(m, StringComparison.OrdinalIgnoreCase)) || around.Contains("+39", StringComparison.Ordinal);
    }

    private static InlineContent? ChangedDigit(CheckedSegment s, Random r)
    {
        var numbers = Numbers(s);
        if (numbers.Count == 0) return null;
        var (start, length) = numbers[r.Next(numbers.Count)];
        var digits = Enumerable.Range(start, length).Where(i => char.IsAsciiDigit(s.Target.Text[i])).ToList();
        var at = digits[r.Next(digits.Count)];
        var other = (char)('0' + (s.Target.Text[at] - '0' + r.Next(1, 9)) % 10);
        return other == '0' && at == start ? null : Fault.Edit(s, at, 1, other.ToString());
    }

    private static InlineContent? LostNumber(CheckedSegment s, Random r)
    {
        var numbers = Numbers(s).Where(n => n.Length > 1).ToList();
        if (numbers.Count == 0) return null;
        var (start, length) = numbers[r.Next(numbers.Count)];
        return Fault.Edit(s, start, length + (start + length < s.Target.Text.Length && s.Target.Text[start + length] == ' ' ? 1 : 0), "");
    }

    // 4.600 left as it is where a point divides the fraction.
    private static InlineContent? ForeignSeparator(CheckedSegment s, Random r)
    {
        var separator = s.Unit.To.Group == "," ? "." : s.Unit.To.Group == "." ? "," : null;
        if (separator is null) return null;
        var numbers = Numbers(s).Where(n => s.Target.Text.Substring(n.Start, n.Length).Count(c => c.ToString() == s.Unit.To.Group) == 1 && n.Length - s.Target.Text.Substring(n.Start, n.Length).IndexOf(s.Unit.To.Group, StringComparison.Ordinal) == 4).ToList();
        if (numbers.Count == 0) return null;
        var (start, length) = numbers[r.Next(numbers.Count)];
        return Fault.Edit(s, start, length, s.Target.Text.Substring(start, length).Replace(s.Unit.To.Group, separator, StringComparison.Ordinal));
    }

    private static InlineContent? LostScale(CheckedSegment s, Random r)
    {
        foreach (var scale in new[] { " milioni", " million", " millions", " Millionen", " millones", " milhões", " milions", " miljoen", " milionów", " миллионов", "万", "億", "亿", "만", " مليون" })
        {
            var at = s.Target.Text.IndexOf(scale, StringComparison.Ordinal);
            if (at > 0 && char.IsAsciiDigit(s.Target.Text[at - 1]) && !s.Target.Text[(at + scale.Length)..].StartsWith('s') && !(at + scale.Length < s.Target.Text.Length && char.IsAsciiDigit(s.Target.Text[at + scale.Length]))) return Fault.Edit(s, at, scale.Length, "");
        }

        return null;
    }

    private static InlineContent? OtherFormat(CheckedSegment s, Random r)
    {
        if (!CleanPairs.Written.TryGetValue(s.Unit.To.Language.Tag, out var own)) return null;
        var numbers = Numbers(s).Where(n => n.Length > 3).ToList();
        if (numbers.Count == 0) return null;
        var (start, length) = numbers[r.Next(numbers.Count)];
        var text = s.Target.Text.Substring(start, length);
        if (s.Unit.To.House.Script == "Arab" && text.All(char.IsAsciiDigit)) return Fault.Edit(s, start, length, string.Concat(text.Select(c => (char)('٠' + c - '0'))));
        if (s.Unit.To.House.FullWidth && text.All(char.IsAsciiDigit)) return Fault.Edit(s, start, length, string.Concat(text.Select(c => (char)('０' + c - '0'))));
        // A group of another language that cannot be read as a fraction here.
        if (own.Group is "." or "," && text.Contains(own.Group, StringComparison.Ordinal) && !s.Unit.To.Unspaced) return Fault.Edit(s, start, length, text.Replace(own.Group, "’", StringComparison.Ordinal));
        return own.Group is "." or "," || !text.Contains(own.Group, StringComparison.Ordinal) ? null : Fault.Edit(s, start, length, text.Replace(own.Group, own.Decimal == "," ? "." : ",", StringComparison.Ordinal));
    }

    private static InlineContent? Swapped(CheckedSegment s, (string From, string To)[] words)
    {
        var text = s.Target.Text;
        foreach (var (from, to) in words)
        {
            var at = text.IndexOf(from, StringComparison.Ordinal);
            var besideNumber = at >= 0 && text.AsSpan(Math.Max(0, at - 12), Math.Min(text.Length - Math.Max(0, at - 12), 24 + from.Length)).ContainsAnyInRange('0', '9');
            if (!besideNumber || (at + from.Length < text.Length && char.IsAsciiLetter(text[at + from.Length]) && from.Length > 1)) continue;
            if (from.Trim() is "km" or "كم" or "км" && !char.IsDigit(text[Math.Max(0, at - 1)])) continue;
            return Fault.Edit(s, at, from.Length, s.Unit.To.Language.Primary switch
            {
                "it" when to == "euros" => "euro",
                "en" when to == "sterline" => "pounds",
                _ => to == "sterline" ? "USD" : to,
            });
        }

        return null;
    }

    private static InlineContent? OtherDay(CheckedSegment s, Random r)
    {
        if (!CleanPairs.Written.TryGetValue(s.Unit.To.Language.Tag, out var l)) return null;
        for (var i = 0; i < s.Target.Text.Length; i++)
        {
            if (!char.IsAsciiDigit(s.Target.Text[i]) || (i > 0 && char.IsAsciiDigit(s.Target.Text[i - 1]))) continue;
            var end = i;
            while (end < s.Target.Text.Length && char.IsAsciiDigit(s.Target.Text[end])) end++;
            var (before, after) = (s.Target.Text[..i].TrimEnd(), s.Target.Text[end..].TrimStart('.', ' '));
            var isDay = end - i <= 2 && (l.Months.Any(m => after.StartsWith(m, StringComparison.Ordinal) || after.StartsWith("de " + m, StringComparison.Ordinal) || after.StartsWith("d’" + m, StringComparison.Ordinal) || before.EndsWith(m, StringComparison.Ordinal) && m.Length > 2)
                || s.Target.Text[end..].StartsWith('日') || s.Target.Text[end..].StartsWith('일'));
            if (!isDay || after.StartsWith('月') || after.StartsWith('월')) continue;
            var day = int.Parse(s.Target.Text[i..end], System.Globalization.CultureInfo.InvariantCulture);
            return Fault.Edit(s, i, end - i, (day % 27 + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return null;
    }

    private static InlineContent? OtherName(CheckedSegment s, Random r, Func<PairLanguage, string[]> names)
    {
        if (!CleanPairs.Written.TryGetValue(s.Unit.To.Language.Tag, out var l)) return null;
        var list = names(l);
        for (var i = list.Length - 1; i >= 0; i--)
        {
            var at = s.Target.Text.IndexOf(list[i], StringComparison.Ordinal);
            if (at < 0 || list[i].Length < 2 || (at > 0 && (char.IsLetter(s.Target.Text[at - 1]) && list[i][0] < '\u1100' || char.IsDigit(s.Target.Text[at - 1])))) continue;
            if (at + list[i].Length < s.Target.Text.Length && char.IsLetter(s.Target.Text[at + list[i].Length]) && list[i][0] < '\u1100' && !char.IsDigit(list[i][0])) continue;
            // "May" and "March" are words, and a month alone may stand for something else.
            if (!s.Target.Text.AsSpan(Math.Max(0, at - 4)).ContainsAnyInRange('0', '9') || !s.SourceQuantities.All.Any(q => q.Month > 0 || q.Weekday >= 0)) continue;
            return Fault.Edit(s, at, list[i].Length, list[(i + r.Next(1, list.Length)) % list.Length]);
        }

        return null;
    }

    private static InlineContent? OtherYear(CheckedSegment s, Random r)
    {
        var at = Fault.Places(s.Target.Text, (t, i) => i + 4 <= t.Length && t[i] == '2' && t[i + 1] == '0' && t[i + 2] == '2' && char.IsAsciiDigit(t[i + 3]) && (i == 0 || !char.IsLetterOrDigit(t[i - 1]) || t[i - 1] > '\u2e80') && (i + 4 == t.Length || !char.IsDigit(t[i + 4])));
        if (at.Count == 0 || !s.SourceQuantities.All.Any(q => q.Year > 0)) return null;
        return Fault.Edit(s, at[0] + 3, 1, ((char)('0' + (s.Target.Text[at[0] + 3] - '0' + 3) % 10)).ToString());
    }

    private static InlineContent? OtherTime(CheckedSegment s, Random r)
    {
        foreach (var mark in new[] { ":", "時", "时", "시", " h ", "h" })
        {
            var at = s.Target.Text.IndexOf(mark, StringComparison.Ordinal);
            if (at < 2 || !char.IsAsciiDigit(s.Target.Text[at - 1]) || !char.IsAsciiDigit(s.Target.Text[at - 2]) || s.Target.Text[(at + mark.Length)..].TrimStart().Length == 0 || !char.IsAsciiDigit(s.Target.Text[(at + mark.Length)..].TrimStart()[0])) continue;
            return Fault.Edit(s, at - 1, 1, ((char)('0' + (s.Target.Text[at - 1] - '0' + 1) % 4)).ToString());
        }

        return null;
    }
}
