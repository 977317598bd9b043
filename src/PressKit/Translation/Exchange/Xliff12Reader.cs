using System.Globalization;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>Reads XLIFF 1.2 that comes back. Sentences that a tool has cut anew within a unit of translation (<c>seg-source</c>,
/// <c>mrk</c>) are whole again.</summary>
internal sealed class Xliff12Reader
{
    private readonly XliffReport _report;
    private readonly Dictionary<string, Provenance> _phases;
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Collected> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private Xliff12Reader(XliffElement header, XliffReport report)
    {
        _report = report;
        _phases = header.Elements("phase-group", Xliff12Names.Core).SelectMany(g => g.Elements("phase", Xliff12Names.Core))
            .GroupBy(p => p["phase-name"] ?? "", StringComparer.Ordinal)
            .Where(g => g.First()["contact-name"] is { Length: > 0 })
            .ToDictionary(g => g.Key, g => Maker(g.First()), StringComparer.Ordinal);
    }

    /// <summary>What a file says; null where anything in it is wrong, which is reported.</summary>
    public static ReturnedFile? Read(XliffElement root, XliffReport report)
    {
        var files = root.Elements("file", Xliff12Names.Core).ToList();
        if (root["version"] != "1.2")
            report.Invalid(root.Place, $"The version is '{root["version"]}', not 1.2.", "Export it as XLIFF 2.1 or 1.2 from the tool that wrote it.");
        if (files.Count != 1)
        {
            report.Invalid((files.Count > 1 ? files[1] : root).Place, $"There are {files.Count} <file> elements in it, not one.",
                "Export one release and one language a file.");
            return null;
        }

        var file = files[0];
        var source = LanguageOf(file, "source-language", report);
        var target = LanguageOf(file, "target-language", report);
        var header = file.Element("header", Xliff12Names.Core) ?? new XliffElement(Xliff12Names.Core, "header", file.Place, keepsSpace: false);
        var body = file.Element("body", Xliff12Names.Core);
        if (body is null) report.Invalid(file.Place, "<file> has no <body>.", "Export it again from the tool that wrote it.");
        var reader = new Xliff12Reader(header, report);
        if (body is not null) reader.ReadBody(body);
        if (report.Failed || source is null || target is null) return null;
        var skeleton = header.Element("skl", Xliff12Names.Core)?.Element("internal-file", Xliff12Names.Core);
        return new ReturnedFile(ExchangeFormat.Xliff12, (file["original"] ?? "", file.Place), (source, file.Place), (target, file.Place),
            [.. reader._order.Select(id => reader._units[id].Unit(id))])
        {
            Base = skeleton is null ? null : ExchangeBase.Read(skeleton.Text(report)),
        };
    }

    private static Language? LanguageOf(XliffElement file, string attribute, XliffReport report)
    {
        if (Language.TryParse(file[attribute], out var language)) return language;
        report.Invalid(file.Place, file[attribute] is { } tag ? $"{attribute} '{tag}' is not a language tag." : $"{attribute} is missing.",
            "Write a BCP 47 tag such as it, pt-BR or zh-Hans.");
        return null;
    }

    private static Provenance Maker(XliffElement phase)
    {
        var origin = phase["process-name"] switch { "machine" => Origin.Machine, "memory" => Origin.Memory, _ => Origin.Author };
        _ = DateTimeOffset.TryParseExact(phase["date"], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        return new Provenance(origin, phase["contact-name"]!, phase["job-id"], at);
    }

    // As deep as the file, which has a limit.
    private void ReadBody(XliffElement parent)
    {
        foreach (var element in parent.Nodes.OfType<XliffElement>().Where(e => e.Namespace == Xliff12Names.Core))
        {
            if (element.Name == "group") ReadBody(element);
            else if (element.Name == "trans-unit") ReadUnit(element, parent);
            else if (element.Name == "bin-unit")
                _report.Invalid(element.Place, "A binary unit is not a release's.", "Take it out, or export the file again from PressKit.");
        }
    }

    private void ReadUnit(XliffElement element, XliffElement parent)
    {
        var id = element["id"] ?? "";
        var dot = id.LastIndexOf(".s", StringComparison.Ordinal);
        if (!_ids.Add(id)) _report.Invalid(element.Place, $"Two units have the id '{id}'.", "Give each unit an id of its own.");
        else if (dot <= 0 || !int.TryParse(id.AsSpan(dot + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            _report.Error("exchange.unknown-unit", element.Place, $"'{id}' is no sentence of a release.",
                "Give it back the id that it was exported with, or take it out.");
        }
        else if (element.Element("source", Xliff12Names.Core) is not { } source)
            _report.Invalid(element.Place, $"'{id}' has no source.", "Give it back its <source>.");
        else Add(id[..dot], number, parent, Segment(element, source)).AddRange(Notes(element));
    }

    private List<(string? From, string Text)> Add(string unit, int number, XliffElement parent, ReturnedSegment segment)
    {
        if (!_units.TryGetValue(unit, out var collected))
        {
            var name = parent["restype"] ?? "";
            var role = name.StartsWith("x-pk-", StringComparison.Ordinal) && XliffNames.TryParse(name[5..], out UnitRole known) ? known : UnitRole.Other;
            _units.Add(unit, collected = new Collected(role, segment.Place));
            _order.Add(unit);
        }

        collected.Segments.Add((number, segment));
        return collected.Notes;
    }

    /// <summary>What others than PressKit noted.</summary>
    private IEnumerable<(string? From, string Text)> Notes(XliffElement unit) => unit.Elements("note", Xliff12Names.Core)
        .Where(n => n["from"]?.StartsWith("PressKit ", StringComparison.Ordinal) != true).Select(n => (n["from"], n.Text(_report)));

    private ReturnedSegment Segment(XliffElement element, XliffElement source)
    {
        var target = element.Element("target", Xliff12Names.Core);
        var state = Xliff12Names.StateOf(target?["state"], element["approved"] == "yes");
        if (state is null)
            _report.Invalid(target!.Place, $"There is no state '{target["state"]}'.", "Write new, needs-review-translation, translated, signed-off or final.");
        var inline = new Inline12Reader(_report);
        var (from, to) = (inline.Source(source), target is null ? null : inline.Target(target));
        return new ReturnedSegment(new Segment(from), to is { Count: 0 } && from.Count > 0 ? null : to, state ?? SegmentState.Initial, (target ?? element).Place)
        {
            IsMachine = Xliff12Names.IsMachine(target?["state-qualifier"]),
            Conflicts = [.. element.Elements("alt-trans", Xliff12Names.Core).Where(a => a["alttranstype"] == Xliff12Names.Conflict).Select(Other).OfType<ConflictingTranslation>()],
            Makers = _phases.TryGetValue(target?["phase-name"] ?? "", out var maker) ? [maker] : [],
        };
    }

    private ConflictingTranslation? Other(XliffElement other)
    {
        if (other.Element("source", Xliff12Names.Core) is not { } source || other.Element("target", Xliff12Names.Core) is not { } target) return null;
        var inline = new Inline12Reader(_report);
        var text = inline.Source(source);
        return new ConflictingTranslation(text, inline.Target(target), SegmentState.Initial, null);
    }

    private sealed record Collected(UnitRole Role, Place Place)
    {
        public List<(int Number, ReturnedSegment Segment)> Segments { get; } = [];

        public List<(string? From, string Text)> Notes { get; } = [];

        public ReturnedUnit Unit(string id) => new(id, Role, [.. Segments.OrderBy(s => s.Number)
            .Select((s, i) => i == Segments.Count - 1 ? s.Segment : s.Segment with { Segment = s.Segment.Segment with { Space = " " } })], Place) { Notes = [.. Notes] };
    }
}
