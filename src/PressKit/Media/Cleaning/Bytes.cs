using System.Buffers.Binary;

namespace PressKit.Media.Cleaning;

/// <summary>Reads numbers out of files that may end anywhere.</summary>
internal readonly ref struct Bytes(ReadOnlySpan<byte> span, bool little = false)
{
    /// <summary>All of them.</summary>
    public ReadOnlySpan<byte> Span { get; } = span;

    /// <summary>How many there are.</summary>
    public int Length => Span.Length;

    /// <summary>A part that has to be there.</summary>
    public ReadOnlySpan<byte> Part(long at, long length) => at >= 0 && length >= 0 && at + length <= Span.Length
        ? Span.Slice((int)at, (int)length) : throw new DamagedMediaException("ends in the middle of a part");

    /// <summary>An unsigned number of two bytes.</summary>
    public int Short(long at) => little ? BinaryPrimitives.ReadUInt16LittleEndian(Part(at, 2)) : BinaryPrimitives.ReadUInt16BigEndian(Part(at, 2));

    /// <summary>An unsigned number of four bytes.</summary>
    public long Long(long at) => little ? BinaryPrimitives.ReadUInt32LittleEndian(Part(at, 4)) : BinaryPrimitives.ReadUInt32BigEndian(Part(at, 4));

    /// <summary>A number of eight bytes.</summary>
    public long Wide(long at) => little ? BinaryPrimitives.ReadInt64LittleEndian(Part(at, 8)) : BinaryPrimitives.ReadInt64BigEndian(Part(at, 8));

    /// <summary>Whether these bytes stand at a place.</summary>
    public bool Has(long at, ReadOnlySpan<byte> what) => at >= 0 && at <= Span.Length && Span[(int)at..].StartsWith(what);
}
