
namespace PressKit.Content;

/// <summary>Reads a newsroom's folder: <c>content/</c> with newsroom.yml, topics, contacts, boilerplates, glossary, releases
/// and standing pages. Reports everything that is wrong in one go and leaves out what cannot be read.</summary>
public sealed class NewsroomReader
{
    /// <summary>The file that makes a folder a newsroom.</summary>
    public const string SettingsFile = "content/newsroom.yml";

    /// <summary>Reads the newsroom in a folder.</summary>
    /// <param name="folder">The folder that holds <c>content/</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Null where newsroom.yml itself cannot be read.</returns>
    public Newsroom? Read(string folder, Problems problems)
    {
        var root = Path.GetFullPath(folder);
        if (!File.Exists(Path.Combine(root, SettingsFile)))
        {
            problems.Error("newsroom.missing", new Place(SettingsFile), "There is no newsroom in this folder.",
                "Go to a folder that holds content/newsroom.yml, or name one with --newsroom.");
            return null;
        }

        if (new SettingsReader(root, problems).Read() is not { } newsroom) return null;
        newsroom = new RegisterReader(root, problems).ReadInto(newsroom);
        var releases = new ReleaseReader(newsroom, problems);
        newsroom = newsroom with { Releases = releases.Releases(), Pages = releases.Pages() };
        new References(newsroom, problems).Check();
        return newsroom;
    }
}
