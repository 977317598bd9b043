using System.Buffers;

namespace PressKit.Output;

/// <summary>What a file's <see cref="OutputFile.Write"/> writes to: memory from a pool, and a temporary file as soon as that
/// does not suffice. Whoever writes to it may close it, which does nothing.</summary>
internal sealed class Rendering(Func<FileStream> createTemporary) : Stream
{
    private const int Capacity = 256 * 1024;

    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(Capacity);
    private FileStream? _file;
    private int _count;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => (_file?.Length ?? 0) + _count;

    /// <inheritdoc/>
    public override long Position { get => Length; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _bytes.Length - _count) Spill();
        if (buffer.Length > _bytes.Length)
        {
            _file!.Write(buffer);
            return;
        }

        buffer.CopyTo(_bytes.AsSpan(_count));
        _count += buffer.Length;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <summary>The hash of all that was written.</summary>
    public string Hash()
    {
        if (_file is null) return PressKit.Hash.Of(_bytes.AsSpan(0, _count));
        Spill();
        _file.Position = 0;
        return PressKit.Hash.Of(_file);
    }

    /// <summary>Puts all that was written into the temporary file.</summary>
    public void Save() => Spill();

    /// <summary>Gives memory and file back; says whether there is a temporary file.</summary>
    public bool Release()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _file?.Dispose();
        return _file is not null;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void Spill()
    {
        _file ??= createTemporary();
        _file.Write(_bytes.AsSpan(0, _count));
        _count = 0;
    }
}
