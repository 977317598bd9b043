// A stored translation's form (Xliff/XliffWriter.cs), and besides:
//
//   <skeleton>                       what the file held when it was exported (ExchangeBase.cs)
//   <unit its:person its:tool>       who made it, where that is one
//     <mtc:match type="tm">          what the memory knows
//     <gls:glossary>                 the glossary's terms in it
//     <note category="pk:place">     the headings above it
//     <note category="pk:rendering"> what its codes stand for

using System.Collections.Immutable;
using System.Globalization;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>Writes XLIFF 2.1 for translators' own tools.</summary>
internal static class Xliff21Writer
{
    /// <summary>The category of the note that says where a unit stands.</summary>
    public const string Place = "pk:place";

    /// <summary>The category of the note that says what codes stand for.</summary>
    public const string Rendering = "pk:rendering";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Export export)
    {
        var markup = new XliffMarkup();
        markup.Start("xliff", ("xmlns", XliffNames.Core), ("xmlns:gls", XliffNames.Glossary), ("xmlns:its", XliffNames.Its),
            ("xmlns:mda", XliffNames.Metadata), ("xmlns:mtc", XliffNames.Matches), ("version", "2.1"), ("its:version", "2.0"),
            ("srcLang", export.Source.Tag), ("trgLang", export.Target.Tag));
        markup.Start("file", ("id", "f1"), ("original", export.Original), ("xml:space", "preserve"));
        var units = export.Units.Select(u => u.Unit).ToImmutableArray();
        markup.Leaf("skeleton", XliffMarkup.Plain(ExchangeBase.Of(export.Revision, units, s => s.Target).Write(units.Select(u => u.Id))));
        foreach (var unit in export.Units) Write(markup, unit);
        if (units.IsEmpty) markup.Leaf("group", "", ("id", "none"));
        markup.End("file");
        markup.End("xliff");
        return markup.ToBytes();
    }

    private static void Write(XliffMarkup markup, ExportedUnit exported)
    {
        var unit = exported.Unit;
        var inline = new InlineWriter(
            [.. unit.Segments.Select(s => s.Segment.Source)],
            [.. unit.Segments.Where(s => s.Target is not null).Select(s => s.Target!)]);
        var maker = unit.Segments.Select(s => s.Provenance).Distinct().ToList() is [{ } one] ? one : null;
        markup.Start("unit", ("id", unit.Id), ("type", XliffNames.Prefix + XliffNames.NameOf(unit.Role)),
            ("its:person", maker?.Origin == Origin.Author ? maker.Maker : null),
            ("its:tool", maker?.Origin is Origin.Machine or Origin.Memory ? maker.Maker : null));
        XliffWriter.WriteMatches(markup, unit, exported.Matches);
        WriteTerms(markup, exported.Terms);
        XliffWriter.WriteProvenance(markup, unit);
        markup.Start("notes");
        WriteNote(markup, Place, exported.Place);
        if (unit.Note is { } note) WriteNote(markup, XliffNames.AuthorNote, note);
        if (exported.Rendering is { } rendering) WriteNote(markup, Rendering, rendering);
        markup.End("notes");
        inline.WriteOriginalData(markup);
        foreach (var (index, segment) in unit.Segments.Index())
            XliffWriter.Write(markup, inline, segment, XliffWriter.SegmentId(index));
        markup.End("unit");
    }

    private static void WriteTerms(XliffMarkup markup, ImmutableArray<ExportedTerm> terms)
    {
        if (terms.IsEmpty) return;
        markup.Start("gls:glossary");
        foreach (var (index, term) in terms.Index())
        {
            markup.Start("gls:glossEntry", ("id", "pk" + (index + 1).ToString(CultureInfo.InvariantCulture)));
            markup.Leaf("gls:term", XliffMarkup.Plain(term.Text));
            markup.Leaf("gls:translation", XliffMarkup.Plain(term.Translation));
            if (term.Note is { } note) markup.Leaf("gls:definition", XliffMarkup.Plain(note));
            markup.End("gls:glossEntry");
        }

        markup.End("gls:glossary");
    }

    private static void WriteNote(XliffMarkup markup, string category, string text) =>
        markup.Leaf("note", XliffMarkup.Plain(text), ("category", category));
}
