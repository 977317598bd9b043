using System.Diagnostics;
using System.Globalization;
using PressKit.Translation.Memory;

namespace PressKit.Benchmarks.Translation.Memory;

/// <summary>Measures the fuzzy index: <c>index [SEGMENTS]</c> builds one of a generated corpus, opens it in a process of its own
/// and asks it 4,000 questions, a tenth of which are compared with brute force.</summary>
internal static class IndexReport
{
    private const int Queries = 4000;
    private const double Threshold = 0.7;

    public static void Run(string[] arguments)
    {
        if (arguments.ElementAtOrDefault(0) == "ask") Ask(arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture));
        else Build(int.Parse(arguments.ElementAtOrDefault(0) ?? "1000000", CultureInfo.InvariantCulture));
    }

    private static void Build(int count)
    {
        var folder = Directory.CreateTempSubdirectory("presskit-index-").FullName;
        try
        {
            var path = Path.Combine(folder, "index");
            var watch = Stopwatch.StartNew();
            var writer = new IndexSegmentWriter();
            foreach (var (i, sentence) in new NewsCorpus(1).Sentences(count).Index()) writer.Add(new IndexEntry(i + 1, ulong.MaxValue, sentence.Text, IsNew: true));
            Say("generated and added", watch);
            watch.Restart();
            using (var stream = File.Create(path)) writer.Write(stream, 1, 0, 1, CancellationToken.None);
            Say("built", watch);
            Console.WriteLine($"file: {new FileInfo(path).Length >> 20} MiB; peak while building: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
            var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(IndexReport).Assembly.Location] : Array.Empty<string>(),
                "index", "ask", path, count.ToString(CultureInfo.InvariantCulture)]);
            using var child = Process.Start(start)!;
            child.WaitForExit();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Ask(string path, int count)
    {
        var watch = Stopwatch.StartNew();
        using var segment = IndexSegment.Open(path, 1);
        Say("opened", watch);
        (IndexSegment, HashSet<long>)[] segments = [(segment, [])];
        var (queries, search) = (QueriesOf(count), new FuzzySearch());
        foreach (var query in queries.Take(1000)) search.Find(segments, query, 0, ulong.MaxValue, Threshold, 5);
        var times = new double[Queries];
        var found = 0;
        for (var i = 0; i < Queries; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            var hits = search.Find(segments, queries[i], 0, ulong.MaxValue, Threshold, 5);
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            if (hits.Length > 0) found++;
        }

        using (var process = Process.GetCurrentProcess())
            Console.WriteLine($"memory: {process.WorkingSet64 >> 20} MiB resident, mapped file included; {GC.GetTotalMemory(true) >> 20} MiB managed");
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Queries} queries, {found} with a match: p50 {At(times, 0.5):F3} ms, p95 {At(times, 0.95):F3}, p99 {At(times, 0.99):F3}, max {times[^1]:F3}"));
        Compare(segment, segments, queries, search);
    }

    private static void Compare(IndexSegment segment, (IndexSegment, HashSet<long>)[] segments, int[][] queries, FuzzySearch search)
    {
        var (best, any, five, expectedFive) = (0, 0, 0, 0);
        var buffer = new int[1024];
        for (var q = 0; q < Queries / 10; q++)
        {
            var (distance, all) = (new Distance(queries[q]), new BestHits(5, Threshold));
            for (var i = 0; i < segment.Count; i++) all.Offer(segment.Id(i), queries[q], segment.Text(i, ref buffer), distance);
            var expected = all.ToImmutable();
            if (expected.IsEmpty) continue;
            any++;
            var hits = search.Find(segments, queries[q], 0, ulong.MaxValue, Threshold, 5);
            if (hits.Length > 0 && Math.Abs(hits[0].Similarity - expected[0].Similarity) < 1e-9) best++;
            expectedFive += expected.Length;
            five += expected.Select(h => h.Similarity).Zip(hits.Select(h => h.Similarity)).Count(p => p.Second >= p.First - 1e-9);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"brute force: {any} of {Queries / 10} queries have a match; best score equal {100.0 * best / any:F2} %, top five {100.0 * five / expectedFive:F2} %"));
    }

    private static int[][] QueriesOf(int count)
    {
        // A sample is enough to ask about, and does not stand in memory beside the index.
        var (sample, at) = (new List<(string, string)>(), 0);
        foreach (var sentence in new NewsCorpus(1).Sentences(count))
        {
            if (at++ % Math.Max(1, count / 20_000) == 0) sample.Add(sentence);
        }

        var corpus = new NewsCorpus(2);
        return [.. Enumerable.Range(0, Queries).Select(_ => Graphemes.Of(corpus.Query(sample).Text))];
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static void Say(string what, Stopwatch watch) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {watch.Elapsed.TotalMilliseconds:F1} ms"));
}
