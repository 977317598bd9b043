using System.Collections.Immutable;

namespace PressKit.Tests.Translation.Checks;

public sealed class NameCheckTests
{
    private static readonly Term Kling = new("kling", "Kling AI") { Translate = false };

    private static readonly Term Title = new("tiger", "La tigre e il dragone")
    {
        Language = Language.Parse("it"), Kind = TermKind.Title,
        Translations = Texts(("en", ["Crouching Tiger, Hidden Dragon"]), ("ja", ["グリーン・デスティニー"]), ("ar", ["النمر الرابض والتنين الخفي"])),
    };

    private static readonly Term Prize = new("prize", "montepremi")
    {
        Language = Language.Parse("it"), Translations = Texts(("es", ["dotación"]), ("ru", ["призовой фонд"]), ("de", ["Preisgeld", "!Preissumme"])),
    };

    [Theory]
    [InlineData("de", "Auf der Bühne stand Kling AI.")]
    [InlineData("de", "Die Kling-AI-Gründer waren da.")]
    [InlineData("ja", "壇上にはKling AIがいました。")]
    [InlineData("ar", "كان لـKling AI حضور على المسرح.")]
    public void A_name_that_is_kept_is_no_fault_whatever_its_ending(string to, string target) =>
        Checked.Found("it", "Sul palco c’era Kling AI.", to, target, Kling).ShouldNotContain("do-not-translate");

    [Theory]
    [InlineData("en", "On stage was Cling AI.")]
    [InlineData("fr", "Sur scène se trouvait Kling IA.")]
    [InlineData("zh-Hans", "台上的是可灵。")]
    public void A_name_that_is_changed_is_a_fault(string to, string target) =>
        Checked.Found("it", "Sul palco c’era Kling AI.", to, target, Kling).ShouldContain("do-not-translate");

    [Theory]
    [InlineData("en", "the director of “Crouching Tiger, Hidden Dragon”", false)]
    [InlineData("ja", "『グリーン・デスティニー』の監督", false)]
    [InlineData("en", "the director of “The Tiger and the Dragon”", true)]
    [InlineData("ar", "مخرج «النمر والتنين»", true)]
    public void A_title_is_the_one_of_the_language(string to, string target, bool isFault) =>
        Checked.Found("it", "il regista di “La tigre e il dragone”", to, target, Title).Contains("work-title").ShouldBe(isFault);

    [Theory]
    [InlineData("es", "las dotaciones de los concursos", false)]
    [InlineData("ru", "размер призового фонда конкурсов", false)]
    [InlineData("de", "die Preisgelder der Wettbewerbe", false)]
    [InlineData("es", "los premios de los concursos", true)]
    public void A_term_is_known_by_its_stem(string to, string target, bool isFault) =>
        Checked.Found("it", "il montepremi dei concorsi", to, target, Prize).Contains("term-missing").ShouldBe(isFault);

    [Fact]
    public void A_word_that_is_forbidden_is_a_fault() =>
        Checked.Found("it", "il montepremi dei concorsi", "de", "die Preissumme der Wettbewerbe", Prize).ShouldContain("term-forbidden");

    [Fact]
    public void A_term_left_in_the_sources_language_is_a_fault() =>
        Checked.Found("it", "il montepremi dei concorsi", "es", "el montepremi de los concursos", Prize).ShouldContain("must-translate");

    [Theory]
    [InlineData("it", "Lo dice Kenji Mori.", "en", "So says Kenji Mory.", "person-name")]
    [InlineData("en", "the Webb Space Telescope (NASA)", "pl", "Teleskop Webba (NAZA)", "acronym")]
    [InlineData("en", "Write to press@acme.example.", "nl", "Schrijf naar pers@acme.example.", "email")]
    [InlineData("en", "See https://acme.example/a.", "ko", "https://acme.example/b를 참조하십시오.", "url")]
    [InlineData("en", "Call +39 02 1234567.", "ru", "Звоните +39 02 1234568.", "phone-and-codes")]
    [InlineData("en", "Under the WCAG22 rules", "ca", "Segons les normes WCAG21", "phone-and-codes")]
    [InlineData("en", "Follow @acme_press today", "pt", "Siga @acme hoje", "social-handle-hashtag")]
    [InlineData("en", "Open docs/start.md first.", "de", "Öffnen Sie zuerst docs/anfang.md.", "file-path")]
    [InlineData("en", "Dear {name}, welcome.", "it", "Caro {nome}, benvenuto.", "placeholder")]
    public void What_reads_the_same_everywhere_is_compared(string from, string source, string to, string target, string check) =>
        Checked.Found(from, source, to, target).ShouldContain(check);

    [Theory]
    [InlineData("en", "The EU and the UN agree.", "it", "L’UE e l’ONU concordano.")]
    [InlineData("en", "Call +39 02 1234567.", "ja", "電話 +39 02 1234567 まで。")]
    [InlineData("en", "See https://acme.example/a.", "ko", "https://acme.example/a를 참조하십시오.")]
    [InlineData("it", "Il Teatro Nazionale di Roma", "es", "El Teatro Nacional de Roma")]
    [InlineData("en", "at 13:50", "pt", "às 13h50")]
    public void What_is_the_same_in_another_form_is_no_fault(string from, string source, string to, string target) =>
        Checked.Found(from, source, to, target).ShouldBeEmpty();

    private static ImmutableSortedDictionary<Language, ImmutableArray<TermForm>> Texts(params (string Tag, string[] Forms)[] texts) =>
        texts.ToImmutableSortedDictionary(t => Language.Parse(t.Tag), t => t.Forms
            .Select(f => f[0] == '!' ? new TermForm(f[1..], TermStatus.Forbidden) : new TermForm(f)).ToImmutableArray());
}
