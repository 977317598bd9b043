using PressKit.Output;

namespace PressKit.Cli.Tests;

/// <summary>A site that is as it would be is left alone, whatever it takes to be sure of that.</summary>
public sealed class LastRunTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("build")]
    [InlineData("publish")]
    public async Task With_nothing_to_do_a_command_does_nothing_and_says_the_same(string command)
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2025/quasi/it.md", "---\nheadline: Quasi\nstate: draft\ntopcs: [products]\n---\n\nTesto.\n");
        await newsroom.SucceedAsync(command);
        var first = await newsroom.SucceedAsync(command);
        Same(newsroom, command).ShouldNotBeNull();

        var second = await newsroom.SucceedAsync(command);
        second.Output.ShouldContain("up to date");
        second.Errors.ShouldBe(first.Errors);
        second.Errors.ShouldContain("topcs");
    }

    [Theory]
    [InlineData("content/releases/2025/lancio/it.md")]
    [InlineData("content/newsroom.yml")]
    [InlineData("templates/plain/topic.hbs")]
    public async Task A_file_that_changed_is_read(string file)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        newsroom.Write(file, newsroom.Read(file) + "\n");
        Same(newsroom).ShouldBeNull();
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("truncated")]
    [InlineData("a link")]
    [InlineData("manifest lost")]
    [InlineData("manifest of another run")]
    [InlineData("left over")]
    public async Task A_site_that_is_not_whole_is_mended(string damage)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var whole = newsroom.Published();
        var page = Path.Combine(newsroom.Output, "it/index.html");
        switch (damage)
        {
            case "lost": File.Delete(page); break;
            case "truncated": File.WriteAllText(page, ""); break;
            case "a link":
                File.Move(page, Path.Combine(newsroom.Folder, "elsewhere"));
                File.CreateSymbolicLink(page, Path.Combine(newsroom.Folder, "elsewhere"));
                break;
            case "manifest lost": newsroom.Write("output/.presskit-manifest", ""); break;
            case "manifest of another run": newsroom.Write("output/.presskit-manifest", newsroom.Read("output/.presskit-manifest").Replace("it/index.html", "it/other.html", StringComparison.Ordinal)); break;
            default: newsroom.Write("output/.presskit-partial/3", "x"); break;
        }

        Same(newsroom).ShouldBeNull();
        await newsroom.SucceedAsync("build");
        Cli.Tests.Same.Site(newsroom.Published(), whole);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("empty")]
    [InlineData("cut off")]
    [InlineData("one bit")]
    [InlineData("no JSON")]
    public async Task What_is_remembered_can_be_damaged_in_any_way(string damage)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var file = Directory.GetFiles(Path.Combine(newsroom.Folder, ".presskit", "last")).ShouldHaveSingleItem();
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "lost": File.Delete(file); break;
            case "empty": File.WriteAllBytes(file, []); break;
            case "cut off": File.WriteAllBytes(file, bytes[..^3]); break;
            case "one bit": bytes[^5] ^= 1; File.WriteAllBytes(file, bytes); break;
            default: File.WriteAllText(file, "{}"); break;
        }

        Same(newsroom).ShouldBeNull();
        await newsroom.SucceedAsync("build");
        Same(newsroom).ShouldNotBeNull();
    }

    [Fact]
    public async Task Time_that_makes_no_difference_passes_and_any_other_does_not()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write("content/releases/2026/ora/it.md", "---\nheadline: Ora\npublished: 2026-01-19T09:00+01:00\n---\n\nTesto.\n");
        newsroom.Write("content/releases/2026/poi/it.md", "---\nheadline: Poi\npublished: 2026-01-20T18:00Z\n---\n\nTesto.\n");
        await newsroom.SucceedAsync("build");

        Same(newsroom, at: Now.AddHours(5.9)).ShouldNotBeNull();
        Same(newsroom, at: Now.AddHours(6)).ShouldBeNull();
        Same(newsroom, at: Now.AddDays(-2)).ShouldBeNull();
        await newsroom.SucceedAsync("build", "--now", "2026-01-20T18:00Z");
        Same(newsroom, at: Now.AddHours(6)).ShouldNotBeNull();
        // What was published on the 19th is news no longer.
        Same(newsroom, at: new DateTimeOffset(2026, 1, 21, 8, 0, 0, TimeSpan.Zero)).ShouldBeNull();
    }

    [Fact]
    public async Task A_run_with_an_error_is_not_remembered()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml") + "nonsense: 1\n");
        (await newsroom.RunAsync("build")).Code.ShouldBe(ExitCode.Problems);
        (await newsroom.RunAsync("build")).Code.ShouldBe(ExitCode.Problems);
    }

    [Fact]
    public async Task Another_output_folder_is_another_site()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        await newsroom.SucceedAsync("build", "--output", "other");
        newsroom.Published(Path.Combine(newsroom.Folder, "other")).Count.ShouldBe(newsroom.Published().Count);
    }

    private static WriteSummary? Same(TestNewsroom newsroom, string command = "build", DateTimeOffset? at = null) =>
        Publisher.LastRun(newsroom.Folder, newsroom.Output, command).Same(at ?? Now, new Problems());
}
