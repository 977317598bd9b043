using PressKit.Languages;

namespace PressKit.Tests.Languages;

public sealed class LocaleTests
{
    private static readonly Locales Locales = new();

    [Theory]
    [InlineData("it", "Tokyo", "Tokyo, 3 novembre 2025 –")]
    [InlineData("en", "Tokyo", "TOKYO, Nov. 3, 2025 –")]
    public void Dateline_is_what_the_press_of_the_language_writes(string language, string place, string expected) =>
        Find(language).Dateline(place, new DateOnly(2025, 11, 3)).ShouldBe(expected);

    private static Locale Find(string tag) => Locales.Find(Language.Parse(tag)).ShouldNotBeNull();
}
