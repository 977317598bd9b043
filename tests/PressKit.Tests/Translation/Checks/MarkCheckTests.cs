namespace PressKit.Tests.Translation.Checks;

/// <summary>Punctuation, spaces, quotation marks, characters and scripts.</summary>
public sealed class MarkCheckTests
{
    [Theory]
    [InlineData("it", "Che ora è?", "fr", "Quelle heure est-il\u202f?")]
    [InlineData("it", "Che ora è?", "es", "¿Qué hora es?")]
    [InlineData("it", "Che ora è?", "ar", "كم الساعة؟")]
    [InlineData("it", "Che ora è?", "ja", "何時ですか。")]
    [InlineData("it", "Che ora è?", "zh-Hans", "几点了？")]
    [InlineData("en", "The rules:", "fr", "Les règles\u00a0:")]
    [InlineData("en", "He said “yes”.", "de", "Er sagte „ja“.")]
    [InlineData("en", "He said “yes”.", "fr", "Il a dit «\u00a0oui\u00a0».")]
    [InlineData("en", "He said “yes”.", "ja", "彼は「はい」と言いました。")]
    [InlineData("en", "He said “yes”.", "pl", "Powiedział „tak”.")]
    [InlineData("en", "12% more", "de", "12\u00a0% mehr")]
    [InlineData("en", "Windows and .NET run.", "it", "Windows e .NET funzionano.")]
    [InlineData("en", "Wait… what?", "pt", "Espere… o quê?")]
    [InlineData("en", "the man, that we saw", "de", "der Mann, die die Kinder sahen")]
    [InlineData("en", "line by line", "ar", "سطرًا سطرًا")]
    [InlineData("it", "con PressKit", "ar", "باستخدام لـPressKit")]
    [InlineData("en", "(two stops)", "ja", "（二回の休憩）")]
    [InlineData("en", "Indeed it is.", "zh-Hans", "的的确确如此。")]
    [InlineData("ja", "次のとおりです。", "it", "È così:")]
    public void What_a_language_writes_in_its_own_way_is_no_fault(string from, string source, string to, string target) =>
        Checked.Found(from, source, to, target).Except(["too-long", "too-short"]).ShouldBeEmpty();

    [Theory]
    [InlineData("it", "Che ora è?", "fr", "Quelle heure est-il ?", "punctuation-spacing", "Quelle heure est-il\u202f?")]
    [InlineData("it", "Dice «sì».", "fr", "Il dit «oui\u00a0».", "punctuation-spacing", "Il dit «\u00a0oui\u00a0».")]
    [InlineData("it", "Che ora è?", "es", "Qué hora es?", "start-punctuation", "¿Qué hora es?")]
    [InlineData("it", "Sì, certo.", "de", "Ja , sicher.", "punctuation-spacing", "Ja, sicher.")]
    [InlineData("it", "Sì, certo.", "nl", "Ja,zeker.", "punctuation-spacing", "Ja, zeker.")]
    [InlineData("it", "Sì, certo.", "ar", "نعم, بالتأكيد.", "arabic-punctuation", "نعم، بالتأكيد.")]
    [InlineData("it", "Sì, certo.", "zh-Hans", "是的,当然。", "fullwidth-punctuation", "是的，当然。")]
    [InlineData("it", "Sì, certo.", "ja", "はい, もちろんです。", "fullwidth-punctuation", "はい、もちろんです。")]
    [InlineData("it", "Sì, certo.", "ja", "はい、もちろん です。", "double-byte-spacing", "はい、もちろんです。")]
    [InlineData("it", "Il 12% in più", "es", "Un 12% más", "percent-sign-spacing", "Un 12\u00a0% más")]
    [InlineData("de", "12\u00a0% mehr", "en", "12 % more", "percent-sign-spacing", "12% more")]
    [InlineData("it", "Finito.", "en", "Done", "end-stop", "Done.")]
    [InlineData("it", "Chi è?", "ar", "من هو", "end-question", "من هو؟")]
    [InlineData("it", "Le regole:", "fr", "Les règles", "end-colon", "Les règles\u00a0:")]
    [InlineData("it", "la sala grande", "pt", "a sala sala grande", "doubled-word", "a sala grande")]
    [InlineData("it", "la sala grande", "ca", "la sala  gran", "double-space", "la sala gran")]
    [InlineData("it", "la sala grande", "ko", " 큰 홀", "leading-space", "큰 홀")]
    [InlineData("it", "la sala grande", "ru", "большой зал ", "trailing-space", "большой зал")]
    [InlineData("it", "Sì, certo.", "en", "Yes,, sure.", "multiple-punctuation", "Yes, sure.")]
    [InlineData("it", "Dice «sì».", "de", "Er sagt \"ja\".", "quotes-style", "Er sagt „ja“.")]
    [InlineData("it", "la sala", "ar", "القـــاعة", "kashida", "القاعة")]
    [InlineData("it", "la sala", "en", "the h\u200ball", "zero-width", "the hall")]
    [InlineData("it", "arte e musica", "en", "art &amp; music", "encoding-damage", "art & music")]
    public void A_mark_or_space_of_another_kind_is_a_fault_that_can_be_mended(string from, string source, string to, string target, string check, string mended) =>
        Checked.Fixed(check, from, source, to, target).ShouldBe(mended);

    [Theory]
    [InlineData("it", "(con due soste)", "en", "(with two stops", "brackets-balance")]
    [InlineData("it", "la valle (con due soste)", "de", "das Tal mit zwei Pausen", "brackets-mismatch")]
    [InlineData("it", "Dice «sì» ancora.", "fr", "Il dit «\u00a0oui encore.", "quotes-pair")]
    [InlineData("it", "«Abbiamo lavorato molto per questo risultato», ha detto.", "es", "Hemos trabajado mucho por este resultado, dijo.", "quote-count-speaker")]
    [InlineData("it", "la sala", "en", "the \u202ehall", "bidi-balance")]
    [InlineData("it", "la sala", "en", "the \u202ehall\u202c", "control")]
    [InlineData("it", "la sala", "en", "the\u0007 hall", "control")]
    [InlineData("it", "perché no", "fr", "pourquoi pas, dÃ©jÃ\u00a0", "encoding-damage")]
    [InlineData("it", "la sala", "pl", "sala kt\ufffdra", "encoding-damage")]
    [InlineData("it", "la sala", "en", "the hаll", "wrong-script")]
    [InlineData("it", "il museo della città", "zh-Hans", "這個博物館們", "wrong-script")]
    [InlineData("it", "il museo della città", "de", "das Museum 博物馆", "wrong-script")]
    [InlineData("it", "Il museo appartiene a tutta la città e la città lo ha capito subito.", "es", "Le musée appartient à toute la ville et la ville l’a compris tout de suite.", "wrong-language")]
    [InlineData("it", "Il museo appartiene a tutta la città e la città lo ha capito subito.", "ja", "The museum belongs to the whole city and the city understood it at once.", "wrong-language")]
    [InlineData("it", "Il museo appartiene a tutta la città e la città lo ha capito subito.", "ca", "Il museo appartiene a tutta la città e la città lo ha capito subito.", "untranslated")]
    [InlineData("it", "Il museo, nuovo, appartiene a tutta la città e la città lo ha capito subito.", "ko", "새 박물관은 a tutta la città e la città lo ha capito.", "partially-untranslated")]
    [InlineData("en", "The museum belongs to the whole city, and the city understood that at once.", "nl", "Het museum is van de", "truncated")]
    [InlineData("en", "The museum belongs to the whole city.", "pt", " ", "empty")]
    [InlineData("en", "See <a1>the page</a1>.", "ar", "انظر الصفحة.", "code-missing")]
    [InlineData("en", "See <em1>the page</em1>.", "ru", "См. страницу.", "code-formatting")]
    [InlineData("en", "See <a1>the page</a1>.", "it", "Vedi <a1>la pagina </a1>.", "code-whitespace")]
    [InlineData("en", "See <a1>the page</a1>.", "it", "Vedi la pagina <a1></a1>.", "text-between-codes")]
    [InlineData("en", "Run <code1/> now.", "it", "Esegui <code1/> ora <code1/>.", "code-duplicate")]
    public void What_only_a_person_can_mend_is_found(string from, string source, string to, string target, string check) =>
        Checked.Found(from, source, to, target).ShouldContain(check);

    [Fact]
    public void A_finding_has_its_place_and_an_identity_that_changes_with_the_text()
    {
        var finding = Checked.Findings("it", "Sono 4.600.", "en", "They are 4,700.").Single();
        (finding.Rule.Code, finding.Rule.Category, finding.Segment).ShouldBe(("check.numbers", "numbers", 0));
        "They are 4,700.".Substring(finding.Target!.Value.Start, finding.Target.Value.Length).ShouldBe("4,700");
        "Sono 4.600.".Substring(finding.Source!.Value.Start, finding.Source.Value.Length).ShouldBe("4.600");
        Checked.Findings("it", "Sono 4.600.", "en", "They are 4,700.").Single().Fingerprint.ShouldBe(finding.Fingerprint);
        Checked.Findings("it", "Sono 4.600.", "en", "They are 4,800.").Single().Fingerprint.ShouldNotBe(finding.Fingerprint);
        Checked.Findings("it", "Sono 4.900.", "en", "They are 4,700.").Single().Fingerprint.ShouldNotBe(finding.Fingerprint);
    }
}
