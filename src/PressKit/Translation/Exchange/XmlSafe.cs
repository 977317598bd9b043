using System.Text;
using System.Xml;

namespace PressKit.Translation.Exchange;

/// <summary>Text as XML 1.0 can hold it: any other character becomes U+FFFD.</summary>
internal static class XmlSafe
{
    public static string Text(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c))) return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\ufffd" : rune.ToString());
        return result.ToString();
    }
}
