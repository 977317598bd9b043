using System.Globalization;
using System.Text;

namespace PressKit;

/// <summary>The last part of an address, made of a headline: lower-case ASCII words joined by hyphens.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters; it is cut at a word.</summary>
    public const int Longest = 60;

    // Each ASCII spelling with the letters that are written so where the language says nothing else. Normalisation cannot
    // do this: without ICU, which PressKit runs without, it changes nothing.
    private const string Spellings =
        "a àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặḁẚ|ae æǣǽ|b ḃḅḇɓ|c çćĉċčḉ|d ďđḋḍḏḑḓɖɗ|dh ð|e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệǝə|f ḟ|" +
        "g ĝğġģǧǵḡɠ|h ĥħȟḣḥḧḩḫẖ|i ìíîïĩīĭįİıǐȉȋḭḯỉị|ij ĳ|j ĵǰ|k ķĸǩḱḳḵƙ|l ĺļľŀłḷḹḻḽ|m ḿṁṃ|n ñńņňŉǹṅṇṉṋɲ|ng ŋ|" +
        "o òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ|oe œ|p ṕṗ|r ŕŗřȑȓṙṛṝṟ|s śŝşšșṡṣṥṧṩſ|ss ß|t ţťŧțṫṭṯṱẗ|th þ|" +
        "u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự|v ṽṿ|w ŵẁẃẅẇẉẘ|x ẋẍ|y ýÿŷȳẏẙỳỵỷỹ|z źżžẑẓẕƶ|fi ﬁ|fl ﬂ|a ª|o º";

    private static readonly Dictionary<char, string> Plain = Table(Spellings);
    private static readonly Dictionary<char, string> German = Table("ae ä|oe ö|ue ü");
    private static readonly Dictionary<char, string> Nordic = Table("ae äæ|oe öø|aa å");
    private static readonly Dictionary<char, string> None = [];

    /// <summary>The slug of a headline in a language: <c>ü</c> is <c>ue</c> in German and <c>u</c> in Spanish. Null where the
    /// headline has a letter that ASCII cannot write, or no letter or digit at all: the caller has another name for it.</summary>
    public static string? Of(string headline, Language language)
    {
        var own = Own(language);
        var slug = new StringBuilder();
        foreach (var rune in headline.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (lower.IsAscii && Rune.IsLetterOrDigit(lower)) slug.Append((char)lower.Value);
            else if (Joins(lower, language)) continue;
            else if (IsDiaeresis(lower) && WithDiaeresis(slug, own) is { } spelling) slug.Append(spelling);
            else if (Rune.GetUnicodeCategory(lower) is UnicodeCategory.NonSpacingMark) continue;
            else if (Spelling(lower, own) is { } ascii) slug.Append(ascii);
            else if (Rune.IsLetterOrDigit(lower)) return null;
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return Cut(slug.ToString().Trim('-'));
    }

    private static Dictionary<char, string> Own(Language language) => language.Primary switch
    {
        "de" or "lb" => German,
        "sv" or "da" or "nb" or "nn" or "no" => Nordic,
        _ => None,
    };

    // The apostrophe of dall’inizio parts two words, the English one does not; nor do the dot of l·l and invisible joiners.
    private static bool Joins(Rune rune, Language language) =>
        rune.Value is '·' or '\u00ad' or '\u200c' or '\u200d' or '\u2060' ||
        (language.Primary == "en" && rune.Value is '\'' or '’');

    private static bool IsDiaeresis(Rune rune) => rune.Value == '\u0308';

    // A headline may be typed with the letter and its mark as two characters.
    private static string? WithDiaeresis(StringBuilder slug, Dictionary<char, string> own) =>
        slug.Length == 0 ? null : slug[^1] switch
        {
            'a' when own.ContainsKey('ä') => "e",
            'o' when own.ContainsKey('ö') => "e",
            'u' when own.ContainsKey('ü') => "e",
            _ => null,
        };

    private static string? Spelling(Rune rune, Dictionary<char, string> own) =>
        rune.IsBmp && (own.TryGetValue((char)rune.Value, out var spelling) || Plain.TryGetValue((char)rune.Value, out spelling))
            ? spelling
            : null;

    private static string? Cut(string slug)
    {
        if (slug.Length == 0) return null;
        if (slug.Length <= Longest) return slug;
        var end = slug.LastIndexOf('-', Longest);
        return end > 0 ? slug[..end] : slug[..Longest];
    }

    private static Dictionary<char, string> Table(string spellings)
    {
        var table = new Dictionary<char, string>();
        foreach (var entry in spellings.Split('|'))
        {
            var space = entry.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in entry[(space + 1)..]) table[letter] = entry[..space];
        }

        return table;
    }
}
