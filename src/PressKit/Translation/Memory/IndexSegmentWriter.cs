using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>Gathers sources and writes them as a segment of the index (the format stands in IndexHeader.cs). It holds their
/// texts; the postings are made in several passes, so that they never stand in memory all at once.</summary>
internal sealed class IndexSegmentWriter
{
    private const int ChunkSize = 1 << 22;
    private const int PairsAtOnce = 12_000_000;

    // What more sources have is never looked at: a search has seen enough before it comes to it.
    private const int Common = 1 << 14;

    private readonly List<byte[]> _chunks = [];
    private readonly List<(long Id, ulong Languages, int Length, int Chunk, int At)> _entries = [];
    private readonly List<long> _replaced = [];
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
        _pairs += Math.Max(graphemes.Length / 2, Math.Min(graphemes.Length, 40)) + 2;
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
        header.PostingsAt = writer.Begin();
        var (features, starts) = WritePostings(writer, cancellation);
        (header.Features, header.Postings) = (features.Count, starts[^1]);
        header.FeaturesAt = writer.Begin();
        writer.Add(CollectionsMarshal.AsSpan(features));
        header.StartsAt = writer.Begin();
        writer.Add(CollectionsMarshal.AsSpan(starts));
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

    private (List<uint> Features, List<uint> Starts) WritePostings(SectionWriter writer, CancellationToken cancellation)
    {
        var (features, starts) = (new List<uint>(), new List<uint>());
        var passes = (int)(_pairs / PairsAtOnce) + 1;
        var pairs = new List<ulong>((int)(_pairs / passes * 5 / 4));
        var written = 0u;
        for (var pass = 0; pass < passes; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            pairs.Clear();
            AddPairs(pairs, (ulong)pass * (1UL << 32) / (ulong)passes, (ulong)(pass + 1) * (1UL << 32) / (ulong)passes);
            var sorted = CollectionsMarshal.AsSpan(pairs);
            sorted.Sort();
            for (int i = 0, end; i < sorted.Length; i = end)
            {
                for (end = i + 1; end < sorted.Length && sorted[end] >> 32 == sorted[i] >> 32; end++) continue;
                if (end - i > Common) continue;
                features.Add((uint)(sorted[i] >> 32));
                starts.Add(written);
                foreach (var pair in sorted[i..end]) writer.Add((int)(uint)pair);
                written = checked(written + (uint)(end - i));
            }
        }

        starts.Add(written);
        return (features, starts);
    }

    /// <summary>The features of all texts whose hashes are in a range, each with the place of its source.</summary>
    private void AddPairs(List<ulong> pairs, ulong from, ulong end)
    {
        var (set, buffer) = (new FeatureSet(), new int[1024]);
        for (var i = 0; i < _entries.Count; i++)
        {
            var encoded = Encoded(_entries[i]);
            if (buffer.Length < _entries[i].Length) buffer = new int[_entries[i].Length];
            Decode(encoded, buffer);
            set.Clear();
            Features.Add(buffer.AsSpan(0, _entries[i].Length), 0, set);
            foreach (var feature in set.Sorted())
            {
                if (feature >= from && feature < end) pairs.Add(((ulong)feature << 32) | (uint)i);
            }
        }
    }

    private static void Decode(ReadOnlySpan<byte> encoded, int[] into)
    {
        var width = encoded[0];
        var text = encoded[1..];
        for (int i = 0, at = 0; at < text.Length; i++, at += width)
        {
            into[i] = width switch
            {
                1 => text[at],
                2 => BinaryPrimitives.ReadUInt16LittleEndian(text[at..]),
                _ => BinaryPrimitives.ReadInt32LittleEndian(text[at..]),
            };
        }
    }
}
