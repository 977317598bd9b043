using System.Text;
using PressKit.Testing;

namespace PressKit.Cli.Tests.Commands;

/// <summary>Newsrooms that are broken in one way each: <c>Sites/broken/&lt;case&gt;</c> is laid over the good one, and its
/// <c>problems.txt</c> lists exactly what has to be reported, and at which place.</summary>
public sealed class BadInputTests
{
    private static readonly string Broken = Repository.PathTo("tests", "PressKit.Cli.Tests", "Sites", "broken");

    public static TheoryData<string> Cases => new(Directory.EnumerateDirectories(Broken).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_broken_newsroom_gets_its_problems_and_leaves_the_site_as_it_was(string name)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var before = TestNewsroom.Files(newsroom.Output);

        newsroom.Add(Path.Combine(Broken, name));
        var expected = newsroom.Read("problems.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var answer = await newsroom.RunAsync("build");

        answer.Problems.ShouldBe(expected);
        answer.Code.ShouldBe(ExitCode.Problems);
        Same.Site(TestNewsroom.Files(newsroom.Output), before);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_reported_in_one_run()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2025/lancio/it.md", "subhead:", "subhed:");
        newsroom.Replace("content/releases/2025/lancio/it.md", "[products]", "[prodotti]");
        newsroom.Replace("content/contacts.yml", "email:", "mail:");
        (await newsroom.RunAsync("build")).Problems.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Invalid_UTF8_has_its_place()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2025/lancio/it.md", [.. "---\nheadline: Perch"u8, 0xE9, .. "\n---\n"u8]);
        var answer = await newsroom.RunAsync("build");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe(["content/releases/2025/lancio/it.md:2:16 content.invalid-utf8"]);
    }

    [Fact]
    public async Task A_file_of_50_megabytes_is_refused_without_being_read()
    {
        using var newsroom = new TestNewsroom();
        using (var file = File.Create(Path.Combine(newsroom.Folder, "content/releases/2025/lancio/it.md"))) file.SetLength(50 * 1024 * 1024);
        var answer = await newsroom.RunAsync("build");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe(["content/releases/2025/lancio/it.md content.too-large"]);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("![")]
    [InlineData("~~a ")]
    public async Task Markdown_nested_ten_thousand_deep_is_refused_before_it_is_parsed(string opener)
    {
        using var newsroom = new TestNewsroom();
        var deep = new StringBuilder("---\nheadline: Profondo\npublished: 2025-01-01T09:00\n---\n\n");
        for (var i = 0; i < 10_000; i++) deep.Append(opener);
        newsroom.Write("content/releases/2025/lancio/it.md", deep.Append("fine\n").ToString());
        var answer = await newsroom.RunAsync("build");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe(["content/releases/2025/lancio/it.md:6:1 markdown.too-deep"]);
    }

    [Fact]
    public async Task A_link_to_a_release_that_does_not_exist_is_an_error_in_check_and_text_in_build()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2025/lancio/it.md", "release:2026/segreto", "release:2026/sagreto");
        var check = await newsroom.RunAsync("check");
        check.Code.ShouldBe(ExitCode.Problems);
        check.Problems.ShouldBe(["content/releases/2025/lancio/it.md:27:134 link.unknown-release"]);
        await newsroom.SucceedAsync("build");
        newsroom.Read("output/it/2025/acme-presenta-la-cosa/index.html").ShouldContain("Ne parla anche il prossimo comunicato.");
    }

    [Fact]
    public async Task An_output_folder_that_is_not_ours_is_refused()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("altro/foto.txt", "mie");
        var answer = await newsroom.RunAsync("build", "--output", "altro");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.Single().ShouldEndWith("output.not-ours");
        TestNewsroom.Files(Path.Combine(newsroom.Folder, "altro")).Keys.ShouldBe(["foto.txt"]);
    }

    [Fact]
    public async Task A_problem_in_what_is_held_back_is_a_warning_and_the_site_goes_out()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2026/segreto/it.md", "[products]", "[segreti]");
        var answer = await newsroom.SucceedAsync("build");
        answer.Errors.ShouldContain("warning: There is no topic 'segreti'.");
    }

    [Fact]
    public async Task A_link_to_nothing_in_what_is_held_back_does_not_stop_publishing()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2026/segreto/it.md", newsroom.Read("content/releases/2026/segreto/it.md") + "\n[Niente](release:2026/niente)\n");
        (await newsroom.SucceedAsync("publish")).Errors.ShouldContain("warning: There is no release '2026/niente'.");
    }

    [Fact]
    public async Task Markdown_that_is_too_deep_does_not_stop_the_site_while_it_is_held_back()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2026/segreto/it.md",
            newsroom.Read("content/releases/2026/segreto/it.md") + "\n" + new string('>', 10_000) + "x\n");
        (await newsroom.SucceedAsync("build")).Errors.ShouldContain("[markdown.too-deep]");
    }

    [Fact]
    public async Task A_mistake_in_an_edition_of_its_own_that_is_a_draft_does_not_stop_its_source()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2025/lancio/ar.md", "headline:", "state: draft\ntopics: [niente]\nheadline:");
        (await newsroom.SucceedAsync("build")).Errors.ShouldContain("warning: There is no topic 'niente'.");
    }

    [Fact]
    public async Task A_folder_without_a_newsroom_says_so()
    {
        using var folder = new TemporaryFolder();
        using var newsroom = new TestNewsroom();
        (await newsroom.RunAsync("build", "--newsroom", folder.Path)).Problems.ShouldBe(["content/newsroom.yml newsroom.missing"]);
    }

    [Theory]
    [InlineData("biuld")]
    [InlineData("build", "--oputput", "x")]
    [InlineData("check", "lanci0")]
    [InlineData("check", "--jsn")]
    [InlineData("status", "lanci0")]
    [InlineData("translate", "lanci0")]
    [InlineData("build", "--now", "ieri")]
    [InlineData("translate", "--to", "en,xx")]
    [InlineData("import")]
    public async Task A_wrong_command_line_is_explained(params string[] arguments)
    {
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.RunAsync(arguments);
        answer.Code.ShouldBe(ExitCode.Usage);
        answer.Errors.ShouldStartWith("presskit: ");
    }

    [Theory]
    [InlineData("chek", "presskit: there is no command 'chek'. Did you mean 'check'?")]
    [InlineData("check lanci0", "presskit: there is no release 'lanci0'. Did you mean 'lancio'?")]
    [InlineData("approve 2025/lanci0 --language en --by Ada", "presskit: there is no release '2025/lanci0'. Did you mean '2025/lancio'?")]
    public async Task A_name_that_is_nearly_right_is_proposed(string line, string expected)
    {
        using var newsroom = new TestNewsroom();
        (await newsroom.RunAsync(line.Split(' '))).Errors.Split('\n')[0].ShouldBe(expected);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_reported_and_not_what_refers_to_it()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2025/lancio/it.md", "headline: Acme", "headline: Acme: Acme");
        newsroom.Replace("content/topics.yml", "products:", "products: [");
        (await newsroom.RunAsync("check")).Problems.Select(p => p.Split(' ')[1]).ShouldBe(["yaml.syntax", "yaml.syntax"]);
    }

    [Fact]
    public async Task A_default_language_that_the_newsroom_does_not_have_is_a_problem_and_no_crash()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "language: en\n", "language: fr\n");
        (await newsroom.RunAsync("check")).Problems.ShouldBe(["content/newsroom.yml:5:11 newsroom.bad-language"]);
    }

    [Fact]
    public async Task A_release_that_is_meant_for_no_language_of_the_newsroom_says_so()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2025/lancio/it.md", "headline:", "languages: [it, jp]\nheadline:");
        var answer = await newsroom.RunAsync("check");
        answer.Problems.ShouldBe(["content/releases/2025/lancio/it.md:2:17 content.unknown-language"]);
        answer.Errors.ShouldContain("Did you mean 'ja'?");
    }

    [Fact]
    public async Task A_list_without_brackets_is_proposed_as_one()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2025/lancio/it.md", "[products]", "products, people");
        (await newsroom.RunAsync("check")).Errors.ShouldContain("Write a list: [products, people].");
    }
}
