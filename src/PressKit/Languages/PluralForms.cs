namespace PressKit.Languages;

/// <summary>CLDR's plural categories, of which each language uses some.</summary>
public enum PluralCategory
{
    /// <summary>Nothing, in Arabic.</summary>
    Zero,

    /// <summary>The singular.</summary>
    One,

    /// <summary>The dual.</summary>
    Two,

    /// <summary>A few: 3 to 10 in Arabic.</summary>
    Few,

    /// <summary>Many: 11 to 99 in Arabic, millions in the Romance languages.</summary>
    Many,

    /// <summary>All else; every language has it.</summary>
    Other,
}

/// <summary>A text that counts something, in the plural forms of its language; {0} is the number.</summary>
public sealed record PluralForms
{
    /// <summary>For <see cref="PluralCategory.Zero"/>.</summary>
    public Pattern? Zero { get; init; }

    /// <summary>For <see cref="PluralCategory.One"/>.</summary>
    public Pattern? One { get; init; }

    /// <summary>For <see cref="PluralCategory.Two"/>.</summary>
    public Pattern? Two { get; init; }

    /// <summary>For <see cref="PluralCategory.Few"/>.</summary>
    public Pattern? Few { get; init; }

    /// <summary>For <see cref="PluralCategory.Many"/>.</summary>
    public Pattern? Many { get; init; }

    /// <summary>For <see cref="PluralCategory.Other"/>, and for every category that has no form here.</summary>
    public required Pattern Other { get; init; }

    /// <summary>The form for a category.</summary>
    public Pattern this[PluralCategory category] => Given(category) ?? Other;

    /// <summary>The form for a category; null where there is none.</summary>
    public Pattern? Given(PluralCategory category) => category switch
    {
        PluralCategory.Zero => Zero,
        PluralCategory.One => One,
        PluralCategory.Two => Two,
        PluralCategory.Few => Few,
        PluralCategory.Many => Many,
        _ => Other,
    };
}
