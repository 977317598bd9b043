using System.Text;
using PressKit.Formats.Html;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates;
using PressKit.Testing;

namespace PressKit.Tests.Formats.Html;

public sealed class HtmlFormatTests
{
    private const string Markdown = "<p>rendered</p>\n";

    [Fact]
    public void Every_kind_of_page_in_every_language_becomes_a_file()
    {
        using var temporary = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("PRESSKIT_LOOK") ?? temporary.Path;
        var files = SomeSite.Pages().SelectMany(Format().Files).ToList();
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = File.Create(path);
            file.Write(stream);
            stream.Length.ShouldBeGreaterThan(0, file.Path);
        }

        files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Count().ShouldBe(files.Count);
        files.Count(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).ShouldBe((7 * SomeSite.Languages.Length) + 2);
    }

    [Fact]
    public void A_text_is_escaped_and_its_letters_stay()
    {
        var front = SomeSite.FrontMatter(SomeSite.English) with { Headline = "<b>Ü & \"ja\" 日本</b>" };

        var html = Render(SomeSite.ReleasePage(SomeSite.English, entry: SomeSite.Entry(SomeSite.English, front: front)));

        html.ShouldContain("<h1 class=\"p-name\">&lt;b&gt;Ü &amp; &quot;ja&quot; 日本&lt;/b&gt;</h1>");
        html.ShouldNotContain("<b>Ü");
    }

    private static HtmlFormat Format(Newsroom? newsroom = null)
    {
        newsroom ??= SomeSite.Newsroom();
        var problems = new Problems();
        var theme = Theme.Load(newsroom, problems);
        problems.All.ShouldBeEmpty();
        return new HtmlFormat(newsroom.Url, theme!, new Locales(), _ => Markdown);
    }

    private static string Render(Page page, Newsroom? newsroom = null)
    {
        using var stream = new MemoryStream();
        Format(newsroom).Files(page).First().Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
