using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PressKit.Content.Markdown;

/// <summary>What a text is made of beside its words: its blocks, how they nest, the shape of its tables, what code and HTML
/// stand in it, and which links, images and other codes stand in which block. A translation may leave an emphasis out and
/// put codes into another order within their block, and nothing else.</summary>
public sealed class BlockTree
{
    private readonly List<(Row Block, ImmutableArray<string> Codes, int Line)> _blocks = [];

    private BlockTree() { }

    /// <summary>The line of the first block in which a translation's tree is another one than this; null where there is none.</summary>
    public int? DiffersAt(BlockTree translation)
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            var (block, codes, line) = _blocks[i];
            if (i >= translation._blocks.Count || block != translation._blocks[i].Block || !Covers(codes, translation._blocks[i].Codes)) return line;
        }

        return translation._blocks.Count == _blocks.Count ? null : _blocks.Count == 0 ? 1 : _blocks[^1].Line;
    }

    internal static BlockTree Of(MarkdownDocument document)
    {
        var tree = new BlockTree();
        tree.Add(document, 0);
        return tree;
    }

    private static bool Covers(ImmutableArray<string> all, ImmutableArray<string> some) =>
        some.IsEmpty || all.AsSpan().SequenceEqual(some.AsSpan()) || some.All(all.ToList().Remove);

    private void Add(ContainerBlock container, int depth)
    {
        foreach (var block in container)
        {
            var codes = CodesOf(block);
            var own = block is HtmlBlock ? string.Join(' ', codes.Where(c => !c.StartsWith('~'))) : "";
            _blocks.Add((new Row(depth, block.GetType(), ShapeOf(block), AttributesOf(block), own), codes, block.Line + 1));
            if (block is ContainerBlock inner) Add(inner, depth + 1);
        }
    }

    private static ImmutableArray<string> CodesOf(Block block)
    {
        var codes = new List<string>();
        if (block is HtmlBlock html) Read(html.Lines.ToString(), codes);
        if (block is LeafBlock { Inline: { } inlines }) Read(inlines, codes);
        return [.. codes];
    }

    private static void Read(ContainerInline inlines, List<string> codes)
    {
        foreach (var inline in inlines)
        {
            if (CodeOf(inline) is { Length: > 0 } code) codes.Add(code);
            if (inline is ContainerInline inner) Read(inner, codes);
        }
    }

    private static string ShapeOf(Block block) => block switch
    {
        HeadingBlock heading => heading.Level.ToString(CultureInfo.InvariantCulture),
        ListBlock list => $"{list.IsOrdered} {list.BulletType} {list.OrderedStart}",
        Table table => string.Join(' ', table.ColumnDefinitions.Select(c => c.Alignment)),
        TableRow row => row.IsHeader.ToString(),
        TableCell cell => string.Create(CultureInfo.InvariantCulture, $"{cell.ColumnIndex} {cell.ColumnSpan} {cell.RowSpan}"),
        AlertBlock alert => alert.Kind.ToString(),
        Footnote note => string.Create(CultureInfo.InvariantCulture, $"{note.Label} {note.Order}"),
        CustomContainer container => container.Info ?? "",
        MathBlock formula => formula.Lines.ToString(),
        FencedCodeBlock code => $"{code.Info} {code.Arguments} {code.Lines}",
        CodeBlock code => code.Lines.ToString(),
        _ => "",
    };

    private static string AttributesOf(Block block) => block.TryGetAttributes() is not { } attributes ? ""
        : string.Join(' ', [attributes.Id, .. attributes.Classes ?? [], .. (attributes.Properties ?? []).Select(p => $"{p.Key}={p.Value}")]);

    private static string CodeOf(Inline inline) => inline switch
    {
        LiteralInline or DelimiterInline or HtmlEntityInline or LineBreakInline { IsHard: false } => "",
        EmphasisInline emphasis => string.Create(CultureInfo.InvariantCulture, $"{emphasis.DelimiterChar}{emphasis.DelimiterCount}"),
        LinkInline link => $"{(link.IsImage ? "image" : "link")} {link.Url}",
        AutolinkInline autolink => $"link {autolink.Url}",
        CodeInline code => $"code {code.Content}",
        MathInline formula => $"formula {formula.Content}",
        FootnoteLink note => string.Create(CultureInfo.InvariantCulture, $"note {note.Index} {note.IsBackLink}"),
        HtmlInline html => string.Join(' ', HtmlText.Tokens(html.Tag).Select(TagOf)),
        _ => inline.GetType().Name,
    };

    /// <summary>The tags of a block of HTML; those that stand in a line of text begin with a tilde, for they may change places.</summary>
    private static void Read(string html, List<string> codes) =>
        codes.AddRange(HtmlText.Tokens(html).Where(t => !t.IsText).Select(t => (t.IsInline ? "~" : "") + TagOf(t)));

    private static string TagOf(HtmlToken token) => string.Join(' ',
        token.Attributes.Where(a => a.Name is not ("alt" or "title")).Select(a => $"{a.Name}={a.Value}").Prepend($"{token.Type} {token.Name}"));

    /// <summary>A block without its words and codes.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(int Depth, Type Type, string Shape, string Attributes, string OwnCodes);
}
