namespace PressKit.Cli.Tests;

/// <summary>A question that was answered is answered again from what was said, and only then.</summary>
public sealed class LastAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task The_same_question_has_the_same_answer_and_the_same_problems(string form)
    {
        using var newsroom = Newsroom();
        newsroom.Write("content/releases/2025/quasi/it.md", "---\nheadline: Quasi\nstate: draft\ntopcs: [products]\n---\n\nTesto.\n");
        string[] question = form == "json" ? ["status", "--json"] : ["status"];
        var first = await newsroom.SucceedAsync(question);
        var answer = Same(newsroom, form).ShouldNotBeNull();
        var second = await newsroom.SucceedAsync(question);
        second.ShouldBe(first);
        second.Output.TrimEnd().ShouldBe(answer);
        second.Output.ShouldContain("2026/poi");
        second.Errors.ShouldContain("topcs");
    }

    [Fact]
    public async Task What_changed_is_told()
    {
        using var newsroom = Newsroom();
        await newsroom.SucceedAsync("status");
        newsroom.Write("content/releases/2026/poi/it.md", newsroom.Read("content/releases/2026/poi/it.md").Replace("published:", "state: draft\npublished:", StringComparison.Ordinal));
        (await newsroom.SucceedAsync("status")).Output.ShouldContain("held: draft");
    }

    [Fact]
    public async Task What_time_changed_is_told()
    {
        using var newsroom = Newsroom();
        (await newsroom.SucceedAsync("status")).Output.ShouldContain("scheduled for");
        Same(newsroom, at: Now.AddHours(5.9)).ShouldNotBeNull();
        Same(newsroom, at: Now.AddHours(6)).ShouldBeNull();
        (await newsroom.SucceedAsync("status", "--now", "2026-01-20T18:00Z")).Output.ShouldNotContain("scheduled for");
    }

    [Fact]
    public async Task Another_question_has_another_answer()
    {
        using var newsroom = Newsroom();
        var all = (await newsroom.SucceedAsync("status")).Output;
        (await newsroom.SucceedAsync("status", "poi")).Output.ShouldNotBe(all);
        (await newsroom.SucceedAsync("status", "--json")).Output.ShouldStartWith("[");
        (await newsroom.RunAsync("status", "nowhere")).Code.ShouldBe(ExitCode.Usage);
        (await newsroom.SucceedAsync("status")).Output.ShouldBe(all);
    }

    [Fact]
    public async Task What_is_remembered_can_be_damaged()
    {
        using var newsroom = Newsroom();
        var first = await newsroom.SucceedAsync("status");
        var file = Directory.GetFiles(Path.Combine(newsroom.Folder, ".presskit", "last")).ShouldHaveSingleItem();
        var bytes = File.ReadAllBytes(file);
        bytes[^5] ^= 1;
        File.WriteAllBytes(file, bytes);
        Same(newsroom).ShouldBeNull();
        (await newsroom.SucceedAsync("status")).ShouldBe(first);
        Same(newsroom).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_answer_with_an_error_is_not_remembered()
    {
        using var newsroom = Newsroom();
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "nonsense: 1\n");
        (await newsroom.RunAsync("status")).Code.ShouldBe(ExitCode.Problems);
        Same(newsroom).ShouldBeNull();
        (await newsroom.RunAsync("status")).Code.ShouldBe(ExitCode.Problems);
    }

    private static TestNewsroom Newsroom()
    {
        var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2026/poi/it.md", "---\nheadline: Poi\npublished: 2026-01-20T18:00Z\n---\n\nTesto.\n");
        return newsroom;
    }

    private static string? Same(TestNewsroom newsroom, string form = "text", DateTimeOffset? at = null) =>
        Publisher.LastAnswer(newsroom.Folder, "status", form, "states").Same(at ?? Now, new Problems());
}
