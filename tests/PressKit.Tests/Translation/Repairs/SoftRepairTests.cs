using PressKit.Languages;
using PressKit.Testing;
using PressKit.Translation.Repairs;

namespace PressKit.Tests.Translation.Repairs;

/// <summary>Each case: the language, the source as it was and as it is, the translation, and what becomes of it.</summary>
public sealed class SoftRepairTests
{
    private static readonly SoftRepair Repair = new(new Locales());

    [Theory]
    [InlineData("en", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "The prize is worth $42,000.", "The prize is worth $43,500.")]
    [InlineData("fr", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "Le prix est de 42\u202f000 dollars.", "Le prix est de 43\u202f500 dollars.")]
    [InlineData("fr", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "Le prix est de 42\u00a0000 dollars.", "Le prix est de 43\u00a0500 dollars.")]
    [InlineData("ja", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "賞金は42,000ドル。", "賞金は43,500ドル。")]
    [InlineData("ja", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "賞金は４２０００ドル。", "賞金は４３５００ドル。")]
    [InlineData("ar", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "تبلغ الجائزة 42,000 دولار.", "تبلغ الجائزة 43,500 دولار.")]
    [InlineData("ar", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "تبلغ الجائزة ٤٢٬٠٠٠ دولار.", "تبلغ الجائزة ٤٣٬٥٠٠ دولار.")]
    [InlineData("ja", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "賞金は4万2,000ドル。", "賞金は4万3,500ドル。")]
    [InlineData("ja", "Il premio vale 42.000 dollari.", "Il premio vale 50.000 dollari.", "賞金は4万2000ドル。", "賞金は5万ドル。")]
    [InlineData("ja", "Il premio vale 42.000 dollari.", "Il premio vale 9.500 dollari.", "賞金は4万2,000ドル。", "賞金は9,500ドル。")]
    [InlineData("zh-Hans", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "奖金总额4.2万美元。", "奖金总额4.35万美元。")]
    [InlineData("ar", "Il premio vale 42.000 dollari.", "Il premio vale 43.000 dollari.", "الجائزة 42 ألف دولار.", "الجائزة 43 ألف دولار.")]
    [InlineData("ar", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "الجائزة 42 ألف دولار.", "الجائزة 43,500 دولار.")]
    [InlineData("es", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "El premio es de 42 mil dólares.", "El premio es de 43.500 dólares.")]
    [InlineData("es", "Il premio vale 42.000 dollari.", "Il premio vale 1.500 dollari.", "El premio es de 42.000 dólares.", "El premio es de 1.500 dólares.")]
    [InlineData("es", "Costa 4.600 euro.", "Costa 14.600 euro.", "Cuesta 4600 euros.", "Cuesta 14.600 euros.")]
    [InlineData("en", "Costa 900 euro.", "Costa 1.200 euro.", "It costs 900 euros.", "It costs 1,200 euros.")]
    [InlineData("en", "Costa 4.600 euro.", "Era il 2026 euro.", "It costs 4,600 euros.", null)]
    [InlineData("en", "Sono 2026.", "Sono 6.453.", "They are 2026.", "They are 6,453.")]
    [InlineData("en", "Sono 4.600.", "Sono 2026.", "They are 4,600.", "They are 2026.")]
    [InlineData("en", "Sono 4600.", "Sono 4700.", "They are 4,600.", "They are 4,700.")]
    [InlineData("en", "Era il 2025.", "Era il 2026.", "It was 2025.", "It was 2026.")]
    [InlineData("en", "Sale del 3,5%.", "Sale del 4,25%.", "It rises by 3.5%.", "It rises by 4.25%.")]
    [InlineData("de", "Sale del 3,5%.", "Sale del 4,25%.", "Es steigt um 3,5 %.", "Es steigt um 4,25 %.")]
    [InlineData("ja", "Il 3 novembre 2025 a Tokyo.", "Il 4 novembre 2026 a Tokyo.", "2025年11月3日、東京で。", "2026年11月4日、東京で。")]
    [InlineData("en", "Il 3 novembre a Tokyo.", "Il 13 novembre a Tokyo.", "On Nov. 3 in Tokyo.", "On Nov. 13 in Tokyo.")]
    [InlineData("ar", "Il 3 novembre a Tokyo.", "Il 13 novembre a Tokyo.", "في 3 نوفمبر بطوكيو.", "في 13 نوفمبر بطوكيو.")]
    [InlineData("en", "La versione 1.5 del 3/11.", "La versione 1.6 del 4/11.", "Version 1.5 of 11/3.", "Version 1.6 of 11/4.")]
    [InlineData("en", "Da 10 a 20.", "Da 12 a 25.", "Between 20 and 10.", "Between 25 and 12.")]
    [InlineData("en", "Il modello F16 vola.", "Il modello F35 vola.", "Model F16 flies.", "Model F35 flies.")]
    [InlineData("it", "It costs 1,234.5 dollars.", "It costs 2,345.6 dollars.", "Costa 1.234,5 dollari.", "Costa 2.345,6 dollari.")]
    [InlineData("it", "42.000", "43.000", "42.000", "43.000")]
    [InlineData("fi", "Il concorso ha raggiunto 42 Paesi.", "Il concorso ha raggiunto 43 Paesi.", "Kilpailu tavoitti 42 maata.", "Kilpailu tavoitti 43 maata.")]
    [InlineData("tr", "Hanno partecipato 4.600 autori.", "Hanno partecipato 4.700 autori.", "Yarışmaya 4.600 yazar katıldı.", "Yarışmaya 4.700 yazar katıldı.")]
    [InlineData("ko", "I Paesi sono 122.", "I Paesi sono 125.", "참가국은 122개국이다.", "참가국은 125개국이다.")]
    [InlineData("pl", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "Nagroda wynosi 42\u00a0000 dolarów.", "Nagroda wynosi 43\u00a0500 dolarów.")]
    [InlineData("cs", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "Cena činí 42\u00a0000 dolarů.", "Cena činí 43\u00a0500 dolarů.")]
    [InlineData("hu", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "A díj 42\u00a0000 dollár.", "A díj 43\u00a0500 dollár.")]
    [InlineData("he", "In 42 Paesi.", "In 43 Paesi.", "ב-42 מדינות.", "ב-43 מדינות.")]
    [InlineData("hi", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "पुरस्कार 42,000 डॉलर का है।", "पुरस्कार 43,500 डॉलर का है।")]
    [InlineData("th", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "รางวัลมูลค่า 42,000 ดอลลาร์", "รางวัลมูลค่า 43,500 ดอลลาร์")]
    [InlineData("bn", "Il premio vale 42.000 dollari.", "Il premio vale 43.500 dollari.", "পুরস্কারের মূল্য ৪২,০০০ ডলার।", "পুরস্কারের মূল্য ৪৩,৫০০ ডলার।")]
    [InlineData("ru", "Il premio vale 42.000 dollari.", "Il premio vale 43.000 dollari.", "Приз составляет 42\u00a0000 долларов.", "Приз составляет 43\u00a0000 долларов.")]
    public void A_figure_is_replaced_in_the_notation_of_the_language(string to, string earlier, string present, string target, string? repaired) =>
        Of(to, earlier, present, target).ShouldBe(repaired);

    [Theory]
    [InlineData("en", "Con 1 film.", "Con 2 film.", "With 1 film.")] // another plural
    [InlineData("ar", "Dura 3 giorni.", "Dura 15 giorni.", "يستمر 3 أيام.")] // another plural
    [InlineData("en", "Costa 10 euro a 10 km.", "Costa 10 euro a 12 km.", "It costs 10 euros at 10 km.")] // which of the two
    [InlineData("en", "Corre 10 km.", "Corre 12 km.", "He runs 10 km (6.2 miles).")] // made from the figure
    [InlineData("en", "Tre film e 3 premi.", "Tre film e 4 premi.", "3 films and three prizes.")] // which of the two
    [InlineData("ja", "Il 5 marzo 3 registi.", "Il 5 marzo 4 registi.", "3月5日、三人の監督。")] // written as a word
    [InlineData("en", "Alle 15 a Roma.", "Alle 16 a Roma.", "At 3 p.m. in Rome.")] // another notation of time
    [InlineData("en", "Sono 1,5 milioni.", "Sono 1,6 milioni.", "There are 1,500,000.")]
    [InlineData("en", "La 3ª edizione.", "La 4ª edizione.", "The 3rd edition.")] // an ordinal
    [InlineData("it", "On 9 March.", "On 8 March.", "Il 9 marzo.")] // l'8
    [InlineData("it", "On 8 March.", "On 9 March.", "L'8 marzo.")]
    [InlineData("en", "Un film di 9 ore.", "Un film di 8 ore.", "A 9-hour film.")] // an 8-hour film
    [InlineData("fr", "Il 1 marzo.", "Il 2 marzo.", "Le 1er mars.")]
    [InlineData("en", "Da 3, 5 e 7.", "Da 3,5 e 7.", "From 3, 5 and 7.")] // fewer figures
    [InlineData("tr", "Oltre 42 Paesi.", "Oltre 43 Paesi.", "42'den fazla ülke.")] // 43'ten
    [InlineData("fi", "In 42 Paesi.", "In 43 Paesi.", "Maita on 42:ssa osassa.")]
    [InlineData("ko", "Era il 42.", "Era il 43.", "답은 42를 넘는다.")] // 43을
    [InlineData("hu", "Le 42 opere.", "Le 51 opere.", "Nézték a 42 művet.")] // az 51
    [InlineData("cs", "In 42 Paesi.", "In 43 Paesi.", "Soutěž běží ve 42 zemích.")]
    [InlineData("ru", "Con 5 premi.", "Con 3 premi.", "Он получил 5 премий.")] // another plural
    [InlineData("fi", "Sono 3 film.", "Sono 4 film.", "Elokuvia on 3, siis kolmella ohjaajalla.")] // written as a word
    [InlineData("mt", "Le 42 opere.", "Le 51 opere.", "Raw il-42 opra.")]
    public void A_figure_whose_place_or_company_is_not_certain_takes_a_person(string to, string earlier, string present, string target) =>
        Of(to, earlier, present, target).ShouldBeNull();

    [Theory]
    [InlineData("en", "Il premio vale molto.", "Il premio vale molto!", "The prize is worth a lot.", "The prize is worth a lot!")]
    [InlineData("ja", "Il premio vale molto.", "Il premio vale molto!", "賞金は高い。", "賞金は高い！")]
    [InlineData("fr", "Il premio vale molto.", "Il premio vale molto!", "Le prix est élevé.", "Le prix est élevé\u202f!")]
    [InlineData("fr", "Il premio vale molto!", "Il premio vale molto.", "Le prix est élevé !", "Le prix est élevé.")]
    [InlineData("es", "Il premio vale molto.", "Il premio vale molto!", "El premio vale mucho.", "¡El premio vale mucho!")]
    [InlineData("es", "Il premio vale molto!", "Il premio vale molto...", "¡El premio vale mucho!", "El premio vale mucho…")]
    [InlineData("ar", "Uno: due", "Uno; due", "واحد: اثنان", "واحد؛ اثنان")]
    [InlineData("de", "Un titolo", "Un titolo.", "Ein Titel", "Ein Titel.")]
    [InlineData("ja", "Un titolo.", "Un titolo", "見出し", "見出し")]
    [InlineData("en", "Oggi il premio, e domani la festa.", "Oggi, il premio e domani la festa.", "Today the prize, tomorrow the party.", "Today the prize, tomorrow the party.")]
    [InlineData("de", "Il film \"Alba\" vince.", "Il film «Alba» vince.", "Der Film „Alba“ gewinnt.", "Der Film „Alba“ gewinnt.")]
    [InlineData("en", "Costa 10 €.", "Costa 10 $.", "It costs €10.", "It costs $10.")]
    [InlineData("en", "L'arte - oggi.", "L’arte – oggi.", "Art – today.", "Art – today.")]
    public void A_mark_is_replaced_as_the_language_writes_it(string to, string earlier, string present, string target, string repaired) =>
        Of(to, earlier, present, target).ShouldBe(repaired);

    [Theory]
    [InlineData("en", "Il premio arriva.", "Il premio arriva?", "The prize arrives.")] // Does it arrive?
    [InlineData("en", "Si è dimesso (ieri).", "Si è dimesso ieri.", "He resigned (yesterday).")]
    [InlineData("en", "Costa -5 gradi.", "Costa 5 gradi.", "It is -5 degrees.")]
    [InlineData("it", "They re-sign the player.", "They resign the player.", "Riprendono il giocatore.")]
    [InlineData("it", "The Polish team.", "The polish team.", "La squadra polacca.")]
    [InlineData("ja", "Costa 10 €.", "Costa 10 $.", "10ユーロです。")]
    public void A_mark_that_changes_what_is_said_takes_a_person(string to, string earlier, string present, string target) =>
        Of(to, earlier, present, target).ShouldBeNull();

    [Theory]
    [InlineData("Il <em1>premio</em1> vale.", "Il <st1>premio</st1> vale.", "The <em1>prize</em1> counts.", "The <st1>prize</st1> counts.")]
    [InlineData("Il <em1>premio</em1> vale.", "Il premio vale.", "The <em1>prize</em1> counts.", "The prize counts.")]
    [InlineData("Il premio vale.", "Il <em1>premio</em1> vale.", "The prize counts.", "The prize counts.")]
    [InlineData("Il premio vale.", "<st1>Il premio vale.</st1>", "The prize counts.", "<st1>The prize counts.</st1>")]
    [InlineData("Il premio Kling AI vale.", "Il premio <a1>Kling AI</a1> vale.", "The Kling AI prize counts.", "The <a1>Kling AI</a1> prize counts.")]
    [InlineData("Il <a1>premio</a1> vale.", "<a1>Il premio</a1> vale.", "The <a1>prize</a1> counts.", "The <a1>prize</a1> counts.")]
    [InlineData("Il <a1>premio</a1> vale.", "Il premio vale.", "The <a1>prize</a1> counts.", "The prize counts.")]
    [InlineData("Il premio vale.", "Il premio vale<fn1/>.", "The prize counts.", "The prize counts<fn1/>.")]
    [InlineData("Il premio vale.<fn1/>", "Il premio vale.", "The prize counts.<fn1/>", "The prize counts.")]
    [InlineData("Il <em1>premio</em1> e <em2>la festa</em2>.", "Il premio e <em1>la festa</em1>.", "The <em1>prize</em1> and <em2>the party</em2>.", "The prize and <em1>the party</em1>.")]
    [InlineData("Il <em1>premio</em1> da 42.000 euro.", "Il <st1>premio</st1> da 43.000 euro!", "The <em1>prize</em1> of 42,000 euros.", "The <st1>prize</st1> of 43,000 euros!")]
    public void Markup_is_the_present_one(string earlier, string present, string target, string repaired) =>
        Of("en", earlier, present, target).ShouldBe(repaired);

    [Theory]
    [InlineData("Il premio vale.", "Il <a1>premio</a1> vale.", "The prize counts.")] // where the link's words are
    [InlineData("Usa <code1/> ora.", "Usa ora.", "Use <code1/> now.")]
    [InlineData("Il premio<br1/>vale.", "Il premio vale.", "The prize<br1/>counts.")]
    [InlineData("Il 4<em1>2</em1> vale.", "Il 4<em1>3</em1> vale.", "The 4<em1>2</em1> counts.")]
    [InlineData("Il premio vale.", "Il premio vale molto.", "The prize counts.")]
    public void What_is_more_than_markup_takes_a_person(string earlier, string present, string target) =>
        Of("en", earlier, present, target).ShouldBeNull();

    private static string? Of(string to, string earlier, string present, string target)
    {
        var from = earlier.Contains("The", StringComparison.Ordinal) || earlier.StartsWith("On", StringComparison.Ordinal) || earlier.StartsWith("It", StringComparison.Ordinal) ? "en" : "it";
        var result = Repair.Of(Inline.Parse(earlier), Inline.Parse(present), Inline.Parse(target), Language.Parse(from), Language.Parse(to));
        return result is null ? null : Inline.Show(result);
    }
}
