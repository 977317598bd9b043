namespace PressKit.Cli.Tests;

public sealed class DrafterTests
{
    [Fact]
    public async Task What_no_service_translates_is_said_once_for_each_source_language()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "  with: [pseudo]", "  with: []");
        newsroom.Write("content/releases/2025/erster/ja.md", "---\nheadline: 発表\npublished: 2025-01-01T09:00\n---\n\n本文です。\n");
        var answer = await newsroom.SucceedAsync("translate");
        var lines = answer.Errors.Split('\n').Where(l => l.EndsWith("[translation.no-route]", StringComparison.Ordinal)).ToList();
        lines.ShouldBe([
            "content/newsroom.yml:12:3: information: None of the services allowed translates from it to ar, en, ja. [translation.no-route]",
            "content/newsroom.yml:12:3: information: None of the services allowed translates from ja to ar, en, it. [translation.no-route]",
        ]);
    }

    [Fact]
    public async Task A_text_under_embargo_is_not_drafted_by_a_service_that_may_not_see_it()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/releases/2025/lancio/it.md", "headline:", "embargo: 2030-01-01T09:00\nheadline:");
        var answer = await newsroom.SucceedAsync("translate", "lancio");
        answer.Errors.ShouldContain("warning: The text is not public yet, and no service may see such texts; it is not drafted. [translation.embargoed]");
        answer.Errors.ShouldNotContain("translation.no-route");
        File.Exists(Path.Combine(newsroom.Folder, "content/releases/2025/lancio/en.xlf")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_text_that_is_drafted_already_is_not_held_against_its_embargo()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("translate");
        newsroom.Replace("content/releases/2025/lancio/it.md", "headline:", "embargo: 2030-01-01T09:00\nheadline:");
        (await newsroom.SucceedAsync("translate", "lancio")).Errors.ShouldBe("");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("translate")]
    [InlineData("publish")]
    public async Task A_misspelt_service_is_found_by_every_command_that_reads_the_policy(string command)
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace("content/newsroom.yml", "[pseudo]", "[psuedo]");
        var answer = await newsroom.RunAsync(command);
        answer.Code.ShouldBe(ExitCode.Problems);
        answer.Problems.ShouldBe(["content/newsroom.yml:12:10 translation.unknown-service"]);
        answer.Errors.ShouldContain("Did you mean 'pseudo'?");
    }

    [Fact]
    public async Task A_service_that_is_typed_wrongly_is_wrong_usage()
    {
        using var newsroom = new TestNewsroom();
        var answer = await newsroom.RunAsync("translate", "--with", "azur");
        answer.Code.ShouldBe(ExitCode.Usage);
        answer.Errors.ShouldBe("presskit: --with azur: 'azur' is not a service that PressKit knows. Did you mean 'azure'?\n");
    }

    [Fact]
    public async Task A_service_with_impossible_settings_is_a_failed_service_and_nothing_else_stops()
    {
        using var newsroom = new TestNewsroom { Environment = { ["PRESSKIT_AZURE_ENDPOINT"] = "http://example.com" } };
        newsroom.Replace("content/newsroom.yml", "[pseudo]", "[azure, pseudo]");
        var answer = await newsroom.RunAsync("translate");
        answer.Code.ShouldBe(ExitCode.Service);
        answer.Errors.ShouldStartWith("presskit: azure: PRESSKIT_AZURE_ENDPOINT is not an https address.");
        File.Exists(Path.Combine(newsroom.Folder, "content/releases/2025/lancio/en.xlf")).ShouldBeTrue();
    }
}
