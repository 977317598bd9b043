using System.Text;
using PressKit.Formats.Text;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Tests.Formats.Text;

public sealed class TextFormatTests
{
    [Fact]
    public void A_release_has_all_that_its_page_has()
    {
        var text = Read(SomeSite.Italian);

        text.ShouldStartWith("\uFEFFComunicato stampa\nKaleidos\n3 novembre 2025\n\n" + SomeSite.FrontMatter(SomeSite.Italian).Headline + "\n");
        text.ShouldContain("\n\nTokyo, 3 novembre 2025 – Durante");
        text.ShouldContain("\n\nInformazioni su Kaleidos\n\nKaleidos pubblica la stessa notizia");
        text.ShouldContain("\n\nContatti per la stampa\n\n");
        text.ShouldContain("press@press.example\n+39 06 0000 0000\nitaliano e inglese\n");
        text.ShouldEndWith("\nhttps://press.example/it/2025/tokyo/\n");
    }

    [Fact]
    public void A_paragraph_is_one_line() => Read(SomeSite.Japanese).Split("\n\n").ShouldContain(block => block.StartsWith("2025年11月3日、東京\u3000") && !block.Contains('\n'));

    [Fact]
    public void In_Arabic_every_line_runs_from_the_right()
    {
        var text = Read(SomeSite.Arabic);

        text.ShouldContain("\n\u200FKaleidos\n");
        text.ShouldContain("\u2066+39 06 0000 0000\u2069");
    }

    [Fact]
    public void A_machine_draft_says_so_with_the_address_of_the_original() =>
        Read(SomeSite.Arabic).ShouldContain("https://press.example/it/2025/tokyo/\n");

    [Fact]
    public void Nothing_is_rendered_to_know_a_key()
    {
        var body = new Body("key", [], _ => throw new InvalidOperationException("rendered"));

        Format().Files(SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(SomeSite.Italian, body: body))).Single().Key.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_the_text_shows_is_in_its_key()
    {
        var front = SomeSite.FrontMatter(SomeSite.Italian);
        FrontMatter[] changed =
        [
            front, front with { Headline = "x" }, front with { Subhead = "x" }, front with { Summary = "x" }, front with { Notes = "x" },
            front with { Dateline = new Dateline("Roma", null) }, front with { Contacts = [] }, front with { Boilerplate = null },
            front with { Quotes = [new Quote("x", "y", null)] }, front with { Media = [] },
        ];

        changed.Select(f => Format().Files(SomeSite.ReleasePage(SomeSite.Italian, entry: SomeSite.Entry(SomeSite.Italian, front: f))).Single().Key).ShouldBeUnique();
    }

    private static string Read(Language language)
    {
        using var stream = new MemoryStream();
        Format().Files(SomeSite.ReleasePage(language)).Single().Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static TextFormat Format() => new(SomeSite.Url, new Locales(), new PageKeys(), markdown => $"<p>{markdown}</p>");
}
