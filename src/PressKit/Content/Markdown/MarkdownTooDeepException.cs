namespace PressKit.Content.Markdown;

/// <summary>The Markdown nests deeper than anybody writes.</summary>
public sealed class MarkdownTooDeepException(int line, Exception? inner = null)
    : Exception(Sentence, inner)
{
    /// <summary>What happened, for a problem.</summary>
    public const string Sentence = "The Markdown nests deeper than any reader can follow.";

    /// <summary>What to do about it, for a problem.</summary>
    public const string Remedy = "Look for a run of brackets, asterisks or > signs.";

    /// <summary>The line at which it becomes too deep, from 1.</summary>
    public int Line { get; } = line;
}
