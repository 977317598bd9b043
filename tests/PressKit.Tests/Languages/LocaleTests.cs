using System.Globalization;
using FsCheck.Xunit;
using PressKit.Languages;

namespace PressKit.Tests.Languages;

public sealed class LocaleTests
{
    private static readonly Locales Locales = new();
    private static readonly DateOnly Day = new(2025, 11, 3);

    [Theory]
    [InlineData("it", "Tokyo", "Tokyo, 3 novembre 2025 –")]
    [InlineData("en", "Tokyo", "TOKYO, Nov. 3, 2025 –")]
    [InlineData("fr", "Tokyo", "Tokyo, le 3 novembre 2025 –")]
    [InlineData("de", "Tokio", "Tokio, 3. November 2025 –")]
    [InlineData("es", "Tokio", "Tokio, 3 de noviembre de 2025 –")]
    [InlineData("pt", "Tóquio", "Tóquio, 3 de novembro de 2025 –")]
    [InlineData("ca", "Tòquio", "Tòquio, 3 de novembre del 2025 –")]
    [InlineData("ja", "東京", "2025年11月3日、東京")]
    [InlineData("zh-Hans", "东京", "东京，2025年11月3日——")]
    [InlineData("ar", "طوكيو", "طوكيو، 3 نوفمبر 2025 –")]
    [InlineData("bg", "Токио", "Токио, 3 ноември 2025\u202fг. –")]
    [InlineData("hr", "Tokio", "Tokio, 3. studenoga 2025. –")]
    [InlineData("cs", "Tokio", "Tokio 3. listopadu 2025 –")]
    [InlineData("da", "Tokyo", "Tokyo, 3. november 2025 –")]
    [InlineData("nl", "Tokio", "Tokio, 3 november 2025 –")]
    [InlineData("et", "Tokyo", "Tokyo, 3. november 2025 –")]
    [InlineData("fi", "Tokio", "Tokio 3. marraskuuta 2025 –")]
    [InlineData("el", "Τόκιο", "Τόκιο, 3 Νοεμβρίου 2025 –")]
    [InlineData("hu", "Tokió", "Tokió, 2025. november 3. –")]
    [InlineData("ga", "Tóiceo", "Tóiceo, 3 Samhain 2025 –")]
    [InlineData("lv", "Tokija", "Tokija, 2025. gada 3. novembris –")]
    [InlineData("lt", "Tokijas", "Tokijas, 2025 m. lapkričio 3 d. –")]
    [InlineData("mt", "Tokjo", "Tokjo, 3 ta’ Novembru 2025 –")]
    [InlineData("pl", "Tokio", "Tokio, 3 listopada 2025 r. –")]
    [InlineData("ro", "Tokyo", "Tokyo, 3 noiembrie 2025 –")]
    [InlineData("sk", "Tokio", "Tokio 3. novembra 2025 –")]
    [InlineData("sl", "Tokio", "Tokio, 3. november 2025 –")]
    [InlineData("sv", "Tokyo", "Tokyo, 3 november 2025 –")]
    [InlineData("zh-Hant", "東京", "東京，2025年11月3日——")]
    [InlineData("ko", "도쿄", "도쿄, 2025년 11월 3일 –")]
    [InlineData("ru", "Токио", "Токио, 3 ноября 2025\u202fг. —")]
    [InlineData("uk", "Токіо", "Токіо, 3 листопада 2025\u202fр. —")]
    [InlineData("tr", "Tokyo", "Tokyo, 3 Kasım 2025 –")]
    [InlineData("he", "טוקיו", "טוקיו, 3 בנובמבר 2025 –")]
    [InlineData("fa", "توکیو", "توکیو، ۳ نوامبر ۲۰۲۵ –")]
    [InlineData("hi", "टोक्यो", "टोक्यो, 3 नवंबर 2025 –")]
    [InlineData("bn", "টোকিও", "টোকিও, ৩ নভেম্বর, ২০২৫ –")]
    [InlineData("ur", "ٹوکیو", "ٹوکیو، 3 نومبر، 2025 –")]
    [InlineData("id", "Tokyo", "Tokyo, 3 November 2025 –")]
    [InlineData("ms", "Tokyo", "Tokyo, 3 November 2025 –")]
    [InlineData("vi", "Tokyo", "Tokyo, ngày 3 tháng 11 năm 2025 –")]
    [InlineData("th", "โตเกียว", "โตเกียว, 3 พฤศจิกายน ค.ศ. 2025 –")]
    [InlineData("fil", "Tokyo", "Tokyo, Nobyembre 3, 2025 –")]
    [InlineData("sw", "Tokyo", "Tokyo, 3 Novemba 2025 –")]
    [InlineData("nb", "Tokyo", "Tokyo, 3. november 2025 –")]
    [InlineData("is", "Tókýó", "Tókýó, 3. nóvember 2025 –")]
    [InlineData("sr", "Токио", "Токио, 3. новембар 2025. –")]
    [InlineData("sr-Latn", "Tokio", "Tokio, 3. novembar 2025. –")]
    [InlineData("sq", "Tokio", "Tokio, 3 nëntor 2025 –")]
    [InlineData("mk", "Токио", "Токио, 3 ноември 2025\u202fг. –")]
    [InlineData("eu", "Tokio", "Tokio, 2025(e)ko azaroaren 3(a) –")]
    [InlineData("gl", "Toquio", "Toquio, 3 de novembro de 2025 –")]
    [InlineData("cy", "Tokyo", "Tokyo, 3 Tachwedd 2025 –")]
    [InlineData("ta", "டோக்கியோ", "டோக்கியோ, 3 நவம்பர், 2025 –")]
    [InlineData("te", "టోక్యో", "టోక్యో, 3 నవంబర్, 2025 –")]
    [InlineData("mr", "टोकियो", "टोकियो, ३ नोव्हेंबर, २०२५ –")]
    public void Dateline_is_what_the_press_of_the_language_writes(string language, string place, string expected) =>
        Find(language).Dateline(place, Day).ShouldBe(expected);

    [Theory]
    [InlineData("it", "3 novembre 2025")]
    [InlineData("en", "Nov. 3, 2025")]
    [InlineData("fr", "3 novembre 2025")]
    [InlineData("ja", "2025年11月3日")]
    [InlineData("ar", "3 نوفمبر 2025")]
    public void Dateline_without_a_place_is_the_date_alone(string language, string expected)
    {
        Find(language).Dateline(null, Day).ShouldBe(expected);
        Find(language).Dateline(" ", Day).ShouldBe(expected);
    }

    [Fact]
    public void Dateline_in_English_abbreviates_the_months_that_AP_abbreviates() =>
        Enumerable.Range(1, 12).Select(month => Find("en").Dateline("Rome", new DateOnly(2025, month, 9))).ShouldBe(
        [
            "ROME, Jan. 9, 2025 –", "ROME, Feb. 9, 2025 –", "ROME, March 9, 2025 –", "ROME, April 9, 2025 –",
            "ROME, May 9, 2025 –", "ROME, June 9, 2025 –", "ROME, July 9, 2025 –", "ROME, Aug. 9, 2025 –",
            "ROME, Sept. 9, 2025 –", "ROME, Oct. 9, 2025 –", "ROME, Nov. 9, 2025 –", "ROME, Dec. 9, 2025 –",
        ]);

    [Theory]
    [InlineData("Zürich", "ZÜRICH, Nov. 3, 2025 –")]
    [InlineData("Meißen", "MEISSEN, Nov. 3, 2025 –")]
    [InlineData("Washington, D.C.", "WASHINGTON, D.C., Nov. 3, 2025 –")]
    [InlineData("{0}", "{0}, Nov. 3, 2025 –")]
    public void Dateline_in_English_has_the_place_in_capitals(string place, string expected) =>
        Find("en").Dateline(place, Day).ShouldBe(expected);

    [Theory]
    [InlineData("it", "3 novembre 2025", "3 nov 2025")]
    [InlineData("en", "November 3, 2025", "Nov 3, 2025")]
    [InlineData("en-GB", "November 3, 2025", "Nov 3, 2025")]
    [InlineData("fr", "3 novembre 2025", "3 nov. 2025")]
    [InlineData("de", "3. November 2025", "03.11.2025")]
    [InlineData("es", "3 de noviembre de 2025", "3 nov 2025")]
    [InlineData("pt", "3 de novembro de 2025", "3 de nov. de 2025")]
    [InlineData("ca", "3 de novembre del 2025", "3 de nov. 2025")]
    [InlineData("ja", "2025年11月3日", "2025/11/03")]
    [InlineData("zh-Hans", "2025年11月3日", "2025年11月3日")]
    [InlineData("ar", "3 نوفمبر 2025", "03\u200f/11\u200f/2025")]
    public void Dates_are_written_as_in_the_language(string language, string expected, string expectedShort)
    {
        Find(language).Date(Day).ShouldBe(expected);
        Find(language).ShortDate(Day).ShouldBe(expectedShort);
    }

    [Theory]
    [InlineData("fr", "1er novembre 2025")]
    [InlineData("pt", "1º de novembro de 2025")]
    [InlineData("it", "1 novembre 2025")]
    [InlineData("ja", "2025年11月1日")]
    public void First_day_of_a_month_is_an_ordinal_where_the_language_has_it_so(string language, string expected)
    {
        Find(language).Date(new DateOnly(2025, 11, 1)).ShouldBe(expected);
        Find(language).Date(new DateOnly(2025, 11, 11)).ShouldNotContain("1er");
    }

    [Theory]
    [InlineData("it", "3 novembre 2025 09:05 GMT+1")]
    [InlineData("en", "November 3, 2025, 9:05\u202fAM GMT+1")]
    [InlineData("fr", "3 novembre 2025, 09:05 UTC+1")]
    [InlineData("de", "3. November 2025, 09:05 GMT+1")]
    [InlineData("es", "3 de noviembre de 2025, 9:05 GMT+1")]
    [InlineData("pt", "3 de novembro de 2025 09:05 GMT+1")]
    [InlineData("ca", "3 de novembre del 2025, 9:05 GMT+1")]
    [InlineData("ja", "2025年11月3日 9:05 GMT+1")]
    [InlineData("zh-Hans", "2025年11月3日 GMT+1 09:05")]
    [InlineData("ar", "3 نوفمبر 2025، 9:05 ص غرينتش+1")]
    public void DateTime_shows_the_offset_of_the_instant(string language, string expected) =>
        Find(language).DateTime(new DateTimeOffset(2025, 11, 3, 9, 5, 0, TimeSpan.FromHours(1))).ShouldBe(expected);

    [Theory]
    [InlineData("en", 0, 0, "November 3, 2025, 12:05\u202fAM GMT")]
    [InlineData("en", 12, 330, "November 3, 2025, 12:05\u202fPM GMT+5:30")]
    [InlineData("en", 13, -210, "November 3, 2025, 1:05\u202fPM GMT-3:30")]
    [InlineData("fr", 23, -720, "3 novembre 2025, 23:05 UTC−12")]
    [InlineData("it", 0, 840, "3 novembre 2025 00:05 GMT+14")]
    public void DateTime_knows_every_hour_and_offset(string language, int hour, int offset, string expected) =>
        Find(language).DateTime(new DateTimeOffset(2025, 11, 3, hour, 5, 0, TimeSpan.FromMinutes(offset))).ShouldBe(expected);

    [Theory]
    [InlineData("it", "1234", "12.345", "1.234.567", "-1.234.567")]
    [InlineData("en", "1,234", "12,345", "1,234,567", "-1,234,567")]
    [InlineData("fr", "1\u202f234", "12\u202f345", "1\u202f234\u202f567", "-1\u202f234\u202f567")]
    [InlineData("de", "1.234", "12.345", "1.234.567", "-1.234.567")]
    [InlineData("es", "1234", "12.345", "1.234.567", "-1.234.567")]
    [InlineData("pt", "1.234", "12.345", "1.234.567", "-1.234.567")]
    [InlineData("ca", "1.234", "12.345", "1.234.567", "-1.234.567")]
    [InlineData("ja", "1,234", "12,345", "1,234,567", "-1,234,567")]
    [InlineData("zh-Hans", "1,234", "12,345", "1,234,567", "-1,234,567")]
    [InlineData("ar", "1,234", "12,345", "1,234,567", "\u200e-1,234,567")]
    public void Numbers_are_grouped_as_in_the_language(string language, params string[] expected) =>
        new[] { 1234, 12345, 1234567, -1234567 }.Select(number => Find(language).Number((long)number)).ShouldBe(expected);

    [Fact]
    public void Numbers_show_at_most_three_fraction_digits()
    {
        Find("it").Number(1234.5m).ShouldBe("1234,5");
        Find("en").Number(12345.67890m).ShouldBe("12,345.679");
        Find("en").Number(0.0005m).ShouldBe("0");
        Find("en").Number(2.0015m).ShouldBe("2.002");
        Find("de").Number(-0.5m).ShouldBe("-0,5");
        Find("en").Number(2.50m).ShouldBe("2.5");
    }

    [Property]
    public void Numbers_without_their_groups_are_the_number(long number) =>
        Find("en").Number(number).Replace(",", "", StringComparison.Ordinal)
            .ShouldBe(number.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Numbers_reach_as_far_as_the_type() =>
        Find("de").Number(long.MinValue).ShouldBe("-9.223.372.036.854.775.808");

    [Theory]
    [InlineData("it", "a, b, c e d")]
    [InlineData("en", "a, b, c, and d")]
    [InlineData("fr", "a, b, c et d")]
    [InlineData("de", "a, b, c und d")]
    [InlineData("es", "a, b, c y d")]
    [InlineData("pt", "a, b, c e d")]
    [InlineData("ca", "a, b, c i d")]
    [InlineData("ja", "a、b、c、d")]
    [InlineData("zh-Hans", "a、b、c和d")]
    [InlineData("ar", "a وb وc وd")]
    public void Lists_are_joined_as_in_a_sentence(string language, string expected)
    {
        var locale = Find(language);
        locale.List(["a", "b", "c", "d"]).ShouldBe(expected);
        locale.List(["a"]).ShouldBe("a");
        locale.List([]).ShouldBe("");
    }

    [Theory]
    [InlineData("es", "Francia e Italia", "Francia", "Italia")]
    [InlineData("es", "agujas e hilo", "agujas", "hilo")]
    [InlineData("es", "agua y hielo", "agua", "hielo")]
    [InlineData("es", "Japón, Francia e Italia", "Japón", "Francia", "Italia")]
    [InlineData("it", "Francia ed Egitto", "Francia", "Egitto")]
    [InlineData("it", "stampa e editoria", "stampa", "editoria")]
    [InlineData("it", "Egitto e Francia", "Egitto", "Francia")]
    public void Lists_sound_well(string language, string expected, params string[] items) =>
        Find(language).List(items).ShouldBe(expected);

    [Theory]
    [InlineData("it", 999, "999 byte")]
    [InlineData("it", 1_234, "1,2 kB")]
    [InlineData("fr", 12_345_678, "12\u202fMo")]
    [InlineData("en", 9_960_000, "10 MB")]
    [InlineData("fa", 1_500_000, "۱٫۵ MB")]
    [InlineData("en", 5_000_000_000_000, "5,000 GB")]
    public void FileSize_is_in_the_largest_unit_of_which_there_is_one(string language, long bytes, string expected) =>
        Find(language).FileSize(bytes).ShouldBe(expected);

    [Theory]
    [InlineData("sv", "Zorn, Åkesson, Ärla, Öberg")]
    [InlineData("de", "Ahrens, Äpfel, Öberg, Zorn")]
    [InlineData("es", "Nube, Ñandú, Oso")]
    [InlineData("cs", "Cesta, Dům, Hora, Chata, Irsko")]
    [InlineData("da", "Zebra, Æble, Øl, Århus")]
    [InlineData("et", "Sild, Šokk, Zebra, Tallinn")]
    [InlineData("lt", "Ilgas, Ylgas, Jonas")]
    [InlineData("hr", "Luka, Ljubav, Most")]
    [InlineData("zh-Hans", "北京, 上海, 中国")]
    [InlineData("zh-Hant", "中國, 北京, 臺灣")]
    [InlineData("ja", "アメリカ, いぬ, ウサギ")]
    [InlineData("th", "กา, เกม, ขา")]
    [InlineData("it", "eta, età, Etna")]
    [InlineData("ru", "Елка, Ёлка, Ель, Жук, Apple")]
    public void Order_is_that_of_the_language(string language, string expected)
    {
        var names = expected.Split(", ");
        Enumerable.Reverse(names).Order(Find(language).Order).ShouldBe(names);
    }

    [Theory]
    [InlineData("it", "«Testo»")]
    [InlineData("en", "“Testo”")]
    [InlineData("fr", "«\u00a0Testo\u00a0»")]
    [InlineData("de", "„Testo“")]
    [InlineData("es", "“Testo”")]
    [InlineData("pt", "“Testo”")]
    [InlineData("ca", "«Testo»")]
    [InlineData("ja", "「Testo」")]
    [InlineData("zh-Hans", "“Testo”")]
    [InlineData("ar", "«Testo»")]
    public void Quote_uses_the_marks_of_the_language(string language, string expected) =>
        Find(language).Quote("Testo").ShouldBe(expected);

    [Theory]
    [InlineData("it", "Il teatro «torna» sul fiume.", "«Il teatro “torna” sul fiume.»")]
    [InlineData("it", "È il \"patto\" con la città.", "«È il “patto” con la città.»")]
    [InlineData("it", "«Il teatro torna.»", "«Il teatro torna.»")]
    [InlineData("it", "«Uno» e «due»", "«“Uno” e “due”»")]
    [InlineData("it", "Un video da 5\"", "«Un video da 5\"»")]
    [InlineData("it", "Aperto «e mai chiuso", "«Aperto «e mai chiuso»")]
    [InlineData("en", "It’s the “pact” we made.", "“It’s the ‘pact’ we made.”")]
    [InlineData("de", "Das „Theater“ lebt.", "„Das ‚Theater‘ lebt.“")]
    [InlineData("fr", "Le « pacte » tient.", "«\u00a0Le “pacte” tient.\u00a0»")]
    [InlineData("sv", "Det är ”löftet” till staden.", "”Det är ’löftet’ till staden.”")]
    [InlineData("ja", "新作「月の港」です。", "「新作『月の港』です。」")]
    [InlineData("ar", "العرض «ميناء القمر» جديد.", "«العرض ”ميناء القمر“ جديد.»")]
    [InlineData("he", "צה\"ל ודו\"ח", "”צה\"ל ודו\"ח”")]
    public void Quote_makes_marks_in_the_text_inner_ones(string language, string text, string expected) =>
        Find(language).Quote(text).ShouldBe(expected);

    [Theory]
    [InlineData("it", "Italiano", "ltr")]
    [InlineData("en", "English", "ltr")]
    [InlineData("en-GB", "British English", "ltr")]
    [InlineData("fr", "Français", "ltr")]
    [InlineData("de", "Deutsch", "ltr")]
    [InlineData("es", "Español", "ltr")]
    [InlineData("pt", "Português", "ltr")]
    [InlineData("pt-BR", "Português (Brasil)", "ltr")]
    [InlineData("ca", "Català", "ltr")]
    [InlineData("ja", "日本語", "ltr")]
    [InlineData("zh-Hans", "简体中文", "ltr")]
    [InlineData("ar", "العربية", "rtl")]
    public void Autonym_and_direction_are_the_language_s_own(string language, string autonym, string direction)
    {
        var locale = Find(language);
        locale.Autonym.ShouldBe(autonym);
        locale.Direction.ShouldBe(direction);
        locale.IsRightToLeft.ShouldBe(direction == "rtl");
    }

    [Theory]
    [InlineData("it", "ja", "giapponese")]
    [InlineData("it", "zh-Hans", "cinese semplificato")]
    [InlineData("de", "pt-BR", "Portugiesisch (Brasilien)")]
    [InlineData("es", "es-AR", "español (AR)")]
    [InlineData("zh-Hans", "en-ZA", "英语（ZA）")]
    [InlineData("ja", "ca", "カタロニア語")]
    [InlineData("en", "qaa", "qaa")]
    public void NameOf_names_a_language_in_this_one(string language, string other, string expected) =>
        Find(language).NameOf(Language.Parse(other)).ShouldBe(expected);

    [SkippableTheory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void Culture_of_the_process_decides_nothing(string name)
    {
        var expected = Sample();
        var culture = Culture(name);
        string? written = null;
        var thread = new Thread(() =>
        {
            Thread.CurrentThread.CurrentCulture = culture;
            Thread.CurrentThread.CurrentUICulture = culture;
            written = Sample();
        });
        thread.Start();
        thread.Join();
        written.ShouldBe(expected);
    }

    private static CultureInfo Culture(string name)
    {
        try
        {
            var culture = new CultureInfo(name);
            Skip.If(culture.ThreeLetterWindowsLanguageName == "IVL", $"No culture data for {name} on this machine.");
            return culture;
        }
        catch (CultureNotFoundException)
        {
            Skip.If(true, $"No culture data for {name} on this machine.");
            throw;
        }
    }

    // Freshly read, so that reading under the culture is part of what is compared.
    private static string Sample()
    {
        var locales = new Locales();
        var lines =
            from language in locales.Known
            let locale = locales.Find(language)
            let texts = new[]
            {
                locale.Autonym, locale.Date(Day), locale.ShortDate(Day), locale.Dateline("iıIİßTokyo", Day),
                locale.DateTime(new DateTimeOffset(2025, 11, 3, 13, 5, 0, TimeSpan.FromMinutes(-210))),
                locale.Number(-1234567L), locale.Number(-12345.678m), locale.List(["a", "b", "Iii"]),
                locale.NameOf(Language.Parse("es-AR")), locale.Count(locale.Strings.ReadingTime, 11),
                Slug.Of("IL TITOLO: I’İstanbul ıI", language),
            }
            select string.Join('|', texts);
        return string.Join('\n', lines);
    }

    private static Locale Find(string tag) => Locales.Find(Language.Parse(tag)).ShouldNotBeNull();
}
