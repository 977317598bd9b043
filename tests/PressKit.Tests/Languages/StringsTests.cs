using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PressKit.Languages;

namespace PressKit.Tests.Languages;

public sealed class StringsTests
{
    private static readonly Locales Locales = new();

    // The blocks of Unicode in which each language writes; Latin reaches to the letters of Vietnamese.
    private static readonly Dictionary<string, (char From, char To)> Scripts = new(StringComparer.Ordinal)
    {
        ["sr-Latn"] = ('A', '\u1eff'), ["ar"] = ('\u0600', '\u06ff'), ["fa"] = ('\u0600', '\u06ff'), ["ur"] = ('\u0600', '\u06ff'),
        ["bg"] = ('\u0400', '\u04ff'), ["mk"] = ('\u0400', '\u04ff'), ["ru"] = ('\u0400', '\u04ff'), ["sr"] = ('\u0400', '\u04ff'),
        ["uk"] = ('\u0400', '\u04ff'), ["el"] = ('\u0370', '\u03ff'), ["he"] = ('\u0590', '\u05ff'), ["hi"] = ('\u0900', '\u097f'),
        ["mr"] = ('\u0900', '\u097f'), ["bn"] = ('\u0980', '\u09ff'), ["ta"] = ('\u0b80', '\u0bff'), ["te"] = ('\u0c00', '\u0c7f'),
        ["th"] = ('\u0e00', '\u0e7f'), ["ko"] = ('\uac00', '\ud7a3'), ["ja"] = ('\u4e00', '\u9fff'), ["zh"] = ('\u4e00', '\u9fff'),
    };

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
                var fixedNumber = category is PluralCategory.Zero or PluralCategory.One or PluralCategory.Two && tag is ("ar" or "he");
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
            // A language's name may be inflected in a phrase: what stays is its beginning, but for a mutated first letter.
            var name = locale.NameOf(Language.Parse(other.Primary)).Split(' ')[0];
            var stem = name[(tag is "cy" or "ga" ? 1 : 0)..Math.Max(2, tag == "is" ? 2 : name.Length * 3 / 5)];
            locale.InLanguage(other).ShouldContain(stem, Case.Insensitive, $"{tag}: in {other}");
            locale.FromLanguage(other).ShouldContain(stem, Case.Insensitive, $"{tag}: from {other}");
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void No_string_is_left_in_English(string tag)
    {
        if (tag == "en") return;
        var english = Texts(Find("en")).ToDictionary(text => text.Name, text => text.Text, StringComparer.Ordinal);
        // Words that many languages have from English or share with it are no sign of anything; sentences are.
        var same = Texts(Find(tag)).Where(text => english.GetValueOrDefault(text.Name) == text.Text).ToList();
        same.Count.ShouldBeLessThan(english.Count / 5, string.Join(", ", same.Select(text => text.Name)));
        same.Where(text => text.Text.Count(c => c == ' ') > 1).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_string_is_in_the_script_of_its_language(string tag)
    {
        var (from, to) = Scripts.TryGetValue(tag, out var block) ? block : Scripts.GetValueOrDefault(Language.Parse(tag).Primary, ('A', '\u1eff'));
        foreach (var (name, text) in Texts(Find(tag)))
        {
            var letters = text.Where(char.IsLetter).ToList();
            var own = letters.Count(c => (c >= from && c <= to) || (tag == "ja" && c is >= '\u3040' and < '\u3100'));
            // Names that stay as they are: RSS, OPML, JavaScript, WCAG.
            var foreign = from > 'z' ? Regex.Count(text, "RSS|OPML|WCAG|JavaScript|Web|AA|Feed") * 10 : 0;
            (own * 2 + foreign).ShouldBeGreaterThan(letters.Count, $"{name} of {tag}: {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Counts_read_well_for_every_number(string tag)
    {
        var locale = Find(tag);
        foreach (var property in Of<PluralForms>())
        {
            var forms = (PluralForms)property.GetValue(locale.Strings)!;
            foreach (var number in new long[] { 0, 1, 2, 3, 5, 11, 21, 22, 100, 1_000_000 })
            {
                var text = locale.Count(forms, number);
                if (locale.PluralCategories.Length > 2 && number is 1 or 2) continue;
                if (tag is not ("ar" or "he") || number > 2) text.ShouldContain(locale.Number(number));
            }
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
