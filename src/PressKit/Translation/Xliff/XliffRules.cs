namespace PressKit.Translation.Xliff;

/// <summary>What the standard asks of a file beyond its schema: ids that are unique, references that lead somewhere, codes and
/// annotations that end (core, 4.2 to 4.8; the modules' constraints). What <see cref="XliffReader"/> asks of every file is not
/// asked twice.</summary>
internal sealed class XliffRules
{
    private const string Xml = "http://www.w3.org/XML/1998/namespace";
    private const string Modules = "urn:oasis:names:tc:xliff:";

    private readonly XliffReport _report;
    private readonly HashSet<string> _units = new(StringComparer.Ordinal);

    private XliffRules(XliffReport report) => _report = report;

    /// <summary>Reports every rule that a file breaks.</summary>
    public static void Check(XliffElement root, XliffReport report)
    {
        if (!root.Is("xliff")) return;
        var rules = new XliffRules(report);
        rules.CheckShapes(root, root["srcLang"], root["trgLang"]);
        foreach (var file in root.Elements("file")) rules.CheckFile(file, root);
    }

    private static IEnumerable<XliffElement> All(XliffElement parent) =>
        parent.Nodes.OfType<XliffElement>().SelectMany(e => All(e).Prepend(e));

    private void CheckShapes(XliffElement element, string? source, string? target)
    {
        if (element.Namespace == XliffNames.Core) XliffShape.Check(element, _report);
        var language = element.Is("source") ? source : element.Is("target") ? target : null;
        if (language is not null && element[Xml, "lang"] is { } own && !string.Equals(own, language, StringComparison.OrdinalIgnoreCase))
            _report.Invalid(element.Place, $"<{element.Name}> is in '{own}', and the file says '{language}'.", "Write the file's language, or none.");
        foreach (var child in element.Nodes.OfType<XliffElement>()) CheckShapes(child, source, target);
    }

    private void CheckFile(XliffElement file, XliffElement root)
    {
        foreach (var unit in All(file).Where(e => e.Is("unit"))) _units.Add(unit["id"] ?? "");
        Unique(All(file).Where(e => e.Is("group")), "groups");
        Unique(file.Elements("notes").SelectMany(n => n.Elements("note")), "notes");
        foreach (var unit in All(file).Where(e => e.Is("unit"))) CheckUnit(unit, [root, file]);
    }

    private void CheckUnit(XliffElement unit, XliffElement[] above)
    {
        var elements = All(unit).ToList();
        var own = elements.Where(e => e.Namespace == XliffNames.Core).ToList();
        Unique(unit.Elements("notes").SelectMany(n => n.Elements("note")), "notes");
        foreach (var module in elements.Where(e => e.Namespace.StartsWith(Modules, StringComparison.Ordinal) && e.Namespace != XliffNames.Core).GroupBy(e => e.Namespace, StringComparer.Ordinal))
            Unique(module, "elements of a module");
        foreach (var segment in own.Where(e => e.Is("segment"))) CheckState(segment);
        // What stands in a match has ids and data of its own.
        var text = unit.Elements("segment").Concat(unit.Elements("ignorable")).SelectMany(All).ToList();
        foreach (var code in text.Where(e => e.Name is "ph" or "pc" or "sc" or "ec")) CheckCode(code, text);
        CheckMarks(unit, text);
        var ids = elements.Select(e => e["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var element in elements) CheckModule(element, ids, [.. above, unit]);
    }

    private void CheckState(XliffElement segment)
    {
        if (segment["state"] is not (null or "initial") && segment.Element("target") is null)
            _report.Invalid(segment.Place, $"The state is '{segment["state"]}', and there is no target.", "Translate it, or write state=\"initial\".");
        if (segment["subState"] is not null && segment["state"] is null)
            _report.Invalid(segment.Place, "There is a subState and no state.", "Write the state as well.");
    }

    private void CheckCode(XliffElement code, List<XliffElement> text)
    {
        if (code["subType"] is { } sub && (code["type"] is not { } type || (sub.StartsWith("xlf:", StringComparison.Ordinal) && !IsKnown(type, sub))))
            _report.Invalid(code.Place, $"subType '{sub}' does not belong to type '{code["type"]}'.", "Write the type that it belongs to, or take it out.");
        if (code["canReorder"] is "no" or "firstNo" && (code["canCopy"] != "no" || code["canDelete"] != "no"))
            _report.Invalid(code.Place, "A code that keeps its order can neither be copied nor left out.", "Write canCopy=\"no\" and canDelete=\"no\" as well, as in the source.");
        if (code.Name == "ec") CheckEnd(code, text);
        if (code["copyOf"] is { } copied && !text.Exists(e => e["id"] == copied && e.Name == code.Name))
            _report.Invalid(code.Place, $"There is no code '{copied}' to copy.", "Write the id of a code of the same unit.");
        foreach (var name in (string[])["subFlows", "subFlowsStart", "subFlowsEnd"])
        {
            foreach (var flow in (code[name] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(f => !_units.Contains(f)))
                _report.Invalid(code.Place, $"{name} names '{flow}', and there is no such unit.", "Write the id of a unit of the file.");
        }
    }

    private void CheckEnd(XliffElement end, List<XliffElement> text)
    {
        var isolated = end["isolated"] == "yes";
        if (isolated ? end["id"] is null || end["startRef"] is not null : end["startRef"] is null || end["id"] is not null)
            _report.Invalid(end.Place, "An <ec> that is isolated has an id, any other a startRef.", "Give it the one, and take the other out.");
        else if (!isolated && !text.Exists(e => e.Is("sc") && e["id"] == end["startRef"]))
            _report.Invalid(end.Place, $"Nothing begins that '{end["startRef"]}' could end.", "Write the id of an <sc> of the same unit.");
    }

    private void CheckMarks(XliffElement unit, List<XliffElement> text)
    {
        var ends = text.Where(e => e.Is("em")).Select(e => e["startRef"]).ToList();
        foreach (var start in text.Where(e => e.Is("sm") && !ends.Contains(e["id"])))
            _report.Invalid(start.Place, $"The annotation '{start["id"]}' does not end.", "Put an <em> where it ends.");
        foreach (var end in text.Where(e => e.Is("em") && !text.Exists(s => s.Is("sm") && s["id"] == e["startRef"])))
            _report.Invalid(end.Place, $"No annotation '{end["startRef"]}' begins.", "Write the id of an <sm> of the same unit.");
        var notes = unit.Elements("notes").SelectMany(n => n.Elements("note")).Select(n => n["id"]).ToList();
        foreach (var mark in text.Where(e => e.Name is "mrk" or "sm" && e["type"] == "comment"))
        {
            if (mark["value"] is null == (mark["ref"] is null))
                _report.Invalid(mark.Place, "A comment has either a value or a ref.", "Give it one of the two.");
            else if (mark["ref"] is { } reference && reference.StartsWith("#n=", StringComparison.Ordinal) && !notes.Contains(reference[3..]))
                _report.Invalid(mark.Place, $"There is no note '{reference[3..]}'.", "Write the id of a note of the unit.");
        }
    }

    private void CheckModule(XliffElement element, HashSet<string> ids, XliffElement[] above)
    {
        var place = element.Place;
        if (element is { Name: "match", Namespace: XliffNames.Matches } or { Namespace: XliffNames.Glossary }
            && element["ref"] is { } reference && reference.StartsWith('#') && !ids.Contains(reference[(reference.LastIndexOfAny(['#', '/', '=']) + 1)..]))
            _report.Invalid(place, $"'{reference}' leads to nothing in the unit.", "Write # and the id of a segment or an annotation of the unit.");
        if (element[XliffNames.Style, "subFs"] is not null && element[XliffNames.Style, "fs"] is null)
            _report.Invalid(place, "There is an fs:subFs and no fs:fs.", "Write the fs:fs that it belongs to.");
        if (element is { Name: "rule", Namespace: XliffNames.Validation }
            && element.Attributes.Count(a => a is "isPresent" or "isNotPresent" or "startsWith" or "endsWith") > 1)
            _report.Invalid(place, "A rule of validation says more than one thing.", "Write a rule for each.");
        if (element is { Name: "resourceItemRef", Namespace: XliffNames.Resources } && element["ref"] is { } item && !ids.Contains(item)
            && !above.Any(a => All(a).Any(e => e.Namespace == XliffNames.Resources && e["id"] == item)))
            _report.Invalid(place, $"There is no resource item '{item}'.", "Write the id of a resource item.");
        if (element[XliffNames.Its, "mtConfidence"] is not null && element[XliffNames.Its, "annotatorsRef"] is null
            && !above.Any(a => a[XliffNames.Its, "annotatorsRef"] is not null))
            _report.Invalid(place, "Nobody says whose confidence its:mtConfidence is.", "Write an its:annotatorsRef at the element, or above it.");
    }

    private void Unique(IEnumerable<XliffElement> elements, string what)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements.Where(e => e["id"] is { } id && !ids.Add(id)))
            _report.Invalid(element.Place, $"Two {what} have the id '{element["id"]}'.", "Give each an id of its own.");
    }

    private static bool IsKnown(string type, string sub) =>
        (type == "fmt" && sub is "xlf:b" or "xlf:i" or "xlf:u" or "xlf:lb" or "xlf:pb") || (type == "ui" && sub == "xlf:var");
}
