namespace PressKit.Translation.Glossary;

/// <summary>A term that was found in a text.</summary>
/// <param name="Term">The term.</param>
/// <param name="Form">The form of it that stands there.</param>
/// <param name="Start">Where it begins, in UTF-16 units of the text without codes (<see cref="InlineContent.PlainText"/>).</param>
/// <param name="Length">How long it is there.</param>
/// <param name="IsInflected">Whether it stands there with another ending, or as a part of a longer word.</param>
public sealed record TermMatch(Term Term, TermForm Form, int Start, int Length, bool IsInflected)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}
