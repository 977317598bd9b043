using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PressKit.Media;

/// <summary>What an SVG file must not have, for whoever opens its address opens a page of the site: scripts, handlers, pages in it, and
/// anything that it would load. It is published as it is or not at all, like HTML in a text.</summary>
public static partial class SvgFile
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string XLink = "http://www.w3.org/1999/xlink";
    private const int Largest = 32 * 1024 * 1024;
    private const int MostDepth = 200;

    // SVG 2's elements of pictures, texts, gradients, patterns, filters and movement.
    private static readonly FrozenSet<string> Allowed = new[]
    {
        "a", "animate", "animateMotion", "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix",
        "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow",
        "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology",
        "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "g", "image", "line",
        "linearGradient", "marker", "mask", "metadata", "mpath", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "set",
        "stop", "style", "svg", "switch", "symbol", "text", "textPath", "title", "tspan", "use", "view",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Places = new[] { "City", "Country", "State", "Location", "LocationCreated", "LocationShown", "coverage" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a file's first bytes are those of SVG: its first element is <c>svg</c>.</summary>
    public static bool Is(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] == '<' && (text.StartsWith("<svg"u8) || text.StartsWith("<?xml"u8) || text.StartsWith("<!"u8)) && text.IndexOf("<svg"u8) >= 0;
    }

    /// <summary>What must not be in a file, each with its line and column; and where the file is not well-formed.</summary>
    public static IEnumerable<(string What, int Line, int Column)> Faults(Stream file)
    {
        if (file.Length > Largest) return [("more than 32 MB", 1, 1)];
        var found = new List<(string, int, int)>();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1024, CloseInput = false,
        };
        try
        {
            using var reader = XmlReader.Create(file, settings);
            while (reader.Read())
            {
                if (reader.Depth > MostDepth) return [("elements more than 200 deep", LineOf(reader), ColumnOf(reader))];
                found.AddRange(Fault(reader).Select(what => (what, LineOf(reader), ColumnOf(reader))));
            }
        }
        catch (XmlException e)
        {
            found.Add(("something that is no XML, or entities that grow", Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)));
        }

        return found;
    }

    private static List<string> Fault(XmlReader reader)
    {
        var found = new List<string>();
        if (reader.NodeType == XmlNodeType.DocumentType && reader.Value.Length > 0) found.Add("declarations of its own in <!DOCTYPE>");
        if (reader.NodeType == XmlNodeType.ProcessingInstruction && reader.Name == "xml-stylesheet") found.Add("a style sheet from elsewhere");
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && Loads(reader.Value)) found.Add("a style that loads something");
        if (reader.NodeType != XmlNodeType.Element) return found;
        var (space, name) = (reader.NamespaceURI, reader.LocalName);
        if (reader.Depth == 0 && (space != Svg || name != "svg")) found.Add("another element than <svg> of SVG's namespace first");
        if ((space == Svg && !Allowed.Contains(name)) || space is "http://www.w3.org/1999/xhtml" or "http://www.w3.org/2001/xml-events") found.Add($"<{name}>");
        if (space.Contains("://iptc.org/", StringComparison.Ordinal) || space.Contains("://ns.adobe.com/", StringComparison.Ordinal) || space.Contains("purl.org/dc", StringComparison.Ordinal) || space.Contains("exif", StringComparison.Ordinal))
        {
            if (Places.Contains(name) || name.StartsWith("GPS", StringComparison.Ordinal)) found.Add("metadata about the place");
        }

        while (reader.MoveToNextAttribute()) if (Attribute(reader) is { } what) found.Add(what);
        reader.MoveToElement();
        return found;
    }

    private static string? Attribute(XmlReader reader)
    {
        var value = reader.Value.Trim();
        if (reader.NamespaceURI.Length == 0 && reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return $"the attribute {reader.LocalName}";
        if (reader.NamespaceURI == "http://www.w3.org/XML/1998/namespace" && reader.LocalName == "base") return "the attribute xml:base";
        if (reader.LocalName == "attributeName" && value.EndsWith("href", StringComparison.OrdinalIgnoreCase)) return "a link that changes";
        if (reader.LocalName.StartsWith("GPS", StringComparison.Ordinal)) return "metadata about the place";
        if (reader.LocalName is "href" or "src" && reader.NamespaceURI is "" or XLink)
            return value.Length == 0 || value.StartsWith('#') || Picture().IsMatch(value) ? null : $"the address '{(value.Length > 60 ? value[..60] + "…" : value)}'";
        return Loads(value) ? "a style that loads something" : null;
    }

    /// <summary>Whether a style, or a text that may be one, would load something; its escapes are undone first.</summary>
    private static bool Loads(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)) return false;
        var plain = Comment().Replace(text, "");
        plain = Escape().Replace(plain, m => m.Groups["hex"] is { Success: true } hex
            ? (Rune.TryCreate(Convert.ToInt32(hex.Value, 16), out var rune) ? rune.ToString() : "") : m.Value[1..]);
        return Loading().IsMatch(plain) || Url().Matches(plain).Any(m => !m.Groups["to"].Value.StartsWith('#'));
    }

    private static int LineOf(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    private static int ColumnOf(XmlReader reader) => ((IXmlLineInfo)reader).LinePosition;

    [GeneratedRegex("^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Picture();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\((?<hex>[0-9a-fA-F]{1,6})\s?|.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Escape();

    [GeneratedRegex(@"@import|expression\s*\(|javascript:|-moz-binding|image-set\s*\(|\bsrc\s*\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Loading();

    [GeneratedRegex(@"url\(\s*[""']?\s*(?<to>[^""')\s]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Url();
}
