using PressKit.Segmentation;
using PressKit.Testing;
using PressKit.Translation.Memory;

namespace PressKit.Tests.Translation.Memory;

public sealed class GraphemesTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("e\u0301a", 2)]
    [InlineData("👩‍👩‍👧!", 2)]
    [InlineData("日本語。", 4)]
    [InlineData("مُحَمَّد", 4)]
    [InlineData("see <a1>this</a1> <code2/>.", 13)]
    [InlineData("<em1>\u0301x</em1>", 4)]
    public void A_grapheme_and_a_code_are_one_each(string text, int count) =>
        Graphemes.Of(Wording.Of(Inline.Parse(text))).Length.ShouldBe(count);

    [Fact]
    public void Codes_of_different_kinds_differ_and_of_one_kind_do_not()
    {
        Of("<em1>a</em1>").ShouldBe(Of("<em7>a</em7>"));
        Of("<em1>a</em1>").ShouldNotBe(Of("<st1>a</st1>"));

        static int[] Of(string text) => Graphemes.Of(Wording.Of(Inline.Parse(text)));
    }
}
