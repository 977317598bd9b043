using System.Globalization;
using System.Text;
using System.Xml;

namespace PressKit.Translation.Xliff;

/// <summary>XML in the one form that PressKit writes: an element a line, two spaces a level, attributes in the order
/// given, and only the characters escaped that have to be.</summary>
internal sealed class XliffMarkup
{
    private readonly StringBuilder _text = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int _level;

    /// <summary>Starts an element that holds elements. An attribute without a value is left out.</summary>
    public void Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Indent();
        AppendTag(_text, name, attributes);
        _text.Append(">\n");
        _level++;
    }

    /// <summary>Ends it.</summary>
    public void End(string name)
    {
        _level--;
        Indent();
        _text.Append("</").Append(name).Append(">\n");
    }

    /// <summary>Writes an element with what it holds, which is already XML.</summary>
    public void Leaf(string name, string content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Indent();
        AppendTag(_text, name, attributes);
        if (content.Length == 0) _text.Append("/>\n");
        else _text.Append('>').Append(content).Append("</").Append(name).Append(">\n");
    }

    /// <summary>The document, in UTF-8 without a byte order mark.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    /// <summary>Appends a tag without its end: <c>&lt;name a="b"</c>.</summary>
    public static void AppendTag(
        StringBuilder text, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null) continue;
            text.Append(' ').Append(attribute).Append("=\"");
            AppendEscaped(text, value, attribute: true, codePoints: false);
            text.Append('"');
        }
    }

    /// <summary>The text as inline content: what XML cannot hold becomes <c>cp</c>.</summary>
    public static string Inline(string text)
    {
        var result = new StringBuilder(text.Length);
        AppendInline(result, text);
        return result.ToString();
    }

    /// <summary>Appends text as inline content.</summary>
    public static void AppendInline(StringBuilder to, string text) =>
        AppendEscaped(to, text, attribute: false, codePoints: true);

    /// <summary>The text where no <c>cp</c> may stand: what XML cannot hold becomes U+FFFD.</summary>
    public static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        AppendEscaped(result, text, attribute: false, codePoints: false);
        return result.ToString();
    }

    /// <summary>Whether XML can hold every character of the text.</summary>
    public static bool CanHold(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)) return false;
        }

        return true;
    }

    // Half a surrogate pair is no character (EnumerateRunes answers U+FFFD for it).
    private static void AppendEscaped(StringBuilder to, string text, bool attribute, bool codePoints)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => to.Append("&amp;"),
                '<' => to.Append("&lt;"),
                '>' => to.Append("&gt;"),
                '\r' => to.Append("&#xD;"),
                '"' when attribute => to.Append("&quot;"),
                '\t' when attribute => to.Append("&#x9;"),
                '\n' when attribute => to.Append("&#xA;"),
                var value when !rune.IsBmp || XmlConvert.IsXmlChar((char)value) => to.Append(rune.ToString()),
                var value when codePoints => to.Append(CultureInfo.InvariantCulture, $"<cp hex=\"{value:X4}\"/>"),
                _ => to.Append('\uFFFD'),
            };
        }
    }

    private void Indent() => _text.Append(' ', _level * 2);
}
