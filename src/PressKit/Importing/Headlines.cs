namespace PressKit.Importing;

/// <summary>Proposes a headline and a summary, from the text's own words only and by rule: the same text gives the same.</summary>
internal static class Headlines
{
    // Columns; thirty characters fill a line in Chinese and Japanese.
    private const int Widest = 90;
    private const int WidestUnspaced = 60;

    // Characters.
    private const int LongestSummary = 300;

    // As much of a lead as headline and summary can come from.
    private const int Reach = 2000;
    private const int Narrowest = 25;
    private const string Openers = "“«„([{「『（【《";
    private const string Closers = "”»“)]}」』）】》";
    private const string WideStops = "、，；：。！？";
    private const string Stops = ",;:،؛.!?؟";

    /// <summary>A headline of at most 90 columns, 60 in Chinese and Japanese: the lead's first sentence, cut at the last end
    /// of a clause that leaves it short enough; else the first heading; else as many words as fit. Null where there is no
    /// text.</summary>
    public static string? Propose(string? lead, IEnumerable<string> headings, Language language)
    {
        var widest = language.Unspaced ? WidestUnspaced : Widest;
        var sentence = lead is null ? null : Sentences(lead, language)[0];
        if (sentence is not null && Clause(sentence, widest) is { } clause) return clause;
        if (headings.FirstOrDefault(h => Columns.Of(h) <= widest) is { } heading) return heading;
        return sentence is null ? null : Words(sentence, widest);
    }

    /// <summary>The lead's first sentences, as many as 300 characters hold; null where the first does not.</summary>
    public static string? Summary(string lead, Language language)
    {
        var sentences = Sentences(lead, language);
        string? summary = null;
        for (var count = 1; count <= sentences.Count; count++)
        {
            var text = string.Join(language.Unspaced ? "" : " ", sentences.Take(count));
            if (text.Length > LongestSummary) break;
            summary = text;
        }

        return summary;
    }

    private static List<string> Sentences(string text, Language language) =>
        [.. Segmentation.Sentences.Of(InlineContent.Of(text.Length > Reach ? text[..Reach] : text), language).Select(s => s.Source.PlainText.Trim())];

    /// <summary>The sentence up to the last end of a clause at which it is neither too wide nor too short to say anything.</summary>
    private static string? Clause(string sentence, int widest)
    {
        if (Columns.Of(sentence) <= widest + 1 && Bare(sentence) is { Length: > 0 } whole && Columns.Of(whole) <= widest) return whole;
        string? clause = null;
        var open = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (Columns.Of(sentence.AsSpan(0, i)) > widest) break;
            if (open == 0 && Columns.Of(sentence.AsSpan(0, i)) >= Narrowest && Ends(sentence, i)) clause = Bare(sentence[..i]);
            if (Closers.Contains(sentence[i], StringComparison.Ordinal) && open > 0) open--;
            else if (Openers.Contains(sentence[i], StringComparison.Ordinal)) open++;
        }

        return clause;
    }

    private static bool Ends(string text, int at)
    {
        if (WideStops.Contains(text[at], StringComparison.Ordinal)) return true;
        var spaced = at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]);
        if (spaced && Stops.Contains(text[at], StringComparison.Ordinal)) return true;
        return char.IsWhiteSpace(text[at]) && at + 1 < text.Length && text[at + 1] is '–' or '—' or '(' or '（';
    }

    private static string Bare(string text) => text.TrimEnd().TrimEnd('.', '。', ',', ';', ':', '،', '؛').TrimEnd();

    private static string Words(string sentence, int widest)
    {
        var end = 0;
        for (var i = 1; i < sentence.Length && Columns.Of(sentence.AsSpan(0, i)) < widest; i++)
        {
            if (char.IsWhiteSpace(sentence[i])) end = i;
        }

        if (end == 0)
        {
            while (end < sentence.Length && Columns.Of(sentence.AsSpan(0, end + 1)) < widest) end++;
            if (end > 1 && char.IsHighSurrogate(sentence[end - 1])) end--;
        }

        return Bare(sentence[..end]) + "…";
    }
}
