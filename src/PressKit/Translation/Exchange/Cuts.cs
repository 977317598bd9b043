using System.Collections.Immutable;
using PressKit.Segmentation;

namespace PressKit.Translation.Exchange;

/// <summary>How texts are cut into sentences, told without their white space, which tools change: lengths count codes and the
/// characters that are not blank.</summary>
internal static class Cuts
{
    /// <summary>The length of content.</summary>
    public static int Length(InlineContent content) => new Tokens(content).Text.Count(c => !char.IsWhiteSpace(c));

    /// <summary>The length of sentences, without the space between them.</summary>
    public static int Length(IEnumerable<Segment> segments) => segments.Sum(s => Length(s.Source));

    /// <summary>What a text says, whatever its white space.</summary>
    public static string Print(IEnumerable<Piece> content) =>
        Hash.Of(XmlSafe.Text(Wording.Of(content)).Replace(" ", "", StringComparison.Ordinal))[..12];

    /// <summary>What sentences say, without the space between them.</summary>
    public static string Print(IEnumerable<Segment> segments) => Print(segments.SelectMany(s => s.Source));

    /// <summary>What a translation of a source says: the same for the same text with codes of the same places in the source,
    /// whatever their numbers.</summary>
    public static string Print(InlineContent source, InlineContent target)
    {
        var places = source.Codes.Index().ToDictionary(c => c.Item.Id, c => c.Index + 1);
        var key = string.Join('\n', target.Select(p => p.Kind switch
        {
            PieceKind.Text => "=" + Folded(p.Text),
            _ => FormattableString.Invariant($"{p.Kind} {places.GetValueOrDefault(p.Code!.Id, -p.Code.Id)}"),
        }));
        return Hash.Of(XmlSafe.Text(key).Trim())[..12];
    }

    /// <summary>The smallest groups of neighbours at whose ends both cuts meet.</summary>
    public static List<(Range A, Range B)> Groups(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        var groups = new List<(Range, Range)>();
        var (i, j) = (0, 0);
        while (i < a.Count && j < b.Count)
        {
            var (fromA, fromB, sumA, sumB) = (i, j, a[i++], b[j++]);
            while (sumA != sumB && (sumA < sumB ? i < a.Count : j < b.Count))
            {
                if (sumA < sumB) sumA += a[i++];
                else sumB += b[j++];
            }

            groups.Add((fromA..i, fromB..j));
        }

        if (groups.Count > 0 && (i < a.Count || j < b.Count))
        {
            var (lastA, lastB) = groups[^1];
            groups[^1] = (lastA.Start..a.Count, lastB.Start..b.Count);
        }

        return groups;
    }

    /// <summary>Content cut at lengths, with the white space behind each part; null where a cut would part a code.</summary>
    public static ImmutableArray<Segment>? Slice(InlineContent content, IEnumerable<int> lengths)
    {
        var tokens = new Tokens(content);
        var parts = ImmutableArray.CreateBuilder<Segment>();
        var at = 0;
        foreach (var length in lengths)
        {
            var (start, left) = (at, length);
            while (at < tokens.Text.Length && left > 0)
            {
                if (!char.IsWhiteSpace(tokens.Text[at])) left--;
                at++;
            }

            var end = at;
            while (at < tokens.Text.Length && char.IsWhiteSpace(tokens.Text[at])) at++;
            if (tokens.Depth(start) > 0 || tokens.Depth(end) > 0) return null;
            parts.Add(new Segment(tokens.Slice(start, end), tokens.Text[end..at]));
        }

        return at == tokens.Text.Length ? parts.DrainToImmutable() : null;
    }

    private static string Folded(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var words
        && text.Length > 0 && words.Length > 0
            ? string.Concat(char.IsWhiteSpace(text[0]) ? " " : "", words, char.IsWhiteSpace(text[^1]) ? " " : "")
            : text.Length > 0 ? " " : "";
}
