namespace PressKit.Templates.Rendering;

/// <summary>What a place of a template is about while it is written.</summary>
/// <param name="About">The value; null where there is none.</param>
/// <param name="Outer">The context around it; null at the top of a template or partial.</param>
/// <param name="Caller">What stands for the partial block of the caller; null where it wrote none.</param>
internal sealed record Frame(object? About, Frame? Outer, CallersBlock? Caller)
{
    /// <summary>The number of the element, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Whether it is the last element.</summary>
    public bool IsLast { get; init; }

    /// <summary>The name that it stands under in a list of names; else null.</summary>
    public string? Key { get; init; }
}

/// <summary>What a caller wrote between the tags of a partial block, and what that is about.</summary>
internal sealed record CallersBlock(Step[] Steps, Frame Frame);
