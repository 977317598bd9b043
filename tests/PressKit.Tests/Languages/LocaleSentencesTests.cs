using PressKit.Languages;

namespace PressKit.Tests.Languages;

/// <summary>What a language says with names and numbers in it.</summary>
public sealed class LocaleSentencesTests
{
    private static readonly Locales Locales = new();

    [Theory]
    [InlineData("it", "Traduzione automatica dall’inglese eseguita da Apertium. Nessuno l’ha rivista.", "Leggi l’originale in inglese")]
    [InlineData("en", "Machine translation by Apertium from English. Nobody has revised it.", "Read the original in English")]
    [InlineData("fr", "Traduction automatique de l’anglais réalisée par Apertium. Personne ne l’a relue.", "Lire l’original en anglais")]
    [InlineData("de", "Maschinelle Übersetzung aus dem Englischen durch Apertium. Niemand hat sie überprüft.", "Original auf Englisch lesen")]
    [InlineData("es", "Traducción automática del inglés realizada por Apertium. Nadie la ha revisado.", "Leer el original en inglés")]
    [InlineData("pt", "Tradução automática do inglês feita por Apertium. Ninguém a revisou.", "Ler o original em inglês")]
    [InlineData("ca", "Traducció automàtica de l’anglès feta per Apertium. Ningú no l’ha revisada.", "Llegeix l’original en anglès")]
    [InlineData("ja", "Apertiumによる英語からの機械翻訳です。人による校閲は行われていません。", "原文を英語で読む")]
    [InlineData("zh-Hans", "本文由Apertium从英语机器翻译，未经人工审校。", "阅读英语原文")]
    [InlineData("ar", "ترجمة آلية من الإنجليزية بواسطة Apertium. لم يراجعها أحد.", "اقرأ النص الأصلي بالإنجليزية")]
    public void Sentences_about_the_source_language_are_grammatical(string language, string machine, string original)
    {
        var locale = Find(language);
        var english = Language.Parse("en");
        locale.Strings.MachineTranslation.With("Apertium", locale.FromLanguage(english)).ShouldBe(machine);
        locale.Strings.ReadOriginal.With(locale.InLanguage(english)).ShouldBe(original);
    }

    [Theory]
    [InlineData("it", "Traduzione (lingua originale: hindi).")]
    [InlineData("de", "Übersetzung (Originalsprache: Hindi).")]
    [InlineData("en", "Translated from Hindi.")]
    [InlineData("ar", "ترجمة من الهندية.")]
    public void Sentences_about_any_other_language_are_grammatical_too(string language, string expected) =>
        Find(language).Strings.TranslationLabelUnnamed.With(Find(language).FromLanguage(Language.Parse("hi"))).ShouldBe(expected);

    [Theory]
    [InlineData("it", 0, "0 comunicati")]
    [InlineData("it", 1, "1 comunicato")]
    [InlineData("it", 1_000_000, "1.000.000 di comunicati")]
    [InlineData("fr", 0, "0 communiqué")]
    [InlineData("fr", 2, "2 communiqués")]
    [InlineData("ja", 12, "12件のリリース")]
    [InlineData("ar", 0, "لا بيانات")]
    [InlineData("ar", 1, "بيان واحد")]
    [InlineData("ar", 2, "بيانان")]
    [InlineData("ar", 3, "3 بيانات")]
    [InlineData("ar", 11, "11 بيانًا")]
    [InlineData("ar", 100, "100 بيان")]
    public void Count_uses_the_plural_form_of_the_number(string language, long number, string expected) =>
        Find(language).Count(Find(language).Strings.ReleasesCount, number).ShouldBe(expected);

    [Theory]
    [InlineData("ar", "Acme Inc.", "\u2068Acme Inc.\u2069")]
    [InlineData("he", "C++", "\u2068C++\u2069")]
    [InlineData("ar", "أكمي", "أكمي")]
    [InlineData("ar", "2026", "2026")]
    [InlineData("it", "Acme Inc.", "Acme Inc.")]
    [InlineData("it", "أكمي!", "\u2068أكمي!\u2069")]
    [InlineData("ja", "アクメ", "アクメ")]
    public void A_name_of_the_other_direction_is_isolated(string language, string name, string expected) =>
        Find(language).Isolated(name).ShouldBe(expected);

    private static Locale Find(string tag) => Locales.Find(Language.Parse(tag)).ShouldNotBeNull();
}
