namespace PressKit.Translation.Checks;

/// <summary>Finds words in a text that may be inflected.</summary>
internal static class Phrases
{
    /// <summary>The places of a phrase: whole words, in the same letter case.</summary>
    public static IEnumerable<TextSpan> Exact(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(text, at, phrase.Length)) yield return new TextSpan(at, phrase.Length);
        }
    }

    /// <summary>Whether the words of a phrase stand in a text near each other, whatever their endings, articles and marks; in
    /// scripts without spaces, whether the phrase stands there.</summary>
    public static bool HasInflected(string text, string phrase)
    {
        var (folded, wanted) = (Words.Folded(text), Words.Folded(phrase));
        if (folded.Contains(wanted, StringComparison.Ordinal)) return true;
        if (wanted.Any(Words.IsUnspaced)) return false;
        foreach (var (word, _) in Words.Of(wanted))
        {
            if (word.Length > 2 && !folded.Contains(Stem(word), StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>A word without the ending that inflection changes: at least three letters, at least half of it. The Arabic
    /// article goes too.</summary>
    public static string Stem(string word)
    {
        if (word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal)) word = word[2..];
        var ending = word.Length switch { <= 3 => 0, 4 => 1, <= 6 => 2, _ => 3 };
        return word[..^ending];
    }

    private static bool IsWhole(string text, int at, int length)
    {
        var end = at + length;
        return !(at > 0 && Words.Joins(text[at - 1]) && Words.Joins(text[at])) && !(end < text.Length && Words.Joins(text[end]) && Words.Joins(text[end - 1]));
    }
}
