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

    private readonly List<Piece> _pieces = [];
    private readonly List<int> _depths = [0];

    public Tokens(InlineContent content)
    {
        var text = new StringBuilder();
        foreach (var piece in content)
        {
            if (piece.Kind == PieceKind.Text)
            {
                foreach (var c in piece.Text) Add(c, Piece.Run(c.ToString()), 0);
            }
            else if (piece.Kind == PieceKind.Alone)
            {
                Add(Alone, piece, 0);
            }
            else
            {
                var opens = piece.Kind == PieceKind.Open;
                Add(opens ? Open : Close, piece, opens ? 1 : -1);
            }
        }

        Text = text.ToString();

        void Add(char c, Piece piece, int depth)
        {
            text.Append(c);
            _pieces.Add(piece);
            _depths.Add(_depths[^1] + depth);
        }
    }

    /// <summary>One character a step.</summary>
    public string Text { get; }

    /// <summary>What a step that is a code means for the sentences around it; null for text. A spanning code and a note's
    /// number cannot be read, a break is a blank, and whatever else stands alone is read like a word.</summary>
    public SentenceClass? ClassOf(int position) => _pieces[position] switch
    {
        { Kind: PieceKind.Text } => null,
        { Kind: PieceKind.Open or PieceKind.Close } or { Code.Kind: CodeKind.Footnote or CodeKind.Html } => SentenceClass.Format,
        { Code.Kind: CodeKind.Break } => SentenceClass.Sp,
        _ => SentenceClass.OLetter,
    };

    /// <summary>Whether a character stands for a code (or is one that text has no business with).</summary>
    public static bool IsCode(char c) => c is Open or Close or Alone;

    /// <summary>How many spanning codes are open in front of a step.</summary>
    public int Depth(int position) => _depths[position];

    /// <summary>The content between two steps in front of which no spanning code is open.</summary>
    public InlineContent Slice(int start, int end) => InlineContent.Of(_pieces.GetRange(start, end - start));
}
