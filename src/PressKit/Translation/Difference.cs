using System.Text;
using System.Text.RegularExpressions;
using PressKit.Segmentation;

namespace PressKit.Translation;

/// <summary>The difference between two texts, word by word: <c>vale [-mille-] {+duemila+} euro</c>. Where words are not spaced,
/// character by character.</summary>
public static partial class Difference
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

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\d+([.,]\d+)*|[\p{L}\p{M}\d-[\u3040-\u9fff]]+|[\ud800-\udbff][\udc00-\udfff]|.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
