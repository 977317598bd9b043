using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace PressKit.Content.Markdown;

/// <summary>A piece of HTML as it was written, with the texts in it that can be given others: runs of text with the inline
/// elements in them, and <c>alt</c> and <c>title</c> attributes. What is not given another text keeps its very bytes.</summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
        "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    // Text in these is no prose, or no text to a browser; where one stands, the piece is left alone.
    private static readonly HashSet<string> Opaque = new(StringComparer.Ordinal)
    {
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext", "svg", "math",
        "template", "select", "pre", "object", "listing",
    };

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    private readonly string _html;

    private HtmlText(string html, ImmutableArray<HtmlPart> parts) => (_html, Parts) = (html, parts);

    /// <summary>Whether a comment or a tag begins in it and does not end: to a browser, what follows belongs to it.</summary>
    public bool IsUnended { get; private init; }

    /// <summary>The texts, in the order of the source. No two of them overlap, but for attributes in a run.</summary>
    public ImmutableArray<HtmlPart> Parts { get; }

    /// <summary>The texts of a piece of HTML; none where it cannot be taken apart for certain.</summary>
    public static HtmlText Of(string html) => Of(html, new Refusal());

    /// <summary>The texts of a piece of HTML that stands in a document.</summary>
    /// <param name="html">The piece.</param>
    /// <param name="refusal">What refuses translation in front of it; then, behind it.</param>
    public static HtmlText Of(string html, Refusal refusal)
    {
        var tokens = Tokens(html);
        var refused = refusal.Read(tokens);
        if (tokens.Count == 0) return new HtmlText(html, []) { IsUnended = EndsOpen(html, tokens) };
        if (tokens.Exists(t => t.IsTag && Opaque.Contains(t.Name)) || tokens.Exists(t => t.IsUncertain(html)))
            return new HtmlText(html, []) { IsUnended = EndsOpen(html, tokens) };
        var parts = new List<HtmlPart>();
        var role = UnitRole.Other;
        for (var i = 0; i < tokens.Count;)
        {
            var end = i;
            while (end < tokens.Count && tokens[end].IsInline && !refused[end]) end++;
            if (end > i) parts.AddRange(HtmlRun.Of(role, html, tokens.GetRange(i, end - i)));
            if (end < tokens.Count)
            {
                if (!refused[end]) parts.AddRange(HtmlAttribute.Of(html, tokens[end]));
                if (tokens[end].IsTag) role = tokens[end].IsStart ? RoleOf(tokens[end].Name) : UnitRole.Other;
            }

            i = end + 1;
        }

        return new HtmlText(html, [.. parts]);
    }

    /// <summary>The HTML with the texts that its parts have now.</summary>
    public string Write()
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var part in Parts.Where(p => p is { IsChanged: true, IsNested: false }).OrderBy(p => p.Start))
        {
            result.Append(_html, at, part.Start - at).Append(part.Written());
            at = part.End;
        }

        return result.Append(_html, at, _html.Length - at).ToString();
    }

    /// <summary>Text as it stands in HTML, between tags or in a quoted attribute.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>Whether the last thing in it does not end. Of a tag that does not, the tokenizer makes nothing.</summary>
    private static bool EndsOpen(string html, List<HtmlToken> tokens)
    {
        if (tokens.Count > 0 && !tokens[^1].IsText) return tokens[^1].IsUncertain(html);
        var rest = tokens.Count == 0 ? html : html[tokens[^1].Start..];
        return rest.Zip(rest.Skip(1)).Any(pair => pair.First == '<' && (char.IsAsciiLetter(pair.Second) || pair.Second is '/' or '!' or '?'));
    }

    private static UnitRole RoleOf(string element) => element switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => UnitRole.Heading,
        "p" => UnitRole.Paragraph,
        "li" => UnitRole.Item,
        "td" or "th" => UnitRole.Cell,
        "blockquote" => UnitRole.Quotation,
        _ => UnitRole.Other,
    };

    /// <summary>Whether nothing stands in an element, and nothing ends it.</summary>
    public static bool IsVoid(string element) => Void.Contains(element);

    /// <summary>The tags, texts and other parts of a piece of HTML, in order.</summary>
    public static List<HtmlToken> Tokens(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var tokens = new List<HtmlToken>();
        while (true)
        {
            var token = tokenizer.Get();
            var ends = token.Type == HtmlTokenType.EndOfFile;
            var start = ends ? html.Length : Math.Min(token.Position.Index, html.Length);
            if (tokens.Count > 0) tokens[^1] = tokens[^1] with { End = start };
            if (ends) return tokens;
            var attributes = token is HtmlTagToken tag
                ? tag.Attributes.Select(a => (a.Name, a.Value, a.Position.Index)).ToImmutableArray()
                : [];
            tokens.Add(new HtmlToken(token.Type, token.Name ?? "", start, html.Length, attributes)
            {
                Text = token.Type == HtmlTokenType.Character ? token.Data : "",
                IsVoid = token is HtmlTagToken { IsSelfClosing: true } || Void.Contains(token.Name ?? ""),
                IsInlineElement = Inline.Contains(token.Name ?? ""),
            });
        }
    }
}
