namespace PressKit.Translation.Memory;

/// <summary>The sources that seem most like a text, of all that are offered: each at a level, and no more than are wanted above
/// the lowest, whichever segment they stand in. Of two at one level the one that was offered first is kept.</summary>
/// <param name="wanted">How many sources are compared in the end.</param>
internal sealed class Shortlist(int wanted)
{
    /// <summary>The level of a source that has all there is.</summary>
    public const int Top = 255;

    private readonly int[] _counts = new int[Top + 1];
    private readonly List<(long Source, byte Level)> _entries = [];
    private readonly int[] _starts = new int[Top + 1];
    private long[] _sources = [];
    private int _kept;

    /// <summary>The level from which on a source is taken in: it rises as better ones come, and past <see cref="Top"/> in the end.</summary>
    public int Least { get; private set; } = 1;

    /// <summary>Takes all out.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        _entries.Clear();
        (_kept, Least) = (0, 1);
    }

    /// <summary>Takes a source in whose level is <see cref="Least"/> or more.</summary>
    public void Add(long source, int level)
    {
        _entries.Add((source, (byte)level));
        _counts[level]++;
        _kept++;
        // As many as are wanted stand from here on: only what is better can be among them.
        while (_kept >= wanted) _kept -= _counts[Least++];
    }

    /// <summary>The sources, those of the highest level first.</summary>
    public ReadOnlySpan<long> Best()
    {
        var count = 0;
        for (var level = Top; level >= 0; level--)
        {
            _starts[level] = count;
            count += _counts[level];
        }

        if (_sources.Length < count) _sources = new long[count * 2];
        foreach (var (source, level) in _entries) _sources[_starts[level]++] = source;
        return _sources.AsSpan(0, Math.Min(count, wanted));
    }
}
