using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace PressKit.Content.Markdown;

/// <summary>Blocks between lines of colons: <c>::: note A title</c>. Two colons in a line of text stay what they are.</summary>
internal sealed class Containers : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Titled());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new HtmlCustomContainerRenderer());

    /// <summary>Makes a paragraph of the title, so that it is shown, and is translated as any other.</summary>
    private sealed class Titled : CustomContainerParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var state = base.TryOpen(processor);
            if (state == BlockState.None || processor.NewBlocks.Peek() is not CustomContainer { Arguments: { } words } container
                || string.IsNullOrWhiteSpace(words)) return state;
            var line = new StringSlice(words);
            Attributes.AtTheEnd(processor, ref line, container);
            if (line.IsEmptyOrWhitespace()) return state;
            var title = new ParagraphBlock { Line = container.Line, Column = container.Column, Span = container.Span, IsOpen = false };
            title.Lines = new StringLineGroup(line.ToString().Trim());
            title.GetAttributes().AddClass("title");
            container.Add(title);
            return state;
        }
    }
}
