using System.Text;

namespace PressKit.Languages;

/// <summary>Korean in the Revised Romanization of 2000, as it is spoken where one syllable meets the next (its section 3.1):
/// 신라 is silla, 독립 dongnip.</summary>
internal static class Hangul
{
    private const int Vowels = 21;
    private const int Finals = 28;

    private static readonly string[] Initial = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] Medial =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    // What a final consonant is at the end of a word, and what it becomes before a vowel: the part that stays, and the one that
    // moves to the next syllable.
    private static readonly string[] Final =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    private static readonly string[] BeforeVowel =
        ["", "g", "kk", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m", "b", "ps", "s", "ss", "ng", "j", "ch", "k", "t", "p", ""];

    /// <summary>Whether it is a syllable of Hangul.</summary>
    public static bool IsSyllable(char c) => c is >= '가' and <= '힣';

    /// <summary>The syllable at a place of a text.</summary>
    public static string At(string text, int at)
    {
        var (_, medial, final) = Parts(text[at]);
        var spelling = new StringBuilder(InitialAt(text, at)).Append(Medial[medial]);
        if (final == 0) return spelling.ToString();
        if (at + 1 >= text.Length || !IsSyllable(text[at + 1])) return spelling.Append(Final[final]).ToString();
        var (next, nextVowel, _) = Parts(text[at + 1]);
        return spelling.Append(next == 11 ? Linked(final, nextVowel) : Assimilated(Final[final], Initial[next], final)).ToString();
    }

    // ㄷ and ㅌ before i are spoken as j and ch: 해돋이 haedoji.
    private static string Linked(int final, int vowel) => (final, vowel) switch
    {
        (7, 20) => "j",
        (25, 20) => "ch",
        _ => BeforeVowel[final],
    };

    private static string Assimilated(string final, string next, int letter) => (final, next) switch
    {
        ("k", "n" or "r" or "m") => "ng",
        ("t", "n" or "m" or "r") => "n",
        ("p", "n" or "r" or "m") => "m",
        ("n", "r") when letter == 4 => "l",
        // An ㅎ at the end is heard in the next consonant only.
        ("t" or "n" or "l", "g" or "d" or "j") when letter is 27 or 6 or 15 => letter switch { 6 => "n", 15 => "l", _ => "" },
        _ => final,
    };

    private static string InitialAt(string text, int at)
    {
        var (initial, _, _) = Parts(text[at]);
        var own = Initial[initial];
        if (at == 0 || !IsSyllable(text[at - 1])) return own;
        var (_, _, final) = Parts(text[at - 1]);
        if (final is 27 or 6 or 15) return own switch { "g" => "k", "d" => "t", "j" => "ch", _ => own };
        return (own, Final[final]) switch
        {
            ("r", "l" or "n") => "l",
            ("n", "l") => "l",
            ("r", "k" or "t" or "p" or "m" or "ng") => "n",
            ("h", "k" or "t" or "p") => "h",
            _ => own,
        };
    }

    private static (int Initial, int Medial, int Final) Parts(char syllable)
    {
        var index = syllable - '가';
        return (index / (Vowels * Finals), index / Finals % Vowels, index % Finals);
    }
}
