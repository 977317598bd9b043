using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>Gathers sources and writes them as a segment of the index (the format stands in IndexHeader.cs). It holds their
/// texts; the postings are made in several passes, so that they never stand in memory all at once.</summary>
internal sealed class IndexSegmentWriter
{
    private const int ChunkSize = 1 << 22;
    private const int PairsAtOnce = 12_000_000;

    private readonly List<byte[]> _chunks = [];
    private readonly List<(long Id, ulong Languages, int Length, int Chunk, int At)> _entries = [];
    private readonly List<long> _replaced = [];
    private readonly FeatureSet _features = new();
    private int _used = ChunkSize;
    private long _pairs;

    /// <summary>How many sources it has.</summary>
    public int Count => _entries.Count;

    /// <summary>How many sources it has or says to be gone.</summary>
    public int Touched => _entries.Count + _replaced.Count;

    /// <summary>Adds a source that the store gives.</summary>
    public void Add(IndexEntry entry)
    {
        if (!entry.IsNew) _replaced.Add(entry.Id);
        if (entry.Languages != 0) Add(entry.Id, entry.Languages, Graphemes.Of(entry.Wording));
    }

    /// <summary>Adds a source of another segment.</summary>
    public void Add(long id, ulong languages, ReadOnlySpan<int> graphemes)
    {
        var width = Width(graphemes);
        var size = graphemes.Length * width + 1;
        if (_used + size > ChunkSize)
        {
            _chunks.Add(new byte[Math.Max(size, ChunkSize)]);
            _used = 0;
        }

        var into = _chunks[^1].AsSpan(_used, size);
        into[0] = (byte)width;
        for (var i = 0; i < graphemes.Length; i++)
        {
            if (width == 1) into[i + 1] = (byte)graphemes[i];
            else if (width == 2) BinaryPrimitives.WriteUInt16LittleEndian(into[(1 + i * 2)..], (ushort)graphemes[i]);
            else BinaryPrimitives.WriteInt32LittleEndian(into[(1 + i * 4)..], graphemes[i]);
        }

        _entries.Add((id, languages, graphemes.Length, _chunks.Count - 1, _used));
        _used += size;
        _features.Clear();
        Features.Add(graphemes, Features.Grain(graphemes.Length), _features);
        _pairs += _features.Count;
    }

    /// <summary>Says that an earlier segment's source is said anew, or gone.</summary>
    public void Replace(long id) => _replaced.Add(id);

    /// <summary>Writes the segment.</summary>
    /// <param name="stream">An empty stream that can seek.</param>
    /// <param name="epoch">The store that it is made from.</param>
    /// <param name="from">It holds the changes after this one.</param>
    /// <param name="to">It holds the changes up to this one.</param>
    /// <param name="cancellation">Breaks off the work.</param>
    public void Write(Stream stream, long epoch, long from, long to, CancellationToken cancellation)
    {
        _entries.Sort((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.Id.CompareTo(b.Id));
        var writer = new SectionWriter(stream);
        var header = new IndexHeader
        {
            Magic = IndexHeader.Format, Epoch = epoch, From = from, To = to, Count = _entries.Count, Replaced = _replaced.Count,
            Longest = _entries.Count == 0 ? 0 : _entries[^1].Length,
        };
        header.IdsAt = writer.Begin();
        foreach (var entry in _entries) writer.Add(entry.Id);
        header.LanguagesAt = writer.Begin();
        foreach (var entry in _entries) writer.Add(entry.Languages);
        header.PlacesAt = writer.Begin();
        WritePlaces(writer);
        header.LengthsAt = writer.Begin();
        WriteLengths(writer, (int)header.Longest);
        header.ReplacedAt = writer.Begin();
        foreach (var id in _replaced) writer.Add(id);
        header.TextsAt = writer.Begin();
        foreach (var entry in _entries) writer.Add(Encoded(entry));
        header.AlikeAt = writer.Begin();
        writer.Add<ulong>(Alike());
        header.PostingsAt = writer.Begin(64);
        var (features, starts, chunks) = WritePostings(writer, header.PostingsAt, cancellation);
        (header.Features, header.Chunks) = (features.Count, chunks.Count);
        header.FeaturesAt = writer.Begin();
        header.Postings = header.FeaturesAt - header.PostingsAt;
        writer.Add(CollectionsMarshal.AsSpan(features));
        header.StartsAt = writer.Begin();
        writer.Add(CollectionsMarshal.AsSpan(starts));
        header.ChunksAt = writer.Begin();
        writer.Add(CollectionsMarshal.AsSpan(chunks));
        header.RadixAt = writer.Begin();
        writer.Add<int>(Radix(features));
        header.SumsAt = writer.Begin();
        var sums = writer.Sums();
        (header.Sums, header.SumOfSums) = (sums.Length, IndexBytes.Sum(MemoryMarshal.AsBytes<ulong>(sums)));
        header.SumOfHeader = header.Sum();
        writer.Finish(header, sums);
    }

    /// <summary>The segment in memory.</summary>
    public IndexSegment ToSegment(long epoch, long from, long to)
    {
        using var stream = new MemoryStream();
        Write(stream, epoch, from, to, CancellationToken.None);
        var pinned = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);
        stream.GetBuffer().AsSpan(0, pinned.Length).CopyTo(pinned);
        return IndexSegment.Of(pinned, epoch);
    }

    private static int Width(ReadOnlySpan<int> graphemes)
    {
        var all = 0;
        foreach (var g in graphemes) all |= g;
        return all < 0x100 ? 1 : all < 0x10000 ? 2 : 4;
    }

    private static int[] Radix(List<uint> features)
    {
        var radix = new int[65537];
        var at = 0;
        for (var top = 0; top < radix.Length; top++)
        {
            while (at < features.Count && features[at] >> 16 < (uint)top) at++;
            radix[top] = at;
        }

        return radix;
    }

    private static int Size((long, ulong, int Length, int, int) entry, byte width) => entry.Length * width + 1;

    private ReadOnlySpan<byte> Encoded((long Id, ulong Languages, int Length, int Chunk, int At) entry) =>
        _chunks[entry.Chunk].AsSpan(entry.At, Size(entry, _chunks[entry.Chunk][entry.At]));

    private void WritePlaces(SectionWriter writer)
    {
        var place = 0L;
        foreach (var entry in _entries)
        {
            writer.Add(checked((uint)place));
            place += Encoded(entry).Length;
        }

        writer.Add(checked((uint)place));
    }

    private void WriteLengths(SectionWriter writer, int longest)
    {
        var at = 0;
        for (var length = 0; length <= longest + 1; length++)
        {
            while (at < _entries.Count && _entries[at].Length < length) at++;
            writer.Add(at);
        }
    }

    /// <summary>The hashes of all texts, with their codes and without, ascending.</summary>
    private ulong[] Alike()
    {
        var (alike, buffer) = (new ulong[_entries.Count * 2], new int[1024]);
        for (var i = 0; i < _entries.Count; i++)
        {
            var text = Decoded(_entries[i], ref buffer);
            alike[i * 2] = ((ulong)Features.Whole(text) << 32) | (uint)i;
            alike[i * 2 + 1] = ((ulong)Features.Plain(text) << 32) | (uint)i;
        }

        Array.Sort(alike);
        return alike;
    }

    private (List<uint> Features, List<uint> Starts, List<IndexChunk> Chunks) WritePostings(SectionWriter writer, long start, CancellationToken cancellation)
    {
        var (features, starts, chunks) = (new List<uint>(), new List<uint>(), new List<IndexChunk>());
        var passes = (int)(_pairs / PairsAtOnce) + 1;
        var pairs = new List<ulong>((int)(_pairs / passes * 5 / 4));
        for (var pass = 0; pass < passes; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            pairs.Clear();
            AddPairs(pairs, (ulong)pass * (1UL << 32) / (ulong)passes, (ulong)(pass + 1) * (1UL << 32) / (ulong)passes);
            var sorted = CollectionsMarshal.AsSpan(pairs);
            sorted.Sort();
            for (int i = 0, end; i < sorted.Length; i = end)
            {
                var feature = (uint)(sorted[i] >> 32);
                if (features.Count == 0 || features[^1] != feature)
                {
                    features.Add(feature);
                    starts.Add((uint)chunks.Count);
                }

                // A feature and a chunk are the upper 48 bits.
                for (end = i + 1; end < sorted.Length && sorted[end] >> 16 == sorted[i] >> 16; end++) continue;
                chunks.Add(WriteChunk(writer, start, sorted[i..end]));
            }
        }

        starts.Add((uint)chunks.Count);
        return (features, starts, chunks);
    }

    private static IndexChunk WriteChunk(SectionWriter writer, long start, ReadOnlySpan<ulong> pairs)
    {
        var (number, isMap) = ((ushort)(pairs[0] >> 16), pairs.Length >= IndexChunk.Dense);
        var at = checked((uint)((writer.Begin(isMap ? 64 : 2) - start) / 2));
        if (!isMap)
        {
            foreach (var pair in pairs) writer.Add((ushort)pair);
            return new IndexChunk(number, (ushort)pairs.Length, at);
        }

        Span<ulong> map = stackalloc ulong[IndexChunk.MapSize];
        map.Clear();
        foreach (var pair in pairs) map[(ushort)pair / 64] |= 1UL << (int)(pair % 64);
        writer.Add<ulong>(map);
        return new IndexChunk(number, 0, at);
    }

    /// <summary>The features of all texts whose hashes are in a range, each with the place of its source.</summary>
    private void AddPairs(List<ulong> pairs, ulong from, ulong end)
    {
        var buffer = new int[1024];
        for (var i = 0; i < _entries.Count; i++)
        {
            var text = Decoded(_entries[i], ref buffer);
            _features.Clear();
            Features.Add(text, Features.Grain(text.Length), _features);
            foreach (var feature in _features.Sorted())
            {
                if (feature >= from && feature < end) pairs.Add(((ulong)feature << 32) | (uint)i);
            }
        }
    }

    private ReadOnlySpan<int> Decoded((long Id, ulong Languages, int Length, int Chunk, int At) entry, ref int[] buffer)
    {
        if (buffer.Length < entry.Length) buffer = new int[entry.Length];
        var encoded = Encoded(entry);
        var width = encoded[0];
        var text = encoded[1..];
        for (int i = 0, at = 0; at < text.Length; i++, at += width)
        {
            buffer[i] = width switch
            {
                1 => text[at],
                2 => BinaryPrimitives.ReadUInt16LittleEndian(text[at..]),
                _ => BinaryPrimitives.ReadInt32LittleEndian(text[at..]),
            };
        }

        return buffer.AsSpan(0, entry.Length);
    }
}
