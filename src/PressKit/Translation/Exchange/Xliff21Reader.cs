using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>Reads XLIFF 2.0 and 2.1 that comes back, by the rules of the standard and those of stored translations.</summary>
internal static class Xliff21Reader
{
    public static ReturnedFile? Read(XliffElement root, string file, XliffReport report, Problems problems)
    {
        XliffRules.Check(root, report);
        if (report.Failed) return null;
        foreach (var unit in root.Elements("file").SelectMany(UnitsOf)) Rejoining.Join(unit);
        var found = new Problems();
        var stored = XliffReader.Read(root, new XliffReport(file, found));
        // Conflicts are told by the newsroom's own file.
        foreach (var problem in found.All.Where(p => p.Code != "translation.conflict")) problems.Add(problem);
        if (stored is null) return null;
        var body = root.Element("file")!;
        var units = UnitsOf(body).ToDictionary(u => u["id"]!, StringComparer.Ordinal);
        return new ReturnedFile(ExchangeFormat.Xliff21, (stored.Original, body.Place), (stored.SourceLanguage, root.Place),
            (stored.TargetLanguage, root.Place), [.. stored.Units.Select(u => Unit(u, units[u.Id]))])
        {
            Base = body.Element("skeleton") is { } skeleton ? ExchangeBase.Read(skeleton.Text(report)) : null,
        };
    }

    private static IEnumerable<XliffElement> UnitsOf(XliffElement parent) => parent.Nodes.OfType<XliffElement>()
        .SelectMany(e => e.Is("unit") ? [e] : e.Is("group") ? UnitsOf(e) : []);

    private static ReturnedUnit Unit(TranslatedUnit unit, XliffElement element)
    {
        var segments = element.Elements("segment").Zip(unit.Segments, (e, s) => new ReturnedSegment(
            s.Segment, s.Target, s.State, (e.Element("target") ?? e).Place)
        {
            IsMachine = s.Target is not null && e["subState"] == XliffNames.MachineDraft,
            Makers = [.. Makers(s.Provenance, element)],
            Reviser = element[XliffNames.Its, "revPerson"],
            Conflicts = s.Conflicts,
        });
        return new ReturnedUnit(unit.Id, unit.Role, [.. segments], element.Place);
    }

    private static IEnumerable<Provenance> Makers(Provenance? provenance, XliffElement unit)
    {
        if (unit[XliffNames.Its, "revPerson"] is { Length: > 0 } reviser) yield return new Provenance(Origin.Author, reviser, null, default);
        if (unit[XliffNames.Its, "person"] is { Length: > 0 } person) yield return new Provenance(Origin.Author, person, null, default);
        if (provenance is not null) yield return provenance;
        if (unit[XliffNames.Its, "tool"] is { Length: > 0 } tool) yield return new Provenance(Origin.Machine, tool, null, default);
    }
}
