using System.Text;

namespace PressKit.Cli.Tests;

public sealed class MediaProblemsTests
{
    private const string Release = "content/releases/2025/lancio/it.md";
    private const string Media = "content/releases/2025/lancio/media/";

    [Fact]
    public async Task What_has_no_credit_licence_or_alternative_text_is_a_problem_with_its_line()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace(Release, "    alt: La Cosa su fondo blu\n", "");
        newsroom.Replace(Release, "    credit: Acme\n    licence: CC0-1.0\n", "");
        var answer = await newsroom.RunAsync("build");
        answer.Code.ShouldBe(ExitCode.Problems);
        var line = newsroom.Read(Release).Split('\n').ToList().FindIndex(l => l.Contains("file: media/cosa.svg", StringComparison.Ordinal)) + 1;
        answer.Problems.ShouldBe([.. new[] { "alt", "credit", "licence" }.Select(what => FormattableString.Invariant($"{Release}:{line}:11 media.missing-{what}"))]);
    }

    [Fact]
    public async Task An_image_that_decorates_says_so()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Replace(Release, "    alt: La Cosa su fondo blu\n", "    alt: \"\"\n");
        await newsroom.SucceedAsync("build");
        Encoding.UTF8.GetString(newsroom.Published()["it/2025/acme-presenta-la-cosa/index.html"]).ShouldContain("alt=\"\"");
    }

    [Theory]
    [InlineData("cosa.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <script>alert(1)</script>\n</svg>", ":2:4 media.unsafe-svg")]
    [InlineData("cosa.svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>", ":1:11 media.unsafe-svg")]
    [InlineData("cosa.svg", "no picture at all", " media.wrong-suffix")]
    [InlineData("cosa.svg", "GIF89a", " media.wrong-suffix")]
    [InlineData("cosa.gif", "GIF89a\u0001\0\u0001\0\0\0\0,", " media.damaged")]
    [InlineData("cosa.html", "<script>alert(1)</script>", " media.unknown-kind")]
    [InlineData("cosa.exe", "MZ", " media.unknown-kind")]
    public async Task What_cannot_be_published_is_a_problem_of_its_file_and_the_site_stays(string name, string content, string problem)
    {
        using var newsroom = new TestNewsroom();
        await newsroom.SucceedAsync("build");
        var before = newsroom.Published();
        newsroom.Write(Release, newsroom.Read(Release).Replace("media/cosa.svg", "media/" + name, StringComparison.Ordinal));
        newsroom.Write(Media + name, Encoding.Latin1.GetBytes(content));
        foreach (var command in new[] { "check", "build" })
        {
            var answer = await newsroom.RunAsync(command);
            answer.Code.ShouldBe(ExitCode.Problems, command);
            answer.Problems.ShouldBe([Media + name + problem], command);
        }

        Same.Site(newsroom.Published(), before);
    }

    [Fact]
    public async Task What_is_wrong_in_a_release_that_waits_holds_nothing_up()
    {
        using var newsroom = new TestNewsroom();
        const string Secret = "content/releases/2026/segreto/";
        newsroom.Write(Secret + "media/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
        newsroom.Write(Secret + "it.md", newsroom.Read(Secret + "it.md") + "\n![Una figura](media/a.svg)\n");
        (await newsroom.SucceedAsync("build")).Errors.ShouldContain("media.unsafe-svg");
    }

    [Fact]
    public async Task An_image_that_only_the_text_shows_is_a_warning_of_check()
    {
        using var newsroom = new TestNewsroom();
        newsroom.Write(Media + "altra.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>");
        newsroom.Write(Release, newsroom.Read(Release) + "\n![Altra](media/altra.svg)\n");
        var answer = await newsroom.RunAsync("check");
        answer.Code.ShouldBe(ExitCode.Done, answer.Errors);
        answer.Errors.ShouldContain("[media.unlisted]");
    }
}
