using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace PressKit.Translation.Memory;

/// <summary>The bytes of an index segment, mapped from a file or held in memory. Nothing in a file is believed: each block is
/// compared with its checksum when it is first touched, and no place outside the file is ever read.</summary>
internal sealed unsafe class IndexBytes : IDisposable
{
    /// <summary>How many bytes have a checksum together.</summary>
    public const int BlockSize = 1 << 16;

    private readonly SafeMemoryMappedViewHandle? _view;
    // Keeps the pinned array from being collected.
    private readonly byte[]? _array;
    private readonly byte* _start;
    private ulong[]? _sums;
    private int[]? _checked;
    private long _end;

    private IndexBytes(SafeMemoryMappedViewHandle? view, byte[]? array, byte* start, long length)
    {
        _view = view;
        _array = array;
        _start = start;
        Length = length;
    }

    /// <summary>How many there are.</summary>
    public long Length { get; }

    /// <summary>Whether they stand in memory.</summary>
    public bool IsInMemory => _array is not null;

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">It is not there, or empty.</exception>
    public static IndexBytes Map(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length == 0) throw new IOException("The file is empty.");
        using var map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle;
        // Not acquired, so that a segment that is merged away is unmapped when the last search in it has ended.
        return new IndexBytes(view, null, (byte*)view.DangerousGetHandle(), file.Length);
    }

    /// <summary>Bytes in memory, which need no checksums.</summary>
    /// <param name="array">A pinned array.</param>
    public static IndexBytes Of(byte[] array) => new(null, array, (byte*)Unsafe.AsPointer(ref array[0]), array.Length);

    /// <summary>From now on every block but the first is compared with its checksum.</summary>
    /// <param name="sums">The checksums.</param>
    /// <param name="end">Where what they are of ends.</param>
    public void Verify(ReadOnlySpan<ulong> sums, long end)
    {
        _checked = new int[(sums.Length + 31) / 32 + 1];
        _checked[0] = 1;
        (_sums, _end) = (sums.ToArray(), end);
    }

    /// <summary>Numbers that stand at a place.</summary>
    /// <exception cref="IndexDamagedException">They are not what was written, or not there.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Read<T>(long at, long count)
        where T : unmanaged => new(Address<T>(at, count), (int)count);

    /// <summary>Where such numbers stand in memory, for as long as this is not disposed.</summary>
    /// <exception cref="IndexDamagedException">They are not what was written, or not there.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Address<T>(long at, long count)
        where T : unmanaged
    {
        var bytes = count * sizeof(T);
        if (at < 0 || count < 0 || count > int.MaxValue || at + bytes > Length) throw new IndexDamagedException("It leads to a place outside itself.");
        if (_sums is not null && bytes > 0) Check(at, at + bytes);
        return (T*)(_start + at);
    }

    /// <summary>The checksum of a block.</summary>
    public static ulong Sum(ReadOnlySpan<byte> block) => XxHash3.HashToUInt64(block);

    /// <inheritdoc/>
    public void Dispose() => _view?.Dispose();

    private void Check(long from, long to)
    {
        if (to > _end) throw new IndexDamagedException("It leads to a place outside itself.");
        for (var block = from / BlockSize; block <= (to - 1) / BlockSize; block++)
        {
            var (word, bit) = ((int)(block / 32), 1 << (int)(block % 32));
            if ((Volatile.Read(ref _checked![word]) & bit) != 0) continue;
            var start = block * BlockSize;
            var length = (int)Math.Min(BlockSize, _end - start);
            if (block > _sums!.Length || Sum(new ReadOnlySpan<byte>(_start + start, length)) != _sums[block - 1])
                throw new IndexDamagedException("Its bytes are not those that were written.");
            Interlocked.Or(ref _checked[word], bit);
        }
    }
}
