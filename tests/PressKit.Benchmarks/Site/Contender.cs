using System.Diagnostics;
using PressKit.Testing;

namespace PressKit.Benchmarks.Site;

/// <summary>Who builds the site.</summary>
/// <param name="Name">Its name and version.</param>
/// <param name="Corpus">The folder of the corpus that it reads.</param>
/// <param name="Prepare">Writes that folder; nothing for another's.</param>
/// <param name="Build">Builds the site of one folder into another.</param>
internal sealed record Contender(string Name, string Corpus, Action<SiteCorpus, string> Prepare, Func<string, string, Run> Build)
{
    private static readonly string Peers = Repository.PathTo("artifacts", "peers");

    /// <summary>Those that are to be had on this machine; of the others it is said how to get them.</summary>
    public static IEnumerable<Contender> All()
    {
        var tool = Repository.PathTo("artifacts", "tool", "PressKit.Cli.dll");
        if (Run.FirstLine(Repository.PathTo("presskit"), "--version") is { } own)
        {
            yield return new Contender($"PressKit {own}, editions authored", "authored", (corpus, folder) => new NewsroomFolder(corpus, folder).Write(fromXliff: false), PressKit);
            yield return new Contender($"PressKit {own}, from XLIFF", "xliff", (corpus, folder) => new NewsroomFolder(corpus, folder).Write(fromXliff: true), PressKit);
        }

        var hugos = (Directory.Exists(Peers) ? Directory.GetFiles(Peers, "hugo*") : []).Append("hugo")
            .Select(path => (Path: path, Version: Run.FirstLine(path, "version"))).Where(h => h.Version is not null).DistinctBy(h => h.Version).ToList();
        if (hugos.Count == 0) Console.WriteLine("Hugo is missing: 'apt-get install hugo', or put newer ones into artifacts/peers under names that begin with 'hugo'.");
        foreach (var (path, version) in hugos)
            yield return new Contender($"Hugo {version!.Split(' ')[1].TrimStart('v')}", "hugo", (corpus, folder) => new PeerFolder(corpus, folder).WriteForHugo(), (from, to) => Hugo(path, from, to));

        var eleventy = Path.Combine(Peers, "node_modules", "@11ty", "eleventy", "cmd.cjs");
        if (Run.FirstLine("node", eleventy, "--version") is { } version3)
            yield return new Contender($"Eleventy {version3} on Node {Run.FirstLine("node", "--version")!.TrimStart('v')}", "eleventy", (corpus, folder) => new PeerFolder(corpus, folder).WriteForEleventy(), (from, to) => Eleventy(eleventy, from, to));
        else
            Console.WriteLine("Eleventy is missing: copy tests/PressKit.Benchmarks/Site/Peers/eleventy/package.json to artifacts/peers and run 'npm install --prefix artifacts/peers'.");

        Run PressKit(string from, string to)
        {
            // A clean build knows nothing of an earlier one.
            if (Directory.Exists(Path.Combine(from, ".presskit"))) Directory.Delete(Path.Combine(from, ".presskit"), recursive: true);
            return Run.Of(new ProcessStartInfo("dotnet", [tool, "build", "--newsroom", from, "--output", to, "--now", "2026-11-23T00:00:00Z"])
            {
                Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
            });
        }
    }

    private static Run Hugo(string path, string from, string to) =>
        Run.Of(new ProcessStartInfo(path, ["--source", from, "--destination", to, "--quiet"]));

    private static Run Eleventy(string path, string from, string to) =>
        Run.Of(new ProcessStartInfo("node", [path, "--quiet", "--output", Path.GetRelativePath(from, to)]) { WorkingDirectory = from });
}
