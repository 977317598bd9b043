using System.Numerics;

namespace PressKit.Translation.Memory;

/// <summary>What a wording is found by: its words, pairs and triples of words, runs of characters where words do not help (short
/// texts, and scripts without spaces), and the whole of it, with and without its codes. Each is a hash of
/// 32 bits; two features with one hash cost time and nothing else, since every candidate is compared.</summary>
internal static class Features
{
    /// <summary>A text of fewer words is found by its triples of characters too.</summary>
    public const int FewWords = 8;

    // Runs of four characters of an unspaced script are as telling as two words; pairs help where there are few characters.
    private const int FewCharacters = 16;

    private const uint WordSeed = 0x9e3779b9, PairSeed = 0x85ebca6b, TripleSeed = 0x2545f491, RunSeed = 0xc2b2ae35;
    private const uint WholeSeed = 0x165667b1, PlainSeed = 0xd3a2646c;

    /// <summary>The feature that only an equal wording has.</summary>
    public static uint Whole(ReadOnlySpan<int> graphemes)
    {
        var hash = WholeSeed;
        foreach (var g in graphemes) hash = Mix(hash, g);
        return Finish(hash);
    }

    /// <summary>The feature that only a wording has which is equal but for its codes.</summary>
    public static uint Plain(ReadOnlySpan<int> graphemes)
    {
        var hash = PlainSeed;
        foreach (var g in graphemes)
        {
            if (!Graphemes.IsCode(g)) hash = Mix(hash, g);
        }

        return Finish(hash);
    }

    /// <summary>Adds the features of a wording, each once, in no order.</summary>
    /// <param name="graphemes">The wording.</param>
    /// <param name="slack">How many more words than <see cref="FewWords"/> a text may have and still give its triples: a query is
    /// looked for among texts that may be shorter.</param>
    /// <param name="into">Takes them.</param>
    public static void Add(ReadOnlySpan<int> graphemes, int slack, FeatureSet into)
    {
        into.Add(Whole(graphemes));
        into.Add(Plain(graphemes));
        var (words, unspaced, last, beforeLast) = (0, 0, 0u, 0u);
        for (var i = 0; i < graphemes.Length;)
        {
            if (!Graphemes.IsWord(graphemes[i]))
            {
                i++;
                continue;
            }

            var hash = WordSeed;
            for (; i < graphemes.Length && Graphemes.IsWord(graphemes[i]); i++)
            {
                hash = Mix(hash, Graphemes.Folded(graphemes[i]));
                if (Graphemes.IsUnspaced(graphemes[i])) unspaced++;
            }

            words++;
            hash = Finish(hash);
            into.Add(hash);
            if (words > 1) into.Add(Finish(Mix(Mix(PairSeed, (int)last), (int)hash)));
            if (words > 2 && Finish(Mix(Mix(Mix(TripleSeed, (int)beforeLast), (int)last), (int)hash)) is var triple && IsKept(triple)) into.Add(triple);
            (beforeLast, last) = (last, hash);
        }

        var isUnspaced = unspaced * 3 > graphemes.Length;
        if (words < FewWords + slack || isUnspaced) AddRuns(graphemes, 3, into);
        if (!isUnspaced) return;
        if (graphemes.Length < FewCharacters + slack * 2) AddRuns(graphemes, 2, into);
        AddRuns(graphemes, 4, into);
    }

    // Half of the rarest features find as well as all of them, and weigh half as much: the same half in every text.
    private static bool IsKept(uint feature) => (feature & 1) == 0;

    private static void AddRuns(ReadOnlySpan<int> graphemes, int length, FeatureSet into)
    {
        for (var i = 0; i + length <= graphemes.Length; i++)
        {
            var hash = RunSeed + (uint)length;
            for (var j = 0; j < length; j++) hash = Mix(hash, Graphemes.Folded(graphemes[i + j]));
            hash = Finish(hash);
            if (length < 4 || IsKept(hash)) into.Add(hash);
        }
    }

    private static uint Mix(uint hash, int value) => BitOperations.RotateLeft(hash ^ ((uint)value * 0xcc9e2d51), 13) * 5 + 0xe6546b64;

    private static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
