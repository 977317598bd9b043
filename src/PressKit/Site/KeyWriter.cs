using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace PressKit.Site;

/// <summary>Gathers what a key depends on. Each value goes in with its length, and each list with its count, so that no two lists of
/// values have the same bytes.</summary>
internal sealed class KeyWriter : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int _count;

    /// <summary>The key of all that was added.</summary>
    public string Key() => Hash.Of(_bytes.AsSpan(0, _count));

    /// <summary>The same as a number.</summary>
    public UInt128 Number() => Hash.NumberOf(_bytes.AsSpan(0, _count));

    /// <summary>Adds a text.</summary>
    public void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }

        var room = Room(sizeof(long) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[sizeof(long)..]);
        BinaryPrimitives.WriteInt64LittleEndian(room, length);
        _count += sizeof(long) + length;
    }

    /// <summary>Adds a number, or that there is none.</summary>
    public void Add(long? number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), number ?? long.MinValue);
        _count += sizeof(long);
    }

    /// <summary>Adds a key.</summary>
    public void Add(UInt128 key)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(Room(16), key);
        _count += 16;
    }

    /// <summary>Adds a flag.</summary>
    public void Add(bool flag) => Add(flag ? 1 : 0);

    /// <summary>Adds an instant with its offset, which readers see.</summary>
    public void Add(DateTimeOffset? instant)
    {
        Add(instant?.Ticks);
        Add(instant?.Offset.Ticks);
    }

    /// <summary>Adds a date.</summary>
    public void Add(DateOnly? date) => Add(date?.DayNumber);

    /// <summary>Adds an address.</summary>
    public void Add(Address? address) => Add(address?.Path);

    /// <summary>Adds a language.</summary>
    public void Add(Language? language) => Add(language?.Tag);

    /// <summary>Adds a text in all its languages.</summary>
    public void Add(LocalisedText text)
    {
        Add(text.Texts.Count);
        foreach (var (language, own) in text.Texts)
        {
            Add(language);
            Add(own);
        }
    }

    /// <summary>Adds texts.</summary>
    public void Add(ImmutableArray<string> texts)
    {
        Add(texts.Length);
        foreach (var text in texts) Add(text);
    }

    /// <summary>Adds languages.</summary>
    public void Add(ImmutableArray<Language> languages)
    {
        Add(languages.Length);
        foreach (var language in languages) Add(language);
    }

    /// <summary>Adds what a list has.</summary>
    /// <param name="list">The list.</param>
    /// <param name="add">Adds one of it.</param>
    public void Each<T>(ImmutableArray<T> list, Action<T> add)
    {
        Add(list.Length);
        foreach (var item in list) add(item);
    }

    /// <summary>Adds what a register has, by its ids.</summary>
    /// <param name="register">The register.</param>
    /// <param name="add">Adds one of it.</param>
    public void Each<T>(ImmutableSortedDictionary<string, T> register, Action<T> add)
    {
        Add(register.Count);
        foreach (var (id, item) in register)
        {
            Add(id);
            add(item);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _count < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _count + length));
            _bytes.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_count);
    }
}
