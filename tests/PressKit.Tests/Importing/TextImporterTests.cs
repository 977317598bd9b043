using System.Text;
using Microsoft.Extensions.Time.Testing;
using PressKit.Content;
using PressKit.Importing;
using PressKit.Testing;

namespace PressKit.Tests.Importing;

public sealed class TextImporterTests : IDisposable
{
    private const string Text = "Prato, 4 marzo 2026 – Il museo apre una nuova sala. Ingresso libero.\n";

    private readonly TemporaryFolder _folder = new();
    private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly Problems _problems = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_becomes_a_release_that_the_newsroom_reads()
    {
        var result = Import("museo.it.txt", "Nel museo di Prato una sala per i sogni\n\n" + Text)!;

        result.ReleaseId.ShouldBe("2026/nel-museo-di-prato-una-sala-per-i-sogni");
        result.File.ShouldBe("content/releases/2026/nel-museo-di-prato-una-sala-per-i-sogni/it.md");
        File.ReadAllText(Path.Combine(_folder.Path, result.File)).ShouldBe(
            """
            ---
            headline: Nel museo di Prato una sala per i sogni
            # proposed from the text: look it over
            summary: Il museo apre una nuova sala. Ingresso libero.
            dateline:
              place: Prato
              date: 2026-03-04
            published: 2026-03-04T09:00
            ---

            Il museo apre una nuova sala. Ingresso libero.

            """, StringCompareShould.IgnoreLineEndings);

        var release = new ReleaseReader(Newsrooms.Empty(_folder.Path), _problems).Releases().ShouldHaveSingleItem();
        _problems.All.ShouldBeEmpty();
        release.Id.ShouldBe(result.ReleaseId);
        release.Record.Source.ShouldBe(Language.Parse("it"));
        release.Record.Editions[Language.Parse("it")].Slug.ShouldBe("nel-museo-di-prato-una-sala-per-i-sogni");
        release.Source.FrontMatter.Published.ShouldBe(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.FromHours(1)));
        release.Source.FrontMatter.Headline.ShouldBe(result.FrontMatter.Headline);
    }

    [Fact]
    public void An_imported_text_is_published_with_no_further_edit()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "content"));
        File.WriteAllText(Path.Combine(_folder.Path, "content/newsroom.yml"),
            "name: Test\nurl: https://press.example/\ntimezone: Europe/Rome\nlanguages: [it, en]\nlanguage: it\nformats: [html, rss, sitemap]\n");
        var newsroom = NewsroomReader.Read(_folder.Path, _problems)!;
        Import("museo.txt", Text, newsroom: newsroom);

        var output = Path.Combine(_folder.Path, "output");
        new Publisher().Publish(_folder.Path, output, _now, _problems, CancellationToken.None);
        _problems.All.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(output, "it/2026/museo/index.html")).ShouldContain("Il museo apre una nuova sala. Ingresso libero.");
    }

    [Fact]
    public void The_folder_of_a_text_without_a_title_is_called_as_the_file()
    {
        Import("museo.it.txt", Text)!.ReleaseId.ShouldBe("2026/museo");
        Import("Sala nuova.txt", Text)!.ReleaseId.ShouldBe("2026/sala-nuova");
        Import("東京.txt", "東京、2026年3月4日　新しい展示室が開きました。", "ja")!.ReleaseId.ShouldBe("2026/release");
    }

    [Fact]
    public void Importing_again_takes_another_folder_and_overwrites_nothing()
    {
        var first = Import("museo.txt", Text)!;
        var written = File.ReadAllText(Path.Combine(_folder.Path, first.File));
        File.AppendAllText(Path.Combine(_folder.Path, first.File), "Changed.\n");

        Import("museo.txt", Text)!.ReleaseId.ShouldBe("2026/museo-2");
        var third = Import("museo.txt", Text)!;
        third.ReleaseId.ShouldBe("2026/museo-3");
        File.ReadAllText(Path.Combine(_folder.Path, third.File)).ShouldBe(written);
        File.ReadAllText(Path.Combine(_folder.Path, first.File)).ShouldBe(written + "Changed.\n");
        Directory.GetDirectories(Path.Combine(_folder.Path, "content/releases/2026")).Length.ShouldBe(3);
    }

    [Fact]
    public void An_address_that_another_release_has_or_had_is_not_given_again()
    {
        Import("museo.txt", Text);
        Directory.Move(Path.Combine(_folder.Path, "content/releases/2026/museo"), Path.Combine(_folder.Path, "content/releases/2026/sala"));
        var newsroom = Newsrooms.Empty(_folder.Path);
        newsroom = newsroom with { Releases = new ReleaseReader(newsroom, _problems).Releases() };

        Import("museo.txt", Text, newsroom: newsroom)!.ReleaseId.ShouldBe("2026/museo-2");
    }

    [Fact]
    public void A_date_to_come_is_proposed_and_not_set()
    {
        var result = Import("museo.txt", Text.Replace("marzo 2026", "dicembre 2026", StringComparison.Ordinal))!;
        result.FrontMatter.Published.ShouldBeNull();
        File.ReadAllText(Path.Combine(_folder.Path, result.File)).ShouldContain("\n# published: 2026-12-04T09:00\n");
    }

    [Fact]
    public void Today_is_the_newsrooms_own()
    {
        _now = new DateTimeOffset(2026, 3, 3, 22, 30, 0, TimeSpan.Zero);
        Import("museo.txt", Text)!.FrontMatter.Published.ShouldBeNull();
        _now = new DateTimeOffset(2026, 3, 3, 23, 30, 0, TimeSpan.Zero);
        Import("museo.txt", Text)!.FrontMatter.Published.ShouldNotBeNull();
        _now = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero);
        Import("oggi.txt", "Il museo apre una nuova sala. Ingresso libero.")!.ReleaseId.ShouldBe("2027/oggi");
    }

    [Theory]
    [InlineData("EMBARGO: 5 marzo 2026, ore 9\n\n")]
    [InlineData("Sotto embargo fino al 5 marzo\n\n")]
    public void An_embargo_is_never_passed_over(string embargo)
    {
        var result = Import("museo.txt", embargo + "Una sala per i sogni\n\n" + Text)!;
        result.FrontMatter.Headline.ShouldBe("Una sala per i sogni");
        result.FrontMatter.Published.ShouldBeNull();
        result.Notes.ShouldContain(n => n.Contains("embargo", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(_folder.Path, result.File)).ShouldContain(embargo.Trim());
    }

    [Fact]
    public void A_missing_file_is_a_problem()
    {
        Importer().Import(Path.Combine(_folder.Path, "none.txt"), Language.Parse("it"), _problems).ShouldBeNull();
        _problems.All.ShouldHaveSingleItem().Code.ShouldBe("import.missing-file");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n\u00a0\n")]
    [InlineData("###\n---\n")]
    public void A_file_without_text_is_a_problem(string text)
    {
        Import("empty.txt", text).ShouldBeNull();
        _problems.All.ShouldHaveSingleItem().Code.ShouldBe("import.empty");
    }

    [Fact]
    public void A_language_that_the_newsroom_does_not_have_is_a_problem()
    {
        Import("museo.txt", Text, "pt-BR").ShouldBeNull();
        var problem = _problems.All.ShouldHaveSingleItem();
        problem.Code.ShouldBe("content.unknown-language");
        Directory.Exists(Path.Combine(_folder.Path, "content")).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_a_problem_with_its_place()
    {
        var path = Path.Combine(_folder.Path, "latin1.txt");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("Prato\nPerché no"));
        Importer().Import(path, Language.Parse("it"), _problems).ShouldBeNull();
        var problem = _problems.All.ShouldHaveSingleItem();
        (problem.Code, problem.Place.Line, problem.Place.Column).ShouldBe(("content.invalid-utf8", 2, 6));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_problem()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "content"));
        File.WriteAllText(Path.Combine(_folder.Path, "content/releases"), "in the way");
        Import("museo.txt", Text).ShouldBeNull();
        _problems.All.ShouldHaveSingleItem().Code.ShouldBe("import.cannot-write");
    }

    private TextImporter Importer(Newsroom? newsroom = null) => new(newsroom ?? Newsrooms.Empty(_folder.Path), new FakeTimeProvider(_now));

    private ImportResult? Import(string name, string text, string language = "it", Newsroom? newsroom = null)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return Importer(newsroom).Import(path, Language.Parse(language), _problems);
    }
}
