namespace PressKit;

/// <summary>How much a problem matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is held up.</summary>
    Information,

    /// <summary>Probably not what was meant; the work goes on.</summary>
    Warning,

    /// <summary>The site is not written until it is mended.</summary>
    Error,
}

/// <summary>Where a problem is: a file, by its path from the newsroom's folder with <c>/</c> between names, and a
/// line and column counted from 1; both are 0 where the whole file is meant.</summary>
public readonly record struct Place(string File, int Line = 0, int Column = 0) : IComparable<Place>
{
    /// <inheritdoc/>
    public int CompareTo(Place other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        if (byFile != 0) return byFile;
        var byLine = Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    /// <summary><c>file:line:column</c>, as editors and terminals understand it.</summary>
    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}:{Line}:{Column}");
}

/// <summary>Something that a person has to know about the content, with its place and its remedy. Every code stands in
/// <c>docs/problems.md</c>.</summary>
public sealed record Problem(string Code, Severity Severity, string Message, Place Place, string Remedy)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Code}: {Message} {Remedy}";
}
