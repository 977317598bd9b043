using System.Collections.Immutable;
using PressKit.Editions.Reviewing;
using PressKit.Translation.Checks;

namespace PressKit.Review.Pages;

/// <summary>Inline content as HTML.</summary>
internal static class Contents
{
    /// <summary>Text and chips.</summary>
    public static Html Of(InlineContent content) => Html.Of(content.Select(p => p.Kind == PieceKind.Text ? Html.Escaped(p.Text) : CodeLabel.Chip(p, content.Codes)));

    /// <summary>A source with its terms marked and its codes at work: what is bold is bold.</summary>
    public static Html Source(InlineContent content, ImmutableArray<TermView> terms)
    {
        var at = 0;
        var parts = new List<Html>();
        var codes = content.Codes;
        foreach (var piece in content)
        {
            if (piece.Kind == PieceKind.Text)
            {
                parts.Add(Marked(piece.Text, at, terms));
                at += piece.Text.Length;
                continue;
            }

            var element = piece.Code!.Kind switch { CodeKind.Strong => "b", CodeKind.Emphasis => "i", _ => "span" };
            if (piece.Kind == PieceKind.Close) parts.Add(new Html($"</{element}>"));
            parts.Add(CodeLabel.Chip(piece, codes));
            if (piece.Kind == PieceKind.Open) parts.Add(new Html($"<{element}>"));
        }

        return Html.Of(parts);
    }

    /// <summary>Content with places of its text marked.</summary>
    /// <param name="content">The content.</param>
    /// <param name="places">The places, in its text without codes; none goes across a code.</param>
    /// <param name="mark">What a place becomes.</param>
    public static Html Marked(InlineContent content, ImmutableArray<TextSpan> places, Func<string, Html> mark)
    {
        var at = 0;
        var parts = new List<Html>();
        foreach (var piece in content)
        {
            if (piece.Kind != PieceKind.Text)
            {
                parts.Add(CodeLabel.Chip(piece, content.Codes));
                continue;
            }

            var done = 0;
            foreach (var place in places.Where(p => p.Start >= at && p.End <= at + piece.Text.Length))
            {
                parts.Add(Html.Of($"{piece.Text[done..(place.Start - at)]}{mark(piece.Text.Substring(place.Start - at, place.Length))}"));
                done = place.End - at;
            }

            parts.Add(Html.Escaped(piece.Text[done..]));
            at += piece.Text.Length;
        }

        return Html.Of(parts);
    }

    /// <summary>A difference: what went, what came.</summary>
    public static Html Of(ImmutableArray<WordRun> runs) => Html.Of(runs.Select(run => run.Kind switch
    {
        RunKind.Gone => Html.Of($"<del>{run.Text}</del>"),
        RunKind.Added => Html.Of($"<ins>{run.Text}</ins>"),
        _ => Html.Escaped(run.Text),
    }));

    /// <summary>What was found, with the place in its text marked.</summary>
    public static Html Found(Finding finding, InlineContent? target)
    {
        if (finding.Target is not { Length: > 0 } span || target is null) return Html.Nothing;
        var text = new CheckedText(target).Text;
        if (span.End > text.Length) return Html.Nothing;
        var from = Math.Max(0, span.Start - 24);
        var to = Math.Min(text.Length, span.End + 24);
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
        return Html.Of($"{(from > 0 ? "…" : "")}{Plain(text[from..span.Start])}<mark>{Plain(text[span.Start..span.End])}</mark>{Plain(text[span.End..to])}{(to < text.Length ? "…" : "")}");

        static string Plain(string part) => part.Replace(CheckedText.Code, '▪');
    }

    private static Html Marked(string text, int at, ImmutableArray<TermView> terms)
    {
        var parts = new List<Html>();
        var done = 0;
        foreach (var term in terms.OrderBy(t => t.Start))
        {
            var (from, to) = (Math.Max(term.Start - at, 0), Math.Min(term.Start + term.Length - at, text.Length));
            if (from < done || to <= from || from >= text.Length) continue;
            parts.Add(Html.Of($"""{text[done..from]}<span class="term" title="{term.Wanted ?? ""}">{text[from..to]}</span>"""));
            done = to;
        }

        parts.Add(Html.Escaped(text[done..]));
        return Html.Of(parts);
    }
}
