using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PressKit.Testing;
using PressKit.Translation;

namespace PressKit.Tests.Translation;

public sealed class CodeRepairTests
{
    [Theory]
    // What is whole stays.
    [InlineData("Il <em1>nuovo</em1> sito<fn2/>", "The <em1>new</em1> site<fn2/>", "The <em1>new</em1> site<fn2/>", "")]
    // Lost formatting is left out; lost links, code, images, notes and breaks are not.
    [InlineData("Il <em1>nuovo</em1> sito", "The new site", "The new site", "dropped 1")]
    [InlineData("Vedi <a1>kling.ai</a1> ora", "See kling.ai now", "See <a1>kling.ai</a1> now", "restored 1")]
    [InlineData("Vedi <a1>il sito web</a1> ora", "See the web site now", "See <a1>the web site</a1> now", "restored 1")]
    [InlineData("<a1>Vedi il sito</a1>", "See the site", "<a1>See the site</a1>", "restored 1")]
    [InlineData("Scrivi <code1/> qui", "Write here", "Write <code1/> here", "restored 1")]
    [InlineData("Un testo.<fn1/>", "A text.", "A text.<fn1/>", "restored 1")]
    [InlineData("<img1/>Una foto", "A photo", "<img1/>A photo", "restored 1")]
    [InlineData("Uno<br1/>due", "One two", "One<br1/> two", "restored 1")]
    // A link around an image goes around the image.
    [InlineData("Ecco <a1><img2/></a1> qui", "Here <img2/> it is", "Here <a1><img2/></a1> it is", "restored 1")]
    [InlineData("Ecco <a1><img2/></a1> qui", "Here it is", "Here it<a1><img2/></a1> is", "restored 1, restored 2")]
    [InlineData("Ecco <a1>il <st2>sito</st2></a1> qui", "Here is <st2>the site</st2> now", "Here is <a1><st2>the site</st2></a1> now", "restored 1")]
    // A link that was emptied is lost, too.
    [InlineData("Vedi <a1>Kling</a1> ora", "See <a1></a1> Kling now", "See  <a1>Kling</a1> now", "restored 1")]
    // What was invented goes; what was doubled is joined, or stands where it has the most text.
    [InlineData("Il sito", "The <a7>site</a7>", "The site", "")]
    [InlineData("Il <em1>sito nuovo</em1>", "The <em1>new</em1> <em1>site</em1>", "The <em1>new site</em1>", "")]
    [InlineData("Il <em1>sito nuovo</em1>", "The <em1>a</em1> very <em1>new site</em1>", "The a very <em1>new site</em1>", "")]
    [InlineData("Uno<br1/>due", "One<br1/>and<br1/>two", "One<br1/>andtwo", "")]
    // Blanks go outside.
    [InlineData("Il <em1>nuovo</em1> sito", "The<em1> new </em1>site", "The <em1>new</em1> site", "")]
    [InlineData("Il<em1> nuovo </em1>sito", "The<em1> new </em1>site", "The<em1> new </em1>site", "")]
    // HTML tags keep their order.
    [InlineData("Il <html1/>tasto<html2/> A", "The <html2/>key<html1/> A", "The <html1/>key<html2/> A", "restored 1, restored 2")]
    public void Codes_are_mended(string source, string answer, string mended, string fates)
    {
        var result = CodeRepair.Mend(Inline.Parse(source), Inline.Parse(answer));
        Inline.Show(result.Content).ShouldBe(mended);
        string.Join(", ", result.Mended.Select(m => $"{(m.Fate == CodeFate.Dropped ? "dropped" : "restored")} {m.Code.Id}")).ShouldBe(fates);
    }

    [Fact]
    public void A_lost_code_finds_its_place_in_a_language_without_spaces() =>
        Inline.Show(CodeRepair.Mend(Inline.Parse("Il <a1>sito</a1> apre oggi"), Inline.Parse("本日サイト公開"), spaced: false).Content)
            .ShouldBe("本<a1>日サ</a1>イト公開");

    [Fact]
    public void Whatever_a_service_answers_the_codes_are_the_sources_own() =>
        Prop.ForAll(ArbMap.Default.ArbFor<Tuple<int, int>>(), seeds =>
        {
            var source = Inline.Any(seeds.Item1);
            var answer = Inline.Any(seeds.Item2);
            var content = CodeRepair.Mend(source, answer, spaced: seeds.Item2 % 2 == 0).Content;
            var codes = Inline.CodesOf(content).ToList();
            codes.ShouldBeUnique();
            codes.ShouldBeSubsetOf(Inline.CodesOf(source));
            source.Codes.Where(c => !c.CanDelete).Select(c => c.ToString()).ShouldBeSubsetOf(codes);
            WithoutBlanks(content.PlainText).ShouldBe(WithoutBlanks(answer.PlainText));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Property]
    public void What_is_whole_is_left_alone(int seed)
    {
        var content = Inline.Any(seed);
        var result = CodeRepair.Mend(content, content);
        result.Content.ShouldBe(content);
        result.Mended.ShouldBeEmpty();
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
