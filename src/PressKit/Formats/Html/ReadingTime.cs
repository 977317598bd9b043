namespace PressKit.Formats.Html;

/// <summary>How long a text takes to read: 200 words a minute where words are parted by spaces, 500 characters where they are not,
/// as in Chinese and Japanese, and 900 letters in the scripts of South-East Asia that write vowels and tones beside them.</summary>
internal static class ReadingTime
{
    private const double WordsAMinute = 200;
    private const double IdeographsAMinute = 500;
    private const double LettersAMinute = 900;

    /// <summary>Whole minutes, at least one.</summary>
    /// <param name="html">The text; its tags are not read.</param>
    public static int Minutes(string html)
    {
        var (words, ideographs, letters) = (0, 0, 0);
        var (inTag, inWord) = (false, false);
        foreach (var c in html)
        {
            if (inTag)
            {
                inTag = c != '>';
                continue;
            }

            var isUnspaced = IsIdeograph(c) || IsUnspacedLetter(c);
            if (IsIdeograph(c)) ideographs++;
            if (IsUnspacedLetter(c)) letters++;
            var isPart = !isUnspaced && (char.IsLetterOrDigit(c) || (inWord && c is '\'' or '’' or '-' or '&' or ';'));
            if (isPart && !inWord) words++;
            inWord = isPart;
            inTag = c == '<';
        }

        return Math.Max(1, (int)Math.Ceiling((words / WordsAMinute) + (ideographs / IdeographsAMinute) + (letters / LettersAMinute)));
    }

    /// <summary>Han and kana; a character outside the Basic Multilingual Plane counts by its first half.</summary>
    private static bool IsIdeograph(char c) => c is (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u30FF')
        or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD887');

    /// <summary>Thai, Lao, Myanmar and Khmer.</summary>
    private static bool IsUnspacedLetter(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');
}
