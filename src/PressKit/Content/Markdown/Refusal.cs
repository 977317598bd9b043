namespace PressKit.Content.Markdown;

/// <summary>The element with <c>translate="no"</c> that is open at a place of a text. It may stand around any number of blocks.</summary>
internal sealed class Refusal
{
    // Their end tags can be left out, so that nobody knows which block behind them is still theirs (HTML, 13.1.2.4).
    private static readonly HashSet<string> EndingByThemselves = new(StringComparer.Ordinal)
    {
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "caption", "colgroup", "option", "optgroup", "rt", "rp",
    };

    private string _element = "";
    private int _depth;

    /// <summary>Whether one is open.</summary>
    public bool IsOpen => _depth > 0;

    /// <summary>Which parts of a piece of HTML stand in one. One that begins and ends in a line of text is the line's own, and
    /// not among them.</summary>
    public bool[] Read(List<HtmlToken> tokens)
    {
        var refused = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            refused[i] = IsOpen || (token is { IsStart: true, Refuses: true } && !EndsInLine(tokens, i));
            if (IsOpen && token is { IsTag: true, IsVoid: false } && token.Name == _element) _depth += token.IsStart ? 1 : -1;
            else if (!IsOpen && refused[i] && !token.IsVoid) (_element, _depth) = (token.Name, 1);
        }

        if (IsOpen && EndingByThemselves.Contains(_element)) _depth = 0;
        return refused;
    }

    private static bool EndsInLine(List<HtmlToken> tokens, int at)
    {
        var end = at;
        while (end < tokens.Count && tokens[end].IsInline) end++;
        return end > at && (tokens[at].IsVoid || HtmlToken.Pairs(tokens.GetRange(at, end - at)).ContainsKey(0));
    }
}
