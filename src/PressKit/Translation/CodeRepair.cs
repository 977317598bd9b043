using System.Collections.Immutable;

namespace PressKit.Translation;

/// <summary>What became of a code that a service treated badly.</summary>
public enum CodeFate
{
    /// <summary>It was lost, and the translation does without it.</summary>
    Dropped,

    /// <summary>It was lost or misplaced, and stands now where it probably belongs.</summary>
    Restored,
}

/// <summary>A translation with the codes of its source, and what had to be done for that.</summary>
public sealed record RepairedContent(InlineContent Content, ImmutableArray<(InlineCode Code, CodeFate Fate)> Mended);

/// <summary>Compares a translation's codes with its source's and mends what a service did to them: invented and doubled ones
/// go, lost formatting is left out, and whatever else was lost is put back. The result never holds a code that the source
/// does not have, nor one more often.</summary>
public static class CodeRepair
{
    /// <summary>Mends a translation.</summary>
    /// <param name="source">The source.</param>
    /// <param name="target">What came back; its codes count by their ids.</param>
    /// <param name="spaced">Whether the target's language puts spaces between words.</param>
    public static RepairedContent Mend(InlineContent source, InlineContent target, bool spaced = true)
    {
        var mended = ImmutableArray.CreateBuilder<(InlineCode, CodeFate)>();
        var pieces = Known(source, target);
        MergeTwins(pieces);
        DropExtra(source, pieces);
        DropHollow(source, pieces);
        MoveBlanksOut(source, pieces);
        var restored = CodePlacement.PutBack(source, pieces, spaced, c => !c.CanDelete);
        KeepHtmlInOrder(source, pieces, restored);
        foreach (var code in source.Codes)
        {
            if (restored.Contains(code.Id)) mended.Add((code, CodeFate.Restored));
            else if (!pieces.Exists(p => p.Code?.Id == code.Id)) mended.Add((code, CodeFate.Dropped));
        }

        return new RepairedContent(InlineContent.Of(pieces), mended.ToImmutable());
    }

    /// <summary>Mends what became of the names only, so that a lost link can be put around a name; answers with those that
    /// were put back.</summary>
    internal static RepairedContent MendNames(InlineContent source, InlineContent target, bool spaced)
    {
        var pieces = Known(source, target);
        MergeTwins(pieces);
        DropExtra(source, pieces);
        var restored = CodePlacement.PutBack(source, pieces, spaced, c => c.Kind == CodeKind.Name);
        return new RepairedContent(
            InlineContent.Of(pieces), [.. source.Codes.Where(c => restored.Contains(c.Id)).Select(c => (c, CodeFate.Restored))]);
    }

    /// <summary>The index of the piece that ends the code opened at <paramref name="open"/>.</summary>
    internal static int End(IReadOnlyList<Piece> pieces, int open)
    {
        var depth = 0;
        for (var i = open; i < pieces.Count; i++)
        {
            if (pieces[i].Kind == PieceKind.Open) depth++;
            if (pieces[i].Kind == PieceKind.Close && --depth == 0) return i;
        }

        throw new ArgumentException("The code does not end.", nameof(open));
    }

    /// <summary>The pieces, with the source's own codes, and without those that it does not have.</summary>
    private static List<Piece> Known(InlineContent source, InlineContent target)
    {
        var codes = source.Codes.ToDictionary(c => c.Id);
        return [.. target.Select(Own).OfType<Piece>()];

        Piece? Own(Piece piece)
        {
            if (piece.Code is null) return piece;
            if (!codes.TryGetValue(piece.Code.Id, out var code) || code.Spans != piece.Code.Spans) return null;
            return piece.Kind switch
            {
                PieceKind.Open => Piece.Open(code),
                PieceKind.Close => Piece.Close(code),
                _ => Piece.Alone(code),
            };
        }
    }

    /// <summary>Joins two halves of a pair that was split and stands side by side, with nothing but blanks between.</summary>
    private static void MergeTwins(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind != PieceKind.Close) continue;
            var next = i + 1;
            while (next < pieces.Count && IsBlank(pieces[next])) next++;
            if (next == pieces.Count || pieces[next].Kind != PieceKind.Open || pieces[next].Code!.Id != pieces[i].Code!.Id) continue;
            pieces.RemoveAt(next);
            pieces.RemoveAt(i--);
        }
    }

    /// <summary>Where a code stands more often than in the source, the places with the most text keep it.</summary>
    private static void DropExtra(InlineContent source, List<Piece> pieces)
    {
        foreach (var code in source.Codes)
        {
            var allowed = source.Count(p => p.Kind != PieceKind.Close && p.Code?.Id == code.Id);
            while (true)
            {
                var starts = Starts(pieces, code).ToArray();
                if (starts.Length <= allowed) break;
                // Of equals the later goes: the first is where a reader expects it.
                Remove(pieces, starts.OrderBy(s => Length(pieces, s)).ThenByDescending(s => s).First());
            }
        }
    }

    /// <summary>A pair whose text went elsewhere is as good as lost.</summary>
    private static void DropHollow(InlineContent source, List<Piece> pieces)
    {
        foreach (var code in source.Codes.Where(c => c.Spans))
        {
            if (Starts(source, code).All(s => IsHollow(source, s))) continue;
            while (Starts(pieces, code).Where(s => IsHollow(pieces, s)).Select(s => (int?)s).FirstOrDefault() is { } hollow)
                Remove(pieces, hollow);
        }
    }

    /// <summary>Blanks at the inner ends of a pair go outside, where the source's pair has none there.</summary>
    private static void MoveBlanksOut(InlineContent source, List<Piece> pieces)
    {
        foreach (var code in source.Codes.Where(c => c.Spans))
        {
            var (leading, trailing) = InnerBlanks(source, source.ToList().FindIndex(p => p.Kind == PieceKind.Open && p.Code!.Id == code.Id));
            foreach (var id in Starts(pieces, code).Reverse().ToArray())
            {
                var end = End(pieces, id);
                if (IsHollow(pieces, id)) continue;
                if (!trailing && pieces[end - 1] is { Kind: PieceKind.Text } last && last.Text.Length > last.Text.TrimEnd().Length)
                {
                    pieces[end - 1] = Piece.Run(last.Text.TrimEnd());
                    pieces.Insert(end + 1, Piece.Run(last.Text[last.Text.TrimEnd().Length..]));
                }

                if (!leading && pieces[id + 1] is { Kind: PieceKind.Text } first && first.Text.Length > first.Text.TrimStart().Length)
                {
                    pieces[id + 1] = Piece.Run(first.Text.TrimStart());
                    pieces.Insert(id, Piece.Run(first.Text[..^first.Text.TrimStart().Length]));
                }
            }
        }
    }

    private static (bool Leading, bool Trailing) InnerBlanks(InlineContent source, int open)
    {
        var first = source[open + 1].Text;
        var last = source[End(source, open) - 1].Text;
        return (first.Length > 0 && char.IsWhiteSpace(first[0]), last.Length > 0 && char.IsWhiteSpace(last[^1]));
    }

    /// <summary>HTML tags standing alone may open and close each other: they keep the source's order.</summary>
    private static void KeepHtmlInOrder(InlineContent source, List<Piece> pieces, HashSet<int> restored)
    {
        var order = source.Where(p => p.Kind == PieceKind.Alone && !p.Code!.CanReorder).Select(p => p.Code!).ToArray();
        var places = Enumerable.Range(0, pieces.Count)
            .Where(i => pieces[i].Kind == PieceKind.Alone && !pieces[i].Code!.CanReorder).ToArray();
        if (places.Length != order.Length) return;
        foreach (var (place, code) in places.Zip(order))
        {
            if (pieces[place].Code!.Id == code.Id) continue;
            pieces[place] = Piece.Alone(code);
            restored.Add(code.Id);
        }
    }

    private static IEnumerable<int> Starts(IReadOnlyList<Piece> pieces, InlineCode code) =>
        Enumerable.Range(0, pieces.Count).Where(i => pieces[i].Kind != PieceKind.Close && pieces[i].Code?.Id == code.Id);

    private static bool IsBlank(Piece piece) => piece.Kind == PieceKind.Text && string.IsNullOrWhiteSpace(piece.Text);

    private static bool IsHollow(IReadOnlyList<Piece> pieces, int open) =>
        Enumerable.Range(open + 1, End(pieces, open) - open - 1)
            .All(i => pieces[i].Kind != PieceKind.Alone && string.IsNullOrWhiteSpace(pieces[i].Text));

    private static int Length(List<Piece> pieces, int start) => pieces[start].Kind == PieceKind.Alone
        ? 0
        : Enumerable.Range(start, End(pieces, start) - start).Sum(i => pieces[i].Text.Length);

    private static void Remove(List<Piece> pieces, int start)
    {
        if (pieces[start].Kind == PieceKind.Open) pieces.RemoveAt(End(pieces, start));
        pieces.RemoveAt(start);
    }
}
