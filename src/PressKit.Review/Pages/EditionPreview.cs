using System.Collections.Concurrent;
using System.Collections.Immutable;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Formats;
using PressKit.Languages;
using PressKit.Media;
using PressKit.Site;

namespace PressKit.Review.Pages;

/// <summary>Renders an edition's page as readers will see it, with the newsroom's own theme, from a state that need not be saved. Its
/// links to the site lead nowhere but to the theme's files and the release's media, which stand below <see cref="Root"/>.</summary>
/// <param name="locales">How languages are written.</param>
/// <param name="time">The clock.</param>
internal sealed class EditionPreview(Locales locales, TimeProvider time)
{
    /// <summary>Where the files of previews stand.</summary>
    public const string Root = "/preview/";

    private const int MostFiles = 2_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    private readonly MarkdownParser _parser = new();
    private readonly ConcurrentDictionary<string, OutputFile> _files = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private (Newsroom Newsroom, IReadOnlyList<IFormat> Formats, DateTimeOffset At)? _formats;

    /// <summary>Renders the page; null where the theme cannot be read, or has no such page.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="state">The edition.</param>
    /// <param name="to">Takes the page.</param>
    public bool Render(Newsroom newsroom, EditionState state, Stream to)
    {
        var (problems, now) = (new Problems(), time.GetUtcNow());
        var joining = new Joining(_parser);
        var release = With(state);
        var editions = joining.Editions(release, new Blocking(new Translation.Glossary.Terminology(newsroom.Glossary)), problems)
            .Where(e => e.Language == state.Language || e.Making == Making.Source).Select(e => Shown(e, now)).ToList();
        newsroom = newsroom with
        {
            Url = new Uri(newsroom.Url, Root), Formats = ["html"], Images = ImageTool.AsIs, Search = SearchTool.None, Security = null, Card = null,
            Releases = release.Release.Standing ? [] : [release.Release], Pages = release.Release.Standing ? [release.Release] : [],
        };
        var inspection = new MediaInspection(newsroom, Publisher.Version);
        var pages = new Composer(newsroom).Compose(new Admission(inspection.Of(editions, problems, CancellationToken.None), []), problems);
        var formats = Formats(newsroom, now, problems);
        if (_files.Count > MostFiles) _files.Clear();
        OutputFile? page = null;
        foreach (var composed in pages.Where(p => p is ThemePage or MediaPage or ReleasePage or StandingPage))
        {
            foreach (var file in formats.SelectMany(f => f.Files(composed)))
            {
                if (composed is LocalPage) page = composed is ReleasePage { Entry: var e } && e.Edition.Language == state.Language || composed is StandingPage { Entry: var s } && s.Edition.Language == state.Language ? file : page;
                else _files[file.Path] = file;
            }
        }

        page?.Write(to);
        return page is not null;
    }

    /// <summary>A file of the theme or an image that a preview shows; null where no preview does.</summary>
    public OutputFile? File(string path) => _files.GetValueOrDefault(path);

    /// <summary>The release with a state in the place of what its files hold.</summary>
    private static PairedRelease With(EditionState state)
    {
        var file = state.Translation?.File ?? new TranslationFile($"{state.Release.Release.Folder}/{state.Language}.xlf", state.Language, default);
        var translation = new PairedTranslation(file, state.Stored, state.Units.ToImmutableDictionary(u => u.Id, StringComparer.Ordinal)) { Approval = state.Translation?.Approval };
        return state.Release with { Translations = [translation] };
    }

    /// <summary>The edition as if nothing held it back.</summary>
    private static Admitted Shown(Edition edition, DateTimeOffset now)
    {
        var label = edition.Making != Making.Translated ? Label.None : edition.MachineSegments > 0 && edition.Approval is null ? Label.Machine : Label.Translation;
        return new Admitted(edition with { Earlier = null, FrontMatter = edition.FrontMatter with { Published = edition.FrontMatter.Published ?? now, Embargo = null } }, label);
    }

    /// <summary>The formats of a newsroom; to read a theme takes longer than to render a page.</summary>
    private IReadOnlyList<IFormat> Formats(Newsroom newsroom, DateTimeOffset now, Problems problems)
    {
        lock (_lock)
        {
            if (_formats is { } known && ReferenceEquals(known.Newsroom.Places, newsroom.Places) && now - known.At < Fresh) return known.Formats;
            var formats = new KnownFormats(_parser, locales, Pictures.AsTheyAre, null, problems).Of(newsroom, now);
            _formats = (newsroom, formats, now);
            return formats;
        }
    }
}
