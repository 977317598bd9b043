namespace PressKit.Segmentation;

/// <summary>The quotations and brackets of a text that are closed in it. What opens in one language closes in another: “ is
/// the end of a German quotation and the beginning of an English one.</summary>
internal sealed class Enclosures
{
    private const string Openers = "“«‹„([{「『（【《〈\"";
    private const string Closers = "”»›“)]}」』）】》〉\"";
    private const string Quotes = "”»›“’\"'」』";

    private readonly string _text;
    private readonly int[] _depths;
    private readonly bool[] _opens;

    public Enclosures(string text)
    {
        _text = text;
        _depths = new int[text.Length + 1];
        _opens = new bool[text.Length];
        var expected = new List<char>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Closed(expected, text[i]) is >= 0 and var open) expected.RemoveRange(open, expected.Count - open);
            else if (CloserOf(i) is { } closer)
            {
                expected.Add(closer);
                _opens[i] = true;
            }

            _depths[i + 1] = expected.Count;
        }
    }

    /// <summary>How many are open in front of a place.</summary>
    public int Depth(int at) => _depths[at];

    /// <summary>Whether one opens at a place.</summary>
    public bool Opens(int at) => at < _opens.Length && _opens[at];

    /// <summary>Whether one closes at a place.</summary>
    public bool Closes(int at) => _depths[at + 1] < _depths[at];

    /// <summary>Whether the outermost one that closes in a run of closing marks is a quotation.</summary>
    public bool ClosesQuotation(int at) => Quotes.Contains(_text[at], StringComparison.Ordinal);

    /// <summary>Which of those that are open a character closes, and all inside it; an apostrophe closes only the last.</summary>
    private static int Closed(List<char> expected, char c) =>
        c == '’' && expected.Count > 0 && expected[^1] != c ? -1 : expected.LastIndexOf(c);

    private char? CloserOf(int at)
    {
        var index = Openers.IndexOf(_text[at], StringComparison.Ordinal);
        if (index < 0) return null;
        if (_text[at] == '"' && at > 0 && !char.IsWhiteSpace(_text[at - 1]) && !_opens[at - 1] && !Tokens.IsCode(_text[at - 1])) return null;
        return _text.IndexOf(Closers[index], at + 1) >= 0 ? Closers[index] : null;
    }
}
