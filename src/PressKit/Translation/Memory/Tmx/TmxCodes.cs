using System.Globalization;
using System.Xml.Linq;

namespace PressKit.Translation.Memory.Tmx;

/// <summary>The inline codes of a unit: <c>bpt</c> with <c>ept</c> and <c>hi</c> span text, <c>ph</c>, <c>it</c>, <c>ut</c> and halves that
/// cross others stand alone. A translation's code is its source's where both have one <c>x</c>, or are the same in order.</summary>
internal sealed class TmxCodes
{
    private readonly Dictionary<string, InlineCode> _source = new(StringComparer.Ordinal);

    /// <summary>The source's content.</summary>
    public InlineContent Source(XElement segment) => InlineContent.Of(Pieces(segment, (key, code) => _source[key] = code with { Id = _source.Count + 1 }));

    /// <summary>A translation's content, with codes of the source only.</summary>
    public InlineContent Target(XElement segment) => InlineContent.Of(Pieces(segment, (key, code) =>
        _source.TryGetValue(key, out var known) && known.Kind == code.Kind && known.Spans == code.Spans ? known : null));

    /// <summary>Content as a segment.</summary>
    public static XElement Write(InlineContent content)
    {
        var open = new Stack<XElement>();
        open.Push(new XElement("seg"));
        foreach (var piece in content)
        {
            if (piece.Code is not { } code)
            {
                open.Peek().Add(new XText(TmxText.Clean(piece.Text)));
                continue;
            }

            var number = code.Id.ToString(CultureInfo.InvariantCulture);
            switch (piece.Kind)
            {
                case PieceKind.Open when code.Open.Length == 0:
                    open.Push(new XElement("hi", new XAttribute("x", number), new XAttribute("type", TmxNames.TypeOf(code.Kind))));
                    break;
                case PieceKind.Close when code.Open.Length == 0:
                    var high = open.Pop();
                    open.Peek().Add(high);
                    break;
                case PieceKind.Open:
                    open.Peek().Add(new XElement("bpt", new XAttribute("i", number), new XAttribute("x", number), new XAttribute("type", TmxNames.TypeOf(code.Kind)), TmxText.Clean(code.Open)));
                    break;
                case PieceKind.Close:
                    open.Peek().Add(new XElement("ept", new XAttribute("i", number), TmxText.Clean(code.Close!)));
                    break;
                default:
                    open.Peek().Add(new XElement("ph", new XAttribute("x", number), new XAttribute("type", TmxNames.TypeOf(code.Kind)), TmxText.Clean(code.Open)));
                    break;
            }
        }

        return open.Pop();
    }

    private static List<Piece> Pieces(XElement segment, Func<string, InlineCode, InlineCode?> known)
    {
        var paired = Paired(segment);
        var (pieces, counts, open) = (new List<Piece>(), new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<XElement, InlineCode>());
        Add(segment);
        return pieces;

        void Add(XElement holder)
        {
            foreach (var node in holder.Nodes())
            {
                if (node is XText text) pieces.Add(Piece.Run(text.Value));
                else if (node is XElement element) AddElement(element);
            }
        }

        void AddElement(XElement element)
        {
            var kind = TmxNames.KindOf((string?)element.Attribute("type"));
            if (element.Name == "hi")
            {
                var code = known(KeyOf(element), new InlineCode(0, kind == CodeKind.Other ? CodeKind.Formatting : kind, "", ""));
                if (code is not null) pieces.Add(Piece.Open(code));
                Add(element);
                if (code is not null) pieces.Add(Piece.Close(code));
            }
            else if (element.Name == "bpt" && paired.TryGetValue(element, out var end))
            {
                if (known(KeyOf(element), new InlineCode(0, kind, element.Value, end.Value)) is not { } code) return;
                pieces.Add(Piece.Open(code));
                open[end] = code;
            }
            else if (open.TryGetValue(element, out var opened)) pieces.Add(Piece.Close(opened));
            else if (element.Name == "ept" && paired.ContainsValue(element)) return;
            else if (known(KeyOf(element), Alone(kind, element)) is { } alone) pieces.Add(Piece.Alone(alone));
        }

        string KeyOf(XElement element)
        {
            var name = element.Name.LocalName;
            if ((string?)element.Attribute("x") is { } x) return $"{name} {x}";
            var start = $"{name} {(string?)element.Attribute("type")} {(string?)element.Attribute("pos")}";
            counts[start] = counts.GetValueOrDefault(start) + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{start} #{counts[start]}");
        }
    }

    private static InlineCode Alone(CodeKind kind, XElement element) =>
        new(0, kind, element.Value, Equivalent: kind is CodeKind.Code or CodeKind.Name ? element.Value.Trim('`') : "");

    /// <summary>The starts of pairs that nest, each with its end.</summary>
    private static Dictionary<XElement, XElement> Paired(XElement segment)
    {
        var (paired, open) = (new Dictionary<XElement, XElement>(), new List<XElement>());
        Pair(segment);
        return paired;

        void Pair(XElement holder)
        {
            var outside = open.Count;
            foreach (var element in holder.Elements())
            {
                if (element.Name == "hi") Pair(element);
                else if (element.Name == "bpt") open.Add(element);
                else if (element.Name == "ept")
                {
                    // What was opened since and is still open crosses this pair, and stands alone.
                    var at = open.FindLastIndex(o => (string?)o.Attribute("i") == (string?)element.Attribute("i"));
                    if (at < outside) continue;
                    paired[open[at]] = element;
                    open.RemoveRange(at, open.Count - at);
                }
            }

            open.RemoveRange(outside, open.Count - outside);
        }
    }
}
