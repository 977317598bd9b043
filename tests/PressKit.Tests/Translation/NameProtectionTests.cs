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

    [Theory]
    [InlineData("Montepremi: 42.000", "<1/>: 42.000", "Prize money: 42.000")]
    [InlineData("il montepremi", "il <1/>", "il prize money")]
    public void A_term_that_begins_a_sentence_keeps_its_capital(string text, string protectedText, string back)
    {
        var content = Names(Italian, English).Protect(InlineContent.Of(text));
        content.ToString().ShouldBe(protectedText);
        Inline.Show(NameProtection.Unprotect(content)).ShouldBe(back);
    }

    [Fact]
    public void An_inflected_term_is_the_services_business() =>
        Names(Italian, English).Protect(InlineContent.Of("Due Gran Premi e un Gran Premio")).ToString().ShouldBe("Due Gran Premi e un <1/>");

    [Fact]
    public void A_service_that_takes_terms_gets_them_as_text() =>
        Names(Italian, English).Protect(InlineContent.Of("Il montepremi di Kling AI"), namesOnly: true).ToString().ShouldBe("Il montepremi di <1/>");

    [Fact]
    public void A_name_that_goes_across_codes_is_left_as_it_is() =>
        Names(Italian, English).Protect(Inline.Parse("Kling <em1>AI</em1> e Kling AI")).ToString().ShouldBe("Kling <1>AI</1> e <2/>");

    [Fact]
    public void Words_that_stand_for_two_things_are_left_as_they_are() =>
        new NameProtection([Settled("colpo", "shot"), Settled("colpo", "blow") with { Id = "colpo-2" }], Italian, English)
            .Protect(InlineContent.Of("un colpo")).ToString().ShouldBe("un colpo");

    private static NameProtection Names(Language source, Language target) => new(
        [
            SomeTerm.Name("Kling AI"), SomeTerm.Name("Kling AI NextGen"), SomeTerm.Name("快手科技"), SomeTerm.Name("クリング"),
            Settled("La tigre e il dragone", "Crouching Tiger, Hidden Dragon"), Settled("montepremi", "prize money"), Settled("Gran Premio", "Grand Prix"),
            new Term("festival", "festival") { Language = Italian },
        ],
        source, target);

    private static Term Settled(string italian, string english) => SomeTerm.Settled("it", italian, "en", english);
}
