using System.Text;
using System.Xml;

namespace PressKit.Translation.Memory.Tmx;

/// <summary>Text on its way into XML.</summary>
internal static class TmxText
{
    /// <summary>The text with U+FFFD in place of what XML cannot hold.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value > 0xffff || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\ufffd");
        return clean.ToString();
    }
}
