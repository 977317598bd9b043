using System.Text.Json.Serialization;

namespace PressKit.Translation.Checks;

// The files of Data/, as docs/checks.md specifies them: common.json, <tag>.cldr.json and <tag>.house.json. An unknown member
// stops the file from being read.

internal sealed record CommonRules
{
    public required Dictionary<string, int> Zones { get; init; }

    public required string[][] Acronyms { get; init; }

    public required Dictionary<string, int> DayPeriods { get; init; }

    public required Dictionary<string, string> Symbols { get; init; }
}

internal sealed record CldrRules
{
    public required string Cldr { get; init; }

    public required string Decimal { get; init; }

    public required string Group { get; init; }

    public required int MinimumGroupingDigits { get; init; }

    public required string Percent { get; init; }

    public required string[][] Quotes { get; init; }

    public required Dictionary<string, string[]> Scales { get; init; }

    public required DateRules Dates { get; init; }

    public required Dictionary<string, string[]> Currencies { get; init; }

    public required Dictionary<string, string[]> Units { get; init; }
}

internal sealed record DateRules
{
    public required string[][] Months { get; init; }

    public required string[][] Weekdays { get; init; }

    public required string[] Before { get; init; }

    public required string[] Am { get; init; }

    public required string[] Pm { get; init; }

    public required string Short { get; init; }
}

// The optional members are settable: the generated reader gives what is missing the default of its type otherwise.
internal sealed record HouseRules
{
    public required string Script { get; init; }

    public required double Length { get; init; }

    public string FunctionWords { get; set; } = "";

    /// <summary>Other common words, by which the language is told from those like it.</summary>
    public string CommonWords { get; set; } = "";

    public Dictionary<string, string[]> Scales { get; set; } = [];

    public Dictionary<string, string[]> Cardinals { get; set; } = [];

    public Dictionary<string, string[]> Currencies { get; set; } = [];

    public string[] Percent { get; set; } = [];

    public string[] PercentBefore { get; set; } = [];

    public string[] Joins { get; set; } = [];

    public required string[][] Quotes { get; init; }

    public Dictionary<string, string> SpaceBefore { get; set; } = [];

    public string[] Dates { get; set; } = [];

    public string[] Times { get; set; } = [];

    public Dictionary<string, int> Eras { get; set; } = [];

    public Dictionary<string, string> End { get; set; } = [];

    public string[][] EndsLike { get; set; } = [];

    public string[] QuestionEndings { get; set; } = [];

    public Dictionary<string, string> Marks { get; set; } = [];

    public bool InvertedMarks { get; set; }

    public bool FullWidth { get; set; }

    public string Traditional { get; set; } = "";

    public int[] MayBeSilent { get; set; } = [];

    public string[] Doubled { get; set; } = [];

    public string[] DoubledCharacters { get; set; } = [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CommonRules))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(CldrRules))]
[JsonSerializable(typeof(HouseRules))]
internal sealed partial class RulesJson : JsonSerializerContext;
