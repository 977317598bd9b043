using System.Globalization;
using System.Text;

namespace PressKit.Translation.Xliff;

/// <summary>Reads the inline content that shares one set of codes and one <c>originalData</c>: a unit's, or a match's.
/// All sources are read first, then the contents are made: a target's codes are the sources' own, found by id.</summary>
internal sealed class InlineReader(XliffElement scope, XliffReport report)
{
    private readonly Dictionary<string, string> _data = ReadData(scope, report);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _targetIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XliffElement> _ends = new(StringComparer.Ordinal);
    private readonly List<Step> _found = [];
    private Dictionary<string, InlineCode>? _codes;

    private Dictionary<string, InlineCode> Codes => _codes ??= NumberCodes();

    /// <summary>Takes an id that has to be unique among the sources' elements.</summary>
    public void Claim(string? id, Place place)
    {
        if (id is not null && !_ids.Add(id)) ReportTwice(id, place);
    }

    /// <summary>The steps of a source, whose codes become known.</summary>
    public List<Step> Source(XliffElement source) => Walk(source, isTarget: false);

    /// <summary>The steps of a target.</summary>
    public List<Step> Target(XliffElement target) => Walk(target, isTarget: true);

    /// <summary>The content of steps; empty where its codes are not in order, which is reported.</summary>
    public InlineContent Content(List<Step> steps)
    {
        var pieces = new List<Piece>(steps.Count);
        var open = new Stack<(Step Step, InlineCode Code)>();
        foreach (var step in steps)
        {
            if (step.Kind == PieceKind.Text)
            {
                pieces.Add(Piece.Run(step.Text));
                continue;
            }

            if (step.Id.Length == 0) return InlineContent.Empty;
            if (step.Kind == PieceKind.Close)
            {
                if (open.TryPop(out var innermost) && innermost.Step.Id == step.Id)
                {
                    pieces.Add(Piece.Close(innermost.Code));
                    continue;
                }

                ReportNesting(step, $"Code '{step.Id}' ends where it is not the innermost one.");
                return InlineContent.Empty;
            }

            if (Find(step) is not { } code) return InlineContent.Empty;
            if (step.Kind == PieceKind.Open) open.Push((step, code));
            pieces.Add(step.Kind == PieceKind.Open ? Piece.Open(code) : Piece.Alone(code));
        }

        if (!open.TryPop(out var left)) return InlineContent.Of(pieces);
        ReportNesting(left.Step, $"Code '{left.Step.Id}' does not end in its sentence.");
        return InlineContent.Empty;
    }

    private InlineCode? Find(Step step)
    {
        if (!Codes.TryGetValue(step.Id, out var code) && step.Element["copyOf"] is { } original)
            Codes.TryGetValue(original, out code);
        if (code is not null && code.Spans == (step.Kind == PieceKind.Open)) return code;
        report.Error("xliff.unknown-code", step.Place,
            code is null ? $"The source has no code '{step.Id}'."
            : code.Spans ? $"Code '{step.Id}' spans text in the source and stands alone here."
            : $"Code '{step.Id}' stands alone in the source and spans text here.",
            "Use the codes of the source only, with their ids; a translation cannot bring in markup.");
        return null;
    }

    private List<Step> Walk(XliffElement content, bool isTarget)
    {
        var steps = new List<Step>();
        WalkNodes(content, steps, isTarget);
        if (!content.KeepsSpace) FoldLines(steps);
        return steps;
    }

    // As deep as the file, which has a limit.
    private void WalkNodes(XliffElement element, List<Step> steps, bool isTarget)
    {
        foreach (var node in element.Nodes)
        {
            if (node is string text) steps.Add(Step.OfText(text, element));
            else WalkElement((XliffElement)node, steps, isTarget);
        }
    }

    private void WalkElement(XliffElement element, List<Step> steps, bool isTarget)
    {
        switch (element.Namespace == XliffNames.Core ? element.Name : "")
        {
            case "cp":
                steps.Add(Step.OfText(element.CodePoint(report), element));
                break;
            case "ph":
                Add(PieceKind.Alone, "id");
                break;
            case "pc":
                Add(PieceKind.Open, "id");
                WalkNodes(element, steps, isTarget);
                steps.Add(new Step(PieceKind.Close, "", element["id"] ?? "", element));
                break;
            case "sc":
                Add(element["isolated"] == "yes" ? PieceKind.Alone : PieceKind.Open, "id");
                break;
            case "ec" when element["isolated"] == "yes":
                Add(PieceKind.Alone, "id");
                break;
            case "ec":
                Add(PieceKind.Close, "startRef");
                break;
            case "mrk":
                if (!isTarget) Claim(element["id"], element.Place);
                WalkNodes(element, steps, isTarget);
                break;
            case "sm":
                if (!isTarget) Claim(element["id"], element.Place);
                break;
            case "em":
                break;
            default:
                report.Invalid(element.Place, $"<{element.Name}> cannot stand in the text of a segment.",
                    "Take it out, or export the file again from the tool that wrote it.");
                break;
        }

        void Add(PieceKind kind, string attribute)
        {
            var step = new Step(kind, "", element[attribute] ?? "", element);
            if (step.Id.Length == 0)
                report.Invalid(element.Place, $"<{element.Name}> has no {attribute}.", "Give it one.");
            else if (kind == PieceKind.Close)
            {
                if (!isTarget) _ends.TryAdd(step.Id, element);
            }
            else if (isTarget)
            {
                if (!_targetIds.Add(step.Id)) ReportTwice(step.Id, element.Place);
            }
            else
            {
                Claim(step.Id, element.Place);
                _found.Add(step);
            }

            CheckData(element);
            steps.Add(step);
        }
    }

    private void CheckData(XliffElement element)
    {
        foreach (var attribute in (ReadOnlySpan<string>)["dataRef", "dataRefStart", "dataRefEnd"])
        {
            if (element[attribute] is { } id && !_data.ContainsKey(id))
            {
                report.Invalid(element.Place, $"The original data '{id}' is not there.",
                    $"Put <data id=\"{id}\"> back into <originalData>, or take the {attribute} out.");
            }
        }
    }

    private Dictionary<string, InlineCode> NumberCodes()
    {
        var codes = new Dictionary<string, InlineCode>(StringComparer.Ordinal);
        var numbered = _found.All(s => Number(s.Id) > 0);
        foreach (var step in _found)
        {
            var (id, element) = (step.Id, step.Element);
            var kind = XliffNames.KindOf(element["type"], element["subType"]);
            var open = Data(element["dataRef"] ?? element["dataRefStart"]) ?? element["disp"] ?? element["dispStart"] ?? "";
            var end = element["dataRefEnd"] ?? _ends.GetValueOrDefault(id)?["dataRef"];
            var close = step.Kind == PieceKind.Alone ? null : Data(end) ?? "";
            var equivalent = element["equiv"] ?? element["equivStart"] ?? Data("e" + id) ?? "";
            codes.TryAdd(id, new InlineCode(numbered ? Number(id) : codes.Count + 1, kind, open, close, equivalent));
        }

        return codes;
    }

    private string? Data(string? id) => id is null ? null : _data.GetValueOrDefault(id);

    private void ReportTwice(string id, Place place) =>
        report.Invalid(place, $"The id '{id}' stands twice.", "Give each element of the unit an id of its own.");

    private void ReportNesting(Step step, string message) =>
        report.Error("xliff.code-nesting", step.Place, message, "Let every code end in its sentence, innermost first.");

    private static int Number(string id) =>
        id[0] != '0' && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Dictionary<string, string> ReadData(XliffElement scope, XliffReport report)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in scope.Element("originalData")?.Elements("data") ?? [])
        {
            if (!data.TryAdd(element["id"] ?? "", element.Text(report)))
            {
                report.Invalid(element.Place, $"The id '{element["id"]}' stands twice in the original data.",
                    "Give each <data> an id of its own.");
            }
        }

        return data;
    }

    // Without xml:space="preserve", lines and their indentation are the tool's, not the author's.
    private static void FoldLines(List<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Kind == PieceKind.Text)
                steps[i] = steps[i] with { Text = FoldLines(steps[i].Text, i == 0, i == steps.Count - 1) };
        }
    }

    private static string FoldLines(string text, bool isFirst, bool isLast)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] is ' ' or '\t' or '\r' or '\n') end++;
            var space = text.AsSpan(at, end - at);
            if (!space.ContainsAny('\r', '\n')) result.Append(space);
            else if ((at > 0 || !isFirst) && (end < text.Length || !isLast)) result.Append(' ');
            if (end < text.Length) result.Append(text[end++]);
            at = end;
        }

        return result.ToString();
    }

    /// <summary>A step of inline content as it stands in the file.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Text">The text of a run.</param>
    /// <param name="Id">The id of a code.</param>
    /// <param name="Element">The element that it is, or that it stands in.</param>
    internal readonly record struct Step(PieceKind Kind, string Text, string Id, XliffElement Element)
    {
        /// <summary>Where it stands.</summary>
        public Place Place => Element.Place;

        /// <summary>A run of text.</summary>
        public static Step OfText(string text, XliffElement element) => new(PieceKind.Text, text, "", element);
    }
}
