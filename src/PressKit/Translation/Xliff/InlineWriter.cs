using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Translation.Xliff;

/// <summary>Writes the inline content that shares one set of codes and one <c>originalData</c>: a unit's, or a match's.</summary>
internal sealed class InlineWriter
{
    // With what stands around it, well below the reader's limit.
    private const int DeepestPair = 32;

    private readonly Dictionary<int, Written> _codes = [];
    private readonly Dictionary<string, string> _data = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Text)> _original = [];
    private readonly HashSet<int> _split = [];
    private readonly Dictionary<int, int> _uses = [];

    /// <summary>The writer for these sources and their targets.</summary>
    public InlineWriter(ImmutableArray<InlineContent> sources, ImmutableArray<InlineContent> targets)
    {
        foreach (var content in sources.AddRange(targets)) FindDeep(content);
        foreach (var source in sources)
        {
            var ordered = false;
            foreach (var code in source.Codes)
            {
                Learn(code, ordered);
                ordered = !code.CanReorder;
            }
        }
    }

    /// <summary>Writes what the codes stand for; nothing where there are none.</summary>
    public void WriteOriginalData(XliffMarkup markup)
    {
        if (_original.Count == 0) return;
        markup.Start("originalData");
        foreach (var (id, text) in _original) markup.Leaf("data", XliffMarkup.Inline(text), ("id", id));
        markup.End("originalData");
    }

    /// <summary>A source as XML.</summary>
    public string Source(InlineContent content) => Write(content, copies: false);

    /// <summary>A target as XML. A code that stands in the targets once more is written as a copy of the first.</summary>
    /// <exception cref="ArgumentException">It has a code that the sources do not have.</exception>
    public string Target(InlineContent content) => Write(content, copies: true);

    private string Write(InlineContent content, bool copies)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        foreach (var piece in content)
        {
            if (piece.Kind == PieceKind.Text)
            {
                XliffMarkup.AppendInline(text, piece.Text);
                continue;
            }

            var id = piece.Code!.Id;
            if (!_codes.TryGetValue(id, out var code))
                throw new ArgumentException($"The source has no code {Name(id)}.", nameof(content));
            if (piece.Kind == PieceKind.Close)
            {
                AppendEnd(text, code, open.Pop());
                continue;
            }

            var use = copies ? _uses[id] = _uses.GetValueOrDefault(id) + 1 : 1;
            var name = use == 1 ? Name(id) : Name(id) + "-" + Name(use);
            if (piece.Kind == PieceKind.Open) open.Push(name);
            AppendStart(text, code, piece.Kind, name, use == 1 ? null : Name(id));
        }

        return text.ToString();
    }

    private void AppendStart(StringBuilder text, Written written, PieceKind kind, string id, string? copyOf)
    {
        var code = written.Code;
        var (type, subType) = XliffNames.TypeOf(code.Kind);
        var canDelete = code.CanDelete ? null : "no";
        var data = copyOf is null ? written.Open : null;
        var equivalent = written.Equivalent.Length == 0 ? null : written.Equivalent;
        if (kind == PieceKind.Open && !_split.Contains(code.Id))
        {
            XliffMarkup.AppendTag(text, "pc", ("id", id), ("copyOf", copyOf), ("type", type), ("subType", subType),
                ("canCopy", "no"), ("canDelete", canDelete), ("canReorder", written.Reorder),
                ("dataRefStart", data), ("dataRefEnd", data is null ? null : written.Close),
                ("equivStart", equivalent), ("equivEnd", equivalent is null ? null : ""));
            text.Append('>');
            return;
        }

        XliffMarkup.AppendTag(text, kind == PieceKind.Open ? "sc" : "ph", ("id", id), ("copyOf", copyOf),
            ("type", type), ("subType", subType), ("canCopy", "no"), ("canDelete", canDelete),
            ("canOverlap", kind == PieceKind.Open ? "no" : null), ("canReorder", written.Reorder), ("dataRef", data),
            ("disp", equivalent), ("equiv", equivalent));
        text.Append("/>");
    }

    private void AppendEnd(StringBuilder text, Written written, string id)
    {
        var code = written.Code;
        if (!_split.Contains(code.Id))
        {
            text.Append("</pc>");
            return;
        }

        var (type, subType) = XliffNames.TypeOf(code.Kind);
        XliffMarkup.AppendTag(text, "ec", ("startRef", id), ("type", type), ("subType", subType), ("canCopy", "no"),
            ("canDelete", code.CanDelete ? null : "no"), ("canOverlap", "no"),
            ("canReorder", written.Reorder is null ? null : "no"),
            ("dataRef", id.Contains('-', StringComparison.Ordinal) ? null : written.Close));
        text.Append("/>");
    }

    private void Learn(InlineCode code, bool follows)
    {
        var equivalent = code.Equivalent;
        var (open, close) = (Data(code.Open), code.Close is null ? null : Data(code.Close));
        if (!XliffMarkup.CanHold(equivalent))
        {
            _original.Add(("e" + Name(code.Id), equivalent));
            equivalent = "";
        }

        // A sequence that keeps its order begins with firstNo (core, canReorder).
        var reorder = code.CanReorder ? null : follows ? "no" : "firstNo";
        if (!_codes.TryAdd(code.Id, new Written(code, open, close, equivalent, reorder)))
            throw new ArgumentException($"Two sources have a code {Name(code.Id)}.", nameof(code));
    }

    private string Data(string text)
    {
        if (_data.TryGetValue(text, out var id)) return id;
        _data.Add(text, id = "d" + Name(_data.Count + 1));
        _original.Add((id, text));
        return id;
    }

    private void FindDeep(InlineContent content)
    {
        var depth = 0;
        foreach (var piece in content)
        {
            if (piece.Kind == PieceKind.Open && ++depth > DeepestPair) _split.Add(piece.Code!.Id);
            if (piece.Kind == PieceKind.Close) depth--;
        }
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Written(InlineCode Code, string Open, string? Close, string Equivalent, string? Reorder);
}
