using PressKit.Languages;

namespace PressKit.Tests.Languages;

public sealed class NotationTests
{
    private static readonly Locales Locales = new();

    public static TheoryData<string> Tags => new(Locales.Known.Select(l => l.Tag));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_language_knows_its_numbers_in_words(string tag)
    {
        var locale = Locales.Find(Language.Parse(tag))!;
        // CLDR has no rules for these; what the press writes in words stands in their house data.
        string[] byHand = ["bn", "eu", "gl", "mr", "te", "ur"];

        (locale.NumberWords.Cardinals.Count > 100).ShouldBe(!byHand.Contains(tag));
        string[] three = byHand.Contains(tag) ? [Three(tag)] : [.. locale.NumberWords.Cardinals[3]];
        three.ShouldAllBe(word => locale.Notation.SaysInWords(new Figure("3", "3", "", false), new[] { word }));
        locale.Notation.SaysInWords(new Figure("3", "3", "", false), ["PressKit"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("hu", "Nézték a ", " művet", true)]
    [InlineData("hu", "Nézték ma ", " művet", false)]
    [InlineData("cs", "Ve ", " zemích", true)]
    [InlineData("mt", "Raw il-", " opra", true)]
    [InlineData("tr", "", "'den fazla", true)]
    [InlineData("tr", "", " ülke", false)]
    [InlineData("fi", "", ":ssa", true)]
    [InlineData("ko", "", "개국", false)]
    [InlineData("ko", "", "를", true)]
    [InlineData("it", "Le ", "-esime", false)]
    public void What_follows_the_sound_of_a_number_is_known(string tag, string before, string behind, bool isInflected) =>
        Locales.Find(Language.Parse(tag))!.Notation.IsInflected(before, behind).ShouldBe(isInflected);

    private static string Three(string tag) => tag switch { "bn" => "তিন", "eu" => "hiru", "gl" => "tres", "mr" => "तीन", "te" => "మూడు", _ => "تین" };
}
