using System.Collections.Immutable;
using System.Reflection;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Formats;
using PressKit.Formats.Html;
using PressKit.Formats.Rss;
using PressKit.Formats.Sitemap;
using PressKit.Languages;
using PressKit.Output;
using PressKit.Segmentation;
using PressKit.Site;
using PressKit.Templates;

namespace PressKit;

/// <summary>The whole program: read the newsroom, split releases into units, pair units with their stored translations, join
/// them into editions, admit what may be public now, compose the site, write what differs.</summary>
public sealed class Publisher
{
    private readonly MarkdownParser _parser = new();
    private readonly NewsroomReader _reader = new();
    private readonly Locales _locales = new();
    private readonly Pairing _pairing;
    private readonly Joining _joining;

    /// <summary>A publisher.</summary>
    public Publisher()
    {
        _pairing = new Pairing(new Splitter(_parser, new MarkdownChecks()));
        _joining = new Joining(_parser);
    }

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
    /// <returns>What was written; null where there were errors.</returns>
    public WriteSummary? Publish(string folder, string output, DateTimeOffset now, Problems problems, CancellationToken cancellation) =>
        Prepare(folder, now, problems) is { } prepared ? Publish(prepared, output, problems, cancellation) : null;

    /// <summary>Publishes the site of what is prepared: composes it and writes what differs.</summary>
    public WriteSummary? Publish(Prepared prepared, string output, Problems problems, CancellationToken cancellation)
    {
        var pages = new Composer(prepared.Newsroom).Compose(prepared.Admission.Admitted, problems);
        var formats = Formats(prepared.Newsroom, problems);
        if (problems.HasErrors) return null;
        var files = pages.SelectMany(page => formats.SelectMany(format => format.Files(page)));
        return new SiteWriter(output, Build, problems).Write(files, cancellation);
    }

    /// <summary>Prepares, and reports everything else that can be wrong: links between releases, addresses, templates.</summary>
    public Prepared? Check(string folder, DateTimeOffset now, Problems problems)
    {
        if (Prepare(folder, now, problems) is not { } prepared) return null;
        new LinkCheck(prepared.Newsroom, problems).Check(prepared.Releases);
        new Composer(prepared.Newsroom).Compose(prepared.Admission.Admitted, problems);
        Formats(prepared.Newsroom, problems);
        return prepared;
    }

    /// <summary>Reads, splits, pairs, joins and admits: all that comes before the site. Null where newsroom.yml itself cannot be
    /// read. Errors in what the gate holds back are reported as warnings, for they must not keep anything else from going out.</summary>
    public Prepared? Prepare(string folder, DateTimeOffset now, Problems problems)
    {
        var found = new Problems();
        var newsroom = _reader.Read(folder, found);
        if (newsroom is null)
        {
            problems.AddAll(found);
            return null;
        }

        CheckLanguages(newsroom, found);
        var releases = newsroom.Releases.Concat(newsroom.Pages).Select(r => _pairing.Pair(r, found)).OfType<PairedRelease>().ToImmutableArray();
        var editions = releases.SelectMany(_joining.Editions);
        var admission = new Gate(newsroom.Policy).Admit(editions, now);
        Report(found, newsroom, admission, problems);
        return new Prepared(newsroom, releases, admission);
    }

    private static void Report(Problems found, Newsroom newsroom, Admission admission, Problems problems)
    {
        var pub = admission.Admitted.Select(a => a.Edition.Release.Folder).ToHashSet(StringComparer.Ordinal);
        var held = admission.Held.Select(h => h.Edition.Release.Folder).Where(f => !pub.Contains(f)).ToList();
        foreach (var problem in found.All)
        {
            var stops = problem.Severity != Severity.Error || !held.Exists(f => problem.Place.File.StartsWith(f + "/", StringComparison.Ordinal));
            problems.Add(stops ? problem : problem with { Severity = Severity.Warning });
        }
    }

    private void CheckLanguages(Newsroom newsroom, Problems problems)
    {
        for (var i = 0; i < newsroom.Languages.Length; i++)
        {
            var language = newsroom.Languages[i];
            if (_locales.Find(language) is not null) continue;
            var nearest = Nearest.Of(language.Tag, _locales.Known.Select(l => l.Tag));
            problems.Error("newsroom.unknown-language", newsroom.Places[FormattableString.Invariant($"languages.{i}")],
                $"PressKit does not know how '{language}' writes dates and numbers.",
                nearest is null ? $"It knows {string.Join(", ", _locales.Known.Select(l => l.Tag))}." : $"Did you mean '{nearest}'?");
        }
    }

    /// <summary>A boilerplate stands on many pages, so it links to other sites and to nothing of this one.</summary>
    private static string? LinkOutside(string target) =>
        target.StartsWith("release:", StringComparison.Ordinal) || target.StartsWith("page:", StringComparison.Ordinal) ? null : target;

    private List<IFormat> Formats(Newsroom newsroom, Problems problems)
    {
        var formats = new List<IFormat> { new MediaFormat() };
        if (Theme.Load(newsroom, problems) is not { } theme) return formats;
        for (var i = 0; i < newsroom.Formats.Length; i++)
        {
            IFormat? format = newsroom.Formats[i] switch
            {
                "html" => new HtmlFormat(newsroom.Url, theme, _locales, markdown => _parser.Parse(markdown).Html(LinkOutside)),
                "rss" => new RssFormat(newsroom.Url, _locales),
                "sitemap" => new SitemapFormat(newsroom.Url),
                _ => null,
            };
            if (format is not null) formats.Add(format);
            else
            {
                problems.Error("newsroom.unknown-format", newsroom.Places[FormattableString.Invariant($"formats.{i}")],
                    $"'{newsroom.Formats[i]}' is not a format.", "Write some of: html, rss, sitemap.");
            }
        }

        return formats;
    }
}
