namespace PressKit.Translation.Memory;

/// <summary>How like a text the sources of a segment seem, by how much of it they have and how long they are: an estimate of
/// Levenshtein's similarity in <see cref="Shortlist.Top"/> levels. Sources are asked for in ascending order.</summary>
internal ref struct Likeness
{
    private readonly IndexSegment _segment;
    private readonly long _number;
    private readonly ReadOnlySpan<int> _lengths;
    private readonly WantedLanguages _wanted;
    private readonly long _text;
    private readonly long _weight;
    // The length of the source that was asked for last.
    private int _length;

    /// <summary>Prepares to judge sources.</summary>
    /// <param name="segment">Their segment.</param>
    /// <param name="number">The number that it has among the segments of a search.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="wanted">Their languages.</param>
    /// <param name="text">How long the text is.</param>
    /// <param name="weight">How much there is of it.</param>
    public Likeness(IndexSegment segment, int number, int first, WantedLanguages wanted, int text, int weight)
    {
        _segment = segment;
        _number = (long)number << 32;
        _lengths = segment.Lengths;
        _wanted = wanted;
        _text = text;
        _weight = weight;
        // Where several lengths begin at one place, the last of them has the source.
        var (low, high) = (0, _lengths.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_lengths[middle] <= first) low = middle + 1;
            else high = middle;
        }

        _length = Math.Max(0, low - 1);
    }

    /// <summary>How much a source must have, and every one behind it, to reach a level.</summary>
    public int Least(int source, int level)
    {
        var divisor = Shortlist.Top * _text;
        return (int)Math.Clamp((level * _weight * Longer(source) + divisor - 1) / divisor, 1, int.MaxValue);
    }

    /// <summary>Gives a shortlist a source, where it is wanted and reaches its level.</summary>
    public void Offer(int source, int count, Shortlist into)
    {
        var level = (int)(count * Shortlist.Top * _text / (_weight * Longer(source)));
        if (level >= into.Least && _wanted.Has(_segment.Languages(source))) into.Add(_number | (uint)source, Math.Min(level, Shortlist.Top));
    }

    private long Longer(int source)
    {
        while (_length + 1 < _lengths.Length && _lengths[_length + 1] <= source) _length++;
        return Math.Max(_text, _length);
    }
}
