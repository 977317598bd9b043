using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Formats;
using PressKit.Formats.Search;
using PressKit.Languages;
using PressKit.Media;
using PressKit.Output;
using PressKit.Output.Standing;
using PressKit.Site;
using PressKit.Translation.Checks;

namespace PressKit;

/// <summary>The whole program: read the newsroom, split releases into units, pair units with their stored translations, join
/// them into editions, admit what may be public now, compose the site, write what differs.</summary>
public sealed class Publisher
{
    private readonly MarkdownParser _parser = new();
    private readonly Locales _locales = new();
    private readonly TranslationChecks _checks;
    private readonly ConditionalWeakTable<Prepared, Composed> _composed = [];

    /// <summary>A publisher.</summary>
    public Publisher() => _checks = new TranslationChecks(_locales);

    /// <summary>How coarse the clock of a file system may be that it publishes from.</summary>
    internal TimeSpan Coarsest { get; init; } = Inputs.Coarsest;

    /// <summary>What the last run wrote where it found that nothing but texts changed; else null.</summary>
    internal WriteSummary? TextsAlone { get; private set; }

    /// <summary>The version of the tool.</summary>
    public static string Version { get; } =
        typeof(Publisher).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>The version with the identity of the code: what other code rendered is rendered again.</summary>
    private static string Build { get; } = $"{Version} {typeof(Publisher).Assembly.ManifestModule.ModuleVersionId}";

    /// <summary>Publishes a newsroom's site.</summary>
    /// <param name="folder">The folder that holds <c>content/</c>.</param>
    /// <param name="output">The folder of the site.</param>
    /// <param name="now">The instant to publish for.</param>
    /// <param name="problems">Takes what is wrong; an error leaves the site as it was.</param>
    /// <param name="cancellation">Stops the work; the next run finishes it.</param>
    /// <param name="part">The part of the site to write; null for all of it.</param>
    /// <returns>What was written; null where there were errors.</returns>
    public WriteSummary? Publish(string folder, string output, DateTimeOffset now, Problems problems, CancellationToken cancellation, BuildPart? part = null)
    {
        var command = part is null or { IsWhole: true } ? "build" : $"build-{part.Number}-of-{part.Total}";
        var last = Output.Standing.LastRun.Find(folder, output, command, Build, Coarsest);
        if (last.Same(now, problems) is { } same) return same;
        TextsAlone = PublishTexts(folder, output, now, last, mayLackMore: true, problems, cancellation);
        if (TextsAlone is not null) return TextsAlone;
        if (Prepare(folder, now, problems, last) is not { } prepared || Publish(prepared, output, problems, cancellation, part) is not { } written) return null;
        if (part is null or { IsWhole: true }) Keep(last, prepared, problems, cancellation);
        else last.Keep(prepared, problems);
        return written;
    }

    /// <summary>Remembers a run that wrote the whole site of what is prepared, with what it reported.</summary>
    public void Keep(LastRun last, Prepared prepared, Problems problems, CancellationToken cancellation) =>
        last.Keep(prepared, problems, SiteSketch.Of(Compose(prepared, problems, cancellation)));

    /// <summary>Publishes the texts of the releases that changed, where nothing but texts did since the last run: the pages that show them,
    /// and no others, are composed.</summary>
    /// <param name="folder">The folder that holds <c>content/</c>.</param>
    /// <param name="output">The folder of the site.</param>
    /// <param name="now">The instant to publish for.</param>
    /// <param name="last">The last run.</param>
    /// <param name="mayLackMore">Whether they are published as well where a language of them is yet to be drafted, or an address to be reserved.</param>
    /// <param name="problems">Takes what the last run reported.</param>
    /// <param name="cancellation">Stops the work; the next run finishes it.</param>
    /// <returns>Null, and nothing done, where more is to be done.</returns>
    public WriteSummary? PublishTexts(
        string folder, string output, DateTimeOffset now, LastRun last, bool mayLackMore, Problems problems, CancellationToken cancellation)
    {
        if (!last.IsWhole || !new Unwritten(folder).IsEmpty) return null;
        var found = new Problems();
        // A reader that runs for the first time is compiled while it does.
        var reading = Task.Run(() => NewsroomReader.ReadSettings(folder, found), CancellationToken.None);
        var whatChanged = last.Changed(now);
        if (reading.GetAwaiter().GetResult() is not { Search: SearchTool.None } settings || whatChanged is not { } changed) return null;
        var joiner = new ReleaseJoiner(settings, _parser, _locales, new RenderedTexts(long.MaxValue));
        using var kept = KeptReleases.Open(settings, Build, last.Inputs, joiner);
        if (kept is null || ChangedTexts.Of(changed, settings, kept, mayLackMore) is not { } texts) return null;
        var prepared = Admit(texts.Newsroom, texts.Joined, now, ImmutableDictionary<string, string>.Empty);
        var (newsroom, admission) = Inspected(prepared, found, cancellation);
        var making = Task.Run(() => new KnownFormats(_parser, _locales, Pictures.Of(newsroom, found), null, found).Of(newsroom, now), CancellationToken.None);
        var pages = new Composer(newsroom).ComposeTexts(admission, changed.Memory.Sketch, changed.Folders, found);
        var formats = making.GetAwaiter().GetResult();
        if (found.HasErrors) return null;
        var files = pages.SelectMany(page => formats.SelectMany(format => format.Files(page))).ToList();
        if (new SiteWriter(output, Build, found).Rewrite(files, changed.Published.Manifest, cancellation) is not var (written, left)) return null;
        kept.Save(all: true);
        last.Keep(changed, left);
        foreach (var problem in changed.Last.Problems) problems.Add(problem);
        return written with { Unchanged = changed.Published.Count - written.Written };
    }

    /// <summary>What a command left the last time, and whether that is what it would leave now.</summary>
    /// <param name="folder">The folder that holds <c>content/</c>.</param>
    /// <param name="output">The folder of the site.</param>
    /// <param name="command">The command, which decides what is reported.</param>
    public static LastRun LastRun(string folder, string output, string command) => Output.Standing.LastRun.Find(folder, output, command, Build);

    /// <summary>What a command answered the last time, and whether that is what it would answer now.</summary>
    /// <param name="folder">The folder that holds <c>content/</c>.</param>
    /// <param name="command">The command.</param>
    /// <param name="question">What it is asked.</param>
    public static LastAnswer LastAnswer(string folder, string command, params string[] question) =>
        Output.Standing.LastAnswer.Find(folder, command, question, Build);

    /// <summary>Publishes the site of what is prepared: composes it and writes what differs. What readers search in is made when the
    /// pages are out.</summary>
    public WriteSummary? Publish(Prepared prepared, string output, Problems problems, CancellationToken cancellation, BuildPart? part = null)
    {
        var newsroom = prepared.Newsroom;
        part ??= BuildPart.Whole;
        var pages = Compose(prepared, problems, cancellation);
        var pictures = Pictures.Of(newsroom, problems);
        var search = SearchIndexes.Of(newsroom, _locales, problems);
        var formats = new KnownFormats(_parser, _locales, pictures, search, problems).Of(newsroom, prepared.Now);
        if (problems.HasErrors) return null;
        pictures.Make(pages.OfType<MediaPage>().Where(page => part.Has(newsroom, page.Address.Path)), problems, cancellation);
        if (problems.HasErrors) return null;
        var writer = new SiteWriter(output, Build, problems);
        var written = writer.Write(Files(), cancellation);
        if (written is null || search is null) return written;
        var site = pages.OfType<SitePage>().Single();
        if (!search.Renew(site with { Releases = [.. site.Releases.Where(page => part.Has(newsroom, page.Language))] }, problems, cancellation)) return written;
        return writer.Write(Files(), cancellation)?.After(written);

        IEnumerable<OutputFile> Files() => FilesOf(pages, formats, cancellation).Where(file => part.Has(newsroom, file.Path));
    }

    /// <summary>The files of pages, in the order of these. Several pages are looked at together, for keys are most of what is done for a page
    /// that stays as it is.</summary>
    private static IEnumerable<OutputFile> FilesOf(IReadOnlyList<Page> pages, IReadOnlyList<IFormat> formats, CancellationToken cancellation)
    {
        var files = new OutputFile[pages.Count][];
        Parallel.For(0, pages.Count, new ParallelOptions { CancellationToken = cancellation }, i => files[i] = [.. formats.SelectMany(format => format.Files(pages[i]))]);
        return files.SelectMany(file => file);
    }

    /// <summary>What the page of an edition says of how it was made, in its language; null for nothing.</summary>
    public string? Notice(Admitted admitted) => _locales.Find(admitted.Edition.Language) is { } locale
        ? TranslationNotice.Of(new Entry(admitted.Edition, admitted.Label, new Address("")), null, locale)?.Text : null;

    /// <summary>Prepares, and reports everything else that can be wrong: links between releases, addresses, templates.</summary>
    /// <param name="folder">The folder that holds <c>content/</c>.</param>
    /// <param name="now">The instant to check for.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="last">The last run, if releases that did not change since an earlier one need not be read.</param>
    public Prepared? Check(string folder, DateTimeOffset now, Problems problems, LastRun? last = null)
    {
        if (Prepare(folder, now, problems, last) is not { } prepared) return null;
        var found = new Problems();
        found.AddAll(problems);
        new MediaRights(found).Check(prepared.Releases.SelectMany(r => r.Authored.Prepend(r.Source)));
        new LinkCheck(prepared.Newsroom, found).Check(prepared.Releases);
        new EventCheck(found).Check(prepared);
        HeldProblems.Report(found, prepared, now, problems);
        Compose(prepared, problems, CancellationToken.None);
        var (pictures, search) = (Pictures.Of(prepared.Newsroom, problems), SearchIndexes.Of(prepared.Newsroom, _locales, problems));
        new KnownFormats(_parser, _locales, pictures, search, problems).Of(prepared.Newsroom, prepared.Now);
        return prepared;
    }

    /// <summary>The checks of a newsroom's translations.</summary>
    public EditionChecks ChecksOf(Newsroom newsroom) => new(newsroom, _checks);

    /// <summary>Completes what reviewers saved, reads, splits, pairs, joins and admits: all that comes before the site. Null where newsroom.yml itself cannot be
    /// read. Errors in what the gate holds back are reported as warnings, for they must not keep anything else from going out.</summary>
    /// <param name="folder">The folder that holds <c>content/</c>.</param>
    /// <param name="now">The instant to prepare for.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="last">The last run, if releases that did not change since an earlier one need not be read.</param>
    public Prepared? Prepare(string folder, DateTimeOffset now, Problems problems, LastRun? last = null)
    {
        var found = new Problems();
        new Unwritten(folder).Complete(found);
        if (NewsroomReader.ReadSettings(folder, found) is not { } settings)
        {
            problems.AddAll(found);
            return null;
        }

        var joiner = new ReleaseJoiner(settings, _parser, _locales, new RenderedTexts(last is null ? RenderedTexts.Room : long.MaxValue));
        using var kept = last is null ? null : KeptReleases.Open(settings, Build, last.Inputs, joiner);
        var newsroom = NewsroomReader.ReadReleases(settings, found, kept);
        new LanguageCheck(_locales, found).Check(newsroom);
        new MediaRights(found).Check(newsroom);
        var joined = newsroom.Releases.Concat(newsroom.Pages).AsParallel().AsOrdered()
            .Select(r => kept?.Of(r) ?? joiner.Join(r, new Problems())).ToList();
        kept?.Save();
        foreach (var release in joined) found.AddAll(release.Problems);
        var prepared = Admit(newsroom, joined, now, kept?.Faces ?? ImmutableDictionary<string, string>.Empty);
        HeldProblems.Report(found, prepared, now, problems);
        return prepared;
    }

    private Prepared Admit(Newsroom newsroom, IReadOnlyCollection<JoinedRelease> joined, DateTimeOffset now, IReadOnlyDictionary<string, string> faces)
    {
        var releases = joined.Select(j => j.Paired).OfType<PairedRelease>().ToImmutableArray();
        var paired = releases.ToDictionary(r => r.Release.Folder, StringComparer.Ordinal);
        var checks = ChecksOf(newsroom);
        var admission = new Gate(newsroom.Policy, Errors).Admit(joined.SelectMany(j => j.Editions), now);
        return new Prepared(newsroom, releases, admission, now) { Faces = faces };

        int Errors(Edition edition, string? unit)
        {
            if (!paired.TryGetValue(edition.Release.Folder, out var release) || release.Translations.FirstOrDefault(t => t.File.File == edition.File) is not { } translation) return 0;
            return unit is null ? checks.Errors(release, translation)
                : checks.Errors(release, translation, release.Source.Events.Select(e => e.Unit).Where(u => u.Id == unit));
        }
    }

    /// <summary>Looks into the media of what is prepared, and composes the site of what is public; once, though a check and a build ask.</summary>
    private IReadOnlyList<Page> Compose(Prepared prepared, Problems problems, CancellationToken cancellation)
    {
        var composed = _composed.GetValue(prepared, _ =>
        {
            var found = new Problems();
            return new Composed(Pages(prepared, found, cancellation), found);
        });
        problems.AddAll(composed.Problems);
        return composed.Pages;
    }

    private static IReadOnlyList<Page> Pages(Prepared prepared, Problems problems, CancellationToken cancellation)
    {
        var (newsroom, admission) = Inspected(prepared, problems, cancellation);
        return new Composer(newsroom).Compose(admission, problems);
    }

    /// <summary>The newsroom, and what is public of it, with its media as they are published.</summary>
    private static (Newsroom Newsroom, Admission Admission) Inspected(Prepared prepared, Problems problems, CancellationToken cancellation)
    {
        var (newsroom, admission) = (prepared.Newsroom, prepared.Admission);
        var inspection = new MediaInspection(newsroom, Build);
        var inspected = admission with { Admitted = inspection.Of(admission.Admitted, problems, cancellation) };
        inspection.Warn(admission.Held.Select(h => h.Edition), problems, cancellation);
        if (newsroom.Card is { } card) newsroom = newsroom with { Card = inspection.Of(card, problems) };
        var people = newsroom.Spokespeople.Select(p => p.Portrait is { } portrait
            ? p with { Portrait = inspection.Of(portrait.File, problems) is { } file ? portrait with { File = file } : null }
            : p);
        return (newsroom with { Spokespeople = [.. people] }, inspected);
    }

    /// <summary>The site of what was prepared.</summary>
    private sealed record Composed(IReadOnlyList<Page> Pages, Problems Problems);
}
