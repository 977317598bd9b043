namespace PressKit.Editions.Reviewing;

/// <summary>What happens at the desk, as histories name it.</summary>
public static class Happening
{
    /// <summary>Somebody wrote the translation of a sentence, or took it over as it is.</summary>
    public const string Edited = "edited";

    /// <summary>Somebody brought back what a translation said earlier.</summary>
    public const string Reverted = "reverted";

    /// <summary>Somebody replaced words in many sentences at once.</summary>
    public const string Replaced = "replaced";

    /// <summary>Somebody compared a sentence with its source, and answers for it.</summary>
    public const string Reviewed = "reviewed";

    /// <summary>Somebody refused a sentence, or a whole edition, and said why.</summary>
    public const string Rejected = "rejected";

    /// <summary>A sentence was cut in two.</summary>
    public const string Split = "split";

    /// <summary>A sentence was joined with the next one.</summary>
    public const string Joined = "joined";

    /// <summary>Of two translations of a sentence, somebody chose one.</summary>
    public const string Settled = "settled";

    /// <summary>Somebody else takes over.</summary>
    public const string HandedOver = "handed-over";

    /// <summary>Somebody said something.</summary>
    public const string Commented = "commented";

    /// <summary>Somebody asked the author.</summary>
    public const string Asked = "asked";

    /// <summary>A question was answered.</summary>
    public const string Answered = "answered";

    /// <summary>Somebody keeps what a check found, and said why.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>Others changed the unit in its file, and the desk took that up.</summary>
    public const string Changed = "changed";

    /// <summary>Whether an event changes what a sentence says.</summary>
    public static bool IsEdit(HistoryEvent happened) => happened.Event is Edited or Reverted or Replaced;

    /// <summary>Whether an event changes what the translation's file holds.</summary>
    public static bool IsStored(HistoryEvent happened) =>
        happened.Unit is not null && (IsEdit(happened) || happened.Event is Reviewed or Split or Joined or Settled || (happened.Event == Rejected && happened.Target is not null));
}
