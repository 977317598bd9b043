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
        newsroom.Replace("content/releases/2025/lancio/it.md", "42.000 dollari.", "43.000 dollari.");
        (await newsroom.RunAsync("approve", "2025/lancio", "--language", "en", "--by", "Ada Neri")).Problems
            .ShouldBe(["content/releases/2025/lancio/en.xlf approval.incomplete"]);
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
}
