using System.Collections.Immutable;
using PressKit.Testing;
using PressKit.Translation.Glossary;

namespace PressKit.Tests.Translation.Glossary;

public sealed class InflectionTests
{
    [Theory]
    [InlineData("en", "prize", "The prizes were awarded.")]
    [InlineData("en", "jury", "Two juries met.")]
    [InlineData("en", "festival", "the festival’s jury")]
    [InlineData("en", "red carpet", "on red carpets")]
    [InlineData("it", "premio", "tre premi")]
    [InlineData("it", "Gran Premio", "i Gran Premi")]
    [InlineData("it", "opera", "dell'opera e delle opere")]
    [InlineData("it", "regista", "i registi e le registe")]
    [InlineData("it", "pellicola muta", "pellicole mute")]
    [InlineData("fr", "prix", "les prix")]
    [InlineData("fr", "journal", "les journaux")]
    [InlineData("fr", "festival", "l’affiche des festivals")]
    [InlineData("fr", "intelligence artificielle", "d’intelligences artificielles")]
    [InlineData("es", "dotación", "las dotaciones")]
    [InlineData("es", "jurado", "los jurados")]
    [InlineData("pt", "premiação", "as premiações")]
    [InlineData("pt", "animal", "os animais")]
    [InlineData("ca", "dotació", "les dotacions")]
    [InlineData("ca", "obra", "les obres")]
    [InlineData("de", "Preisgeld", "die Höhe des Preisgeldes und der Preisgelder")]
    [InlineData("de", "Künstliche Intelligenz", "künstlicher Intelligenz, Künstlichen Intelligenz")]
    [InlineData("de", "Grand Prix", "der Grand-Prix-Gewinner")]
    [InlineData("nl", "jury", "de jury's en jurys")]
    [InlineData("sv", "festival", "på festivalen och festivalerna")]
    [InlineData("pl", "nagroda", "zdobył nagrodę i nagrody")]
    [InlineData("pl", "festiwal filmowy", "na festiwalu filmowym")]
    [InlineData("cs", "cena", "získal cenu bez cen")]
    [InlineData("ru", "кинофестиваль", "на кинофестивале и до кинофестиваля")]
    [InlineData("ru", "главный приз", "с главным призом, главного приза")]
    [InlineData("ru", "премия", "вручение премии лауреатам премий")]
    [InlineData("uk", "премія", "вручення премії")]
    [InlineData("el", "βραβείο", "τα βραβεία των ΒΡΑΒΕΙΩΝ")]
    [InlineData("tr", "festival", "festivalde, festivalin, festivallerden")]
    [InlineData("tr", "Tokyo", "Tokyo'da ve Tokyo’nun")]
    [InlineData("tr", "ödül", "İki ödülü var; ÖDÜLLER")]
    [InlineData("fi", "festivaali", "festivaalilla ja festivaalien")]
    [InlineData("fi", "palkinto", "palkinnon ja palkintoja")]
    [InlineData("hu", "fesztivál", "a fesztiválon és a fesztiválokról")]
    [InlineData("hu", "pálma", "pálmát, pálmával")]
    [InlineData("ar", "الجائزة الكبرى", "فاز بالجائزة الكبرى وحصل على جائزة كبرى")]
    [InlineData("ar", "مهرجان", "للمهرجان وفي المهرجانات")]
    [InlineData("ar", "الذكاء الاصطناعي", "عن الذَّكاء الاصطناعيّ وبالذكاء الاصطناعي")]
    [InlineData("he", "פסטיבל", "בפסטיבל והפסטיבלים")]
    [InlineData("ko", "도쿄국제영화제", "도쿄국제영화제에서는")]
    [InlineData("ja", "東京国際映画祭", "第38回東京国際映画祭にて")]
    [InlineData("ja", "グランプリ", "最高賞のグランプリを受賞")]
    [InlineData("zh-Hans", "东京国际电影节", "在东京国际电影节上")]
    [InlineData("th", "เทศกาล", "ในเทศกาลภาพยนตร์")]
    public void A_term_is_found_in_the_forms_that_its_language_gives_it(string language, string term, string text) =>
        Found(language, term, text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("en", "prize", "It was surprised and apprized.")]
    [InlineData("en", "art", "party, artful, start")]
    [InlineData("it", "AI", "ai registi, dai, AIRE")]
    [InlineData("it", "premio", "premiare, premiato, supremo")]
    [InlineData("it", "corte", "corto, cortile")]
    [InlineData("fr", "prix", "prisme, prie, Prixel")]
    [InlineData("es", "jurado", "juramento, perjurados")]
    [InlineData("pt", "prêmio", "premiar, preme")]
    [InlineData("ca", "drac", "dracma")]
    [InlineData("de", "Preis", "preiswert, gepriesen, Kreis")]
    [InlineData("nl", "prijs", "prijzig, spijs")]
    [InlineData("pl", "nagroda", "nagrodzony, ogród")]
    [InlineData("cs", "cena", "cenzura, ocenění")]
    [InlineData("ru", "приз", "призыв, признание, каприз")]
    [InlineData("el", "βραβείο", "βραβευμένος")]
    [InlineData("tr", "ödül", "ödünç, ödüllendirmek")]
    [InlineData("fi", "palkinto", "palkka, palkita")]
    [InlineData("hu", "díj", "díszlet, ódon")]
    [InlineData("ar", "جائزة", "جوز، أجاز، إجازة")]
    [InlineData("ar", "مهرجان", "مهرج، مهارات")]
    [InlineData("he", "פרס", "פרסום, פרסה")]
    [InlineData("ko", "상", "상영 상태")]
    [InlineData("ja", "リスク", "アスタリスク")]
    [InlineData("th", "ตา", "ต้า")]
    [InlineData("zh-Hans", "大奖", "大 奖，大赛奖")]
    public void Other_words_with_the_same_letters_are_not_the_term(string language, string term, string text) =>
        Found(language, term, text).ShouldBeEmpty();

    [Theory]
    [InlineData("de", "Preisgeld", "Höhe der Preisgeldsumme")]
    [InlineData("de", "Festival", "das Filmfestival")]
    [InlineData("sv", "festival", "filmfestivalens publik")]
    [InlineData("ja", "リスク", "ハイリスク")]
    public void A_translation_has_a_term_that_is_part_of_a_longer_word(string language, string term, string text)
    {
        Found(language, term, text).ShouldBeEmpty();
        Compare(language, term, text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pl", "Tim Yip", "praca Tima Yipa", true)]
    [InlineData("cs", "Tim Yip", "s Timem Yipem", true)]
    [InlineData("fi", "Kling AI", "Kling AI:n malli", true)]
    [InlineData("tr", "Kling AI", "Kling AI'nin", true)]
    [InlineData("hu", "Tim Yip", "Tim Yippel", false)]
    [InlineData("en", "Tim Yip", "Timothy Yip", false)]
    [InlineData("de", "Bafta", "der BAFTA", false)]
    public void A_name_in_a_translation_may_have_an_ending(string language, string name, string text, bool stands)
    {
        var findings = new Terminology([SomeTerm.Name(name)]).Compare(InlineContent.Of(name), InlineContent.Of(text), Language.Parse("it"), Language.Parse(language));
        findings.Select(f => f.Fault).ShouldBe(stands ? [] : [TermFault.NameChanged]);
    }

    [Fact]
    public void What_no_rule_makes_is_listed()
    {
        var term = SomeTerm.In("pl", "dzień") with { Forms = [new TermForm("dzień") { Inflections = ["dnia", "dni"] }] };
        new Terminology([term]).Find("trzy dni", Language.Parse("pl")).Single().Start.ShouldBe(5);
        Found("pl", "dzień", "trzy dni").ShouldBeEmpty();
    }

    private static IEnumerable<string> Found(string language, string term, string text) =>
        new Terminology([SomeTerm.In(language, term)]).Find(text, Language.Parse(language)).Select(m => text.Substring(m.Start, m.Length));

    private static ImmutableArray<TermFinding> Compare(string language, string term, string text) =>
        new Terminology([SomeTerm.Settled("xx", "x", language, term)]).Compare(InlineContent.Of("x"), InlineContent.Of(text), Language.Parse("xx"), Language.Parse(language));
}
