
namespace PressKit.Content;

/// <summary>Reads a newsroom's folder: <c>content/</c> with newsroom.yml, topics, contacts, boilerplates, glossary, releases
/// and standing pages. Reports everything that is wrong in one go and leaves out what cannot be read.</summary>
public static class NewsroomReader
{
    /// <summary>The file that makes a folder a newsroom.</summary>
    public const string SettingsFile = "content/newsroom.yml";

    /// <summary>Reads the newsroom in a folder.</summary>
    /// <param name="folder">The folder that holds <c>content/</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Null where newsroom.yml itself cannot be read.</returns>
    public static Newsroom? Read(string folder, Problems problems) => ReadSettings(folder, problems) is { } settings ? ReadReleases(settings, problems) : null;

    /// <summary>Reads the releases and pages of a newsroom whose settings are read already.</summary>
    /// <param name="settings">The newsroom without its releases.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="known">Knows releases already; null where each has to be read.</param>
    internal static Newsroom ReadReleases(Newsroom settings, Problems problems, IReleaseMemo? known = null)
    {
        var releases = new ReleaseReader(settings, problems, known);
        var newsroom = settings with { Releases = releases.Releases(), Pages = releases.Pages() };
        new References(newsroom, problems).Check();
        return newsroom;
    }

    /// <summary>The ids of a newsroom's releases and standing pages, by name, whether they can be read or not.</summary>
    public static IEnumerable<string> Ids(string folder) => ReleaseReader.Ids(Path.GetFullPath(folder));

    /// <summary>Whether a text can be the id of a release or page; it becomes part of a path.</summary>
    public static bool IsId(string text) => ReleaseReader.IsId(text);

    /// <summary>Reads one release or standing page.</summary>
    /// <param name="newsroom">The newsroom, as far as <see cref="ReadSettings"/> reads it.</param>
    /// <param name="id">The release's id.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Null where there is none, or where it cannot be read.</returns>
    public static Release? ReadRelease(Newsroom newsroom, string id, Problems problems) => new ReleaseReader(newsroom, problems).One(id);

    /// <summary>Reads a newsroom without its releases and pages; null where newsroom.yml itself cannot be read.</summary>
    public static Newsroom? ReadSettings(string folder, Problems problems)
    {
        var root = Path.GetFullPath(folder);
        if (!File.Exists(Path.Combine(root, SettingsFile)))
        {
            problems.Error("newsroom.missing", new Place(SettingsFile), "There is no newsroom in this folder.",
                "Go to a folder that holds content/newsroom.yml, or name one with --newsroom.");
            return null;
        }

        return new SettingsReader(root, problems).Read() is { } newsroom ? new RegisterReader(root, problems).ReadInto(newsroom) : null;
    }
}
