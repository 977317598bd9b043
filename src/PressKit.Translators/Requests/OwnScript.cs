using System.Text;

namespace PressKit.Translators.Requests;

/// <summary>Whether a text is written in the script of its language: a model that answers in the wrong language is found by
/// that.</summary>
internal static class OwnScript
{
    private const int EnoughLetters = 12;

    private static readonly string[] Known = ["Hans", "Kore", "Arab", "Hebr", "Cyrl", "Grek", "Thai", "Deva"];

    /// <summary>Whether a translation can be one. Short texts, and those whose letters are the source's too, such as names,
    /// always can.</summary>
    public static bool Fits(string text, string source, Language language)
    {
        if (text.EnumerateRunes().Count(Rune.IsLetter) < EnoughLetters) return true;
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).Except(source.EnumerateRunes()).Select(r => r.Value).ToArray();
        if (letters.Length == 0) return true;
        // A language without a script here is written in Latin letters, or in letters that are none of the others'.
        return Scripts.Of(language) is { } script && Array.Exists(Known, k => k == Family(script))
            ? Array.Exists(letters, c => Has(Family(script), c))
            : Array.Exists(letters, c => !Array.Exists(Known, k => Has(k, c)));
    }

    private static string Family(string script) => script is "Jpan" or "Hant" ? "Hans" : script;

    private static bool Has(string script, int c) => script switch
    {
        "Hans" => c is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF),
        "Kore" => c is >= 0xAC00 and <= 0xD7AF,
        "Arab" => c is (>= 0x0600 and <= 0x077F) or (>= 0xFB50 and <= 0xFEFF),
        "Hebr" => c is >= 0x0590 and <= 0x05FF,
        "Cyrl" => c is >= 0x0400 and <= 0x04FF,
        "Grek" => c is >= 0x0370 and <= 0x03FF,
        "Thai" => c is >= 0x0E00 and <= 0x0E7F,
        _ => c is >= 0x0900 and <= 0x097F,
    };
}
