using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace PressKit.Content.Markdown;

/// <summary>Reads a block's inlines as text and codes, remembers which code stands for which inline, and writes other
/// content with the same codes back. Numbers codes from 1 in the order of the text.</summary>
internal sealed class InlineReader
{
    private readonly List<Coded> _coded = [];
    private readonly HashSet<Inline> _refusing = [];
    private readonly List<Inline> _before = [];
    private readonly List<Inline> _after = [];

    /// <summary>The content of a block. A task's box and a footnote's way back are the block's own and stay out of it.</summary>
    public InlineContent Read(ContainerInline inlines)
    {
        var pieces = new List<Piece>();
        if (inlines.FirstChild is TaskList box) _before.Add(box);
        if (inlines.LastChild is FootnoteLink { IsBackLink: true } back) _after.Add(back);
        Read(inlines.Where(i => !_before.Contains(i) && !_after.Contains(i)), pieces);
        return InlineContent.Of(pieces);
    }

    /// <summary>Whether an inline stands in an element that refuses translation.</summary>
    public bool Refuses(Inline inline)
    {
        for (var at = inline; at is not null; at = at.Parent)
        {
            if (_refusing.Contains(at)) return true;
        }

        return false;
    }

    /// <summary>Puts content in the place of what the block held.</summary>
    public void Write(InlineContent content, ContainerInline inlines)
    {
        Detach(inlines);
        foreach (var inline in _before) inlines.AppendChild(inline);
        var used = new HashSet<int>();
        var containers = new Stack<(ContainerInline Container, Inline? Close)>([(inlines, null)]);
        foreach (var piece in content)
        {
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    containers.Peek().Container.AppendChild(new LiteralInline(piece.Text));
                    break;
                case PieceKind.Close:
                    if (containers.Pop().Close is { } close) containers.Peek().Container.AppendChild(close);
                    break;
                default:
                    var coded = Take(piece.Code!.Id, used);
                    var container = containers.Peek().Container;
                    foreach (var inline in coded?.Inlines ?? []) container.AppendChild(inline);
                    // A code that is not the block's own, or is used twice, leaves its text where it stands.
                    if (piece.Kind == PieceKind.Open) containers.Push((coded?.Inlines[0] as ContainerInline ?? container, coded?.Close));
                    break;
            }
        }

        foreach (var inline in _after) inlines.AppendChild(inline);
    }

    private Coded? Take(int id, HashSet<int> used) => id >= 1 && id <= _coded.Count && used.Add(id) ? _coded[id - 1] : null;

    private void Detach(ContainerInline inlines)
    {
        Empty(inlines);
        foreach (var coded in _coded)
        {
            // It may stand in a delimiter that turned out to be text.
            foreach (var inline in coded.Inlines) inline.Remove();
            coded.Close?.Remove();
            if (coded.Spans && coded.Inlines[0] is ContainerInline container) Empty(container);
        }
    }

    private static void Empty(ContainerInline container)
    {
        while (container.FirstChild is { } child) child.Remove();
    }

    /// <summary>Reads what stands side by side. HTML tags that open and close there span what stands between them, or are one
    /// code with it.</summary>
    private void Read(IEnumerable<Inline> inlines, List<Piece> pieces)
    {
        var line = Flat(inlines).ToList();
        var tags = line.ConvertAll(i => i is HtmlInline html && HtmlText.Tokens(html.Tag) is [{ IsTag: true } tag] ? tag : null);
        var pairs = HtmlToken.Pairs(tags);
        var spans = new Dictionary<int, InlineCode>();
        for (var i = 0; i < line.Count; i++)
        {
            if (!pairs.TryGetValue(i, out var other)) ReadOne(line[i], pieces);
            else if (other < i) pieces.Add(Piece.Close(spans[other]));
            else if (tags[i]!.IsWhole)
            {
                pieces.Add(Piece.Alone(Whole(tags[i]!, line.GetRange(i, other - i + 1))));
                i = other;
            }
            else
            {
                var (open, close) = ((HtmlInline)line[i], (HtmlInline)line[other]);
                var kind = HtmlRun.KindOf(tags[i]!.Name, spans: true, shows: false);
                spans.Add(i, Code(new Coded([open], close, Spans: true), kind, open.Tag, close.Tag, ""));
                pieces.Add(Piece.Open(spans[i]));
            }
        }
    }

    /// <summary>An element as one code.</summary>
    private InlineCode Whole(HtmlToken tag, List<Inline> inlines)
    {
        if (tag.Refuses) _refusing.UnionWith(inlines);
        var text = string.Concat(inlines.Select(PlainText.Of));
        var kind = HtmlRun.KindOf(tag.Name, spans: false, shows: text.Length > 0);
        return Code(new Coded([.. inlines], null, Spans: false), kind, ((HtmlInline)inlines[0]).Tag, null, text);
    }

    /// <summary>Inlines with the text of delimiters that opened nothing, and what stands in those, side by side.</summary>
    private static IEnumerable<Inline> Flat(IEnumerable<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is not DelimiterInline delimiter)
            {
                yield return inline;
                continue;
            }

            yield return new LiteralInline(delimiter.ToLiteral());
            foreach (var child in Flat(delimiter)) yield return child;
        }
    }

    private void ReadOne(Inline inline, List<Piece> pieces)
    {
        switch (inline)
        {
            case LiteralInline literal: pieces.Add(Piece.Run(literal.Content.ToString())); break;
            case HtmlEntityInline entity: pieces.Add(Piece.Run(entity.Transcoded.ToString())); break;
            case LineBreakInline: Alone(inline, CodeKind.Break, "<br>"); break;
            case CodeInline code: Alone(inline, CodeKind.Code, $"`{code.Content}`", code.Content); break;
            case MathInline formula: Alone(inline, CodeKind.Code, $"${formula.Content}$", formula.Content.ToString()); break;
            case AutolinkInline autolink: Alone(inline, CodeKind.Link, $"<{autolink.Url}>", autolink.Url); break;
            case HtmlInline html: Alone(inline, CodeKind.Html, html.Tag); break;
            case FootnoteLink note: Alone(inline, CodeKind.Footnote, string.Create(CultureInfo.InvariantCulture, $"[^{note.Index}]")); break;
            case LinkInline { IsImage: true } image: Alone(inline, CodeKind.Image, $"![]({image.Url})"); break;
            case LinkInline { IsAutoLink: true } link: Alone(inline, CodeKind.Link, link.Url ?? "", PlainText.Of(link)); break;
            case LinkInline link: Span(link, CodeKind.Link, "[", $"]({link.Url})"); break;
            case EmphasisInline emphasis:
                var delimiters = new string(emphasis.DelimiterChar, emphasis.DelimiterCount);
                Span(emphasis, KindOf(emphasis), delimiters, delimiters);
                break;
            case ContainerInline container: Span(container, CodeKind.Other, container.GetType().Name, ""); break;
            default: Alone(inline, CodeKind.Other, inline.GetType().Name); break;
        }

        void Alone(Inline node, CodeKind kind, string open, string equivalent = "") =>
            pieces.Add(Piece.Alone(Code(new Coded([node], null, Spans: false), kind, open, null, equivalent)));

        void Span(ContainerInline node, CodeKind kind, string open, string close)
        {
            var code = Code(new Coded([node], null, Spans: true), kind, open, close, "");
            pieces.Add(Piece.Open(code));
            Read(node, pieces);
            pieces.Add(Piece.Close(code));
        }
    }

    private InlineCode Code(Coded coded, CodeKind kind, string open, string? close, string equivalent)
    {
        _coded.Add(coded);
        return new InlineCode(_coded.Count, kind, open, close, equivalent);
    }

    private static CodeKind KindOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('*' or '_', 1) => CodeKind.Emphasis,
        ('*' or '_', 2) => CodeKind.Strong,
        _ => CodeKind.Formatting,
    };

    /// <summary>What a code stands for: inlines with all that is in them, or one that spans what the code spans, itself or up to
    /// a tag that closes it.</summary>
    private sealed record Coded(ImmutableArray<Inline> Inlines, Inline? Close, bool Spans);
}
