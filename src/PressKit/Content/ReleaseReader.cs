using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>Reads the folders of releases and standing pages.</summary>
internal sealed class ReleaseReader
{
    private const int LargestTranslation = 20 * 1024 * 1024;

    private readonly Newsroom _newsroom;
    private readonly Problems _problems;
    private readonly Instants _instants;
    private readonly FrontMatterReader _texts;
    private readonly MediaFolder _media;
    private readonly IReleaseMemo? _memo;

    public ReleaseReader(Newsroom newsroom, Problems problems, IReleaseMemo? memo = null)
    {
        _memo = memo;
        _newsroom = newsroom;
        _problems = problems;
        _media = new MediaFolder(newsroom.Folder, problems);
        _instants = Instants.In(newsroom.TimeZone)!;
        _texts = new FrontMatterReader(_instants, problems);
    }

    /// <summary>The releases, by id: <c>content/releases/&lt;year&gt;/&lt;name&gt;</c>.</summary>
    public ImmutableArray<Release> Releases() =>
        [.. Folders.Of(Path.Combine(_newsroom.Folder, "content/releases"))
            .SelectMany(year => Folders.Of(year).Select(folder => (Folder: folder, Id: $"{Path.GetFileName(year)}/{Path.GetFileName(folder)}")))
            .AsParallel().AsOrdered().Select(r => Remembered(r.Folder, r.Id, false)).OfType<Release>()];

    /// <summary>The standing pages, by id: <c>content/pages/&lt;name&gt;</c>.</summary>
    public ImmutableArray<Release> Pages() =>
        [.. Folders.Of(Path.Combine(_newsroom.Folder, "content/pages"))
            .Select(folder => Remembered(folder, Path.GetFileName(folder), true)).OfType<Release>()];

    /// <summary>Whether a text can be an id: <c>YEAR/NAME</c> of a release, <c>NAME</c> of a page.</summary>
    public static bool IsId(string text) => text.Split('/') is { Length: 1 or 2 } parts
        && parts.All(p => p.Length > 0 && p[0] != '.' && p.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !p.Contains('\\', StringComparison.Ordinal));

    /// <summary>The ids of the releases, then those of the pages.</summary>
    public static IEnumerable<string> Ids(string root) =>
    [
        .. Folders.Of(Path.Combine(root, "content/releases")).SelectMany(year => Folders.Of(year).Select(f => $"{Path.GetFileName(year)}/{Path.GetFileName(f)}")),
        .. Folders.Of(Path.Combine(root, "content/pages")).Select(f => Path.GetFileName(f)!),
    ];

    /// <summary>The release or page of an id; null where there is none.</summary>
    public Release? One(string id)
    {
        if (!IsId(id)) return null;
        var standing = !id.Contains('/', StringComparison.Ordinal);
        var folder = Path.Combine(_newsroom.Folder, standing ? "content/pages" : "content/releases", id);
        return Directory.Exists(folder) ? Read(folder, id, standing) : null;
    }

    private Release? Remembered(string folder, string id, bool standing) => _memo is null ? Read(folder, id, standing)
        : _memo.Find(folder, found => new ReleaseReader(_newsroom, found).Read(folder, id, standing), _problems);

    private Release? Read(string folder, string id, bool standing)
    {
        var name = $"content/{(standing ? "pages" : "releases")}/{id}";
        if (Editions(folder, name) is not { } editions) return null;
        var record = new RecordFile(_newsroom.Folder, name).Read(_problems);
        // Readers see these dates, which are those of the newsroom's calendar.
        record = record with { Events = [.. record.Events.Select(e => e with { At = _instants.Here(e.At) })] };
        var source = Source(editions, record, name);
        return new Release
        {
            Id = id,
            Folder = name,
            Standing = standing,
            Source = source,
            Authored = [.. editions.Where(e => e != source)],
            Translations = Translations(folder, name),
            Record = record,
            Dismissals = new DismissalFile(_newsroom.Folder, name).Read(_problems),
            Media = _media.In(folder, "media", name),
        };
    }

    /// <summary>The texts in a folder; null where any cannot be read, for without it nothing is certain of the others: neither
    /// which one is the source, nor when they may be public.</summary>
    private List<SourceText>? Editions(string folder, string name)
    {
        var editions = new List<SourceText>();
        var files = Folders.Files(folder, "*.md").ToList();
        if (files.Count == 0)
        {
            _problems.Error("content.no-edition", new Place(name), "The folder holds no Markdown file.",
                "Write the release in a file named after its language, such as it.md, or delete the folder.");
        }

        foreach (var path in files)
        {
            var file = $"{name}/{Path.GetFileName(path)}";
            var language = Folders.LanguageOf(path, file, _newsroom, _problems);
            if (TextFile.Read(path, file, _problems) is not { } text || language is null) continue;
            if (_texts.Read(text, file, language) is { } edition) editions.Add(edition);
        }

        return editions.Count > 0 && editions.Count == files.Count ? editions : null;
    }

    /// <summary>The record names the source; without it, the first language of the newsroom in which there is a text.</summary>
    private SourceText Source(List<SourceText> editions, ReleaseRecord record, string name)
    {
        if (record.Source is not { } language) return editions.MinBy(e => _newsroom.Languages.IndexOf(e.Language))!;
        if (editions.Find(e => e.Language == language) is { } source) return source;
        _problems.Error("record.no-source", new Place($"{name}/{RecordFile.Name}"),
            $"The record names {language} as the source, and there is no {language}.md.", "Bring the file back.");
        return editions[0];
    }

    private ImmutableArray<TranslationFile> Translations(string folder, string name)
    {
        var translations = ImmutableArray.CreateBuilder<TranslationFile>();
        foreach (var path in Folders.Files(folder, "*.xlf"))
        {
            var file = $"{name}/{Path.GetFileName(path)}";
            if (Folders.LanguageOf(path, file, _newsroom, _problems) is { } language
                && TextFile.ReadBytes(path, file, LargestTranslation, _problems) is { } bytes)
                translations.Add(new TranslationFile(file, language, bytes));
        }

        return translations.ToImmutable();
    }
}
