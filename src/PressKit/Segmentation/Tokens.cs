using System.Text;

namespace PressKit.Segmentation;

/// <summary>Inline content with one character for each step: its own for text, one of three for codes. Rules look at the
/// text; a slice keeps every code.</summary>
internal sealed class Tokens
{
    /// <summary>Stands for the start of a spanning code.</summary>
    public const char Open = '\ufff9';

    /// <summary>Stands for the end of a spanning code.</summary>
    public const char Close = '\ufffb';

    /// <summary>Stands for a code that stands alone.</summary>
    public const char Alone = '\ufffc';

    // Few of a text's steps are codes.
    private readonly List<(int At, Piece Piece, int Depth)> _codes = [];

    public Tokens(InlineContent content)
    {
        if (content is [] or [{ Kind: PieceKind.Text }])
        {
            Text = content.PlainText;
            return;
        }

        var (text, depth) = (new StringBuilder(), 0);
        foreach (var piece in content)
        {
            depth += piece.Kind switch { PieceKind.Open => 1, PieceKind.Close => -1, _ => 0 };
            if (piece.Kind != PieceKind.Text) _codes.Add((text.Length, piece, depth));
            _ = piece.Kind switch
            {
                PieceKind.Text => text.Append(piece.Text),
                PieceKind.Open => text.Append(Open),
                PieceKind.Close => text.Append(Close),
                _ => text.Append(Alone),
            };
        }

        Text = text.ToString();
    }

    /// <summary>One character a step.</summary>
    public string Text { get; }

    /// <summary>What a step that is a code means for the sentences around it; null for text. A spanning code and a note's
    /// number cannot be read, a break is a blank, and whatever else stands alone is read like a word.</summary>
    public SentenceClass? ClassOf(int position)
    {
        if (!IsCode(Text[position])) return null;
        var next = CodesBefore(position);
        if (next == _codes.Count || _codes[next].At != position) return null;
        return _codes[next].Piece switch
        {
            { Kind: PieceKind.Open or PieceKind.Close } or { Code.Kind: CodeKind.Footnote or CodeKind.Html } => SentenceClass.Format,
            { Code.Kind: CodeKind.Break } => SentenceClass.Sp,
            _ => SentenceClass.OLetter,
        };
    }

    /// <summary>Whether a character stands for a code (or is one that text has no business with).</summary>
    public static bool IsCode(char c) => c is Open or Close or Alone;

    /// <summary>How many spanning codes are open in front of a step.</summary>
    public int Depth(int position) => CodesBefore(position) is > 0 and var count ? _codes[count - 1].Depth : 0;

    /// <summary>The content between two steps in front of which no spanning code is open.</summary>
    public InlineContent Slice(int start, int end)
    {
        var (first, last) = (CodesBefore(start), CodesBefore(end));
        if (first == last) return InlineContent.Of(Text[start..end]);
        var pieces = new List<Piece>();
        foreach (var (at, code, _) in _codes[first..last])
        {
            pieces.Add(Piece.Run(Text[start..at]));
            pieces.Add(code);
            start = at + 1;
        }

        pieces.Add(Piece.Run(Text[start..end]));
        return InlineContent.Of(pieces);
    }

    /// <summary>How many codes stand in front of a step.</summary>
    private int CodesBefore(int position)
    {
        var (low, high) = (0, _codes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_codes[middle].At < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
