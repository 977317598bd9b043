namespace PressKit.Segmentation;

/// <summary>Pairs what says the same in both revisions: units under the same heading and with the same markup, then under the
/// same heading, then anywhere; last the sentences of units that have no pair.</summary>
internal sealed class EqualTexts(Revision was, Revision now)
{
    // Beyond it, repeated texts that were moved are paired in order.
    private const int MostPairs = 10_000;

    public void Pair()
    {
        var (earlier, present) = (Enumerable.Range(0, was.Units.Length).ToArray(), Enumerable.Range(0, now.Units.Length).ToArray());
        PairUnits(earlier, present, was.PlacedMarkup, now.PlacedMarkup);
        PairUnits(earlier, present, was.Placed, now.Placed);
        PairUnits(earlier, present, was.UnitWords, now.UnitWords);
        for (var p = 0; p < now.Units.Length; p++) Descend(p);
        earlier = [.. Enumerable.Range(0, was.Words.Length).Where(was.IsOpen)];
        present = [.. Enumerable.Range(0, now.Words.Length).Where(now.IsOpen)];
        PairSentences(earlier, present, was.Markup, now.Markup);
        PairSentences(earlier, present, was.Words, now.Words);
    }

    private void PairUnits(int[] earlier, int[] present, int[] earlierKeys, int[] presentKeys)
    {
        InOrder(earlier, present, earlierKeys, presentKeys, was.UnitPair, now.UnitPair);
        Moved(earlier, present, earlierKeys, presentKeys, was.UnitPair, now.UnitPair, e => was.Sections[e], p => now.Sections[p]);
    }

    private void PairSentences(int[] earlier, int[] present, int[] earlierKeys, int[] presentKeys)
    {
        InOrder(earlier, present, earlierKeys, presentKeys, was.Pair, now.Pair);
        Moved(earlier, present, earlierKeys, presentKeys, was.Pair, now.Pair, e => was.Sections[was.Owner[e]], p => now.Sections[now.Owner[p]]);
    }

    /// <summary>Pairs the sentences of a unit with those of its pair. Where they are cut in another way, the unit keeps its
    /// pair only if it cannot be another one's: its sentences cannot tell.</summary>
    private void Descend(int p)
    {
        if (now.UnitPair[p] is not (>= 0 and var e)) return;
        var ofP = now.Words.AsSpan(now.First[p]..now.First[p + 1]);
        var ofE = was.Words.AsSpan(was.First[e]..was.First[e + 1]);
        if (ofP.SequenceEqual(ofE))
        {
            for (var i = 0; i < ofP.Length; i++) (now.Pair[now.First[p] + i], was.Pair[was.First[e] + i]) = (was.First[e] + i, now.First[p] + i);
        }
        else if (was.UnitWords.Count(w => w == was.UnitWords[e]) > 1) (now.UnitPair[p], was.UnitPair[e]) = (-1, -1);
    }

    /// <summary>Pairs what stands in the same order, in each gap between what is paired in order already.</summary>
    private static void InOrder(int[] earlier, int[] present, int[] earlierKeys, int[] presentKeys, int[] earlierPair, int[] presentPair)
    {
        var at = new Dictionary<int, int>();
        for (var i = 0; i < earlier.Length; i++) at[earlier[i]] = i;
        var (doneE, doneP) = (0, 0);
        var paired = Enumerable.Range(0, present.Length).Where(p => presentPair[present[p]] >= 0).Select(p => (at[presentPair[present[p]]], p)).ToList();
        foreach (var (e, p) in SequenceMatch.LongestRising(paired).Append((earlier.Length, present.Length)))
        {
            Gap(earlier[doneE..e], present[doneP..p]);
            (doneE, doneP) = (e + 1, p + 1);
        }

        void Gap(int[] inE, int[] inP)
        {
            // What the other side does not have at all needs no place in any order.
            var (ofE, ofP) = (inE.Select(e => earlierKeys[e]).ToHashSet(), inP.Select(p => presentKeys[p]).ToHashSet());
            inE = Array.FindAll(inE, e => earlierPair[e] < 0 && ofP.Contains(earlierKeys[e]));
            inP = Array.FindAll(inP, p => presentPair[p] < 0 && ofE.Contains(presentKeys[p]));
            if (inE.Length == 0 || inP.Length == 0) return;
            SequenceMatch.InOrder(Array.ConvertAll(inE, e => earlierKeys[e]), Array.ConvertAll(inP, p => presentKeys[p]),
                (e, p) => (earlierPair[inE[e]], presentPair[inP[p]]) = (inP[p], inE[e]));
        }
    }

    /// <summary>Pairs what was moved: with the same neighbours first, then under the same heading, then the nearest.</summary>
    private static void Moved(int[] earlier, int[] present, int[] earlierKeys, int[] presentKeys,
        int[] earlierPair, int[] presentPair, Func<int, int> earlierSection, Func<int, int> presentSection)
    {
        var left = Array.FindAll(earlier, e => earlierPair[e] < 0).GroupBy(e => earlierKeys[e]).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var group in Array.FindAll(present, p => presentPair[p] < 0).GroupBy(p => presentKeys[p]))
        {
            if (!left.TryGetValue(group.Key, out var ofE)) continue;
            var ofP = group.ToArray();
            var pairs = (long)ofE.Length * ofP.Length > MostPairs
                ? ofE.Zip(ofP)
                : ofE.SelectMany(e => ofP.Select(p => (e, p)))
                    .OrderByDescending(x => Neighbours(x.e, x.p))
                    .ThenByDescending(x => earlierSection(x.e) == presentSection(x.p))
                    .ThenBy(x => Math.Abs(x.e - x.p)).ThenBy(x => x.p).ThenBy(x => x.e);
            foreach (var (e, p) in pairs)
            {
                if (earlierPair[e] < 0 && presentPair[p] < 0) (earlierPair[e], presentPair[p]) = (p, e);
            }
        }

        int Neighbours(int e, int p) => AreSame(e - 1, p - 1) + AreSame(e + 1, p + 1);

        int AreSame(int e, int p) =>
            e >= 0 && p >= 0 && e < earlierKeys.Length && p < presentKeys.Length && earlierKeys[e] == presentKeys[p] ? 1 : 0;
    }
}
