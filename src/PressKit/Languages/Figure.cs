namespace PressKit.Languages;

/// <summary>A number as it stands in a text: digits, and what separates them.</summary>
/// <param name="Written">The very characters.</param>
/// <param name="Whole">Its integer digits as ASCII, without separators; empty for what is no number of the language's, such as
/// a version or a time of the day.</param>
/// <param name="Fraction">Its fraction digits; empty for none.</param>
/// <param name="IsGrouped">Whether its groups of digits are separated.</param>
public sealed record Figure(string Written, string Whole, string Fraction, bool IsGrouped)
{
    /// <summary>Whether its value is known.</summary>
    public bool IsNumber => Whole.Length > 0;

    /// <summary>What tells it from others, in every notation: its value, or its characters where that is not known.</summary>
    public string Key => IsNumber ? $"{Whole}.{Fraction}" : Written;

    /// <summary>The value; null where it is not known, or has more digits than can be counted with.</summary>
    internal decimal? Value => IsNumber && Whole.Length + Fraction.Length <= 27
        ? decimal.Parse(Fraction.Length == 0 ? Whole : $"{Whole}.{Fraction}", System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
