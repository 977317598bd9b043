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
            var watch = Stopwatch.StartNew();
            var (size, built, part) = (0L, 0.0, 0);
            foreach (var chunk in new NewsCorpus(1).Sentences(count).Index().Chunk(FuzzyIndex.Largest))
            {
                var writer = new IndexSegmentWriter();
                foreach (var (i, sentence) in chunk) writer.Add(new IndexEntry(i + 1, ulong.MaxValue, sentence.Text, IsNew: true));
                var begin = ThreadTime.Now();
                var path = Path.Combine(folder, FormattableString.Invariant($"{part++:D4}"));
                using (var stream = File.Create(path)) writer.Write(stream, 1, 0, 1, CancellationToken.None);
                built += (ThreadTime.Now() - begin) / 1e9;
                size += new FileInfo(path).Length;
            }

            Say("generated and built", watch);
            using (var self = Process.GetCurrentProcess())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"building alone: {built:F1} s of one thread; files: {size >> 20} MiB; peak of it all: {self.PeakWorkingSet64 >> 20} MiB"));
            }

            var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(IndexReport).Assembly.Location] : Array.Empty<string>(),
                "index", "ask", folder, count.ToString(CultureInfo.InvariantCulture)]);
            using var child = Process.Start(start)!;
            child.WaitForExit();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Ask(string folder, int count)
    {
        var watch = Stopwatch.StartNew();
        var opened = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(f => IndexSegment.Open(f, 1)).ToArray();
        Say("opened", watch);
        var segments = opened.Select(s => (s, new HashSet<long>())).ToArray();
        var (queries, search) = (QueriesOf(count), new FuzzySearch());
        foreach (var query in queries.Take(1000)) search.Find(segments, query, 0, ulong.MaxValue, Threshold, 5);
        var (times, worked) = (new double[Queries], new double[Queries]);
        var found = 0;
        for (var i = 0; i < Queries; i++)
        {
            var (begin, busy) = (Stopwatch.GetTimestamp(), ThreadTime.Now());
            var hits = search.Find(segments, queries[i], 0, ulong.MaxValue, Threshold, 5);
            (times[i], worked[i]) = (Stopwatch.GetElapsedTime(begin).TotalMilliseconds, (ThreadTime.Now() - busy) / 1e6);
            if (hits.Length > 0) found++;
        }

        using (var process = Process.GetCurrentProcess())
            Console.WriteLine($"memory: {process.WorkingSet64 >> 20} MiB resident, mapped file included; {GC.GetTotalMemory(true) >> 20} MiB managed");
        Console.WriteLine($"{Queries} queries, {found} with a match");
        foreach (var (what, series) in ((string, double[])[])[("wall time", times), ("thread's own time", worked)])
        {
            Array.Sort(series);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what}: p50 {At(series, 0.5):F3} ms, p95 {At(series, 0.95):F3}, p99 {At(series, 0.99):F3}, max {series[^1]:F3}"));
        }

        Compare(segments, queries, search, (int)Math.Clamp(400 * 1e6 / count, 40, 400));
        foreach (var segment in opened) segment.Dispose();
    }

    private static void Compare((IndexSegment Segment, HashSet<long> Replaced)[] segments, int[][] queries, FuzzySearch search, int asked)
    {
        var (best, any, five, expectedFive) = (0, 0, 0, 0);
        var buffer = new int[1024];
        for (var q = 0; q < Math.Min(asked, Queries); q++)
        {
            var (distance, all) = (new Distance(queries[q]), new BestHits(5, Threshold));
            foreach (var (segment, _) in segments)
            {
                for (var i = 0; i < segment.Count; i++) all.Offer(segment.Id(i), queries[q], segment.Text(i, ref buffer), distance);
            }

            var expected = all.ToImmutable();
            if (expected.IsEmpty) continue;
            any++;
            var hits = search.Find(segments, queries[q], 0, ulong.MaxValue, Threshold, 5);
            if (hits.Length > 0 && Math.Abs(hits[0].Similarity - expected[0].Similarity) < 1e-9) best++;
            expectedFive += expected.Length;
            five += expected.Select(h => h.Similarity).Zip(hits.Select(h => h.Similarity)).Count(p => p.Second >= p.First - 1e-9);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"brute force: {any} of {Math.Min(asked, Queries)} queries have a match; best score equal {100.0 * best / any:F2} %, top five {100.0 * five / expectedFive:F2} %"));
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
