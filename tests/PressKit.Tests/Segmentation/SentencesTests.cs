using FsCheck.Xunit;
using PressKit.Content.Markdown;
using PressKit.Segmentation;
using PressKit.Testing;
using PressKit.Tests.Content.Markdown;

namespace PressKit.Tests.Segmentation;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("it", "Prima frase. Seconda frase.", "Prima frase.|Seconda frase.")]
    [InlineData("it", "Il dott. Rossi della Alfa S.p.A. ha scritto al n. 4.600. Poi basta!", "Il dott. Rossi della Alfa S.p.A. ha scritto al n. 4.600.|Poi basta!")]
    [InlineData("it", "«È vero. Lo è», ha detto. E poi?", "«È vero. Lo è», ha detto.|E poi?")]
    [InlineData("it", "“Un vero salto.” Il pubblico applaude.", "“Un vero salto.”|Il pubblico applaude.")]
    [InlineData("en", "Dr. Smith paid $42.50. He left.", "Dr. Smith paid $42.50.|He left.")]
    [InlineData("en", "J. R. R. Tolkien wrote it. (He did. Really.) Yes.", "J. R. R. Tolkien wrote it.|(He did. Really.) Yes.")]
    [InlineData("en", "See https://a.example/b.c. for more", "See https://a.example/b.c. for more")]
    [InlineData("de", "Am 3. November kam er. Dann ging er.", "Am 3. November kam er.|Dann ging er.")]
    [InlineData("ja", "最初の文。「引用です。」と述べた。次の文！", "最初の文。|「引用です。」と述べた。|次の文！")]
    [InlineData("zh-Hans", "第一句。第二句？“引用。”他说。", "第一句。|第二句？|“引用。”他说。")]
    [InlineData("ar", "الجملة الأولى. هل هذا سؤال؟ نعم.", "الجملة الأولى.|هل هذا سؤال؟|نعم.")]
    [InlineData("en", "Wait... what? No way.", "Wait... what?|No way.")]
    // Italian: offices, companies, numbers, ordinals, a question that goes on.
    [InlineData("it", "Il prof. Bianchi e la dott.ssa Verdi, dell'on. Neri. Fine.", "Il prof. Bianchi e la dott.ssa Verdi, dell'on. Neri.|Fine.")]
    [InlineData("it", "Si veda l'art. 3 e pag. 12. Poi la pag. Fine.", "Si veda l'art. 3 e pag. 12.|Poi la pag. Fine.")]
    [InlineData("it", "«Davvero?» chiese lui. «Sì!» Poi tacque.", "«Davvero?» chiese lui.|«Sì!»|Poi tacque.")]
    [InlineData("it", "Dal 50 a.C. Roma cresce. È vero… Forse.", "Dal 50 a.C. Roma cresce.|È vero…|Forse.")]
    [InlineData("it", "1. Premessa del comunicato. Poi il testo.", "1. Premessa del comunicato.|Poi il testo.")]
    [InlineData("it", "Yahoo! annuncia l'accordo. Bene.", "Yahoo! annuncia l'accordo.|Bene.")]
    [InlineData("it", "Vedi https://a.example/cerca?q=Uno.Due! Poi basta.", "Vedi https://a.example/cerca?q=Uno.Due!|Poi basta.")]
    [InlineData("it", "Ha scritto a ufficio.stampa@a.example. Poi basta.", "Ha scritto a ufficio.stampa@a.example.|Poi basta.")]
    // English: what CLDR takes for abbreviations and are words.
    [InlineData("en", "The answer is no. He logged on. Then it was up. So it goes.", "The answer is no.|He logged on.|Then it was up.|So it goes.")]
    [InlineData("en", "Switch it On. Go Up. See no. 5 and No. 6. End.", "Switch it On.|Go Up.|See no. 5 and No. 6.|End.")]
    [InlineData("en", "He said, \"Stop. Now.\" She did. \"Why?\" He left.", "He said, \"Stop. Now.\"|She did.|\"Why?\"|He left.")]
    [InlineData("en", "He \u00ADlives at 5 St\u00AD. James. A (b \"c) d\". E.", "He \u00ADlives at 5 St\u00AD. James.|A (b \"c) d\".|E.")]
    [InlineData("en", "It costs $4.50! Really?! Yes.", "It costs $4.50!|Really?!|Yes.")]
    [InlineData("fr", "M. Dupont et Mme. Durand, av. J.-C. Rome. Vraiment ? Oui.", "M. Dupont et Mme. Durand, av. J.-C. Rome.|Vraiment ?|Oui.")]
    [InlineData("fr", "« C'est vrai. Oui. » Il rit.", "« C'est vrai. Oui. »|Il rit.")]
    [InlineData("de", "Das gilt z. B. Berlin, v. Chr. Rom. Der Test. Ende am 21. Mai. Gut.", "Das gilt z. B. Berlin, v. Chr. Rom.|Der Test.|Ende am 21. Mai.|Gut.")]
    [InlineData("de", "„Ja. Gut.“ Er ging. Am 3. Oktober 2025. Ende.", "„Ja. Gut.“|Er ging.|Am 3. Oktober 2025.|Ende.")]
    [InlineData("es", "¿Viene el Sr. López? ¡Sí! Vio el mar. Después, págs. 3 y 4.", "¿Viene el Sr. López?|¡Sí!|Vio el mar.|Después, págs. 3 y 4.")]
    // Japanese: no blanks; what stands in brackets is one sentence's; particles go on.
    [InlineData("ja", "「はい。」田中さんは笑った。「いいえ！」「なぜ？」", "「はい。」|田中さんは笑った。|「いいえ！」|「なぜ？」")]
    [InlineData("ja", "「はい。」と言った。（注。二つ目。）次です。", "「はい。」と言った。|（注。二つ目。）次です。")]
    [InlineData("ja", "すごい!次はNo. 5です。価格は4.5万円。", "すごい!|次はNo. 5です。|価格は4.5万円。")]
    [InlineData("ja", "『映画。続き。』は名作だ。2025年11月3日、東京。", "『映画。続き。』は名作だ。|2025年11月3日、東京。")]
    [InlineData("ja", "1.概要を述べる。２．結論。", "1.概要を述べる。|２．結論。")]
    [InlineData("zh-Hans", "他说：“你好！你好吗？”她笑了。“好。”“走吧！”", "他说：“你好！你好吗？”她笑了。|“好。”|“走吧！”")]
    [InlineData("zh-Hans", "真的吗?是的!价格是4.5万元……后来呢？", "真的吗?|是的!|价格是4.5万元……后来呢？")]
    [InlineData("zh-Hant", "（第一句。第二句。）第三句。《書名。》第四句！", "（第一句。第二句。）第三句。|《書名。》第四句！")]
    // Korean: blanks between sentences, full stops of ASCII.
    [InlineData("ko", "안녕하세요. 저는 김입니다! 가격은 4.5만 원입니까? 네. 알겠습니다.", "안녕하세요.|저는 김입니다!|가격은 4.5만 원입니까?|네.|알겠습니다.")]
    [InlineData("ko", "“갑니다. 지금.” 그는 말했다. No. 5입니다.", "“갑니다. 지금.” 그는 말했다.|No. 5입니다.")]
    // Arabic: its own question mark, titles of one letter.
    [InlineData("ar", "قال د. أحمد: «نعم. بالتأكيد». ثم غادر! لماذا؟ لا أحد يعرف.", "قال د. أحمد: «نعم. بالتأكيد».|ثم غادر!|لماذا؟|لا أحد يعرف.")]
    [InlineData("ar", "السعر ٤٫٥ مليون. ص.ب. 12 دبي.", "السعر ٤٫٥ مليون.|ص.ب. 12 دبي.")]
    // Thai: only where it has marks at all.
    [InlineData("th", "เปิดงานในปี พ.ศ. 2568 ที่กรุงเทพฯ ราคา 4.5 ล้านบาท", "เปิดงานในปี พ.ศ. 2568 ที่กรุงเทพฯ ราคา 4.5 ล้านบาท")]
    [InlineData("th", "เขามาแล้ว! ดร. สมชายดีใจไหม? ใช่", "เขามาแล้ว!|ดร. สมชายดีใจไหม?|ใช่")]
    // Hindi: the danda, with a blank or without; titles and initials.
    [InlineData("hi", "यह पहला वाक्य है। क्या यह दूसरा है? हाँ!", "यह पहला वाक्य है।|क्या यह दूसरा है?|हाँ!")]
    [InlineData("hi", "डॉ. ए. पी. जे. अब्दुल कलाम आए।वे गए॥ अंत।", "डॉ. ए. पी. जे. अब्दुल कलाम आए।|वे गए॥|अंत।")]
    public void Sentences_end_where_a_reader_of_the_language_ends_them(string language, string text, string expected) =>
        string.Join('|', Sentences.Of(InlineContent.Of(text), Language.Parse(language)).Select(s => s.Source.PlainText))
            .ShouldBe(expected);

    [Fact]
    public void No_sentence_ends_inside_a_code()
    {
        var strong = new InlineCode(1, CodeKind.Strong, "**", "**");
        var content = InlineContent.Of([Piece.Open(strong), Piece.Run("One. Two."), Piece.Close(strong), Piece.Run(" Three.")]);
        Sentences.Of(content, Language.Parse("en")).Select(s => s.Source.ToString()).ShouldBe(["<1>One. Two.</1>", "Three."]);
    }

    [Theory]
    [InlineData("Fine.<fn1/> Poi altro.", "Fine.<fn1/>|Poi altro.")]
    [InlineData("Usa il comando.<br1/>Poi basta.", "Usa il comando.<br1/>Poi basta.")]
    [InlineData("Usa questo. <code1/> fa tutto.", "Usa questo.|<code1/> fa tutto.")]
    [InlineData("<em1>Uno.</em1> <st2>Due.</st2> Tre.", "<em1>Uno.</em1>|<st2>Due.</st2>|Tre.")]
    [InlineData("<a1>Uno. Due.</a1> Tre.", "<a1>Uno. Due.</a1>|Tre.")]
    [InlineData("La n. <em1>5</em1>. Poi.", "La n. <em1>5</em1>.|Poi.")]
    [InlineData("Il <em1>dott.</em1> Rossi. Poi.", "Il <em1>dott.</em1> Rossi.|Poi.")]
    public void Codes_do_not_hide_where_a_sentence_ends(string content, string expected) =>
        string.Join('|', Sentences.Of(Inline.Parse(content), Language.Parse("it")).Select(s => Inline.Show(s.Source))).ShouldBe(expected);

    [Fact]
    public void A_newsroom_adds_its_own_words()
    {
        var own = new Dictionary<Language, SentenceWords> { [Language.Parse("it")] = new(["Min."], ["rif."], ["ecc."]) };
        var text = InlineContent.Of("Il Min. Cultura, rif. 12. Poi, ecc. Il rif. Fine.");
        Sentences.Of(text, Language.Parse("it-CH"), new SentenceRules(own)).Select(s => s.Source.PlainText)
            .ShouldBe(["Il Min. Cultura, rif. 12.", "Poi, ecc.", "Il rif.", "Fine."]);
        Sentences.Of(text, Language.Parse("it")).Select(s => s.Source.PlainText)
            .ShouldBe(["Il Min.", "Cultura, rif.", "12. Poi, ecc. Il rif.", "Fine."]);
    }

    [Property(Arbitrary = [typeof(GeneratedMarkdown)], MaxTest = 500)]
    public void Sentences_and_the_space_between_them_are_the_whole_of_the_content(string markdown)
    {
        foreach (var block in new MarkdownParser().Parse(markdown).Blocks)
        {
            foreach (var language in new[] { "it", "ja", "ar" })
                new Unit("u", block.Role, Sentences.Of(block.Content, Language.Parse(language))).Source.ShouldBe(block.Content);
        }
    }
}
