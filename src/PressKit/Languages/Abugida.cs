using System.Text;

namespace PressKit.Languages;

/// <summary>The scripts of India whose blocks in Unicode have one layout, as ISO 15919 romanises them, without its marks: a consonant
/// is followed by <c>a</c> unless a sign says otherwise. Where the language does not speak that vowel (at the end of a word, and in
/// Hindi and Marathi between a vowel and a consonant with one), it is left out.</summary>
internal static class Abugida
{
    private const int BlockSize = 0x80;
    private const int Virama = 0x4d;
    private const int Nukta = 0x3c;

    private static readonly char[] Blocks = ['\u0900', '\u0980', '\u0b80', '\u0c00'];

    // From the letter ka on; with a nukta, the sounds of Persian and of the tongue's flap.
    private static readonly string[] Consonants =
    [
        "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n", "p", "ph", "b",
        "bh", "m", "y", "r", "r", "l", "l", "zh", "v", "sh", "sh", "s", "h",
    ];

    private static readonly Dictionary<int, string> WithNukta = new()
    {
        [0x15] = "q", [0x16] = "kh", [0x17] = "g", [0x1c] = "z", [0x21] = "r", [0x22] = "rh", [0x2b] = "f", [0x2f] = "y",
    };

    private static readonly string[] Precomposed = ["q", "kh", "g", "z", "r", "rh", "f", "y"];

    private static readonly string[] Vowels = ["a", "a", "i", "i", "u", "u", "ri", "l", "e", "e", "e", "ai", "o", "o", "o", "au"];

    private static readonly string[] Signs = ["a", "i", "i", "u", "u", "ri", "ri", "e", "e", "e", "ai", "o", "o", "o", "au"];

    /// <summary>Whether a letter or sign belongs to one of the scripts.</summary>
    public static bool Reads(char c) => Array.Exists(Blocks, block => c >= block && c < block + BlockSize && (c - block) is >= 1 and < 0x70 and not (0x64 or 0x65));

    /// <summary>The word that begins at a place of a text, and its length.</summary>
    public static (string Spelling, int Length) WordAt(string text, int at, Language language)
    {
        var units = new List<Unit>();
        var i = at;
        for (; i < text.Length && Reads(text[i]); i++)
        {
            var place = text[i] - Array.FindLast(Blocks, block => text[i] >= block);
            if (place is >= 0x15 and <= 0x39) units.Add(new Unit(Consonants[place - 0x15], "a", true, place));
            else if (place is >= 0x58 and <= 0x5f) units.Add(new Unit(Precomposed[place - 0x58], "a", true, place));
            else if (place is >= 0x05 and <= 0x14) units.Add(new Unit("", Vowels[place - 5], false, place));
            else if (place is >= 0x66 and <= 0x6f) units.Add(new Unit(((char)('0' + place - 0x66)).ToString(), "", false, place));
            else if (units.Count > 0) units[^1] = Signed(units[^1], place);
        }

        if (!IsSouthern(text[at])) DropUnspoken(units, language);
        var spelling = new StringBuilder();
        foreach (var unit in units) spelling.Append(unit.Consonant).Append(unit.Vowel).Append(unit.Tail);
        return (spelling.ToString(), i - at);
    }

    private static bool IsSouthern(char c) => c >= '\u0b80';

    private static Unit Signed(Unit unit, int place) => place switch
    {
        >= 0x3e and <= 0x4c => unit with { Vowel = Signs[place - 0x3e], IsInherent = false },
        Virama => unit with { Vowel = "", IsInherent = false },
        Nukta => unit with { Consonant = WithNukta.GetValueOrDefault(unit.Place, unit.Consonant) },
        0x01 or 0x02 => unit with { Tail = "n", IsInherent = false },
        0x03 => unit with { Tail = "h", IsInherent = false },
        _ => unit,
    };

    // From the end: what was left out behind decides what is spoken before it.
    private static void DropUnspoken(List<Unit> units, Language language)
    {
        for (var i = units.Count - 1; i > 0; i--)
        {
            if (!units[i].IsInherent || units[i - 1].Vowel.Length == 0) continue;
            var isLast = i == units.Count - 1;
            if (isLast || (language.Primary is "hi" or "mr" && units[i + 1] is { Consonant.Length: > 0, Vowel.Length: > 0 }))
                units[i] = units[i] with { Vowel = "" };
        }
    }

    /// <summary>A consonant with its vowel, and what follows both.</summary>
    private sealed record Unit(string Consonant, string Vowel, bool IsInherent, int Place, string Tail = "");
}
