using System.Numerics;

namespace PressKit.Translation.Memory;

/// <summary>What a wording is found by: its words, or runs of its characters where words do not help (short texts, and scripts
/// without spaces). A feature is a hash of 32 bits whose lowest two say how much it weighs; two features with one hash cost time
/// and nothing else, since every candidate is compared.</summary>
internal static class Features
{
    /// <summary>How many kinds of weight there are: 1, 2, 4 and 8.</summary>
    public const int Weights = 4;

    /// <summary>How many grains there are: pairs of characters for the shortest texts, triples, and words.</summary>
    public const int Grains = 3;

    private const int Pairs = 16, Triples = 48;

    private const uint WordSeed = 0x9e3779b9, RunSeed = 0xc2b2ae35, PlainSeed = 0xd3a2646c, WholeSeed = 0x165667b1;

    /// <summary>The hash that only an equal wording has.</summary>
    public static uint Whole(ReadOnlySpan<int> graphemes)
    {
        var hash = WholeSeed;
        foreach (var g in graphemes) hash = Mix(hash, g);
        return Finish(hash);
    }

    /// <summary>The hash that only a wording has which is equal but for its codes.</summary>
    public static uint Plain(ReadOnlySpan<int> graphemes)
    {
        var hash = PlainSeed;
        foreach (var g in graphemes)
        {
            if (!Graphemes.IsCode(g)) hash = Mix(hash, g);
        }

        return Finish(hash);
    }

    /// <summary>The binary logarithm of what a feature weighs: 1 for each two characters or so that stand behind it.</summary>
    public static int Weight(uint feature) => (int)(feature & (Weights - 1));

    /// <summary>The grain of a text's features, by its length.</summary>
    public static int Grain(int length) => length < Pairs ? 0 : length < Triples ? 1 : 2;

    /// <summary>The length of the shortest texts of a grain.</summary>
    public static int Shortest(int grain) => grain switch { 0 => 0, 1 => Pairs, _ => Triples };

    /// <summary>The length of the longest texts of a grain.</summary>
    public static int Longest(int grain) => grain switch { 0 => Pairs - 1, 1 => Triples - 1, _ => int.MaxValue - 1 };

    /// <summary>Adds the features of a wording, each once, in no order.</summary>
    /// <param name="graphemes">The wording.</param>
    /// <param name="grain">The grain; a text is looked for among others by theirs.</param>
    /// <param name="into">Takes them.</param>
    public static void Add(ReadOnlySpan<int> graphemes, int grain, FeatureSet into)
    {
        for (var i = 0; i < graphemes.Length;)
        {
            if (Graphemes.IsUnspaced(graphemes[i])) AddRun(graphemes, i++, 2, into);
            else if (grain < 2) AddRun(graphemes, i++, grain + 2, into);
            else if (!Graphemes.IsWord(graphemes[i])) i++;
            else i = AddWord(graphemes, i, into);
        }
    }

    private static void AddRun(ReadOnlySpan<int> graphemes, int start, int length, FeatureSet into)
    {
        if (start + length > graphemes.Length) return;
        var hash = RunSeed + (uint)length;
        foreach (var g in graphemes.Slice(start, length)) hash = Mix(hash, Graphemes.Folded(g));
        into.Add(Weighted(hash, 0));
    }

    private static int AddWord(ReadOnlySpan<int> graphemes, int start, FeatureSet into)
    {
        var (hash, end) = (WordSeed, start);
        for (; end < graphemes.Length && Graphemes.IsWord(graphemes[end]) && !Graphemes.IsUnspaced(graphemes[end]); end++)
            hash = Mix(hash, Graphemes.Folded(graphemes[end]));
        into.Add(Weighted(hash, (end - start) switch { <= 2 => 0, <= 5 => 1, <= 11 => 2, _ => 3 }));
        return end;
    }

    private static uint Weighted(uint hash, int weight) => (Finish(hash) & ~(uint)(Weights - 1)) | (uint)weight;

    private static uint Mix(uint hash, int value) => BitOperations.RotateLeft(hash ^ ((uint)value * 0xcc9e2d51), 13) * 5 + 0xe6546b64;

    private static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
