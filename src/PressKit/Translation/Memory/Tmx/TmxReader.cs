using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PressKit.Translation.Memory.Tmx;

/// <summary>Reads TMX 1.1 to 1.4b. Anybody may have written a file: the only document type is TMX's own, without a subset, and it
/// is not fetched; there are no entities but XML's five, and limits on size and depth.</summary>
public static partial class TmxReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>How deep elements may stand in each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest unit, in characters.</summary>
    public const int MaxUnit = 1024 * 1024;

    /// <summary>What a file holds; null where it cannot be read, which is reported.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its path, for problems.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static TmxFile? Read(ReadOnlyMemory<byte> bytes, string file, Problems problems)
    {
        if (bytes.Length > MaxBytes)
        {
            ReportSize(bytes.Length, file, problems);
            return null;
        }

        if (!HasOwnType(bytes, file, problems)) return null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MaxBytes, MaxCharactersFromEntities = 1024,
        };
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), settings);
        try
        {
            return Read(reader, file, problems);
        }
        catch (XmlException e)
        {
            var end = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
            problems.Error("tmx.not-well-formed", new Place(file, Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)),
                $"The file is not well-formed XML: {(end < 0 ? e.Message : e.Message[..end])}", "Export it again from the tool that wrote it.");
            return null;
        }
    }

    /// <summary>Reports a file that is larger than any that is read.</summary>
    public static void ReportSize(long length, string file, Problems problems) => problems.Error("tmx.too-large", new Place(file),
        $"The file has {length} bytes, and more than {MaxBytes} are not read.", "Split it into several files.");

    private static TmxFile? Read(XmlReader reader, string file, Problems problems)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "tmx")
        {
            problems.Error("tmx.not-tmx", PlaceOf(reader, file), "The file is not TMX.", "Export it as TMX 1.4 from the tool that has the memory.");
            return null;
        }

        var (language, units) = ("*all*", ImmutableArray.CreateBuilder<XElement>());
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "header" }) language = reader.GetAttribute("srclang") ?? language;
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "tu" })
            {
                if (reader.Depth > MaxDepth) return TooLarge(reader, file, problems);
                reader.Read();
                continue;
            }

            var place = PlaceOf(reader, file);
            if (Unit(reader) is not { } unit) return TooLarge(place, problems);
            if (unit.Elements("tuv").Any(v => v.Element("seg") is not null)) units.Add(unit);
            else problems.Warn("tmx.empty-unit", place, "The unit has no segment, and is left out.", "Take it out, or export the file again.");
        }

        return new TmxFile(language, units.DrainToImmutable());
    }

    /// <summary>The unit that the reader stands at, without namespaces; null where it is deeper or longer than any unit.</summary>
    private static XElement? Unit(XmlReader reader)
    {
        var (open, size, outside) = (new Stack<XElement>(), 0, reader.Depth);
        XElement? unit = null;
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth - outside > MaxDepth) return null;
                    var isEmpty = reader.IsEmptyElement;
                    var element = new XElement(reader.LocalName);
                    while (reader.MoveToNextAttribute())
                    {
                        if (reader.Prefix == "xmlns" || reader.Name == "xmlns") continue;
                        size += reader.Value.Length;
                        element.SetAttributeValue(reader.Prefix == "xml" ? XNamespace.Xml + reader.LocalName : reader.LocalName, reader.Value);
                    }

                    if (open.TryPeek(out var parent)) parent.Add(element);
                    unit ??= element;
                    if (!isEmpty) open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.TryPeek(out var holder):
                    size += reader.Value.Length;
                    if (holder.Name.LocalName is not ("tu" or "tuv")) holder.Add(new XText(reader.Value));
                    break;
            }

            if (size > MaxUnit) return null;
            reader.Read();
        }
        while (open.Count > 0 && !reader.EOF);
        return unit;
    }

    private static TmxFile? TooLarge(XmlReader reader, string file, Problems problems) => TooLarge(PlaceOf(reader, file), problems);

    private static TmxFile? TooLarge(Place place, Problems problems)
    {
        problems.Error("tmx.too-large", place, $"A unit has more than {MaxUnit} characters, or elements stand in each other more than {MaxDepth} deep.",
            "Look whether the file is what it should be, and export it again.");
        return null;
    }

    private static Place PlaceOf(XmlReader reader, string file)
    {
        var info = (IXmlLineInfo)reader;
        return new Place(file, Math.Max(1, info.LineNumber), Math.Max(1, info.LinePosition - 1));
    }

    /// <summary>Whether the document type, if there is one, is TMX's own and declares nothing.</summary>
    private static bool HasOwnType(ReadOnlyMemory<byte> bytes, string file, Problems problems)
    {
        using var reader = new StreamReader(new MemoryStream(bytes[..Math.Min(bytes.Length, 1 << 16)].ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var text = Comments().Replace(reader.ReadToEnd(), m => new string('\n', m.Value.Count(c => c == '\n')));
        var at = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (at < 0 || OwnType().IsMatch(text[at..])) return true;
        problems.Error("tmx.dtd", new Place(file, text.AsSpan(0, at).Count('\n') + 1, 1), "The file has a document type of its own, which is never read.",
            "Take the <!DOCTYPE …> out, or write <!DOCTYPE tmx SYSTEM \"tmx14.dtd\">.");
        return false;
    }

    [GeneratedRegex("""^<!DOCTYPE\s+tmx\s*((SYSTEM|PUBLIC\s+("[^"]*"|'[^']*'))\s*("[^"\[]*tmx1[1-4]b?\.dtd"|'[^'\[]*tmx1[1-4]b?\.dtd'))?\s*>""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnType();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comments();
}
