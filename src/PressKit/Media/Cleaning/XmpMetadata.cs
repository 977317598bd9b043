using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PressKit.Media.Cleaning;

/// <summary>XMP (ISO 16684-1): takes out of a packet all that is not about what a picture shows, who made it, and under what terms it
/// may be used. Places go, and so does what programs keep of a picture's history.</summary>
internal static class XmpMetadata
{
    private const int Largest = 4 * 1024 * 1024;
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private const string Core = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private const string Extension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Basic = "http://ns.adobe.com/xap/1.0/";
    private const string Rights = "http://ns.adobe.com/xap/1.0/rights/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        Rdf, "adobe:ns:meta/", DublinCore, Basic, Rights, Photoshop, Core, Extension,
        "http://ns.useplus.org/ldf/xmp/1.0/", "http://creativecommons.org/ns#",
    };

    // IPTC's location fields, wherever they stand.
    private static readonly HashSet<(string Namespace, string Name)> Places =
    [
        (DublinCore, "coverage"), (Photoshop, "City"), (Photoshop, "State"), (Photoshop, "Country"), (Core, "Location"), (Core, "CountryCode"),
        .. new[]
        {
            "LocationCreated", "LocationShown", "Sublocation", "City", "ProvinceState", "CountryName", "CountryCode", "WorldRegion",
            "LocationId", "LocationName",
        }.Select(name => (Extension, name)),
    ];

    // What Photoshop keeps of a picture's past; pictures of the picture.
    private static readonly HashSet<(string Namespace, string Name)> History =
    [
        (Photoshop, "History"), (Photoshop, "DocumentAncestors"), (Photoshop, "TextLayers"), (Photoshop, "LegacyIPTCDigest"),
        (Photoshop, "EmbeddedXMPDigest"), (Photoshop, "SidecarForExtension"), (Basic, "Thumbnails"),
    ];

    private static readonly (int DataSet, XName Name, bool IsList, bool IsText)[] FromIptc =
    [
        (80, XName.Get("creator", DublinCore), true, false), (116, XName.Get("rights", DublinCore), false, true),
        (120, XName.Get("description", DublinCore), false, true), (5, XName.Get("title", DublinCore), false, true),
        (110, XName.Get("Credit", Photoshop), false, false), (115, XName.Get("Source", Photoshop), false, false),
        (105, XName.Get("Headline", Photoshop), false, false), (40, XName.Get("Instructions", Photoshop), false, false),
        (85, XName.Get("AuthorsPosition", Photoshop), false, false), (122, XName.Get("CaptionWriter", Photoshop), false, false),
        (103, XName.Get("TransmissionReference", Photoshop), false, false),
    ];

    /// <summary>The packet without what has to go: the same bytes where nothing has; null where it cannot be read.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> packet)
    {
        if (Parse(packet) is not { } document) return null;
        var refused = document.Root!.DescendantsAndSelf().Where(e => IsRefused(e.Name)).ToList();
        var attributes = document.Root.DescendantsAndSelf().SelectMany(e => e.Attributes())
            .Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != XNamespace.None && a.Name.Namespace != XNamespace.Xml && IsRefused(a.Name)).ToList();
        var others = document.DescendantNodes().Where(n => n is XComment || (n is XProcessingInstruction { Target: not "xpacket" })).ToList();
        if (refused.Count + attributes.Count + others.Count == 0) return packet.ToArray();
        if (refused.Contains(document.Root)) return null;
        foreach (var node in others) node.Remove();
        foreach (var attribute in attributes) attribute.Remove();
        foreach (var element in refused.Where(e => e.Parent is not null)) element.Remove();
        foreach (var empty in document.Root.Descendants(XName.Get("Description", Rdf)).Where(d => !d.HasElements && d.Attributes().All(a => a.IsNamespaceDeclaration || a.Name.LocalName == "about")).ToList())
            empty.Remove();
        RemoveUnusedNamespaces(document.Root);
        return Write(document.Root);
    }

    /// <summary>A packet with what IPTC's older records say and it does not: formats other than JPEG and TIFF have no room for those.</summary>
    /// <param name="packet">The packet; null where there is none.</param>
    /// <param name="iptc">What the records say, by the number of the data set.</param>
    public static byte[]? With(byte[]? packet, ILookup<int, string> iptc)
    {
        var root = packet is null ? null : Parse(packet)?.Root;
        var rdf = root?.DescendantsAndSelf(XName.Get("RDF", Rdf)).FirstOrDefault();
        var said = rdf?.Descendants().Select(e => e.Name).Concat(rdf.Descendants().SelectMany(e => e.Attributes()).Select(a => a.Name)).ToHashSet() ?? [];
        var added = FromIptc.Where(f => iptc.Contains(f.DataSet) && !said.Contains(f.Name)).ToList();
        if (added.Count == 0) return packet;
        // Readers of XMP look for the usual prefixes.
        var description = new XElement(XName.Get("Description", Rdf), new XAttribute(XName.Get("about", Rdf), ""),
            new XAttribute(XNamespace.Xmlns + "dc", DublinCore), new XAttribute(XNamespace.Xmlns + "photoshop", Photoshop));
        foreach (var (dataSet, name, isList, isText) in added)
        {
            var items = iptc[dataSet].Select(text => new XElement(XName.Get("li", Rdf), isText ? new XAttribute(XNamespace.Xml + "lang", "x-default") : null, text));
            description.Add(new XElement(name, isList ? new XElement(XName.Get("Seq", Rdf), items)
                : isText ? new XElement(XName.Get("Alt", Rdf), items.Take(1)) : iptc[dataSet].First()));
        }

        if (rdf is not null) rdf.Add(description);
        else root = new XElement(XName.Get("xmpmeta", "adobe:ns:meta/"), new XAttribute(XNamespace.Xmlns + "x", "adobe:ns:meta/"), new XElement(XName.Get("RDF", Rdf), new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description));
        return Write(root!);
    }

    /// <summary>Whether a packet says where something was taken, or cannot be read.</summary>
    public static bool SaysWhere(ReadOnlySpan<byte> packet)
    {
        if (Parse(packet)?.Root is not { } root) return true;
        return root.DescendantsAndSelf().SelectMany(e => e.Attributes().Select(a => a.Name).Prepend(e.Name)).Any(IsPlace);
    }

    private static bool IsRefused(XName name) =>
        !Kept.Contains(name.NamespaceName) || Places.Contains((name.NamespaceName, name.LocalName)) || History.Contains((name.NamespaceName, name.LocalName));

    private static bool IsPlace(XName name) => Places.Contains((name.NamespaceName, name.LocalName))
        || name.LocalName.StartsWith("GPS", StringComparison.OrdinalIgnoreCase)
        || name.LocalName.Contains("Latitude", StringComparison.OrdinalIgnoreCase) || name.LocalName.Contains("Longitude", StringComparison.OrdinalIgnoreCase);

    private static XDocument? Parse(ReadOnlySpan<byte> packet)
    {
        if (packet.Length > Largest) return null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            // Packets are padded, and some programs end them with a zero.
            using var reader = XmlReader.Create(new MemoryStream(packet.TrimEnd((byte)0).ToArray()), settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace) is { Root: not null } document ? document : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void RemoveUnusedNamespaces(XElement root)
    {
        var used = root.DescendantsAndSelf().Select(e => e.Name.NamespaceName)
            .Concat(root.DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => !a.IsNamespaceDeclaration).Select(a => a.Name.NamespaceName))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var declaration in root.DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => a.IsNamespaceDeclaration && !used.Contains(a.Value)).ToList())
            declaration.Remove();
    }

    private static byte[] Write(XElement root)
    {
        var stream = new MemoryStream();
        stream.Write("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"u8);
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None };
        using (var writer = XmlWriter.Create(stream, settings)) root.WriteTo(writer);
        stream.Write("<?xpacket end=\"r\"?>"u8);
        return stream.ToArray();
    }
}
