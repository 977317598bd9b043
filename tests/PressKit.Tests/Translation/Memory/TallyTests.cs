using FsCheck.Xunit;
using PressKit.Translation.Memory;

namespace PressKit.Tests.Translation.Memory;

public sealed unsafe class TallyTests
{
    [Property(MaxTest = 20)]
    public void What_is_counted_upright_is_what_is_counted_one_by_one(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(1000, 3000);
        using var segment = Sources(count);
        var (from, end) = (random.Next(count / 2), random.Next(count / 2, count + 1));
        var tally = new Tally();
        for (var round = 0; round < 2; round++)
        {
            var (counted, left) = (new int[count], Tally.Most);
            while (random.Next(40) > 0 && left > 8)
            {
                var weight = random.Next(Features.Weights);
                left -= 1 << weight;
                var places = Enumerable.Range(0, count).Where(_ => random.Next(round + 2) == 0).Select(p => (ushort)p).ToArray();
                foreach (var place in places) counted[place] += 1 << weight;
                if (random.Next(2) == 0) tally.Add(places.Where(p => p >= from && p < end).ToArray(), weight);
                else tally.Add(Map(places), weight);
            }

            var list = new Shortlist(count + 1);
            var likeness = new Likeness(segment, 0, from, new WantedLanguages(1, ulong.MaxValue), 100, Tally.Most);
            tally.MoveTo(ref likeness, 0, from, end, list);
            // All sources are as long as the text, so the level is the count.
            list.Best().ToArray().Select(p => (int)p).ShouldBe(Enumerable.Range(from, end - from).Where(p => counted[p] > 0).OrderByDescending(p => counted[p]).ThenBy(p => p));
        }
    }

    // Kept alive for as long as the test.
    private List<ulong[]> Maps { get; } = [];

    private ulong* Map(ushort[] places)
    {
        var map = GC.AllocateArray<ulong>(IndexChunk.MapSize, pinned: true);
        foreach (var place in places) map[place / 64] |= 1UL << (place % 64);
        Maps.Add(map);
        fixed (ulong* start = map) return start;
    }

    private static IndexSegment Sources(int count)
    {
        var writer = new IndexSegmentWriter();
        for (var i = 0; i < count; i++) writer.Add(new IndexEntry(i + 1, ~255UL | 1, new string('a', 100), IsNew: true));
        return writer.ToSegment(1, 0, 1);
    }
}
