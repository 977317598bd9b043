namespace PressKit;

/// <summary>Somebody looked at what a check found and keeps the text, and says why. It holds for that very text: when source or
/// translation changes, the finding comes back.</summary>
/// <param name="Check">The check's code: <c>check.numbers</c>.</param>
/// <param name="Language">The language of the translation.</param>
/// <param name="Unit">The unit's id, for people.</param>
/// <param name="Fingerprint">The hash of the check, the source and the translation.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record Dismissal(
    string Check, Language Language, string Unit, string Fingerprint, string By, DateTimeOffset At, string Reason);
