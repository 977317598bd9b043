using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Content.Markdown;

/// <summary>A run of text in HTML with the inline elements in it: elements that open and close in the run span their text,
/// any other tag stands alone, and code is one code with all that is in it.</summary>
internal sealed partial class HtmlRun : HtmlPart
{
    private const string White = " \t\n\f\r";

    private readonly string _html;
    private readonly Dictionary<int, (HtmlToken Open, HtmlToken? Close)> _codes;
    private readonly List<HtmlAttribute> _attributes;

    private HtmlRun(UnitRole role, string html, InlineContent content, Dictionary<int, (HtmlToken Open, HtmlToken? Close)> codes,
        List<HtmlAttribute> attributes, int start, int end)
        : base(role, content, start, end) => (_html, _codes, _attributes) = (html, codes, attributes);

    public override bool IsChanged => Given is not null || _attributes.Exists(a => a.IsChanged);

    /// <summary>The run and the attributes in it that can be given other texts.</summary>
    public static IEnumerable<HtmlPart> Of(UnitRole role, string html, List<HtmlToken> tokens)
    {
        // White space at the ends is the block's own.
        while (tokens.Count > 0 && tokens[0].IsText && string.IsNullOrWhiteSpace(tokens[0].Text)) tokens.RemoveAt(0);
        while (tokens.Count > 0 && tokens[^1].IsText && string.IsNullOrWhiteSpace(tokens[^1].Text)) tokens.RemoveAt(tokens.Count - 1);
        if (tokens.Count == 0) yield break;
        var attributes = Translated(tokens).SelectMany(t => HtmlAttribute.Of(html, t, nested: true)).ToList();
        var codes = new Dictionary<int, (HtmlToken Open, HtmlToken? Close)>();
        var content = InlineContent.Of(Trimmed(Pieces(html, tokens, codes)));
        var run = new HtmlRun(role, html, content, codes, attributes, tokens[0].Start, tokens[^1].End);
        yield return run;
        foreach (var attribute in attributes) yield return attribute;
    }

    public override string Written()
    {
        var source = _html.AsSpan(Start, End - Start);
        var lead = source.Length - source.TrimStart(White).Length;
        var trail = source.Length - source.TrimEnd(White).Length;
        var result = new StringBuilder().Append(_html, Start, lead);
        var left = new SortedSet<int>(_codes.Keys);
        var open = new Stack<bool>();
        foreach (var piece in Given ?? Content)
        {
            // A code that is not the run's own, or is used twice, leaves its text where it stands.
            var id = piece.Code?.Id ?? 0;
            var isOwn = piece.Kind is PieceKind.Open or PieceKind.Alone && left.Remove(id);
            if (piece.Kind == PieceKind.Open) open.Push(isOwn);
            if (piece.Kind == PieceKind.Text) result.Append(HtmlText.Escape(piece.Text));
            else if (isOwn) result.Append(Tag(_codes[id].Open));
            else if (piece.Kind == PieceKind.Close && open.Pop() && _codes[id].Close is { } close)
                result.Append(_html, close.Start, close.End - close.Start);
        }

        // A tag that closes or opens what stands elsewhere must not be lost.
        foreach (var id in left.Where(id => _codes[id].Close is null)) result.Append(Tag(_codes[id].Open));
        return result.Append(_html, End - trail, trail).ToString();
    }

    /// <summary>A tag with what its attributes say now.</summary>
    private string Tag(HtmlToken token)
    {
        var result = new StringBuilder();
        var at = token.Start;
        foreach (var attribute in _attributes.Where(a => a.IsChanged && a.Start >= token.Start && a.End <= token.End))
        {
            result.Append(_html, at, attribute.Start - at).Append(attribute.Written());
            at = attribute.End;
        }

        return result.Append(_html, at, token.End - at).ToString();
    }

    /// <summary>The tokens that stand in no element that refuses translation.</summary>
    private static IEnumerable<HtmlToken> Translated(List<HtmlToken> tokens)
    {
        var pairs = HtmlToken.Pairs(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Refuses && pairs.TryGetValue(i, out var end) && end > i) i = end;
            else yield return tokens[i];
        }
    }

    private static List<Piece> Pieces(string html, List<HtmlToken> tokens, Dictionary<int, (HtmlToken Open, HtmlToken? Close)> codes)
    {
        var pairs = HtmlToken.Pairs(tokens);
        var spans = new Dictionary<int, InlineCode>();
        var pieces = new List<Piece>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.IsText) pieces.Add(Piece.Run(Spaces().Replace(token.Text, " ")));
            else if (!pairs.TryGetValue(i, out var other)) pieces.Add(Piece.Alone(Code(token, null, "")));
            else if (other < i) pieces.Add(Piece.Close(spans[other]));
            else if (token.IsWhole)
            {
                var text = string.Concat(tokens.Skip(i).Take(other - i).Select(t => t.Text));
                pieces.Add(Piece.Alone(Code(token with { End = tokens[other].End }, null, text)));
                i = other;
            }
            else
            {
                spans.Add(i, Code(token, tokens[other], ""));
                pieces.Add(Piece.Open(spans[i]));
            }
        }

        return pieces;

        InlineCode Code(HtmlToken open, HtmlToken? close, string equivalent)
        {
            codes.Add(codes.Count + 1, (open, close));
            return new InlineCode(codes.Count, KindOf(open.Name, close is not null, equivalent.Length > 0), html[open.Start..open.End],
                close is null ? null : html[close.Start..close.End], equivalent);
        }
    }

    /// <summary>The kind of code that an element is.</summary>
    public static CodeKind KindOf(string name, bool spans, bool shows) => name switch
    {
        "b" or "strong" when spans => CodeKind.Strong,
        "i" or "em" when spans => CodeKind.Emphasis,
        "a" when spans => CodeKind.Link,
        "br" => CodeKind.Break,
        "img" => CodeKind.Image,
        _ => shows ? CodeKind.Code : CodeKind.Html,
    };

    private static List<Piece> Trimmed(List<Piece> pieces)
    {
        if (pieces.Count > 0 && pieces[0].Kind == PieceKind.Text) pieces[0] = Piece.Run(pieces[0].Text.TrimStart(' '));
        if (pieces.Count > 0 && pieces[^1].Kind == PieceKind.Text) pieces[^1] = Piece.Run(pieces[^1].Text.TrimEnd(' '));
        return pieces;
    }

    [GeneratedRegex(@"[ \t\n\f\r]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
