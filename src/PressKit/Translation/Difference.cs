using System.Globalization;
using System.Text;
using PressKit.Segmentation;

namespace PressKit.Translation;

/// <summary>The difference between two texts, word by word: <c>vale [-mille-] {+duemila+} euro</c>. Where words are not spaced,
/// character by character.</summary>
public static class Difference
{
    /// <summary>What became of an earlier text.</summary>
    public static string Of(string earlier, string present)
    {
        var (was, now) = (Words(earlier), Words(present));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (gone, added) = (new bool[was.Count], new bool[now.Count]);
        Array.Fill(gone, true);
        Array.Fill(added, true);
        SequenceMatch.InOrder([.. was.Select(Number)], [.. now.Select(Number)], (e, p) => (gone[e], added[p]) = (false, false));
        var text = new StringBuilder();
        var (at, next) = (0, 0);
        while (at < was.Count || next < now.Count)
        {
            Run(was, gone, ref at, "[-", "-]");
            Run(now, added, ref next, "{+", "+}");
            if (next >= now.Count) continue;
            text.Append(now[next]);
            (at, next) = (at + 1, next + 1);
        }

        return text.ToString();

        int Number(string word)
        {
            if (!numbers.TryGetValue(word, out var number)) numbers.Add(word, number = numbers.Count);
            return number;
        }

        void Run(List<string> words, bool[] isOnlyHere, ref int from, string open, string close)
        {
            if (from >= words.Count || !isOnlyHere[from]) return;
            text.Append(open);
            while (from < words.Count && isOnlyHere[from]) text.Append(words[from++]);
            text.Append(close);
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var element in StringInfo.GetTextElementEnumerator(text).Elements())
        {
            var joins = words.Count > 0 && IsPart(words[^1][^1]) && IsPart(element[0]);
            if (joins) words[^1] += element;
            else words.Add(element);
        }

        return words;

        static bool IsPart(char c) => (char.IsLetterOrDigit(c) || c is '.' or ',') && c is not (>= '\u3040' and <= '\u9fff');
    }

    private static IEnumerable<string> Elements(this TextElementEnumerator elements)
    {
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }
}
