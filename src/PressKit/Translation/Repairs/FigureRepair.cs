using System.Collections.Immutable;
using PressKit.Languages;

namespace PressKit.Translation.Repairs;

/// <summary>Puts new figures in the place of old ones.</summary>
internal static class FigureRepair
{
    /// <summary>Adds the changes; false where one of them is not certain.</summary>
    public static bool Repair(TokenText was, TokenText now, TokenText text, Notation source, Notation own, TextEdits edits)
    {
        var pairs = was.Anchors.Zip(now.Anchors).Where(p => p.First.Kind == TokenKind.Figure)
            .Select(p => (Was: p.First, Now: p.Second)).ToList();
        if (pairs.TrueForAll(p => p.Was.Text == p.Now.Text)) return true;
        if (pairs.Exists(p => p.Was.IsCut || p.Now.IsCut) || text.Anchors.Any(t => t.IsCut)) return false;
        if (!IsAllAccountedFor(pairs.ConvertAll(p => p.Was.Figure!), text)) return false;
        foreach (var same in pairs.GroupBy(p => p.Was.Figure!.Key, StringComparer.Ordinal))
        {
            var becomes = same.Select(p => p.Now.Figure!).DistinctBy(f => f.Key, StringComparer.Ordinal).ToList();
            var old = same.First().Was.Figure!;
            if (becomes is [var only] && only.Key == old.Key) continue;
            var places = text.Anchors.Where(t => t.Figure is { } known && IsSame(old, known)).ToList();
            if (becomes is not [var figure] || places.Count != same.Count()) return false;
            if (source.SaysInWords(old, Words(was)) || own.SaysInWords(old, Words(text))) return false;
            foreach (var place in places)
            {
                if (!Agrees(text, place, old, figure, own)) return false;
                edits.Replace(place.Start, place.End, Piece.Run(old.IsNumber ? own.Write(figure, old, place.Figure!) : figure.Written));
            }
        }

        return true;
    }

    /// <summary>Whether every figure of the translation is one of the source's; one that is not may be made from it, as miles
    /// are from kilometres. Chinese and Japanese write months with figures.</summary>
    private static bool IsAllAccountedFor(List<Figure> figures, TokenText text) =>
        text.Anchors.All(t => t.Figure is not { } figure || figures.Exists(f => IsSame(f, figure)) || (t.End < text.Length && text.Text[t.End] == '月'));

    /// <summary>Whether a figure of the source is one of the translation's: by its value, or, where it is no number in one of
    /// the two languages, such as a version, by its characters.</summary>
    private static bool IsSame(Figure source, Figure own) =>
        source.IsNumber && own.IsNumber ? source.Key == own.Key : source.Written == own.Written;

    private static bool Agrees(TokenText text, TextToken place, Figure old, Figure figure, Notation own)
    {
        if (!old.IsNumber || !place.Figure!.IsNumber) return Shape(old) == Shape(figure);
        var at = text.Anchors.IndexOf(place);
        var isDay = old.Fraction.Length == 0 && figure.Fraction.Length == 0 && old.Whole.Length <= 2 && figure.Whole.Length <= 2
            && (IsMonth(at - 1) || IsMonth(at + 1) || IsMonth(at + 2));
        if (isDay ? !own.AreDaysAlike(old, figure) : !own.AgreeAlike(old, figure)) return false;
        // An article that lost its vowel before the old figure, such as l'8: whether it does before the new one, nobody knows.
        if (place.Start > 0 && text.Text[place.Start - 1] is ('\'' or '’')) return false;
        return !own.IsInflected(text.Text[..place.Start], text.Text[place.End..]);

        bool IsMonth(int anchor) => anchor >= 0 && anchor < text.Anchors.Length && own.IsMonth(text.Anchors[anchor].Text);
    }

    private static ImmutableArray<string> Words(TokenText text) => [.. text.Anchors.Where(t => t.Kind == TokenKind.Word).Select(t => t.Text)];

    private static string Shape(Figure figure) => string.Concat(figure.Written.Select(c => char.IsDigit(c) ? '0' : c));
}
