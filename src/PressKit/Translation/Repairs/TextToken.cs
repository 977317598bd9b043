using System.Runtime.InteropServices;
using PressKit.Languages;

namespace PressKit.Translation.Repairs;

/// <summary>What a token of a text is.</summary>
internal enum TokenKind
{
    /// <summary>Letters, with what joins them.</summary>
    Word,

    /// <summary>Digits, with what separates them or is written together with them.</summary>
    Figure,

    /// <summary>A mark: what is no letter, digit, space or quotation mark.</summary>
    Mark,

    /// <summary>A step of a code.</summary>
    Code,
}

/// <summary>A token of a text, and its place in it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first step.</param>
/// <param name="End">The step behind its last.</param>
/// <param name="Text">What it says, as all languages would write it: <c>.</c> for <c>。</c>.</param>
/// <param name="Figure">The figure that it is; null for none.</param>
/// <param name="IsCut">Whether a code stands inside the figure, or between it and a letter.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextToken(TokenKind Kind, int Start, int End, string Text, Figure? Figure = null, bool IsCut = false)
{
    /// <summary>Whether its order is what the text says.</summary>
    public bool IsAnchor => Kind is TokenKind.Word or TokenKind.Figure;
}
