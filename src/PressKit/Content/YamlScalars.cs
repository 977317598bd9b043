using System.Globalization;
using System.Text;

namespace PressKit.Content;

/// <summary>Writes texts as YAML scalars (YAML 1.2.2, chapter 7): plain where every reader takes them for just this text, in
/// quotation marks elsewhere.</summary>
internal static class YamlScalars
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    // What some reader of YAML takes for something else than text.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<",
    };

    /// <summary>The text as the value of a key.</summary>
    public static string Write(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>The text as a key.</summary>
    public static string WriteKey(string text) =>
        IsPlain(text) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? text : Quoted(text);

    /// <summary>The text as an item between square brackets.</summary>
    public static string WriteInList(string text) =>
        IsPlain(text) && text.AsSpan().IndexOfAny(",[]{}") < 0 ? text : Quoted(text);

    /// <summary>The lines, indented by two, of a long text as a folded block (<c>&gt;-</c>); null where the text is short, or
    /// has white space that folding would change.</summary>
    public static string? Folded(string text, int longestLine)
    {
        if (text.Length <= longestLine || !text.Contains(' ', StringComparison.Ordinal) || text[0] == ' ' || text[^1] == ' ') return null;
        if (text.Contains("  ", StringComparison.Ordinal) || text.Any(c => c != ' ' && (IsOdd(c) || char.IsWhiteSpace(c)))) return null;
        var yaml = new StringBuilder();
        var column = longestLine;
        foreach (var word in text.Split(' '))
        {
            var breaks = column + 1 + word.Length > longestLine;
            if (breaks) yaml.Append(yaml.Length == 0 ? "  " : "\n  ").Append(word);
            else yaml.Append(' ').Append(word);
            column = breaks ? 2 + word.Length : column + 1 + word.Length;
        }

        return yaml.ToString();
    }

    private static bool IsPlain(string text) =>
        !Words.Contains(text)
        && !Indicators.Contains(text[0], StringComparison.Ordinal)
        && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && !text.StartsWith("...", StringComparison.Ordinal)
        && !decimal.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _)
        && !text.Any(IsOdd);

    /// <summary>What is written as an escape, and only between quotation marks: nobody sees it otherwise. A pair of
    /// surrogates is an ordinary character.</summary>
    private static bool IsOdd(char c) =>
        char.IsControl(c) || c is '\u00ad' or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff';

    private static string Quoted(string text)
    {
        if (text.Contains('"', StringComparison.Ordinal) && !text.Contains('\'', StringComparison.Ordinal) && !text.Any(IsOdd))
            return $"'{text}'";
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when IsOdd(c) => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
