// An index segment, all numbers little-endian:
//
//   header      the numbers of IndexHeader in their order, padded to one block
//   ids         long × count          the store's number of each source, by length of text, then number
//   languages   ulong × count         IndexEntry.Languages
//   places      uint × count + 1      where each text begins, from 'texts'
//   lengths     int × longest + 2     at n, the first source with n graphemes or more
//   replaced    long × replaced       sources of earlier segments that this one says anew
//   texts       a byte for the width (1, 2 or 4 bytes a grapheme), then the graphemes
//   alike       ulong × 2 × count     the hashes of each text, with its codes and without; in the lower half its place in 'ids'
//   postings    for each feature and chunk of 65,536 places the sources that have it: ushort × n, ascending, the places in the
//               chunk; or 8 KiB, a bit for each place, which begin at a multiple of 64
//   features    uint × features       the features' hashes, ascending
//   starts      uint × features + 1   where each feature's chunks begin in 'chunks'
//   chunks      IndexChunk × chunks   where the postings of a feature in a chunk are
//   radix       int × 65,537          at n, the first feature whose upper sixteen bits are n or more
//   sums        ulong × blocks        XxHash3 of each block of 64 KiB but the first
//
// Every section begins at a multiple of eight, 'postings' at one of 64. A file is written beside its place and moved there whole.

using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>The first bytes of an index segment.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct IndexHeader
{
    /// <summary>What <see cref="Magic"/> is: changes with the format, with features and with graphemes.</summary>
    public const long Format = 0x0002_4d54_4b50;

    public long Magic;

    /// <summary>The store that the segment was made from.</summary>
    public long Epoch;

    /// <summary>It holds the changes after this one …</summary>
    public long From;

    /// <summary>… up to this one.</summary>
    public long To;
    public long Count;
    public long Longest;
    public long Features;
    public long Chunks;
    public long Postings;
    public long Replaced;
    public long IdsAt;
    public long LanguagesAt;
    public long PlacesAt;
    public long LengthsAt;
    public long ReplacedAt;
    public long TextsAt;
    public long AlikeAt;
    public long PostingsAt;
    public long FeaturesAt;
    public long StartsAt;
    public long ChunksAt;
    public long RadixAt;
    public long SumsAt;
    public long Sums;
    public ulong SumOfSums;
    public ulong SumOfHeader;

    /// <summary>The header's own checksum.</summary>
    public readonly ulong Sum()
    {
        var copy = this with { SumOfHeader = 0 };
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<IndexHeader>(in copy)));
    }
}

/// <summary>A source as the index knows it.</summary>
/// <param name="Id">The store's number of it.</param>
/// <param name="Languages">The number of its own language in the lowest eight bits; above them a bit for each language that it
/// is translated into. None: it is gone.</param>
/// <param name="Wording">What it says.</param>
/// <param name="IsNew">Whether it is in no earlier segment.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexEntry(long Id, ulong Languages, string Wording, bool IsNew);

/// <summary>The sources that have a feature, of one chunk.</summary>
/// <param name="Number">The number of the chunk.</param>
/// <param name="Count">How many there are; 0 where they are a map.</param>
/// <param name="At">Where they begin in the postings, counted in numbers of two bytes.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct IndexChunk(ushort Number, ushort Count, uint At)
{
    /// <summary>How many places a chunk has.</summary>
    public const int Places = 1 << 16;

    /// <summary>How many numbers of 64 bits a map has.</summary>
    public const int MapSize = Places / 64;

    /// <summary>From so many sources on there is a map: it is counted many times faster, and takes four times the room at most.</summary>
    public const int Dense = 1024;
}
