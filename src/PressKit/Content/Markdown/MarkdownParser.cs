using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;

namespace PressKit.Content.Markdown;

/// <summary>Parses a release's text: CommonMark 0.31 with GitHub's tables, strikethrough, task lists and autolinks,
/// footnotes, definition lists, admonitions, containers, figures, formulas, emoji by name and a few
/// attributes. Emphasis beside Chinese and Japanese punctuation opens and closes as it does beside
/// Latin letters. Anchors of headings come from the source, so they are the same in every language.</summary>
public sealed class MarkdownParser
{
    internal MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis()
        .UsePipeTables()
        .Use<TableCells>()
        .UseFootnotes()
        .UseTaskLists()
        .UseDefinitionLists()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseAlertBlocks((_, _) => { })
        .UseFigures()
        .Use<Formulas>()
        .UseEmojiAndSmiley(enableSmileys: false)
        .Use<Containers>()
        // Last: they look for every parser that can have attributes.
        .Use<Attributes>()
        .Build();

    /// <summary>The text of an edition, or of anything else that is written in Markdown.</summary>
    /// <exception cref="MarkdownTooDeepException">It nests deeper than anybody writes; found without parsing it.</exception>
    public MarkdownText Parse(string markdown)
    {
        if (Nesting.TooDeepAt(markdown) is { } line) throw new MarkdownTooDeepException(line);
        try
        {
            return new MarkdownText(Markdig.Markdown.Parse(markdown, Pipeline), Pipeline);
        }
        catch (ArgumentException e)
        {
            // The parser's own limit, for whatever gets past the look ahead.
            throw new MarkdownTooDeepException(1, e);
        }
    }
}
