using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PressKit.Translation.Glossary;

/// <summary>A word of a text, or a mark, or a character of a script that puts no spaces between words.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="HasGap">Whether a space or a hyphen stands before it.</param>
/// <param name="IsWord">Whether it is a word, which can be inflected.</param>
internal readonly record struct TermToken(int Start, int Length, bool HasGap, bool IsWord);

/// <summary>A text cut into what terms are made of.</summary>
internal sealed partial class TermText
{
    private readonly List<TermToken> _tokens = [];

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="barriers">Places that no term goes across, in ascending order: where codes stand.</param>
    public TermText(string text, IReadOnlyList<int>? barriers = null)
    {
        Text = text;
        Barriers = barriers ?? [];
        Cut();
        // Looking for addresses costs more than looking for what every address has.
        if (HasJoint(text)) Addresses = [.. Address().Matches(text).Select(m => (m.Index, m.Index + m.Length))];
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its tokens, in order.</summary>
    public IReadOnlyList<TermToken> Tokens => _tokens;

    /// <summary>Where addresses begin and end, in order.</summary>
    public IReadOnlyList<(int Start, int End)> Addresses { get; } = [];

    private IReadOnlyList<int> Barriers { get; }

    /// <summary>The text of inline content, with a barrier wherever a code stands alone.</summary>
    public static TermText Of(InlineContent content)
    {
        var text = new StringBuilder();
        var barriers = new List<int>();
        foreach (var piece in content)
        {
            if (piece.Kind == PieceKind.Text) text.Append(piece.Text);
            else if (piece.Kind == PieceKind.Alone) barriers.Add(text.Length);
        }

        return new TermText(text.ToString(), barriers);
    }

    /// <summary>Whether a place lies in an address.</summary>
    public bool IsInAddress(int start, int end)
    {
        foreach (var address in Addresses)
        {
            if (start < address.End && end > address.Start) return true;
        }

        return false;
    }

    /// <summary>Whether a stretch can be a whole word: it parts no letter from its marks, and, where
    /// <paramref name="strict"/>, no word in katakana.</summary>
    public bool IsWhole(int start, int end, bool strict)
    {
        if (end < Text.Length && Rune.TryGetRuneAt(Text, end, out var next))
        {
            if (Rune.GetUnicodeCategory(next) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && !Barriers.Contains(end)) return false;
            if (strict && IsKatakana(next.Value) && IsKatakana(Text[end - 1]) && !Barriers.Contains(end)) return false;
        }

        return !strict || start == 0 || !IsKatakana(Text[start]) || !IsKatakana(Text[start - 1]) || Barriers.Contains(start);
    }

    /// <summary>Whether a term may go across the start of a token.</summary>
    public bool IsBarrier(int at) => Barriers.Contains(at);

    // A full stop or @ before a character of a word, or what stands behind a scheme.
    private static bool HasJoint(string text)
    {
        for (var at = text.AsSpan().IndexOfAny('.', '@'); at >= 0 && at + 1 < text.Length;)
        {
            if (char.IsAsciiLetterOrDigit(text[at + 1]) || text[at + 1] is '_' or '-') return true;
            var next = text.AsSpan(at + 1).IndexOfAny('.', '@');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return text.Contains("://", StringComparison.Ordinal);
    }

    private static bool IsKatakana(int c) => c is (>= 0x30A1 and <= 0x30FA) or 0x30FC or (>= 0xFF66 and <= 0xFF9F);

    private void Cut()
    {
        var (start, script, gap) = (-1, 0, false);
        for (var at = 0; at < Text.Length;)
        {
            if (!Rune.TryGetRuneAt(Text, at, out var rune)) rune = Rune.ReplacementChar;
            var length = char.IsSurrogate(Text[at]) && rune != Rune.ReplacementChar ? 2 : 1;
            var kind = Script(rune, start >= 0 ? script : 0);
            if (start >= 0 && (kind != script || IsBarrier(at)))
            {
                Add(start, at, true);
                start = -1;
            }

            if (kind >= Word)
            {
                if (start < 0) (start, script) = (at, kind);
            }
            else if (kind == Space)
            {
                gap = true;
            }
            else if (kind != Ignored)
            {
                Add(at, at + length, false);
            }

            at += length;
        }

        if (start >= 0) Add(start, Text.Length, true);

        void Add(int from, int to, bool isWord)
        {
            _tokens.Add(new TermToken(from, to - from, gap, isWord));
            gap = false;
        }
    }

    private const int Ignored = -1, Mark = 0, Space = 1, Word = 2;

    /// <summary>What a character is: a space, a mark, or a letter of one of the scripts whose words stand beside each other
    /// without a space, as a particle in Hangul stands behind a name in Latin letters.</summary>
    private static int Script(Rune rune, int open)
    {
        var c = rune.Value;
        if (c is '\u00ad' or (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF) return open >= Word ? open : Ignored;
        if (Rune.IsWhiteSpace(rune) || c is '-' or 0x2010 or 0x2011) return Space;
        if (IsUnspaced(c)) return Mark;
        if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.EnclosingMark)) return Mark;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && open >= Word) return open;
        return c switch
        {
            >= 0x1100 and <= 0x11FF or >= 0xAC00 and <= 0xD7FF => Word + 1,
            >= 0x0600 and <= 0x07BF or >= 0x08A0 and <= 0x08FF or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFE => Word + 2,
            >= 0x0590 and <= 0x05FF => Word + 3,
            _ => Word,
        };
    }

    // Han, kana and their neighbours; Thai, Lao, Khmer, Burmese.
    private static bool IsUnspaced(int c) => c is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F)
        or (>= 0x20000 and <= 0x3FFFF) or (>= 0x0E00 and <= 0x0EFF) or (>= 0x1780 and <= 0x17FF) or (>= 0x1000 and <= 0x109F);

    // With a scheme, a mailbox, or names with full stops that end in small letters, and the path behind it.
    [GeneratedRegex(@"[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[!-~]+|[\w.+-]{1,64}@([a-zA-Z0-9-]{1,63}\.)+[a-zA-Z0-9-]{1,63}|(?<![a-zA-Z0-9])([a-zA-Z0-9_-]{1,63}\.){1,9}[a-z]{2,24}(?![a-zA-Z0-9])(/[!-~]*)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Address();
}
