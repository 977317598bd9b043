using System.Globalization;
using System.Text.Json;
using PressKit.Languages;
using PressKit.Testing;

namespace PressKit.Tests.Languages;

public sealed class PluralRulesTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Cldr = Read();

    public static TheoryData<string> Tags => [.. Cldr.Keys];

    [Theory]
    [MemberData(nameof(Tags))]
    public void Of_agrees_with_every_sample_of_CLDR(string tag)
    {
        var rules = new PluralRules(Cldr[tag]);
        var checkedSamples = 0;
        foreach (var (category, rule) in Cldr[tag])
        {
            foreach (var sample in Samples(rule))
            {
                rules.Of(PluralOperands.Parse(sample)).ToString().ToLowerInvariant().ShouldBe(category, $"{tag} {sample}");
                checkedSamples++;
            }
        }

        checkedSamples.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("1", 1, 0, 0, 0)]
    [InlineData("1.0", 1, 1, 0, 0)]
    [InlineData("1.30", 1, 2, 30, 3)]
    [InlineData("1.03", 1, 2, 3, 3)]
    [InlineData("1.2c6", 1200000, 0, 0, 0)]
    [InlineData("1.0000001c6", 1000000, 1, 1, 1)]
    public void Operands_are_those_of_the_number_as_it_is_shown(string shown, int i, int v, int f, int t)
    {
        var operands = PluralOperands.Parse(shown);
        ((int)operands.I, operands.V, (int)operands.F, (int)operands.T).ShouldBe((i, v, f, t));
    }

    [Fact]
    public void Operands_have_no_sign()
    {
        PluralOperands.Of(-2).ShouldBe(PluralOperands.Of(2));
        PluralOperands.Of(-2.5m).ShouldBe(PluralOperands.Of(2.5m));
        PluralOperands.Of(long.MinValue).N.ShouldBe(9223372036854775808m);
    }

    [Theory]
    [InlineData("one", "n is 1")]
    [InlineData("one", "x = 1")]
    [InlineData("one", "n = one")]
    [InlineData("single", "n = 1")]
    public void A_rule_that_cannot_be_read_is_refused(string category, string rule) =>
        Should.Throw<FormatException>(() => new PluralRules(new Dictionary<string, string>(StringComparer.Ordinal) { [category] = rule }));

    // "n % 100 = 3..10 @integer 3~10, 103, … @decimal 3.0, …"
    private static IEnumerable<string> Samples(string rule) =>
        rule.Split('@')[1..].SelectMany(part => part[part.IndexOf(' ', StringComparison.Ordinal)..].Split(','))
            .Select(sample => sample.Trim()).Where(sample => sample is not ("…" or ""))
            .SelectMany(sample => sample.Split('~') is [var from, var to] ? Range(from, to) : [sample]);

    private static IEnumerable<string> Range(string from, string to)
    {
        var last = decimal.Parse(to, CultureInfo.InvariantCulture);
        var first = decimal.Parse(from, CultureInfo.InvariantCulture);
        var step = new decimal(1, 0, 0, false, first.Scale);
        for (var n = first; n <= last; n += step) yield return n.ToString(CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, Dictionary<string, string>> Read() =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllBytes(Repository.PathTo("tests", "PressKit.Tests", "Languages", "plurals.json")))!;
}
