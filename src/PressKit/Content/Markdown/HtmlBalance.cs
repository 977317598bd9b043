namespace PressKit.Content.Markdown;

/// <summary>Whether every element of a text ends in the same part of it. One that does not makes what follows on the page a part of
/// itself, and an end without a beginning ends what the page began.</summary>
internal static class HtmlBalance
{
    // Their ends may be left out (HTML, 13.1.2.4).
    private static readonly HashSet<string> EndByThemselves = new(StringComparer.Ordinal)
    {
        "caption", "colgroup", "dd", "dt", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
    };

    /// <summary>The name of the first element that does not end where it should; null where all do.</summary>
    public static string? Broken(string html)
    {
        var open = new Stack<string>();
        foreach (var token in HtmlText.Tokens(html))
        {
            if (token.IsStart && !HtmlText.IsVoid(token.Name)) open.Push(token.Name);
            if (token.IsStart || !token.IsTag) continue;
            while (open.Count > 0 && open.Peek() != token.Name && EndByThemselves.Contains(open.Peek())) open.Pop();
            if (open.Count == 0 || HtmlText.IsVoid(token.Name)) return token.Name;
            if (open.Peek() != token.Name) return open.Contains(token.Name) ? open.Peek() : token.Name;
            open.Pop();
        }

        return open.FirstOrDefault(name => !EndByThemselves.Contains(name));
    }
}
