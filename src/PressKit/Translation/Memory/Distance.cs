using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>Levenshtein's distance from one text to many, by bit vectors of 64 rows (Myers 1999, Hyyrö 2003).</summary>
internal sealed class Distance
{
    private const int Direct = 0x250;

    private readonly int _length;
    private readonly int _blocks;
    private readonly ulong[] _rows;
    private readonly int[] _direct = new int[Direct];
    private readonly Dictionary<int, int> _others = [];
    private readonly ulong[] _up;
    private readonly ulong[] _down;

    /// <summary>Prepares a text to be compared.</summary>
    public Distance(ReadOnlySpan<int> text)
    {
        _length = text.Length;
        _blocks = Math.Max(1, (text.Length + 63) / 64);
        var rows = new List<ulong>(new ulong[_blocks]);
        for (var i = 0; i < text.Length; i++)
        {
            ref var row = ref Row(text[i]);
            if (row == 0)
            {
                row = rows.Count / _blocks;
                rows.AddRange(new ulong[_blocks]);
            }

            rows[row * _blocks + i / 64] |= 1UL << (i % 64);
        }

        _rows = [.. rows];
        (_up, _down) = (new ulong[_blocks], new ulong[_blocks]);
    }

    /// <summary>The distance to another text; any number above <paramref name="limit"/> where it is above that.</summary>
    public int To(ReadOnlySpan<int> other, int limit)
    {
        if (Math.Abs(other.Length - _length) > limit) return limit + 1;
        if (_length == 0) return other.Length;
        Array.Fill(_up, ulong.MaxValue);
        Array.Clear(_down);
        return _blocks == 1 ? OneBlock(other, limit) : Blocks(other, limit);
    }

    private int OneBlock(ReadOnlySpan<int> other, int limit)
    {
        var (up, down, distance, last) = (ulong.MaxValue, 0UL, _length, 1UL << (_length - 1));
        for (var i = 0; i < other.Length; i++)
        {
            var equal = _rows[RowOf(other[i])];
            var vertical = equal | down;
            var horizontal = (((equal & up) + up) ^ up) | equal;
            var plus = down | ~(horizontal | up);
            var minus = up & horizontal;
            if ((plus & last) != 0) distance++;
            if ((minus & last) != 0) distance--;
            if (distance - (other.Length - 1 - i) > limit) return limit + 1;
            plus = (plus << 1) | 1;
            minus <<= 1;
            up = minus | ~(vertical | plus);
            down = plus & vertical;
        }

        return distance;
    }

    private int Blocks(ReadOnlySpan<int> other, int limit)
    {
        var distance = _length;
        var last = 1UL << ((_length - 1) % 64);
        for (var i = 0; i < other.Length; i++)
        {
            var row = RowOf(other[i]) * _blocks;
            // What comes into the first block is the first row of the table: it grows by one a column.
            var (plusIn, minusIn) = (1UL, 0UL);
            for (var b = 0; b < _blocks; b++)
            {
                var (up, down, equal) = (_up[b], _down[b], _rows[row + b]);
                var vertical = equal | down;
                equal |= minusIn;
                var horizontal = (((equal & up) + up) ^ up) | equal;
                var plus = down | ~(horizontal | up);
                var minus = up & horizontal;
                if (b == _blocks - 1)
                {
                    if ((plus & last) != 0) distance++;
                    if ((minus & last) != 0) distance--;
                }

                var (plusOut, minusOut) = (plus >> 63, minus >> 63);
                plus = (plus << 1) | plusIn;
                minus = (minus << 1) | minusIn;
                _up[b] = minus | ~(vertical | plus);
                _down[b] = plus & vertical;
                (plusIn, minusIn) = (plusOut, minusOut);
            }

            if (distance - (other.Length - 1 - i) > limit) return limit + 1;
        }

        return distance;
    }

    private int RowOf(int grapheme) => (uint)grapheme < Direct ? _direct[grapheme] : _others.GetValueOrDefault(grapheme);

    private ref int Row(int grapheme)
    {
        if ((uint)grapheme < Direct) return ref _direct[grapheme];
        return ref CollectionsMarshal.GetValueRefOrAddDefault(_others, grapheme, out _);
    }
}
