using System.Xml.Linq;

namespace PressKit.Translation.Xliff;

/// <summary>A unit of a file that other tools wrote in, brought to say something else.</summary>
/// <param name="kept">The unit in the file.</param>
/// <param name="was">What PressKit read in it, in its own form.</param>
/// <param name="now">What is to be read in it, in the same form.</param>
internal sealed class KeptUnit(XElement kept, XElement was, XElement now)
{
    private static readonly XNamespace Core = XliffNames.InCore;
    private static readonly XNamespace Matches = XliffNames.Matches;
    private static readonly XNamespace Metadata = XliffNames.Metadata;
    private static readonly XNamespace Tracking = "urn:oasis:names:tc:xliff:changetracking:2.0";
    private static readonly XNamespace Its = XliffNames.Its;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Changes it.</summary>
    public void Write()
    {
        if ((string?)was.Attribute("type") != (string?)now.Attribute("type")) kept.SetAttributeValue("type", (string?)now.Attribute("type"));
        if (Sources(was).SequenceEqual(Sources(now), StringComparer.Ordinal)) WriteTargets();
        else WriteSegments();
        NameSegments();
        Replace(Matches + "matches", Matches + "match", m => (string?)m.Attribute("subType") is XliffNames.Previous or XliffNames.Conflict);
        Replace(Metadata + "metadata", Metadata + "metaGroup", g => (string?)g.Attribute("category") == XliffNames.Provenance);
        Replace(Core + "notes", Core + "note", n => (string?)n.Attribute("category") == XliffNames.AuthorNote);
        RemoveDangling();
    }

    private static IEnumerable<XElement> Parts(XElement unit) =>
        unit.Elements().Where(e => e.Name == Core + "segment" || e.Name == Core + "ignorable");

    private static List<XElement> Segments(XElement unit) => [.. unit.Elements(Core + "segment")];

    private static IEnumerable<string> Sources(XElement unit) => Parts(unit).Select(p => p.Element(Core + "source")!.ToString(SaveOptions.DisableFormatting))
        .Append(unit.Element(Core + "originalData")?.ToString(SaveOptions.DisableFormatting) ?? "");

    /// <summary>The sources are the same: only what was translated otherwise changes.</summary>
    private void WriteTargets()
    {
        var codes = KeptCodes.Of(kept, was);
        foreach (var ((own, before), after) in Segments(kept).Zip(Segments(was)).Zip(Segments(now)))
        {
            var (state, sub) = ((string?)after.Attribute("state"), (string?)after.Attribute("subState"));
            // A subState belongs to the state that it was written for (core, subState).
            if (state != (string?)before.Attribute("state") || sub != (string?)before.Attribute("subState"))
            {
                own.SetAttributeValue("state", state);
                own.SetAttributeValue("subState", sub);
            }

            var (oldTarget, newTarget) = (before.Element(Core + "target"), after.Element(Core + "target"));
            if (XNode.DeepEquals(oldTarget, newTarget)) continue;
            own.Element(Core + "target")?.Remove();
            if (newTarget is not null) own.Element(Core + "source")!.AddAfterSelf(new XText("\n        "), codes.Target(newTarget));
            Forget();
        }
    }

    /// <summary>The source has changed, and with it what all others said of it.</summary>
    private void WriteSegments()
    {
        foreach (var part in Parts(kept).Append(kept.Element(Core + "originalData")).OfType<XElement>().ToList()) part.Remove();
        kept.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        kept.Add(now.Elements().Where(e => e.Name == Core + "originalData" || e.Name == Core + "segment" || e.Name == Core + "ignorable")
            .SelectMany(e => new object[] { new XText("\n      "), new XElement(e) }), new XText("\n    "));
        Forget();
    }

    /// <summary>A measure of a translation, or its history, does not hold for another one.</summary>
    private void Forget()
    {
        kept.Attribute(Its + "mtConfidence")?.Remove();
        foreach (var revisions in kept.Descendants(Tracking + "revisions").Where(r => (string?)r.Attribute("appliesTo") == "target").ToList()) revisions.Remove();
        foreach (var track in kept.Elements(Tracking + "changeTrack").Where(t => !t.HasElements).ToList()) track.Remove();
    }

    /// <summary>What PressKit says of a segment names it by its id, which others may leave out, or choose.</summary>
    private void NameSegments()
    {
        var taken = kept.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (own, after) in Segments(kept).Zip(Segments(now)))
        {
            var id = (string)after.Attribute("id")!;
            if (own.Attribute("id") is null && IsNamed(id)) own.SetAttributeValue("id", taken.Add(id) ? id : "pk-" + id);
            _names[id] = (string?)own.Attribute("id") ?? id;
        }
    }

    private bool IsNamed(string id) => now.Elements(Matches + "matches").Elements().Any(m => (string?)m.Attribute("ref") == "#" + id)
        || now.Elements(Metadata + "metadata").Descendants(Metadata + "meta").Any(m => IsList(m) && m.Value.Split(' ').Contains(id, StringComparer.Ordinal));

    private static bool IsList(XElement meta) => (string?)meta.Attribute("type") == "segments";

    private XElement Named(XElement own)
    {
        var result = new XElement(own);
        if ((string?)result.Attribute("ref") is { } reference && _names.TryGetValue(reference[1..], out var name)) result.SetAttributeValue("ref", "#" + name);
        foreach (var list in result.Elements(Metadata + "meta").Where(IsList))
            list.Value = string.Join(' ', list.Value.Split(' ').Select(id => _names.GetValueOrDefault(id, id)));
        return result;
    }

    private void Replace(XName list, XName item, Func<XElement, bool> isOwn)
    {
        var wanted = now.Elements(list).Elements(item).Where(isOwn).Select(Named).ToList();
        var holder = kept.Element(list);
        var present = holder?.Elements(item).Where(isOwn).ToList() ?? [];
        if (present.Count == wanted.Count && present.Zip(wanted).All(p => XNode.DeepEquals(p.First, p.Second))) return;
        present.ForEach(e => e.Remove());
        if (wanted.Count > 0)
        {
            if (holder is null) Add(holder = new XElement(list));
            holder.Add(wanted);
        }

        if (holder is { HasElements: false }) holder.Remove();
    }

    // The core's order: modules, notes, original data, segments.
    private void Add(XElement holder)
    {
        var isNotes = holder.Name == Core + "notes";
        var next = kept.Elements().First(e => e.Name.Namespace == Core && !(isNotes && e.Name == Core + "notes"));
        next.AddBeforeSelf(holder, new XText("\n      "));
    }

    /// <summary>What refers to something that is no longer there.</summary>
    private void RemoveDangling()
    {
        var ids = kept.Descendants().Where(e => !e.Ancestors(Matches + "match").Any()).Select(e => (string?)e.Attribute("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var match in kept.Elements(Matches + "matches").Elements(Matches + "match").Where(m => !Leads(m, ids)).ToList()) match.Remove();
        foreach (var empty in kept.Elements(Matches + "matches").Where(m => !m.HasElements).ToList()) empty.Remove();
        foreach (var entry in kept.Descendants().Where(e => e.Name.NamespaceName == XliffNames.Glossary && e.Attribute("ref") is not null && !Leads(e, ids)).ToList())
            entry.SetAttributeValue("ref", null);
    }

    private static bool Leads(XElement element, HashSet<string> ids)
    {
        var reference = (string?)element.Attribute("ref") ?? "";
        return !reference.StartsWith('#') || ids.Contains(reference[(reference.LastIndexOfAny(['#', '/', '=']) + 1)..]);
    }
}
