using System.Collections.Immutable;

namespace PressKit.Translators.Tags;

/// <summary>Puts pairs of codes around the words of a translation that they belong to: those most like the translation of the
/// pair's own text, near the place that the pair has in the source, such that all pairs of a sentence together fit best. A pair
/// whose words are not found is left out, for <see cref="Translation.CodeRepair"/> to place and to report.</summary>
internal static class Projection
{
    private const int CandidatesAPair = 4;

    // Beyond these, a place is no better than a guess.
    private const double MostUnlike = 0.45;
    private const double DistanceWeight = 0.3;
    private const double Missing = 1.0;

    /// <summary>The pairs of a content that have a text, each with it, in order.</summary>
    public static ImmutableArray<(InlineCode Code, string Text)> Spans(InlineContent content)
    {
        var spans = ImmutableArray.CreateBuilder<(InlineCode, string)>();
        for (var i = 0; i < content.Count; i++)
        {
            if (content[i].Kind != PieceKind.Open) continue;
            var text = InlineContent.Of(content.Skip(i + 1).Take(End(content, i) - i - 1)).ReadingText;
            if (text.Any(char.IsLetterOrDigit)) spans.Add((content[i].Code!, text));
        }

        return spans.ToImmutable();
    }

    /// <summary>A plain translation in which the names and code spans of the source are codes again.</summary>
    public static InlineContent Named(string text, InlineContent source)
    {
        var pieces = new List<Piece> { Piece.Run(text) };
        foreach (var code in source.Codes.Where(c => !c.Spans && c.Equivalent.Length > 0).OrderByDescending(c => c.Equivalent.Length))
        {
            for (var i = 0; i < pieces.Count; i++)
            {
                var at = pieces[i].Text.IndexOf(code.Equivalent, StringComparison.Ordinal);
                if (at < 0) continue;
                var run = pieces[i].Text;
                pieces[i] = Piece.Run(run[..at]);
                pieces.Insert(i + 1, Piece.Alone(code));
                pieces.Insert(i + 2, Piece.Run(run[(at + code.Equivalent.Length)..]));
                break;
            }
        }

        return InlineContent.Of(pieces);
    }

    /// <summary>Puts the pairs into a translation.</summary>
    /// <param name="target">The translation, without these pairs.</param>
    /// <param name="source">The source, with all of them.</param>
    /// <param name="pairs">The pairs, outer ones first, each with the translation of its text; null where there is none.</param>
    public static InlineContent Into(InlineContent target, InlineContent source, ImmutableArray<(InlineCode Code, string? Text)> pairs)
    {
        if (pairs.IsEmpty) return target;
        var reading = new Reading(target);
        var whole = source.ReadingText;
        var candidates = pairs.Select(p => reading.Candidates(p.Text, Share(source, p.Code, whole))).ToArray();
        var best = new Choice(candidates).Best();
        var pieces = reading.Pieces(pairs.Select(p => p.Code).Zip(best).Where(p => p.Second is not null).Select(p => (p.First, p.Second!)));
        return InlineContent.Of(pieces);
    }

    private static double Share(InlineContent source, InlineCode code, string whole)
    {
        var start = source.TakeWhile(p => !(p.Kind == PieceKind.Open && p.Code!.Id == code.Id)).Sum(Length);
        return whole.Length == 0 ? 0 : (double)start / whole.Length;
    }

    private static int Length(Piece piece) => piece.Kind == PieceKind.Alone ? piece.Code!.Equivalent.Length : piece.Text.Length;

    private static int End(InlineContent content, int open)
    {
        var depth = 0;
        for (var i = open; ; i++)
        {
            if (content[i].Kind == PieceKind.Open) depth++;
            if (content[i].Kind == PieceKind.Close && --depth == 0) return i;
        }
    }

    /// <summary>A place of a pair in the translation.</summary>
    private sealed record Place(int Start, int End, double Cost);

    /// <summary>A translation by its words, and where each stands among its pieces.</summary>
    private sealed class Reading(InlineContent target)
    {
        private readonly string _text = target.ReadingText;

        public ImmutableArray<Place?> Candidates(string? wanted, double share)
        {
            var text = wanted?.Trim().TrimEnd('.', '。', '!', '?', '！', '？');
            if (string.IsNullOrEmpty(text)) return [null];
            var places = new List<Place>();
            for (var at = _text.IndexOf(text, StringComparison.OrdinalIgnoreCase); at >= 0; at = _text.IndexOf(text, at + 1, StringComparison.OrdinalIgnoreCase))
                places.Add(Found(at, at + text.Length, 0, share));
            if (places.Count == 0) places.AddRange(Like(text, share));
            return [.. places.OrderBy(p => p.Cost).Take(CandidatesAPair), null];
        }

        /// <summary>The pieces with the pairs in them; one that would cut another, or a code of the translation, in two is left
        /// out.</summary>
        public List<Piece> Pieces(IEnumerable<(InlineCode Code, Place Place)> pairs)
        {
            var pieces = target.ToList();
            foreach (var (code, place) in pairs.OrderByDescending(p => p.Place.End - p.Place.Start))
            {
                var copy = pieces.ToList();
                var end = Cut(copy, place.End, atEnd: true);
                copy.Insert(end, Piece.Close(code));
                copy.Insert(Cut(copy, place.Start, atEnd: false), Piece.Open(code));
                if (IsWhole(copy)) pieces = copy;
            }

            return pieces;
        }

        private IEnumerable<Place> Like(string text, double share)
        {
            var edges = Edges();
            var wanted = Pairs(text);
            foreach (var start in edges)
            {
                foreach (var end in edges)
                {
                    if (end <= start || end - start > 2 * text.Length + 8 || 2 * (end - start) + 8 < text.Length) continue;
                    var part = _text[start..end];
                    if (char.IsWhiteSpace(part[0]) || char.IsWhiteSpace(part[^1])) continue;
                    var unlike = 1 - Dice(wanted, Pairs(part));
                    if (unlike <= MostUnlike) yield return Found(start, end, unlike, share);
                }
            }
        }

        private Place Found(int start, int end, double unlike, double share) =>
            new(start, end, unlike + DistanceWeight * Math.Abs((double)start / Math.Max(1, _text.Length) - share));

        /// <summary>Where words begin and end; in scripts without spaces every character is one.</summary>
        private List<int> Edges()
        {
            var edges = new List<int> { 0 };
            for (var i = 1; i < _text.Length; i++)
            {
                if (char.IsLowSurrogate(_text[i])) continue;
                if (!char.IsLetterOrDigit(_text[i]) || !char.IsLetterOrDigit(_text[i - 1]) || _text[i] >= 0x2E80) edges.Add(i);
            }

            edges.Add(_text.Length);
            return edges;
        }

        /// <summary>The index in the pieces of a position in the text; a run of text is cut there.</summary>
        private static int Cut(List<Piece> pieces, int position, bool atEnd)
        {
            var at = 0;
            for (var i = 0; i < pieces.Count; i++)
            {
                if (at == position && (atEnd || Length(pieces[i]) > 0)) return i;
                var next = at + Length(pieces[i]);
                if (position < next && pieces[i].Kind == PieceKind.Text)
                {
                    var text = pieces[i].Text;
                    pieces[i] = Piece.Run(text[..(position - at)]);
                    pieces.Insert(i + 1, Piece.Run(text[(position - at)..]));
                    return i + 1;
                }

                if (position < next) return atEnd ? i + 1 : i;
                at = next;
            }

            return pieces.Count;
        }

        private static bool IsWhole(List<Piece> pieces)
        {
            var open = new Stack<int>();
            foreach (var piece in pieces)
            {
                if (piece.Kind == PieceKind.Open) open.Push(piece.Code!.Id);
                if (piece.Kind == PieceKind.Close && (!open.TryPop(out var id) || id != piece.Code!.Id)) return false;
            }

            return open.Count == 0;
        }

        private static HashSet<(char, char)> Pairs(string text)
        {
            var lower = text.ToLowerInvariant();
            return lower.Length < 2 ? [.. lower.Select(c => (c, c))] : [.. lower.Zip(lower.Skip(1))];
        }

        private static double Dice(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
            2.0 * one.Count(other.Contains) / Math.Max(1, one.Count + other.Count);
    }

    /// <summary>One place for each pair, such that none cross and the costs are least; a pair without a place costs most.</summary>
    private sealed class Choice(IReadOnlyList<ImmutableArray<Place?>> candidates)
    {
        private readonly Place?[] _chosen = new Place?[candidates.Count];
        private Place?[] _best = new Place?[candidates.Count];
        private double _least = double.MaxValue;
        private int _tried;

        public Place?[] Best()
        {
            Try(0, 0);
            return _best;
        }

        private void Try(int pair, double cost)
        {
            // The order of the candidates makes the first complete choices good ones; a sentence full of links may stay with them.
            if (cost >= _least || ++_tried > 20_000) return;
            if (pair == candidates.Count)
            {
                (_least, _best) = (cost, [.. _chosen]);
                return;
            }

            foreach (var place in candidates[pair])
            {
                if (place is not null && _chosen.Take(pair).Any(c => c is not null && Crosses(c, place))) continue;
                _chosen[pair] = place;
                Try(pair + 1, cost + (place?.Cost ?? Missing));
            }

            _chosen[pair] = null;
        }

        private static bool Crosses(Place one, Place other) =>
            one.Start < other.End && other.Start < one.End
            && !(one.Start <= other.Start && other.End <= one.End) && !(other.Start <= one.Start && one.End <= other.End);
    }
}
