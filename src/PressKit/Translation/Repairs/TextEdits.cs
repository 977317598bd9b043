namespace PressKit.Translation.Repairs;

/// <summary>Changes to a text, each in its own place.</summary>
internal sealed class TextEdits(TokenText text)
{
    private readonly List<(int Start, int End, Piece[] By)> _edits = [];

    /// <summary>Whether anything is changed.</summary>
    public bool Any => _edits.Count > 0;

    /// <summary>Puts pieces in the place of some steps; of none, between two.</summary>
    public void Replace(int start, int end, params Piece[] by) => _edits.Add((start, end, by));

    /// <summary>The text with its changes; null where its codes would no longer nest.</summary>
    public InlineContent? Apply()
    {
        var (pieces, at) = (new List<Piece>(), 0);
        foreach (var (start, end, by) in _edits.OrderBy(e => e.Start).ThenBy(e => e.End))
        {
            if (start < at) return null;
            for (; at < start; at++) pieces.Add(text[at]);
            pieces.AddRange(by);
            at = end;
        }

        for (; at < text.Length; at++) pieces.Add(text[at]);
        return Nests(pieces) ? InlineContent.Of(pieces) : null;
    }

    private static bool Nests(List<Piece> pieces)
    {
        var open = new Stack<int>();
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Open) open.Push(piece.Code!.Id);
            else if (piece.Kind == PieceKind.Close && (!open.TryPop(out var id) || id != piece.Code!.Id)) return false;
        }

        return open.Count == 0;
    }
}
