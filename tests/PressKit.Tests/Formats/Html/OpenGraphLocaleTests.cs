using PressKit.Formats.Html;

namespace PressKit.Tests.Formats.Html;

public sealed class OpenGraphLocaleTests
{
    [Theory]
    [InlineData("it", "it_IT")]
    [InlineData("pt-BR", "pt_BR")]
    [InlineData("zh-Hans", "zh_CN")]
    [InlineData("zh-Hant", "zh_TW")]
    [InlineData("zh-Hant-HK", "zh_HK")]
    [InlineData("ar", "ar_AR")]
    [InlineData("eo", "eo")]
    public void A_language_is_written_with_its_territory(string tag, string expected) =>
        OpenGraphLocale.Of(Language.Parse(tag)).ShouldBe(expected);
}
