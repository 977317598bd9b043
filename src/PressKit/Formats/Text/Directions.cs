namespace PressKit.Formats.Text;

/// <summary>Says in plain text which way a line runs, where its letters do not: what shows a text goes by the first letter of each
/// line (Unicode Bidirectional Algorithm, P2), and so would turn a line of Arabic around that begins with a Latin name.</summary>
internal static class Directions
{
    private const char LeftMark = '\u200E';
    private const char RightMark = '\u200F';
    private const char Isolate = '\u2066';
    private const char EndOfIsolate = '\u2069';

    /// <summary>The text with a mark in front of each line that would run the other way.</summary>
    public static string Marked(string text, bool isRightToLeft) =>
        string.Join('\n', text.Split('\n').Select(line => IsRightToLeft(line) is { } right && right != isRightToLeft
            ? (isRightToLeft ? RightMark : LeftMark) + line
            : line));

    /// <summary>What has no letters of its own and runs from left to right everywhere, such as a telephone number.</summary>
    public static string LeftToRight(string text, bool isRightToLeft) => isRightToLeft ? Isolate + text + EndOfIsolate : text;

    /// <summary>Which way the first letter of a line runs; null where it has none.</summary>
    private static bool? IsRightToLeft(string line)
    {
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value is Isolate or LeftMark or RightMark) return null;
            if (System.Text.Rune.IsLetter(rune)) return IsRightToLeft(rune.Value);
        }

        return null;
    }

    private static bool IsRightToLeft(int rune) =>
        rune is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF)
            or (>= 0x1E800 and <= 0x1EFFF);
}
