using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Translation;

/// <summary>Keeps a glossary's names, and terms whose translation is settled, out of a service's hands: each occurrence is a
/// code standing alone while the service works, and the name's or the translation's text again afterwards. Occurrences are
/// whole words in the same letter case, the longest first; in scripts without spaces any occurrence counts.</summary>
public sealed class NameProtection
{
    private readonly ImmutableArray<(string Text, string Replacement)> _names;

    /// <summary>The protection for one pair of languages.</summary>
    public NameProtection(IEnumerable<Term> glossary, Language source, Language target) =>
        _names = [.. glossary
            .Where(t => t.Text.Length > 0 && (t.Language is null || t.Language.Primary == source.Primary))
            .Select(t => (t.Text, Replacement: t.Translate ? Translation(t, target) : t.Text))
            .Where(t => t.Replacement is not null)
            .Select(t => (t.Text, t.Replacement!))
            .OrderByDescending(t => t.Text.Length).ThenBy(t => t.Text, StringComparer.Ordinal)
            .DistinctBy(t => t.Text, StringComparer.Ordinal)];

    /// <summary>The content with names as codes of kind <see cref="CodeKind.Name"/>; their equivalent is the text wanted in
    /// the translation.</summary>
    public InlineContent Protect(InlineContent content)
    {
        var next = content.Codes.Select(c => c.Id).DefaultIfEmpty(0).Max() + 1;
        return InlineContent.Of(content.SelectMany(p => p.Kind == PieceKind.Text ? Cut(p.Text) : [p]));

        IEnumerable<Piece> Cut(string text)
        {
            var done = 0;
            for (var at = 0; at < text.Length;)
            {
                if (Find(text, at) is not var (name, replacement))
                {
                    at++;
                    continue;
                }

                yield return Piece.Run(text[done..at]);
                yield return Piece.Alone(new InlineCode(next++, CodeKind.Name, name, null, replacement));
                done = at += name.Length;
            }

            yield return Piece.Run(text[done..]);
        }
    }

    /// <summary>The content with each name's code as text again.</summary>
    public static InlineContent Unprotect(InlineContent content) =>
        InlineContent.Of(content.Select(p => p.Code is { Kind: CodeKind.Name } name ? Piece.Run(name.Equivalent) : p));

    private static string? Translation(Term term, Language target) =>
        term.Translations.Texts.TryGetValue(target, out var text)
        || term.Translations.Texts.TryGetValue(Language.Parse(target.Primary), out text) ? text : null;

    private (string Text, string Replacement)? Find(string text, int at)
    {
        foreach (var name in _names)
        {
            if (string.CompareOrdinal(text, at, name.Text, 0, name.Text.Length) != 0) continue;
            if (IsBoundary(text, at) && IsBoundary(text, at + name.Text.Length)) return name;
        }

        return null;
    }

    private static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length
        || (!char.IsLowSurrogate(text[at]) && !(JoinsWords(text, at - 1) && JoinsWords(text, at)));

    /// <summary>Whether the character at <paramref name="at"/> makes one word with its neighbour: a letter, mark or digit of a
    /// script that puts spaces between words.</summary>
    private static bool JoinsWords(string text, int at)
    {
        if (char.IsLowSurrogate(text[at]) && at > 0) at--;
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return false;
        if (IsUnspaced(rune.Value)) return false;
        return Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
    }

    // Han, kana and their neighbours; Hangul, whose particles follow a foreign name without a space; Thai, Lao, Khmer, Burmese.
    private static bool IsUnspaced(int c) => c is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x3FFFF) or (>= 0x0E00 and <= 0x0EFF) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x1000 and <= 0x109F);
}
