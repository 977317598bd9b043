using System.Text;
using System.Xml;

namespace PressKit.Formats;

/// <summary>Text for XML 1.0.</summary>
internal static class XmlText
{
    /// <summary>How XML files are written: UTF-8 without byte order mark, and the same bytes on every system.</summary>
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>The text without the characters that XML cannot hold (section 2.2), lone surrogates among them: one of them
    /// would make the whole file unreadable.</summary>
    public static string Clean(string text)
    {
        if (!MayHoldOthers(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
        }

        return clean.Length == text.Length ? text : clean.ToString();
    }

    // Nearly every text has none of these, which takes a look of many characters at once.
    private static bool MayHoldOthers(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uD800', '\uDFFF') >= 0
        || text.IndexOfAnyInRange('\0', '\x08') >= 0 || text.IndexOfAnyInRange('\x0B', '\x0C') >= 0
        || text.IndexOfAnyInRange('\x0E', '\x1F') >= 0 || text.IndexOfAnyInRange('\uFFFE', '\uFFFF') >= 0;
}
