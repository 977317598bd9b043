namespace PressKit;

/// <summary>What a newsroom asks of its reviewers.</summary>
public sealed record ReviewSettings
{
    /// <summary>Nothing.</summary>
    public static ReviewSettings None { get; } = new();

    /// <summary>Whether a second person has to compare each sentence with its source: nobody reviews what they wrote themselves, and
    /// an edition is signed off when every sentence of it is reviewed.</summary>
    public bool SecondPerson { get; init; }

    /// <summary>Whether whoever signs an edition off must not be the last who changed a sentence of it.</summary>
    public bool ApproverDiffers { get; init; }

    /// <summary>Whether each approval given at the desk is a commit of its own, with the reviewer as the author.</summary>
    public bool Commits { get; init; }
}
