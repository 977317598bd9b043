using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PressKit.Editions.Reviewing;

/// <summary>A text whose codes do not match those of its source.</summary>
/// <param name="Code">What is wrong: <c>codes.unknown</c>, <c>codes.twice</c>, <c>codes.unbalanced</c>, <c>codes.missing</c>,
/// <c>codes.order</c>.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record CodeFault(string Code, string Message);

/// <summary>Translations as people write them: text in which numbered placeholders stand for the source's codes,
/// <c>see &lt;1&gt;this&lt;/1&gt;&lt;2/&gt;</c>, and <c>&lt;&lt;</c> for <c>&lt;</c> (<see cref="InlineContent.ToString"/>). Whatever is written, only
/// the source's own codes come out of it, each at most once and in each other as they should be.</summary>
public static partial class PlaceholderText
{
    /// <summary>Content as text.</summary>
    public static string Write(InlineContent content) => content.ToString();

    /// <summary>The content of a text; null where it has codes that the source has not, or lacks one that must not be lost.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="source">The sentence that it translates.</param>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    public static InlineContent? Read(string text, InlineContent source, out CodeFault? fault)
    {
        fault = null;
        var codes = source.Codes.ToDictionary(c => c.Id);
        var pieces = new List<Piece>();
        var open = new Stack<int>();
        var seen = new HashSet<int>();
        var at = 0;
        foreach (var tag in Tag().Matches(text).Cast<Match>())
        {
            pieces.Add(Piece.Run(text[at..tag.Index]));
            at = tag.Index + tag.Length;
            if (tag.Value == "<<") pieces.Add(Piece.Run("<"));
            else if (Placed(tag, codes, open, seen, out fault) is { } piece) pieces.Add(piece);
            else return null;
        }

        pieces.Add(Piece.Run(text[at..]));
        fault = open.TryPeek(out var left) ? new CodeFault("codes.unbalanced", $"<{left}> is not closed.") : Missing(source, seen) ?? OutOfOrder(source, pieces);
        return fault is null ? InlineContent.Of(pieces) : null;
    }

    /// <summary>The content of a text that a history holds, whatever became of its codes since: those that its source does not have
    /// any more are left out.</summary>
    public static InlineContent Recall(string text, InlineContent? source)
    {
        var codes = (source?.Codes ?? []).ToDictionary(c => c.Id);
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var tag in Tag().Matches(text).Cast<Match>())
        {
            pieces.Add(Piece.Run(text[at..tag.Index]));
            at = tag.Index + tag.Length;
            if (tag.Value == "<<") pieces.Add(Piece.Run("<"));
            else if (codes.TryGetValue(IdOf(tag), out var code) && code.Spans != tag.Groups["alone"].Success) pieces.Add(Made(tag, code));
        }

        pieces.Add(Piece.Run(text[at..]));
        try
        {
            return InlineContent.Of(pieces);
        }
        catch (ArgumentException)
        {
            return InlineContent.Of(pieces.Where(p => p.Code is null));
        }
    }

    private static Piece? Placed(Match tag, Dictionary<int, InlineCode> codes, Stack<int> open, HashSet<int> seen, out CodeFault? fault)
    {
        var id = IdOf(tag);
        var (alone, end) = (tag.Groups["alone"].Success, tag.Groups["end"].Success);
        fault = !codes.TryGetValue(id, out var code) || code.Spans == alone || (alone && end) ? new CodeFault("codes.unknown", $"The source has no code {tag.Value}; write << for a < that is text.")
            : end ? open.TryPop(out var last) && last == id ? null : new CodeFault("codes.unbalanced", $"{tag.Value} closes what is not open.")
            : seen.Add(id) ? null : new CodeFault("codes.twice", $"{tag.Value} stands there twice.");
        if (fault is not null) return null;
        if (!alone && !end) open.Push(id);
        return Made(tag, code!);
    }

    private static Piece Made(Match tag, InlineCode code) =>
        tag.Groups["alone"].Success ? Piece.Alone(code) : tag.Groups["end"].Success ? Piece.Close(code) : Piece.Open(code);

    private static CodeFault? Missing(InlineContent source, HashSet<int> seen) =>
        source.Codes.FirstOrDefault(c => !c.CanDelete && !seen.Contains(c.Id)) is { } lost
            ? new CodeFault("codes.missing", $"<{lost.Id}{(lost.Spans ? "" : "/")}> is missing; it stands for {lost.Open}{(lost.Spans ? "…" : "")}{lost.Close}.") : null;

    /// <summary>HTML tags keep their order: one may close what another opens.</summary>
    private static CodeFault? OutOfOrder(InlineContent source, List<Piece> pieces)
    {
        var wanted = Fixed(source);
        var found = Fixed(pieces);
        return wanted.SequenceEqual(found) ? null
            : new CodeFault("codes.order", $"HTML tags keep their order: {string.Join(", ", wanted.Select(id => string.Create(CultureInfo.InvariantCulture, $"<{id}>")))}.");

        static ImmutableArray<int> Fixed(IEnumerable<Piece> content) =>
            [.. content.Where(p => p.Kind is PieceKind.Open or PieceKind.Alone && !p.Code!.CanReorder).Select(p => p.Code!.Id)];
    }

    private static int IdOf(Match tag) => int.TryParse(tag.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    [GeneratedRegex("<<|<(?<end>/)?(?<id>[0-9]+)(?<alone>/)?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
