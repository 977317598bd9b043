using System.Globalization;
using System.Text;

namespace PressKit.Languages;

/// <summary>The last part of an address, made of a headline: lower-case ASCII words joined by hyphens.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters; it is cut at a word.</summary>
    public const int Longest = 60;

    private const string Data = "languages/romanisation.txt";
    private const char Diaeresis = '\u0308';
    private const char SmallTsu = 'っ';

    private static readonly Lazy<IReadOnlyDictionary<string, Romanisation>> Languages = new(Read);

    /// <summary>The slug of a headline in a language: <c>ü</c> is <c>ue</c> in German and <c>u</c> in Spanish, <c>щ</c> is <c>shch</c> in
    /// Russian and <c>sht</c> in Bulgarian. Null where the headline has a letter that no rule reads (a Chinese character; Arabic
    /// and Hebrew, which leave out vowels; Thai), or no letter or digit at all: the caller has another name for it.</summary>
    public static string? Of(string headline, Language language)
    {
        var text = Lower(headline);
        var slug = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (Spelling(text, i, language) is { } spelling)
            {
                slug.Append(spelling.Text);
                i += spelling.Length;
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (Rune.IsLetterOrDigit(rune)) return null;
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            i += length;
        }

        return Cut(slug.ToString().Trim('-'));
    }

    private static (string Text, int Length)? Spelling(string text, int at, Language language)
    {
        var c = text[at];
        if (char.IsAsciiLetterOrDigit(c)) return Typed(text, at, language);
        if (Joins(c, language)) return ("", 1);
        if (Hangul.IsSyllable(c)) return (Hangul.At(text, at), 1);
        if (Abugida.Reads(c)) return Abugida.WordAt(text, at, language);
        if (c == SmallTsu && at + 1 < text.Length) return Doubled(text, at, language);
        foreach (var rules in Rules(language, c))
        {
            if (rules.At(text, at) is { } found) return found;
        }

        return null;
    }

    private static IEnumerable<Romanisation> Rules(Language language, char letter)
    {
        foreach (var key in new[] { language.Primary, "*", Romanisation.ReaderOf(letter) })
        {
            if (key is not null && Languages.Value.TryGetValue(key, out var rules)) yield return rules;
        }
    }

    // A headline may be typed with the letter and its mark as two characters.
    private static (string Text, int Length) Typed(string text, int at, Language language)
    {
        var composed = at + 1 < text.Length && text[at + 1] == Diaeresis ? "aou".IndexOf(text[at], StringComparison.Ordinal) : -1;
        if (composed >= 0 && Languages.Value.GetValueOrDefault(language.Primary)?.At("äöü"[composed].ToString(), 0) is { } rule)
            return (rule.Spelling, 2);
        return (text[at].ToString(), 1);
    }

    // The small tsu doubles the consonant behind it, which is t before ch.
    private static (string Text, int Length) Doubled(string text, int at, Language language) =>
        Spelling(text, at + 1, language) is { Text.Length: > 0 } next && char.IsAsciiLetter(next.Text[0])
            ? (next.Text.StartsWith("ch", StringComparison.Ordinal) ? "t" : next.Text[..1], 1)
            : ("", 1);

    // The apostrophe of dall’inizio parts two words, the English one does not; nor do the dot of l·l and invisible joiners.
    private static bool Joins(char c, Language language) =>
        c is '·' or '\u00ad' or '\u200c' or '\u200d' or '\u2060' || (language.Primary == "en" && c is '\'' or '’');

    // Letter by letter, and katakana as hiragana.
    private static string Lower(string headline)
    {
        var text = new StringBuilder(headline.Length);
        foreach (var rune in headline.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            text.Append(lower.Value is >= 'ァ' and <= 'ヴ' ? ((char)(lower.Value - 'ァ' + 'ぁ')).ToString() : lower.ToString());
        }

        return text.ToString();
    }

    private static string? Cut(string slug)
    {
        if (slug.Length == 0) return null;
        if (slug.Length <= Longest) return slug;
        var end = slug.LastIndexOf('-', Longest);
        return end > 0 ? slug[..end] : slug[..Longest];
    }

    private static IReadOnlyDictionary<string, Romanisation> Read()
    {
        using var stream = typeof(Slug).Assembly.GetManifestResourceStream(Data) ?? throw new InvalidDataException($"{Data} is not embedded.");
        using var reader = new StreamReader(stream);
        return Romanisation.Read(reader);
    }
}
