using System.Buffers;
using System.Text;

namespace PressKit.Templates.Rendering;

/// <summary>Writes a page as UTF-8, in pieces as large as its buffer. What cannot be UTF-8, half of a surrogate pair, becomes U+FFFD.</summary>
internal sealed class HtmlOutput(Stream stream) : IDisposable
{
    private const int Size = 16 * 1024;

    // A UTF-16 unit is three bytes of UTF-8 at most.
    private const int MostUnits = Size / 3;

    private static readonly SearchValues<char> Meaningful = SearchValues.Create("&<>\"'");
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _count;

    /// <summary>Writes what is UTF-8 already.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _count) Flush();
        if (bytes.Length > _buffer.Length)
        {
            stream.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <summary>Writes a text as it is.</summary>
    public void WriteRaw(ReadOnlySpan<char> text)
    {
        while (text.Length > MostUnits)
        {
            var length = char.IsHighSurrogate(text[MostUnits - 1]) ? MostUnits - 1 : MostUnits;
            Encode(text[..length]);
            text = text[length..];
        }

        Encode(text);
    }

    /// <summary>Writes a text with all escaped that has a meaning in HTML's texts and quoted attributes, and nothing else.</summary>
    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Meaningful); at >= 0; at = text.IndexOfAny(Meaningful))
        {
            WriteRaw(text[..at]);
            Write(text[at] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '>' => "&gt;"u8, '"' => "&quot;"u8, _ => "&#39;"u8 });
            text = text[(at + 1)..];
        }

        WriteRaw(text);
    }

    /// <summary>Hands on what is still here.</summary>
    public void Dispose()
    {
        Flush();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        if (text.Length * 3 > _buffer.Length - _count) Flush();
        _count += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_count));
    }

    private void Flush()
    {
        stream.Write(_buffer.AsSpan(0, _count));
        _count = 0;
    }
}
