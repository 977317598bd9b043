using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using static PressKit.Content.Markdown.RenderedText;

namespace PressKit.Content.Markdown;

/// <summary>A block of text that can be translated.</summary>
/// <param name="Role">What part of the text it is.</param>
/// <param name="Content">Its text and inline codes.</param>
/// <param name="Line">The line at which it stands, from 1.</param>
public sealed record MarkdownBlock(UnitRole Role, InlineContent Content, int Line)
{
    /// <summary>What the author tells whoever translates it; null where there is nothing to tell.</summary>
    public string? Note { get; init; }

    /// <summary>A heading's level, from 1; 0 for any other block.</summary>
    public int Level { get; init; }
}

/// <summary>What a link or an image points at, as written, and where.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MarkdownTarget(string Target, bool IsImage, int Line, int Column);

/// <summary>A parsed text: its blocks, what it points at, and its HTML. Blocks can be given other content, text plus the
/// codes that they have already; nothing else of the text can be changed, so no translation brings in markup or a link.</summary>
public sealed class MarkdownText
{
    private readonly MarkdownDocument _document;
    private readonly MarkdownPipeline _pipeline;
    private readonly List<(LeafBlock Leaf, string? Note)> _leaves = [];
    private readonly Dictionary<LeafBlock, HtmlBlockText> _html = [];
    private List<Slot>? _slots;

    internal MarkdownText(MarkdownDocument document, MarkdownPipeline pipeline)
    {
        _document = document;
        _pipeline = pipeline;
        var directives = new Directives(document);
        Mistakes = [.. directives.Mistakes, .. Attributes.TakeOut(document)];
        Formulas.Flatten(document);
        // Where a heading or a list follows at once, the line of an admonition's kind leaves an empty paragraph.
        foreach (var alert in document.Descendants<AlertBlock>().ToList())
        {
            if (alert is [ParagraphBlock { Inline: { } line } empty, _, ..] && line.All(i => i is LiteralInline { Content.IsEmpty: true })) alert.Remove(empty);
        }

        SoftBreaks.Replace(document);
        var refusal = new Refusal();
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (directives.Keep(leaf) || (refusal.IsOpen && leaf is not HtmlBlock)) continue;
            var note = directives.NoteOn(leaf);
            _leaves.Add((leaf, note));
            if (leaf is not HtmlBlock html) continue;
            var text = new HtmlBlockText(html, note, refusal);
            _html.Add(html, text);
            if (!text.IsUnended) continue;
            // To a browser all that follows is part of it, and nobody can say what a translation would end.
            Mistakes = Mistakes.Add(new MarkdownMistake("markdown.unended-html", "A comment or a tag begins here and does not end; browsers take what follows for a part of it.",
                "End it, a comment with '-->'. Nothing behind it is translated.", html.Line + 1));
            break;
        }
    }

    /// <summary>What is wrong with the text, as far as parsing it shows.</summary>
    public ImmutableArray<MarkdownMistake> Mistakes { get; }

    /// <summary>The blocks, in the order of the text; an image's texts follow the block that it stands in.</summary>
    public ImmutableArray<MarkdownBlock> Blocks => [.. Slots.Select(s => s.Block)];

    // Whoever only renders the text needs none.
    private List<Slot> Slots => _slots ??=
    [
        .. _leaves.SelectMany(l => (l.Leaf.Inline is null ? [] : Slot.Of(l.Leaf, l.Note)).Concat(_html.TryGetValue(l.Leaf, out var html) ? html.Slots : [])),
    ];

    /// <summary>What its links and images point at, in the order of the text.</summary>
    public ImmutableArray<MarkdownTarget> Targets =>
        [.. _document.Descendants<LinkInline>().Where(l => l.Url is not null)
            .Select(l => new MarkdownTarget(l.Url!, l.IsImage, l.Line + 1, l.Column + 1))];

    /// <summary>What it is made of beside its words.</summary>
    public BlockTree Tree => BlockTree.Of(_document);

    /// <summary>Raw HTML in the text, piece by piece, each with its line.</summary>
    public IEnumerable<(string Html, int Line)> RawHtml =>
        _document.Descendants().Select(o => o switch
        {
            HtmlBlock block => (block.Lines.ToString(), block.Line + 1),
            HtmlInline inline => (inline.Tag, inline.Line + 1),
            _ => ("", 0),
        }).Where(h => h.Item1.Length > 0);

    /// <summary>Gives each block another content, in the order of <see cref="Blocks"/>; null leaves one as it is. Codes are
    /// known by their ids; one that the block does not have is passed over, a second use of one too.</summary>
    public void Replace(IReadOnlyList<InlineContent?> contents)
    {
        for (var i = 0; i < Slots.Count; i++)
        {
            if (contents[i] is { } content) Slots[i].Set(content);
        }

        foreach (var html in _html.Values) html.Write();
    }

    /// <summary>The HTML.</summary>
    /// <param name="resolve">Given a target as written, answers with the address to write; null for a link that must not
    /// be: its text stays, an image disappears.</param>
    public string Html(Func<string, string?> resolve) => Render().Html(resolve);

    /// <summary>The HTML, its addresses left open.</summary>
    public RenderedText Render()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        var renderer = new HtmlRenderer(writer) { LinkRewriter = target => Open(GapKind.Address, target) };
        _pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new OpenLinkRenderer(Open));
        // The text of a link, between its tags, stays where the link does not.
        renderer.ObjectWriteBefore += (_, o) => IfBetweenTags(o, link => link.FirstChild, link => Open(GapKind.End, ""));
        renderer.ObjectWriteAfter += (_, o) => IfBetweenTags(o, link => link.LastChild, link => Open(GapKind.Begin, link.Url ?? ""));
        renderer.Render(_document);
        return new RenderedText(writer.ToString(), gaps.DrainToImmutable());

        string Open(GapKind kind, string target)
        {
            gaps.Add(new Gap(writer.GetStringBuilder().Length, kind, target));
            return "";
        }
    }

    private static void IfBetweenTags(MarkdownObject o, Func<LinkInline, Inline?> edge, Func<LinkInline, string> open)
    {
        if (o is Inline { Parent: LinkInline { IsImage: false } link } && edge(link) == o) open(link);
    }

    private sealed class OpenLinkRenderer(Func<GapKind, string, string> open) : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            open(GapKind.Begin, link.Url ?? "");
            base.Write(renderer, link);
            open(GapKind.End, "");
        }
    }
}
