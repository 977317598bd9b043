// The file, in short; docs/exchange.md specifies it.
//
//   <xliff version="1.2">
//     <file original source-language target-language datatype="x-markdown" xml:space="preserve">
//       <header>
//         <skl><internal-file>                  what the file held when it was exported (ExchangeBase.cs)
//         <phase-group><phase contact-name>     who made which translations
//         <tool>
//       <body>
//         <group id="UNIT" restype="x-pk-ROLE">
//           <trans-unit id="UNIT.s1" approved>  a sentence, since the state is the target's
//             <source/> <target state state-qualifier phase-name/>
//             <alt-trans>                       what it was before its source changed, what the memory knows
//             <note>                            where it stands, what the author says, what its codes stand for, terms
//
// Where there is no translation, the target is the source, in the state "new": some tools show nothing else to a translator.

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>Writes XLIFF 1.2 for translators' own tools.</summary>
internal static class Xliff12Writer
{
    /// <summary>The file's bytes.</summary>
    /// <param name="export">What to export.</param>
    /// <param name="version">The version of the tool.</param>
    public static byte[] Write(Export export, string version)
    {
        var units = export.Units.Select(u => u.Unit).ToImmutableArray();
        var makers = units.SelectMany(u => u.Segments).Select(s => s.Provenance).OfType<Provenance>().Distinct().Index()
            .ToDictionary(m => m.Item, m => Name("p", m.Index));
        var markup = new XliffMarkup();
        markup.Start("xliff", ("version", "1.2"), ("xmlns", Xliff12Names.Core));
        markup.Start("file", ("original", export.Original), ("source-language", export.Source.Tag), ("target-language", export.Target.Tag),
            ("datatype", "x-markdown"), ("xml:space", "preserve"));
        markup.Start("header");
        markup.Start("skl");
        markup.Leaf("internal-file", XliffMarkup.Plain(ExchangeBase.Of(export.Revision, units, Shown).Write(units.Select(u => u.Id))),
            ("form", "text/x-presskit-base"));
        markup.End("skl");
        WriteMakers(markup, makers);
        markup.Leaf("tool", "", ("tool-id", "presskit"), ("tool-name", "PressKit"), ("tool-version", version));
        markup.End("header");
        if (units.IsEmpty) markup.Leaf("body", "");
        else
        {
            markup.Start("body");
            foreach (var unit in export.Units) Write(markup, unit, makers);
            markup.End("body");
        }

        markup.End("file");
        markup.End("xliff");
        return markup.ToBytes();
    }

    /// <summary>The target that the file shows.</summary>
    private static InlineContent Shown(SegmentTranslation segment) => segment.Target ?? segment.Segment.Source;

    private static void WriteMakers(XliffMarkup markup, Dictionary<Provenance, string> makers)
    {
        if (makers.Count == 0) return;
        markup.Start("phase-group");
        foreach (var (maker, name) in makers)
        {
            markup.Leaf("phase", "", ("phase-name", name), ("process-name", maker.Origin == Origin.Author ? "translation" : XliffNames.NameOf(maker.Origin)),
                ("contact-name", maker.Maker), ("job-id", maker.Method), ("date", maker.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        }

        markup.End("phase-group");
    }

    private static void Write(XliffMarkup markup, ExportedUnit exported, Dictionary<Provenance, string> makers)
    {
        var unit = exported.Unit;
        markup.Start("group", ("id", unit.Id), ("restype", "x-pk-" + XliffNames.NameOf(unit.Role)));
        foreach (var (index, segment) in unit.Segments.Index())
        {
            var (state, qualifier) = Xliff12Names.StateOf(segment);
            markup.Start("trans-unit", ("id", $"{unit.Id}.{XliffWriter.SegmentId(index)}"),
                ("approved", segment.Target is not null && segment.State >= SegmentState.Reviewed ? "yes" : null));
            markup.Leaf("source", Inline(segment.Segment.Source));
            markup.Leaf("target", Inline(Shown(segment)), ("state", state), ("state-qualifier", qualifier),
                ("phase-name", segment.Provenance is { } maker ? makers[maker] : null));
            if (segment.Previous is { } previous) WriteOther(markup, previous.Source, previous.Target, "previous-version", null, null);
            foreach (var conflict in segment.Conflicts)
                WriteOther(markup, conflict.Source, conflict.Target, Xliff12Names.Conflict, conflict.Provenance?.Maker, null);
            foreach (var match in exported.Matches.Where(m => m.Segment == index))
                WriteOther(markup, match.Source, match.Target, "proposal", match.Origin, match.Similarity.ToString("0.##", CultureInfo.InvariantCulture) + "%");
            WriteNote(markup, "where", exported.Place);
            if (unit.Note is { } note) WriteNote(markup, "author", note);
            if (exported.Rendering is { } rendering) WriteNote(markup, "rendering", rendering);
            foreach (var term in exported.Terms)
                WriteNote(markup, "term", $"{term.Text} = {term.Translation}{(term.Note is { } why ? $" ({why})" : "")}");
            markup.End("trans-unit");
        }

        markup.End("group");
    }

    private static void WriteOther(
        XliffMarkup markup, InlineContent source, InlineContent target, string type, string? origin, string? quality)
    {
        markup.Start("alt-trans", ("match-quality", quality), ("origin", origin), ("alttranstype", type));
        markup.Leaf("source", Inline(source));
        markup.Leaf("target", Inline(target));
        markup.End("alt-trans");
    }

    private static void WriteNote(XliffMarkup markup, string about, string text) =>
        markup.Leaf("note", XliffMarkup.Plain(text), ("from", $"PressKit {about}"));

    private static string Inline(InlineContent content)
    {
        var text = new StringBuilder();
        foreach (var piece in content)
        {
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    text.Append(XliffMarkup.Plain(piece.Text));
                    break;
                case PieceKind.Open:
                    XliffMarkup.AppendTag(text, "g", ("id", Name("", piece.Code!.Id - 1)), ("ctype", Xliff12Names.TypeOf(piece.Code)));
                    text.Append('>');
                    break;
                case PieceKind.Close:
                    text.Append("</g>");
                    break;
                default:
                    XliffMarkup.AppendTag(text, "x", ("id", Name("", piece.Code!.Id - 1)), ("ctype", Xliff12Names.TypeOf(piece.Code)),
                        ("equiv-text", piece.Code.Equivalent.Length == 0 ? piece.Code.Open : piece.Code.Equivalent));
                    text.Append("/>");
                    break;
            }
        }

        return text.ToString();
    }

    private static string Name(string prefix, int index) => prefix + (index + 1).ToString(CultureInfo.InvariantCulture);
}
