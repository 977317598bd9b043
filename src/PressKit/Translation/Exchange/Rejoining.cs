using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>Sentences that were cut in a tool within a spanning code, whose parts cannot stand alone, are one again.</summary>
internal static class Rejoining
{
    /// <summary>Joins them in a unit of XLIFF 2.</summary>
    public static void Join(XliffElement unit)
    {
        var result = new List<object>();
        var open = new HashSet<string>(StringComparer.Ordinal);
        var parts = new List<XliffElement>();
        foreach (var node in unit.Nodes)
        {
            if (node is not XliffElement part || !(part.Is("segment") || part.Is("ignorable")) || part.Element("source") is not { } source)
            {
                if (parts.Count == 0) result.Add(node);
                continue;
            }

            Follow(source, open);
            parts.Add(part);
            if (open.Count > 0) continue;
            result.Add(parts.Count == 1 ? part : Whole(parts));
            parts.Clear();
        }

        // What does not end is told by the reader, in its place.
        result.AddRange(parts);
        if (result.Count < unit.Nodes.Count) unit.Replace(result);
    }

    private static void Follow(XliffElement content, HashSet<string> open)
    {
        foreach (var element in content.Nodes.OfType<XliffElement>())
        {
            if (element.Is("sc") && element["isolated"] != "yes" && element["id"] is { } start) open.Add(start);
            else if (element.Is("ec") && element["startRef"] is { } end) open.Remove(end);
            else Follow(element, open);
        }
    }

    private static XliffElement Whole(List<XliffElement> parts)
    {
        var segments = parts.Where(p => p.Is("segment")).ToList();
        var first = segments.FirstOrDefault() ?? parts[0];
        var whole = new XliffElement(XliffNames.Core, "segment", first.Place, first.KeepsSpace);
        foreach (var name in (string[])["id", "subState"])
        {
            if (first[name] is { } value) whole.Set("", name, value);
        }

        var states = segments.Select(s => XliffNames.TryParse(s["state"] ?? "initial", out SegmentState state) ? state : SegmentState.Initial);
        whole.Set("", "state", XliffNames.NameOf(states.DefaultIfEmpty(SegmentState.Initial).Min()));
        whole.Add(Content("source", parts[0].Element("source")!, parts.Select(p => p.Element("source")!)));
        if (segments.Exists(s => s.Element("target") is not null))
        {
            whole.Add(Content("target", segments.First(s => s.Element("target") is not null).Element("target")!,
                parts.Select(p => p.Element("target") ?? (p.Is("ignorable") ? p.Element("source")! : null)).OfType<XliffElement>()));
        }

        return whole;
    }

    private static XliffElement Content(string name, XliffElement first, IEnumerable<XliffElement> parts)
    {
        var content = new XliffElement(XliffNames.Core, name, first.Place, first.KeepsSpace);
        content.Replace(parts.SelectMany(p => p.Nodes));
        return content;
    }
}
