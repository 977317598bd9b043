using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PressKit.Translation.Glossary;

namespace PressKit.Translation.Memory;

/// <summary>Finds what one sentence says and another one of the same language does not: numbers, dates, names, negation and
/// terms. It errs on the side of a difference.</summary>
/// <param name="glossary">Names and terms.</param>
internal sealed class DifferenceFinder(ImmutableArray<Term> glossary)
{
    private readonly Terminology _terms = new(glossary);

    /// <summary>What differs.</summary>
    public Differences Between(Language language, InlineContent one, InlineContent other) => Between(Meaning(language, one), Meaning(language, other));

    /// <summary>What differs.</summary>
    public static Differences Between(SentenceMeaning one, SentenceMeaning other)
    {
        var found = Differences.None;
        foreach (var kind in Enum.GetValues<Differences>())
        {
            if (kind != Differences.None && !one.Of(kind).SequenceEqual(other.Of(kind), StringComparer.Ordinal)) found |= kind;
        }

        return found;
    }

    /// <summary>What in a sentence must not differ.</summary>
    public SentenceMeaning Meaning(Language language, InlineContent content)
    {
        var (text, words, meaning) = (content.ReadingText, MeaningWords.Of(language), new SentenceMeaning());
        AddNumbers(text, meaning);
        var tokens = Words(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = text[tokens[i]].ToLowerInvariant();
            if (words.Kind(word) is var kind and not Differences.None) meaning.Add(kind, word);
            else if (IsName(text, tokens, i, language, words)) meaning.Add(Differences.Name, text[tokens[i]]);
        }

        foreach (var (part, kind) in words.In(text.ToLowerInvariant())) meaning.Add(kind, part);
        foreach (var match in _terms.Find(content, language)) meaning.Add(match.Term.Translate ? Differences.Term : Differences.Name, match.Term.Id);
        return meaning;
    }

    private static void AddNumbers(string text, SentenceMeaning meaning)
    {
        var number = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(text, i) is >= 0 and var digit)
            {
                number.Append((char)('0' + digit));
                if (char.IsHighSurrogate(text[i])) i++;
                continue;
            }

            // A separator belongs to a number only between two digits; every kind of blank is the same one.
            if (number.Length > 0 && i + 1 < text.Length && IsSeparator(text[i]) && CharUnicodeInfo.GetDecimalDigitValue(text, i + 1) >= 0)
            {
                number.Append(char.IsWhiteSpace(text[i]) ? ' ' : text[i]);
                continue;
            }

            Flush();
            if (char.GetUnicodeCategory(text[i]) == UnicodeCategory.CurrencySymbol || text[i] is '%' or '‰' or '٪' or '％') meaning.Add(Differences.Number, text[i].ToString());
        }

        Flush();

        void Flush()
        {
            if (number.Length > 0) meaning.Add(Differences.Number, number.ToString());
            number.Clear();
        }
    }

    private static bool IsSeparator(char c) => c is '.' or ',' or '\'' or '’' or ':' or '/' or '٫' or '٬' or '\u00a0' or '\u202f' or '\u2009' or '-';

    private static List<Range> Words(string text)
    {
        var words = new List<Range>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                || (text[i] == '-' && i > start && i + 1 < text.Length && char.IsLetter(text[i + 1])))) i++;
            if (i > start) words.Add(start..i);
            else i++;
        }

        return words;
    }

    /// <summary>Whether a word is a name, or part of one: it has a capital where its language gives none to other words, stands
    /// in katakana, or is Latin in a text of another script.</summary>
    private static bool IsName(string text, List<Range> words, int index, Language language, MeaningWords known)
    {
        var word = text.AsSpan(words[index]);
        if (!language.Unspaced && language.Primary is not ("ar" or "he" or "fa" or "hi" or "th" or "ko")) return IsCapitalised(text, words, index, language, known);
        var latin = char.IsAsciiLetter(word[0]);
        return latin || (language.Primary == "ja" && word.ContainsAnyInRange('\u30a1', '\u30fa'));
    }

    private static bool IsCapitalised(string text, List<Range> words, int index, Language language, MeaningWords known)
    {
        var word = text.AsSpan(words[index]);
        if (!char.IsUpper(word[0])) return word[1..].ContainsAnyInRange('A', 'Z');
        if (index == 0 || IsBehindStop(text, words[index].Start.Value)) return !known.IsSmall(word.ToString().ToLowerInvariant());
        // In German every noun has a capital: a name is what stands beside another capital, or has more than one.
        if (language.Primary != "de" || word[1..].ContainsAnyInRange('A', 'Z')) return true;
        return IsUpper(index - 1) || IsUpper(index + 1);

        bool IsUpper(int at) => at > 0 && at < words.Count && char.IsUpper(text[words[at].Start.Value]);
    }

    private static bool IsBehindStop(string text, int at)
    {
        while (at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '"' or '“' or '«' or '„' or '‘' or '(' or '¿' or '¡')) at--;
        return at == 0 || text[at - 1] is '.' or '!' or '?' or ':' or '…';
    }
}
