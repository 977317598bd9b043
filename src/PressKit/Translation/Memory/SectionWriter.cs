using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>Writes the sections of an index segment and sums up its blocks. The first block is left free for the header.</summary>
internal sealed class SectionWriter
{
    private readonly Stream _stream;
    private readonly byte[] _block = new byte[IndexBytes.BlockSize];
    private readonly List<ulong> _sums = [];
    private int _used;

    public SectionWriter(Stream stream)
    {
        _stream = stream;
        stream.Write(_block);
    }

    private long Position => (_sums.Count + 1L) * IndexBytes.BlockSize + _used;

    /// <summary>Begins a section, or something that must begin where a number divides the place, and says where.</summary>
    public long Begin(int alignment = 8)
    {
        Add(stackalloc byte[(int)((alignment - Position % alignment) % alignment)]);
        return Position;
    }

    /// <summary>Adds a number.</summary>
    public void Add<T>(T value)
        where T : unmanaged => Add(new ReadOnlySpan<T>(in value));

    /// <summary>Adds numbers.</summary>
    public void Add<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        while (bytes.Length > 0)
        {
            var part = Math.Min(bytes.Length, _block.Length - _used);
            bytes[..part].CopyTo(_block.AsSpan(_used));
            _used += part;
            bytes = bytes[part..];
            if (_used == _block.Length) Flush();
        }
    }

    /// <summary>The checksums of all blocks; nothing is added after this.</summary>
    public ulong[] Sums()
    {
        if (_used > 0) Flush();
        return [.. _sums];
    }

    /// <summary>Writes the checksums behind everything, and the header in front.</summary>
    public void Finish(IndexHeader header, ulong[] sums)
    {
        _stream.Write(MemoryMarshal.AsBytes<ulong>(sums));
        _stream.Position = 0;
        _stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<IndexHeader>(in header)));
        _stream.Flush();
    }

    private void Flush()
    {
        var bytes = _block.AsSpan(0, _used);
        _sums.Add(IndexBytes.Sum(bytes));
        _stream.Write(bytes);
        _used = 0;
    }
}
