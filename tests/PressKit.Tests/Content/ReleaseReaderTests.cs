using PressKit.Content;
using PressKit.Testing;

namespace PressKit.Tests.Content;

public sealed class ReleaseReaderTests : IDisposable
{
    private const string Release = "content/releases/2026/one";
    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData("media/again", ".", "content.path-outside")]
    [InlineData("media/etc", "/etc", "content.path-outside")]
    [InlineData("media/self.png", "self.png", "content.unreadable")]
    [InlineData("media/gone.png", "/nowhere/gone.png", "content.path-outside")]
    [InlineData("media/lost.png", "lost-too.png", "content.unreadable")]
    public void A_link_in_the_media_folder_is_a_problem_where_it_leads_out_or_nowhere(string link, string target, string code)
    {
        Directory.CreateDirectory(Full("media"));
        Link(link, target);
        Read().ShouldBe([$"{Release}/{link} {code}"]);
    }

    [SkippableFact]
    public void A_media_folder_that_is_a_link_is_not_followed()
    {
        Link("media", "..");
        Read().ShouldBe([$"{Release}/media content.path-outside"]);
    }

    [SkippableFact]
    public void A_link_to_a_file_of_the_newsroom_is_that_file()
    {
        Directory.CreateDirectory(Full("media"));
        File.WriteAllText(Path.Combine(_folder.Path, "shared.png"), "image");
        Link("media/own.png", "../../../../../shared.png");
        Read().ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private string Full(string file) => Path.Combine(_folder.Path, Release, file);

    private void Link(string link, string target)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows lets not everybody make symbolic links.");
        Directory.CreateDirectory(Path.GetDirectoryName(Full(link))!);
        File.CreateSymbolicLink(Full(link), target);
    }

    private IEnumerable<string> Read()
    {
        Directory.CreateDirectory(Full(""));
        File.WriteAllText(Full("en.md"), "---\nheadline: One\n---\n\nText.\n");
        File.WriteAllText(Path.Combine(_folder.Path, NewsroomReader.SettingsFile),
            "name: Acme\nurl: https://press.example/\ntimezone: Europe/Rome\nlanguages: [en]\n");
        var problems = new Problems();
        NewsroomReader.Read(_folder.Path, problems);
        return problems.All.Select(p => $"{p.Place} {p.Code}");
    }
}
