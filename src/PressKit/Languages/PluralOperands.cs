using System.Globalization;

namespace PressKit.Languages;

/// <summary>What plural rules ask about a number as it is shown (Unicode TS 35, part 3, section 5.1.1): 1 and 1.0 differ.</summary>
/// <param name="N">Its absolute value.</param>
/// <param name="I">Its integer digits.</param>
/// <param name="V">How many fraction digits are shown, trailing zeros included.</param>
/// <param name="W">How many are shown without trailing zeros.</param>
/// <param name="F">The fraction digits shown, as an integer.</param>
/// <param name="T">The same without trailing zeros.</param>
/// <param name="E">The exponent, where the number is shown with one (1c6 is one million); else 0.</param>
internal readonly record struct PluralOperands(decimal N, decimal I, int V, int W, decimal F, decimal T, int E)
{
    /// <summary>The operands of a whole number.</summary>
    public static PluralOperands Of(long number)
    {
        var absolute = Math.Abs((decimal)number);
        return new PluralOperands(absolute, absolute, 0, 0, 0, 0, 0);
    }

    /// <summary>The operands of a number with the fraction digits that it carries: 1.0m has one.</summary>
    public static PluralOperands Of(decimal number, int exponent = 0)
    {
        var absolute = Math.Abs(number);
        var whole = decimal.Truncate(absolute);
        int digits = absolute.Scale;
        var shown = (absolute - whole) * Power(digits);
        var (trimmed, significant) = (shown, digits);
        while (significant > 0 && trimmed % 10 == 0) (trimmed, significant) = (trimmed / 10, significant - 1);
        return new PluralOperands(absolute, whole, digits, significant, shown, trimmed, exponent);
    }

    /// <summary>The operands of one of CLDR's samples: 12, 1.50, 1.1c6.</summary>
    public static PluralOperands Parse(string sample)
    {
        var parts = sample.Split('c', 'e');
        var mantissa = decimal.Parse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (parts.Length == 1) return Of(mantissa);
        var exponent = int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture);
        // The digits that the exponent moves in front of the point are no longer shown behind it.
        var shown = Math.Max(0, mantissa.Scale - exponent);
        return Of(decimal.Round(mantissa * Power(exponent), shown), exponent);
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
