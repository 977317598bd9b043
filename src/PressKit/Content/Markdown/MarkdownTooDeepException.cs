namespace PressKit.Content.Markdown;

/// <summary>The Markdown nests deeper than anybody writes.</summary>
public sealed class MarkdownTooDeepException(int line, Exception? inner = null)
    : Exception("The Markdown is nested too deeply.", inner)
{
    /// <summary>The line at which it becomes too deep, from 1.</summary>
    public int Line { get; } = line;
}
