using System.Runtime.InteropServices;

namespace PressKit.Translation.Checks;

/// <summary>A part of a <see cref="CheckedText"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position behind it.</summary>
    public int End => Start + Length;

    /// <summary>Whether the two have a character in common.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}

/// <summary>A change of a <see cref="CheckedText"/>: what stands at a place, which holds no code, becomes another text.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextEdit(TextSpan Span, string Text);

/// <summary>Something that a check found in a translated segment.</summary>
/// <param name="Rule">What is wrong.</param>
/// <param name="Unit">The unit's id.</param>
/// <param name="Segment">The index of the segment in its unit.</param>
/// <param name="Fingerprint">The identity of what was found: the same check on the same source and target. It changes with the
/// text, so that what was dismissed comes back.</param>
public sealed record Finding(CheckRule Rule, string Unit, int Segment, string Fingerprint)
{
    /// <summary>What was found, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What a person can do.</summary>
    public required string Remedy { get; init; }

    /// <summary>Where in the source; null where it has no place there.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>Where in the translation; null where something is missing in it.</summary>
    public TextSpan? Target { get; init; }

    /// <summary>A change of the translation that mends it and can do no harm; null where only a person can tell.</summary>
    public TextEdit? Fix { get; init; }

    /// <summary>The short form of the fingerprint, by which a person names the finding.</summary>
    public string Id => Fingerprint[..8];
}
