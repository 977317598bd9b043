using System.Collections.Immutable;
using System.Text;

namespace PressKit.Languages;

/// <summary>A date and time pattern of CLDR (Unicode TS 35, part 4, section 8), always in the Gregorian calendar. It knows
/// the fields that the patterns of press releases have: G y M L d, h H K k m a, and v, the offset from UTC.</summary>
internal sealed class DatePattern
{
    private readonly ImmutableArray<(char Field, int Width, string Literal)> _parts;
    private readonly Names _names;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">The pattern has a field that is not known here.</exception>
    public DatePattern(string pattern, Names names)
    {
        _names = names;
        _parts = Parse(pattern);
        HasMonthName = _parts.Any(part => part is { Field: 'M', Width: >= 3 });
    }

    private bool HasMonthName { get; }

    /// <summary>The date of an instant, at its own offset, and what else the pattern asks for.</summary>
    public string Format(DateTimeOffset instant)
    {
        var text = new StringBuilder();
        foreach (var (field, width, literal) in _parts) text.Append(field == '\'' ? literal : Field(instant, field, width));
        return text.ToString();
    }

    /// <summary>A date; for patterns that ask for no time.</summary>
    public string Format(DateOnly date) => Format(new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero));

    private string Field(DateTimeOffset instant, char field, int width)
    {
        var numerals = _names.Numerals;
        return field switch
        {
            'G' => _names.Era,
            'y' when width == 2 => numerals.Plain(instant.Year % 100, 2),
            'y' => numerals.Plain(instant.Year, width),
            'M' when width == 4 => _names.Months[instant.Month - 1],
            'M' when width == 3 => _names.ShortMonths[instant.Month - 1],
            'M' => numerals.Plain(instant.Month, width),
            'L' when width == 4 => _names.StandaloneMonths[instant.Month - 1],
            'd' when HasMonthName && instant.Day == 1 && _names.FirstDay is { } first => first,
            'd' => numerals.Plain(instant.Day, width),
            'H' => numerals.Plain(instant.Hour, width),
            'k' => numerals.Plain(instant.Hour == 0 ? 24 : instant.Hour, width),
            'K' => numerals.Plain(instant.Hour % 12, width),
            'h' => numerals.Plain(instant.Hour % 12 == 0 ? 12 : instant.Hour % 12, width),
            'm' => numerals.Plain(instant.Minute, width),
            'a' => instant.Hour < 12 ? _names.Am : _names.Pm,
            _ => Offset(instant.Offset),
        };
    }

    // The short localised GMT format: hours without a zero in front, minutes only where there are any.
    private string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return _names.OffsetZero;
        var pattern = _names.Offset.Split(';')[offset < TimeSpan.Zero ? 1 : 0];
        var hours = pattern.IndexOf('H', StringComparison.Ordinal);
        var between = pattern[(pattern.LastIndexOf('H') + 1)..pattern.IndexOf('m', StringComparison.Ordinal)];
        var absolute = offset.Duration();
        var text = pattern[..hours] + _names.Numerals.Plain(absolute.Hours);
        if (absolute.Minutes > 0) text += between + _names.Numerals.Plain(absolute.Minutes, 2);
        return _names.OffsetFrame.With(text);
    }

    private static ImmutableArray<(char Field, int Width, string Literal)> Parse(string pattern)
    {
        var parts = ImmutableArray.CreateBuilder<(char, int, string)>();
        for (var i = 0; i < pattern.Length;)
        {
            var from = i;
            var c = pattern[i];
            if (c == '\'')
            {
                var end = pattern.IndexOf('\'', i + 1);
                if (end < 0) throw new FormatException($"'{pattern}' has an open quotation.");
                // Two apostrophes in a row are one.
                parts.Add(('\'', 0, end == i + 1 ? "'" : pattern[(i + 1)..end]));
                i = end + 1;
                continue;
            }

            while (i < pattern.Length && pattern[i] == c) i++;
            if (!char.IsAsciiLetter(c)) parts.Add(('\'', 0, pattern[from..i]));
            else if ("GyMLdhHKkmav".Contains(c, StringComparison.Ordinal)) parts.Add((c, i - from, ""));
            else throw new FormatException($"'{pattern}' has the field '{c}', which is not known here.");
        }

        return parts.ToImmutable();
    }

    /// <summary>What the fields of a language's patterns stand for.</summary>
    public sealed record Names(
        Numerals Numerals, IReadOnlyList<string> Months, IReadOnlyList<string> ShortMonths,
        IReadOnlyList<string> StandaloneMonths, string Era, string? FirstDay, string Am,
        string Pm, string Offset, Pattern OffsetFrame, string OffsetZero);
}
