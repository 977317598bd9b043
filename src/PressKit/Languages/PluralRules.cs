using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Languages;

/// <summary>A language's plural rules, in CLDR's own notation (Unicode TS 35, part 3, section 5.1); samples behind an
/// <c>@</c> are passed over.</summary>
internal sealed class PluralRules
{
    private readonly ImmutableArray<(PluralCategory Category, Func<PluralOperands, bool> Holds)> _rules;

    /// <summary>Reads the rules, by category.</summary>
    /// <exception cref="FormatException">A rule cannot be read.</exception>
    public PluralRules(IReadOnlyDictionary<string, string> rules)
    {
        _rules =
        [
            .. rules.Select(rule => (Category: CategoryOf(rule.Key), Holds: Condition(rule.Value)))
                .Where(rule => rule.Category != PluralCategory.Other).OrderBy(rule => rule.Category),
        ];
        Categories = [.. _rules.Select(rule => rule.Category), PluralCategory.Other];
    }

    /// <summary>The categories that the language uses.</summary>
    public ImmutableArray<PluralCategory> Categories { get; }

    /// <summary>The category of a number.</summary>
    public PluralCategory Of(PluralOperands number)
    {
        foreach (var (category, holds) in _rules)
        {
            if (holds(number)) return category;
        }

        return PluralCategory.Other;
    }

    private static PluralCategory CategoryOf(string name) => name switch
    {
        "zero" => PluralCategory.Zero,
        "one" => PluralCategory.One,
        "two" => PluralCategory.Two,
        "few" => PluralCategory.Few,
        "many" => PluralCategory.Many,
        "other" => PluralCategory.Other,
        _ => throw new FormatException($"'{name}' is not a plural category."),
    };

    private static Func<PluralOperands, bool> Condition(string rule)
    {
        var condition = rule.Split('@')[0].Trim();
        if (condition.Length == 0) return _ => true;
        var alternatives = condition.Split(" or ").Select(any => any.Split(" and ").Select(Relation).ToArray()).ToArray();
        return number => Array.Exists(alternatives, all => Array.TrueForAll(all, relation => relation(number)));
    }

    // n % 10 = 2..4,7   or   v != 0
    private static Func<PluralOperands, bool> Relation(string text)
    {
        var negated = text.Contains("!=", StringComparison.Ordinal);
        var sides = text.Split(negated ? "!=" : "=");
        if (sides.Length != 2) throw new FormatException($"'{text}' is not a relation of a plural rule.");
        var left = sides[0].Split('%');
        var operand = Operand(left[0].Trim());
        var modulus = left.Length == 2 ? Whole(left[1]) : 0;
        var ranges = sides[1].Split(',').Select(range => range.Split(".."))
            .Select(ends => (From: Whole(ends[0]), To: Whole(ends[^1]))).ToArray();
        return number =>
        {
            var value = modulus == 0 ? operand(number) : operand(number) % modulus;
            // Ranges hold whole numbers only: 1.5 is not in 1..2.
            var within = decimal.IsInteger(value) && Array.Exists(ranges, range => value >= range.From && value <= range.To);
            return within != negated;
        };
    }

    private static Func<PluralOperands, decimal> Operand(string name) => name switch
    {
        "n" => number => number.N,
        "i" => number => number.I,
        "v" => number => number.V,
        "w" => number => number.W,
        "f" => number => number.F,
        "t" => number => number.T,
        "c" or "e" => number => number.E,
        _ => throw new FormatException($"'{name}' is not an operand of a plural rule."),
    };

    private static decimal Whole(string text) =>
        decimal.Parse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
}
