using PressKit.Languages;

namespace PressKit.Translation.Repairs;

/// <summary>Puts new marks in the place of old ones. Quotation marks, dashes and commas follow each language's own rules, so a
/// change of theirs changes no translation; a question is asked in other words than it is answered, so it takes a person.</summary>
internal static class MarkRepair
{
    private const string Ends = ".!…:;";
    private const string Separators = ":;–,()[]/|";

    /// <summary>Adds the changes; false where one of them is not certain.</summary>
    public static bool Repair(TokenText was, TokenText now, TokenText text, Notation own, TextEdits edits)
    {
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = was.Anchors.Length - 1;
        for (var anchor = -1; anchor <= last; anchor++)
        {
            var (old, present) = Difference(Marks(was, anchor), Marks(now, anchor));
            if (old.Length == 0 && present.Length == 0) continue;
            if (anchor == last && old.Length <= 1 && present.Length <= 1 && IsEnd(old) && IsEnd(present))
            {
                if (!End(text, old.FirstOrDefault() ?? "", present.FirstOrDefault() ?? "", own, edits)) return false;
            }
            else if (old is not [var from] || present is not [var to] || (replaced.TryGetValue(from, out var known) && known != to)) return false;
            else replaced[from] = to;
        }

        return replaced.All(r => Replace(was, now, text, r.Key, r.Value, own, edits));
    }

    private static string[] Marks(TokenText text, int anchor) => [.. text.MarksBehind(anchor).Select(t => t.Text).Where(m => m != ",")];

    /// <summary>What is left of two lists without what both begin and end with.</summary>
    private static (string[] Old, string[] Present) Difference(string[] old, string[] present)
    {
        var start = old.Zip(present).TakeWhile(p => p.First == p.Second).Count();
        (old, present) = (old[start..], present[start..]);
        var end = old.AsEnumerable().Reverse().Zip(present.AsEnumerable().Reverse()).TakeWhile(p => p.First == p.Second).Count();
        return (old[..^end], present[..^end]);
    }

    private static bool IsEnd(string[] marks) => marks is not [var mark] || Ends.Contains(mark, StringComparison.Ordinal);

    private static bool End(TokenText text, string old, string present, Notation own, TextEdits edits)
    {
        if (text.Anchors.IsEmpty) return false;
        var marks = text.MarksBehind(text.Anchors.Length - 1).Where(t => t.Text != ",").ToList();
        if (old.Length == 0)
        {
            if (marks.Count > 0 || text.Text.AsSpan(text.Anchors[^1].End).ContainsAnyExcept(" \0")) return false;
            edits.Replace(text.Anchors[^1].End, text.Anchors[^1].End, Piece.Run(own.Mark(present[0])));
        }
        else
        {
            // Captions and headlines do without a full stop in many languages.
            if (present.Length == 0 && marks.Count == 0) return true;
            if (marks.Count(m => m.Text == old) != 1) return false;
            var mark = marks.Single(m => m.Text == old);
            edits.Replace(SpacesBefore(text, mark.Start, own, old), mark.End, Piece.Run(present.Length == 0 ? "" : own.Mark(present[0])));
        }

        return Opening(text, old, present, own, edits);
    }

    /// <summary>Spanish opens an exclamation, too.</summary>
    private static bool Opening(TokenText text, string old, string present, Notation own, TextEdits edits)
    {
        if (old.Length > 0 && own.OpeningMark(old[0]) is { } opening)
        {
            if (text.Text.Count(c => c == opening) != 1) return false;
            var at = text.Text.IndexOf(opening, StringComparison.Ordinal);
            edits.Replace(at, at + 1);
        }

        if (present.Length > 0 && own.OpeningMark(present[0]) is { } opened)
            edits.Replace(text.Anchors[0].Start, text.Anchors[0].Start, Piece.Run(opened.ToString()));
        return true;
    }

    /// <summary>Replaces a mark or symbol wherever it stands: the translation has as many of it as the source had, and all of
    /// them were replaced.</summary>
    private static bool Replace(TokenText was, TokenText now, TokenText text, string old, string present, Notation own, TextEdits edits)
    {
        var places = text.Tokens.Where(t => t.Kind == TokenKind.Mark && t.Text == old).ToList();
        if (places.Count == 0 || places.Count != Count(was, old) || Count(now, old) > 0) return false;
        if (!Separators.Contains(old, StringComparison.Ordinal) || !Separators.Contains(present, StringComparison.Ordinal))
        {
            if (!IsSymbol(old) || !IsSymbol(present)) return false;
        }

        foreach (var place in places)
        {
            var by = present.Length == 1 ? own.Mark(present[0]) : char.ConvertFromUtf32(int.Parse(present, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture));
            edits.Replace(SpacesBefore(text, place.Start, own, old), place.End, Piece.Run(by));
        }

        return true;
    }

    private static int Count(TokenText text, string mark) => text.Tokens.Count(t => t.Kind == TokenKind.Mark && t.Text == mark);

    /// <summary>Symbols that mean the same in every language and stand where each has them.</summary>
    private static bool IsSymbol(string mark) => mark.Length == 1 && (mark[0] is '%' or '‰' or '°'
        || char.GetUnicodeCategory(mark[0]) == System.Globalization.UnicodeCategory.CurrencySymbol);

    /// <summary>Where the space begins that belongs before a mark in this language.</summary>
    private static int SpacesBefore(TokenText text, int at, Notation own, string mark)
    {
        if (mark.Length != 1 || !char.IsWhiteSpace(own.Mark(mark[0])[0])) return at;
        while (at > 0 && text.Text[at - 1] is ' ' or '\u00a0' or '\u202f') at--;
        return at;
    }
}
