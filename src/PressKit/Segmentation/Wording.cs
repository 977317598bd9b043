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
        var key = new StringBuilder();
        foreach (var piece in content)
        {
            _ = piece.Kind switch
            {
                PieceKind.Text => AppendFolded(key, piece.Text),
                PieceKind.Open => key.Append(Tokens.Open).Append((char)('a' + (int)piece.Code!.Kind)),
                PieceKind.Close => key.Append(Tokens.Close),
                _ => key.Append(Tokens.Alone).Append((char)('a' + (int)piece.Code!.Kind)),
            };
        }

        return Trimmed(key);
    }

    /// <summary>The markup that the codes stand for, in order.</summary>
    public static string Markup(IEnumerable<Piece> content) => string.Join('\0', content
        .Where(p => p.Kind is PieceKind.Open or PieceKind.Alone).Select(p => string.Join('\u0001', p.Code!.Open, p.Code.Close, p.Code.Equivalent)));

    /// <summary>The words alone: without markup and punctuation, in lower case, every number as <c>0</c>.</summary>
    public static string Soft(InlineContent content)
    {
        var key = new StringBuilder();
        var number = false;
        foreach (var rune in content.PlainText.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                if (!number) key.Append('0');
                number = true;
            }
            else if (Rune.IsLetter(rune) || IsMark(rune))
            {
                key.Append(Rune.ToLowerInvariant(rune).ToString());
                number = false;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
                number = false;
            }
        }

        return Trimmed(key);
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

    private static StringBuilder AppendFolded(StringBuilder key, string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) key.Append(Tokens.IsCode(c) ? '\ufffd' : c);
            else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }

        return key;
    }

    private static string Trimmed(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] == ' ') key.Length--;
        return key.ToString();
    }
}
