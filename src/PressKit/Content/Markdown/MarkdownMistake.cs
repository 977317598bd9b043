namespace PressKit.Content.Markdown;

/// <summary>Something in a text that is not as it should be, found while it was parsed.</summary>
/// <param name="Code">The problem's code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record MarkdownMistake(string Code, string Message, string Remedy, int Line);
