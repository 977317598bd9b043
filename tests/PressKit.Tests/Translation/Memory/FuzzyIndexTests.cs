using FsCheck.Xunit;
using PressKit.Testing;
using PressKit.Translation.Memory;

namespace PressKit.Tests.Translation.Memory;

public sealed class FuzzyIndexTests
{
    private static readonly string[] Words =
        ["la", "giuria", "festival", "di", "Roma", "ha", "scelto", "il", "film", "migliore", "non", "映画", "祭は", "東京で", "開催した", "e\u0301tait", "👩‍👩‍👧", "12", "mostra", "apre"];

    [Property(MaxTest = 30)]
    public void The_index_answers_like_brute_force(int seed)
    {
        var random = new Random(seed);
        var texts = Enumerable.Range(0, 400).Select(_ => Sentence(random)).Distinct(StringComparer.Ordinal).ToList();
        using var segment = SegmentOf(texts.Index().Select(t => (t.Index + 1L, t.Item)), 0, 1);
        for (var i = 0; i < 20; i++)
        {
            var query = Graphemes.Of(Edited(texts[random.Next(texts.Count)], random));
            if (query.Length == 0) continue;
            var found = new FuzzySearch().Find([(segment, [])], query, 0, ulong.MaxValue, 0.7, 5).Select(h => (h.Similarity, h.Kind));
            found.ShouldBe(BruteForce(texts, query).Select(h => (h.Similarity, h.Kind)));
        }
    }

    [Fact]
    public void A_later_segment_says_an_earlier_ones_sources_anew_or_that_they_are_gone()
    {
        using var first = SegmentOf([(1, "la giuria di Roma"), (2, "il film di Roma"), (3, "la mostra di Roma")], 0, 1);
        var writer = new IndexSegmentWriter();
        writer.Add(new IndexEntry(1, 0, "la giuria di Roma", IsNew: false));
        writer.Add(new IndexEntry(2, 1 << 9 | 1, "il film di Roma", IsNew: false));
        using var second = writer.ToSegment(1, 1, 2);
        HashSet<long> replaced = [.. second.Replaced.ToArray()];
        Find("la giuria di Roma", ulong.MaxValue & ~255UL).ShouldNotContain(1);
        Find("il film di Roma", 1 << 9).ShouldBe([2]);
        Find("il film di Roma", 1 << 10).ShouldNotContain(2);

        IEnumerable<long> Find(string text, ulong wanted) =>
            new FuzzySearch().Find([(first, replaced), (second, [])], Graphemes.Of(text), 1, wanted, 0.9, 5).Select(h => h.Id);
    }

    [Fact]
    public void A_segment_of_another_store_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.idx");
        var writer = new IndexSegmentWriter();
        writer.Add(new IndexEntry(1, ulong.MaxValue, "a", IsNew: true));
        using (var stream = File.Create(path)) writer.Write(stream, 7, 0, 1, CancellationToken.None);
        Should.Throw<IndexDamagedException>(() => IndexSegment.Open(path, 8));
        using var segment = IndexSegment.Open(path, 7);
        segment.Count.ShouldBe(1);
    }

    [Fact]
    public void Segments_grow_together_in_the_background_and_answer_the_same()
    {
        using var some = new SomeMemory();
        using var store = new SqliteStore(Path.Combine(some.Cache, "memory.db"));
        using (var index = FuzzyIndex.Open(Path.Combine(some.Cache, "index"), store))
        {
            for (var part = 0; part < 6; part++)
            {
                store.Put("n", Document(part));
                index.Refresh(store.Change());
                index.Settle();
            }

            store.Remove("n", "content/releases/2026/r2/en.xlf");
            index.Refresh(store.Change());
            index.Settle();
            index.Segments.ShouldBeLessThanOrEqualTo(3);
            Check(index);
        }

        Directory.GetFiles(Path.Combine(some.Cache, "index")).Length.ShouldBeLessThanOrEqualTo(3);
        using var again = FuzzyIndex.Open(Path.Combine(some.Cache, "index"), store);
        Check(again);

        void Check(FuzzyIndex index)
        {
            for (var part = 0; part < 6; part++)
                index.Find(Graphemes.Of(Text(part, 1234)), 0, ulong.MaxValue, 0.99, 1).Length.ShouldBe(part == 2 ? 0 : 1);
        }
    }

    private static string Text(int part, int i) => $"Parte {part} con la frase {i} di {i * 7919 % 5003}.";

    private static MemoryDocument Document(int part) => new($"content/releases/2026/r{part}/en.xlf", "1", [.. Enumerable.Range(0, 4200).Select(i =>
        new MemoryEntry(SomeMemory.It, SomeMemory.En, InlineContent.Of(Text(part, i)), InlineContent.Of($"T {i}"), PressKit.Translation.SegmentState.Final))]);

    private static IndexSegment SegmentOf(IEnumerable<(long Id, string Text)> texts, long from, long to)
    {
        var writer = new IndexSegmentWriter();
        foreach (var (id, text) in texts) writer.Add(new IndexEntry(id, ~255UL | 1, text, IsNew: true));
        return writer.ToSegment(1, from, to);
    }

    private static System.Collections.Immutable.ImmutableArray<FuzzyHit> BruteForce(List<string> texts, int[] query)
    {
        var (best, distance) = (new BestHits(5, 0.7), new Distance(query));
        foreach (var (i, text) in texts.Index()) best.Offer(i + 1, query, Graphemes.Of(text), distance);
        return best.ToImmutable();
    }

    private static string Sentence(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(3, 16)).Select(_ => Words[random.Next(Words.Length)]));

    private static string Edited(string text, Random random)
    {
        for (var edits = random.Next(4); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(2) == 0 && at < text.Length && !char.IsSurrogate(text[at]) ? text.Remove(at, 1) : text.Insert(at, "x");
        }

        return text;
    }
}
