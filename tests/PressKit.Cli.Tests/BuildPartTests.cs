namespace PressKit.Cli.Tests;

/// <summary>A site that several processes build, each a part of it.</summary>
public sealed class BuildPartTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task The_parts_have_no_file_in_common_and_together_are_the_site(int total)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var joined = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (var number = 1; number <= total; number++)
        {
            await newsroom.SucceedAsync("build", "--part", $"{number}/{total}", "--output", $"parts/{number}");
            foreach (var (path, bytes) in newsroom.Published(Path.Combine(newsroom.Folder, "parts", $"{number}"))) joined.Add(path, bytes);
        }

        Same.Site(joined, newsroom.Published());
    }

    [Fact]
    public async Task A_part_that_is_as_it_would_be_is_left_alone_and_one_that_changed_is_mended()
    {
        using var newsroom = new TestNewsroom();
        string[] build = ["build", "--part", "1/2", "--output", "part"];
        await newsroom.SucceedAsync(build);
        (await newsroom.SucceedAsync(build)).Output.ShouldContain("up to date");
        var before = newsroom.Published(Path.Combine(newsroom.Folder, "part"));
        (await newsroom.SucceedAsync("build", "--part", "2/2", "--output", "part")).Output.ShouldContain("deleted");
        await newsroom.SucceedAsync(build);
        Same.Site(newsroom.Published(Path.Combine(newsroom.Folder, "part")), before);
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("2")]
    [InlineData("-1/2")]
    [InlineData("1/2/3")]
    [InlineData("a/b")]
    public async Task What_is_no_part_is_explained_and_nothing_is_written(string part)
    {
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.RunAsync("build", "--part", part);
        answer.Code.ShouldBe(ExitCode.Usage);
        answer.Errors.ShouldContain("such as 2/4");
        Directory.Exists(newsroom.Output).ShouldBeFalse();
    }
}
