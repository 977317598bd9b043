// The file, in short; docs/xliff.md specifies it.
//
//   <xliff version="2.1" srcLang trgLang>
//     <file id="f1" original="the source file" canResegment="no" xml:space="preserve">
//       <skeleton href="revisions/HASH.md"/>        the source text that the translation was made from
//       <unit id type="pk:ROLE">                    a heading, a paragraph, a cell, a field
//         <mtc:matches>                             what its sentences were translated as before their source changed
//         <mda:metadata>                            who made which segments, how and when
//         <notes>                                   what the author tells translators about it
//         <originalData>                            the Markdown that the inline codes stand for
//         <segment id="s1" state subState>          a sentence; subState pk:mt is a machine draft,
//                                                   pk:repaired one that follows its source's figures or markup
//           <source/> <target/>                     no target: not translated yet
//         <ignorable><source/>                      the space before the next sentence
//       <group type="pk:gone" translate="no">       units of what persons translated and the source no longer has
//
// XLIFF 2.1, UTF-8 without a byte order mark, lines end in LF, two spaces a level, everything in document order: a
// translation has one form, and a file that PressKit wrote comes back byte for byte when it is read and written again.

using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PressKit.Translation.Exchange;

namespace PressKit.Translation.Xliff;

/// <summary>Writes a stored translation as an XLIFF 2.1 file, always in the same form.</summary>
public static class XliffWriter
{
    /// <summary>The file's bytes. Halves of surrogate pairs, and in names and dates whatever XML cannot hold, become
    /// U+FFFD; all else comes back as it was.</summary>
    /// <exception cref="ArgumentException">The translation is not what its type promises: an id is no name token or stands
    /// twice, a unit has no segments, a target has a code that its source has not.</exception>
    public static byte[] Write(StoredTranslation translation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var markup = new XliffMarkup();
        markup.Start("xliff", ("xmlns", XliffNames.Core), ("xmlns:mda", XliffNames.Metadata),
            ("xmlns:mtc", XliffNames.Matches), ("version", "2.1"), ("srcLang", translation.SourceLanguage.Tag),
            ("trgLang", translation.TargetLanguage.Tag));
        markup.Start("file", ("id", "f1"), ("original", Known(translation.Original)), ("canResegment", "no"),
            ("xml:space", "preserve"));
        if (Known(translation.Revision) is { } revision)
            markup.Leaf("skeleton", "", ("href", $"revisions/{revision}.md"));
        WriteUnits(translation.Units);
        if (!translation.Gone.IsEmpty)
        {
            markup.Start("group", ("id", "gone"), ("type", XliffNames.Gone), ("translate", "no"));
            WriteUnits(translation.Gone);
            markup.End("group");
        }

        // A file holds a unit or a group, if only an empty one (core, file).
        if (translation.Units.IsEmpty && translation.Gone.IsEmpty) markup.Leaf("group", "", ("id", "none"));
        markup.End("file");
        markup.End("xliff");
        return markup.ToBytes();

        void WriteUnits(ImmutableArray<TranslatedUnit> units)
        {
            foreach (var unit in units)
            {
                if (!IsNameToken(unit.Id)) throw Wrong($"'{unit.Id}' is not an XML name token.");
                if (!ids.Add(unit.Id)) throw Wrong($"Two units have the id '{unit.Id}'.");
                if (unit.Segments.IsEmpty) throw Wrong($"Unit '{unit.Id}' has no segments.");
                Write(markup, unit);
            }
        }

        ArgumentException Wrong(string message) => new(message, nameof(translation));
    }

    /// <summary>Whether an id may stand in XML.</summary>
    internal static bool IsNameToken(string id) => id.Length > 0 && id.All(c => XmlConvert.IsNCNameChar(c) || c == ':');

    private static void Write(XliffMarkup markup, TranslatedUnit unit)
    {
        var inline = new InlineWriter(
            [.. unit.Segments.Select(s => s.Segment.Source)],
            [.. unit.Segments.Where(s => s.Target is not null).Select(s => s.Target!)]);
        markup.Start("unit", ("id", unit.Id), ("type", XliffNames.Prefix + XliffNames.NameOf(unit.Role)));
        WriteMatches(markup, unit, []);
        WriteProvenance(markup, unit);
        WriteNote(markup, unit.Note);
        inline.WriteOriginalData(markup);
        foreach (var (index, segment) in unit.Segments.Index()) Write(markup, inline, segment, SegmentId(index));
        markup.End("unit");
    }

    /// <summary>A segment, and the space behind it.</summary>
    internal static void Write(XliffMarkup markup, InlineWriter inline, SegmentTranslation segment, string id)
    {
        // A state beyond the first needs a target (core, state).
        var state = segment.Target is null ? SegmentState.Initial : segment.State;
        markup.Start("segment", ("id", id), ("state", XliffNames.NameOf(state)),
            ("subState", segment.IsMachineDraft ? XliffNames.MachineDraft : segment.IsRepaired ? XliffNames.Repaired : null));
        markup.Leaf("source", inline.Source(segment.Segment.Source));
        if (segment.Target is not null) markup.Leaf("target", inline.Target(segment.Target));
        markup.End("segment");
        if (segment.Segment.Space.Length == 0) return;
        markup.Start("ignorable");
        markup.Leaf("source", XliffMarkup.Inline(segment.Segment.Space));
        markup.End("ignorable");
    }

    /// <summary>What the segments were before their source changed, what others made of them, and what a memory knows.</summary>
    internal static void WriteMatches(XliffMarkup markup, TranslatedUnit unit, ImmutableArray<ExportedMatch> known)
    {
        if (known.IsEmpty && unit.Segments.All(s => s.Previous is null && s.Conflicts.IsEmpty)) return;
        markup.Start("mtc:matches");
        foreach (var (index, segment) in unit.Segments.Index())
        {
            if (segment.Previous is { Similarity: { } similarity } suggestion) WriteMatch(markup, new ExportedMatch(index, suggestion.Source, suggestion.Target, similarity, ""), XliffNames.Memory);
            else if (segment.Previous is { } previous) WriteMatch(markup, index, XliffNames.Previous, previous.Source, previous.Target, null);
            foreach (var conflict in segment.Conflicts) WriteMatch(markup, index, XliffNames.Conflict, conflict.Source, conflict.Target, conflict);
            foreach (var match in known.Where(m => m.Segment == index)) WriteMatch(markup, match);
        }

        markup.End("mtc:matches");
    }

    private static void WriteMatch(XliffMarkup markup, ExportedMatch match, string? subType = null)
    {
        var inline = new InlineWriter([match.Source], [match.Target]);
        markup.Start("mtc:match", ("ref", "#" + SegmentId(match.Segment)), ("type", "tm"), ("subType", subType),
            ("origin", match.Origin.Length == 0 ? null : match.Origin), ("similarity", match.Similarity.ToString("0.##", CultureInfo.InvariantCulture)));
        inline.WriteOriginalData(markup);
        markup.Leaf("source", inline.Source(match.Source));
        markup.Leaf("target", inline.Target(match.Target));
        markup.End("mtc:match");
    }

    private static void WriteMatch(
        XliffMarkup markup, int index, string subType, InlineContent source, InlineContent target, ConflictingTranslation? conflict)
    {
        var inline = new InlineWriter([source], [target]);
        markup.Start("mtc:match", ("ref", "#" + SegmentId(index)), ("type", "other"), ("subType", subType));
        if (conflict is not null)
        {
            markup.Start("mda:metadata");
            markup.Start("mda:metaGroup", ("category", XliffNames.Provenance));
            WriteMeta(markup, "state", XliffNames.NameOf(conflict.State));
            if (conflict.Provenance is { } maker) WriteMaker(markup, maker);
            markup.End("mda:metaGroup");
            markup.End("mda:metadata");
        }

        inline.WriteOriginalData(markup);
        markup.Leaf("source", inline.Source(source));
        markup.Leaf("target", inline.Target(target));
        markup.End("mtc:match");
    }

    private static void WriteNote(XliffMarkup markup, string? note)
    {
        if (note is null) return;
        markup.Start("notes");
        markup.Leaf("note", XliffMarkup.Plain(note), ("category", XliffNames.AuthorNote));
        markup.End("notes");
    }

    /// <summary>Who made which segments.</summary>
    internal static void WriteProvenance(XliffMarkup markup, TranslatedUnit unit)
    {
        var makers = unit.Segments.Index().Where(s => s.Item.Provenance is not null)
            .GroupBy(s => s.Item.Provenance!, s => SegmentId(s.Index)).ToList();
        if (makers.Count == 0) return;
        markup.Start("mda:metadata");
        foreach (var maker in makers)
        {
            markup.Start("mda:metaGroup", ("category", XliffNames.Provenance));
            WriteMeta(markup, "segments", string.Join(' ', maker));
            WriteMaker(markup, maker.Key);
            markup.End("mda:metaGroup");
        }

        markup.End("mda:metadata");
    }

    private static void WriteMaker(XliffMarkup markup, Provenance maker)
    {
        WriteMeta(markup, "origin", XliffNames.NameOf(maker.Origin));
        WriteMeta(markup, "maker", maker.Maker);
        if (maker.Method is { } method) WriteMeta(markup, "method", method);
        WriteMeta(markup, "at", Written(maker.At));
        if (maker.Glossary is { } glossary) WriteMeta(markup, "glossary", glossary);
        if (maker.Revised is { } revised)
        {
            WriteMeta(markup, "revised-by", revised.By);
            WriteMeta(markup, "revised-at", Written(revised.At));
        }

        if (maker.Repaired is { } repaired) WriteMeta(markup, "repaired-at", Written(repaired));
    }

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString(XliffNames.Instant, CultureInfo.InvariantCulture);

    private static void WriteMeta(XliffMarkup markup, string type, string value) =>
        markup.Leaf("mda:meta", XliffMarkup.Plain(value), ("type", type));

    private static string? Known(string value) => value.Length == 0 ? null : value;

    /// <summary>The id of a segment by its number from 0.</summary>
    internal static string SegmentId(int index) => "s" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
