using System.Globalization;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>Reads the inline content of one unit of XLIFF 1.2: first its source, then its target, whose codes are the source's own.
/// <c>g</c>, <c>bx</c> and <c>ex</c>, <c>bpt</c> and <c>ept</c> span text, <c>x</c>, <c>ph</c> and <c>it</c> stand alone; what is
/// written inside of a code is the tool's, and not read.</summary>
internal sealed class Inline12Reader(XliffReport report)
{
    private readonly Dictionary<int, InlineCode> _codes = [];
    private bool _isTarget;

    public InlineContent Source(XliffElement source) => Read(source);

    public InlineContent Target(XliffElement target)
    {
        _isTarget = true;
        return Read(target);
    }

    private InlineContent Read(XliffElement element)
    {
        var pieces = new List<Piece>();
        var open = new Stack<(InlineCode Code, string Key)>();
        Walk(element, pieces, open);
        if (open.TryPop(out var left))
        {
            report.Error("xliff.code-nesting", element.Place, $"Code '{left.Code.Id}' does not end in its sentence.", "Let every code end in its sentence, innermost first.");
            return InlineContent.Empty;
        }

        try
        {
            return InlineContent.Of(pieces);
        }
        catch (ArgumentException)
        {
            report.Error("xliff.code-nesting", element.Place, "Codes overlap.", "Let every code end in its sentence, innermost first.");
            return InlineContent.Empty;
        }
    }

    // As deep as the file, which has a limit.
    private void Walk(XliffElement parent, List<Piece> pieces, Stack<(InlineCode Code, string Key)> open)
    {
        foreach (var node in parent.Nodes)
        {
            if (node is string text)
            {
                pieces.Add(Piece.Run(text));
                continue;
            }

            var element = (XliffElement)node;
            switch (element.Namespace == Xliff12Names.Core ? element.Name : "")
            {
                case "mrk":
                    Walk(element, pieces, open);
                    break;
                case "g" when Code(element, spans: true) is { } code:
                    pieces.Add(Piece.Open(code));
                    Walk(element, pieces, open);
                    pieces.Add(Piece.Close(code));
                    break;
                case "x" or "ph" or "it" when Code(element, spans: false) is { } code:
                    pieces.Add(Piece.Alone(code));
                    break;
                case "bx" or "bpt" when Code(element, spans: true) is { } code:
                    pieces.Add(Piece.Open(code));
                    open.Push((code, Key(element)));
                    break;
                case "ex" or "ept":
                    if (open.TryPop(out var innermost) && innermost.Key == Key(element)) pieces.Add(Piece.Close(innermost.Code));
                    else report.Error("xliff.code-nesting", element.Place, $"Code '{Key(element)}' ends where it is not the innermost one.", "Let every code end in its sentence, innermost first.");
                    break;
                case "g" or "x" or "ph" or "it" or "bx" or "bpt":
                    break;
                default:
                    report.Invalid(element.Place, $"<{element.Name}> cannot stand in the text of a segment.", "Take it out, or export the file again from the tool that wrote it.");
                    break;
            }
        }
    }

    private static string Key(XliffElement element) => element["rid"] ?? element["id"] ?? "";

    private InlineCode? Code(XliffElement element, bool spans)
    {
        if (!int.TryParse(element["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
        {
            report.Error("xliff.unknown-code", element.Place, $"'{element["id"]}' is no code of the source.", "Use the codes of the source only, with their ids.");
            return null;
        }

        if (_isTarget)
        {
            if (_codes.TryGetValue(id, out var known) && known.Spans == spans) return known;
            report.Error("xliff.unknown-code", element.Place,
                known is null ? $"The source has no code '{id}'." : $"Code '{id}' {(known.Spans ? "spans text" : "stands alone")} in the source, and not here.",
                "Use the codes of the source only, with their ids; a translation cannot bring in markup.");
            return null;
        }

        var code = new InlineCode(id, Xliff12Names.KindOf(element["ctype"]), element["equiv-text"] ?? "", spans ? "" : null);
        if (_codes.TryAdd(id, code)) return code;
        report.Invalid(element.Place, $"The id '{id}' stands twice.", "Give each code of a source an id of its own.");
        return null;
    }
}
