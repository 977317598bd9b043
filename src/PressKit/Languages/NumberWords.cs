using System.Collections.Immutable;
using System.Globalization;

namespace PressKit.Languages;

/// <summary>Numbers in words by CLDR's rules, with the forms of every gender and case that it knows. A language without rules has
/// none.</summary>
public sealed class NumberWords
{
    internal NumberWords(NumberWordData? data) => (Cardinals, Ordinals) = (Read(data?.Cardinals), Read(data?.Ordinals));

    /// <summary>What counts: the numbers up to a hundred, and hundreds up to a thousand.</summary>
    public ImmutableSortedDictionary<decimal, ImmutableArray<string>> Cardinals { get; }

    /// <summary>What orders: first to thirty-first.</summary>
    public ImmutableSortedDictionary<decimal, ImmutableArray<string>> Ordinals { get; }

    private static ImmutableSortedDictionary<decimal, ImmutableArray<string>> Read(Dictionary<string, string[]>? words) =>
        (words ?? []).ToImmutableSortedDictionary(p => decimal.Parse(p.Key, CultureInfo.InvariantCulture), p => p.Value.ToImmutableArray());
}
