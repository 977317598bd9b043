using PressKit.Importing;

namespace PressKit.Tests.Importing;

public sealed class DatelinesTests
{
    [Theory]
    [InlineData("it", "Tokyo, 3 novembre 2025 – Durante il festival", "Tokyo", "Durante il festival")]
    [InlineData("it", "MILANO (3 novembre 2025) – Testo", "Milano", "Testo")]
    [InlineData("it", "Milano, lunedì 3 novembre 2025 - Testo", "Milano", "Testo")]
    [InlineData("it", "(Milano, 3 novembre 2025) Testo", "Milano", "Testo")]
    [InlineData("it", "Reggio nell’Emilia, 3/11/2025: Testo", "Reggio nell’Emilia", "Testo")]
    [InlineData("it", "L'AQUILA, 3 NOV. 2025 — Testo", "L'Aquila", "Testo")]
    [InlineData("it", "Milano – 3 novembre 2025 – Testo", "Milano", "Testo")]
    [InlineData("it", "ROMA 3 novembre 2025 - Testo", "Roma", "Testo")]
    [InlineData("it", "Milano, 3 novembre 2025", "Milano", "")]
    [InlineData("it", "3 novembre 2025 – Testo", null, "Testo")]
    [InlineData("en", "TOKYO, Nov. 3, 2025 — Text", "Tokyo", "Text")]
    [InlineData("en", "SAN FRANCISCO, Calif., November 3, 2025 -- Text", "San Francisco, Calif.", "Text")]
    [InlineData("en", "TOKYO, Nov. 03, 2025 /SomeWire/ -- Text", "Tokyo", "Text")]
    [InlineData("en", "London, Monday, 3rd November 2025 – Text", "London", "Text")]
    [InlineData("fr", "Paris, le 3 novembre 2025 – Texte", "Paris", "Texte")]
    [InlineData("fr", "Paris, le lundi 3 novembre 2025 – Texte", "Paris", "Texte")]
    [InlineData("fr", "Paris le 3 novembre 2025 – Texte", "Paris", "Texte")]
    [InlineData("de", "Berlin, 3. November 2025 – Text", "Berlin", "Text")]
    [InlineData("de", "Frankfurt am Main, den 03.11.2025 – Text", "Frankfurt am Main", "Text")]
    [InlineData("es", "Madrid, 3 de noviembre de 2025.– Texto", "Madrid", "Texto")]
    [InlineData("es", "Madrid, 3 de noviembre de 2025. El festival", "Madrid", "El festival")]
    [InlineData("pt", "Lisboa, 3 de novembro de 2025 – Texto", "Lisboa", "Texto")]
    [InlineData("pt", "São Paulo, segunda-feira, 3 de novembro de 2025 – Texto", "São Paulo", "Texto")]
    [InlineData("ca", "Barcelona, 3 de novembre de 2025 – Text", "Barcelona", "Text")]
    [InlineData("ja", "（東京、2025年11月3日）本文です。", "東京", "本文です。")]
    [InlineData("ja", "2025年11月3日、東京", "東京", "")]
    [InlineData("ja", "2025年11月3日(月)、東京 – 本文です。", "東京", "本文です。")]
    [InlineData("ja", "【東京発、令和7年11月3日】本文です。", "東京", "本文です。")]
    [InlineData("ja", "東京、２０２５年１１月３日（月曜日）　本文です。", "東京", "本文です。")]
    [InlineData("zh-Hans", "东京，2025年11月3日", "东京", "")]
    [InlineData("zh-Hans", "东京，2025年11月3日——正文。", "东京", "正文。")]
    [InlineData("zh-Hans", "北京2025年11月3日电 正文。", "北京", "正文。")]
    [InlineData("ar", "طوكيو، 3 نوفمبر 2025 – نص", "طوكيو", "نص")]
    [InlineData("ar", "طوكيو، الاثنين 3 نوفمبر 2025 – نص", "طوكيو", "نص")]
    [InlineData("ar", "بيروت، ٣ تشرين الثاني ٢٠٢٥ - نص", "بيروت", "نص")]
    [InlineData("ar", "\u200fطوكيو، 3 تشرين الثاني/نوفمبر 2025 – نص", "طوكيو", "نص")]
    public void A_dateline_is_found_as_the_press_writes_it(string language, string text, string? place, string rest)
    {
        var found = new Datelines(Language.Parse(language)).Find(text, out var impossible);
        found.ShouldNotBeNull();
        found.Dateline.ShouldBe(new Dateline(place, new DateOnly(2025, 11, 3)));
        text[(text.IndexOf(found.Text, StringComparison.Ordinal) + found.Text.Length)..].Trim().ShouldBe(rest);
        impossible.ShouldBeNull();
    }

    [Theory]
    [InlineData("it", "Il 3 novembre 2025 si è aperto il festival di Tokyo.")]
    [InlineData("it", "Il 3 novembre 2025 – a festival aperto – si è parlato di Tokyo.")]
    [InlineData("it", "Dal 3 novembre 2025: tutte le novità.")]
    [InlineData("it", "Durante il Tokyo Film Festival si è svolto, 3 novembre 2025, un concorso.")]
    [InlineData("en", "LONDON, 03/11/2025 – Text")]
    [InlineData("en", "On November 3, 2025, the festival opened.")]
    [InlineData("ja", "当社は、2025年11月3日 東京で発表しました。")]
    [InlineData("ja", "2025年11月3日、東京で開かれた映画祭。")]
    [InlineData("zh-Hans", "2025年11月3日，东京电影节开幕。")]
    [InlineData("ar", "في 3 نوفمبر 2025 افتتح المهرجان.")]
    [InlineData("de", "Tokyo, 3 novembre 2025 – die Sprache ist eine andere")]
    public void A_sentence_with_a_date_is_no_dateline(string language, string text) =>
        new Datelines(Language.Parse(language)).Find(text, out _).ShouldBeNull();

    [Theory]
    [InlineData("it", "Milano, 31 novembre 2025 – Testo", "31 novembre 2025")]
    [InlineData("it", "Milano, 29 febbraio 2025 – Testo", "29 febbraio 2025")]
    [InlineData("de", "Berlin, 3.13.2025 – Text", "3.13.2025")]
    [InlineData("ja", "東京、2025年11月31日　本文", "2025年11月31日")]
    public void A_date_that_does_not_exist_is_no_dateline(string language, string text, string date)
    {
        new Datelines(Language.Parse(language)).Find(text, out var impossible).ShouldBeNull();
        impossible.ShouldBe(date);
    }

    [Fact]
    public void Every_month_of_every_language_is_read()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["it"] = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            ["en"] = "January February March April May June July August September October November December",
            ["fr"] = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            ["de"] = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            ["es"] = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            ["pt"] = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            ["ca"] = "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
            ["ar"] = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        };
        foreach (var (language, months) in names)
        {
            var datelines = new Datelines(Language.Parse(language));
            var numbers = months.Split(' ').SelectMany(m => new[] { m, m.ToUpperInvariant() })
                .Select(m => datelines.Find($"Roma, 1 {m} 2026 – x", out _)?.Dateline.Date?.Month ?? 0);
            numbers.ShouldBe(Enumerable.Range(1, 12).SelectMany(m => new[] { m, m }), language);
        }
    }

    [Theory]
    [InlineData("RIO DE JANEIRO", "Rio de Janeiro")]
    [InlineData("L’AQUILA", "L’Aquila")]
    [InlineData("WASHINGTON DC", "Washington DC")]
    [InlineData("LA SPEZIA", "La Spezia")]
    [InlineData("ZÜRICH", "Zürich")]
    public void A_place_in_capitals_is_written_as_elsewhere(string capitals, string place) =>
        PlaceNames.FromCapitals(capitals).ShouldBe(place);
}
