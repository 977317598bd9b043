namespace PressKit.Segmentation;

/// <summary>Pairs what is left when equal texts are paired: sentences that were edited, cut or joined.</summary>
internal sealed class ChangedTexts(Revision was, Revision now)
{
    // From how much alike one text counts as another's earlier state: at its place, at about its place, and elsewhere. Unrelated
    // texts of a language are about half alike, so among many the likest proves little.
    private const double Alike = 0.5;
    private const double AlikeAmongMany = 0.65;
    private const double AlikeElsewhere = 0.75;
    private const int Many = 8;

    // Beyond it, only what stands at about the same place is compared.
    private const int MostPairs = 4_000;

    private readonly Dictionary<int, int[]> _changes = [];

    /// <summary>The earlier sentences of each present one that was changed.</summary>
    public Dictionary<int, int[]> Pair()
    {
        // What says the same as an earlier sentence that is accounted for was repeated, not changed.
        var known = was.Words.ToHashSet();
        foreach (var p in Enumerable.Range(0, now.Words.Length).Where(now.IsOpen)) now.Linked[p] = known.Contains(now.Words[p]);
        PairFields();
        PairSoft();
        PairLinked();
        PairAlike();
        PairOtherKinds();
        return _changes;
    }

    /// <summary>A field is what it was, however little of it is left.</summary>
    private void PairFields()
    {
        var earlier = Enumerable.Range(0, was.Units.Length).Where(e => was.Units[e].Role == UnitRole.Field)
            .ToDictionary(e => was.Units[e].Id, StringComparer.Ordinal);
        for (var p = 0; p < now.Units.Length; p++)
        {
            if (now.Units[p].Role == UnitRole.Field && earlier.TryGetValue(now.Units[p].Id, out var e)) PairSentences(e, p, same: true);
        }
    }

    /// <summary>Sentences of the same words: as many of them in the same gap, or the only one in both revisions. Short ones, such
    /// as the cells of a table, are not alike enough to be found otherwise.</summary>
    private void PairSoft()
    {
        var (gapsOfE, gapsOfP) = Gaps();
        var (earlier, present) = (Keys(was), Keys(now));
        Pair(e => (gapsOfE[was.Owner[e.At]], e.Kind, e.Words), p => (gapsOfP[now.Owner[p.At]], p.Kind, p.Words), most: int.MaxValue);
        Pair(e => (0, e.Kind, e.Words), p => (0, p.Kind, p.Words), most: 1);

        void Pair(Func<(int At, int Kind, ulong Words), (int, int, ulong)> ofE, Func<(int At, int Kind, ulong Words), (int, int, ulong)> ofP, int most)
        {
            var left = earlier.Where(e => was.IsOpen(e.At)).ToLookup(ofE, e => e.At);
            foreach (var group in present.Where(p => now.IsOpen(p.At)).GroupBy(ofP, p => p.At).ToList())
            {
                var (from, to) = (left[group.Key].ToArray(), group.ToArray());
                if (from.Length != to.Length || from.Length > most) continue;
                for (var i = 0; i < to.Length; i++) Link([from[i]], [to[i]]);
            }
        }

        static List<(int At, int Kind, ulong Words)> Keys(Revision revision) =>
            [.. Enumerable.Range(0, revision.Words.Length).Where(revision.IsOpen).Select(s => (s, revision.Kinds[revision.Owner[s]], Wording.SoftKey(revision.Sentence(s).Source)))];
    }

    /// <summary>Units that have sentences in common share the others, too.</summary>
    private void PairLinked()
    {
        for (var p = 0; p < now.Units.Length; p++)
        {
            if (now.UnitPair[p] >= 0) continue;
            var from = now.Pair[now.First[p]..now.First[p + 1]].Where(s => s >= 0).Select(s => was.Owner[s]).Distinct().ToList();
            foreach (var e in from) PairSentences(e, p, same: false);
        }
    }

    /// <summary>The rest of one unit is like the rest of another of its kind; the likest first.</summary>
    private void PairAlike()
    {
        var (earlier, present) = (Remainders(was), Remainders(now));
        if (earlier.Count == 0 || present.Count == 0) return;
        var (gapsOfE, gapsOfP) = Gaps();
        var crowded = gapsOfE.Concat(gapsOfP).CountBy(g => g).Where(g => g.Value > Many).Select(g => g.Key).ToHashSet();
        var reach = Math.Max(1, MostPairs / present.Count / 2);
        var everything = (long)earlier.Count * present.Count <= MostPairs;
        var found = new List<(double Alike, int E, int P)>();
        for (var j = 0; j < present.Count; j++)
        {
            var middle = (int)((long)j * earlier.Count / present.Count);
            var (low, high) = everything ? (0, earlier.Count) : (Math.Max(0, middle - reach), Math.Min(earlier.Count, middle + reach + 1));
            for (var i = low; i < high; i++)
            {
                var ((e, textOfE), (p, textOfP)) = (earlier[i], present[j]);
                var least = gapsOfE[e] != gapsOfP[p] ? AlikeElsewhere : crowded.Contains(gapsOfE[e]) ? AlikeAmongMany : Alike;
                if (was.Kinds[e] != now.Kinds[p] || textOfE.AtMost(textOfP) < least) continue;
                var alike = textOfE.To(textOfP, least);
                if (alike >= least) found.Add((gapsOfE[e] == gapsOfP[p] ? alike + 1 : alike, e, p));
            }
        }

        foreach (var (_, e, p) in found.OrderByDescending(f => f.Alike).ThenBy(f => Math.Abs(f.E - f.P)).ThenBy(f => f.P).ThenBy(f => f.E))
            PairSentences(e, p, same: false);
    }

    /// <summary>A paragraph may have become an item: what it was translated as is worth seeing.</summary>
    private void PairOtherKinds()
    {
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var e in Enumerable.Range(0, was.Words.Length).Where(was.IsOpen)) left.TryAdd(Wording.Of(was.Sentence(e).Source), e);
        if (left.Count == 0) return;
        foreach (var p in Enumerable.Range(0, now.Words.Length).Where(now.IsOpen))
        {
            if (left.Remove(Wording.Of(now.Sentence(p).Source), out var e)) Link([e], [p]);
        }
    }

    private void PairSentences(int e, int p, bool same)
    {
        var (earlier, present) = (was.OpenSentences(e).ToArray(), now.OpenSentences(p).ToArray());
        if (earlier.Length == 0 || present.Length == 0) return;
        var pairs = SentencePairs.Of(Array.ConvertAll(earlier, was.LikenessOf), Array.ConvertAll(present, now.LikenessOf), same);
        foreach (var (ofE, ofP) in pairs) Link(Array.ConvertAll(ofE, i => earlier[i]), Array.ConvertAll(ofP, i => present[i]));
    }

    private void Link(int[] earlier, int[] present)
    {
        foreach (var e in earlier) was.Linked[e] = true;
        foreach (var p in present)
        {
            now.Linked[p] = true;
            _changes[p] = earlier;
        }
    }

    private static List<(int Unit, Likeness Text)> Remainders(Revision revision)
    {
        var result = new List<(int, Likeness)>();
        for (var unit = 0; unit < revision.Units.Length; unit++)
        {
            var open = revision.OpenSentences(unit).Select(revision.LikenessOf).ToArray();
            if (open.Length == 1) result.Add((unit, open[0]));
            if (open.Length > 1) result.Add((unit, new Likeness(string.Join(' ', open.Select(s => s.Text)))));
        }

        return result;
    }

    /// <summary>For each unit of the two revisions, the number of the gap that it stands in, between units that say the same in
    /// the same order.</summary>
    private (int[] OfEarlier, int[] OfPresent) Gaps()
    {
        var (ofE, ofP) = (new int[was.Units.Length], new int[now.Units.Length]);
        var pairs = Enumerable.Range(0, ofP.Length).Where(p => now.UnitPair[p] >= 0).Select(p => (now.UnitPair[p], p)).ToList();
        var (gap, doneE, doneP) = (0, 0, 0);
        foreach (var (e, p) in SequenceMatch.LongestRising(pairs).Append((ofE.Length, ofP.Length)))
        {
            ofE.AsSpan(doneE..e).Fill(gap);
            ofP.AsSpan(doneP..p).Fill(gap);
            (gap, doneE, doneP) = (gap + 1, e, p);
        }

        return (ofE, ofP);
    }
}
