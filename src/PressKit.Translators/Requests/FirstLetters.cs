namespace PressKit.Translators.Requests;

/// <summary>The first letter of a text, for a service that copies the case of its source: one without a capital comes back in
/// small letters throughout, nouns and names with it. Such a text goes with a capital in front.</summary>
internal static class FirstLetters
{
    /// <summary>The text as it is sent, and whether its first letter was raised.</summary>
    public static (string Text, bool IsRaised) Raise(string text, Language target)
    {
        var at = First(text);
        if (at < 0 || !char.IsLower(text[at]) || (text.Any(char.IsUpper) && !HasNouns(target))) return (text, false);
        return (With(text, at, char.ToUpperInvariant(text[at])), true);
    }

    /// <summary>A translation with a small letter where the source has one; in German a noun may begin it, and the capital
    /// stays.</summary>
    public static string Lower(string text, bool isRaised, Language target)
    {
        var at = First(text);
        return !isRaised || at < 0 || HasNouns(target) ? text : With(text, at, char.ToLowerInvariant(text[at]));
    }

    // Where every noun has a capital, a fragment more often begins with one than not.
    private static bool HasNouns(Language language) => language.Primary is "de" or "lb" or "nds";

    private static int First(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetter(text[i])) return i;
        }

        return -1;
    }

    private static string With(string text, int at, char letter) => $"{text[..at]}{letter}{text[(at + 1)..]}";
}
