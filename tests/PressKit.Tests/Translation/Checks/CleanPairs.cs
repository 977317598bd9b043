using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;

namespace PressKit.Tests.Translation.Checks;

/// <summary>Good translations: those of the repository that a person signed off, and sentences of pairs.json with numbers, dates,
/// amounts and names whose truth is known, written in fourteen languages by formats of their own.</summary>
internal static class CleanPairs
{
    private static readonly string[] Names = ["Anna Rossi", "Kenji Mori", "Clara Jansen", "Paul Weber", "Laia Serra", "Omar Haddad"];
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The languages of pairs.json.</summary>
    public static Dictionary<string, PairLanguage> Written { get; } = JsonSerializer.Deserialize<Dictionary<string, PairLanguage>>(
        File.ReadAllText(Repository.PathTo("tests", "PressKit.Tests", "Translation", "Checks", "pairs.json")), Json)!;

    /// <summary>The repository's signed-off translations, document by document.</summary>
    public static IEnumerable<ImmutableArray<CheckedUnit>> OfTheRepository(TranslationChecks checks)
    {
        var prepared = new Publisher().Prepare(Repository.Root, DateTimeOffset.UnixEpoch, new Problems())!;
        var terminology = new Terminology(prepared.Newsroom.Glossary);
        foreach (var release in prepared.Releases)
        {
            foreach (var translation in release.Translations.Where(t => !t.Units.Values.Any(u => u.Segments.Any(s => s.IsMachineDraft))))
            {
                var units = release.Source.Units.Select(u => translation.Of(u)).OfType<TranslatedUnit>();
                yield return checks.Read(release.Source.Text.Language, translation.File.Language, units, terminology);
            }
        }
    }

    /// <summary>Written sentences in every pair of languages with these sources.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="heldOut">Whether those that nobody looked at while the checks were made.</param>
    /// <param name="rounds">How often each sentence comes, with other values.</param>
    public static IEnumerable<ImmutableArray<CheckedUnit>> OfFormats(TranslationChecks checks, bool heldOut, int rounds)
    {
        var random = new Random(heldOut ? 41 : 7);
        foreach (var from in Written.Keys)
        {
            foreach (var to in Written.Keys.Where(k => k != from))
            {
                for (var round = 0; round < rounds; round++) yield return Document(checks, from, to, heldOut, random);
            }
        }
    }

    /// <summary>A unit with one segment.</summary>
    public static TranslatedUnit Unit(string id, string source, string target, UnitRole role = UnitRole.Paragraph) =>
        new(id, role, [new SegmentTranslation(new Segment(InlineContent.Of(source)), InlineContent.Of(target), SegmentState.Final, null)]);

    private static ImmutableArray<CheckedUnit> Document(TranslationChecks checks, string from, string to, bool heldOut, Random random)
    {
        var (source, target) = (Written[from], Written[to]);
        var (a, b) = heldOut ? (source.HeldOut, target.HeldOut) : (source.Tuned, target.Tuned);
        var units = new List<TranslatedUnit>();
        for (var i = 0; i < a.Length; i++)
        {
            var values = new PairValues(random.Next(11, 60), random.Next(1001, 99_999), random.Next(1001, 99_999), random.Next(2_000, 900_000), random.Next(2, 98), random.Next(0, 2) * 5,
                random.Next(11, 90), random.Next(11, 400), random.Next(13, 22), random.Next(1, 59), new DateOnly(2024, 1, 1).AddDays(random.Next(0, 1000)), Names[random.Next(Names.Length)], random.Next(1, 9999));
            units.Add(Unit($"{(heldOut ? 'h' : 't')}{i}", source.Write(a[i], values), target.Write(b[i], values)));
        }

        return checks.Read(Language.Parse(from), Language.Parse(to), units, []);
    }
}

/// <summary>What a written sentence says.</summary>
internal sealed record PairValues(int Small, int Whole, int Money, int Euro, int Percent, int Tenths, int Millions, int Kilometres, int Hour, int Minute, DateOnly Date, string Name, int Code);

/// <summary>How a language of pairs.json writes, and its sentences.</summary>
internal sealed record PairLanguage(string Group, string Decimal, string[] Weekdays, string[] Months, string Date, string Money, string Euro,
    string Percent, string Million, string Kilometres, string Time, string[] Tuned, string[] HeldOut)
{
    /// <summary>A sentence with values in its slots.</summary>
    public string Write(string sentence, PairValues v) => sentence
        .Replace("{date}", DateOf(v.Date), StringComparison.Ordinal)
        .Replace("{time}", Time.Replace("{H}", Plain(v.Hour), StringComparison.Ordinal).Replace("{M}", v.Minute.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{n}", Whole(v.Whole), StringComparison.Ordinal)
        .Replace("{k}", Plain(v.Small), StringComparison.Ordinal)
        .Replace("{money}", Money.Replace("{0}", Whole(v.Money), StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{euro}", Euro.Replace("{0}", Whole(v.Euro), StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{pct}", Percent.Replace("{0}", Plain(v.Percent) + (v.Tenths == 0 ? "" : Decimal + Plain(v.Tenths)), StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{mil}", Million.Replace("{0}", Plain(v.Millions), StringComparison.Ordinal).Replace("{mannen}", Plain(v.Millions * 100), StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{km}", Kilometres.Replace("{0}", Plain(v.Kilometres), StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{name}", v.Name, StringComparison.Ordinal)
        .Replace("{mail}", string.Create(CultureInfo.InvariantCulture, $"press{v.Code}@example.org"), StringComparison.Ordinal)
        .Replace("{url}", string.Create(CultureInfo.InvariantCulture, $"https://example.org/{v.Code}/open"), StringComparison.Ordinal)
        .Replace("{phone}", string.Create(CultureInfo.InvariantCulture, $"+39 02 {v.Code + 1_000_000}"), StringComparison.Ordinal)
        .Replace("{code}", string.Create(CultureInfo.InvariantCulture, $"QX{v.Code}"), StringComparison.Ordinal);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Whole(int number) => number < 10_000 && Group == "." ? Plain(number).Insert(1, Group) : number.ToString("#,##0", CultureInfo.InvariantCulture).Replace(",", Group, StringComparison.Ordinal);

    private string DateOf(DateOnly date)
    {
        var month = Months[date.Month - 1];
        return Date.Replace("{w}", Weekdays[(int)date.DayOfWeek], StringComparison.Ordinal).Replace("{d}", Plain(date.Day), StringComparison.Ordinal)
            .Replace("{de}", month[0] is 'a' or 'o' ? "d’" : "de ", StringComparison.Ordinal).Replace("{m}", month, StringComparison.Ordinal)
            .Replace("{y}", Plain(date.Year), StringComparison.Ordinal);
    }
}
