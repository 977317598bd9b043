using PressKit.Content.Markdown;

namespace PressKit.Tests.Content.Markdown;

public sealed class HtmlBalanceTests
{
    [Theory]
    [InlineData("<p>One <b>two</b><br>three <img src=\"/a.png\"></p>")]
    [InlineData("<ul><li>one<li>two</ul><table><tr><td>a<th>b<tr><td>c</table><p>x")]
    [InlineData("<dl><dt>a<dd>b</dl><ruby>a<rp>(<rt>b<rp>)</ruby><hr/>")]
    [InlineData("<div class=\"note\">\n<p>Text</p>\n</div><!-- <b> -->")]
    [InlineData("&lt;b> <pre><code>&lt;div></code></pre>")]
    public void What_ends_where_it_began_is_sound(string html) => HtmlBalance.Broken(html).ShouldBeNull();

    [Theory]
    [InlineData("<p>x <b>y</p><p>z</p>", "b")]
    [InlineData("<div class=\"release\"><p>x</p>", "div")]
    [InlineData("<p>x</p></div></main>", "div")]
    [InlineData("<ul><li><div></li></ul></div>", "div")]
    [InlineData("<ul><li><b>x</li><li>y</b></li></ul>", "b")]
    [InlineData("<p>x</br></p>", "br")]
    [InlineData("<div/><p>x</p>", "div")]
    [InlineData("<p>x</p></p>", "p")]
    public void What_does_not_is_named(string html, string element) => HtmlBalance.Broken(html).ShouldBe(element);
}
