using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>Finds numbers, dates and times in a text of a language: dates first, then times, then what digits are left, then
/// words. What was read is not read again.</summary>
internal sealed class QuantityReader
{
    private readonly LanguageRules _rules;
    private readonly string _text;
    private readonly char[] _open;
    private readonly List<Quantity> _found = [];

    private QuantityReader(CheckedText text, LanguageRules rules)
    {
        (_rules, _text) = (rules, text.Plain);
        _open = _text.ToCharArray();
    }

    /// <summary>The quantities of a text.</summary>
    public static QuantityList Read(CheckedText text, LanguageRules rules)
    {
        var reader = new QuantityReader(text, rules);
        var literals = Literal.Of(reader._text);
        foreach (var literal in literals) reader.Close(literal.Span);
        if (Digits.Any(text.Plain))
        {
            foreach (var date in DateReader.Dates(reader._open, rules)) reader.Add(date);
            foreach (var time in DateReader.Times(reader._open, rules)) reader.Add(time);
            reader.ReadNumbers();
        }

        reader.ReadWords();
        return new QuantityList([.. reader._found.OrderBy(q => q.Span.Start)], [.. literals]);
    }

    private void Add(Quantity quantity)
    {
        _found.Add(quantity);
        Close(quantity.Span);
    }

    private void Close(TextSpan span) => Array.Fill(_open, CheckedText.Code, span.Start, span.Length);

    private void ReadNumbers()
    {
        for (var at = 0; at < _open.Length; at++)
        {
            if (char.IsAsciiDigit(_open[at])) Add(NumberAt(at));
        }
    }

    private Quantity NumberAt(int start)
    {
        var open = new string(_open);
        var (length, value, foreign) = NumberReader.Read(open, start, _rules);
        var digits = new TextSpan(start, length);
        var before = CurrencyBefore(open, start);
        var end = digits.End;
        var scaled = false;
        while (ScaleAt(open, end, before.Code is not null) is var (scaleEnd, scale))
        {
            (value, end, scaled) = (value * scale, scaleEnd, true);
            // 4万2,000, 4만 2천: a smaller number with its own scale is added.
            var isKorean = _rules.Language.Primary == "ko";
            var next = isKorean ? SkipSpace(open, end) : end;
            if (!(_rules.Unspaced || isKorean) || next >= open.Length || !char.IsAsciiDigit(open[next])) break;
            var (rest, added, _) = NumberReader.Read(open, next, _rules);
            var inner = ScaleAt(open, next + rest, hasCurrency: false);
            if (added * (inner?.Scale ?? 1) >= scale || (next > end && inner is null)) break;
            (value, end) = (value + added * (inner?.Scale ?? 1), inner?.End ?? next + rest);
            break;
        }

        var quantity = new Quantity(QuantityKind.Number, default, IsNegative(open, start) ? -value : value)
        {
            Raw = open.Substring(start, length), Digits = digits, IsForeign = foreign, IsScaled = scaled,
        };
        return Measured(open, quantity, before, end);
    }

    /// <summary>The number with what stands around it: per cent, money, a unit.</summary>
    private Quantity Measured(string open, Quantity number, (string? Code, int Start) before, int end)
    {
        var start = before.Code is null ? number.Digits.Start : before.Start;
        var after = SkipSpace(open, end);
        if (NameAt(open, after, _rules.Percents) is var (percentEnd, _))
            return number with { IsPercent = true, Span = new TextSpan(start, percentEnd - start) };
        foreach (var word in _rules.House.PercentBefore)
        {
            if (open.AsSpan(0, start).EndsWith(word, StringComparison.Ordinal))
                return number with { IsPercent = true, Span = new TextSpan(start - word.Length, end - start + word.Length) };
        }

        if (before.Code is not null) return number with { Currency = before.Code, Span = new TextSpan(start, end - start) };
        if (NameAt(open, SkipJoin(open, after), _rules.CurrencyNames) is var (moneyEnd, currency))
            return number with { Currency = currency, Span = new TextSpan(start, moneyEnd - start) };
        if (NameAt(open, after, _rules.UnitNames) is var (unitEnd, unit) && !(unit is "in" or "mi" or "l" && unitEnd - after < 3))
            return number with { Unit = unit, Span = new TextSpan(start, unitEnd - start) };
        return number with { Span = new TextSpan(start, end - start), IsDecade = IsDecade(open, number, end), IsVersion = IsVersion(open, number) };
    }

    private (int End, decimal Scale)? ScaleAt(string open, int end, bool hasCurrency)
    {
        var at = end;
        if (_rules.Unspaced && at < open.Length && open[at] is '多' or '余' or '几') at++;
        if (_rules.Scales.At(open, at) is { } adjacent && (adjacent.Length > 1 || hasCurrency || Words.IsUnspaced(open[at]) || _rules.Language.Primary == "ko"))
            return (Tail(open, at + adjacent.Length), adjacent.Value);
        at = SkipSpace(open, end);
        if (at > end && _rules.Scales.At(open, at) is { } scale && (scale.Length > 1 || hasCurrency)) return (at + scale.Length, scale.Value);
        return null;

        static int Tail(string open, int end) => end < open.Length && open[end] is '多' or '余' ? end + 1 : end;
    }

    private (string? Code, int Start) CurrencyBefore(string open, int start)
    {
        var end = start;
        if (end > 0 && open[end - 1] is ' ' or '\u00a0' or '\u202f') end--;
        foreach (var (name, code) in _rules.CurrencySigns)
        {
            if (end < name.Length || string.CompareOrdinal(open, end - name.Length, name, 0, name.Length) != 0) continue;
            var from = end - name.Length;
            if (Words.Joins(name[0]) && (from > 0 && Words.Joins(open[from - 1]) || !name.All(char.IsAsciiLetterUpper) && name.All(char.IsLetter))) continue;
            return (code, from);
        }

        return (null, start);
    }

    private int SkipJoin(string open, int at)
    {
        foreach (var join in _rules.House.Joins)
        {
            if (string.CompareOrdinal(open, at, join, 0, join.Length) != 0) continue;
            var end = at + join.Length;
            if (join[^1] is '’' or '\'') return end;
            if (end < open.Length && open[end] is ' ' or '\u00a0') return end + 1;
        }

        return at;
    }

    private static int SkipSpace(string open, int at) => at < open.Length && open[at] is ' ' or '\u00a0' or '\u202f' or '\u2009' or '-' ? at + 1 : at;

    private static (int End, string Code)? NameAt(string open, int at, FrozenDictionary<char, ImmutableArray<(string Name, string Code)>> byFirst)
    {
        if (at >= open.Length || !byFirst.TryGetValue(open[at], out var names)) return null;
        foreach (var (name, code) in names)
        {
            if (string.CompareOrdinal(open, at, name, 0, name.Length) != 0) continue;
            var end = at + name.Length;
            if (end < open.Length && Words.Joins(open[end]) && Words.Joins(name[^1])) continue;
            if (end < open.Length && name.Length <= 2 && open[end] is '’' or '\'') continue;
            return (end, code);
        }

        return null;
    }

    private static bool IsNegative(string open, int start) =>
        start > 0 && open[start - 1] is '-' && (start == 1 || char.IsWhiteSpace(open[start - 2]) || open[start - 2] is '(');

    private static bool IsDecade(string open, Quantity number, int end)
    {
        if (number.IsScaled || number.Value % 1 != 0) return false;
        if (end < open.Length && open[end] is 's' && number.Value % 10 == 0) return true;
        if (end < open.Length - 1 && open[end] is '年' && open[end + 1] is '代') return true;
        return number.Value is >= 10 and < 100 && number.Digits.Start > 0 && open[number.Digits.Start - 1] is '’' or '\'' or '‘';
    }

    private static bool IsVersion(string open, Quantity number)
    {
        if (!number.Raw.Contains('.', StringComparison.Ordinal) || number.IsScaled || number.Digits.Start < 2) return false;
        var word = number.Digits.Start - 1;
        if (open[word] is not (' ' or '\u00a0')) return Words.IsUnspaced(open[word]) is false && char.IsAsciiLetter(open[word]);
        var end = word;
        while (word > 0 && char.IsAsciiLetter(open[word - 1])) word--;
        return word < end && char.IsAsciiLetterUpper(open[word]) && number.Raw.Length - number.Raw.IndexOf('.', StringComparison.Ordinal) < 4;
    }

    private void ReadWords()
    {
        var open = new string(_open);
        for (var at = 0; at < open.Length; at++)
        {
            if (open[at] == CheckedText.Code || !char.IsLetter(open[at])) continue;
            if (Words.IsUnspaced(open[at]))
            {
                if (KanjiNumber.At(open, at) is var (kanji, number))
                {
                    Add(new Quantity(QuantityKind.Word, new TextSpan(at, kanji), number));
                    at += kanji - 1;
                    continue;
                }
            }
            else if (at > 0 && Words.Joins(open[at]) && Words.Joins(open[at - 1]))
            {
                continue;
            }

            if (CalendarWordAt(open, at) is { } named)
            {
                Add(named);
                at = named.Span.End - 1;
            }
            else if (WordNumberAt(open, at) is { } word)
            {
                Add(word);
                at = word.Span.End - 1;
            }
            else if (_rules.House.Script == "Arab" && ClitsAt(open, at) is > 0 and var clitics && WordNumberAt(open, at + clitics) is { } joined)
            {
                Add(joined);
                at = joined.Span.End - 1;
            }
        }
    }

    private static int ClitsAt(string open, int at)
    {
        foreach (var clitic in (ReadOnlySpan<string>)["وال", "بال", "و", "ب", "ل", "ال", "ف"])
        {
            if (string.CompareOrdinal(open, at, clitic, 0, clitic.Length) == 0) return clitic.Length;
        }

        return 0;
    }

    private Quantity? WordNumberAt(string open, int at)
    {
        if (_rules.Numbers.At(open, at) is not var (length, value)) return null;
        var end = at + length;
        while (true)
        {
            var next = SkipSpace(open, end);
            if (_rules.Scales.At(open, next) is var (scaleLength, scale) && scaleLength > 1 && scale > value)
                return new Quantity(QuantityKind.Word, new TextSpan(at, next + scaleLength - at), value * scale) { IsScaled = true };
            if (value >= 100 && value % 100 == 0 && _rules.Numbers.At(open, next) is var (restLength, rest) && rest < 100)
            {
                (value, end) = (value + rest, next + restLength);
                continue;
            }

            return new Quantity(QuantityKind.Word, new TextSpan(at, end - at), value);
        }
    }

    private Quantity? CalendarWordAt(string open, int at)
    {
        if (!_rules.CalendarLetters.Contains(open[at])) return null;
        for (var i = 0; i < _rules.Weekdays.Length; i++)
        {
            if (NamedAt(_rules.Weekdays[i], open, at) is > 0 and var length)
                return new Quantity(QuantityKind.Weekday, new TextSpan(at, length)) { Weekday = i };
        }

        for (var i = 0; i < _rules.Months.Length; i++)
        {
            if (NamedAt(_rules.Months[i], open, at) is > 0 and var length)
                return new Quantity(QuantityKind.Month, new TextSpan(at, length)) { Month = i + 1 };
        }

        return null;
    }

    /// <summary>A full name in its own letter case; short forms are words too often.</summary>
    private int NamedAt(ImmutableArray<string> names, string open, int at)
    {
        foreach (var name in names)
        {
            if (name.Length < Math.Min(3, names[0].Length) || name.Length < names[0].Length - 1 || name[^1] == '.') continue;
            if (string.CompareOrdinal(open, at, name, 0, name.Length) != 0) continue;
            var end = at + name.Length;
            if (end >= open.Length || !(Words.Joins(open[end]) && Words.Joins(name[^1]))) return name.Length;
        }

        return 0;
    }
}
