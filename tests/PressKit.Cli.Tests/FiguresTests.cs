using System.Text;

namespace PressKit.Cli.Tests;

/// <summary>Images in a text, with what the front matter says of them.</summary>
public sealed class FiguresTests
{
    private const string Legend = "<span class=\"caption\">La &lt;sala&gt;</span> <span class=\"credit-line\">Ada &amp; Bo</span> <span class=\"credit-line\">CC-BY-4.0</span>";

    [Theory]
    [InlineData("![Una sala](media/a.svg)", "<figure><img src=\"/media/ID.svg\" alt=\"Una sala\" width=\"16\" height=\"9\" loading=\"lazy\" decoding=\"async\">\n<figcaption>" + Legend + "</figcaption></figure>")]
    [InlineData("Ecco ![una sala](media/a.svg) qui.", "<p>Ecco <img src=\"/media/ID.svg\" alt=\"una sala\" width=\"16\" height=\"9\" loading=\"lazy\" decoding=\"async\"> qui.</p>")]
    [InlineData("![Una sala](media/b.svg)", "<p><img src=\"/media/ID.svg\" alt=\"Una sala\" width=\"32\" height=\"9\" loading=\"lazy\" decoding=\"async\"></p>")]
    [InlineData("^^^\n![Una sala](media/a.svg)\n^^^ La *sala*", "<figcaption>La <em>sala</em> <span class=\"credit-line\">Ada &amp; Bo</span> <span class=\"credit-line\">CC-BY-4.0</span></figcaption>")]
    [InlineData("^^^\n![Una sala](media/a.svg)\n^^^", "<figcaption>" + Legend + "</figcaption>")]
    public async Task An_image_in_a_text_has_its_caption_credit_and_licence(string text, string expected)
    {
        using var newsroom = new TestNewsroom(null);
        newsroom.Write("content/newsroom.yml", "name: Aurora\nurl: https://press.aurora.example/\ntimezone: Europe/Rome\nlanguages: [it]\n");
        newsroom.Write("content/releases/2026/foto/media/a.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>""");
        newsroom.Write("content/releases/2026/foto/media/b.svg", """<svg xmlns="http://www.w3.org/2000/svg" width="32" height="9"/>""");
        newsroom.Write("content/releases/2026/foto/it.md", "---\nheadline: Foto\npublished: 2026-01-01T09:00\nmedia:\n"
            + "  - { file: media/a.svg, alt: Una sala, caption: La <sala>, credit: Ada & Bo, licence: CC-BY-4.0 }\n---\n\n" + text + "\n");
        await newsroom.SucceedAsync("build");
        var site = newsroom.Published();
        var page = Encoding.UTF8.GetString(site["it/2026/foto/index.html"]);

        var ids = site.Keys.Where(k => k.StartsWith("media/", StringComparison.Ordinal)).Select(k => k[6..^4]);
        ids.ShouldContain(id => page.Contains(expected.Replace("ID", id, StringComparison.Ordinal), StringComparison.Ordinal), page);
        page.Split("<figure").Length.ShouldBe(page.Split("</figure>").Length);
        page.Split("<figcaption").Length.ShouldBe(page.Split("</figcaption>").Length);
    }
}
