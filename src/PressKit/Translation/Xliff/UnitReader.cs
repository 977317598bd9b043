using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Translation.Xliff;

/// <summary>Reads one unit.</summary>
internal sealed class UnitReader
{
    private readonly XliffElement _unit;
    private readonly XliffReport _report;
    private readonly InlineReader _inline;

    private UnitReader(XliffElement unit, XliffReport report) =>
        (_unit, _report, _inline) = (unit, report, new InlineReader(unit, report));

    /// <summary>The unit; null where it has no segment, which is reported.</summary>
    public static TranslatedUnit? Read(XliffElement unit, string id, XliffReport report) =>
        new UnitReader(unit, report).Read(id);

    private TranslatedUnit? Read(string id)
    {
        var parts = _unit.Nodes.OfType<XliffElement>().Where(e => e.Is("segment") || e.Is("ignorable"))
            .Select(ReadPart).ToList();
        if (!parts.Any(p => p.Element.Is("segment")))
        {
            _report.Invalid(_unit.Place, $"Unit '{id}' has no segment.", "Take the unit out, or give it its segments back.");
            return null;
        }

        var (provenance, previous, conflicts) = (ReadProvenance(), ReadPrevious(), ReadConflicts());
        var sentences = new List<Sentence>();
        var before = new List<Piece>();
        foreach (var part in parts)
        {
            if (part.Element.Is("segment"))
            {
                sentences.Add(ReadSentence(part, before, provenance, previous, conflicts));
                before.Clear();
            }
            else if (sentences.Count > 0) Append(sentences[^1], part);
            else before.AddRange(_inline.Content(part.Source));
        }

        var result = new TranslatedUnit(id, RoleOf(_unit["type"]), [.. sentences.Select(sentence => sentence.Segment)])
        {
            Note = _unit.Elements("notes").SelectMany(n => n.Elements("note"))
                .FirstOrDefault(n => n["category"] == XliffNames.AuthorNote)?.Text(_report),
        };
        if (_report.Failed) return result;
        foreach (var match in Matches(XliffNames.Conflict)) WarnOfConflict(match, sentences, parts);
        return result;
    }

    /// <summary>The role that a unit's type names.</summary>
    public static UnitRole RoleOf(string? type) => type is not null && type.StartsWith(XliffNames.Prefix, StringComparison.Ordinal)
        && XliffNames.TryParse(type[XliffNames.Prefix.Length..], out UnitRole role) ? role : UnitRole.Other;

    /// <summary>Who is named in metadata; null where it does not say who made a translation, how and when.</summary>
    public static Provenance? MakerOf(Dictionary<string, string> meta)
    {
        if (!XliffNames.TryParse(meta.GetValueOrDefault("origin"), out Origin origin)
            || !meta.TryGetValue("maker", out var maker) || At(meta, "at") is not { } at) return null;
        return new Provenance(origin, maker, meta.GetValueOrDefault("method"), at)
        {
            Glossary = meta.GetValueOrDefault("glossary"),
            Revised = meta.TryGetValue("revised-by", out var by) && At(meta, "revised-at") is { } revised ? new Revisal(by, revised) : null,
            Repaired = At(meta, "repaired-at"),
        };
    }

    private Part ReadPart(XliffElement element, int index)
    {
        _inline.Claim(element["id"], element.Place);
        var target = element.Element("target");
        if (target?["order"] is { } order && order != (index + 1).ToString(CultureInfo.InvariantCulture))
        {
            _report.Error("xliff.target-order", target.Place,
                "The translation's sentences stand in another order than the source's.",
                "Write what a reader should read first into the first segment, and take the order attributes out.");
        }

        if (element.Element("source") is { } source)
            return new Part(element, _inline.Source(source), target, target is null ? null : _inline.Target(target));
        _report.Invalid(element.Place, $"<{element.Name}> has no source.", "Give it back its <source>.");
        return new Part(element, [], target, null);
    }

    private Sentence ReadSentence(
        Part part, List<Piece> before, Dictionary<string, Provenance> provenance, Dictionary<string, PreviousTranslation> previous,
        ILookup<string, ConflictingTranslation> conflicts)
    {
        var element = part.Element;
        if (!XliffNames.TryParse(element["state"] ?? "initial", out SegmentState state))
        {
            _report.Invalid(element.Place, $"There is no state '{element["state"]}'.",
                "Write initial, translated, reviewed or final.");
        }

        var source = _inline.Content(part.Source);
        var target = part.Target is null ? null : _inline.Content(part.Target);

        // Tools write an empty target where nothing was translated yet.
        if (target is { Count: 0 } && source.Count > 0 && state == SegmentState.Initial
            && element["subState"] != XliffNames.MachineDraft) target = null;
        if (target is null) state = SegmentState.Initial;
        return new Sentence([.. before, .. source], target is null ? null : [.. before, .. target], state,
            provenance.GetValueOrDefault(element["id"] ?? ""), previous.GetValueOrDefault(element["id"] ?? ""),
            [.. conflicts[element["id"] ?? ""]]) { IsRepaired = state != SegmentState.Initial && element["subState"] == XliffNames.Repaired };
    }

    // What stands between segments is the space between sentences. Some tools put codes there as well, which then
    // belong to the sentence before.
    private void Append(Sentence sentence, Part part)
    {
        var between = _inline.Content(part.Source);
        if (between.All(p => p.Kind == PieceKind.Text))
        {
            sentence.Space.Append(between.PlainText);
            return;
        }

        var space = Piece.Run(sentence.Space.ToString());
        sentence.Space.Clear();
        sentence.Source.AddRange([space, .. between]);
        sentence.Target?.AddRange([space, .. part.Target is null ? between : _inline.Content(part.Target)]);
    }

    private Dictionary<string, Provenance> ReadProvenance()
    {
        var result = new Dictionary<string, Provenance>(StringComparer.Ordinal);
        var groups = _unit.Elements("metadata", XliffNames.Metadata)
            .SelectMany(m => m.Elements("metaGroup", XliffNames.Metadata))
            .Where(g => g["category"] == XliffNames.Provenance);
        foreach (var group in groups)
        {
            var meta = Meta(group);
            if (ReadMaker(group, meta) is not { } made) continue;
            foreach (var segment in (meta.GetValueOrDefault("segments") ?? "").Split(' ')) result[segment] = made;
        }

        return result;
    }

    private Dictionary<string, string> Meta(XliffElement group) =>
        group.Elements("meta", XliffNames.Metadata).GroupBy(m => m["type"] ?? "", StringComparer.Ordinal)
            .ToDictionary(m => m.Key, m => m.First().Text(_report), StringComparer.Ordinal);

    private Provenance? ReadMaker(XliffElement group, Dictionary<string, string> meta)
    {
        if (MakerOf(meta) is { } maker) return maker;
        _report.Invalid(group.Place, "It does not say who made the translation, how and when.",
            "Give it back its origin (machine, memory, author), its maker and its time (2026-03-01T09:30:00Z).");
        return null;
    }

    private static DateTimeOffset? At(Dictionary<string, string> meta, string type) =>
        DateTimeOffset.TryParseExact(meta.GetValueOrDefault(type), XliffNames.Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private Dictionary<string, PreviousTranslation> ReadPrevious()
    {
        var result = new Dictionary<string, PreviousTranslation>(StringComparer.Ordinal);
        foreach (var match in Matches(XliffNames.Previous))
        {
            if (ReadMatch(match) is { } previous) result.TryAdd(SegmentOf(match), previous);
        }

        foreach (var match in Matches(XliffNames.Memory))
        {
            var similarity = double.TryParse(match["similarity"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? (int)Math.Clamp(percent, 0, 100) : 0;
            if (ReadMatch(match) is { } suggestion) result.TryAdd(SegmentOf(match), suggestion with { Similarity = similarity });
        }

        return result;
    }

    private ILookup<string, ConflictingTranslation> ReadConflicts() =>
        Matches(XliffNames.Conflict).Select(match => (Id: SegmentOf(match), Conflict: ReadConflict(match)))
            .Where(c => c.Conflict is not null).ToLookup(c => c.Id, c => c.Conflict!, StringComparer.Ordinal);

    private ConflictingTranslation? ReadConflict(XliffElement match)
    {
        if (ReadMatch(match) is not { } text) return null;
        var group = match.Elements("metadata", XliffNames.Metadata).SelectMany(m => m.Elements("metaGroup", XliffNames.Metadata))
            .FirstOrDefault(g => g["category"] == XliffNames.Provenance);
        var meta = group is null ? [] : Meta(group);
        var state = XliffNames.TryParse(meta.GetValueOrDefault("state"), out SegmentState known) ? known : SegmentState.Initial;
        var maker = meta.ContainsKey("maker") ? ReadMaker(group!, meta) : null;
        return new ConflictingTranslation(text.Source, text.Target, state, maker);
    }

    private IEnumerable<XliffElement> Matches(string subType) =>
        _unit.Elements("matches", XliffNames.Matches).SelectMany(m => m.Elements("match", XliffNames.Matches)).Where(m => m["subType"] == subType);

    // A fragment identifier (core, 4.9): the segment's id is its last part.
    private static string SegmentOf(XliffElement match)
    {
        var reference = match["ref"] ?? "";
        return reference[(reference.LastIndexOfAny(['#', '/', '=']) + 1)..];
    }

    private PreviousTranslation? ReadMatch(XliffElement match)
    {
        var inline = new InlineReader(match, _report);
        if (match.Element("source") is { } source && match.Element("target") is { } target)
        {
            var (sourceSteps, targetSteps) = (inline.Source(source), inline.Target(target));
            return new PreviousTranslation(inline.Content(sourceSteps), inline.Content(targetSteps));
        }

        _report.Invalid(match.Place, "The other translation of the segment lacks its source or its target.",
            "Give it back what it lacks, or take the match out.");
        return null;
    }

    private void WarnOfConflict(XliffElement match, List<Sentence> sentences, List<Part> parts)
    {
        var segments = parts.Where(p => p.Element.Is("segment")).ToList();
        var at = segments.FindIndex(p => p.Element["id"] == SegmentOf(match));
        if (at < 0 || ReadConflict(match) is not { } conflict) return;
        _report.Warn("translation.conflict", match.Place,
            $"Two translations of “{conflict.Source.ReadingText}”. In force: “{sentences[at].Segment.Target?.ReadingText}”. {conflict.Provenance?.Maker ?? "From outside"}: “{conflict.Target.ReadingText}”.",
            "Settle it: 'presskit exchange import' of this file with --take theirs or --take ours.");
    }

    private sealed record Sentence(
        List<Piece> Source, List<Piece>? Target, SegmentState State, Provenance? Provenance, PreviousTranslation? Previous,
        ImmutableArray<ConflictingTranslation> Conflicts)
    {
        public StringBuilder Space { get; } = new();

        public bool IsRepaired { get; init; }

        public SegmentTranslation Segment => new(
            new Segment(InlineContent.Of(Source), Space.ToString()), Target is null ? null : InlineContent.Of(Target), State,
            Provenance, Previous) { Conflicts = Conflicts, IsRepaired = IsRepaired };
    }

    private sealed record Part(
        XliffElement Element, List<InlineReader.Step> Source, XliffElement? TargetElement,
        List<InlineReader.Step>? Target);
}
