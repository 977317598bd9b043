using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Translators.Tags;

/// <summary>Inline content as an HTML fragment, for services that translate HTML: a code that spans is an element with the
/// id <c>c</c> and its number, one that stands alone is an empty <c>img</c>, or, where the service is to see its text, a
/// <c>span</c> with <c>translate="no"</c>. What comes back is read tolerantly: tags that cross are nested, open ones closed,
/// unknown ones ignored; what is missing or there twice is for <see cref="Translation.CodeRepair"/> to find.</summary>
internal static partial class TaggedHtml
{
    /// <summary>Writes content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="withProtectedText">Whether names and code spans carry their text, which tells a service more about the
    /// sentence; only for a service that honours <c>translate="no"</c>, or ignores the text of <c>n</c>.</param>
    /// <param name="asXml">Whether the elements are XML's <c>g</c> for what spans, <c>x</c> for what is empty and <c>n</c> for
    /// protected text; characters that XML does not have are left out.</param>
    public static string Write(InlineContent content, bool withProtectedText = false, bool asXml = false)
    {
        var html = new StringBuilder();
        foreach (var piece in content)
        {
            _ = piece.Kind switch
            {
                PieceKind.Text => html.Append(Escape(asXml ? WithoutControls(piece.Text) : piece.Text)),
                PieceKind.Open => html.Append(CultureInfo.InvariantCulture, $"<{Element(piece.Code!, asXml)} id=\"c{piece.Code!.Id}\">"),
                PieceKind.Close => html.Append(CultureInfo.InvariantCulture, $"</{Element(piece.Code!, asXml)}>"),
                _ => html.Append(Alone(piece.Code!, withProtectedText, asXml)),
            };
        }

        return html.ToString();
    }

    /// <summary>Reads a fragment.</summary>
    /// <param name="html">The fragment.</param>
    /// <param name="codes">The codes that may stand in it.</param>
    /// <param name="onlyCodes">Whether anything that is no code's tag is text, as it is where a service resolves entities.</param>
    public static InlineContent Read(string html, IEnumerable<InlineCode> codes, bool onlyCodes = false)
    {
        if (onlyCodes) html = OtherTag().Replace(html, m => Escape(m.Value));
        var tokens = Tokens(html, codes.DistinctBy(c => c.Id).ToDictionary(c => c.Id));
        var spans = new List<Span>();
        var steps = new List<(int At, Piece Piece)>();
        Pair(tokens, spans, steps);
        while (Nest(spans)) { }

        // Where two stand at one position, an inner end goes before an outer one, and an outer start before an inner one.
        var events = steps.Select(s => (s.At, Rank: 2, Order: 0, s.Piece))
            .Concat(spans.Select(s => (At: s.End, Rank: 0, Order: -s.Start, Piece: Piece.Close(s.Code))))
            .Concat(spans.Select(s => (At: s.Start, Rank: 1, Order: -s.End, Piece: Piece.Open(s.Code))));
        return InlineContent.Of(events.OrderBy(e => e.At).ThenBy(e => e.Rank).ThenBy(e => e.Order).Select(e => e.Piece));
    }

    /// <summary>Text as it stands in markup.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string WithoutControls(string text) =>
        string.Concat(text.Where(c => c is '\t' or '\n' or '\r' or >= ' ' and not ('\uFFFE' or '\uFFFF')));

    private static string Element(InlineCode code, bool asXml) => code.Kind switch
    {
        _ when asXml => "g",
        CodeKind.Emphasis => "i",
        CodeKind.Strong => "b",
        CodeKind.Link => "a",
        _ => "span",
    };

    private static string Alone(InlineCode code, bool withText, bool asXml)
    {
        var id = code.Id.ToString(CultureInfo.InvariantCulture);
        if (!withText || code.Kind is not (CodeKind.Name or CodeKind.Code) || code.Equivalent.Length == 0)
            return asXml ? $"<x id=\"c{id}\"/>" : $"<img id=\"c{id}\"/>";
        return asXml
            ? $"<n id=\"c{id}\">{Escape(code.Equivalent)}</n>"
            : $"<span id=\"c{id}\" translate=\"no\">{Escape(code.Equivalent)}</span>";
    }

    private static List<Token> Tokens(string html, Dictionary<int, InlineCode> codes)
    {
        var tokens = new List<Token>();
        var at = 0;
        foreach (var match in Tag().EnumerateMatches(html))
        {
            AddText(at, match.Index);
            var tag = Tag().Match(html, match.Index, match.Length);
            at = match.Index + match.Length;
            if (!tag.Groups["name"].Success) continue;
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            var id = CodeId().Match(tag.Groups["rest"].Value);
            var code = id.Success && int.TryParse(id.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? codes.GetValueOrDefault(n)
                : null;
            var kind = tag.Groups["end"].Success ? TokenKind.End
                : tag.Groups["void"].Success || name is "img" or "br" ? TokenKind.Void : TokenKind.Start;
            tokens.Add(new Token(kind, name, code, ""));
        }

        AddText(at, html.Length);
        return tokens;

        void AddText(int from, int to)
        {
            if (to > from) tokens.Add(new Token(TokenKind.Text, "", null, WebUtility.HtmlDecode(html[from..to])));
        }
    }

    /// <summary>Finds where each element ends, and what stands between. Positions are four apart, so that there is room
    /// beside an end.</summary>
    private static void Pair(List<Token> tokens, List<Span> spans, List<(int At, Piece Piece)> steps)
    {
        var ends = Ends(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Text) steps.Add((4 * i, Piece.Run(token.Text)));
            if (token.Code is not { } code) continue;
            if (code.Spans && token.Kind == TokenKind.Start)
            {
                var end = ends.GetValueOrDefault(i, -1);
                spans.Add(new Span(code, 4 * i, 4 * (end < 0 ? tokens.Count : end), end < 0));
            }

            if (code.Spans || token.Kind is not (TokenKind.Start or TokenKind.Void)) continue;
            steps.Add((4 * i, Piece.Alone(code)));
            if (token.Kind == TokenKind.Void) continue;
            if (ends.TryGetValue(i, out var close)) i = close;
            else if (i + 1 < tokens.Count && tokens[i + 1].Text.StartsWith(code.Equivalent, StringComparison.Ordinal))
                tokens[i + 1] = tokens[i + 1] with { Text = tokens[i + 1].Text[code.Equivalent.Length..] };
        }
    }

    private static Dictionary<int, int> Ends(List<Token> tokens)
    {
        var ends = new Dictionary<int, int>();
        var open = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Start) open.Add(i);
            if (tokens[i].Kind != TokenKind.End) continue;
            var start = open.FindLastIndex(o => tokens[o].Name == tokens[i].Name);
            if (start < 0) continue;
            ends[open[start]] = i;
            open.RemoveAt(start);
        }

        return ends;
    }

    /// <summary>Makes one of two crossing elements shorter, so that it stands within the other or behind it; false when
    /// none cross.</summary>
    private static bool Nest(List<Span> spans)
    {
        foreach (var outer in spans)
        {
            var i = spans.FindIndex(s => s.Start > outer.Start && s.Start < outer.End && s.End > outer.End);
            if (i < 0) continue;
            var inner = spans[i];
            var within = outer.End - inner.Start;
            spans[i] = inner.Unclosed || within >= inner.End - outer.End
                ? inner with { End = outer.End - 1 }
                : inner with { Start = outer.End + 1 };
            return true;
        }

        return false;
    }

    [GeneratedRegex("<!--.*?-->|<(?<end>/)?(?<name>[A-Za-z][A-Za-z0-9]*)(?<rest>[^<>]*?)(?<void>/)?>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("""<(?!/?(i|b|a|span|img)\b[^<>]*>)|&(?!(amp|lt|gt|quot|#[0-9]+|#x[0-9a-f]+);)""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OtherTag();

    [GeneratedRegex("""\bid\s*=\s*["']?c(?<id>[0-9]{1,9})\b""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeId();

    private enum TokenKind
    {
        Text,
        Start,
        End,
        Void,
    }

    private readonly record struct Token(TokenKind Kind, string Name, InlineCode? Code, string Text);

    private readonly record struct Span(InlineCode Code, int Start, int End, bool Unclosed);
}
