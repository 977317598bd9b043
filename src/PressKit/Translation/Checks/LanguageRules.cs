using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PressKit.Languages;

namespace PressKit.Translation.Checks;

/// <summary>How a language writes, as far as checks need it.</summary>
public sealed class LanguageRules
{
    internal LanguageRules(Language language, CldrRules? cldr, NumberWords? numbers, HouseRules house, CommonRules common)
    {
        (Language, House, Common) = (language, house, common);
        IsKnown = cldr is not null;
        Decimal = cldr?.Decimal ?? ".";
        Group = cldr?.Group ?? ",";
        MinimumGroupingDigits = cldr?.MinimumGroupingDigits ?? 1;
        PercentSpace = cldr?.Percent.Contains('\u00a0', StringComparison.Ordinal) == true;
        DayFirst = cldr?.Dates.Short.StartsWith('M') != true;
        FunctionWords = house.FunctionWords.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        CommonWords = FunctionWords.Concat(house.CommonWords.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        DoubledWords = house.Doubled.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Numbers = new PhraseTable(
            (numbers is null ? [] : numbers.Cardinals.Concat(numbers.Ordinals)).SelectMany(p => p.Value.Select(w => (w, p.Key)))
                .Concat(house.Cardinals.SelectMany(p => p.Value.Select(w => (w, Number(p.Key))))));
        Scales = new PhraseTable(Merge(cldr?.Scales, house.Scales).SelectMany(p => p.Value.Select(w => (w, Power(p.Key)))), matchCase: true);
        Currencies = Names(Merge(cldr?.Currencies, house.Currencies).Where(p => p.Key.Length == 3), common.Symbols);
        Units = Names(cldr?.Units ?? [], []);
        Percents = ByFirst(house.Percent.Append("%").Select(p => (p, "%")));
        CurrencySigns = [.. Currencies.Where(c => c.Name.Length <= 4)];
        (CurrencyNames, UnitNames) = (ByFirst(Currencies), ByFirst(Units));
        Months = [.. cldr?.Dates.Months.Select(m => m.ToImmutableArray()) ?? []];
        Weekdays = [.. cldr?.Dates.Weekdays.Select(m => m.ToImmutableArray()) ?? []];
        CalendarLetters = SearchValues.Create([.. Months.Concat(Weekdays).SelectMany(n => n).Select(n => n[0]).Distinct()]);
        BeforeChrist = [.. cldr?.Dates.Before ?? []];
        Dates = [.. house.Dates.Select(p => (Pattern(p, Months, Weekdays), p.Contains("MONTH", StringComparison.Ordinal)))];
        MonthNames = SearchValues.Create([.. Months.SelectMany(n => n).Select(n => n.Split(' ')[0]).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);
        Times = [.. house.Times.Select(p => Pattern(p, [], []))];
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>Whether there is data for it; else only what holds for every language is checked.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether it puts no spaces between words.</summary>
    public bool Unspaced => Language.Unspaced;

    /// <summary>Whether it is written in the Latin script.</summary>
    public bool IsLatin => House.Script == "Latn";

    internal HouseRules House { get; }

    internal CommonRules Common { get; }

    internal string Decimal { get; }

    internal string Group { get; }

    internal int MinimumGroupingDigits { get; }

    internal bool PercentSpace { get; }

    internal bool DayFirst { get; }

    internal FrozenSet<string> FunctionWords { get; }

    /// <summary>Words that tell the language: those, and others that are as common.</summary>
    internal FrozenSet<string> CommonWords { get; }

    internal FrozenSet<string> DoubledWords { get; }

    internal PhraseTable Numbers { get; }

    internal PhraseTable Scales { get; }

    /// <summary>Names of currencies, the longest first, each with its code of ISO 4217.</summary>
    internal ImmutableArray<(string Name, string Code)> Currencies { get; }

    /// <summary>Names of units of measurement, the longest first, each with its symbol.</summary>
    internal ImmutableArray<(string Name, string Code)> Units { get; }

    /// <summary>Those short enough to stand before a number.</summary>
    internal ImmutableArray<(string Name, string Code)> CurrencySigns { get; }

    /// <summary>Names of currencies by their first letter.</summary>
    internal FrozenDictionary<char, ImmutableArray<(string Name, string Code)>> CurrencyNames { get; }

    /// <summary>Names of units by their first letter.</summary>
    internal FrozenDictionary<char, ImmutableArray<(string Name, string Code)>> UnitNames { get; }

    /// <summary>What says per cent behind a number, by its first letter.</summary>
    internal FrozenDictionary<char, ImmutableArray<(string Name, string Code)>> Percents { get; }

    internal ImmutableArray<ImmutableArray<string>> Months { get; }

    internal ImmutableArray<ImmutableArray<string>> Weekdays { get; }

    /// <summary>The letters that names of months and days begin with.</summary>
    internal SearchValues<char> CalendarLetters { get; }

    internal ImmutableArray<string> BeforeChrist { get; }

    /// <summary>Forms of dates, and whether a month's name belongs to them.</summary>
    internal ImmutableArray<(Regex Pattern, bool HasMonth)> Dates { get; }

    /// <summary>What every month's name has.</summary>
    internal SearchValues<string> MonthNames { get; }

    internal ImmutableArray<Regex> Times { get; }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Power(string text)
    {
        var result = 1m;
        for (var i = int.Parse(text, CultureInfo.InvariantCulture); i > 0; i--) result *= 10;
        return result;
    }

    private static Dictionary<string, string[]> Merge(Dictionary<string, string[]>? first, Dictionary<string, string[]> second)
    {
        var merged = new Dictionary<string, string[]>(first ?? [], StringComparer.Ordinal);
        foreach (var (key, words) in second) merged[key] = [.. merged.GetValueOrDefault(key) ?? [], .. words];
        return merged;
    }

    // A sign that several currencies share means the one that it means alone.
    private static ImmutableArray<(string Name, string Code)> Names(IEnumerable<KeyValuePair<string, string[]>> names, Dictionary<string, string> signs) =>
        [.. names.SelectMany(p => p.Value.Select(n => (Name: n, Code: p.Key))).Where(n => !signs.ContainsKey(n.Name))
            .Concat(signs.Select(s => (Name: s.Key, Code: s.Value)))
            .DistinctBy(n => n.Name, StringComparer.Ordinal)
            .OrderByDescending(n => n.Name.Length).ThenBy(n => n.Name, StringComparer.Ordinal)];

    private static FrozenDictionary<char, ImmutableArray<(string Name, string Code)>> ByFirst(IEnumerable<(string Name, string Code)> names) =>
        names.GroupBy(n => n.Name[0]).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());

    private static Regex Pattern(string pattern, ImmutableArray<ImmutableArray<string>> months, ImmutableArray<ImmutableArray<string>> weekdays) => new(
        pattern.Replace("MONTH", OneOf(months), StringComparison.Ordinal).Replace("WEEKDAY", OneOf(weekdays), StringComparison.Ordinal)
            .Replace(" ", "[ \u00a0\u202f]", StringComparison.Ordinal),
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static string OneOf(ImmutableArray<ImmutableArray<string>> names) =>
        names.IsEmpty ? "(?!)" : "(?:" + string.Join('|', names.SelectMany(n => n).Distinct(StringComparer.Ordinal)
            .OrderByDescending(n => n.Length).Select(n => Regex.Escape(n).Replace("\\ ", " ", StringComparison.Ordinal) + (char.IsLetter(n[^1]) && n[^1] < '\u1100' ? "(?!\\p{L})" : "")))+ ")";
}
