namespace PressKit.Cli.Tests.Commands;

public sealed class ApproveTests
{
    [Theory]
    [InlineData("it", "content/releases/2025/lancio/it.md approval.not-a-translation")]
    [InlineData("ar", "content/releases/2025/lancio/ar.md approval.not-a-translation")]
    [InlineData("en", "content/releases/2025/lancio/en.xlf approval.no-translation")]
    public async Task What_is_no_translation_cannot_be_approved(string language, string problem)
    {
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.RunAsync("approve", "2025/lancio", "--language", language, "--by", "Ada Neri");
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task A_translation_whose_source_has_changed_is_not_approved()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "--to", "en");
        newsroom.Replace("content/releases/2025/lancio/it.md", "42.000 dollari.", "42.000 dollari americani.");
        (await newsroom.RunAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri")).Problems
            .ShouldBe(["content/releases/2025/lancio/en.xlf approval.incomplete"]);
    }

    [Fact]
    public async Task Other_rules_for_sentences_take_no_approval_back_and_rewrite_no_file()
    {
        const string Text = "content/releases/2025/lancio/it.md";
        using var newsroom = new TestNewsroom();
        newsroom.Write(Text, newsroom.Read(Text) + "\nVale il rif. Alfa. Poi basta.\n");
        await newsroom.SucceedAsync("translate", "--to", "en");
        await newsroom.SucceedAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri");
        newsroom.Read("content/releases/2025/lancio/en.xlf").ShouldContain("<source>Vale il rif.</source>");
        await newsroom.SucceedAsync("publish");
        var (files, site) = (TestNewsroom.Files(Path.Combine(newsroom.Folder, "content")), newsroom.Published());

        newsroom.Write("content/segmentation.yml", "it:\n  abbreviations: [rif.]\n");
        await newsroom.SucceedAsync("translate", "--to", "en");
        await newsroom.SucceedAsync("publish");
        (await newsroom.SucceedAsync("status", "2025/lancio")).Output.ShouldContain("approved by Ada Neri");
        Same.Site(newsroom.Published(), site);
        File.Delete(Path.Combine(newsroom.Folder, "content/segmentation.yml"));
        Same.Site(TestNewsroom.Files(Path.Combine(newsroom.Folder, "content")), files);

        newsroom.Write("content/segmentation.yml", "it:\n  abbreviations: [rif.]\n");
        newsroom.Write(Text, newsroom.Read(Text) + "\nVale il rif. Beta.\n");
        await newsroom.SucceedAsync("translate", "--to", "en");
        var after = newsroom.Read("content/releases/2025/lancio/en.xlf");
        after.ShouldContain("<source>Vale il rif.</source>");
        after.ShouldContain("<source>Vale il rif. Beta.</source>");
    }

    [Fact]
    public async Task Where_one_language_is_typed_wrongly_none_is_approved()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate", "--to", "en");
        var before = newsroom.Read("content/releases/2025/lancio/en.xlf");
        var answer = await newsroom.RunAsync("approve", "2025/lancio", "--language", "en,jp", "--by", "Ada Neri");
        answer.Code.ShouldBe(ExitCode.Usage);
        answer.Errors.ShouldBe("presskit: 'jp' is not a language of the newsroom. Did you mean 'ja'?\n");
        newsroom.Read("content/releases/2025/lancio/en.xlf").ShouldBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_approval_has_a_name(string name)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("publish");
        (await newsroom.RunAsync("approve", "2025/lancio", "--language", "en", "--by", name)).Code.ShouldBe(ExitCode.Usage);
        newsroom.Read("content/releases/2025/lancio/record.yml").ShouldNotContain("approvals");
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_is_written_over_by_no_command()
    {
        const string Record = "content/releases/2026/segreto/record.yml";
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "with: [pseudo]", "with: [pseudo]\n  embargoed: [pseudo]");
        await newsroom.SucceedAsync("publish");
        await newsroom.SucceedAsync("approve", "2026/segreto", "--language", "en", "--by", "Ada");
        newsroom.Write(Record, newsroom.Read(Record) + "<<<<<<< ours\n");
        var damaged = newsroom.Read(Record);
        File.Delete(Path.Combine(newsroom.Folder, "content/releases/2026/segreto/ar.xlf"));

        await newsroom.SucceedAsync("publish");
        newsroom.Read(Record).ShouldBe(damaged);
        var answer = await newsroom.RunAsync("approve", "2026/segreto", "--language", "ar", "--by", "Bea");
        answer.Problems.ShouldBe([$"{Record} approval.damaged-record"]);
        newsroom.Read(Record).ShouldBe(damaged);
    }

    [Fact]
    public async Task A_translation_that_cannot_be_read_is_not_approved()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("publish");
        newsroom.Replace("content/releases/2025/lancio/en.xlf", "</xliff>", "");
        var answer = await newsroom.RunAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada");
        answer.Problems.ShouldBe(["content/releases/2025/lancio/en.xlf approval.unreadable"]);
    }
}
