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
using PressKit.Segmentation;
using PressKit.Site;
using PressKit.Translation.Checks;
using PressKit.Translation.Glossary;
using PressKit.Translation.Repairs;

namespace PressKit;

/// <summary>The whole program: read the newsroom, split releases into units, pair units with their stored translations, join
/// them into editions, admit what may be public now, compose the site, write what differs.</summary>
public sealed class Publisher
{
    private readonly MarkdownParser _parser = new();
    private readonly NewsroomReader _reader;
    private readonly Locales _locales = new();
    private readonly TranslationChecks _checks;
    private readonly ConditionalWeakTable<Release, Joined>? _joined;
    private readonly ConditionalWeakTable<Prepared, Composed> _composed = [];

    /// <summary>A publisher.</summary>
    /// <param name="remembers">Whether it publishes again and again, and keeps what it made of releases that do not change.</param>
    public Publisher(bool remembers = false) => (_reader, _checks, _joined) = (new NewsroomReader(remembers), new TranslationChecks(_locales), remembers ? [] : null);

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
        var last = LastRun(folder, output, part is null or { IsWhole: true } ? "build" : $"build-{part.Number}-of-{part.Total}");
        if (last.Same(now, problems) is { } same) return same;
        if (Prepare(folder, now, problems) is not { } prepared || Publish(prepared, output, problems, cancellation, part) is not { } written) return null;
        last.Keep(prepared, problems);
        return written;
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
        var files = pages.SelectMany(page => formats.SelectMany(format => format.Files(page))).Where(file => part.Has(newsroom, file.Path));
        var writer = new SiteWriter(output, Build, problems);
        var written = writer.Write(files, cancellation);
        if (written is null || search is null) return written;
        var site = pages.OfType<SitePage>().Single();
        if (!search.Renew(site with { Releases = [.. site.Releases.Where(page => part.Has(newsroom, page.Language))] }, problems, cancellation)) return written;
        return writer.Write(files, cancellation)?.After(written);
    }

    /// <summary>What the page of an edition says of how it was made, in its language; null for nothing.</summary>
    public string? Notice(Admitted admitted) => _locales.Find(admitted.Edition.Language) is { } locale
        ? TranslationNotice.Of(new Entry(admitted.Edition, admitted.Label, new Address("")), null, locale)?.Text : null;

    /// <summary>Prepares, and reports everything else that can be wrong: links between releases, addresses, templates.</summary>
    public Prepared? Check(string folder, DateTimeOffset now, Problems problems)
    {
        if (Prepare(folder, now, problems) is not { } prepared) return null;
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
    public Prepared? Prepare(string folder, DateTimeOffset now, Problems problems)
    {
        var found = new Problems();
        new Unwritten(folder).Complete(found);
        if (_reader.Read(folder, found) is not { } newsroom)
        {
            problems.AddAll(found);
            return null;
        }

        new LanguageCheck(_locales, found).Check(newsroom);
        new MediaRights(found).Check(newsroom);
        var rendered = new RenderedTexts();
        var pairing = new Pairing(new Splitter(_parser, new MarkdownChecks(), new SentenceRules(newsroom.Sentences), rendered), new SoftRepair(_locales));
        var joining = new Joining(_parser, rendered);
        var revisions = new RevisionFolder(newsroom);
        var blocking = new Blocking(new Terminology(newsroom.Glossary));
        var joined = newsroom.Releases.Concat(newsroom.Pages).AsParallel().AsOrdered()
            .Select(r => _joined?.GetValue(r, _ => Join(r, pairing, joining, revisions, blocking)) ?? Join(r, pairing, joining, revisions, blocking)).ToList();
        foreach (var release in joined) found.AddAll(release.Problems);
        var releases = joined.Select(j => j.Release).OfType<PairedRelease>().ToImmutableArray();
        var checks = ChecksOf(newsroom);
        var translations = releases.SelectMany(r => r.Translations.Select(t => (Release: r, Translation: t))).ToDictionary(t => t.Translation.File.File, StringComparer.Ordinal);
        var admission = new Gate(newsroom.Policy, Errors).Admit(joined.SelectMany(j => j.Editions), now);
        var prepared = new Prepared(newsroom, releases, admission, now);
        HeldProblems.Report(found, prepared, now, problems);
        return prepared;

        int Errors(Edition edition, string? unit) => !translations.TryGetValue(edition.File, out var t) ? 0
            : unit is null ? checks.Errors(t.Release, t.Translation)
            : checks.Errors(t.Release, t.Translation, t.Release.Source.Events.Select(e => e.Unit).Where(u => u.Id == unit));
    }

    private static Joined Join(Release release, Pairing pairing, Joining joining, RevisionFolder revisions, Blocking blocking)
    {
        var found = new Problems();
        var paired = pairing.Pair(release, revisions, found);
        return new Joined(paired, paired is null ? [] : [.. joining.Editions(paired, blocking, found)], found);
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
        var (newsroom, admission) = (prepared.Newsroom, prepared.Admission);
        var inspection = new MediaInspection(newsroom, Build);
        var inspected = admission with { Admitted = inspection.Of(admission.Admitted, problems, cancellation) };
        inspection.Warn(admission.Held.Select(h => h.Edition), problems, cancellation);
        if (newsroom.Card is { } card) newsroom = newsroom with { Card = inspection.Of(card, problems) };
        var people = newsroom.Spokespeople.Select(p => p.Portrait is { } portrait
            ? p with { Portrait = inspection.Of(portrait.File, problems) is { } file ? portrait with { File = file } : null }
            : p);
        return new Composer(newsroom with { Spokespeople = [.. people] }).Compose(inspected, problems);
    }

    /// <summary>What was made of a release.</summary>
    private sealed record Joined(PairedRelease? Release, ImmutableArray<Edition> Editions, Problems Problems);

    /// <summary>The site of what was prepared.</summary>
    private sealed record Composed(IReadOnlyList<Page> Pages, Problems Problems);
}
