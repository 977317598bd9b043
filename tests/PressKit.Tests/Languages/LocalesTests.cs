using System.Text.Json.Nodes;
using PressKit.Languages;
using PressKit.Testing;

namespace PressKit.Tests.Languages;

public sealed class LocalesTests
{
    private readonly Locales _locales = new();

    [Fact]
    public void Known_has_the_languages_with_data_by_tag() =>
        _locales.Known.Select(language => language.Tag)
            .ShouldBe(
            [
                "ar", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl",
                "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "mr", "ms", "mt", "nb", "nl", "pl", "pt", "ro",
                "ru", "sk", "sl", "sq", "sr", "sr-Latn", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "vi", "zh-Hans", "zh-Hant",
            ]);

    [Fact]
    public void Known_has_every_official_language_of_the_European_Union() =>
        "bg hr cs da nl en et fi fr de el hu ga it lv lt mt pl pt ro sk sl es sv".Split(' ')
            .Where(tag => _locales.Find(Language.Parse(tag)) is null).ShouldBeEmpty();

    [Fact]
    public void Find_reads_every_known_language_once()
    {
        foreach (var language in _locales.Known)
        {
            var locale = _locales.Find(language).ShouldNotBeNull();
            locale.Language.ShouldBe(language);
            _locales.Find(Language.Parse(language.Tag)).ShouldBeSameAs(locale);
        }
    }

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("pt-BR", "pt")]
    [InlineData("de-CH-1996", "de")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-Hans-SG", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("no", "nb")]
    [InlineData("tl", "fil")]
    [InlineData("iw-IL", "he")]
    [InlineData("sr-ME", "sr-Latn")]
    [InlineData("sr-Cyrl-RS", "sr")]
    public void Find_serves_a_tag_with_the_nearest_data(string tag, string data)
    {
        var language = Language.Parse(tag);
        var locale = _locales.Find(language).ShouldNotBeNull();
        locale.Language.ShouldBe(language);
        locale.Strings.ShouldBe(_locales.Find(Language.Parse(data))!.Strings);
    }

    [Theory]
    [InlineData("en-Shaw")]
    [InlineData("ar-Latn")]
    [InlineData("uz")]
    [InlineData("tlh")]
    public void Find_gives_no_reader_another_script_or_language(string tag) =>
        _locales.Find(Language.Parse(tag)).ShouldBeNull();

    [Fact]
    public void Data_and_documents_name_one_version_of_CLDR()
    {
        var folder = Repository.PathTo("src", "PressKit", "Languages", "Data");
        var versions = Directory.EnumerateFiles(folder, "*.cldr.json").Append(Path.Combine(folder, "index.json"))
            .Select(file => (string?)JsonNode.Parse(File.ReadAllBytes(file))!["cldr"]).Distinct(StringComparer.Ordinal);
        var version = versions.ShouldHaveSingleItem().ShouldNotBeNull();
        File.ReadAllText(Repository.PathTo("docs", "languages.md")).ShouldContain($"cldr-core@{version}");
        File.ReadAllText(Repository.PathTo("NOTICE")).ShouldContain(version);
    }
}
