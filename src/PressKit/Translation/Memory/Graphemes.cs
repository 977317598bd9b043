using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using PressKit.Segmentation;

namespace PressKit.Translation.Memory;

/// <summary>A wording as the memory compares it: one number for each grapheme, and one for each end of an inline code. A
/// grapheme of one code point is that code point; any other is a hash of its text, above all code points.</summary>
internal static class Graphemes
{
    private const int Code = 0x4000_0000;
    private const int Cluster = 0x2000_0000;

    // Each of these is a grapheme of its own beside any other of them: Latin, Greek and Cyrillic without combining marks,
    // punctuation, kana, the commonest ideographs, full-width forms.
    private static readonly SearchValues<char> Simple = SearchValues.Create(
        [.. Range(0x20, 0x7e), .. Range(0xa0, 0xac), .. Range(0xae, 0x2ff), .. Range(0x370, 0x482), .. Range(0x48a, 0x52f),
         .. Range(0x2010, 0x2027), .. Range(0x2030, 0x205e), .. Range(0x20a0, 0x20c0), .. Range(0x3000, 0x3029), .. Range(0x3041, 0x3096),
         .. Range(0x30a0, 0x30ff), .. Range(0x4e00, 0x9fff), .. Range(0xff01, 0xff9d)]);

    /// <summary>The graphemes of a wording, as <see cref="Wording.Of(IEnumerable{Piece})"/> writes it.</summary>
    public static int[] Of(string wording)
    {
        if (!wording.AsSpan().ContainsAnyExcept(Simple))
        {
            var simple = new int[wording.Length];
            for (var i = 0; i < simple.Length; i++) simple[i] = wording[i];
            return simple;
        }

        var graphemes = new List<int>(wording.Length);
        var rest = wording.AsSpan();
        while (rest.Length > 0)
        {
            var length = Tokens.IsCode(rest[0]) ? CodeLength(rest) : StringInfo.GetNextTextElementLength(rest);
            // An element ends where a code begins, whatever Unicode says of the stand-in's neighbours.
            for (var i = 1; i < length; i++)
            {
                if (!Tokens.IsCode(rest[0]) && Tokens.IsCode(rest[i])) length = i;
            }

            graphemes.Add(Number(rest[..length]));
            rest = rest[length..];
        }

        return [.. graphemes];
    }

    /// <summary>Whether a grapheme is the end of an inline code.</summary>
    public static bool IsCode(int grapheme) => (grapheme & Code) != 0;

    /// <summary>Whether it belongs to a word.</summary>
    public static bool IsWord(int grapheme) => grapheme < 0x10000
        ? char.IsLetterOrDigit((char)grapheme)
        : !IsCode(grapheme) && (grapheme >= Cluster || !Rune.IsValid(grapheme) || Rune.IsLetterOrDigit(new Rune(grapheme)));

    /// <summary>Whether it belongs to a script that is written without spaces between words.</summary>
    public static bool IsUnspaced(int grapheme) => grapheme is (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x9fff) or (>= 0xe00 and <= 0xeff)
        or (>= 0x1000 and <= 0x109f) or (>= 0x1780 and <= 0x17ff) or (>= 0x20000 and <= 0x3ffff);

    /// <summary>The grapheme in lower case.</summary>
    public static int Folded(int grapheme) => grapheme < 0x10000 ? char.ToLowerInvariant((char)grapheme) : grapheme;

    private static int CodeLength(ReadOnlySpan<char> text) => text[0] == Tokens.Close || text.Length == 1 ? 1 : 2;

    private static int Number(ReadOnlySpan<char> element)
    {
        if (Tokens.IsCode(element[0])) return Code | (element[0] << 8) | (element.Length > 1 ? element[1] & 0xff : 0);
        if (element.Length == 1) return element[0];
        if (element.Length == 2 && char.IsSurrogatePair(element[0], element[1])) return char.ConvertToUtf32(element[0], element[1]);
        return Cluster | (int)(XxHash32.HashToUInt32(MemoryMarshal.AsBytes(element)) & (Cluster - 1));
    }

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
