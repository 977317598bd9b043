namespace PressKit.Translation;

/// <summary>What a service charges, or would.</summary>
public sealed record Charge
{
    /// <summary>Nothing.</summary>
    public static Charge Nothing { get; } = new();

    /// <summary>How many segments are sent.</summary>
    public long Segments { get; init; }

    /// <summary>Characters, in Unicode code points, markup included where the service counts it.</summary>
    public long Characters { get; init; }

    /// <summary>Tokens of what is sent to a language model.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens of what a language model answers.</summary>
    public long OutputTokens { get; init; }

    /// <summary>The price, in the currency that newsroom.yml gives the service's prices in; 0 where it gives none.</summary>
    public decimal Money { get; init; }

    /// <summary>Whether it can be less: only the service can count what it charges.</summary>
    public bool IsAtMost { get; init; }

    /// <summary>Whether nothing is charged.</summary>
    public bool IsNothing => (Characters, InputTokens, OutputTokens, Money) == (0, 0, 0, 0m);

    /// <summary>Both together.</summary>
    public static Charge operator +(Charge one, Charge other) => new()
    {
        Segments = one.Segments + other.Segments,
        Characters = one.Characters + other.Characters,
        InputTokens = one.InputTokens + other.InputTokens,
        OutputTokens = one.OutputTokens + other.OutputTokens,
        Money = one.Money + other.Money,
        IsAtMost = one.IsAtMost || other.IsAtMost,
    };
}
