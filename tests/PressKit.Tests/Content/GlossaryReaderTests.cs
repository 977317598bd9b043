using System.Collections.Immutable;
using PressKit.Content;

namespace PressKit.Tests.Content;

public sealed class GlossaryReaderTests
{
    private static readonly Language English = Language.Parse("en");

    [Fact]
    public void An_entry_has_forms_in_each_language()
    {
        var term = Read("""
            titles: bracketed
            terms:
              - id: main-hall
                term: sala grande
                language: it
                kind: place
                partOfSpeech: noun
                definition: the one with 900 seats
                note: so called since 1950
                inflections: [sale grandi]
                forms:
                  - salone
                  - { term: salona, status: forbidden, note: nobody says so }
                translations:
                  en: [main hall, { term: great hall, status: forbidden }, hall]
                  ja: 大ホール
                  de: { term: Großer Saal, partOfSpeech: noun, inflections: Großen Saals }
            """).ShouldHaveSingleItem();

        term.Id.ShouldBe("main-hall");
        term.Kind.ShouldBe(TermKind.Place);
        term.Titles.ShouldBe(TitlePolicy.Bracketed);
        term.Case.ShouldBe(TermCase.Capitals);
        term.Place.ShouldBe(new Place(GlossaryReader.File, 4, 11));
        (term.Definition, term.Note).ShouldBe(("the one with 900 seats", "so called since 1950"));
        Show(term.Forms).ShouldBe("sala grande Preferred, salone Admitted, salona Forbidden");
        term.Forms[0].PartOfSpeech.ShouldBe(PartOfSpeech.Noun);
        term.Forms[0].Inflections.ShouldBe(["sale grandi"]);
        Show(term.Translations[English]).ShouldBe("main hall Preferred, great hall Forbidden, hall Admitted");
        term.Translations[Language.Parse("de")].Single().Inflections.ShouldBe(["Großen Saals"]);
        term.Wanted(Language.Parse("ja")).ShouldBe("大ホール");
    }

    [Fact]
    public void What_a_glossary_was_before_is_still_read()
    {
        var terms = Read("""
            terms:
              - term: Kling AI
                translate: false
                note: product name
              - term: Gran Premio
                language: it
                translations:
                  en: Grand Prix
            """);
        terms.Select(t => t.Id).ShouldBe(["kling-ai", "gran-premio"]);
        (terms[0].Translate, terms[0].Case, terms[0].Language).ShouldBe((false, TermCase.Exact, null));
        terms[1].Wanted(English).ShouldBe("Grand Prix");
    }

    [Fact]
    public void Ids_that_nobody_gave_are_made_of_the_words_and_are_all_different()
    {
        var terms = Read("""
            terms:
              - { term: ai, language: it }
              - { term: AI, language: it }
              - { term: 東京, language: ja }
              - { id: ai-2, term: altro, language: it }
            """);
        terms.Select(t => t.Id).ShouldBe(["ai", "ai-3", $"t-{Hash.Of("東京")[..8]}", "ai-2"]);
    }

    [Theory]
    [InlineData("ar", "تسنغ يوشن")]
    [InlineData("fa", "تسنغ يوشن")]
    [InlineData("ja", "曾雨绅")]
    [InlineData("zh-CN", "曾雨绅汉")]
    [InlineData("zh-TW", null)]
    [InlineData("en", null)]
    public void A_name_has_a_form_for_a_script_or_a_language(string language, string? form) => Read("""
        terms:
          - term: Zeng Yushen
            kind: person
            translate: false
            transliterations: { arab: تسنغ يوشن, ja: 曾雨绅, zh-Hans: 曾雨绅汉 }
        """).Single().TransliterationIn(Language.Parse(language)).ShouldBe(form);

    [Theory]
    [InlineData("terms:\n  - { term: a, languge: it }", "2:16 register.unknown-key Did you mean 'language'?")]
    [InlineData("terms:\n  - { term: a, translations: { en: { trem: b } } }", "2:36 register.missing-term Write the term: 'term: …'.|2:38 register.unknown-key Did you mean 'term'?")]
    [InlineData("terms:\n  - { term: a, kind: persona }", "2:22 content.unknown-value Write one of: term, person, place, organisation, product, title.")]
    [InlineData("terms:\n  - { term: a, status: banned }", "2:24 content.unknown-value Write one of: preferred, admitted, forbidden.")]
    [InlineData("terms:\n  - { term: a, translations: { xxxx: b } }", "2:32 content.unknown-language Write a BCP 47 tag such as it, pt-BR or zh-Hans, with hyphens.")]
    [InlineData("titles: some\nterms: []", "1:9 content.unknown-value Write one of: official, bracketed, original.")]
    [InlineData("terms:\n  - { id: 1 a, term: a }", "2:11 glossary.bad-id Begin with a letter, and use letters a to z, digits, hyphens, full stops and underscores.")]
    [InlineData("terms:\n  - { id: a, term: a }\n  - { id: a, term: b }", "3:11 glossary.duplicate-id Give each entry an id of its own.")]
    public void A_mistake_has_its_place_and_remedy(string yaml, string problems) => Problems(yaml, p => p.Remedy).ShouldBe(problems);

    [Theory]
    [InlineData("- { term: a, language: it, translations: { en: b } }\n  - { term: a, language: it, translations: { en: b } }", "3:13 glossary.duplicate")]
    [InlineData("- { term: a, language: it, translations: { en: b } }\n  - { term: a, language: it, translations: { en: c } }", "3:13 glossary.contradiction")]
    [InlineData("- { term: a, language: it, translations: { en: b } }\n  - { term: a, language: it, status: forbidden }", "3:13 glossary.contradiction")]
    [InlineData("- { term: a, language: it, translations: { en: b } }\n  - { term: a, translate: false }", "3:13 glossary.contradiction")]
    [InlineData("- { term: a, language: it, translations: { en: b } }\n  - { term: a, language: fr, translations: { en: c } }", "")]
    [InlineData("- { term: a, language: it, definition: x, translations: { en: b } }\n  - { term: a, language: it, definition: y, translations: { en: c } }", "")]
    [InlineData("- { term: a, language: it, definition: x, translations: { en: b } }\n  - { term: a, language: it, translations: { en: c } }", "3:13 glossary.contradiction")]
    [InlineData("- { term: a, translate: false, translations: { en: b } }", "2:13 glossary.contradiction")]
    [InlineData("- { term: a, translate: false, translations: { en: { term: A, status: forbidden } } }", "")]
    [InlineData("- { term: a, transliterations: { ja: b } }", "2:13 glossary.contradiction")]
    [InlineData("- { term: a, translations: { en: [b, b] } }", "2:13 glossary.duplicate")]
    [InlineData("- { term: a, translations: { en: [b, { term: b, status: forbidden }] } }", "2:13 glossary.contradiction")]
    [InlineData("- { term: a, forms: { term: a, status: forbidden } }", "2:13 glossary.contradiction")]
    public void Entries_that_repeat_or_contradict_each_other_are_problems(string entries, string problems) =>
        Problems($"terms:\n  {entries}", _ => "").ShouldBe(problems);

    private static string Problems(string yaml, Func<Problem, string> remedy)
    {
        var problems = new Problems();
        Read(yaml, problems);
        return string.Join('|', problems.All.Select(p => FormattableString.Invariant($"{p.Place.Line}:{p.Place.Column} {p.Code} {remedy(p)}").Trim()));
    }

    private static ImmutableArray<Term> Read(string yaml)
    {
        var problems = new Problems();
        var terms = Read(yaml, problems);
        problems.All.ShouldBeEmpty();
        return terms;
    }

    private static ImmutableArray<Term> Read(string yaml, Problems problems) =>
        new GlossaryReader(English, problems).Read(new MapReader(YamlReader.ReadMap(yaml, GlossaryReader.File, 1, problems)!, problems));

    private static string Show(ImmutableArray<TermForm> forms) => string.Join(", ", forms.Select(f => $"{f.Text} {f.Status}"));
}
