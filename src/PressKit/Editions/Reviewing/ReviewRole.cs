namespace PressKit.Editions.Reviewing;

/// <summary>What a person may do at the desk in a language. Each may do what those before it may.</summary>
public enum ReviewRole
{
    /// <summary>Reads, and asks.</summary>
    Reader,

    /// <summary>Translates, comments, hands over, keeps what checks found, and says why.</summary>
    Translator,

    /// <summary>Approves sentences and paragraphs, and rejects.</summary>
    Reviewer,

    /// <summary>Signs editions off, and takes that back.</summary>
    Editor,

    /// <summary>Settles who may do what.</summary>
    Administrator,
}

/// <summary>A person at the desk.</summary>
/// <param name="Name">By what name histories, provenance and approvals call them.</param>
/// <param name="Role">What they may do in the language that they work in.</param>
public sealed record Reviewer(string Name, ReviewRole Role)
{
    /// <summary>Their address, for the author of a commit; null where nobody knows it.</summary>
    public string? Email { get; init; }
}

/// <summary>An edition by its release's id, or its page's, and its language.</summary>
public readonly record struct EditionName(string Release, Language Language)
{
    /// <summary><c>2025/tokyo-contest/en</c>.</summary>
    public override string ToString() => $"{Release}/{Language}";
}

/// <summary>A sentence of an edition by its unit's id and its number in it, from 1.</summary>
public readonly record struct SentenceName(string Unit, int Segment);
