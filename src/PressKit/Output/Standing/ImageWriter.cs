using System.Buffers;
using System.Collections.Immutable;
using System.Text.Unicode;

namespace PressKit.Output.Standing;

/// <summary>Writes values one behind the other, small numbers in one byte. <see cref="ImageReader"/> reads them in the same order.</summary>
/// <param name="writesOnce">Whether a text that was written is only referred to where it comes again.</param>
internal sealed class ImageWriter(bool writesOnce = false) : IDisposable
{
    /// <summary>What stands in the place of a length where there is no text.</summary>
    internal const int None = -1;

    /// <summary>What stands in the place of a length for the first text that was written; less for those behind it.</summary>
    internal const int First = -2;

    private readonly Dictionary<string, int>? _places = writesOnce ? new(StringComparer.Ordinal) : null;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>Whether everything that was written reads as it was: not so a text with half of a pair of UTF-16.</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>Writes a number (LEB128, zigzag).</summary>
    public void Add(long number)
    {
        var rest = (ulong)(number << 1) ^ (ulong)(number >> 63);
        var room = Room(10);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7) room[length++] = (byte)(rest | 0x80);
        room[length++] = (byte)rest;
        _count += length;
    }

    /// <summary>Writes a flag.</summary>
    public void Add(bool flag) => Add(flag ? 1 : 0);

    /// <summary>Writes a text, or that there is none.</summary>
    public void Add(string? text)
    {
        if (text is null)
        {
            Add(None);
            return;
        }

        if (_places is not null && text.Length > 0 && !_places.TryAdd(text, First - _places.Count))
        {
            Add(_places[text]);
            return;
        }

        var most = text.Length * 3;
        var room = Room(most + 10);
        // The length comes first, and is known last.
        if (Utf8.FromUtf16(text, room[10..], out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done) IsExact = false;
        Add(length);
        room.Slice(10, length).CopyTo(_bytes.AsSpan(_count));
        _count += length;
    }

    /// <summary>Writes an instant with its offset, or that there is none.</summary>
    public void Add(DateTimeOffset? instant)
    {
        Add(instant is not null);
        if (instant is not { } at) return;
        Add(at.Ticks);
        Add(at.Offset.Ticks);
    }

    /// <summary>Writes a language.</summary>
    public void Add(Language language) => Add(language.Tag);

    /// <summary>Writes where something is.</summary>
    public void Add(Place place)
    {
        Add(place.File);
        Add(place.Line);
        Add(place.Column);
    }

    /// <summary>Writes texts.</summary>
    public void Add(ImmutableArray<string> texts) => Each(texts, Add);

    /// <summary>Writes a list.</summary>
    public void Each<T>(ImmutableArray<T> list, Action<T> add)
    {
        Add(list.Length);
        foreach (var item in list) add(item);
    }

    /// <summary>Writes a register of texts.</summary>
    public void Add(ImmutableSortedDictionary<string, string> texts)
    {
        Add(texts.Count);
        foreach (var (key, text) in texts)
        {
            Add(key);
            Add(text);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _count < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _count + length));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_count);
    }
}
