namespace PressKit.Translation;

/// <summary>Puts codes that a service lost back where they most probably belong: a pair around the text that it has in the
/// source, where the service left that as it was; anything else at the place it has in the source, in proportion.</summary>
internal static class CodePlacement
{
    /// <summary>Puts back those codes that are <paramref name="wanted"/> and missing; answers with their ids.</summary>
    public static HashSet<int> PutBack(InlineContent source, List<Piece> pieces, bool spaced, Func<InlineCode, bool> wanted)
    {
        Normalise(pieces);
        var restored = new HashSet<int>();
        foreach (var start in Missing(source, pieces, wanted, spans: false).ToArray())
        {
            InsertAlone(source, start, pieces, spaced);
            restored.Add(source[start].Code!.Id);
        }

        // Inner pairs first, so that outer ones can be put around them.
        foreach (var start in Missing(source, pieces, wanted, spans: true).OrderBy(s => CodeRepair.End(source, s) - s).ToArray())
        {
            Surround(source, start, pieces, spaced);
            restored.Add(source[start].Code!.Id);
        }

        return restored;
    }

    private static IEnumerable<int> Missing(
        InlineContent source, List<Piece> pieces, Func<InlineCode, bool> wanted, bool spans) =>
        source.Codes.Where(c => c.Spans == spans && wanted(c)).SelectMany(code =>
            Enumerable.Range(0, source.Count).Where(i => source[i].Kind != PieceKind.Close && source[i].Code?.Id == code.Id)
                .Skip(pieces.Count(p => p.Kind != PieceKind.Close && p.Code?.Id == code.Id)));

    private static void InsertAlone(InlineContent source, int at, List<Piece> pieces, bool spaced)
    {
        var code = source[at].Code!;
        var (sourceFrom, sourceTo, from, to) = Surroundings(source, at, pieces);
        var share = Share(Length(source, sourceFrom, at), Length(source, sourceFrom, sourceTo));
        var (index, offset) = Position(pieces, from, to, share, spaced);
        var added = new List<Piece> { Piece.Alone(code) };
        if (spaced && code.Equivalent.Length > 0)
        {
            var (before, after) = Neighbours(pieces, index, offset);
            if (char.IsLetterOrDigit(before)) added.Insert(0, Piece.Run(" "));
            if (char.IsLetterOrDigit(after)) added.Add(Piece.Run(" "));
        }

        Insert(pieces, index, offset, added);
        Normalise(pieces);
    }

    /// <summary>The innermost pair around a place of the source that the translation has too, as ranges of both; the whole
    /// where there is none.</summary>
    private static (int SourceFrom, int SourceTo, int From, int To) Surroundings(InlineContent source, int at, List<Piece> pieces)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (source[i].Kind != PieceKind.Open || CodeRepair.End(source, i) < at) continue;
            var open = pieces.FindIndex(p => p.Kind == PieceKind.Open && p.Code!.Id == source[i].Code!.Id);
            if (open >= 0) return (i + 1, CodeRepair.End(source, i), open + 1, CodeRepair.End(pieces, open));
        }

        return (0, source.Count, 0, pieces.Count);
    }

    private static void Surround(InlineContent source, int start, List<Piece> pieces, bool spaced)
    {
        var code = source[start].Code!;
        var end = CodeRepair.End(source, start);
        var inner = source.Take(end).Skip(start + 1).ToArray();
        var text = string.Concat(inner.Select(p => p.Text)).Trim();
        if (text.Length == 0 && !Array.Exists(inner, p => p.Kind == PieceKind.Alone))
        {
            var (index, offset) = Position(pieces, 0, pieces.Count, Share(Length(source, 0, start), Length(source, 0, source.Count)), spaced);
            Insert(pieces, index, offset, [Piece.Open(code), Piece.Close(code)]);
        }
        else if (Length(source, 0, start) == 0 && Length(source, end, source.Count) == 0 && text.Length > 0) Wrap(pieces, code, 0, pieces.Count);
        else if (!AroundSameText(pieces, code, text) && !AroundInnerCode(pieces, code, inner)) AroundShare(source, start, end, pieces, spaced);
        Normalise(pieces);
    }

    private static bool AroundSameText(List<Piece> pieces, InlineCode code, string text)
    {
        if (text.Length == 0) return false;
        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            for (var i = 0; i < pieces.Count; i++)
            {
                var at = pieces[i].Text.IndexOf(text, comparison);
                if (at < 0) continue;
                WrapRun(pieces, code, i, at, at + text.Length);
                return true;
            }
        }

        return false;
    }

    private static bool AroundInnerCode(List<Piece> pieces, InlineCode code, Piece[] inner)
    {
        foreach (var id in inner.Where(p => p.Code is not null).Select(p => p.Code!.Id))
        {
            var open = pieces.FindIndex(p => p.Kind is PieceKind.Open or PieceKind.Alone && p.Code!.Id == id);
            if (open < 0) continue;
            Wrap(pieces, code, open, pieces[open].Kind == PieceKind.Alone ? open + 1 : CodeRepair.End(pieces, open) + 1);
            return true;
        }

        return false;
    }

    /// <summary>Around the words that stand where the pair stood, within one run of text; at the end, where there is no
    /// text at all.</summary>
    private static void AroundShare(InlineContent source, int start, int end, List<Piece> pieces, bool spaced)
    {
        var code = source[start].Code!;
        var all = Length(source, 0, source.Count);
        var (from, to) = (Share(Length(source, 0, start), all), Share(Length(source, 0, end), all));
        var total = pieces.Sum(p => p.Text.Length);
        var before = 0;
        (int Index, int From, int To) best = (-1, 0, 0);
        for (var i = 0; i < pieces.Count; before += pieces[i++].Text.Length)
        {
            var run = pieces[i].Text;
            if (string.IsNullOrWhiteSpace(run)) continue;
            var (first, last) = Words(run, (int)(from * total) - before, (int)Math.Ceiling(to * total) - before, spaced);
            if (best.Index < 0 || last - first > best.To - best.From) best = (i, first, last);
        }

        if (best.Index < 0) Wrap(pieces, code, pieces.Count, pieces.Count);
        else WrapRun(pieces, code, best.Index, best.From, best.To);
    }

    /// <summary>The part of a run between two places, which may lie outside it, in whole words; empty at most where the
    /// places do not touch it.</summary>
    private static (int From, int To) Words(string run, int from, int to, bool spaced)
    {
        var (first, last) = (Math.Clamp(from, 0, run.Length), Math.Clamp(to, 0, run.Length));
        if (first == last && (to < 0 || from > run.Length)) return (first, first);
        while (first > 0 && Inside(run, first, spaced)) first--;
        while (last < run.Length && (last <= first || Inside(run, last, spaced))) last++;
        while (first < last && char.IsWhiteSpace(run[first])) first++;
        while (last > first && char.IsWhiteSpace(run[last - 1])) last--;
        return (first, last);
    }

    /// <summary>Where a share of the text of a range has been read, between words where there are any: a piece, and an
    /// offset within it if it is a run of text.</summary>
    private static (int Index, int Offset) Position(List<Piece> pieces, int from, int to, double share, bool spaced)
    {
        var wanted = (int)Math.Round(share * pieces.Take(to).Skip(from).Sum(p => p.Text.Length));
        if (share <= 0) return (from, 0);
        if (share >= 1) return (to, 0);
        for (var i = from; i < to; wanted -= pieces[i++].Text.Length)
        {
            var run = pieces[i].Text;
            if (wanted > run.Length || run.Length == 0) continue;
            var (back, on) = (wanted, wanted);
            while (back > 0 && Inside(run, back, spaced)) back--;
            while (on < run.Length && Inside(run, on, spaced)) on++;
            var offset = wanted - back <= on - wanted ? back : on;
            return (i, offset);
        }

        return (to, 0);
    }

    /// <summary>Whether a place of a run is within a word, or within one character.</summary>
    private static bool Inside(string run, int at, bool spaced) =>
        at > 0 && at < run.Length
        && (char.IsLowSurrogate(run[at]) || (spaced && !char.IsWhiteSpace(run[at])));

    private static (char Before, char After) Neighbours(List<Piece> pieces, int index, int offset)
    {
        if (index < pieces.Count && pieces[index].Kind == PieceKind.Text)
        {
            var run = pieces[index].Text;
            return (offset > 0 ? run[offset - 1] : Last(index), offset < run.Length ? run[offset] : ' ');
        }

        return (Last(index), index < pieces.Count ? ' ' : '\0');

        char Last(int i) => i > 0 && pieces[i - 1].Text.Length > 0 ? pieces[i - 1].Text[^1] : ' ';
    }

    private static void Insert(List<Piece> pieces, int index, int offset, IReadOnlyList<Piece> added)
    {
        if (offset > 0)
        {
            var run = pieces[index].Text;
            pieces[index] = Piece.Run(run[..offset]);
            pieces.Insert(index + 1, Piece.Run(run[offset..]));
            index++;
        }

        pieces.InsertRange(index, added);
    }

    private static void Wrap(List<Piece> pieces, InlineCode code, int from, int to)
    {
        pieces.Insert(to, Piece.Close(code));
        pieces.Insert(from, Piece.Open(code));
    }

    private static void WrapRun(List<Piece> pieces, InlineCode code, int index, int from, int to)
    {
        var run = pieces[index].Text;
        pieces.RemoveAt(index);
        pieces.InsertRange(index,
            [Piece.Run(run[..from]), Piece.Open(code), Piece.Run(run[from..to]), Piece.Close(code), Piece.Run(run[to..])]);
    }

    private static int Length(InlineContent content, int from, int to)
    {
        var length = 0;
        for (var i = from; i < to; i++) length += content[i].Text.Length;
        return length;
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static void Normalise(List<Piece> pieces)
    {
        var content = InlineContent.Of(pieces);
        pieces.Clear();
        pieces.AddRange(content);
    }
}
