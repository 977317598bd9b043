using System.Collections.Immutable;
using System.Globalization;
using PressKit.Testing;

namespace PressKit.Benchmarks.Site;

/// <summary>Compares clean builds of whole sites: <c>site [RELEASES,…] [--languages 10] [--runs 5] [--only presskit,hugo] [--write]</c>.
/// All build the same corpus in turn, as often as asked, each time into a folder that was never there before.</summary>
internal static class SiteReport
{
    public static void Run(string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.WriteLine("Processor time and memory of other programs are read as Linux gives them; this is another system.");
            return;
        }

        var sizes = arguments.FirstOrDefault(a => char.IsAsciiDigit(a[0])) is { } given ? given.Split(',') : ["100", "1000"];
        var languages = SiteCorpus.AllLanguages[..int.Parse(Option(arguments, "--languages") ?? "10", CultureInfo.InvariantCulture)];
        var runs = int.Parse(Option(arguments, "--runs") ?? "5", CultureInfo.InvariantCulture);
        var only = Option(arguments, "--only")?.Split(',');
        var contenders = Contender.All().Where(c => only is null || Array.Exists(only, o => c.Name.StartsWith(o, StringComparison.OrdinalIgnoreCase) || c.Corpus == o)).ToImmutableArray();
        var results = sizes.Select(s => Measure(new SiteCorpus(int.Parse(s, CultureInfo.InvariantCulture), languages), int.Parse(s, CultureInfo.InvariantCulture), contenders, runs)).ToList();
        foreach (var size in results) Console.WriteLine(SiteTable.Of(size));
        if (arguments.Contains("--write", StringComparer.Ordinal)) SiteTable.Write(results, runs);
    }

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;

    private static SizeResults Measure(SiteCorpus corpus, int releases, ImmutableArray<Contender> contenders, int runs)
    {
        var home = Repository.PathTo("artifacts", "benchmarks", "site", string.Create(CultureInfo.InvariantCulture, $"{releases}x{corpus.Languages.Length}"));
        foreach (var contender in contenders) Prepare(contender, corpus, Path.Combine(home, contender.Corpus));
        var outputs = Directory.CreateDirectory(Path.Combine(home, "out")).CreateSubdirectory(Path.GetRandomFileName()).FullName;
        var measured = contenders.ToDictionary(c => c.Name, _ => new List<Run>(), StringComparer.Ordinal);
        var (floor, floors) = (default(Floor), new List<Run>());
        for (var run = 0; run < runs; run++)
        {
            foreach (var contender in contenders)
            {
                var output = Output(contender, run);
                measured[contender.Name].Add(contender.Build(Path.Combine(home, contender.Corpus), output));
                Say(contender.Name, measured[contender.Name][^1]);
                if (contender.Corpus == "authored") floor ??= new Floor(output);
            }

            if (floor is null) continue;
            floors.Add(floor.Write(Path.Combine(outputs, string.Create(CultureInfo.InvariantCulture, $"floor-{run}"))));
            Say("floor", floors[^1]);
        }

        var results = contenders.Select(c => Summed(c.Name, measured[c.Name], Output(c, 0))).ToList();
        if (floors.Count > 0) results.Add(Summed("floor: writes as much", floors, Path.Combine(outputs, "floor-0")));
        Directory.Delete(outputs, recursive: true);
        return new SizeResults(releases, corpus.Languages.Length, results);

        string Output(Contender contender, int run) =>
            Path.Combine(outputs, string.Create(CultureInfo.InvariantCulture, $"{contenders.IndexOf(contender)}-{run}"));
    }

    /// <summary>Writes a corpus, once: it is the same every time.</summary>
    private static void Prepare(Contender contender, SiteCorpus corpus, string folder)
    {
        var stamp = folder + ".done";
        if (File.Exists(stamp)) return;
        Console.WriteLine($"writing {folder}");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        contender.Prepare(corpus, folder);
        File.WriteAllText(stamp, "");
    }

    private static Result Summed(string name, List<Run> runs, string output)
    {
        var files = new DirectoryInfo(output).EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Length).ToList();
        return new Result(name, runs, files.Count, files.Sum());
    }

    private static void Say(string name, Run run) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}: {run.Wall:F2} s, processor {run.Processor:F2} s, {run.Peak:F0} MiB"));
}
