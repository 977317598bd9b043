using PressKit.Content.Markdown;

namespace PressKit.Tests.Content.Markdown;

public sealed class RenderedTextTests
{
    private const string Text = "[*a* b](one \"t\") ![c [d](two)](three) [![e](three)](one) [](one) <https://x.example/?a=1&b=2> https://y.example/ü [f](four)\n\n> [g][h]\n\n[h]: one\n";

    private readonly RenderedText _text = new MarkdownParser().Parse(Text).Render();

    [Fact]
    public void The_same_text_is_written_with_other_addresses_each_time()
    {
        _text.Html(target => target + "/?a&b").ShouldContain("<a href=\"one/?a&amp;b\" title=\"t\"><em>a</em> b</a>");
        _text.Html(target => target + "/è").ShouldContain("<a href=\"one/%C3%A8\" title=\"t\"><em>a</em> b</a>");
        _text.Html(target => target).ShouldContain("<a href=\"one\"><img src=\"three\" alt=\"e\" /></a> <a href=\"one\"></a>");
    }

    [Fact]
    public void A_link_that_leads_nowhere_leaves_its_text_and_an_image_nothing() =>
        _text.Html(_ => null).ShouldBe("""
            <p><em>a</em> b    <a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a> https://y.example/ü f</p>
            <blockquote>
            <p>g</p>
            </blockquote>

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void An_image_stays_where_its_link_does_not() =>
        _text.Html(target => target == "three" ? "/3" : null).ShouldContain("<em>a</em> b <img src=\"/3\" alt=\"c d\" /> <img src=\"/3\" alt=\"e\" /> ");

    [Fact]
    public void Where_there_is_no_room_a_text_is_not_kept()
    {
        var texts = new RenderedTexts(room: 1);
        texts.Of(new MarkdownParser().Parse(Text)).ShouldNotBeNull().Html(_ => null).ShouldBe(_text.Html(_ => null));
        texts.Of(new MarkdownParser().Parse(Text)).ShouldBeNull();
    }
}
