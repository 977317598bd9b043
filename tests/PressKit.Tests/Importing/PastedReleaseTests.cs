using System.Globalization;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Importing;
using PressKit.Testing;

namespace PressKit.Tests.Importing;

public sealed class PastedReleaseTests
{
    private static readonly PastedReleaseReader Reader = new(
        Instants.In("Europe/Rome")!, new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)));

    [SkippableFact]
    public void The_report_from_Tokyo_comes_in_whole()
    {
        var path = Path.GetFullPath(Repository.PathTo("..", "shared", "seed", "tokyo-contest.it.txt"));
        Skip.IfNot(File.Exists(path), "The seed is not at ../shared/seed.");
        var text = File.ReadAllText(path);
        var release = Read(text, "it");

        release.FrontMatter.Dateline.ShouldBe(new Dateline("Tokyo", new DateOnly(2025, 11, 3)));
        release.FrontMatter.Headline.ShouldBe("Durante il Tokyo Film Festival si è svolto il Kling AI Nextgen Creative Contest");
        Blocks(release, UnitRole.Heading).ShouldBe(
        [
            "Cinema e tecnologia: il concorso che fa parlare",
            "“Alzheimer” vince il Gran Premio: un tuffo nella memoria digitale",
            "Kling AI: numeri che raccontano una crescita veloce",
            "Tra uomo e macchina, il futuro è ancora da scrivere",
        ]);
        Blocks(release, UnitRole.Paragraph).Length.ShouldBe(9);
        Shown(release.Markdown).ShouldBe(Folded(text)["Tokyo, 3 novembre 2025 – ".Length..]);
    }

    [Fact]
    public void An_Italian_text_with_one_paragraph_a_line()
    {
        var release = Read(
            """
            COMUNICATO STAMPA
            A Prato la lana impara a parlare
            Dal telaio al telefono: una mostra racconta due secoli di “voci” tessute
            Prato, mercoledì 4 marzo 2026 – Il Museo del Tessuto apre al pubblico “La lana parla”, una mostra che trasforma i rumori dei telai in racconti da ascoltare. È gratuita fino a maggio.
            Che cosa dice un telaio?
            Ogni macchina ha un suo ritmo, e i curatori lo hanno trascritto come uno spartito. “Abbiamo ascoltato per mesi”, dice Bice Lari, “e poi abbiamo capito”.
            I numeri della mostra:
            • 12 telai restaurati
            • 340 ore di suoni
            • 1 orchestra
            Contatti
            Bice Lari
            ufficio.stampa@example.org
            +39 0574 000000
            ###
            """, "it");

        release.HasTitle.ShouldBeTrue();
        release.FrontMatter.Headline.ShouldBe("A Prato la lana impara a parlare");
        release.FrontMatter.Subhead.ShouldBe("Dal telaio al telefono: una mostra racconta due secoli di “voci” tessute");
        release.FrontMatter.Dateline.ShouldBe(new Dateline("Prato", new DateOnly(2026, 3, 4)));
        release.FrontMatter.Summary.ShouldBe(
            "Il Museo del Tessuto apre al pubblico “La lana parla”, una mostra che trasforma i rumori dei telai in racconti da ascoltare. È gratuita fino a maggio.");
        release.Markdown.ShouldBe(
            """

            Il Museo del Tessuto apre al pubblico “La lana parla”, una mostra che trasforma i rumori dei telai in racconti da ascoltare. È gratuita fino a maggio.

            ## Che cosa dice un telaio?

            Ogni macchina ha un suo ritmo, e i curatori lo hanno trascritto come uno spartito. “Abbiamo ascoltato per mesi”, dice Bice Lari, “e poi abbiamo capito”.

            I numeri della mostra:

            - 12 telai restaurati
            - 340 ore di suoni
            - 1 orchestra

            Contatti\
            Bice Lari\
            ufficio.stampa@example.org\
            +39 0574 000000

            """, StringCompareShould.IgnoreLineEndings);
        release.Notes.ShouldContain("Left out “###”, which only marks the end.");
        release.Notes.ShouldContain("Left out “COMUNICATO STAMPA”, which the page says anyway.");
    }

    [Fact]
    public void An_English_text_broken_into_lines_as_mail_programs_do()
    {
        var release = Read(
            """
            Harbour lights go quiet so that birds can find their way

            ROTTERDAM, March 4, 2026 — The port switched off one in three of its
            floodlights tonight, and will do so on every night of the spring
            migration. Pilots asked for it; the *terns* seem to agree.

            WHAT CHANGES FOR SHIPS

            Nothing, says the harbour master: "We steer by instruments, and the
            quays stay lit." The rules are at https://port.example/dark_nights and
            apply to any ship longer than 20 metres.

            1. Before midnight

            Lights along the river stay on until the last ferry has moored. They
            are dimmed in steps of a tenth, over an hour, so that nobody notices.

            - No lights above the horizon
            - No white light but at the
              gangway

            -30-
            """, "en");

        release.FrontMatter.Headline.ShouldBe("Harbour lights go quiet so that birds can find their way");
        release.FrontMatter.Dateline.ShouldBe(new Dateline("Rotterdam", new DateOnly(2026, 3, 4)));
        release.Markdown.ShouldBe(
            """

            The port switched off one in three of its floodlights tonight, and will do so on every night of the spring migration. Pilots asked for it; the \*terns\* seem to agree.

            ## WHAT CHANGES FOR SHIPS

            Nothing, says the harbour master: "We steer by instruments, and the quays stay lit." The rules are at https://port.example/dark_nights and apply to any ship longer than 20 metres.

            ## 1. Before midnight

            Lights along the river stay on until the last ferry has moored. They are dimmed in steps of a tenth, over an hour, so that nobody notices.

            - No lights above the horizon
            - No white light but at the gangway

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void A_Japanese_text()
    {
        var release = Read(
            """
            プレスリリース
            ２０２６年３月４日、京都

            市電の鐘が、百年ぶりに町へ帰ってきます

            　京都の小さな工房が、失われた市電の鐘を復元しました。図面は残っておらず、手がかりは一枚の写真だけでした。

            音を探して
            　職人たちは「まず聞くことから始めた」と話します。古い映画を百本以上見て、鐘の音を集めました。
            ・重さは四キロ
            ・高さは二十センチ

            以上
            """, "ja");

        release.FrontMatter.Headline.ShouldBe("市電の鐘が、百年ぶりに町へ帰ってきます");
        release.FrontMatter.Dateline.ShouldBe(new Dateline("京都", new DateOnly(2026, 3, 4)));
        release.FrontMatter.Summary.ShouldBe("京都の小さな工房が、失われた市電の鐘を復元しました。図面は残っておらず、手がかりは一枚の写真だけでした。");
        release.Markdown.ShouldBe(
            """

            京都の小さな工房が、失われた市電の鐘を復元しました。図面は残っておらず、手がかりは一枚の写真だけでした。

            ## 音を探して

            職人たちは「まず聞くことから始めた」と話します。古い映画を百本以上見て、鐘の音を集めました。

            - 重さは四キロ
            - 高さは二十センチ

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void A_Japanese_text_broken_into_lines_is_joined_without_spaces()
    {
        var release = Read(
            """
            京都の小さな工房が、失われた市電の鐘を復元しま
            した。図面は残っておらず、手がかりは一枚の写真
            だけでした。

            職人たちは古い映画を百本以上見て、鐘の音を一つ
            ずつ集め、その高さを書きとめていきました。
            """, "ja");
        Blocks(release, UnitRole.Paragraph).ShouldBe(
        [
            "京都の小さな工房が、失われた市電の鐘を復元しました。図面は残っておらず、手がかりは一枚の写真だけでした。",
            "職人たちは古い映画を百本以上見て、鐘の音を一つずつ集め、その高さを書きとめていきました。",
        ]);
        release.FrontMatter.Headline.ShouldBe("京都の小さな工房が、失われた市電の鐘を復元しました");
    }

    [Fact]
    public void A_Japanese_text_with_date_company_and_sections_above_and_between()
    {
        var release = Read(
            """
            2026年3月4日
            株式会社かねのね

            市電の鐘が町へ帰ってきます

            京都、2026年3月4日　株式会社かねのねは、市電の鐘を復元しました。来月から展示します。

            ■ 鐘の特長
            ・重さは四キロ
            ・高さは二十センチ

            【お問い合わせ先】
            株式会社かねのね 広報部
            Tel: 075-000-0000
            """, "ja");

        release.FrontMatter.Headline.ShouldBe("市電の鐘が町へ帰ってきます");
        release.FrontMatter.Dateline.ShouldBe(new Dateline("京都", new DateOnly(2026, 3, 4)));
        release.FrontMatter.Summary.ShouldBe("株式会社かねのねは、市電の鐘を復元しました。来月から展示します。");
        release.Markdown.ShouldBe(
            """

            株式会社かねのね

            株式会社かねのねは、市電の鐘を復元しました。来月から展示します。

            ## ■ 鐘の特長

            - 重さは四キロ
            - 高さは二十センチ

            ## 【お問い合わせ先】

            株式会社かねのね 広報部\
            Tel: 075-000-0000

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void A_title_that_calls_out_is_known_by_the_dateline_below()
    {
        var release = Read("La lana parla!\n\nUna mostra per le orecchie\n\nPRATO – 4 marzo 2026 – Il museo apre. Si entra gratis.", "it");
        release.FrontMatter.Headline.ShouldBe("La lana parla!");
        release.FrontMatter.Subhead.ShouldBe("Una mostra per le orecchie");
        release.FrontMatter.Dateline.ShouldBe(new Dateline("Prato", new DateOnly(2026, 3, 4)));
        Read("La lana parla!\n\nUna mostra per le orecchie apre a Prato.", "it").HasTitle.ShouldBeFalse();
    }

    [Fact]
    public void Dialogue_and_a_single_hyphen_are_no_lists()
    {
        var release = Read("Il museo apre.\n\n— Che cosa cambia?\n— Tutto.\n\n- Nota a parte.", "it");
        Blocks(release, UnitRole.Item).ShouldBeEmpty();
        Shown(release.Markdown).ShouldBe("Il museo apre. — Che cosa cambia? — Tutto. - Nota a parte.");
    }

    [Fact]
    public void An_Arabic_text()
    {
        var release = Read(
            """
            مكتبة فاس القديمة تفتح أبوابها ليلًا
            فاس، 4 مارس 2026 – أعلنت المكتبة العتيقة أنها ستستقبل القراء حتى منتصف الليل، مرة في كل أسبوع. الدخول مجاني.
            كتب تحت ضوء القمر
            قال أمين المكتبة: «نريد أن يسمع الناس صوت الورق»، وأضاف أن المخطوطات ستُعرض في الفناء.
            """, "ar");

        release.FrontMatter.Headline.ShouldBe("مكتبة فاس القديمة تفتح أبوابها ليلًا");
        release.FrontMatter.Dateline.ShouldBe(new Dateline("فاس", new DateOnly(2026, 3, 4)));
        release.Markdown.ShouldBe(
            """

            أعلنت المكتبة العتيقة أنها ستستقبل القراء حتى منتصف الليل، مرة في كل أسبوع. الدخول مجاني.

            ## كتب تحت ضوء القمر

            قال أمين المكتبة: «نريد أن يسمع الناس صوت الورق»، وأضاف أن المخطوطات ستُعرض في الفناء.

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void Marked_headings_keep_their_order_below_the_headline()
    {
        var release = Read("# Titolo\n\nUn testo breve.\n\nParte\n=====\n\nAltro testo.\n\nSezione\n-------\n\nFine del testo.\n\n### Nota #\n\nEcco.", "it");
        release.FrontMatter.Headline.ShouldBe("Titolo");
        release.Markdown.ShouldContain("\n## Parte\n");
        release.Markdown.ShouldContain("\n### Sezione\n");
        release.Markdown.ShouldContain("\n#### Nota\n");
    }

    [Fact]
    public void A_date_that_does_not_exist_stays_and_is_noted()
    {
        var release = Read("Milano, 31 novembre 2025 – Il museo apre.", "it");
        release.FrontMatter.Dateline.ShouldBeNull();
        release.FrontMatter.Published.ShouldBeNull();
        release.Markdown.ShouldContain("31 novembre 2025");
        release.Notes.ShouldContain("“31 novembre 2025” is not a date that exists; it was left in the text.");
    }

    [Theory]
    [InlineData("it", "Il museo apre.", "Il museo apre")]
    [InlineData("it", "Il museo di Prato, che compie oggi cinquanta anni, apre le porte ai visitatori di notte e regala loro una torcia.", "Il museo di Prato, che compie oggi cinquanta anni")]
    [InlineData("en", "A museum of very many rooms that have no doors and no windows at all nor any names opens on a summer night.", "A museum of very many rooms that have no doors and no windows at all nor any names opens…")]
    [InlineData("zh-Hans", "京都的一家小作坊复原了失传百年的电车铃铛，没有图纸，唯一的线索只是一张已经发黄的老照片而已，工匠们从零开始。", "京都的一家小作坊复原了失传百年的电车铃铛，没有图纸")]
    public void A_headline_is_proposed_from_the_first_sentence(string language, string text, string headline)
    {
        var release = Read(text, language);
        release.HasTitle.ShouldBeFalse();
        release.FrontMatter.Headline.ShouldBe(headline);
        release.Comments["headline"].ShouldBe("proposed from the text: look it over");
    }

    [Theory]
    [InlineData("#")]
    [InlineData("# ")]
    [InlineData(":")]
    [InlineData("[")]
    [InlineData("*a")]
    [InlineData("“")]
    [InlineData("://")]
    [InlineData("https://x.org ")]
    [InlineData("x\n")]
    [InlineData("- x\n")]
    [InlineData("Roma, ")]
    [InlineData("1 gennaio 2026 ")]
    [InlineData("lunedì")]
    [InlineData("\u200f")]
    public void A_text_of_one_thing_over_and_over_is_read(string text) =>
        Should.NotThrow(() => Reader.Read("Roma " + string.Concat(Enumerable.Repeat(text, 50_000 / text.Length)), Language.Parse("it"), "name"));

    [Fact]
    public void Paragraphs_of_any_characters_are_shown_as_they_were_pasted() =>
        Prop.ForAll(Paragraph().NonEmptyListOf().ToArbitrary(), paragraphs =>
        {
            var release = Read(string.Join("\n\n", paragraphs), "it");
            Shown(release.Markdown).ShouldBe(Folded(string.Join(' ', paragraphs)), release.Markdown);
            Blocks(release, UnitRole.Paragraph).Length.ShouldBe(paragraphs.Count);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void No_letter_of_any_text_is_lost() =>
        Prop.ForAll(Any().ToArbitrary(), text =>
        {
            if (Reader.Read(text, Language.Parse("it"), "name") is not { } release) return;
            var title = release.HasTitle ? release.FrontMatter.Headline + release.FrontMatter.Subhead : "";
            Sorted(Shown(release.Markdown) + title).ShouldBe(Sorted(text), text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static PastedRelease Read(string text, string language) =>
        Reader.Read(text.ReplaceLineEndings("\n"), Language.Parse(language), "name").ShouldNotBeNull();

    private static string[] Blocks(PastedRelease release, UnitRole role) =>
        [.. new MarkdownParser().Parse(release.Markdown).Blocks.Where(b => b.Role == role).Select(b => b.Content.ReadingText)];

    private static string Shown(string markdown) =>
        Folded(new HtmlParser().ParseDocument(new MarkdownParser().Parse(markdown).Html(t => t)).Body!.TextContent);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Sorted(string text) => string.Concat(text.Where(char.IsLetter).Order());

    private static readonly string[] Odd =
    [
        "parola", "il", " ", " ", " ", ".", ",", ":", "#", "-", "- ", "+", "=", "---", "===", "*", "**", "_", "~~", "```", "[", "](x)", "![", "[^1]:", "[x] ",
        "|", "|-|-|", "<b>", "</b>", "<!--", "&amp;", "&", "1. ", "2) ", "> ", ": ", "\\", "“", "”", "l’ora", "東京", "。", "م", "😀", "\u00a0", "\u200b", "https://x.org/a_b",
        "www.x.org", "mailto:a@b.org", "a@b.org", "{#id}", "$x$", "^", "\u0007", "\u200f", "!", "?", "•",
    ];

    // A letter in front and a full stop behind make it a paragraph; neither is markup.
    private static Gen<string> Paragraph() =>
        from pieces in Gen.Elements(Odd.Where(p => p is not "\u0007").ToArray()).ListOf()
        from number in Gen.Choose(0, 1000)
        select $"P{number.ToString(CultureInfo.InvariantCulture)} {string.Concat(pieces)} fine.";

    private static Gen<string> Any() =>
        from pieces in Gen.Elements([.. Odd, "\n", "\n", "\n\n", "# ", "TITOLO", "una frase un po’ più lunga, che va avanti per un bel pezzo prima di finire "]).ListOf()
        select string.Concat(pieces);
}
