namespace PressKit.Editions;

/// <summary>What a public page says about how its text was made.</summary>
public enum Label
{
    /// <summary>Nothing: a person wrote it in this language.</summary>
    None,

    /// <summary>It is a translation, signed off by whoever is named.</summary>
    Translation,

    /// <summary>It is a machine's translation that nobody has revised.</summary>
    Machine,
}

/// <summary>An edition that the gate lets through, with the label that it must carry.</summary>
public sealed record Admitted(Edition Edition, Label Label)
{
    /// <summary>What is to take its place and waits, where this is an earlier edition; else null.</summary>
    public Held? Waiting { get; init; }
}

/// <summary>An edition that the gate holds back, and why, in words for <c>status</c>.</summary>
public sealed record Held(Edition Edition, string Reason);

/// <summary>What the gate decided.</summary>
public sealed record Admission(IReadOnlyList<Admitted> Admitted, IReadOnlyList<Held> Held)
{
    /// <summary>Editions that are held because their release was withdrawn, and in the place of which readers find a notice.</summary>
    public IReadOnlyList<WithdrawnEdition> Withdrawn { get; init; } = [];
}
