using System.Collections.Immutable;
using PressKit.Testing;
using PressKit.Translation;

namespace PressKit.Tests.Translation;

public sealed class NameProtectionTests
{
    private static readonly Language Italian = Language.Parse("it");
    private static readonly Language English = Language.Parse("en");

    [Theory]
    [InlineData("Il premio Kling AI NextGen di Kling AI", "Il premio <1/> di <2/>", "Il premio Kling AI NextGen di Kling AI")]
    [InlineData("l'Kling AI, «Kling AI»", "l'<1/>, «<2/>»", "l'Kling AI, «Kling AI»")]
    [InlineData("Kling AIs e kling ai e XKling AI", "Kling AIs e kling ai e XKling AI", "Kling AIs e kling ai e XKling AI")]
    [InlineData("Vince La tigre e il dragone.", "Vince <1/>.", "Vince Crouching Tiger, Hidden Dragon.")]
    [InlineData("Un festival a Tokyo", "Un festival a Tokyo", "Un festival a Tokyo")]
    public void Names_and_settled_terms_become_codes_and_text_again(string text, string protectedText, string back)
    {
        var content = Names(Italian, English).Protect(InlineContent.Of(text));
        content.ToString().ShouldBe(protectedText);
        Inline.Show(NameProtection.Unprotect(content)).ShouldBe(back);
    }

    [Fact]
    public void Codes_of_the_source_keep_their_numbers()
    {
        var content = Names(Italian, English).Protect(Inline.Parse("Vedi <a7>Kling AI</a7> di <em2>Kling AI</em2>"));
        content.ToString().ShouldBe("Vedi <7><8/></7> di <2><9/></2>");
    }

    [Theory]
    [InlineData("快手科技发布可灵Kling AI模型", "<1/>发布可灵<2/>模型")]
    [InlineData("クリング社のKling AIが", "<1/>社の<2/>が")]
    public void A_script_without_spaces_has_no_word_boundary(string text, string protectedText) =>
        Names(Language.Parse("zh-Hans"), English).Protect(InlineContent.Of(text)).ToString().ShouldBe(protectedText);

    [Fact]
    public void A_term_counts_in_its_own_language_only() =>
        Names(Language.Parse("fr"), English).Protect(InlineContent.Of("La tigre e il dragone")).ToString().ShouldBe("La tigre e il dragone");

    [Fact]
    public void A_term_without_a_translation_for_the_language_is_the_services_business() =>
        Names(Italian, Language.Parse("ca")).Protect(InlineContent.Of("La tigre e il dragone")).ToString().ShouldBe("La tigre e il dragone");

    private static NameProtection Names(Language source, Language target) => new(
        [
            Name("Kling AI"), Name("Kling AI NextGen"), Name("快手科技"), Name("クリング"),
            new Term("La tigre e il dragone", Italian, Translate: true, new LocalisedText(
                ImmutableSortedDictionary<Language, string>.Empty.Add(English, "Crouching Tiger, Hidden Dragon")), null),
            new Term("festival", Italian, Translate: true, LocalisedText.Empty, null),
        ],
        source, target);

    private static Term Name(string text) => new(text, null, Translate: false, LocalisedText.Empty, null);
}
