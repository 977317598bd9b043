using Markdig.Helpers;
using Markdig.Syntax;

namespace PressKit.Content.Markdown;

/// <summary>A block of HTML in Markdown with the texts in it.</summary>
internal sealed class HtmlBlockText
{
    private readonly HtmlBlock _block;
    private readonly HtmlText _text;

    public HtmlBlockText(HtmlBlock block, string? note, Refusal refusal)
    {
        _block = block;
        var html = block.Lines.ToString();
        _text = HtmlText.Of(html, refusal);
        Slots = [.. _text.Parts.Select(part => new PartSlot(part, block.Line + 1 + html.AsSpan(0, part.Start).Count('\n'), note))];
    }

    /// <summary>The texts.</summary>
    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>Whether a comment or a tag begins in it and does not end.</summary>
    public bool IsUnended => _text.IsUnended;

    /// <summary>Writes into the block what its texts say now; nothing where they say what they said.</summary>
    public void Write()
    {
        if (_text.Parts.Any(p => p.IsChanged)) _block.Lines = new StringLineGroup(_text.Write());
    }

    private sealed class PartSlot(HtmlPart part, int line, string? note)
        : Slot(new MarkdownBlock(part.Role, part.Content, line) { Note = note })
    {
        public override void Set(InlineContent content) => part.Set(content);
    }
}
