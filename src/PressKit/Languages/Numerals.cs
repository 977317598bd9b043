using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Languages;

/// <summary>How a language writes numbers: CLDR's decimal pattern (Unicode TS 35, part 3, section 3), of which it reads the
/// sizes of groups and the most fraction digits; more are rounded, halves to even.</summary>
internal sealed class Numerals
{
    private readonly NumberData _data;
    private readonly ImmutableArray<string> _digits;
    private readonly int _group;
    private readonly int _laterGroup;
    private readonly int _fraction;
    private readonly string _fractionFormat;

    /// <summary>Reads the data.</summary>
    /// <exception cref="FormatException">The data does not hold ten digits or a pattern that groups.</exception>
    public Numerals(NumberData data)
    {
        _data = data;
        _digits = [.. data.Digits.EnumerateRunes().Select(rune => rune.ToString())];
        var sides = data.Pattern.Split('.');
        var groups = sides[0].Split(',');
        if (_digits.Length != 10 || groups.Length < 2 || sides.Length > 2)
            throw new FormatException($"Numbers cannot be written with '{data.Digits}' and '{data.Pattern}'.");
        _group = groups[^1].Length;
        _laterGroup = groups.Length > 2 ? groups[^2].Length : _group;
        _fraction = sides.Length == 2 ? sides[1].Length : 0;
        _fractionFormat = "0." + new string('#', _fraction);
    }

    public string Of(long number) => Write(number.ToString("0", CultureInfo.InvariantCulture));

    public string Of(decimal number) => Write(
        decimal.Round(number, _fraction, MidpointRounding.ToEven).ToString(_fractionFormat, CultureInfo.InvariantCulture));

    /// <summary>The digits of an ungrouped number, of at least a width: years, days, hours.</summary>
    public string Plain(int number, int width = 1)
    {
        var text = new StringBuilder();
        AppendDigits(text, number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'));
        return text.ToString();
    }

    private string Write(string number)
    {
        var text = new StringBuilder();
        if (number[0] == '-') text.Append(_data.Minus);
        var parts = number.TrimStart('-').Split('.');
        var whole = parts[0];
        var grouped = whole.Length >= _group + _data.MinimumGroupingDigits;
        for (var i = 0; i < whole.Length; i++)
        {
            var left = whole.Length - i;
            var beforeGroup = left == _group || (left > _group && (left - _group) % _laterGroup == 0);
            if (grouped && i > 0 && beforeGroup) text.Append(_data.Group);
            text.Append(_digits[whole[i] - '0']);
        }

        if (parts.Length == 2)
        {
            text.Append(_data.Decimal);
            AppendDigits(text, parts[1]);
        }

        return text.ToString();
    }

    private void AppendDigits(StringBuilder text, string digits)
    {
        foreach (var digit in digits) text.Append(_digits[digit - '0']);
    }
}
