using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PressKit.Languages;

/// <summary>A text with numbered gaps, <c>Page {0}</c>. What fills a gap is never read for gaps itself.</summary>
[JsonConverter(typeof(PatternJson))]
public sealed class Pattern : IEquatable<Pattern>
{
    private readonly ImmutableArray<(string Text, int Gap)> _parts;

    private Pattern(string text, ImmutableArray<(string Text, int Gap)> parts)
    {
        Text = text;
        _parts = parts;
        Gaps = [.. parts.Where(part => part.Gap >= 0).Select(part => part.Gap).Distinct().Order()];
    }

    /// <summary>The pattern as it is written.</summary>
    public string Text { get; }

    /// <summary>The numbers of its gaps, each once, in ascending order.</summary>
    public ImmutableArray<int> Gaps { get; }

    /// <summary>Reads a pattern. A brace stands only around the number of a gap.</summary>
    /// <exception cref="FormatException">A brace stands elsewhere.</exception>
    public static Pattern Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string, int)>();
        var from = 0;
        while (text.AsSpan(from).IndexOfAny('{', '}') is >= 0 and var offset)
        {
            var brace = from + offset;
            if (brace + 2 >= text.Length || text[brace] != '{' || !char.IsAsciiDigit(text[brace + 1]) || text[brace + 2] != '}')
                throw new FormatException($"'{text}' has a brace that is not part of a gap such as {{0}}.");
            if (brace > from) parts.Add((text[from..brace], -1));
            parts.Add(("", text[brace + 1] - '0'));
            from = brace + 3;
        }

        if (from < text.Length) parts.Add((text[from..], -1));
        return new Pattern(text, parts.ToImmutable());
    }

    /// <summary>The text with its gaps filled: {0} with the first value, {1} with the second.</summary>
    /// <exception cref="ArgumentException">There are fewer values than gaps.</exception>
    public string With(params ReadOnlySpan<string> values)
    {
        if (Gaps.Length > 0 && Gaps[^1] >= values.Length)
            throw new ArgumentException($"'{Text}' has a gap without a value.", nameof(values));
        var pieces = new string[_parts.Length];
        for (var i = 0; i < pieces.Length; i++) pieces[i] = _parts[i].Gap < 0 ? _parts[i].Text : values[_parts[i].Gap];
        return string.Concat(pieces);
    }

    /// <inheritdoc/>
    public bool Equals(Pattern? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The pattern as it is written.</summary>
    public override string ToString() => Text;
}

internal sealed class PatternJson : JsonConverter<Pattern>
{
    public override Pattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Pattern.Parse(reader.GetString() ?? throw new JsonException("A pattern is a text."));

    public override void Write(Utf8JsonWriter writer, Pattern value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
