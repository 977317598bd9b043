using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using PressKit.Languages;
using PressKit.Testing;

namespace PressKit.Tests.Languages;

/// <summary>Compares what PressKit writes with what another implementation of CLDR writes: ICU, as Node has it.</summary>
public sealed class IcuTests(IcuTests.Icu icu) : IClassFixture<IcuTests.Icu>
{
    private static readonly Locales Locales = new();

    public static TheoryData<string> Tags => [.. Locales.Known.Select(language => language.Tag)];

    [SkippableTheory]
    [MemberData(nameof(Tags))]
    public void Dates_are_those_of_ICU(string tag)
    {
        var (locale, expected) = Of(tag);
        Texts(expected, "longDates").ShouldBe(icu.Days.Select(locale.Date).Select(Plain), tag);
        Texts(expected, "months").ShouldBe(icu.Days.Select(locale.YearMonth).Select(Plain), tag);
        Texts(expected, "years").ShouldBe(icu.Days.Select(locale.Year).Select(Plain), tag);
        Texts(expected, "shortDates").ShouldBe(icu.Days.Select(locale.ShortDate).Select(Plain), tag);
    }

    [SkippableTheory]
    [MemberData(nameof(Tags))]
    public void Numbers_and_plurals_are_those_of_ICU(string tag)
    {
        var (locale, expected) = Of(tag);
        Texts(expected, "numbers").ShouldBe(icu.Numbers.Select(locale.Number).Select(Plain), tag);
        Texts(expected, "plurals").ShouldBe(icu.Counts.Select(n => locale.Plural(n).ToString().ToLowerInvariant()), tag);
    }

    [SkippableTheory]
    [MemberData(nameof(Tags))]
    public void Lists_are_those_of_ICU(string tag)
    {
        var (locale, expected) = Of(tag);
        string[][] lists = [["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]];
        Texts(expected, "lists").ShouldBe(lists.Select(locale.List), tag);
    }

    [SkippableTheory]
    [MemberData(nameof(Tags))]
    public void Names_of_countries_are_in_the_order_of_ICU(string tag)
    {
        var (locale, expected) = Of(tag);
        var sorted = Texts(expected, "sorted").ToList();
        // ICU orders an Arabic alef with a madda differently before different letters.
        if (tag == "ar") sorted.RemoveAll(name => name.StartsWith('آ'));
        sorted.Zip(sorted.Skip(1)).Where(pair => locale.Order.Compare(pair.First, pair.Second) >= 0)
            .Select(pair => $"{tag}: {pair.First} before {pair.Second}").ShouldBeEmpty();
    }

    private (Locale Locale, JsonNode Expected) Of(string tag)
    {
        Skip.If(icu.Missing is not null, icu.Missing);
        return (Locales.Find(Language.Parse(tag)).ShouldNotBeNull(), icu.Languages[tag].ShouldNotBeNull());
    }

    // Node has a plain space where CLDR has a narrow one that does not break.
    private static IEnumerable<string> Texts(JsonNode node, string key) => node[key]!.AsArray().Select(n => Plain((string)n!));

    private static string Plain(string text) => text.Replace('\u202f', ' ');

    /// <summary>Node's ICU, asked once for all languages.</summary>
    public sealed class Icu
    {
        public Icu()
        {
            var answer = Ask();
            if (answer is null)
            {
                Missing = "node is not installed";
                return;
            }

            var root = JsonNode.Parse(answer)!;
            var version = (string)root["cldr"]!;
            var ours = (string)JsonNode.Parse(File.ReadAllText(Repository.PathTo("src", "PressKit", "Languages", "Data", "index.json")))!["cldr"]!;
            if (version.Split('.')[0] != ours.Split('.')[0]) Missing = $"node has CLDR {version}, PressKit {ours}";
            Languages = root["languages"]!;
            Days = [.. root["days"]!.Deserialize<int[][]>()!.Select(d => new DateOnly(d[0], d[1], d[2]))];
            Numbers = root["numbers"]!.Deserialize<decimal[]>()!;
            Counts = root["counts"]!.Deserialize<long[]>()!;
        }

        public string? Missing { get; }

        public JsonNode Languages { get; } = new JsonObject();

        public DateOnly[] Days { get; } = [];

        public decimal[] Numbers { get; } = [];

        public long[] Counts { get; } = [];

        private static string? Ask()
        {
            var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
            start.ArgumentList.Add(Repository.PathTo("tests", "PressKit.Tests", "Languages", "icu.mjs"));
            foreach (var language in Locales.Known) start.ArgumentList.Add(language.Tag);
            try
            {
                using var process = Process.Start(start)!;
                var answer = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                return process.ExitCode == 0 ? answer : null;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return null;
            }
        }
    }
}
