using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>A part of the fuzzy index that never changes: sources, and which of them have which feature. It is read where the
/// system maps it.</summary>
internal sealed class IndexSegment : IDisposable
{
    private readonly IndexBytes _bytes;
    private readonly IndexHeader _header;

    private IndexSegment(IndexBytes bytes, IndexHeader header, string? path) => (_bytes, _header, Path) = (bytes, header, path);

    /// <summary>The file; null where it is held in memory.</summary>
    public string? Path { get; }

    /// <summary>It holds the changes after this one.</summary>
    public long From => _header.From;

    /// <summary>It holds the changes up to this one.</summary>
    public long To => _header.To;

    /// <summary>How many sources it holds.</summary>
    public int Count => (int)_header.Count;

    /// <summary>How many bytes it has.</summary>
    public long Size => _bytes.Length;

    /// <summary>Sources of earlier segments that this one says anew.</summary>
    public ReadOnlySpan<long> Replaced => _bytes.Read<long>(_header.ReplacedAt, _header.Replaced);

    /// <summary>Opens a file of a store.</summary>
    /// <exception cref="IndexDamagedException">It is not what was written.</exception>
    public static IndexSegment Open(string path, long epoch)
    {
        IndexBytes bytes;
        try
        {
            bytes = IndexBytes.Map(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexDamagedException("It cannot be read.", e);
        }

        try
        {
            return Of(bytes, epoch, path);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>A segment in memory.</summary>
    public static IndexSegment Of(byte[] pinned, long epoch) => Of(IndexBytes.Of(pinned), epoch, null);

    /// <summary>The store's number of a source.</summary>
    public long Id(int index) => _bytes.Read<long>(_header.IdsAt + index * 8L, 1)[0];

    /// <summary>The languages of a source.</summary>
    public ulong Languages(int index) => _bytes.Read<ulong>(_header.LanguagesAt + index * 8L, 1)[0];

    /// <summary>The graphemes of a source.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="buffer">Grows where it is too small.</param>
    public ReadOnlySpan<int> Text(int index, ref int[] buffer)
    {
        var places = _bytes.Read<uint>(_header.PlacesAt + index * 4L, 2);
        var encoded = _bytes.Read<byte>(_header.TextsAt + places[0], (long)places[1] - places[0]);
        if (encoded.IsEmpty || encoded[0] is not (1 or 2 or 4)) throw new IndexDamagedException("A text has no width.");
        var width = encoded[0];
        var text = encoded[1..];
        var count = text.Length / width;
        if (buffer.Length < count) buffer = new int[Math.Max(count, buffer.Length * 2)];
        if (width == 1)
        {
            for (var i = 0; i < count; i++) buffer[i] = text[i];
        }
        else if (width == 2)
        {
            for (var i = 0; i < count; i++) buffer[i] = MemoryMarshal.Read<ushort>(text[(i * 2)..]);
        }
        else
        {
            for (var i = 0; i < count; i++) buffer[i] = MemoryMarshal.Read<int>(text[(i * 4)..]);
        }

        return buffer.AsSpan(0, count);
    }

    /// <summary>The sources with at least <paramref name="shortest"/> and at most <paramref name="longest"/> graphemes.</summary>
    public (int First, int End) Band(int shortest, int longest)
    {
        var lengths = _bytes.Read<int>(_header.LengthsAt, _header.Longest + 2);
        return (At(shortest, lengths), At(longest + 1, lengths));

        int At(int length, ReadOnlySpan<int> starts) => length >= starts.Length ? Count : starts[Math.Max(0, length)];
    }

    /// <summary>The sources that have a feature, ascending.</summary>
    public ReadOnlySpan<int> Having(uint feature)
    {
        var bounds = _bytes.Read<int>(_header.RadixAt + (feature >> 16) * 4L, 2);
        var features = _bytes.Read<uint>(_header.FeaturesAt + bounds[0] * 4L, bounds[1] - bounds[0]);
        var at = features.BinarySearch(feature);
        if (at < 0) return [];
        var starts = _bytes.Read<uint>(_header.StartsAt + (bounds[0] + at) * 4L, 2);
        return _bytes.Read<int>(_header.PostingsAt + starts[0] * 4L, (long)starts[1] - starts[0]);
    }

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    private static IndexSegment Of(IndexBytes bytes, long epoch, string? path)
    {
        if (bytes.Length < IndexBytes.BlockSize) throw new IndexDamagedException("It is too short.");
        var header = bytes.Read<IndexHeader>(0, 1)[0];
        if (header.Magic != IndexHeader.Format || header.SumOfHeader != header.Sum()) throw new IndexDamagedException("It has another format.");
        if (header.Epoch != epoch) throw new IndexDamagedException("It belongs to another store.");
        var sums = bytes.Read<ulong>(header.SumsAt, header.Sums);
        if (IndexBytes.Sum(MemoryMarshal.AsBytes(sums)) != header.SumOfSums) throw new IndexDamagedException("Its checksums are not those that were written.");
        // What stands in memory was written a moment ago.
        if (!bytes.IsInMemory) bytes.Verify(sums, header.SumsAt);
        return new IndexSegment(bytes, header, path);
    }
}
