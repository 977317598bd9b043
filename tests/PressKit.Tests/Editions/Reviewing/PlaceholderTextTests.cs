using FsCheck.Xunit;
using PressKit.Editions.Reviewing;
using PressKit.Testing;

namespace PressKit.Tests.Editions.Reviewing;

public sealed class PlaceholderTextTests
{
    private static readonly InlineContent Source = Inline.Parse("a <em1>b</em1> <a2>c</a2> <br3/>");

    [Property]
    public void What_is_written_is_read_again(int seed)
    {
        var content = Inline.Any(seed);
        PlaceholderText.Read(PlaceholderText.Write(content), content, out var fault).ShouldBe(content);
        fault.ShouldBeNull();
    }

    [Property]
    public void Whatever_is_typed_has_the_sources_own_codes_or_none(int seed, string[] typed)
    {
        var random = new Random(seed);
        var source = Inline.Any(seed);
        var parts = PlaceholderText.Write(source).Split(' ').Concat(typed.OfType<string>()).ToArray();
        random.Shuffle(parts);
        if (PlaceholderText.Read(string.Concat(parts), source, out var fault) is not { } read)
        {
            fault.ShouldNotBeNull();
            return;
        }

        Inline.CodesOf(read).ShouldBeUnique();
        Inline.CodesOf(read).Except(Inline.CodesOf(source), StringComparer.Ordinal).ShouldBeEmpty();
        source.Codes.Where(c => !c.CanDelete).Except(read.Codes).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x <1>y</1> <2>z</2> <3/>", null)]
    [InlineData("<3/><2>z</2> and no emphasis", null)]
    [InlineData("a << b <2>z</2><3/>", null)]
    [InlineData("a < b <2>z</2><3/>", null)]
    [InlineData("<2>z</2> <3/> <4/>", "codes.unknown")]
    [InlineData("<2/> <3/>", "codes.unknown")]
    [InlineData("<2>z</2> <3>", "codes.unknown")]
    [InlineData("<2>z</2> <3/> <3/>", "codes.twice")]
    [InlineData("<2>z <3/>", "codes.unbalanced")]
    [InlineData("<1><2>z</1></2> <3/>", "codes.unbalanced")]
    [InlineData("</2>z<2> <3/>", "codes.unbalanced")]
    [InlineData("x <1>y</1> <3/>", "codes.missing")]
    [InlineData("<2>z</2>", "codes.missing")]
    public void A_text_whose_codes_do_not_match_is_refused(string text, string? code)
    {
        PlaceholderText.Read(text, Source, out var fault);
        fault?.Code.ShouldBe(code);
        (fault is null).ShouldBe(code is null);
    }

    [Fact]
    public void Tags_of_HTML_keep_their_order()
    {
        var source = Inline.Parse("<html1/>a<html2/>");
        PlaceholderText.Read("<2/>b<1/>", source, out var fault).ShouldBeNull();
        fault!.Code.ShouldBe("codes.order");
    }

    [Fact]
    public void What_a_history_says_is_recalled_without_the_codes_that_are_gone() =>
        PlaceholderText.Recall("x <1>y</1> <9>z</9><3/>", Source).ToString().ShouldBe("x <1>y</1> z<3/>");
}
