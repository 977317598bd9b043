using FsCheck.Xunit;
using PressKit.Languages;

namespace PressKit.Tests.Languages;

public sealed class SlugTests
{
    [Theory]
    [InlineData("it", "Kling AI: l’arte dell’intelligenza", "kling-ai-l-arte-dell-intelligenza")]
    [InlineData("it", "Perché la città è più viva", "perche-la-citta-e-piu-viva")]
    [InlineData("en", "PressKit’s first year, don't miss it", "presskits-first-year-dont-miss-it")]
    [InlineData("de", "Größe über Ölmühlen", "groesse-ueber-oelmuehlen")]
    [InlineData("de", "Gro\u0308ße u\u0308ber", "groesse-ueber")]
    [InlineData("fr", "Une œuvre d’été, ça naît", "une-oeuvre-d-ete-ca-nait")]
    [InlineData("es", "El año del pingüino", "el-ano-del-pinguino")]
    [InlineData("ca", "Col·legi i paral·lel", "collegi-i-parallel")]
    [InlineData("pt", "Ação e inovações", "acao-e-inovacoes")]
    [InlineData("tr", "Işık İSTANBUL’da", "isik-istanbul-da")]
    [InlineData("vi", "Tiếng Việt", "tieng-viet")]
    [InlineData("pl", "Łódź", "lodz")]
    [InlineData("da", "Århus på øen", "aarhus-paa-oeen")]
    [InlineData("fr", "e\u0301te\u0301", "ete")]
    [InlineData("ja", "PressKit 2.0", "presskit-2-0")]
    [InlineData("en", "  --- One & two (3%) ---  ", "one-two-3")]
    [InlineData("en", "😀 Launch", "launch")]
    [InlineData("fi", "Älykäs ääni yöllä", "alykas-aani-yolla")]
    [InlineData("sv", "Ny bro över Göta älv på våren", "ny-bro-over-gota-alv-pa-varen")]
    [InlineData("is", "Þjóðhátíð í Reykjavík", "thjodhatid-i-reykjavik")]
    [InlineData("hr", "Đakovo i Šibenik", "djakovo-i-sibenik")]
    [InlineData("vi", "Đà Nẵng", "da-nang")]
    [InlineData("mt", "Il-Ħamrun u Għawdex", "il-hamrun-u-ghawdex")]
    [InlineData("ru", "Новый завод в Ярославле: щит и объём", "novy-zavod-v-yaroslavle-shchit-i-obem")]
    [InlineData("uk", "Згурський їде до Єнакієва, Київ", "zghurskyi-yide-do-yenakiieva-kyiv")]
    [InlineData("uk", "Прем’єра", "premiera")]
    [InlineData("bg", "Нова къща за София, щастие", "nova-kashta-za-sofia-shtastie")]
    [InlineData("sr", "Љубљана и Ђаковица, џез", "ljubljana-i-djakovica-dzez")]
    [InlineData("sr-Latn", "Đorđe", "djordje")]
    [InlineData("mk", "Ќе ѓаволот, Џабе", "kje-gjavolot-djabe")]
    [InlineData("el", "Αθήνα: αύξηση ευκαιριών, μπύρα και άγγελος", "athina-afxisi-efkairion-byra-kai-angelos")]
    [InlineData("el", "Ταΰγετος", "taygetos")]
    [InlineData("hi", "नई दिल्ली में प्रेस विज्ञप्ति", "nai-dilli-men-pres-vijnapti")]
    [InlineData("hi", "सरकार का नया केंद्र", "sarkar-ka-naya-kendra")]
    [InlineData("mr", "महाराष्ट्र", "maharashtra")]
    [InlineData("bn", "ঢাকা", "dhaka")]
    [InlineData("ta", "சென்னை", "chennai")]
    [InlineData("te", "హైదరాబాద్", "haidarabad")]
    [InlineData("ko", "신라 독립 서울", "silla-dongnip-seoul")]
    [InlineData("ko", "한국어 보도자료", "hangugeo-bodojaryo")]
    [InlineData("ko", "같이 좋다", "gachi-jota")]
    [InlineData("ja", "プレスキット", "puresukitto")]
    [InlineData("ja", "ニュースとコンサート", "nyusutokonsato")]
    [InlineData("ja", "マッチ", "matchi")]
    [InlineData("it", "Il festival Αθήνα e Москва", "il-festival-athina-e-moskva")]
    public void Of_writes_a_headline_in_ASCII(string language, string headline, string expected) =>
        Slug.Of(headline, Language.Parse(language)).ShouldBe(expected);

    [Theory]
    [InlineData("ja", "東京でのコンテスト")]
    [InlineData("ja", "Kling AI、東京へ")]
    [InlineData("zh-Hans", "东京")]
    [InlineData("ar", "مهرجان طوكيو")]
    [InlineData("he", "פסטיבל תל אביב")]
    [InlineData("fa", "جشنواره تهران")]
    [InlineData("ur", "کراچی میلہ")]
    [InlineData("th", "เทศกาลกรุงเทพ")]
    [InlineData("zh-Hant", "臺北")]
    [InlineData("ko", "大韓民國")]
    [InlineData("en", "!!!")]
    [InlineData("en", "")]
    public void Of_gives_nothing_where_ASCII_cannot_write_the_headline(string language, string headline) =>
        Slug.Of(headline, Language.Parse(language)).ShouldBeNull();

    [Theory]
    [InlineData("Dieci opere di registi di tutto il mondo premiate a Tokyo nel concorso", "dieci-opere-di-registi-di-tutto-il-mondo-premiate-a-tokyo")]
    [InlineData("abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghij next", "abcdefghi-abcdefghi-abcdefghi-abcdefghi-abcdefghi-abcdefghij")]
    public void Of_cuts_at_a_word(string headline, string expected) =>
        Slug.Of(headline, Language.Parse("it")).ShouldBe(expected);

    [Fact]
    public void Of_cuts_a_word_that_is_longer_than_a_slug() =>
        Slug.Of(new string('a', 100), Language.Parse("it")).ShouldBe(new string('a', Slug.Longest));

    [Property]
    public void Of_is_null_or_a_well_formed_slug(string? headline)
    {
        var slug = Slug.Of(headline ?? "", Language.Parse("de"));
        if (slug is null) return;
        slug.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
        slug.Length.ShouldBeLessThanOrEqualTo(Slug.Longest);
        Slug.Of(slug, Language.Parse("de")).ShouldBe(slug);
    }
}
