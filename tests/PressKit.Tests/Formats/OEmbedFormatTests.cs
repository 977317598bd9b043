using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using PressKit.Formats;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Tests.Formats;

public sealed class OEmbedFormatTests
{
    private static readonly OEmbedFormat Format = new(SomeSite.Newsroom(), new Locales(), new ImageSizes(), new PageKeys());

    [Fact]
    public void A_release_is_a_quotation_with_a_link_in_both_formats()
    {
        var front = SomeSite.FrontMatter(SomeSite.Arabic) with { Headline = "<b>A & \"b\"</b>\u0001", Summary = "]]><script>x</script>" };
        var files = Format.Files(SomeSite.ReleasePage(SomeSite.Arabic, entry: SomeSite.Entry(SomeSite.Arabic, front: front))).ToList();
        files.Select(f => f.Path).ShouldBe(["ar/2025/tokyo/oembed.json", "ar/2025/tokyo/oembed.xml"]);
        using var json = JsonDocument.Parse(Bytes(files[0]));
        var fields = json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
        XDocument.Load(new MemoryStream(Bytes(files[1]))).Root!.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value, StringComparer.Ordinal).ShouldBe(fields);
        fields["type"].ShouldBe("rich");
        fields["version"].ShouldBe("1.0");
        fields["title"].ShouldBe("<b>A & \"b\"</b>");
        var body = new HtmlParser().ParseDocument(fields["html"]).Body!;
        body.QuerySelectorAll("*").Select(e => e.LocalName).ShouldBe(["blockquote", "p", "a", "p", "footer"]);
        body.QuerySelector("a")!.GetAttribute("href").ShouldBe("https://press.example/ar/2025/tokyo/");
        body.QuerySelector("blockquote")!.GetAttribute("dir").ShouldBe("rtl");
    }

    [Fact]
    public void Whatever_changes_the_bytes_changes_the_key()
    {
        var page = SomeSite.ReleasePage(SomeSite.Italian);
        ReleasePage[] all =
        [
            page, page with { Address = new Address("it/2025/other/") }, With(f => f with { Headline = "Other" }), With(f => f with { Summary = "Other" }),
        ];
        all.Select(p => Format.Files(p).First().Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Length);

        static ReleasePage With(Func<FrontMatter, FrontMatter> change) =>
            SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(SomeSite.Italian, front: change(SomeSite.FrontMatter(SomeSite.Italian))));
    }

    private static byte[] Bytes(OutputFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }
}
