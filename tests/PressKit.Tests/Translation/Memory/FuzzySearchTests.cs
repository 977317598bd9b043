using FsCheck.Xunit;
using PressKit.Translation.Memory;

namespace PressKit.Tests.Translation.Memory;

public sealed class FuzzySearchTests
{
    private static readonly string[] Common = [.. Enumerable.Range(0, 300).Select(i => Rare(new Random(i)))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_most_like_a_text_is_found_among_thousands_made_of_few_words(int seed)
    {
        // More sources than one chunk has, of every length: maps and lists, all grains, both ends of a band.
        var random = new Random(seed);
        var writer = new IndexSegmentWriter();
        var texts = new List<int[]>();
        for (var i = 0; i < 66_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(8) == 0 ? Rare(random) : Common[random.Next(random.Next(1, Common.Length))]));
            texts.Add(Graphemes.Of(text));
            writer.Add(new IndexEntry(i + 1, ~255UL | 1, text, IsNew: true));
        }

        using var segment = writer.ToSegment(1, 0, 1);
        var search = new FuzzySearch();
        for (var i = 0; i < 10; i++)
        {
            var query = texts[random.Next(texts.Count)].ToArray();
            for (var edits = random.Next(3); edits > 0; edits--) query[random.Next(query.Length)] = 'a' + random.Next(26);
            var (best, distance) = (new BestHits(1, 0.7), new Distance(query));
            foreach (var (id, text) in texts.Index()) best.Offer(id, query, text, distance);
            search.Find([(segment, [])], query, 1, 1UL << 9, 0.7, 1).Select(h => (h.Similarity, h.Kind)).ShouldBe(best.ToImmutable().Select(h => (h.Similarity, h.Kind)));
        }
    }

    [Property(MaxTest = 100)]
    public void A_shortlist_keeps_the_highest_levels(int seed)
    {
        var random = new Random(seed);
        var offered = Enumerable.Range(0, random.Next(400)).Select(i => (Place: i, Level: random.Next(1, Shortlist.Top + 1))).ToList();
        var list = new Shortlist(50);
        for (var round = 0; round < 2; round++)
        {
            list.Clear();
            foreach (var (place, level) in offered.Where(o => o.Level >= list.Least)) list.Add(place, level);
            list.Best().ToArray().Select(p => (int)p).ShouldBe(offered.OrderByDescending(o => o.Level).ThenBy(o => o.Place).Take(50).Select(o => o.Place));
        }
    }

    private static string Rare(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 9)).Select(_ => (char)('a' + random.Next(26))));
}
