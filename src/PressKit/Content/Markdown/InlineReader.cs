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
    private readonly List<(Inline Inline, bool Spans)> _coded = [];
    private readonly List<Inline> _before = [];
    private readonly List<Inline> _after = [];

    /// <summary>The content of a block. A task's box and a footnote's way back are the block's own and stay out of it.</summary>
    public InlineContent Read(ContainerInline inlines)
    {
        var pieces = new List<Piece>();
        foreach (var inline in inlines)
        {
            if (inline is TaskList && inline == inlines.FirstChild) _before.Add(inline);
            else if (inline is FootnoteLink { IsBackLink: true } && inline == inlines.LastChild) _after.Add(inline);
            else Read(inline, pieces);
        }

        return InlineContent.Of(pieces);
    }

    /// <summary>Puts content in the place of what the block held.</summary>
    public void Write(InlineContent content, ContainerInline inlines)
    {
        Detach(inlines);
        foreach (var inline in _before) inlines.AppendChild(inline);
        var used = new HashSet<int>();
        var containers = new Stack<ContainerInline>([inlines]);
        foreach (var piece in content)
        {
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    containers.Peek().AppendChild(new LiteralInline(piece.Text));
                    break;
                case PieceKind.Close:
                    containers.Pop();
                    break;
                default:
                    var inline = Take(piece.Code!.Id, used);
                    if (inline is not null) containers.Peek().AppendChild(inline);
                    // A code that is not the block's own, or is used twice, leaves its text where it stands.
                    if (piece.Kind == PieceKind.Open) containers.Push(inline as ContainerInline ?? containers.Peek());
                    break;
            }
        }

        foreach (var inline in _after) inlines.AppendChild(inline);
    }

    private Inline? Take(int id, HashSet<int> used) => id >= 1 && id <= _coded.Count && used.Add(id) ? _coded[id - 1].Inline : null;

    private void Detach(ContainerInline inlines)
    {
        Empty(inlines);
        foreach (var (inline, spans) in _coded)
        {
            // It may stand in a delimiter that turned out to be text.
            inline.Remove();
            if (spans) Empty((ContainerInline)inline);
        }
    }

    private static void Empty(ContainerInline container)
    {
        while (container.FirstChild is { } child) child.Remove();
    }

    private void Read(Inline inline, List<Piece> pieces)
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
            case DelimiterInline delimiter:
                // What opened nothing is text.
                pieces.Add(Piece.Run(delimiter.ToLiteral()));
                foreach (var child in delimiter) Read(child, pieces);
                break;
            case ContainerInline container: Span(container, CodeKind.Other, container.GetType().Name, ""); break;
            default: Alone(inline, CodeKind.Other, inline.GetType().Name); break;
        }

        void Alone(Inline node, CodeKind kind, string open, string equivalent = "") =>
            pieces.Add(Piece.Alone(Code(node, kind, open, null, equivalent)));

        void Span(ContainerInline node, CodeKind kind, string open, string close)
        {
            var code = Code(node, kind, open, close, "");
            pieces.Add(Piece.Open(code));
            foreach (var child in node) Read(child, pieces);
            pieces.Add(Piece.Close(code));
        }
    }

    private InlineCode Code(Inline node, CodeKind kind, string open, string? close, string equivalent)
    {
        _coded.Add((node, close is not null));
        return new InlineCode(_coded.Count, kind, open, close, equivalent);
    }

    private static CodeKind KindOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('*' or '_', 1) => CodeKind.Emphasis,
        ('*' or '_', 2) => CodeKind.Strong,
        _ => CodeKind.Formatting,
    };
}
