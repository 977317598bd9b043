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
        var lengths = Lengths;
        return (At(shortest, lengths), At(longest + 1, lengths));

        int At(int length, ReadOnlySpan<int> starts) => length >= starts.Length ? Count : starts[Math.Max(0, length)];
    }

    /// <summary>At n, the first source with n graphemes or more.</summary>
    public ReadOnlySpan<int> Lengths => _bytes.Read<int>(_header.LengthsAt, _header.Longest + 2);

    /// <summary>The sources whose text has a hash, with its codes or without, as the lower halves of these numbers.</summary>
    public ReadOnlySpan<ulong> Alike(uint hash)
    {
        var (first, end) = (Above((ulong)hash << 32), hash == uint.MaxValue ? _header.Count * 2 : Above((hash + 1UL) << 32));
        return _bytes.Read<ulong>(_header.AlikeAt + first * 8, end - first);
    }

    /// <summary>The chunks of a feature, as numbers from the first on to the end; none where nothing has it.</summary>
    public (uint From, uint To) Having(uint feature)
    {
        var bounds = _bytes.Read<int>(_header.RadixAt + (feature >> 16) * 4L, 2);
        var features = _bytes.Read<uint>(_header.FeaturesAt + bounds[0] * 4L, bounds[1] - bounds[0]);
        var at = features.BinarySearch(feature);
        if (at < 0) return default;
        var starts = _bytes.Read<uint>(_header.StartsAt + (bounds[0] + at) * 4L, 2);
        return (starts[0], starts[1]);
    }

    /// <summary>Chunks of a feature, by their numbers.</summary>
    public ReadOnlySpan<IndexChunk> Chunks((uint From, uint To) range) =>
        _bytes.Read<IndexChunk>(_header.ChunksAt + range.From * 8L, (long)range.To - range.From);

    /// <summary>The places of a chunk that is a list, ascending.</summary>
    public ReadOnlySpan<ushort> List(IndexChunk chunk) => _bytes.Read<ushort>(_header.PostingsAt + chunk.At * 2L, chunk.Count);

    /// <summary>The bits of a chunk that is a map, for as long as the segment is not disposed.</summary>
    public unsafe ulong* Map(IndexChunk chunk) => _bytes.Address<ulong>(_header.PostingsAt + chunk.At * 2L, IndexChunk.MapSize);

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    /// <summary>The first of the hashes that is not below a number.</summary>
    private long Above(ulong least)
    {
        var (low, high) = (0L, _header.Count * 2);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_bytes.Read<ulong>(_header.AlikeAt + middle * 8, 1)[0] < least) low = middle + 1;
            else high = middle;
        }

        return low;
    }

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
