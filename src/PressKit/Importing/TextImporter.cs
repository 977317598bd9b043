using System.Collections.Immutable;
using System.Globalization;
using PressKit.Content;
using PressKit.Editions;
using PressKit.Languages;

namespace PressKit.Importing;

/// <summary>Makes a release of the plain text of one, in any language of the newsroom: a file that the press officer only has
/// to look over. It writes a new folder and touches nothing that is there; docs/importing.md says what it recognises.</summary>
public sealed class TextImporter(Newsroom newsroom, TimeProvider time)
{
    /// <summary>Imports a text file in UTF-8. Null, and problems, where nothing could be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">The language it is written in.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="ArgumentException">The newsroom's time zone is not one of the tz database; no newsroom that was read has such.</exception>
    public ImportResult? Import(string path, Language language, Problems problems)
    {
        var file = path.Replace('\\', '/');
        if (!IsKnown(language, problems)) return null;
        if (!File.Exists(path))
        {
            problems.Error("import.missing-file", new Place(file), "There is no such file.", "Look at its name and folder.");
            return null;
        }

        if (TextFile.Read(path, file, problems) is not { } text) return null;
        var instants = Instants.In(newsroom.TimeZone) ?? throw new ArgumentException($"'{newsroom.TimeZone}' is not a time zone.", nameof(path));
        var name = NameOf(path);
        if (new PastedReleaseReader(instants, time).Read(text, language, name) is not { } release)
        {
            problems.Error("import.empty", new Place(file), "The file has no text.", "Paste the text of the release into it.");
            return null;
        }

        try
        {
            return Write(release, language, name, instants);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error("import.cannot-write", new Place("content/releases"), $"The release cannot be written: {e.Message}",
                "Make room, or give yourself the right to write there.");
            return null;
        }
    }

    private bool IsKnown(Language language, Problems problems)
    {
        if (newsroom.Languages.Contains(language)) return true;
        var nearest = Nearest.Of(language.Tag, newsroom.Languages.Select(l => l.Tag));
        problems.Error("content.unknown-language", new Place("content/newsroom.yml"), $"'{language}' is not a language of the newsroom.",
            nearest is null ? $"Add it to newsroom.yml, or choose one of: {string.Join(", ", newsroom.Languages)}." : $"Did you mean '{nearest}'?");
        return false;
    }

    /// <summary>The file's name without what says its type and language: <c>tokyo-contest</c> of <c>tokyo-contest.it.txt</c>.</summary>
    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var dot = name.LastIndexOf('.');
        return dot > 0 && Language.TryParse(name[(dot + 1)..], out _) ? name[..dot] : name;
    }

    private ImportResult Write(PastedRelease release, Language language, string name, Instants instants)
    {
        var frontMatter = release.FrontMatter;
        var date = frontMatter.Dateline?.Date ?? instants.DateOf(time.GetUtcNow());
        var year = date.Year.ToString("0000", CultureInfo.InvariantCulture);
        // A headline that was proposed will be changed; the address is not to follow from it.
        var slug = release.HasTitle ? Slug.Of(frontMatter.Headline, language) ?? Slug.Of(name, language)
            : Slug.Of(name, language) ?? Slug.Of(frontMatter.Headline, language);
        var text = new FrontMatterWriter(instants).Write(frontMatter, release.Comments) + release.Markdown;
        var id = Create(year, slug ?? "release", language, text);
        return new ImportResult(id, $"content/releases/{id}/{language}.md", frontMatter, release.Notes);
    }

    /// <summary>Writes a folder that no run sees before it is whole, and gives it the first name that is free.</summary>
    private string Create(string year, string slug, Language language, string text)
    {
        var folder = $"content/releases/{year}";
        var unseen = $"{folder}/.{slug}.{language}.import";
        var full = Path.Combine(newsroom.Folder, unseen);
        if (Directory.Exists(full)) Directory.Delete(full, recursive: true);
        Directory.CreateDirectory(full);
        File.WriteAllText(Path.Combine(full, $"{language}.md"), text);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
            var target = Path.Combine(newsroom.Folder, folder, name);
            if (Path.Exists(target) || IsTaken(year, name)) continue;
            var record = new ReleaseRecord
            {
                Source = language,
                Editions = ImmutableSortedDictionary<Language, EditionRecord>.Empty.Add(language, new EditionRecord(name, [], [])),
            };
            new RecordFile(newsroom.Folder, unseen).Write(record);
            Directory.Move(full, target);
            return $"{year}/{name}";
        }
    }

    /// <summary>Whether a release of that year has the address in any language, or had it.</summary>
    private bool IsTaken(string year, string slug) =>
        newsroom.Releases.Where(r => r.Id.StartsWith(year + "/", StringComparison.Ordinal)).Any(r =>
            r.Record.Editions.Values.Any(e => e.Slug == slug || e.Former.Contains(slug, StringComparer.Ordinal))
            || Slugs.For(r, r.Source.Language, r.Source.FrontMatter.Headline, r.Source.FrontMatter.Slug) == slug);
}
