namespace PressKit.Translation;

/// <summary>What a service answered for one segment, made fit to be stored, or refused.</summary>
internal static class Verification
{
    /// <summary>The answer with names as text, the source's codes and the source's white space at its ends, and what had to
    /// be mended; null where there is nothing to read in it, though there is in the source.</summary>
    /// <param name="source">What was sent: names are codes.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="target">The language of the answer.</param>
    public static RepairedContent? Verify(InlineContent source, InlineContent answer, Language target)
    {
        var (named, lostNames) = CodeRepair.MendNames(source, answer, !target.Unspaced);
        var readable = NameProtection.Unprotect(source);
        var content = NameProtection.Unprotect(named);
        if (string.IsNullOrWhiteSpace(content.PlainText) && !string.IsNullOrWhiteSpace(readable.PlainText)) return null;
        var (whole, mended) = CodeRepair.Mend(readable, content, !target.Unspaced);
        // A word that moves may leave two spaces behind.
        if (!readable.PlainText.Contains("  ", StringComparison.Ordinal)) whole = whole.MapText(OneSpace);
        return new RepairedContent(WithEndsOf(readable, whole), lostNames.AddRange(mended));
    }

    private static string OneSpace(string text)
    {
        while (text.Contains("  ", StringComparison.Ordinal)) text = text.Replace("  ", " ", StringComparison.Ordinal);
        return text;
    }

    private static InlineContent WithEndsOf(InlineContent source, InlineContent target)
    {
        var pieces = target.ToList();
        var start = source.Count > 0 ? source[0].Text : "";
        var end = source.Count > 0 ? source[^1].Text : "";
        if (pieces.Count > 0 && pieces[0].Kind == PieceKind.Text) pieces[0] = Piece.Run(pieces[0].Text.TrimStart());
        if (pieces.Count > 0 && pieces[^1].Kind == PieceKind.Text) pieces[^1] = Piece.Run(pieces[^1].Text.TrimEnd());
        if (string.IsNullOrWhiteSpace(start) && source.Count <= 1) return InlineContent.Of([.. pieces, Piece.Run(start)]);
        pieces.Insert(0, Piece.Run(start[..^start.TrimStart().Length]));
        pieces.Add(Piece.Run(end[end.TrimEnd().Length..]));
        return InlineContent.Of(pieces);
    }
}
