using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PressKit.Content.Markdown;

/// <summary>A place of the syntax tree that holds translatable text, and can be given another.</summary>
internal abstract class Slot
{
    protected Slot(MarkdownBlock block) => Block = block;

    public MarkdownBlock Block { get; }

    /// <summary>Puts other content into the place.</summary>
    public abstract void Set(InlineContent content);

    /// <summary>The slots of a block: its text, then the texts of its images and links that stand apart.</summary>
    public static IEnumerable<Slot> Of(LeafBlock leaf, string? note)
    {
        var inlines = leaf.Inline!;
        var codes = new InlineReader();
        var block = new MarkdownBlock(RoleOf(leaf), codes.Read(inlines), leaf.Line + 1) { Note = note, Level = (leaf as HeadingBlock)?.Level ?? 0 };
        yield return new TextSlot(block, inlines, codes);
        foreach (var inline in inlines.FindDescendants<Inline>())
        {
            if (codes.Refuses(inline)) continue;
            if (inline is LinkInline { IsImage: true } image) yield return new AltSlot(image, note);
            if (inline is LinkInline link && !string.IsNullOrEmpty(link.Title)) yield return new TitleSlot(link, note);
            if (inline is not HtmlInline html) continue;
            var text = HtmlText.Of(html.Tag);
            foreach (var part in text.Parts.OfType<HtmlAttribute>()) yield return new TagSlot(html, text, part, note);
        }
    }

    private static UnitRole RoleOf(LeafBlock leaf)
    {
        if (leaf is HeadingBlock) return UnitRole.Heading;
        if (leaf is not ParagraphBlock) return UnitRole.Other;
        for (var parent = leaf.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case TableCell: return UnitRole.Cell;
                case Footnote: return UnitRole.Footnote;
                case AlertBlock: return UnitRole.Paragraph;
                case QuoteBlock: return UnitRole.Quotation;
                case ListItemBlock: return UnitRole.Item;
            }
        }

        return UnitRole.Paragraph;
    }

    /// <summary>The inline content of a block.</summary>
    private sealed class TextSlot(MarkdownBlock block, ContainerInline inlines, InlineReader codes) : Slot(block)
    {
        public override void Set(InlineContent content) => codes.Write(content, inlines);
    }

    /// <summary>The alternative text of an image: plain text, whatever the author wrote there.</summary>
    private sealed class AltSlot(LinkInline image, string? note)
        : Slot(new MarkdownBlock(UnitRole.Alt, InlineContent.Of(PlainText.Of(image)), image.Line + 1) { Note = note })
    {
        public override void Set(InlineContent content)
        {
            image.Clear();
            image.AppendChild(new LiteralInline(content.PlainText));
        }
    }

    /// <summary>The title of a link or image.</summary>
    private sealed class TitleSlot(LinkInline link, string? note)
        : Slot(new MarkdownBlock(UnitRole.Title, InlineContent.Of(link.Title!), link.Line + 1) { Note = note })
    {
        public override void Set(InlineContent content) => link.Title = content.PlainText;
    }

    /// <summary>An attribute of an HTML tag in a line of text.</summary>
    private sealed class TagSlot(HtmlInline html, HtmlText text, HtmlAttribute part, string? note)
        : Slot(new MarkdownBlock(part.Role, part.Content, html.Line + 1) { Note = note })
    {
        public override void Set(InlineContent content)
        {
            part.Set(content);
            html.Tag = text.Write();
        }
    }
}

/// <summary>What HTML shows of inlines where no markup can stand, as in an <c>alt</c> attribute.</summary>
internal static class PlainText
{
    public static string Of(ContainerInline container) => string.Concat(container.Select(Of));

    public static string Of(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        TaskList task => task.Checked ? "[x]" : "[ ]",
        AutolinkInline autolink => autolink.Url,
        DelimiterInline delimiter => delimiter.ToLiteral() + Of((ContainerInline)delimiter),
        ContainerInline container => Of(container),
        _ => "",
    };
}
