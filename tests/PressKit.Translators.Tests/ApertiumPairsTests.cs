namespace PressKit.Translators.Tests;

public sealed class ApertiumPairsTests
{
    private static readonly ApertiumPairs Pairs = new(
        ["  cat-eng", "  cat-eng_US", "cat-fra", "cat-por", "eco-es-fr", "es-fr", "es-pt", "es-pt_BR", "eng-cat", "ita-cat", "ita-spa", "spa-cat_valencia", "spa-ita", ""]);

    [Theory]
    [InlineData("it", "es", "ita-spa")]
    [InlineData("it", "fr", "ita-cat cat-fra")]
    [InlineData("it", "pt-BR", "ita-cat cat-por")]
    [InlineData("es", "pt", "es-pt")]
    [InlineData("es", "ca", "spa-ita ita-cat")]
    [InlineData("en", "fr", "eng-cat cat-fra")]
    public void The_shortest_chain_is_found_whichever_codes_it_is_named_by(string source, string target, string chain) =>
        string.Join(' ', Pairs.Chain(Language.Parse(source), Language.Parse(target))!.Value).ShouldBe(chain);

    [Theory]
    [InlineData("it", "ja")]
    [InlineData("pt", "it")]
    [InlineData("it", "it")]
    [InlineData("it", "ca-Latn")]
    public void Where_no_chain_leads_there_is_none(string source, string target) =>
        Pairs.Chain(Language.Parse(source), Language.Parse(target)).ShouldBeNull();
}
