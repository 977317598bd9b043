using System.Runtime.InteropServices;

namespace PressKit.Translation.Repairs;

/// <summary>Gives a translation the codes that its source has now: one whose place is the same takes the place of its earlier
/// one, one that is gone is left out, and a new one is set where its words stand. Formatting without such a place is left
/// out, as a translation may do.</summary>
internal static class CodeRepairs
{
    /// <summary>Adds the changes; false where the place of a code is not certain.</summary>
    public static bool Repair(TokenText was, TokenText now, TokenText text, TextEdits edits)
    {
        var (old, present) = (Places(was), Places(now));
        var become = new Dictionary<int, InlineCode>();
        Pair(old, present, become, (o, p) => o.Code.Kind == p.Code.Kind && o.Start == p.Start && o.End == p.End);
        Pair(old, present, become, (o, p) => o.Start == p.Start && o.End == p.End && o.Code.Spans && IsFormat(o.Code) && IsFormat(p.Code));
        Pair(old, present, become, (o, p) => o.Code.Kind == p.Code.Kind && o.Code.Spans && o.Start < p.End && p.Start < o.End);
        if (old.Exists(o => !o.Code.Spans && o.Code.Kind is not (CodeKind.Footnote or CodeKind.Image or CodeKind.Html))) return false;
        if (!old.TrueForAll(o => become.TryAdd(o.Code.Id, o.Code))) return false;
        var gone = old.ConvertAll(o => o.Code.Id);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at].Code is not { } code) continue;
            if (!become.TryGetValue(code.Id, out var by) || by.Spans != code.Spans) return false;
            if (gone.Contains(code.Id)) edits.Replace(at, at + 1);
            else if (by != code) edits.Replace(at, at + 1, text[at].Kind switch { PieceKind.Open => Piece.Open(by), PieceKind.Close => Piece.Close(by), _ => Piece.Alone(by) });
        }

        return present.TrueForAll(p => Add(p, now, text, edits));
    }

    private static bool IsFormat(InlineCode code) => code.Kind is CodeKind.Emphasis or CodeKind.Strong or CodeKind.Formatting;

    /// <summary>Takes the pairs out of both lists.</summary>
    private static void Pair(List<Place> old, List<Place> present, Dictionary<int, InlineCode> become, Func<Place, Place, bool> isPair)
    {
        foreach (var place in old.ToList())
        {
            var index = present.FindIndex(p => isPair(place, p) && p.Code.Spans == place.Code.Spans);
            if (index < 0) continue;
            become.Add(place.Code.Id, present[index].Code);
            present.RemoveAt(index);
            old.Remove(place);
        }
    }

    private static bool Add(Place place, TokenText now, TokenText text, TextEdits edits)
    {
        if (place.Code.Spans)
        {
            if (place.Start == 0 && place.End == now.Anchors.Length && place.End > 0) return Wrap(place.Code, 0, text.Length, edits);
            if (Find(now.Text[place.From..place.To].Replace("\0", "", StringComparison.Ordinal), now, text) is not (>= 0 and var at, > 0 and var length)) return place.Code.CanDelete;
            return Wrap(place.Code, at, at + length, edits);
        }

        if (place.Code.Kind is not (CodeKind.Footnote or CodeKind.Image)) return false;
        if (place.Code.Kind == CodeKind.Image && place.Start == 0) edits.Replace(0, 0, Piece.Alone(place.Code));
        else if (place.Start == now.Anchors.Length) edits.Replace(EndOf(place, now, text), EndOf(place, now, text), Piece.Alone(place.Code));
        else return false;
        return true;
    }

    private static bool Wrap(InlineCode code, int start, int end, TextEdits edits)
    {
        edits.Replace(start, start, Piece.Open(code));
        edits.Replace(end, end, Piece.Close(code));
        return true;
    }

    /// <summary>Words that stand in both languages once each, such as a name.</summary>
    private static (int At, int Length) Find(string words, TokenText now, TokenText text)
    {
        if (words.Length == 0 || !IsOnce(now.Text) || !IsOnce(text.Text)) return (-1, 0);
        var at = text.Text.IndexOf(words, StringComparison.Ordinal);
        return text.Anchors.Any(t => t.Start == at) && text.Anchors.Any(t => t.End == at + words.Length) ? (at, words.Length) : (-1, 0);

        bool IsOnce(string content) => content.Split(words).Length == 2;
    }

    /// <summary>Where the code stands at the end of the text: before its last mark or behind it, as in the source.</summary>
    private static int EndOf(Place place, TokenText now, TokenText text)
    {
        var isLast = now.Tokens.All(t => t.Kind != TokenKind.Mark || t.End <= place.From);
        return isLast || text.Anchors.IsEmpty ? text.Length : text.Anchors[^1].End;
    }

    /// <summary>Where the codes stand: each between the numbers of the words and figures around it.</summary>
    private static List<Place> Places(TokenText text)
    {
        var (places, open) = (new List<Place>(), new Dictionary<int, (int Start, int From, int Index)>());
        var anchors = 0;
        foreach (var token in text.Tokens)
        {
            if (token.IsAnchor) anchors++;
            if (token.Kind != TokenKind.Code) continue;
            var piece = text[token.Start];
            if (piece.Kind == PieceKind.Close)
            {
                var (start, from, index) = open[piece.Code!.Id];
                places[index] = new Place(piece.Code, start, anchors, from, token.Start);
            }
            else
            {
                if (piece.Kind == PieceKind.Open) open[piece.Code!.Id] = (anchors, token.End, places.Count);
                places.Add(new Place(piece.Code!, anchors, anchors, token.Start, token.Start));
            }
        }

        return places;
    }

    /// <summary>A code's place: the numbers of the first word or figure in it and of the one behind it, and its steps.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(InlineCode Code, int Start, int End, int From, int To);
}
