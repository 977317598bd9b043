using PressKit.Translation.Memory;

namespace PressKit.Tests.Translation.Memory;

public sealed class DifferenceFinderTests
{
    private static readonly DifferenceFinder Finder = new(
    [
        new Term("premio", "gran premio") { Language = Language.Parse("it") },
        new Term("kling", "Kling AI") { Translate = false },
        new Term("zeng", "曾雨申") { Language = Language.Parse("zh-Hans"), Translate = false },
    ]);

    public static TheoryData<string> Languages => new(MeaningWords.Languages.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("it", "La giuria ha letto 4.600 testi.", "La giuria ha letto 4.700 testi.", Differences.Number)]
    [InlineData("it", "Sono arrivati tre registi.", "Sono arrivati due registi.", Differences.Number)]
    [InlineData("it", "Vale 10 €.", "Vale 10 $.", Differences.Number)]
    [InlineData("it", "Apre il 5 marzo.", "Apre il 5 maggio.", Differences.Date)]
    [InlineData("it", "La mostra apre lunedì.", "La mostra apre martedì.", Differences.Date)]
    [InlineData("it", "La mostra è aperta.", "La mostra non è aperta.", Differences.Negation)]
    [InlineData("it", "Ha parlato Anna Rossi.", "Ha parlato Anna Bianchi.", Differences.Name)]
    [InlineData("it", "Rossi ha parlato.", "Bianchi ha parlato.", Differences.Name)]
    [InlineData("it", "Ha vinto il gran premio di oggi.", "Ha vinto il premio di oggi.", Differences.Term)]
    [InlineData("it", "È fatto con Kling AI.", "È fatto con la macchina.", Differences.Name)]
    [InlineData("en", "They don't agree.", "They do agree.", Differences.Negation)]
    [InlineData("en", "The winner arrived on Monday.", "The winner arrived on Friday.", Differences.Date)]
    [InlineData("en", "It ended without a vote.", "It ended with a vote.", Differences.Negation)]
    [InlineData("fr", "Le jury n’a pas voté.", "Le jury a voté.", Differences.Negation)]
    [InlineData("de", "Die Jury hat nicht gewählt.", "Die Jury hat gewählt.", Differences.Negation)]
    [InlineData("de", "Es sprach Anna Rossi.", "Es sprach Anna Weiß.", Differences.Name)]
    [InlineData("es", "El jurado nunca votó.", "El jurado votó.", Differences.Negation)]
    [InlineData("it", "La giuria ha ventuno membri.", "La giuria ha ventidue membri.", Differences.Number)]
    [InlineData("de", "Die Jury hat einundzwanzig Mitglieder.", "Die Jury hat zweiundzwanzig Mitglieder.", Differences.Number)]
    [InlineData("pl", "Jury liczy dwudziestu członków.", "Jury liczy trzydziestu członków.", Differences.Number)]
    [InlineData("fi", "Mukana oli viidentoista maan ohjaajia.", "Mukana oli kolmentoista maan ohjaajia.", Differences.Number)]
    [InlineData("pt", "O júri não votou.", "O júri votou.", Differences.Negation)]
    [InlineData("ca", "El jurat mai va votar.", "El jurat va votar.", Differences.Negation)]
    [InlineData("ja", "審査員は参加しない。", "審査員は参加する。", Differences.Negation)]
    [InlineData("ja", "監督マリオが来た。", "監督ルイージが来た。", Differences.Name)]
    [InlineData("ja", "参加者は三人だった。", "参加者は五人だった。", Differences.Number)]
    [InlineData("zh-Hans", "评审没有投票。", "评审有投票。", Differences.Negation)]
    [InlineData("zh-Hans", "导演曾雨申来了。", "导演来了。", Differences.Name)]
    [InlineData("ar", "لم تصوت اللجنة.", "صوتت اللجنة.", Differences.Negation)]
    [InlineData("ar", "شارك ١٢ مخرجا.", "شارك ١٣ مخرجا.", Differences.Number)]
    [InlineData("ru", "Жюри не голосовало.", "Жюри голосовало.", Differences.Negation)]
    [InlineData("pl", "Jury nie głosowało.", "Jury głosowało.", Differences.Negation)]
    public void What_changes_what_is_said_is_found(string tag, string one, string other, Differences expected) =>
        (Between(tag, one, other) & expected).ShouldBe(expected);

    [Theory]
    [InlineData("it", "La giuria ha letto 4.600 testi.", "La giuria ha scelto 4.600 testi.")]
    [InlineData("it", "Il festival apre a Roma.", "La mostra apre a Roma.")]
    [InlineData("en", "The jury met in Rome on 5 March.", "On 5 March the jury met in Rome.")]
    [InlineData("de", "Die Jury traf sich im Haus.", "Die Jury traf sich im Saal.")]
    [InlineData("ja", "審査員は東京で会った。", "審査員は東京で話した。")]
    [InlineData("ar", "شارك ١٢ مخرجا.", "شارك 12 مخرجا.")]
    [InlineData("it", "La giuria ha visto un film.", "La giuria ha visto una mostra.")]
    [InlineData("es", "El jurado vio un film.", "El jurado vio una muestra.")]
    [InlineData("fr", "Le prix vaut 4 600 euros.", "Le prix vaut 4\u202f600 euros.")]
    public void Another_word_is_no_difference(string tag, string one, string other)
    {
        if (tag == "fr") one = one.Replace("4 600", "4\u00a0600", StringComparison.Ordinal);
        Between(tag, one, other).ShouldBe(Differences.None);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_words_of_negation(string tag) =>
        MeaningWords.Of(Language.Parse(tag)).Has(Differences.Negation).ShouldBeTrue();

    [Fact]
    public void The_languages_of_the_sample_and_the_major_ones_have_words() =>
        ((string[])["it", "en", "fr", "de", "es", "pt", "ca", "ja", "zh", "ar", "ru", "hi", "id", "tr", "ko", "nl", "pl", "fa", "vi", "uk"])
            .Except(MeaningWords.Languages).ShouldBeEmpty();

    private static Differences Between(string tag, string one, string other) =>
        Finder.Between(Language.Parse(tag), InlineContent.Of(one), InlineContent.Of(other));
}
