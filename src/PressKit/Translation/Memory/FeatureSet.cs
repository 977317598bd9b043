namespace PressKit.Translation.Memory;

/// <summary>The features of one text, each once.</summary>
internal sealed class FeatureSet
{
    private uint[] _features = new uint[256];
    private int _count;

    /// <summary>How many were added; after <see cref="Sorted"/>, how many there are.</summary>
    public int Count => _count;

    /// <summary>Adds one.</summary>
    public void Add(uint feature)
    {
        if (_count == _features.Length) Array.Resize(ref _features, _count * 2);
        _features[_count++] = feature;
    }

    /// <summary>Takes all out.</summary>
    public void Clear() => _count = 0;

    /// <summary>All, ascending.</summary>
    public ReadOnlySpan<uint> Sorted()
    {
        var all = _features.AsSpan(0, _count);
        all.Sort();
        var kept = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[kept - 1]) all[kept++] = all[i];
        }

        _count = kept;
        return all[..kept];
    }
}
