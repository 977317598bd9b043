using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace PressKit.Content.Markdown;

/// <summary>Aligns the cells of tables by class. The parser would write an attribute <c>style</c>, which a strict content-security
/// policy forbids, and with left and right, which are the wrong sides in a language that is written from the right.</summary>
internal sealed class TableCells : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Align;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    /// <summary>Gives every cell the class of its column; a column at the beginning of the line needs none.</summary>
    private static void Align(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            var classes = table.ColumnDefinitions.Select(c => ClassOf(c.Alignment)).ToList();
            foreach (var column in table.ColumnDefinitions) column.Alignment = null;
            foreach (var row in table.OfType<TableRow>())
            {
                for (var i = 0; i < row.Count && i < classes.Count; i++)
                {
                    if (classes[i] is { } name) row[i].GetAttributes().AddClass(name);
                }
            }
        }
    }

    private static string? ClassOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Center => "align-center",
        TableColumnAlign.Right => "align-end",
        _ => null,
    };
}
