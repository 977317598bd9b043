using System.Runtime.InteropServices;
using System.Text;

namespace PressKit.Segmentation;

/// <summary>What a text says, as keys that compare ordinally. Where two texts have the same key, the translation of one is a
/// translation of the other.</summary>
public static class Wording
{
    /// <summary>The words with codes of the same kinds at the same places; runs of white space count as one blank. Where a
    /// link leads, and what a code span shows, is not in it: both are the source's own wherever it is published.</summary>
    public static string Of(IEnumerable<Piece> content)
    {
        var key = new List<char>();
        foreach (var piece in content) Append(key, 0, piece);
        Trim(key, 0);
        return new string(CollectionsMarshal.AsSpan(key));
    }

    /// <summary>Adds a piece of content to a key that begins at a place.</summary>
    internal static void Append(List<char> key, int start, Piece piece)
    {
        if (piece.Kind == PieceKind.Text) AppendFolded(key, start, piece.Text);
        else key.Add(piece.Kind switch { PieceKind.Open => Tokens.Open, PieceKind.Close => Tokens.Close, _ => Tokens.Alone });
        if (piece.Kind is PieceKind.Open or PieceKind.Alone) key.Add((char)('a' + (int)piece.Code!.Kind));
    }

    /// <summary>Ends a key that begins at a place.</summary>
    internal static void Trim(List<char> key, int start)
    {
        if (key.Count > start && key[^1] == ' ') key.RemoveAt(key.Count - 1);
    }

    /// <summary>The markup that the codes stand for, in order.</summary>
    public static string Markup(IEnumerable<Piece> content) => string.Join('\0', content
        .Where(p => p.Kind is PieceKind.Open or PieceKind.Alone).Select(p => string.Join('\u0001', p.Code!.Open, p.Code.Close, p.Code.Equivalent)));

    /// <summary>Whether two texts have the same words: without markup and punctuation, in lower case, every number as
    /// <c>0</c>.</summary>
    public static bool IsSoftlySame(InlineContent one, InlineContent other) => Soft(one.PlainText).SequenceEqual(Soft(other.PlainText));

    /// <summary>A number for the words of a text: the same for texts that <see cref="IsSoftlySame"/> calls the same, in one run
    /// of the program.</summary>
    public static ulong SoftKey(InlineContent content)
    {
        var key = 14695981039346656037UL;
        var (begun, blank, number) = (false, false, false);
        foreach (var piece in content)
        {
            foreach (var rune in piece.Text.EnumerateRunes())
            {
                if (Rune.IsWhiteSpace(rune)) (blank, number) = (begun, false);
                var isDigit = Rune.IsDigit(rune);
                if (!isDigit && !Rune.IsLetter(rune) && !IsMark(rune)) continue;
                if (blank) Add(' ');
                if (!isDigit) Add(Rune.ToLowerInvariant(rune).Value);
                else if (!number) Add('0');
                (begun, blank, number) = (true, false, isDigit);
            }
        }

        return key;

        void Add(int value) => key = (key ^ (uint)value) * 1099511628211UL;
    }

    private static IEnumerable<Rune> Soft(string text)
    {
        var (begun, blank, number) = (false, false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) (blank, number) = (begun, false);
            var isDigit = Rune.IsDigit(rune);
            if (!isDigit && !Rune.IsLetter(rune) && !IsMark(rune)) continue;
            if (blank) yield return new Rune(' ');
            if (!isDigit) yield return Rune.ToLowerInvariant(rune);
            else if (!number) yield return new Rune('0');
            (begun, blank, number) = (true, false, isDigit);
        }
    }

    /// <summary>What kind of text a unit is. Texts of different kinds never share a translation: a headline that a summary
    /// repeats may be translated in another style. Of a field, the kind is its path without the names of items.</summary>
    public static string Kind(UnitRole role, string id)
    {
        if (role != UnitRole.Field) return role.ToString();
        var (first, last) = (id.IndexOf('.', StringComparison.Ordinal), id.LastIndexOf('.'));
        return first == last ? id : string.Concat(id.AsSpan(0, first), "..", id.AsSpan(last + 1));
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static void AppendFolded(List<char> key, int start, string text)
    {
        key.EnsureCapacity(key.Count + text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) key.Add(Tokens.IsCode(c) ? '\ufffd' : c);
            else if (key.Count > start && key[^1] != ' ') key.Add(' ');
        }
    }
}
