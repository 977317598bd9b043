using System.Text;

namespace PressKit.Content;

/// <summary>The paths of files below one folder, one after the other, as the system takes them: UTF-8 with a zero behind it.</summary>
/// <param name="root">The folder.</param>
internal sealed class Utf8Path(string root)
{
    private readonly int _below = Encoding.UTF8.GetByteCount(root) + 1;
    private byte[] _bytes = [.. Encoding.UTF8.GetBytes(root), (byte)'/', .. new byte[256]];

    /// <summary>The path of a file in the folder, until the next is asked for.</summary>
    /// <param name="within">Its path from the folder, with <c>/</c> between names.</param>
    public ReadOnlySpan<byte> With(ReadOnlySpan<byte> within)
    {
        var length = _below + within.Length;
        if (length >= _bytes.Length) Array.Resize(ref _bytes, 2 * length);
        within.CopyTo(_bytes.AsSpan(_below));
        _bytes[length] = 0;
        return _bytes.AsSpan(0, length + 1);
    }
}
