namespace PressKit.Editions;

/// <summary>What the readers of an edition are told of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Unit">The unit that its reason is.</param>
/// <param name="Text">The reason. Where it is not translated it is what the source says, for it is never hidden.</param>
/// <param name="Language">The language of the reason.</param>
public sealed record EventText(ReleaseEvent Event, string Unit, string Text, Language Language)
{
    /// <summary>Whether a machine translated it and nobody has approved that.</summary>
    public bool IsMachine { get; init; }

    /// <summary>Its translation, on which the gate has not decided yet; null where there is none, and behind the gate.</summary>
    public EventTranslation? Translation { get; init; }
}

/// <summary>A stored translation of the reason of an event.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsApproved">Whether somebody signed off exactly this.</param>
/// <param name="IsMachine">Whether a machine has a part in it.</param>
/// <param name="IsBlocked">Whether the glossary blocks it.</param>
public sealed record EventTranslation(string Text, bool IsApproved, bool IsMachine, bool IsBlocked);
