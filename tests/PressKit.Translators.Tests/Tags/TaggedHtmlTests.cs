using FsCheck.Xunit;
using PressKit.Testing;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Tests.Tags;

public sealed class TaggedHtmlTests
{
    [Property(MaxTest = 1000)]
    public void Any_content_comes_back_as_it_was(int seed, bool withText)
    {
        var content = Inline.Any(seed);
        TaggedHtml.Read(TaggedHtml.Write(content, withText), content.Codes).ShouldBe(content);
    }

    [Fact]
    public void Text_is_escaped_and_codes_are_elements() =>
        TaggedHtml.Write(Inline.Parse("a < b & <em1>c</em1> <a2>d</a2><br3/><name4/>"))
            .ShouldBe("a &lt; b &amp; <i id=\"c1\">c</i> <a id=\"c2\">d</a><img id=\"c3\"/><img id=\"c4\"/>");

    [Fact]
    public void A_service_may_see_names_and_code_spans_and_is_told_to_leave_them() =>
        TaggedHtml.Write(Inline.Parse("<code1/> <name2/> <br3/>"), withProtectedText: true).ShouldBe(
            "<span id=\"c1\" translate=\"no\">Kling 1 &amp; Co</span> <span id=\"c2\" translate=\"no\">Kling 2 &amp; Co</span> <img id=\"c3\"/>");

    [Theory]
    [InlineData("<i id=c1>x</i>", "<em1>x</em1>")]
    [InlineData("<I  class='z' ID='c1' >x</I>", "<em1>x</em1>")]
    [InlineData("x &amp;lt; &eacute;&#160;&quot;y&quot;", "x &lt; é\u00a0\"y\"")]
    [InlineData("<font><b>x</b></font> <u id=\"c9\">y</u><hr/><!-- no -->", "x y")]
    [InlineData("a < b > c", "a < b > c")]
    [InlineData("</i>x</a>", "x")]
    [InlineData("<i id=\"c1\">x <a id=\"c2\">y</a>", "<em1>x <a2>y</a2></em1>")]
    [InlineData("<a id=\"c2\">x <i id=\"c1\">y</a> z", "<a2>x <em1>y</em1></a2> z")]
    [InlineData("<i id=\"c1\">long text <a id=\"c2\">y</i> z</a>", "<em1>long text <a2>y</a2></em1> z")]
    [InlineData("<i id=\"c1\">x<a id=\"c2\"></i> zzz zz</a>", "<em1>x</em1><a2> zzz zz</a2>")]
    [InlineData("<span id=\"c3\" translate=\"no\">Il <b>nome</b></span> vince", "<name3/> vince")]
    [InlineData("<span id=\"c3\">Kling 3 &amp; Co vince", "<name3/> vince")]
    [InlineData("<a id=\"c2\"/>x", "x")]
    public void What_comes_back_damaged_is_read_as_far_as_it_goes(string html, string content)
    {
        var codes = Inline.Parse("<em1></em1><a2></a2><name3/>").Codes;
        Inline.Show(TaggedHtml.Read(html, codes)).ShouldBe(content);
    }

    [Property(MaxTest = 1000)]
    public void No_markup_whatever_breaks_the_reader(int seed, int other)
    {
        var content = Inline.Any(seed);
        var html = TaggedHtml.Write(content) + TaggedHtml.Write(Inline.Any(other), withProtectedText: true);
        var random = new Random(other);
        for (var cuts = random.Next(6); cuts > 0 && html.Length > 3; cuts--)
            html = html.Remove(random.Next(html.Length - 3), random.Next(1, 4));
        Inline.CodesOf(TaggedHtml.Read(html, content.Codes)).ShouldAllBe(c => content.Codes.Any(own => own.ToString() == c));
    }
}
