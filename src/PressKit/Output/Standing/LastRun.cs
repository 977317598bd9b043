using System.Collections.Immutable;
using PressKit.Editions;
using PressKit.Formats.Search;
using PressKit.Media;
using PressKit.Site;

namespace PressKit.Output.Standing;

/// <summary>Whether a site is what it would be if it were built again: nothing it is made of changed since the last run that left it
/// whole, no instant has come that matters, the other programs are the same, and every file of it is in its place. What that run
/// reported is reported again. It is only a shortcut: <c>.presskit/last</c> can be deleted or damaged at any time.</summary>
public sealed class LastRun
{
    // More texts than that are published as fast with all others.
    private const int Most = 64;

    private readonly string _folder;
    private readonly string _output;
    private readonly string _path;
    private readonly string _code;
    private readonly Inputs? _inputs;
    private readonly LastRunFile? _last;
    private readonly PublishedFiles? _published;

    private LastRun(string folder, string output, string path, string code, Inputs? inputs, (LastRunFile File, PublishedFiles? Published)? last) =>
        (_folder, _output, _path, _code, _inputs, _last, _published) = (folder, output, path, code, inputs, last?.File, last?.Published);

    /// <summary>What the site is made of, as it was before the run read it; null where that cannot be told.</summary>
    internal Inputs? Inputs => _inputs;

    /// <summary>Whether the site that the last run left is whole.</summary>
    internal bool IsWhole => _published is not null;

    /// <summary>Remembers a run that wrote the whole site, with what it reported.</summary>
    public void Keep(Prepared prepared, Problems problems) => Keep(prepared, problems, null);

    /// <summary>Looks at what a site is made of, before a run reads it.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="output">The folder of the site.</param>
    /// <param name="purpose">The command: each checks, and so reports, something else.</param>
    /// <param name="code">The identity of the code: what other code has left is built again.</param>
    /// <param name="coarsest">How coarse the clock of the file system may be.</param>
    internal static LastRun Find(string folder, string output, string purpose, string code, TimeSpan? coarsest = null)
    {
        var (root, site) = (Path.GetFullPath(folder), Path.GetFullPath(output));
        var path = Path.Combine(root, ".presskit", "last", $"{purpose}-{Hash.Of(site)}");
        // Two cores look at the site while they look at the newsroom.
        var last = Task.Run(() => Before(path, code, site));
        return new LastRun(root, site, path, code, Inputs.Before(root, path, coarsest), last.GetAwaiter().GetResult());
    }

    /// <summary>What the run before did not have to do; null where something is different, and all has to be done.</summary>
    public WriteSummary? Same(DateTimeOffset now, Problems problems)
    {
        try
        {
            if (_inputs is null || _last is not { } last || _published is not { } published) return null;
            if (!last.Horizon.Holds(now) || !_inputs.Are(last.Inputs, _folder)) return null;
            foreach (var (tool, version) in last.Tools)
            {
                if (VersionOf(tool) != version) return null;
            }

            // What was young may have grown old: the next run need not read it.
            if (!last.Inputs.Young.IsEmpty) (last with { Inputs = _inputs }).Write(_path, _code);
            foreach (var problem in last.Problems) problems.Add(problem);
            return new WriteSummary(0, published.Count, 0, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The releases that changed, where nothing else did since the run before; null where all has to be done.</summary>
    internal ChangedReleases? Changed(DateTimeOffset now)
    {
        try
        {
            if (_last is not { } last || _published is not { } published || !last.Horizon.Holds(now)) return null;
            if (_inputs?.SiteKey() is not { } house || SiteMemory.Read(SitePath, _code) is not { } site || site.House != house || site.Left != last.Left) return null;
            var (changed, count) = (ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal), 0);
            foreach (var (name, key) in _inputs.Releases())
            {
                if (!site.Releases.TryGetValue(name, out var known)) return null;
                if (key is null || known.Key != key) changed.Add(name);
                count++;
            }

            if (changed.Count is 0 or > Most || count != site.Releases.Count) return null;
            if (last.Tools.Any(tool => VersionOf(tool.Key) != tool.Value)) return null;
            return new ChangedReleases(last, site, changed.ToImmutable(), published);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Remembers that the texts of some releases were written, and that nothing else is other than it was.</summary>
    /// <param name="changed">What changed.</param>
    /// <param name="left">The hash that the manifest ends with.</param>
    internal void Keep(ChangedReleases changed, string left)
    {
        try
        {
            foreach (var folder in changed.Folders) changed.Memory.Releases[folder] = changed.Memory.Releases[folder] with { Key = _inputs!.KeyOf(folder) };
            (changed.Memory with { Left = left }).Write(SitePath, _code);
            (changed.Last with { Inputs = _inputs!, Left = left }).Write(_path, _code);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run does it all.
        }
    }

    /// <summary>Remembers a run that wrote the whole site, with what it reported.</summary>
    /// <param name="prepared">What the site is of.</param>
    /// <param name="problems">What was reported.</param>
    /// <param name="sketch">The site; null where nobody will ask for less than the whole.</param>
    internal void Keep(Prepared prepared, Problems problems, SiteSketch? sketch)
    {
        if (_inputs is null || problems.HasErrors) return;
        try
        {
            var tools = Tools(prepared.Newsroom).ToImmutableSortedDictionary(t => t, t => VersionOf(t) ?? "", StringComparer.Ordinal);
            if (Manifest.HashIn(new OutputFolder(_output, (_, _) => { }).ReadManifest()) is not { } manifest) return;
            if (sketch is not null && _inputs.SiteKey() is { } house)
            {
                var releases = _inputs.Releases().ToDictionary(r => r.Folder, r => new KnownRelease(r.Key, prepared.Faces.GetValueOrDefault(r.Folder)), StringComparer.Ordinal);
                new SiteMemory(manifest, house, releases, sketch).Write(SitePath, _code);
            }

            new LastRunFile(_inputs, tools, Horizon.Of(prepared), manifest, problems.All).Write(_path, _code);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run does it all.
        }
    }

    private string SitePath => _path + ".site";

    private static IEnumerable<string> Tools(Newsroom newsroom)
    {
        if (newsroom.Images == ImageTool.Vips) yield return "vips";
        if (newsroom.Search == SearchTool.Pagefind) yield return "pagefind";
    }

    private static string? VersionOf(string tool) => tool == "vips" ? Vips.Find()?.Version : Pagefind.Find()?.Version;

    /// <summary>What was remembered of the last run, and the site that it left, if that is whole; null where there is none.</summary>
    private static (LastRunFile File, PublishedFiles? Published)? Before(string path, string code, string site)
    {
        try
        {
            return LastRunFile.Read(path, code) is { } last ? (last, PublishedFiles.Find(site, last.Left)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
