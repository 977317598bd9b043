using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Review.Host;

namespace PressKit.Benchmarks.Review;

/// <summary>Measures the desk. <c>review load [REVIEWERS] [EDITIONS] [SECONDS] [SENTENCES]</c>: reviewers who each save every five seconds,
/// and every file looked through afterwards; <c>review open [SENTENCES]</c>: the page of an edition that was not looked at before, with
/// the matches of the sentence at hand, from the request to its last byte; and the matches of all its sentences.</summary>
internal static class DeskReport
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string[] arguments)
    {
        var numbers = arguments.Skip(1).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        if (arguments.FirstOrDefault() == "open") await OpenAsync(numbers.ElementAtOrDefault(0) is > 0 and var sentences ? sentences : 200);
        else await LoadAsync(Or(0, 200), Or(1, 100), Or(2, 60), Or(3, 200));

        int Or(int at, int otherwise) => numbers.ElementAtOrDefault(at) is > 0 and var number ? number : otherwise;
    }

    private static async Task LoadAsync(int reviewers, int editions, int seconds, int sentences)
    {
        using var newsroom = new BusyNewsroom((editions + 1) / 2, sentences);
        var names = Enumerable.Range(0, editions).Select(i => BusyNewsroom.Edition(i / 2, i % 2 == 0 ? "en" : "ja")).ToList();
        var confirmed = new ConcurrentDictionary<(EditionName Edition, SentenceName Sentence), string>();
        var (took, saves, refused) = (new ConcurrentBag<double>(), new ConcurrentBag<string>(), 0);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        await using (var desk = ReviewDesk.Open(new DeskSetup(newsroom.Folder, TimeProvider.System), new Problems())!)
        {
            var views = names.ToDictionary(n => n, n => desk.View(n, matches: false)!.Units.SelectMany(u => u.Sentences).ToList());
            Console.WriteLine(Invariant($"{editions} editions of {views[names[0]].Count} sentences are open."));
            processor = Process.GetCurrentProcess().TotalProcessorTime;
            var end = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
            await Task.WhenAll(Enumerable.Range(0, reviewers).Select(async reviewer =>
            {
                var random = new Random(reviewer);
                var by = new Reviewer(Invariant($"Reviewer {reviewer}"), ReviewRole.Editor);
                var (edition, own) = (names[reviewer % names.Count], reviewer / names.Count);
                // Neighbours in one edition share its paragraphs, and never a sentence.
                var mine = views[edition].Where((_, i) => i % ((reviewers + names.Count - 1) / names.Count) == own).Select(s => (s.Name, s.Codes)).ToList();
                var versions = views[edition].ToDictionary(s => s.Name, s => s.Version);
                await Task.Delay(Every * random.NextDouble());
                for (var number = 0; Stopwatch.GetTimestamp() < end; number++)
                {
                    var began = Stopwatch.GetTimestamp();
                    var (name, codes) = mine[random.Next(mine.Count)];
                    var text = Invariant($"{edition} {name.Unit} {name.Segment} {reviewer} {number} ") + string.Concat(codes.Select(c => c.Spans ? $"<{c.Id}>x</{c.Id}>" : $"<{c.Id}/>"));
                    var outcome = await desk.SaveAsync(edition, by, name, versions[name], text);
                    took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    if (outcome.IsDone)
                    {
                        (versions[name], confirmed[(edition, name)]) = (outcome.VersionOf(name)!, text);
                        saves.Add(outcome.Events[0].Id!);
                    }
                    else Interlocked.Increment(ref refused);

                    var rest = Every - Stopwatch.GetElapsedTime(began);
                    if (rest > TimeSpan.Zero) await Task.Delay(rest);
                }
            }));
            processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
            var closing = Stopwatch.GetTimestamp();
            await desk.StoreAsync();
            Console.WriteLine(Invariant($"Files followed within {Stopwatch.GetElapsedTime(closing).TotalMilliseconds:0} ms of the end."));
        }

        Console.WriteLine(Invariant($"{reviewers} reviewers, {seconds} s: {took.Count} saves, {refused} refused, {processor.TotalSeconds / seconds:P0} of a core."));
        Say("save", took);
        Compare(newsroom.Folder, names, confirmed, saves);
    }

    /// <summary>Looks through every file: each sentence has what was confirmed for it last, and each history every save.</summary>
    private static void Compare(string folder, List<EditionName> names, ConcurrentDictionary<(EditionName Edition, SentenceName Sentence), string> confirmed, IEnumerable<string> saves)
    {
        var room = new ReleaseRoom(Content.NewsroomReader.ReadSettings(folder, new Problems())!, new Languages.Locales());
        var (wrong, there) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var name in names)
        {
            var state = room.State(room.Read(name.Release, new Problems())!, name.Language);
            foreach (var happened in state.History) there.Add(happened.Id!);
            foreach (var (unit, number, segment) in state.Units.SelectMany(u => u.Segments.Select((s, i) => (u.Id, i + 1, s))))
            {
                var wanted = confirmed.GetValueOrDefault((name, new SentenceName(unit, number)));
                if (segment.Target?.ToString() != wanted || !segment.Conflicts.IsEmpty) wrong++;
            }
        }

        Console.WriteLine(Invariant($"Looked through {names.Count} files: {wrong} sentences are wrong, {saves.Count(s => !there.Contains(s))} of {saves.Count()} saves are missing in the histories."));
    }

    private static async Task OpenAsync(int sentences)
    {
        using var newsroom = new BusyNewsroom(40, sentences);
        await using (var desk = ReviewDesk.Open(new DeskSetup(newsroom.Folder, TimeProvider.System), new Problems())!)
        {
            // Others of the newsroom's releases are translated and reviewed: the memory knows them.
            var by = new Reviewer("Anna Rossi", ReviewRole.Editor);
            for (var release = 0; release < 40; release++)
            {
                var name = BusyNewsroom.Edition(release, "en");
                var all = desk.View(name, matches: false)!.Units.SelectMany(u => u.Sentences).ToList();
                var outcomes = await Task.WhenAll(all.Select(s => desk.SaveAsync(name, by, s.Name, s.Version, "At " + s.Source)));
                if (release > 0) await desk.ReviewAsync(name, by, all.Select(s => (s.Name, desk.Sentence(name, s.Name)!.Version)).ToList());
                if (outcomes.Any(o => !o.IsDone)) throw new InvalidOperationException("A save was refused.");
            }
        }

        using var memory = newsroom.Memory();
        var (first, again, alone, matches) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < 22; round++)
        {
            await using var desk = ReviewDesk.Open(new DeskSetup(newsroom.Folder, TimeProvider.System) { Memory = memory }, new Problems())!;
            await using var server = await ReviewServer.StartAsync(new ServerSetup(desk, newsroom.Folder, TimeProvider.System) { Port = 0 });
            using var browser = new HttpClient();
            (await browser.GetAsync(new Uri(server.Link!))).EnsureSuccessStatusCode();
            var (name, other) = (BusyNewsroom.Edition(0, "en"), BusyNewsroom.Edition(round + 1, "en"));
            await PageAsync(other, []);
            await PageAsync(name, first);
            await PageAsync(name, again);
            Took(() => desk.Sentence(name, desk.View(name, matches: false)!.Units[3].Sentences[0].Name)!, alone);
            var view = Took(() => desk.View(name)!, matches);
            if (round == 0) Console.WriteLine(Invariant($"{view.Units.Sum(u => u.Sentences.Length)} sentences, {view.Units.SelectMany(u => u.Sentences).Sum(s => s.Matches.Length)} matches, {view.Units.SelectMany(u => u.Sentences).Sum(s => s.Findings.Length)} findings"));

            async Task PageAsync(EditionName edition, List<double> into)
            {
                var began = Stopwatch.GetTimestamp();
                var page = await browser.GetStringAsync(new Uri($"{server.Url}/edit/{edition.Language}/{edition.Release}"));
                into.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (!page.Contains("class=\"matches\"", StringComparison.Ordinal) && edition == name) throw new InvalidOperationException("The page has no matches.");
            }
        }

        Say("the page, the first time", first.Skip(2));
        Say("the page again", again.Skip(2));
        Say("help for one sentence", alone.Skip(2));
        Say("the matches of all sentences", matches.Skip(2));
    }

    private static T Took<T>(Func<T> action, List<double> into)
    {
        var began = Stopwatch.GetTimestamp();
        var result = action();
        into.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return result;
    }

    private static void Say(string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        Console.WriteLine(Invariant($"{what}: p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms, max {sorted[^1]:0.0} ms of {sorted.Length}"));

        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
