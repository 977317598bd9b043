using System.Text;

namespace PressKit.Cli.Tests;

/// <summary>Newsrooms that choose another theme.</summary>
public sealed class ThemesTests
{
    [Fact]
    public async Task From_one_theme_to_another_nothing_of_the_first_is_left()
    {
        using var newsroom = new TestNewsroom();
        newsroom.UseTheme("press");
        await newsroom.SucceedAsync("build");
        Styles(newsroom).ShouldHaveSingleItem().ShouldStartWith("theme/press.");

        newsroom.Replace("content/newsroom.yml", "theme: press", "theme: broadsheet");
        await newsroom.SucceedAsync("build");
        Styles(newsroom).ShouldHaveSingleItem().ShouldStartWith("theme/broadsheet.");
        foreach (var (path, bytes) in newsroom.Published().Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
            Encoding.UTF8.GetString(bytes).ShouldContain(Styles(newsroom).Single(), customMessage: path);

        await newsroom.SucceedAsync("build", "--output", "clean");
        Same.Site(newsroom.Published(), newsroom.Published(Path.Combine(newsroom.Folder, "clean")));
    }

    [Fact]
    public async Task A_newsroom_replaces_a_file_of_the_second_theme()
    {
        using var newsroom = new TestNewsroom();
        newsroom.UseTheme("broadsheet");
        newsroom.Write("templates/broadsheet/partials/colophon.hbs", "<footer>{{site.name}}!</footer>\n");
        await newsroom.SucceedAsync("build");
        var page = Encoding.UTF8.GetString(newsroom.Published()["it/index.html"]);
        page.ShouldContain("<footer>Acme!</footer>");
        page.ShouldContain("class=\"nameplate\"");
    }

    private static List<string> Styles(TestNewsroom newsroom) =>
        [.. newsroom.Published().Keys.Where(p => p.EndsWith(".css", StringComparison.Ordinal))];
}
