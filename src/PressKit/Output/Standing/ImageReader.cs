using System.Collections.Immutable;
using System.Text;

namespace PressKit.Output.Standing;

/// <summary>Reads what <see cref="ImageWriter"/> wrote, in the same order.</summary>
/// <param name="bytes">What was written.</param>
/// <param name="languages">The languages known so far.</param>
/// <param name="writtenOnce">Whether a text that was written is only referred to where it comes again. Then it is in memory once.</param>
internal ref struct ImageReader(ReadOnlySpan<byte> bytes, Dictionary<string, Language> languages, bool writtenOnce = false)
{
    private readonly List<string>? _texts = writtenOnce ? [] : null;
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Reads one of a list.</summary>
    public delegate T Item<out T>(ref ImageReader reader);

    /// <summary>Reads a number.</summary>
    public long Number()
    {
        var (number, length) = (0UL, 0);
        byte part;
        do
        {
            part = _rest[length];
            number |= (ulong)(part & 0x7F) << (7 * length++);
        }
        while (part >= 0x80);
        _rest = _rest[length..];
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    /// <summary>Reads a small number.</summary>
    public int Small() => checked((int)Number());

    /// <summary>Reads a flag.</summary>
    public bool Flag() => Number() != 0;

    /// <summary>Reads a text, or that there is none.</summary>
    public string? TextOrNull()
    {
        var length = Small();
        if (length == ImageWriter.None) return null;
        if (length <= ImageWriter.First) return _texts![ImageWriter.First - length];
        if (length == 0) return "";
        var text = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        _texts?.Add(text);
        return text;
    }

    /// <summary>Reads a text.</summary>
    public string Text() => TextOrNull() ?? throw new InvalidDataException("There is no text.");

    /// <summary>Reads an instant, or that there is none.</summary>
    public DateTimeOffset? Instant() => Flag() ? new DateTimeOffset(Number(), new TimeSpan(Number())) : null;

    /// <summary>Reads a language.</summary>
    public Language Language()
    {
        var tag = Text();
        if (languages.TryGetValue(tag, out var known)) return known;
        return languages[tag] = PressKit.Language.Parse(tag);
    }

    /// <summary>Reads where something is.</summary>
    public Place Place() => new(Text(), Small(), Small());

    /// <summary>Reads texts.</summary>
    public ImmutableArray<string> Texts() => List(static (ref ImageReader reader) => reader.Text());

    /// <summary>Reads a list.</summary>
    public ImmutableArray<T> List<T>(Item<T> item)
    {
        var count = Small();
        if (count == 0) return [];
        var list = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++) list.Add(item(ref this));
        return list.MoveToImmutable();
    }

    /// <summary>Reads a register of texts.</summary>
    public ImmutableSortedDictionary<string, string> Register()
    {
        var count = Small();
        var texts = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (count == 0) return texts;
        var builder = texts.ToBuilder();
        for (var i = 0; i < count; i++) builder.Add(Text(), Text());
        return builder.ToImmutable();
    }
}
