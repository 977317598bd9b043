namespace PressKit.Tests.Translation.Checks;

public sealed class NumberCheckTests
{
    [Theory]
    [InlineData("it", "4.600 visitatori", "en", "4,600 visitors")]
    [InlineData("it", "4.600 visitatori", "fr", "4\u202f600 visiteurs")]
    [InlineData("it", "4.600 visitatori", "es", "4600 visitantes")]
    [InlineData("it", "4.600 visitatori", "ja", "4600人の来場者")]
    [InlineData("it", "42.000 dollari", "en", "$42,000")]
    [InlineData("it", "42.000 dollari", "ja", "4万2000ドル")]
    [InlineData("it", "42.000 dollari", "zh-Hans", "4.2万美元")]
    [InlineData("it", "42.000 dollari", "ar", "42 ألف دولار")]
    [InlineData("it", "42.000 dollari", "de", "42.000 Dollar")]
    [InlineData("it", "42.000 dollari", "ru", "42\u00a0000 долларов")]
    [InlineData("it", "42.000 dollari", "pl", "42\u00a0000 dolarów")]
    [InlineData("it", "42.000 dollari", "ko", "4만 2천 달러")]
    [InlineData("en", "45 million users", "it", "45 milioni di utenti")]
    [InlineData("en", "45 million users", "de", "45 Mio. Nutzer")]
    [InlineData("en", "45 million users", "ja", "4500万人のユーザー")]
    [InlineData("en", "200 million videos", "zh-Hans", "2亿多个视频")]
    [InlineData("en", "a budget of €3.5bn", "it", "un bilancio di 3,5 miliardi di euro")]
    [InlineData("en", "a budget of €3.5bn", "de", "ein Haushalt von 3,5 Mrd. Euro")]
    [InlineData("en", "12.5% more", "fr", "12,5\u00a0% de plus")]
    [InlineData("en", "12% more", "zh-Hans", "增加百分之12")]
    [InlineData("en", "3 prizes for 12 films", "it", "tre premi per dodici film")]
    [InlineData("it", "due premi", "en", "two awards")]
    [InlineData("de", "Im Jahr 2025 kamen 122 Länder", "ar", "وفي عام 2025 جاءت 122 دولة")]
    [InlineData("en", "122 countries", "ar", "١٢٢ دولة")]
    [InlineData("en", "the 1980s", "it", "gli anni ’80")]
    [InlineData("en", "an XLIFF 2.1 file", "de", "eine XLIFF-2.1-Datei")]
    [InlineData("it", "un percorso di 12 km", "ja", "12キロメートルのコース")]
    [InlineData("it", "2 milioni di video", "ar", "مليونا مقطع فيديو")]
    public void The_same_number_in_another_language_is_no_fault(string from, string source, string to, string target) =>
        Checked.Found(from, source, to, target).Where(f => f is "numbers" or "extra-number" or "currency-amount" or "units").ShouldBeEmpty();

    [Theory]
    [InlineData("it", "4.600 visitatori", "en", "4.600 visitors", "numbers")]
    [InlineData("it", "4.600 visitatori", "fr", "4\u202f700 visiteurs", "numbers")]
    [InlineData("it", "4.600 visitatori", "fr", "4.600 visiteurs", "number-format")]
    [InlineData("it", "4.600 visitatori", "de", "460 Besucher", "numbers")]
    [InlineData("it", "42.000 dollari", "en", "€42,000", "currency-amount")]
    [InlineData("it", "42.000 dollari", "ja", "4万2000円", "currency-amount")]
    [InlineData("it", "42.000 dollari", "zh-Hans", "42万美元", "numbers")]
    [InlineData("it", "42.000 dollari", "ar", "42 دولار", "numbers")]
    [InlineData("en", "45 million users", "es", "45 mil millones de usuarios", "numbers")]
    [InlineData("en", "45 million users", "ca", "45 usuaris", "numbers")]
    [InlineData("en", "12% more", "pt", "12 a mais", "numbers")]
    [InlineData("en", "12 km away", "it", "a 12 miglia", "units")]
    [InlineData("en", "open for weeks", "nl", "21 weken open", "extra-number")]
    [InlineData("en", "122 countries", "ar", "١٢٢ دولة", "number-format")]
    [InlineData("en", "twelve films", "it", "tredici film", "numbers")]
    public void Another_number_is_a_fault(string from, string source, string to, string target, string check) =>
        Checked.Found(from, source, to, target).ShouldContain(check);

    [Theory]
    [InlineData("it", "4.600 visitatori", "en", "4.600 visitors", "4,600 visitors")]
    [InlineData("en", "42,000 people", "it", "42,000 persone", "42.000 persone")]
    public void A_number_with_the_separators_of_the_source_is_written_anew(string from, string source, string to, string target, string mended) =>
        Checked.Fixed("numbers", from, source, to, target).ShouldBe(mended);

    [Theory]
    [InlineData("it", "lunedì 3 novembre 2025", "en", "Monday, November 3, 2025")]
    [InlineData("it", "lunedì 3 novembre 2025", "ja", "2025年11月3日（月曜日）")]
    [InlineData("it", "lunedì 3 novembre 2025", "ar", "الاثنين 3 نوفمبر 2025")]
    [InlineData("it", "lunedì 3 novembre 2025", "de", "Montag, 3. November 2025")]
    [InlineData("it", "lunedì 3 novembre 2025", "pt", "segunda-feira, 3 de novembro de 2025")]
    [InlineData("it", "dal giugno 2023", "zh-Hans", "2023年6月起")]
    [InlineData("en", "in September", "ja", "9月に")]
    [InlineData("ja", "令和7年11月3日", "en", "November 3, 2025")]
    [InlineData("en", "11/3/2025", "it", "3/11/2025")]
    [InlineData("en", "from 9 a.m. to 3:30 p.m.", "it", "dalle ore 9 alle ore 15:30")]
    [InlineData("en", "at 3 p.m.", "zh-Hans", "下午3点")]
    [InlineData("en", "until 9:00 CET", "de", "bis 9:00 Uhr MEZ")]
    public void The_same_day_and_time_in_words_are_no_fault(string from, string source, string to, string target) =>
        Checked.Found(from, source, to, target).Where(f => f is "dates" or "times-zones" or "numbers" or "extra-number").ShouldBeEmpty();

    [Theory]
    [InlineData("it", "lunedì 3 novembre 2025", "en", "Tuesday, November 3, 2025", "dates")]
    [InlineData("it", "3 novembre 2025", "en", "November 4, 2025", "dates")]
    [InlineData("it", "3 novembre 2025", "ja", "2025年12月3日", "dates")]
    [InlineData("it", "3 novembre 2025", "ar", "3 نوفمبر 2026", "dates")]
    [InlineData("it", "nel 44 a.C.", "en", "in 45 BC", "numbers")]
    [InlineData("ja", "令和7年11月3日", "en", "November 3, 2026", "dates")]
    [InlineData("en", "at 3 p.m.", "de", "um 4 Uhr", "times-zones")]
    [InlineData("en", "at 15:00 CET", "fr", "à 15 h CEST", "times-zones")]
    [InlineData("en", "in March", "es", "en mayo", "dates")]
    public void Another_day_or_time_is_a_fault(string from, string source, string to, string target, string check) =>
        Checked.Found(from, source, to, target).ShouldContain(check);
}
