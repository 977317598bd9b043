namespace PressKit.Tests.Translation;

/// <summary>Who a sentence is after edits that leave it open to any reader.</summary>
internal static class Settling
{
    /// <summary>Settles who is who after some edits. A sentence that says what only one earlier sentence said is that one's
    /// repetition; where several did, it may be given no translation. What stands between the same sentences as what said the
    /// same is the same, for no reader could tell that two traded places.</summary>
    /// <param name="blocks">The document.</param>
    /// <param name="before">The document before the edits.</param>
    /// <param name="parked">What is parked.</param>
    public static void Settle(List<HistoryBlock> blocks, IReadOnlyList<(string Key, int Who)> before, IEnumerable<(string Key, int Who)> parked)
    {
        var earlier = before.Concat(parked).ToLookup(s => s.Key, s => s.Who, StringComparer.Ordinal);
        var known = earlier.SelectMany(e => e).ToHashSet();
        var places = blocks.SelectMany(b => b.Sentences.Select((s, i) => (Block: b, At: i, Key: HistoryBlock.Key(b.Role, s.Text)))).ToList();
        foreach (var (block, at, key) in places)
        {
            if (!known.Contains(block.Sentences[at].Who) && earlier[key].Distinct().ToList() is [var one]) Is(block, at, one);
        }

        SettleSoft(before, parked, places);

        var stood = Runs(before).ToLookup(r => (r.Key, r.Prior, r.Next, r.Count), r => r.First);
        foreach (var run in Runs([.. places.Select(p => (p.Key, p.Block.Sentences[p.At].Who))]).ToList())
        {
            if (stood[(run.Key, run.Prior, run.Next, run.Count)].ToList() is not [var first]) continue;
            for (var i = 0; i < run.Count; i++) Is(places[run.First + i].Block, places[run.First + i].At, before[first + i].Who);
        }

        static void Is(HistoryBlock block, int at, int who) => block.Sentences[at] = block.Sentences[at] with { Who = who };
    }

    /// <summary>A new sentence that differs in nothing but figures, marks and markup from the only one of its words, or from what
    /// stood in its very place, is that one, changed: no reader could tell.</summary>
    private static void SettleSoft(IReadOnlyList<(string Key, int Who)> before, IEnumerable<(string Key, int Who)> parked, List<(HistoryBlock Block, int At, string Key)> places)
    {
        var was = before.Select(b => (Soft: SoftKey(b.Key), b.Who)).ToList();
        var known = was.Select(w => w.Who).ToHashSet();
        var now = places.ConvertAll(p => SoftKey(p.Key));
        var (countWas, countNow) = (was.Select(w => w.Soft).Concat(parked.Select(p => SoftKey(p.Key))).CountBy(k => k).ToDictionary(), now.CountBy(k => k).ToDictionary());
        for (var p = 0; p < places.Count; p++)
        {
            if (!known.Contains(Who(p)) && countNow[now[p]] == 1 && countWas.GetValueOrDefault(now[p]) == 1 && was.FindIndex(w => w.Soft == now[p]) is >= 0 and var only)
                Is(p, was[only].Who);
        }

        for (var p = -1; p < places.Count; p++)
        {
            var e = p < 0 ? -1 : was.FindIndex(w => w.Who == Who(p));
            if (p >= 0 && e < 0) continue;
            var end = 1;
            while (p + end < places.Count && e + end < was.Count && !known.Contains(Who(p + end)) && now[p + end] == was[e + end].Soft) end++;
            var isClosed = p + end == places.Count ? e + end == was.Count : e + end < was.Count && Who(p + end) == was[e + end].Who;
            if (isClosed) for (var i = 1; i < end; i++) Is(p + i, was[e + i].Who);
        }

        int Who(int p) => places[p].Block.Sentences[places[p].At].Who;

        void Is(int p, int who) => places[p].Block.Sentences[places[p].At] = places[p].Block.Sentences[places[p].At] with { Who = who };
    }

    private static string SoftKey(string key)
    {
        var at = key.IndexOf('\n', StringComparison.Ordinal);
        return key[..at] + PressKit.Segmentation.Wording.SoftKey(InlineContent.Of(key[at..]));
    }

    /// <summary>The runs of sentences that say the same, with who stands before and behind them.</summary>
    private static IEnumerable<(string Key, int Prior, int Next, int First, int Count)> Runs(IReadOnlyList<(string Key, int Who)> sentences)
    {
        for (int first = 0, end; first < sentences.Count; first = end)
        {
            end = first + 1;
            while (end < sentences.Count && sentences[end].Key == sentences[first].Key) end++;
            yield return (sentences[first].Key, first == 0 ? 0 : sentences[first - 1].Who, end == sentences.Count ? 0 : sentences[end].Who, first, end - first);
        }
    }
}
