using System.Diagnostics;
using System.Globalization;
using PressKit.Testing;
using PressKit.Translation;
using PressKit.Translation.Memory;

namespace PressKit.Benchmarks.Translation.Memory;

/// <summary>Measures the whole memory, store included: <c>memory [SEGMENTS] [sqlite|postgresql]</c> fills a store of a generated
/// corpus, makes the index of it, and asks for the five best matches. For PostgreSQL it starts a server of its own.</summary>
internal static class StoreReport
{
    private const int FileSize = 10_000;
    private const int Queries = 2000;

    public static void Run(string[] arguments)
    {
        var count = int.Parse(arguments.ElementAtOrDefault(0) ?? "1000000", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("presskit-memory-").FullName;
        try
        {
            using var server = new PostgresServer();
            var isShared = arguments.ElementAtOrDefault(1) == "postgresql";
            if (isShared && server.Missing is { } missing)
            {
                Console.WriteLine(missing);
                return;
            }

            var place = new MemoryPlace(folder, isShared ? server.NewDatabase("benchmark") : null) { Languages = [.. NewsLanguage.All.Select(l => Language.Parse(l.Tag))] };
            var sample = Fill(place, count);
            Ask(place, sample);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Fills the store as files of 10,000 sentences would, and gives a sample of them.</summary>
    private static List<(string Language, string Text)> Fill(MemoryPlace place, int count)
    {
        var (sample, at, watch) = (new List<(string, string)>(), 0, Stopwatch.StartNew());
        using MemoryStore store = place.Connection is { } connection ? new PostgresStore(connection) : new SqliteStore(place.Database);
        using var fill = place.Connection is null ? null : new PostgresFill(place.Connection, place.Languages.Select(l => l.Tag));
        foreach (var (number, part) in new NewsCorpus(1).Sentences(count).Chunk(FileSize).Index())
        {
            var document = string.Create(CultureInfo.InvariantCulture, $"content/releases/2026/r{number}");
            var entries = part.Select((s, i) => new MemoryEntry(Language.Parse(s.Language), To(s.Language), InlineContent.Of(s.Text), InlineContent.Of($"{i} {s.Text}"), SegmentState.Final)
            {
                Document = document, Unit = string.Create(CultureInfo.InvariantCulture, $"u{i}"), Kind = "Paragraph",
                Previous = i > 0 ? part[i - 1].Text : "", Next = i + 1 < part.Length ? part[i + 1].Text : "",
                Provenance = new Provenance(Origin.Author, "Anna Rossi", null, DateTimeOffset.UnixEpoch),
            });
            if (fill is null) store.Put("benchmark", new MemoryDocument($"{document}/x.xlf", "1", [.. entries]));
            else fill.Add($"{document}/x.xlf", entries);
            foreach (var sentence in part)
            {
                if (at++ % Math.Max(1, count / 20_000) == 0) sample.Add(sentence);
            }

            if (number % 50 == 49) Say(string.Create(CultureInfo.InvariantCulture, $"{at:N0} stored"), watch);
        }

        fill?.Finish();
        Say("stored", watch);
        return sample;
    }

    private static void Ask(MemoryPlace place, List<(string Language, string Text)> sample)
    {
        var watch = Stopwatch.StartNew();
        var ranking = new Ranking([], Rejections.Read(place.Folder, new Problems()), new Dictionary<string, int>(StringComparer.Ordinal));
        var corpus = new NewsCorpus(2);
        var queries = Enumerable.Range(0, Queries).Select(_ => corpus.Query(sample)).Select(q => new MemoryQuery(Language.Parse(q.Language), To(q.Language), InlineContent.Of(q.Text))
            { Kind = "Paragraph", Document = "content/releases/2026/new", Previous = "", Next = "" }).ToArray();
        for (var run = 0; run < 2; run++)
        {
            watch.Restart();
            using var memory = TranslationMemory.Open(place, ranking, TimeProvider.System);
            memory.LookUp(queries[0]);
            Say(run == 0 ? "index made, first answer" : "opened, first answer", watch);
            foreach (var query in queries.Take(500)) memory.LookUp(query);
            var (times, worked, found) = (new double[Queries], new double[Queries], 0);
            for (var i = 0; i < Queries; i++)
            {
                var (begin, busy) = (Stopwatch.GetTimestamp(), ThreadTime.Now());
                if (memory.LookUp(queries[i]).Length > 0) found++;
                (times[i], worked[i]) = (Stopwatch.GetElapsedTime(begin).TotalMilliseconds, (ThreadTime.Now() - busy) / 1e6);
            }

            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Queries} look-ups, {found} with a match; {process.WorkingSet64 >> 20} MiB resident; index {Size(place.Index) >> 20} MiB"));
            foreach (var (what, series) in ((string, double[])[])[("wall time", times), ("thread's own time", worked)])
            {
                Array.Sort(series);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: p50 {At(series, 0.5):F3} ms, p95 {At(series, 0.95):F3}, p99 {At(series, 0.99):F3}, max {series[^1]:F3}"));
            }

            if (run == 1 && place.Connection is not null) Share(place, memory);
        }
    }

    /// <summary>How long it takes until what another newsroom stores is offered by a memory that is open.</summary>
    private static void Share(MemoryPlace place, TranslationMemory memory)
    {
        using var store = new PostgresStore(place.Connection!);
        var (waits, it, en) = (new double[20], Language.Parse("it"), Language.Parse("en"));
        for (var i = 0; i < waits.Length; i++)
        {
            var text = InlineContent.Of(string.Create(CultureInfo.InvariantCulture, $"Una frase che nessuno ha ancora scritto, la numero {i}."));
            memory.LookUp(new MemoryQuery(it, en, text));
            var begin = Stopwatch.GetTimestamp();
            store.Put("colleague", new MemoryDocument(string.Create(CultureInfo.InvariantCulture, $"content/releases/2026/new{i}/en.xlf"), "1",
                [new MemoryEntry(it, en, text, InlineContent.Of("A sentence."), SegmentState.Final)]));
            while (memory.LookUp(new MemoryQuery(it, en, text)) is not [{ Score: >= 100 }, ..]) Thread.Yield();
            waits[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        Array.Sort(waits);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"what a colleague stores is offered after: median {At(waits, 0.5):F0} ms, at most {waits[^1]:F0} ms"));
    }

    private static Language To(string language) => Language.Parse(language == "en" ? "it" : "en");

    private static long Size(string folder) => Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length);

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static void Say(string what, Stopwatch watch) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {watch.Elapsed.TotalSeconds:F2} s"));
}
