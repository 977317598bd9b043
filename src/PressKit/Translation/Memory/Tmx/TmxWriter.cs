using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PressKit.Translation.Memory.Tmx;

/// <summary>Writes TMX 1.4b: UTF-8, a unit a line, always in the same form.</summary>
public static class TmxWriter
{
    /// <summary>Says that units are translated from any language.</summary>
    public const string AllLanguages = "*all*";

    /// <summary>Writes entries and units.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="version">The version of the tool that writes.</param>
    /// <param name="sourceLanguage">The language that all are translated from, or <c>*all*</c>.</param>
    /// <param name="units">The units: those of other files as they were read, those of entries from <see cref="Unit"/>.</param>
    public static void Write(Stream stream, string version, string sourceLanguage, IEnumerable<XElement> units)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
        using var writer = XmlWriter.Create(stream, settings);
        writer.WriteStartDocument();
        writer.WriteRaw("\n");
        writer.WriteDocType("tmx", null, "tmx14.dtd", null);
        writer.WriteRaw("\n");
        writer.WriteStartElement("tmx");
        writer.WriteAttributeString("version", "1.4");
        writer.WriteRaw("\n");
        writer.WriteStartElement("header");
        foreach (var (name, value) in ((string, string)[])[("creationtool", "PressKit"), ("creationtoolversion", version), ("segtype", "sentence"),
            ("o-tmf", "PressKit"), ("adminlang", "en"), ("srclang", sourceLanguage), ("datatype", "unknown")]) writer.WriteAttributeString(name, value);
        writer.WriteEndElement();
        writer.WriteRaw("\n");
        writer.WriteStartElement("body");
        foreach (var unit in units)
        {
            writer.WriteRaw("\n");
            unit.WriteTo(writer);
        }

        writer.WriteRaw("\n");
        writer.WriteEndElement();
        writer.WriteRaw("\n");
        writer.WriteEndElement();
        writer.WriteRaw("\n");
    }

    /// <summary>An entry as a unit.</summary>
    public static XElement Unit(MemoryEntry entry) => TmxUnit.Of(entry);
}
