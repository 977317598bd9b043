using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using PressKit.Languages;

namespace PressKit.Tests.Languages;

public sealed class StringsTests
{
    private static readonly Locales Locales = new();

    public static TheoryData<string> Tags => [.. Locales.Known.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_string_says_something_in_typographic_characters(string tag)
    {
        foreach (var (name, text) in Texts(Find(tag)))
        {
            text.ShouldNotBeNullOrWhiteSpace(name);
            text.Trim().ShouldBe(text, name);
            text.IndexOfAny(['\'', '"', '`']).ShouldBe(-1, $"{name} of {tag} has a typewriter's mark: {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_pattern_has_the_gaps_of_the_English_one(string tag)
    {
        var english = Find("en").Strings;
        foreach (var property in Of<Pattern>())
        {
            ((Pattern)property.GetValue(Find(tag).Strings)!).Gaps
                .ShouldBe(((Pattern)property.GetValue(english)!).Gaps, property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_count_has_the_forms_of_its_language_and_no_other(string tag)
    {
        var locale = Find(tag);
        foreach (var property in Of<PluralForms>())
        {
            var forms = (PluralForms)property.GetValue(locale.Strings)!;
            Enum.GetValues<PluralCategory>().Where(category => forms.Given(category) is not null)
                .ShouldBe(locale.PluralCategories, property.Name);
            foreach (var category in locale.PluralCategories)
            {
                // A word may stand for nothing, one and two where these forms mean no other number.
                var fixedNumber = category is PluralCategory.Zero or PluralCategory.One or PluralCategory.Two && tag == "ar";
                if (!fixedNumber) forms[category].Gaps.ShouldBe([0], $"{property.Name}.{category}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Phrases_about_languages_name_them_as_everywhere_else(string tag)
    {
        var locale = Find(tag);
        foreach (var other in Locales.Known)
        {
            var name = locale.NameOf(Language.Parse(other.Primary));
            locale.InLanguage(other).ShouldContain(name);
            locale.FromLanguage(other).ShouldContain(name);
        }
    }

    [Theory]
    [InlineData("home")]
    [InlineData("releasesCount")]
    public void A_file_without_one_of_the_strings_is_not_read(string missing)
    {
        var json = English();
        json.Remove(missing).ShouldBeTrue();
        Should.Throw<JsonException>(() => json.Deserialize(LanguageJson.Default.Strings)).Message.ShouldContain(missing);
    }

    [Fact]
    public void A_file_with_a_null_or_an_unknown_string_is_not_read()
    {
        var json = English();
        json["home"] = null;
        Should.Throw<JsonException>(() => json.Deserialize(LanguageJson.Default.Strings));

        json = English();
        json["homme"] = "Home";
        Should.Throw<JsonException>(() => json.Deserialize(LanguageJson.Default.Strings)).Message.ShouldContain("homme");
    }

    private static JsonObject English()
    {
        using var stream = typeof(Locales).Assembly.GetManifestResourceStream("languages/en.strings.json");
        return JsonNode.Parse(stream.ShouldNotBeNull())!.AsObject();
    }

    private static IEnumerable<(string Name, string Text)> Texts(Locale locale)
    {
        foreach (var property in Of<string>()) yield return (property.Name, (string)property.GetValue(locale.Strings)!);
        foreach (var property in Of<Pattern>()) yield return (property.Name, property.GetValue(locale.Strings)!.ToString()!);
        foreach (var property in Of<PluralForms>())
        {
            var forms = (PluralForms)property.GetValue(locale.Strings)!;
            foreach (var category in locale.PluralCategories) yield return ($"{property.Name}.{category}", forms[category].Text);
        }
    }

    private static IEnumerable<PropertyInfo> Of<T>() =>
        typeof(Strings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(T));

    private static Locale Find(string tag) => Locales.Find(Language.Parse(tag)).ShouldNotBeNull();
}
