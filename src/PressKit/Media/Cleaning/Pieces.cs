using System.Buffers;

namespace PressKit.Media.Cleaning;

/// <summary>A file as it is published: pieces of what it was, in their order, and what is put between them.</summary>
internal sealed class Pieces
{
    private readonly List<(long Offset, long Length, byte[]? Own)> _pieces = [];

    /// <summary>The length of the whole in bytes.</summary>
    public long Length => _pieces.Sum(p => p.Length);

    /// <summary>Whether it is the file of this length, unchanged.</summary>
    public bool IsWhole(long length) => _pieces is [(0, var kept, null)] && kept == length;

    /// <summary>Goes on with a part of the file.</summary>
    public void Keep(long offset, long length)
    {
        if (length == 0) return;
        if (_pieces is [.., (var before, var kept, null)] && before + kept == offset) _pieces[^1] = (before, kept + length, null);
        else _pieces.Add((offset, length, null));
    }

    /// <summary>Goes on with other bytes.</summary>
    public void Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0) _pieces.Add((0, bytes.Length, bytes.ToArray()));
    }

    /// <summary>Writes the whole.</summary>
    /// <param name="source">The file.</param>
    /// <param name="to">Where to.</param>
    public void Write(Stream source, Stream to)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        foreach (var (offset, length, own) in _pieces)
        {
            if (own is not null)
            {
                to.Write(own);
                continue;
            }

            source.Position = offset;
            for (var left = length; left > 0;)
            {
                var read = source.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (read == 0) throw new DamagedMediaException("became shorter while it was read");
                to.Write(buffer, 0, read);
                left -= read;
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
