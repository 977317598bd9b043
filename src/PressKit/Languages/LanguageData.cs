using System.Text.Json.Serialization;

namespace PressKit.Languages;

// The files of Data/, as docs/languages.md specifies them: index.json, collation.json, <tag>.cldr.json, <tag>.numbers.json,
// <tag>.house.json, <tag>.strings.json and <tag>.collation.json. A member that is missing, null or unknown stops the file from being read.

internal sealed record LanguageIndex
{
    public required string Cldr { get; init; }

    public required Dictionary<string, string> Scripts { get; init; }

    public required Dictionary<string, string> Aliases { get; init; }
}

internal sealed record CldrData
{
    public required string Cldr { get; init; }

    public required string Autonym { get; init; }

    public required string Direction { get; init; }

    public required DateData Dates { get; init; }

    public required NumberData Numbers { get; init; }

    public required Pattern[] Sizes { get; init; }

    public required ListData List { get; init; }

    public required QuoteData Quotes { get; init; }

    public required Dictionary<string, string> Plurals { get; init; }

    public required Pattern LocalePattern { get; init; }

    public required Dictionary<string, string> Languages { get; init; }
}

internal sealed record DateData
{
    public required string Long { get; init; }

    public required string Medium { get; init; }

    public required string Time { get; init; }

    public required Pattern DateTime { get; init; }

    public required string Year { get; init; }

    public required string YearMonth { get; init; }

    public required string[] Months { get; init; }

    public required string[] ShortMonths { get; init; }

    public required string[] StandaloneMonths { get; init; }

    public required string Era { get; init; }

    public required string Am { get; init; }

    public required string Pm { get; init; }

    public required string Offset { get; init; }

    public required Pattern OffsetFrame { get; init; }

    public required string OffsetZero { get; init; }
}

internal sealed record NumberData
{
    public required string System { get; init; }

    public required string Digits { get; init; }

    public required string Pattern { get; init; }

    public required int MinimumGroupingDigits { get; init; }

    public required string Decimal { get; init; }

    public required string Group { get; init; }

    public required string Minus { get; init; }
}

internal sealed record NumberWordData
{
    public required string Cldr { get; init; }

    public required Dictionary<string, string[]> Cardinals { get; init; }

    public required Dictionary<string, string[]> Ordinals { get; init; }
}

internal sealed record ListData
{
    public required Pattern Two { get; init; }

    public required Pattern Start { get; init; }

    public required Pattern Middle { get; init; }

    public required Pattern End { get; init; }
}

internal sealed record QuoteData
{
    public required string Open { get; init; }

    public required string Close { get; init; }

    public required string InnerOpen { get; init; }

    public required string InnerClose { get; init; }
}

internal sealed record HouseData
{
    public required DatelineData Dateline { get; init; }

    /// <summary>Overrides CLDR's numbering system; read by cldr.mjs.</summary>
    public string? NumberingSystem { get; init; }

    /// <summary>Overrides CLDR's quotation marks, spaces included.</summary>
    public QuoteData? Quotes { get; init; }

    /// <summary>How the first day of a month is written in dates with the month's name, where it is not a plain figure.</summary>
    public string? FirstDay { get; init; }

    /// <summary>What the last conjunction of a list becomes before some words.</summary>
    public EuphonyData? Euphony { get; init; }

    /// <summary>"from Italian", by tag or primary tag; <c>*</c> is the pattern for all others.</summary>
    public required Dictionary<string, string> FromLanguage { get; init; }

    /// <summary>"in Italian", by tag or primary tag; <c>*</c> is the pattern for all others.</summary>
    public required Dictionary<string, string> InLanguage { get; init; }

    /// <summary>Marks that are not written as in ASCII, with the space that belongs before them.</summary>
    public Dictionary<string, string>? Marks { get; init; }

    /// <summary>What a sentence begins with that ends with a mark.</summary>
    public Dictionary<string, string>? OpeningMarks { get; init; }

    /// <summary>A regular expression for the whole numbers before which an article or a conjunction has another form.</summary>
    public string? SoundOfNumbers { get; init; }

    /// <summary>Words that have another form in front of some numbers, such as Hungarian <c>a</c> and <c>az</c>; one with a hyphen
    /// stands right before the figure.</summary>
    public string[]? BeforeNumbers { get; init; }

    /// <summary>Whether what is written right behind a figure follows the sound of the number: Turkish <c>42'den</c>.</summary>
    public bool InflectsFigures { get; init; }

    /// <summary>What may stand right behind a figure all the same: Korean counters.</summary>
    public string[]? Counters { get; init; }

    /// <summary>The words that multiply a figure in front of them by a thousand.</summary>
    public string[]? Thousands { get; init; }

    /// <summary>Words for numbers that CLDR has no rules for, by their digits.</summary>
    public Dictionary<string, string[]>? NumberWords { get; init; }
}

internal sealed record DatelineData
{
    /// <summary>{0} is the place, {1} the date.</summary>
    public required Pattern Pattern { get; init; }

    /// <summary>The date's pattern, where it is not that of long dates.</summary>
    public string? Date { get; init; }

    /// <summary>The names that <c>MMM</c> stands for in it.</summary>
    public string[]? Months { get; init; }

    /// <summary>Whether the place is written in capitals.</summary>
    public bool Capitals { get; init; }
}

internal sealed record EuphonyData
{
    /// <summary>A regular expression for the beginning of the last item.</summary>
    public required string Before { get; init; }

    /// <summary>The pattern that replaces those for two items and for the end.</summary>
    public required Pattern Use { get; init; }
}

internal sealed record CollationData
{
    public required string Icu { get; init; }

    public required string Cldr { get; init; }

    /// <summary>The scripts in the order in which they follow each other.</summary>
    public required string[] Scripts { get; init; }

    /// <summary>Marks that count only where all letters are equal.</summary>
    public required string Ignored { get; init; }

    /// <summary>Letters that are ordered as two.</summary>
    public required Dictionary<string, string> Expansions { get; init; }

    public required LetterData[] Groups { get; init; }
}

internal sealed record LetterData
{
    /// <summary>The letters' script; empty for punctuation and digits.</summary>
    public required string Script { get; init; }

    /// <summary>One letter a line; a space parts those that differ in their accents.</summary>
    public required string Letters { get; init; }
}

internal sealed record TailoringData
{
    public string[]? Scripts { get; init; }

    /// <summary>Whether capitals stand before small letters.</summary>
    public bool UpperFirst { get; init; }

    public MovedData[]? Moved { get; init; }

    /// <summary>Chinese characters in the order of the language.</summary>
    public string? Ideographs { get; init; }
}

internal sealed record MovedData
{
    public required string Script { get; init; }

    /// <summary>The letter behind which these stand.</summary>
    public required string After { get; init; }

    /// <summary>A space parts those that differ in their accents, a bar their forms.</summary>
    public required string Letters { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LanguageIndex))]
[JsonSerializable(typeof(CldrData))]
[JsonSerializable(typeof(HouseData))]
[JsonSerializable(typeof(NumberWordData))]
[JsonSerializable(typeof(Strings))]
[JsonSerializable(typeof(CollationData))]
[JsonSerializable(typeof(TailoringData))]
internal sealed partial class LanguageJson : JsonSerializerContext;
