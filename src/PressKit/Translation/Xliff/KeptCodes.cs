using System.Xml.Linq;

namespace PressKit.Translation.Xliff;

/// <summary>The codes of a unit as another tool wrote them: a new target has them with all that the source says of them.</summary>
internal sealed class KeptCodes
{
    private static readonly XNamespace Core = XliffNames.InCore;

    // What a spanning code says of its ends is said of each end where it is written in two.
    private static readonly (string Apart, string Start, string End)[] Ends =
        [("dataRef", "dataRefStart", "dataRefEnd"), ("disp", "dispStart", "dispEnd"), ("equiv", "equivStart", "equivEnd"), ("subFlows", "subFlowsStart", "subFlowsEnd")];

    private readonly Dictionary<string, XElement> _codes;
    private readonly Dictionary<string, XElement> _ends;

    private KeptCodes(Dictionary<string, XElement> codes, Dictionary<string, XElement> ends) => (_codes, _ends) = (codes, ends);

    /// <summary>The codes of a unit by the ids that they have in PressKit's own form of it.</summary>
    public static KeptCodes Of(XElement kept, XElement own)
    {
        var (theirs, ours) = (Starts(kept), Starts(own));
        return new KeptCodes(
            ours.Zip(theirs).ToDictionary(p => (string)p.First.Attribute("id")!, p => p.Second, StringComparer.Ordinal),
            Inlines(kept).Where(e => e.Name == Core + "ec" && e.Attribute("startRef") is not null)
                .GroupBy(e => (string)e.Attribute("startRef")!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));
    }

    /// <summary>A target of PressKit's own form with the codes of the file.</summary>
    public XElement Target(XElement target)
    {
        var result = new XElement(target);
        result.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        foreach (var code in result.Descendants().Where(e => e.Name.LocalName is "pc" or "ph" or "sc" or "ec").ToList()) Write(code);
        return result;
    }

    private static IEnumerable<XElement> Inlines(XElement unit) =>
        unit.Elements().Where(e => e.Name == Core + "segment" || e.Name == Core + "ignorable").Select(e => e.Element(Core + "source")!).SelectMany(s => s.Descendants());

    private static List<XElement> Starts(XElement unit) => [.. Inlines(unit).Where(e => e.Name.LocalName is "pc" or "ph" or "sc"
        || (e.Name == Core + "ec" && (string?)e.Attribute("isolated") == "yes"))];

    private void Write(XElement code)
    {
        var isEnd = code.Name == Core + "ec";
        var written = (string)code.Attribute(isEnd ? "startRef" : "id")!;
        var id = (string?)code.Attribute("copyOf") ?? written.Split('-')[0];
        if (!_codes.TryGetValue(id, out var known)) return;
        var name = (string)known.Attribute("id")! + written[id.Length..];
        if (isEnd)
        {
            code.SetAttributeValue("startRef", name);
            return;
        }

        var copy = code.Attribute("copyOf") is not null;
        if (code.Name == Core + "ph") code.Name = known.Name;
        code.RemoveAttributes();
        code.Add(known.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => new XAttribute(a)));
        if (code.Name == Core + "pc" && known.Name == Core + "sc") Join(code, known);
        if (code.Name == Core + "sc" && known.Name == Core + "pc") Part(code);
        code.SetAttributeValue("id", name);
        if (copy)
        {
            code.SetAttributeValue("copyOf", (string)known.Attribute("id")!);
            foreach (var data in (string[])["dataRef", "dataRefStart", "dataRefEnd"]) code.SetAttributeValue(data, null);
        }
    }

    private void Join(XElement code, XElement start)
    {
        var end = _ends.GetValueOrDefault((string)start.Attribute("id")!);
        foreach (var (apart, first, last) in Ends)
        {
            code.SetAttributeValue(apart, null);
            code.SetAttributeValue(first, (string?)start.Attribute(apart));
            code.SetAttributeValue(last, (string?)end?.Attribute(apart));
        }

        code.SetAttributeValue("isolated", null);
    }

    private static void Part(XElement code)
    {
        foreach (var (apart, first, last) in Ends)
        {
            code.SetAttributeValue(apart, (string?)code.Attribute(first));
            code.SetAttributeValue(first, null);
            code.SetAttributeValue(last, null);
        }
    }
}
