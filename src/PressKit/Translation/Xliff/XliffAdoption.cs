using System.Xml.Linq;

namespace PressKit.Translation.Xliff;

/// <summary>Takes over into a stored file what a file that came back says besides translations: translators' notes, other
/// modules' and extensions' elements and attributes, annotations of targets. What PressKit wrote itself, and what the stored file
/// has already, is passed over.</summary>
public static class XliffAdoption
{
    private static readonly XNamespace Core = XliffNames.InCore;
    private static readonly XNamespace Its = XliffNames.Its;

    /// <summary>The stored file with what the other adds; the stored one itself where it adds nothing, or where the result would
    /// not be what was stored.</summary>
    /// <param name="stored">The stored file.</param>
    /// <param name="returned">XLIFF 2.0 or 2.1 that was read before.</param>
    public static byte[] Write(byte[] stored, ReadOnlyMemory<byte> returned)
    {
        var (kept, other) = (XliffKeeping.Load(stored), XliffKeeping.Load(returned));
        if (other.Root!.Name != Core + "xliff") return stored;
        var own = XliffKeeping.Units(kept);
        var changed = false;
        foreach (var (id, unit) in XliffKeeping.Units(other))
        {
            if (own.TryGetValue(id, out var place)) changed |= Adopt(place, unit);
        }

        return changed ? Checked(stored, kept, other) : stored;
    }

    /// <summary>The stored file with notes of translators, by the ids of their units.</summary>
    public static byte[] Write(byte[] stored, ILookup<string, (string? From, string Text)> notes)
    {
        var kept = XliffKeeping.Load(stored);
        var changed = false;
        foreach (var (id, unit) in XliffKeeping.Units(kept))
        {
            foreach (var (from, text) in notes[id])
                changed |= Add(unit, "notes", new XElement(Core + "note", from is null ? null : new XAttribute("category", from), text));
        }

        return changed ? Checked(stored, kept, null) : stored;
    }

    private static byte[] Checked(byte[] stored, XDocument kept, XDocument? other)
    {
        foreach (var declared in other?.Root!.Attributes().Where(a => a.IsNamespaceDeclaration && a.Name.Namespace == XNamespace.Xmlns) ?? [])
        {
            if (kept.Root!.Attribute(declared.Name) is null && kept.Descendants().Any(e => e.Name.NamespaceName == declared.Value || e.Attributes().Any(a => a.Name.NamespaceName == declared.Value)))
                kept.Root.Add(new XAttribute(declared));
        }

        var result = XliffKeeping.Save(kept);
        return XliffKeeping.SaysTheSame(stored, result) ? result : stored;
    }

    private static bool Adopt(XElement place, XElement unit)
    {
        var changed = false;
        foreach (var attribute in unit.Attributes().Where(IsOthers).Where(a => place.Attribute(a.Name) is null).ToList())
        {
            place.Add(new XAttribute(attribute));
            changed = true;
        }

        foreach (var element in unit.Elements().Where(e => e.Name.Namespace != Core).ToList())
        {
            if (Part(element) is { } part) changed |= Add(place, element.Name, part);
        }

        foreach (var note in unit.Elements(Core + "notes").Elements(Core + "note").Where(n => !IsOwn((string?)n.Attribute("category"))).ToList())
            changed |= Add(place, "notes", new XElement(note));
        return Annotate(place, unit) | changed;
    }

    private static bool IsOthers(XAttribute attribute) => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length > 0
        && attribute.Name.Namespace != XNamespace.Xml && attribute.Name != Its + "person" && attribute.Name != Its + "tool";

    private static bool IsOwn(string? name) => name?.StartsWith(XliffNames.Prefix, StringComparison.Ordinal) == true;

    /// <summary>What of a module's element is not PressKit's own; null for nothing.</summary>
    private static XElement? Part(XElement element)
    {
        var part = new XElement(element);
        var own = part.Name.NamespaceName switch
        {
            XliffNames.Matches => part.Elements().Where(m => IsOwn((string?)m.Attribute("subType"))),
            XliffNames.Metadata => part.Elements().Where(g => IsOwn((string?)g.Attribute("category"))),
            XliffNames.Glossary => part.Elements().Where(e => ((string?)e.Attribute("id"))?.StartsWith("pk", StringComparison.Ordinal) == true),
            _ => [],
        };
        foreach (var item in own.ToList()) item.Remove();
        return part.HasElements || !element.HasElements ? part : null;
    }

    private static bool Add(XElement unit, string name, XElement item) => AddTo(Holder(unit, Core + name), [item]);

    private static bool Add(XElement unit, XName name, XElement part)
    {
        if (part.Name.NamespaceName is XliffNames.Matches or XliffNames.Metadata or XliffNames.Glossary) return AddTo(Holder(unit, name), [.. part.Elements()]);
        if (unit.Elements(name).Any(e => Same(e, part))) return false;
        First(unit).AddBeforeSelf(part, new XText("\n      "));
        return true;
    }

    private static bool AddTo(XElement holder, List<XElement> items)
    {
        var added = items.Where(i => !holder.Elements().Any(e => Same(e, i))).ToList();
        foreach (var item in added)
        {
            var taken = holder.Elements().Select(e => (string?)e.Attribute("id")).ToHashSet(StringComparer.Ordinal);
            var copy = new XElement(item);
            if ((string?)copy.Attribute("id") is { } id && taken.Contains(id)) copy.SetAttributeValue("id", null);
            holder.Add(copy);
        }

        if (!holder.HasElements) holder.Remove();
        return added.Count > 0;
    }

    private static XElement Holder(XElement unit, XName name)
    {
        if (unit.Element(name) is { } present) return present;
        var holder = new XElement(name);
        var next = name == Core + "notes" ? unit.Elements().First(e => e.Name.Namespace == Core && e.Name != name) : First(unit);
        next.AddBeforeSelf(holder, new XText("\n      "));
        return holder;
    }

    private static XElement First(XElement unit) => unit.Elements().First(e => e.Name.Namespace == Core);

    private static bool Same(XElement a, XElement b) => Normal(a) == Normal(b);

    private static string Normal(XElement element) => string.Concat(element.Name, " ",
        string.Join(' ', element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name != "id").OrderBy(a => a.Name.ToString(), StringComparer.Ordinal)),
        "(", string.Concat(element.Nodes().Select(n => n is XElement e ? Normal(e) : n is XText t && (t.Value.Trim().Length > 0 || !element.HasElements) ? t.Value : "")), ")");

    /// <summary>Targets that say the same get the annotations of the other file.</summary>
    private static bool Annotate(XElement place, XElement unit)
    {
        var (own, others) = (place.Elements(Core + "segment").ToList(), unit.Elements(Core + "segment").ToList());
        if (own.Count != others.Count) return false;
        var changed = false;
        foreach (var (segment, other) in own.Zip(others))
        {
            if (segment.Element(Core + "target") is not { } mine || other.Element(Core + "target") is not { } theirs) continue;
            if (mine.Descendants().Any(IsMark) || !theirs.Descendants().Any(IsMark)) continue;
            var bare = new XElement(theirs);
            foreach (var mark in bare.Descendants().Where(IsMark).Reverse().ToList()) mark.ReplaceWith(mark.Nodes());
            if (Normal(new XElement("t", bare.Nodes())) != Normal(new XElement("t", mine.Nodes()))) continue;
            mine.ReplaceNodes(theirs.Nodes());
            changed = true;
        }

        return changed;
    }

    private static bool IsMark(XElement element) => element.Name.Namespace == Core && element.Name.LocalName is "mrk" or "sm" or "em";
}
