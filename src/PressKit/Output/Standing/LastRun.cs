using System.Collections.Immutable;
using PressKit.Editions;
using PressKit.Formats.Search;
using PressKit.Media;

namespace PressKit.Output.Standing;

/// <summary>Whether a site is what it would be if it were built again: nothing it is made of changed since the last run that left it
/// whole, no instant has come that matters, the other programs are the same, and every file of it is in its place. What that run
/// reported is reported again. It is only a shortcut: <c>.presskit/last</c> can be deleted or damaged at any time.</summary>
public sealed class LastRun
{
    private readonly string _folder;
    private readonly string _output;
    private readonly string _path;
    private readonly string _code;
    private readonly Inputs? _inputs;

    private LastRun(string folder, string output, string path, string code, Inputs? inputs) =>
        (_folder, _output, _path, _code, _inputs) = (folder, output, path, code, inputs);

    /// <summary>Looks at what a site is made of, before a run reads it.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="output">The folder of the site.</param>
    /// <param name="purpose">The command: each checks, and so reports, something else.</param>
    /// <param name="code">The identity of the code: what other code has left is built again.</param>
    internal static LastRun Find(string folder, string output, string purpose, string code)
    {
        var (root, site) = (Path.GetFullPath(folder), Path.GetFullPath(output));
        var path = Path.Combine(root, ".presskit", "last", $"{purpose}-{Hash.Of(site)}");
        return new LastRun(root, site, path, code, Inputs.Before(root, path));
    }

    /// <summary>What the run before did not have to do; null where something is different, and all has to be done.</summary>
    public WriteSummary? Same(DateTimeOffset now, Problems problems)
    {
        try
        {
            if (_inputs is null || LastRunFile.Read(_path, _code) is not { } last) return null;
            if (!last.Horizon.Holds(now) || !_inputs.Are(last.Inputs, _folder)) return null;
            if (!last.Tools.All(tool => VersionOf(tool.Key) == tool.Value)) return null;
            if (FilesInPlace(last.Left) is not { } files) return null;
            // What was young may have grown old: the next run need not read it.
            if (!last.Inputs.Young.IsEmpty) (last with { Inputs = _inputs }).Write(_path, _code);
            foreach (var problem in last.Problems) problems.Add(problem);
            return new WriteSummary(0, files, 0, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Remembers a run that wrote the whole site, with what it reported.</summary>
    public void Keep(Prepared prepared, Problems problems)
    {
        if (_inputs is null || problems.HasErrors) return;
        try
        {
            var tools = Tools(prepared.Newsroom).ToImmutableSortedDictionary(t => t, t => VersionOf(t) ?? "", StringComparer.Ordinal);
            var manifest = Hash.Of(new OutputFolder(_output, (_, _) => { }).ReadManifest());
            new LastRunFile(_inputs, tools, Horizon.Of(prepared), manifest, problems.All).Write(_path, _code);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run does it all.
        }
    }

    private static IEnumerable<string> Tools(Newsroom newsroom)
    {
        if (newsroom.Images == ImageTool.Vips) yield return "vips";
        if (newsroom.Search == SearchTool.Pagefind) yield return "pagefind";
    }

    private static string? VersionOf(string tool) => tool == "vips" ? Vips.Find()?.Version : Pagefind.Find()?.Version;

    /// <summary>How many files the site has, if its manifest is the one that is known, every file has the length that it says, and
    /// nothing is left over.</summary>
    private int? FilesInPlace(string known)
    {
        var folder = new OutputFolder(_output, (_, _) => { });
        if (folder.IsFolder(OutputFolder.PartialName) || folder.ReadManifest() is not { } bytes || Hash.Of(bytes) != known) return null;
        return Manifest.CountInPlace(bytes, _output);
    }
}
