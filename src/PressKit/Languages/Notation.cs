using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Languages;

/// <summary>How running text in a language writes figures and marks, and which words change with a figure beside them.</summary>
public sealed class Notation
{
    private const char Myriad = '万';
    private const string Spaces = "\u00a0\u202f\u2009";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly NumberData _numbers;
    private readonly HouseData _house;
    private readonly PluralRules _plurals;
    private readonly NumberWords _words;
    private readonly ImmutableArray<string> _months;
    private readonly bool _joinsWords;

    internal Notation(Language language, CldrData cldr, HouseData house, PluralRules plurals, NumberWords words)
    {
        (_numbers, _house, _plurals, _words) = (cldr.Numbers, house, plurals, words);
        _months = [.. cldr.Dates.Months.Concat(cldr.Dates.ShortMonths).Concat(house.Dateline.Months ?? []).Select(m => m.TrimEnd('.'))];
        _joinsWords = language.Unspaced || language.Primary is "ar" or "he";
    }

    /// <summary>Whether a character can stand between two digits of one figure.</summary>
    public static bool IsSeparator(char c) => c is '.' or ',' or '\'' or '’' or '·' or '٫' or '٬' || Spaces.Contains(c, StringComparison.Ordinal);

    /// <summary>The end of a figure that begins before a place: behind what multiplies it, such as <c>万</c> and <c>ألف</c>, and
    /// the digits behind that.</summary>
    public int EndOf(string text, int end)
    {
        if (end < text.Length && text[end] == Myriad)
        {
            end++;
            while (end < text.Length && (char.IsDigit(text[end]) || (IsSeparator(text[end]) && end + 1 < text.Length && char.IsDigit(text[end + 1])))) end++;
            return end;
        }

        if (end >= text.Length || !char.IsWhiteSpace(text[end])) return end;
        foreach (var word in _house.Thousands ?? [])
        {
            var last = end + 1 + word.Length;
            if (string.CompareOrdinal(text, end + 1, word, 0, word.Length) == 0 && (last >= text.Length || !char.IsLetter(text[last]))) return last;
        }

        return end;
    }

    /// <summary>Reads a figure: digits of any script, separators between them, and what multiplies them.</summary>
    public Figure Read(string written)
    {
        if (written.IndexOf(Myriad, StringComparison.Ordinal) is > 0 and var at)
            return Sum(written, ReadDigits(written[..at]), 10_000, at + 1 == written.Length ? null : ReadDigits(written[(at + 1)..]));
        return written.IndexOfAny([' ', '\u00a0', '\u202f']) is > 0 and var gap && char.IsLetter(written[^1])
            ? Sum(written, ReadDigits(written[..gap]), 1_000, null) : ReadDigits(written);
    }

    private static Figure Sum(string written, Figure first, int times, Figure? rest)
    {
        var sum = first.Value * times + (rest is null ? 0 : rest.Value);
        return sum is { } value && value == decimal.Truncate(value) && (rest is null || rest.Value < times)
            ? new Figure(written, value.ToString("0", CultureInfo.InvariantCulture), "", IsGrouped: false)
            : new Figure(written, "", "", IsGrouped: false);
    }

    private Figure ReadDigits(string written)
    {
        var text = Ascii(written);
        var (point, group) = (_numbers.Decimal[0], GroupOf(text));
        var parts = text.Split(point);
        var opaque = new Figure(written, "", "", IsGrouped: false);
        if (parts.Length > 2 || !(parts.Length == 1 || IsDigits(parts[1]))) return opaque;
        var groups = parts[0].Split(group);
        var isGrouped = groups.Length > 1;
        if (!groups.All(IsDigits) || (isGrouped && (groups[0].Length > 3 || groups.Skip(1).Any(g => g.Length != 3)))) return opaque;
        var whole = string.Concat(groups);
        // 007 and 03 are names and parts of dates.
        return whole.Length > 1 && whole[0] == '0' ? opaque : new Figure(written, whole, parts.Length == 2 ? parts[1] : "", isGrouped);
    }

    /// <summary>Writes a figure of another language where this text has another: with its digits and its separators.</summary>
    /// <param name="figure">The new figure.</param>
    /// <param name="old">The one that stood in its place there.</param>
    /// <param name="replaced">The one that stands for that here.</param>
    public string Write(Figure figure, Figure old, Figure replaced)
    {
        if (!figure.IsNumber || !replaced.IsNumber) return figure.Written;
        var multiplied = replaced.Written.IndexOf(Myriad, StringComparison.Ordinal);
        if (multiplied > 0 && figure is { Fraction: "", Whole.Length: > 4 and <= 8 }) return InMyriads(figure, replaced, multiplied);
        var letters = replaced.Written.Any(char.IsLetter);
        if (letters && multiplied < 0 && InThousands(figure, replaced) is { } thousands) return thousands;
        if (letters) replaced = new Figure(replaced.Written, "1", "", IsGrouped: false);
        var group = replaced.IsGrouped ? replaced.Written.First(IsSeparator).ToString() : _numbers.Group;
        var point = replaced.Fraction.Length > 0 ? replaced.Written[^(replaced.Fraction.Length + 1)].ToString() : _numbers.Decimal;
        var least = replaced.IsGrouped ? 1 : _numbers.MinimumGroupingDigits;
        var isUsual = replaced.IsGrouped || !old.IsGrouped || replaced.Whole.Length < 4 || figure.Whole.Length > replaced.Whole.Length;
        // What is not grouped there may be a year; but for where it is not grouped there and grouped here.
        var groups = (figure.IsGrouped ? isUsual : replaced.IsGrouped && !old.IsGrouped) && figure.Whole.Length >= 3 + least;
        var text = new StringBuilder();
        for (var i = 0; i < figure.Whole.Length; i++)
        {
            if (groups && i > 0 && (figure.Whole.Length - i) % 3 == 0) text.Append(group);
            text.Append(figure.Whole[i]);
        }

        if (figure.Fraction.Length > 0) text.Append(point).Append(figure.Fraction);
        var zero = replaced.Written.First(char.IsDigit);
        var shift = zero - (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(zero));
        return string.Concat(text.ToString().Select(c => char.IsAsciiDigit(c) ? (char)(c + shift) : c));
    }

    /// <summary>Whether the words beside one figure are right beside another: the same plural, the same article.</summary>
    public bool AgreeAlike(Figure one, Figure other)
    {
        if (!one.IsNumber || !other.IsNumber) return !one.IsNumber && !other.IsNumber;
        if (one.Value is not { } a || other.Value is not { } b) return false;
        return _plurals.Of(PluralOperands.Of(a)) == _plurals.Of(PluralOperands.Of(b)) && Sounds(one) == Sounds(other);
    }

    /// <summary>Whether two days of a month are written alike beside its name.</summary>
    public bool AreDaysAlike(Figure one, Figure other) => one.Whole != "1" && other.Whole != "1" && Sounds(one) == Sounds(other);

    /// <summary>Whether something right beside a figure may have another form beside another number.</summary>
    /// <param name="before">The text in front of it.</param>
    /// <param name="behind">The text behind it.</param>
    public bool IsInflected(string before, string behind)
    {
        var trimmed = before.TrimEnd();
        if ((_house.BeforeNumbers ?? []).Any(word => (word[^1] == '-' ? before : trimmed) is var text && text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)])))) return true;
        if (!_house.InflectsFigures || behind.Length == 0) return false;
        var suffix = behind[0] is '\'' or '’' or ':' or '-' ? behind[1..] : behind;
        return suffix.Length > 0 && char.IsLetter(suffix[0])
            && !(_house.Counters ?? []).Any(counter => suffix.StartsWith(counter, StringComparison.Ordinal));
    }

    /// <summary>Whether a word is a month's name.</summary>
    public bool IsMonth(string word) => _months.Contains(word.TrimEnd('.'), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text may say a number in words.</summary>
    public bool SaysInWords(Figure figure, IEnumerable<string> words)
    {
        if (figure.Fraction.Length > 0 || figure.Value is not { } value) return false;
        var house = _house.NumberWords?.GetValueOrDefault(figure.Whole) ?? [];
        string[] forms = [.. house, .. _words.Cardinals.GetValueOrDefault(value, [])];
        return words.Any(word => forms.Any(form => Says(word, form)));
    }

    /// <summary>How a mark is written, with the space that belongs before it.</summary>
    /// <param name="mark">The mark as ASCII has it; <c>…</c> for an ellipsis.</param>
    public string Mark(char mark) => _house.Marks?.GetValueOrDefault(mark.ToString()) ?? mark.ToString();

    /// <summary>What a text has at its beginning where a mark stands at its end; null for nothing.</summary>
    public char? OpeningMark(char mark) => _house.OpeningMarks?.TryGetValue(mark.ToString(), out var opening) == true ? opening[0] : null;

    private bool Says(string word, string form) => _joinsWords
        ? word.Contains(form, StringComparison.Ordinal)
        : word.Split('-', '\'').Contains(form, StringComparer.OrdinalIgnoreCase)
            // What is inflected is written together with its ending.
            || (_house.InflectsFigures && form.Length > 2 && word.StartsWith(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>As Japanese writes it, <c>4万3,500</c>, or as Chinese does, <c>4.35万</c>.</summary>
    private string InMyriads(Figure figure, Figure replaced, int multiplied)
    {
        var (high, low) = (figure.Whole[..^4], figure.Whole[^4..].TrimStart('0'));
        var (before, behind) = (replaced.Written[..multiplied], replaced.Written[(multiplied + 1)..]);
        if (low.Length > 0 && behind.Length == 0 && ReadDigits(before).Fraction.Length > 0)
            return $"{high}{_numbers.Decimal}{figure.Whole[^4..].TrimEnd('0')}{Myriad}";
        var grouped = low.Length == 4 && (behind.Any(IsSeparator) || (behind.Length == 0 && figure.IsGrouped));
        return $"{high}{Myriad}{(grouped ? $"{low[0]}{_numbers.Group}{low[1..]}" : low)}";
    }

    private string? InThousands(Figure figure, Figure replaced)
    {
        if (figure.Fraction.Length > 0 || !figure.Whole.EndsWith("000", StringComparison.Ordinal)) return null;
        var gap = replaced.Written.IndexOfAny([' ', '\u00a0', '\u202f']);
        var (now, was) = (new Figure(figure.Whole[..^3], figure.Whole[..^3], "", IsGrouped: false), ReadDigits(replaced.Written[..gap]));
        return was.Fraction.Length == 0 && AgreeAlike(was, now) ? now.Written + replaced.Written[gap..] : null;
    }

    private bool Sounds(Figure figure) => _house.SoundOfNumbers is { } pattern
        && Regex.IsMatch(figure.Whole, pattern, RegexOptions.CultureInvariant, Patience);

    private char GroupOf(string text) =>
        _numbers.Group is [var own] && !char.IsWhiteSpace(own) ? own : text.FirstOrDefault(c => Spaces.Contains(c, StringComparison.Ordinal), _numbers.Group[0]);

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static string Ascii(string text) => string.Concat(text.Select(c => c switch
    {
        '٫' => '.',
        '٬' => ',',
        _ when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ => c,
    }));
}
