using PressKit.Translation.Glossary;

namespace PressKit.Translation;

/// <summary>Keeps a glossary's names, and terms whose translation is settled, out of a service's hands: each occurrence is a
/// code standing alone while the service works, and the name's or the translation's text again afterwards. A term that
/// stands there with another ending is left to the service: its settled form would not fit.</summary>
public sealed class NameProtection(Terminology terminology, Language source, Language target)
{
    /// <summary>The content with names as codes of kind <see cref="CodeKind.Name"/>; their equivalent is the text wanted in
    /// the translation.</summary>
    /// <param name="content">The source.</param>
    /// <param name="namesOnly">Whether terms stay in the text, for a service that takes them with it.</param>
    public InlineContent Protect(InlineContent content, bool namesOnly = false)
    {
        var places = Places(content, namesOnly).ToList();
        if (places.Count == 0) return content;
        var next = content.Codes.Select(c => c.Id).DefaultIfEmpty(0).Max() + 1;
        var (at, place) = (0, 0);
        return InlineContent.Of(content.SelectMany(p => p.Kind == PieceKind.Text ? Cut(p.Text) : [p]));

        // A place that goes across codes ends with the run of text that it begins in.
        IEnumerable<Piece> Cut(string text)
        {
            var (from, done) = (at, 0);
            at += text.Length;
            while (place < places.Count && places[place].Match.Start < at)
            {
                var (match, wanted) = places[place++];
                if (match.End > at) continue;
                var start = match.Start - from;
                yield return Piece.Run(text[done..start]);
                var name = text.Substring(start, match.Length);
                yield return Piece.Alone(new InlineCode(next++, CodeKind.Name, name, null, Written(wanted, match, name)));
                done = start + match.Length;
            }

            yield return Piece.Run(text[done..]);
        }
    }

    /// <summary>The content with each name's code as text again.</summary>
    public static InlineContent Unprotect(InlineContent content) =>
        InlineContent.Of(content.Select(p => p.Code is { Kind: CodeKind.Name } name ? Piece.Run(name.Equivalent) : p));

    private IEnumerable<(TermMatch Match, string Wanted)> Places(InlineContent content, bool namesOnly)
    {
        foreach (var place in terminology.Find(content, source).GroupBy(m => m.Start))
        {
            var match = place.First();
            if (match.IsInflected || (namesOnly && match.Term is { Translate: true, Kind: not TermKind.Title })) continue;
            // Where the words stand for several things, only the context says which.
            var wanted = place.Select(m => m.Term.Wanted(target)).Distinct(StringComparer.Ordinal).ToList();
            if (wanted is [{ } one]) yield return (match, one);
        }
    }

    /// <summary>A capital where a sentence begins is none of the term's own.</summary>
    private static string Written(string wanted, TermMatch match, string name) =>
        match.Term.Translate && char.IsUpper(name[0]) && char.IsLower(match.Form.Text[0]) && char.IsLower(wanted[0])
            ? char.ToUpperInvariant(wanted[0]) + wanted[1..] : wanted;
}
