using FsCheck.Xunit;

namespace PressKit.Tests;

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
    public void Of_writes_a_headline_in_ASCII(string language, string headline, string expected) =>
        Slug.Of(headline, Language.Parse(language)).ShouldBe(expected);

    [Theory]
    [InlineData("ja", "東京でのコンテスト")]
    [InlineData("ja", "Kling AI、東京へ")]
    [InlineData("zh-Hans", "东京")]
    [InlineData("ar", "مهرجان طوكيو")]
    [InlineData("el", "Αθήνα")]
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
