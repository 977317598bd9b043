using System.Collections.Immutable;

namespace PressKit.Importing;

/// <summary>What a part of a pasted text looks like.</summary>
internal enum PastedKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A line that may be a heading, a title, or just a short paragraph: what stands around it decides.</summary>
    Short,

    /// <summary>Short lines together, such as an address.</summary>
    Lines,

    /// <summary>Items of a list, with their marks.</summary>
    List,

    /// <summary>A heading.</summary>
    Heading,
}

/// <summary>A part of a pasted text.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Lines">Its lines; a paragraph or a heading has one.</param>
/// <param name="Level">A heading's level where it was marked as one; else 0.</param>
internal sealed record PastedBlock(PastedKind Kind, ImmutableArray<string> Lines, int Level = 0)
{
    /// <summary>Its first line.</summary>
    public string Text => Lines[0];

    /// <summary>A block of one line.</summary>
    public static PastedBlock Of(PastedKind kind, string text, int level = 0) => new(kind, [text], level);
}
