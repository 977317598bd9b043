using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PressKit.Languages;

/// <summary>A text with numbered gaps, <c>Page {0}</c>. What fills a gap is never read for gaps itself.</summary>
[JsonConverter(typeof(PatternJson))]
public sealed class Pattern : IEquatable<Pattern>
{
    private readonly List<string> _texts;
    private readonly List<int> _gaps;

    // Plain lists: patterns are read whenever the command starts, and their code is in the runtime already.
    private Pattern(string text, List<string> texts, List<int> gaps) => (Text, _texts, _gaps) = (text, texts, gaps);

    /// <summary>The pattern as it is written.</summary>
    public string Text { get; }

    /// <summary>The numbers of its gaps, each once, in ascending order.</summary>
    public ImmutableArray<int> Gaps => [.. _gaps.Distinct().Order()];

    /// <summary>Reads a pattern. A brace stands only around the number of a gap.</summary>
    /// <exception cref="FormatException">A brace stands elsewhere.</exception>
    public static Pattern Parse(string text)
    {
        List<string> texts = [];
        List<int> gaps = [];
        var from = 0;
        while (text.AsSpan(from).IndexOfAny('{', '}') is >= 0 and var offset)
        {
            var brace = from + offset;
            if (brace + 2 >= text.Length || text[brace] != '{' || !char.IsAsciiDigit(text[brace + 1]) || text[brace + 2] != '}')
                throw new FormatException($"'{text}' has a brace that is not part of a gap such as {{0}}.");
            texts.Add(text[from..brace]);
            gaps.Add(text[brace + 1] - '0');
            from = brace + 3;
        }

        texts.Add(text[from..]);
        return new Pattern(text, texts, gaps);
    }

    /// <summary>The text with its gaps filled: {0} with the first value, {1} with the second.</summary>
    /// <exception cref="ArgumentException">There are fewer values than gaps.</exception>
    public string With(params ReadOnlySpan<string> values)
    {
        var filled = new StringBuilder(_texts[0]);
        for (var i = 0; i < _gaps.Count; i++)
        {
            if (_gaps[i] >= values.Length) throw new ArgumentException($"'{Text}' has a gap without a value.", nameof(values));
            filled.Append(values[_gaps[i]]).Append(_texts[i + 1]);
        }

        return filled.ToString();
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
